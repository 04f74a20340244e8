"""What two reports say was done to one thing, or is so of it, whatever words stand around: "has shut 38 schools", "all schools will stay open"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from itertools import product
from typing import TYPE_CHECKING

from crosscheck.annotate.document import within
from crosscheck.annotate.grammar import Tag
from crosscheck.annotate.phrases import clause_subject, phrase_after, subject, verb_group
from crosscheck.lexicon import table, words
from crosscheck.rules.people import are_one
from crosscheck.rules.rewordings import near_in_meaning
from crosscheck.rules.states import at_two_times
from crosscheck.rules.turns import ASKED_BEFORE, BOUNDS, SUPPOSING, is_asked, is_dropped, is_taken_back, opposites
from crosscheck.similarity import is_content, meaning
from crosscheck.spans import Span
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.names import Entity
    from crosscheck.annotate.phrases import Range
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence, Token


@dataclass(frozen=True, slots=True)
class Saying:
    """A predicate ("shut", "open") with the noun it is said of, the other words of that phrase, and the doer: the noun for him, and his name.

    `means` are the stems of the predicate, or of the plain verbs for it and the word behind it ("turned him down").
    `denial` is the word that denies it, None where it is affirmed; `is_wish` says that it is what somebody is asked to do, or has given up.
    Who does what to nothing ("the board agreed") is himself the theme.
    """

    predicate: Token
    means: frozenset[str]
    theme: Token
    others: tuple[Token, ...]
    doer: Token | None
    names: tuple[Entity, ...]
    denial: Span | None
    is_wish: bool
    is_passive: bool


def contrary_sayings(comparison: Comparison) -> Iterator[tuple[Span, Span, tuple[int, int]]]:
    """Yield the first words of opposite meaning that linked sentences say of one thing, or the denial of one, with the numbers of the sentences.

    Not where a report says both, or where the two tell of other times, other doers, or other things of one sort ("its forecast for wheat",
    "its forecast for barley").
    """
    said_a, said_b = (cache(partial(_sayings, document)) for document in (comparison.a, comparison.b))
    for one, other in comparison.pairs:
        if not at_two_times(comparison.a, one, comparison.b, other):
            found = [
                (x.denial or x.predicate, y.denial or y.predicate)
                for x, y in product(said_a(one.id), said_b(other.id))
                if _are_at_odds(one, x, other, y)
                and _are_of_one(comparison, x, y)
                and not (is_taken_back(comparison.a, one, x.predicate) or is_taken_back(comparison.b, other, y.predicate))
            ]
            for a, b in sorted(found, key=lambda pair: (pair[0].start + pair[1].start, abs(pair[0].start - pair[1].start)))[:1]:
                yield a, b, (one.id, other.id)


def _are_at_odds(one: Sentence, x: Saying, other: Sentence, y: Saying) -> bool:
    """Say whether one denies what the other affirms, or they are opposed in words."""
    if (x.denial and y.denial) or x.is_wish != y.is_wish:
        return False  # "urged the union to call off the strike", "the strike will begin"
    denial = x.denial or y.denial
    if denial is None:
        return _are_opposed(one, x, other, y)
    if denial.start in {x.predicate.start, y.predicate.start}:  # "turned down", "refused" are the predicate, and not a denial of it
        return " " in denial.text and not denial.text.endswith(" to") and _are_opposed(one, x, other, y)  # "refused to overturn" upholds
    return _is_denied(one, x, other, y)


def _are_opposed(one: Sentence, x: Saying, other: Sentence, y: Saying) -> bool:
    opposed = sum(len(y.means & opposites("antonyms", of)) for of in x.means)
    by_chance = int(len(x.means) > 1 and len(y.means) > 1)  # of two with many senses: "set off" is to leave, "signed up" to join
    return opposed > by_chance and not _tells(one, y.predicate) and not _tells(other, x.predicate)


def _is_denied(one: Sentence, x: Saying, other: Sentence, y: Saying) -> bool:
    """Say whether the one denies the very thing that the other affirms, and neither says it twice."""
    if bool(x.denial) is bool(y.denial) or _bounds(one) != _bounds(other):
        return False  # "was last closed in 2007", "had not been closed since 2007"
    if _is_supposed(one, x.predicate) or _is_supposed(other, y.predicate):
        return False
    same = not frozenset(map(meaning, x.means)).isdisjoint(map(meaning, y.means)) and x.predicate.text.casefold() not in words("everyday_words")
    return same and _times(one, x.predicate) == _times(other, y.predicate) == 1


def _bounds(sentence: Sentence) -> frozenset[str]:
    """Return the words that make a time of what is denied or affirmed: "not until five"."""
    return (BOUNDS | {"last", "since"}) & {token.text.casefold() for token in sentence.tokens}


def _is_supposed(sentence: Sentence, predicate: Token) -> bool:
    """Say whether a predicate stands behind what affirms nothing: "once a fault has been [reported]"; not the "decided" of "decided whether to go"."""
    return any(token.text.casefold() in SUPPOSING for token in sentence.tokens if token.end <= predicate.start)


def _tells(sentence: Sentence, word: Token) -> bool:
    """Say whether a sentence has a word, or one near in meaning: "the museum, [shut] since March, opens" against "was closed"."""
    return any(near_in_meaning(token.text, word.text) for token in sentence.tokens)


def _times(sentence: Sentence, word: Token) -> int:
    return sum(meaning(token.stem) == meaning(word.stem) for token in sentence.tokens)


def _are_of_one(comparison: Comparison, x: Saying, y: Saying) -> bool:
    if x.is_passive and y.is_passive and x.means & _of_each():
        return False  # the boilers that "are sold" each year "are bought", the bill that "was backed" by some "was opposed" by others
    if x.names and y.names and not any(are_one(a, b, comparison.aliases) for a in x.names for b in y.names):
        return False
    if not (x.names and y.names) and x.means & _of_each() and not (x.doer and y.doer and near_in_meaning(x.doer.text, y.doer.text)):
        return False
    if _names(x.theme, y.others) or _names(y.theme, x.others):
        return True
    if near_in_meaning(x.theme.text, y.theme.text):
        return not x.others or not y.others or any(near_in_meaning(a.text, b.text) for a in x.others for b in y.others)
    alone = x.theme is x.doer or y.theme is y.doer  # "its board was recommending that they agree", "its board does not recommend the offer"
    return alone and x.doer is not None and y.doer is not None and near_in_meaning(x.doer.text, y.doer.text)


@cache
def _of_each() -> frozenset[str]:
    """Return the stems of what one side does and the other does the other way round, or each as he pleases.

    "A vet has won the ward", "the party has lost the ward"; "20,000 people bought tickets", "20,000 tickets were sold"; "the prime
    minister backed the bill", "three ministers opposed it".
    """
    ways_round = ("beat", "borrow", "buy", "defeat", "export", "import", "lend", "lose", "sell", "win")
    stances = ("applaud", "back", "condemn", "criticise", "criticize", "denounce", "deplore", "endorse", "hail", "oppose", "praise", "support", "welcome")
    return frozenset(map(stem, ways_round + stances))


def _names(theme: Token, others: Sequence[Token]) -> bool:
    """Say whether a thing called by its name alone is the one that has the name beside its noun: "the A23", "the A23 motorway"."""
    return (theme.text[0].isupper() or theme.text.isdigit()) and any(other.text == theme.text for other in others)


def _sayings(document: Document, number: int) -> tuple[Saying, ...]:
    """Return what the sentence of a number says of each thing, in order."""
    return tuple(_said(document, document.sentences[number]))


def _said(document: Document, sentence: Sentence) -> Iterator[Saying]:
    """Yield what a sentence says of the object of a verb, of the subject of a passive, of what is or stays so; not what only may be."""
    line = document.tagged(sentence)
    denials = [negation for claim in within(document.claims, sentence) for negation in claim.negations]
    for at, word in enumerate(line):
        group = verb_group(line, at) if word.lemma and word.quote < 0 else at
        if not _is_verb(line, group, at) or any(other.low in _POSSIBLE for other in line[group:at]):
            continue
        passive = word.tag is not Tag.ING and at > group and line[at - 1].low in table("word_classes")["be"]
        state = word.lemma in _STAYING
        predicate = _state(line, at) if state else at
        clause = next((low + 1 for low in range(at - 1, -1, -1) if line[low].low in {",", ";", "that", "which", "who"}), 0)
        acting = subject(line, group) or clause_subject(line, at, clause)
        behind = at + 1 + (at + 1 < len(line) and f"{word.lemma} {line[at + 1].low}" in table("phrasal_verbs"))  # "called [off] the strike"
        thing = acting if passive or (state and predicate == at + 1) else phrase_after(line, behind)
        (doer, _), (theme, others) = _head(sentence, line, acting), _head(sentence, line, thing or acting)
        if theme is None and thing and thing != acting and _tells_nothing(line, thing):
            theme = doer  # "turned [him] down", "conceded [minutes] later"
        if theme:
            names = () if passive or acting is None else _named(document, line, acting)
            before = [denial for denial in denials if line[max(0, group - _NEAR)].start <= denial.start < line[predicate].end]
            before_it = [other.low for other in line[max(0, at - ASKED_BEFORE) : at]]
            asked, means = is_asked(before_it) or is_dropped(before_it), _means(sentence, line, predicate)
            yield Saying(sentence.tokens[predicate], means, theme, others, doer, names, before[-1] if before else None, asked, passive)


def _tells_nothing(line: Sequence[Word], thing: Range) -> bool:
    """Say whether a phrase after a verb is a pronoun, or one of everyday words and figures alone, as those that tell how long and how much."""
    return all(
        word.tag is not Tag.NOUN or word.low in words("everyday_words") or word.low.removesuffix("s") in table("units") or not word.low[0].isalpha()
        for word in line[slice(*thing)]
    )


def _means(sentence: Sentence, line: Sequence[Word], at: int) -> frozenset[str]:
    """Return the stems for what a predicate means, with the particle right behind it or behind its object: "voted the bill down" is "rejected"."""
    behind = [n for n in (at + 1, _particle(line, at)) if n < len(line)]
    plain = next((verbs for n in behind if (verbs := table("phrasal_verbs").get(f"{line[at].lemma} {line[n].low}"))), ())
    return frozenset(map(stem, plain)) or frozenset({sentence.tokens[at].stem})


def _particle(line: Sequence[Word], at: int) -> int:
    """Return the place of a particle behind a verb's object: "turned him [down]", "voted the bill [down] on"; the line's end where there is none."""
    if at + 1 < len(line) and line[at + 1].low in _THEM:
        return at + 2
    thing = phrase_after(line, at + 1)
    last = thing[1] if thing else len(line)
    follows = line[last + 1].tag if last + 1 < len(line) else Tag.MARK
    return last if last < len(line) and follows not in {Tag.DETERMINER, Tag.NOUN, Tag.PRONOUN} else len(line)


_THEM = frozenset({"her", "him", "it", "me", "them", "us"})


def _is_verb(line: Sequence[Word], group: int, at: int) -> bool:
    """Say whether a word is the main verb of its clause, an infinitive, or goes on after "was": "was [recommending]"."""
    if line[at].tag is Tag.ING:
        return at > group and line[at - 1].low in table("word_classes")["be"]
    return line[at].tag in {Tag.VERB, Tag.INFINITIVE} and bool(line[at].lemma)


def _state(line: Sequence[Word], at: int) -> int:
    """Return the state in which something stays or is kept: "stay [open]", "left its forecast [unchanged]"."""
    kept = (n for n in range(at + 1, min(at + _FAR, len(line))) if line[n].low == "unchanged")
    after = line[at + 1].tag if at + 1 < len(line) else Tag.MARK
    return next(kept, at + (after in {Tag.NOUN, Tag.VERB}))


_POSSIBLE = frozenset({"can", "cannot", "could", "may", "might", "must", "ought", "should", "would"})
_FAR = 15
_STAYING = frozenset({"hold", "keep", "leave", "remain", "stay"})
_NEAR = 3


def _head(sentence: Sentence, line: Sequence[Word], phrase: Range | None) -> tuple[Token | None, tuple[Token, ...]]:
    """Return the noun that a phrase is about, and its other content words: "forecast" of "its growth forecast for 2025"."""
    if phrase is None:
        return None, ()
    first = next((at + 2 for at in range(phrase[0], phrase[1] - 2) if line[at].low in _STRETCHES and line[at + 1].low == "of"), phrase[0])
    stop = next((at for at in range(first, phrase[1]) if line[at].tag in {Tag.PREPOSITION, Tag.TO} or line[at].low == ","), phrase[1])
    nouns = [sentence.tokens[at] for at in range(first, stop) if _is_word(sentence, at)]
    if not nouns or nouns[-1].text.casefold() in words("everyday_words"):
        return None, ()
    rest = (sentence.tokens[at] for at in range(*phrase) if sentence.tokens[at] is not nouns[-1] and _is_word(sentence, at))
    return nouns[-1], tuple(rest)


def _is_word(sentence: Sentence, at: int) -> bool:
    """Say whether a token is a content word, or the figures of a name, "23" of "the A23"."""
    token = sentence.tokens[at]
    return is_content(token) and (token.text[0].isalpha() or (at > 0 and sentence.tokens[at - 1].end == token.start and sentence.tokens[at - 1].text.isupper()))


_STRETCHES = frozenset({"length", "part", "parts", "section", "sections", "stretch", "stretches"})
"""Parts of a road or line, which is shut where they are: "a 25-mile [stretch] of the A23"."""


def _named(document: Document, line: Sequence[Word], phrase: Range) -> tuple[Entity, ...]:
    return tuple(entity for _, entity in document.appearing_in(Span(line[phrase[0]].start, line[phrase[1] - 1].end, "")))
