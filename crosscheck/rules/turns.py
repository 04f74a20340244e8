"""What turns a sentence around that two reports tell in the same words: a "not", a word of opposite meaning."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate.document import within
from crosscheck.annotate.grammar import verb_forms
from crosscheck.lexicon import table
from crosscheck.similarity import is_content
from crosscheck.tokens import ByStem, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate import Document
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.rewordings import Rewording
    from crosscheck.segment import Sentence, Token
    from crosscheck.spans import Span


ASKED_BEFORE = 8
"""So many words before a verb may the asking stand: "called on the country's transport minister to resign"."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The words in each report; `sentences` are the numbers of the two sentences, `is_negation` says that only one of them denies."""

    a: Span
    b: Span
    sentences: tuple[int, int]
    is_negation: bool
    confidence: float


def turns(comparison: Comparison) -> Iterator[Turn]:
    """Yield what turns a sentence around, nothing for a sentence that is turned twice: "is not closed" and "is open"."""
    by_sentences: dict[tuple[int, int], list[Turn]] = defaultdict(list)
    for rewording in comparison.rewordings:
        found = by_sentences[rewording.one.id, rewording.other.id]
        found += _denial(comparison, rewording)
        found += _opposed(comparison, rewording)
    for found in by_sentences.values():
        if len({turn.is_negation for turn in found}) == 1:
            yield from found


def are_opposite(x: str, y: str) -> bool:
    """Say whether the words with two stems mean the opposite of each other, in one of their senses at least."""
    return any(y in opposites(lexicon, x) for lexicon in ("antonyms", "contraries")) or _denies(x, y) or _denies(y, x)


def _denies(x: str, y: str) -> bool:
    """Say whether one stem denies the other by its first letters: "unpaid", "non-fatal"; few words begin so by chance, as "until" does."""
    return len(y) >= _WHOLE and x in {f"un{y}", f"non{y}", f"non-{y}"}


_WHOLE = 4
"""From so many letters on what follows "un" is a word of its own."""


@cache
def opposites(lexicon: str, of: str) -> frozenset[str]:
    """Return the stems that mean the opposite of a stem by a list, which holds both ways round."""
    return frozenset(map(stem, _opposites(lexicon)[of]))


@cache
def _opposites(lexicon: str) -> ByStem[str]:
    listed = [(word, other) for word, others in table(lexicon).items() for other in others]
    return ByStem((*listed, *((other, word) for word, other in listed)))


def is_left(document: Document, word: Token) -> bool:
    """Say whether somebody is out of what a word tells: "out of [jail]" is free."""
    return document.article.text[max(0, word.start - len(_OUT_OF)) : word.start].casefold() == _OUT_OF


_OUT_OF = "out of "


def is_phrasal(document: Document, word: Token) -> bool:
    """Say whether a verb means something else with the word behind it: "[give] up cash" gives nothing."""
    lemma, _ = verb_forms().get(word.text.casefold(), ("", None))
    behind = _WORD_BEHIND.match(document.article.text, word.end) if lemma else None
    return behind is not None and f"{lemma} {behind[1].casefold()}" in table("phrasal_verbs")


_WORD_BEHIND = re.compile(r"\s([A-Za-z]{2,12})\b")


def is_asked(before: Sequence[str]) -> bool:
    """Say whether some words in lower case lead to what somebody is asked to do: "called on the minister to [resign]", "despite appeals to [stop]"."""
    asked = before[:-1] if before[-1:] == ["be"] else before  # "asked for the march to [be] banned"
    return asked[-1:] == ["to"] and not _ASKING.isdisjoint(asked[-ASKED_BEFORE:])


def is_dropped(before: Sequence[str]) -> bool:
    """Say whether some words in lower case lead to what was to be done and will not: "reversed its decision to [close]", "scrapped plans to [close]"."""
    return before[-1:] == ["to"] and before[-2:-1] != [] and before[-2] in _AIMS and not _DROPPED.isdisjoint(before[-ASKED_BEFORE:-2])


_AIMS = frozenset({"bid", "decision", "idea", "intention", "move", "plan", "plans", "proposal", "proposals", "scheme", "threat"})
_DROPPED = frozenset(
    {"abandoned", "axed", "cancelled", "canceled", "ditched", "dropped", "halted", "overturned", "overruled", "quashed", "rescinded", "reversed"}
    | {"revoked", "scrapped", "shelved", "withdrew", "withdrawn"}
)
_ASKING = frozenset(
    {"appealed", "ask", "asked", "asks", "begged", "call", "called", "calls", "demanded", "demands", "implored", "lobbied", "pressed"}
    | {"appeals", "pleas", "pressure", "requests", "urge", "urged", "urges", "urging"}
)


def is_one_trade(a: Document, x: Token, b: Document, y: Token) -> bool:
    """Say whether a thing is told to change hands by either side's word for it: what "is sold" every year "is bought"."""
    trade = {x.text.casefold(), y.text.casefold()} in ({"bought", "sold"}, {"borrowed", "lent"})
    return trade and all(_PASSIVE.search(document.article.text, max(0, word.start - _GROUP), word.start) for document, word in ((a, x), (b, y)))


_GROUP = len("were being recently ")
_PASSIVE = re.compile(r"\b(?:are|be|been|being|is|was|were)\s(?:\w{1,12}\s)?$")


def is_taken_back(document: Document, sentence: Sentence, word: Token) -> bool:
    """Say whether a sentence goes on to say that what it tells did not happen: "he waited for them to [leave], but they never did"."""
    return _TAKEN_BACK.search(document.article.text, word.end, sentence.end) is not None


_TAKEN_BACK = re.compile(
    r"\b(?:but|though|yet)(?: [\w'’-]+){0,3} "
    r"(?:(?:never|not) (?:did|has|have|had|was|were)|(?:did|do|does|had|has|have|is|was|were|would)(?:n['’]t| not))(?=[,.;:\"”’)]|$)"
)
BOUNDS = frozenset({"until", "till", "before"})
"""Words that turn a negation into a time: "did not close until five" says when it closed."""
SUPPOSING = frozenset({"if", "once", "unless", "whenever", "whether"})
"""Words behind which nothing is affirmed: "once a fault has been reported", "if the bridge is open"."""
NEARLY_ALL = 0.75
"""From this share of words in common on, a "not" that only one report has turns the sentence around, whatever it denies."""


def _denial(comparison: Comparison, rewording: Rewording) -> Iterator[Turn]:
    """Yield the negation that only one report has, where nothing else stands in its place and nothing else in the sentences denies."""
    if rewording.kept < NEARLY_ALL:
        return
    mine, theirs = _negations(comparison.a, rewording.one), _negations(comparison.b, rewording.other)
    if len(mine) + len(theirs) != 1 or _bounds(rewording.one) != _bounds(rewording.other):
        return
    place = rewording.a if mine else rewording.b
    (negation,) = (*mine, *theirs)
    others = [token for token in (*rewording.a, *rewording.b) if _tells_more(token) and not negation.covers(token)]
    if not others and any(negation.overlaps(token) for token in place):
        a, b = (negation, rewording.at_b) if mine else (rewording.at_a, negation)
        yield Turn(a, b, (rewording.one.id, rewording.other.id), is_negation=True, confidence=0.85)


def _tells_more(token: Token) -> bool:
    return is_content(token) or token.text.casefold() in SUPPOSING


def _negations(document: Document, sentence: Sentence) -> list[Span]:
    """Return what denies in a sentence; the "not" of "not only" denies nothing."""
    return [negation for claim in within(document.claims, sentence) for negation in claim.negations]


def _bounds(sentence: Sentence) -> frozenset[str]:
    return BOUNDS & {token.text.casefold() for token in sentence.tokens}


def _opposed(comparison: Comparison, rewording: Rewording) -> Iterator[Turn]:
    if _bounds(rewording.one) - {"before"} != _bounds(rewording.other) - {"before"}:
        return  # "must shut at ten", "may stay open until ten"
    denied = (*_negations(comparison.a, rewording.one), *_negations(comparison.b, rewording.other))
    if any(negation.overlaps(token) for negation in denied for token in (*rewording.a, *rewording.b)):
        return  # "not aware" is "unaware"
    mine, theirs = ([token for token in side if token.text.casefold() not in _DEGREES] for side in (rewording.a, rewording.b))
    lone = len(mine) == len(theirs) == 1
    for x in mine:
        for y in theirs:
            if is_left(comparison.a, x) or is_left(comparison.b, y) or is_phrasal(comparison.a, x) or is_phrasal(comparison.b, y):
                continue
            if is_one_trade(comparison.a, x, comparison.b, y):
                continue
            firm = y.stem in opposites("antonyms", x.stem)
            both = _has(rewording.one, y) or _has(rewording.other, x)  # "denied negligence but admitted delays", "admitted delays"
            if are_opposite(x.stem, y.stem) and not both and (lone or (is_content(x) and is_content(y))):  # "carried [out]" is not "managed to escape [in]"
                yield Turn(x, y, (rewording.one.id, rewording.other.id), is_negation=False, confidence=0.9 if firm else 0.75)


_DEGREES = frozenset({"far", "immediately", "just", "right", "well"})
"""What may stand before a word of place: "inside the gate", "just outside the gate"."""


def _has(sentence: Sentence, word: Token) -> bool:
    return any(token.stem == word.stem for token in sentence.tokens)
