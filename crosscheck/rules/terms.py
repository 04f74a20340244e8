"""Rules about a word in the place of another that means another thing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate.document import touching
from crosscheck.annotate.gazetteer import is_adjective
from crosscheck.annotate.grammar import Tag
from crosscheck.lexicon import table, words
from crosscheck.rules.clashes import Sort
from crosscheck.rules.polarity import polarity_differs
from crosscheck.rules.punishments import other_punishment
from crosscheck.rules.rewordings import exclusive, near_in_meaning, share_group
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.turns import are_opposite
from crosscheck.rules.verbs import other_act
from crosscheck.spans import Span
from crosscheck.tokens import ByStem, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.rewordings import Rewording
    from crosscheck.segment import Sentence, Token


WORD_FOR_WORD = 0.75
"""From this share of words in common on, one word in the place of another tells another thing, unless the two are near in meaning."""
FRAMED = 0.5
"""The same where the sentences before and after are told word for word, so that there is no doubt which sentence was the other; it needs half the words too."""
COMMON = 4
"""So many words, at least, must such sentences have in common, lest a heading's every word count."""
ENCLOSED = 8
"""So many words told alike on both sides of a noun are enough of a sentence that is reworded in other places too."""
BESIDE = 3
"""So many of them must stand on either side."""


@rule("POL002", "term-differs", Kind.POLARITY, Severity.WARNING)
def term_differs(comparison: Comparison) -> Iterator[Difference]:
    """In a sentence told alike one report has another word, which rules the other's out or means another thing.

    Words of one sort rule each other out: blue and yellow, brother and sister, theft and murder. Other nouns and verbs count where they are all
    that differs, and where no list has them near in meaning, as it has "accusation" and "allegation".

    Flagged:

        A: Two brothers of the driver were pulled from the wreck by a farmer.
        B: Two sisters of the driver were pulled from the wreck by a farmer.

        A: The carmaker recalled the vans because of a fault in the steering that can cause fires.
        B: The carmaker recalled the vans because of a fault in the battery that can cause fires.

    Not flagged:

        A: The driver denied the accusations against him at a hearing in Lund on Monday.
        B: The driver denied the allegations against him at a hearing in Lund on Monday.
    """
    for rewording in comparison.rewordings:
        if met := other_punishment(comparison, rewording) or _other_act(comparison, rewording):
            done, other = met
            if not any(span.overlaps(done) for difference in comparison.seen_by(polarity_differs) for span in difference.a):  # "bought", "sold"
                yield Difference((done,), (other,), f'"{done.flat}" in A, "{other.flat}" in B', 0.6)
        else:
            yield from _exchanged(comparison, rewording)
    for clash in comparison.clashes:
        if clash.sort is Sort.TERM:
            yield Difference((clash.a,), (clash.b,), f'"{clash.a.flat}" in A, "{clash.b.flat}" in B', 0.75)


def _other_act(comparison: Comparison, rewording: Rewording) -> tuple[Span, Span] | None:
    return other_act(comparison, rewording) if _is_all(rewording) else None


def _exchanged(comparison: Comparison, rewording: Rewording) -> Iterator[Difference]:
    """Yield the words that stand in each other's place and rule each other out, or what means two things; names are for another rule."""
    pairs = [pair for pair in rewording.words() if not _is_for_other_rules(comparison, *pair)]
    ruled_out = [(x, y) for x, y in pairs if exclusive(x.stem, y.stem) and not _is_counted(comparison.a, x) and not _is_counted(comparison.b, y)]
    for x, y in ruled_out:
        yield Difference((x,), (y,), f'"{x.flat}" in A, "{y.flat}" in B', 0.8)
    in_question = pairs and not ruled_out and (_is_all(rewording) or _is_enclosed(rewording))
    if in_question and all(_mean_two_things(comparison, rewording, x, y) for x, _ in pairs for _, y in pairs):
        (a, b), (last_a, last_b) = pairs[0], pairs[-1]
        told, other = Span.of(comparison.a.article.text, a.start, last_a.end), Span.of(comparison.b.article.text, b.start, last_b.end)
        yield Difference((told,), (other,), f'"{told.flat}" in A, "{other.flat}" in B', 0.6)


def _is_for_other_rules(comparison: Comparison, x: Token, y: Token) -> bool:
    """Say whether two words are one, or names, or quoted, or the "he" and "she" who says something."""
    if x.stem == y.stem or (_is_quoted(comparison.a, x) and _is_quoted(comparison.b, y)):
        return True
    named = touching(comparison.a.mentions, x) and touching(comparison.b.mentions, y)
    return bool(named) or (_is_source(comparison.a, x) and _is_source(comparison.b, y))


def _is_source(document: Document, word: Token) -> bool:
    """Say whether a word is the "he" or "she" who says something."""
    sources = (span for credit in document.credits.get(document.sentence_of(word).id, ()) for span in credit.source)
    return any((span.start, span.end) == (word.start, word.end) and word.text.casefold() in {"he", "she"} for span in sources)


def _is_counted(document: Document, word: Token) -> bool:
    return bool(touching(document.quantities, word) or touching(document.times, word))


def _is_quoted(document: Document, word: Token) -> bool:
    return bool(touching(document.quotes, word))


def _is_all(rewording: Rewording) -> bool:
    """Say whether a rewording is all that differs between two sentences of some length."""
    turned = any(token.text.casefold() in words("negations") for token in (*rewording.a, *rewording.b))
    kept, common = (FRAMED, COMMON // 2) if rewording.is_framed else (WORD_FOR_WORD, COMMON)
    return not turned and rewording.kept >= kept and not rewording.others and rewording.before + rewording.after >= common


def _is_enclosed(rewording: Rewording) -> bool:
    """Say whether so much is told alike directly before and after a rewording that what else differs in the sentence does not matter for a noun."""
    return min(rewording.before, rewording.after) >= BESIDE and rewording.before + rewording.after >= ENCLOSED


def _mean_two_things(comparison: Comparison, rewording: Rewording, x: Token, y: Token) -> bool:
    """Say whether two common words of one class are not near in meaning; names, numbers and verbs of saying are for other rules.

    A word for something known that both reports use tells nothing: "the plan" and "the budget" are one thing where either report has both.
    """
    known = _is_known(comparison.a, x) or _is_known(comparison.b, y)
    theirs, mine = (comparison.b.vocabulary, comparison.a.vocabulary) if known else (_stems(rewording.other), _stems(rewording.one))
    if x.stem in theirs or y.stem in mine:
        return False
    if not (_is_common(comparison.a, x) and _is_common(comparison.b, y)) or _are_near(x, y):
        return False
    tag = _tag(comparison.a, x)
    return tag is _tag(comparison.b, y) and tag in {Tag.ADVERB, Tag.NOUN} and not are_opposite(x.stem, y.stem)


def _is_known(document: Document, word: Token) -> bool:
    """Say whether a noun stands for what the reader knows: "the old plan", "its plan"; not "a plan", "plans"."""
    line = [found for found in document.tagged(document.sentence_of(word)) if found.start < word.start]
    while line and line[-1].tag is Tag.NOUN:
        line.pop()
    return bool(line) and (line[-1].tag is Tag.POSSESSIVE or line[-1].low in _DEFINITE)


_DEFINITE = frozenset({"her", "his", "its", "my", "our", "that", "the", "their", "these", "this", "those", "your"})


def _stems(sentence: Sentence) -> frozenset[str]:
    return frozenset(token.stem for token in sentence.tokens)


def _is_common(document: Document, word: Token) -> bool:
    plain = word.text.casefold()
    items = (document.mentions, document.quantities, document.times)
    opens = word.start == document.sentence_of(word).start and (plain.endswith("s") or plain in words("common_words"))
    return (
        plain.isalpha()
        and (word.text.islower() or opens)
        and not any(touching(found, word) for found in items)
        and not is_adjective(word.text)
        and plain not in words("hedges") | words("negations")
        and plain not in table("ordinals")
    )


def _are_near(x: Token, y: Token) -> bool:
    """Say whether two words are near in meaning, or the one is wider and may stand for the other: "victim" and "driver", "storm" and "thunderstorm"."""
    low, other = x.text.casefold(), y.text.casefold()
    if min(len(low), len(other)) >= _COMPOUND and (low.endswith(other) or other.endswith(low) or low.startswith(other) or other.startswith(low)):
        return True
    if near_in_meaning(x.text, y.text) or share_group("near_adjectives", x.text, y.text):
        return True
    return _stands_for(x, y) or _stands_for(y, x)


_COMPOUND = 4
"""From so many letters on a word within another is a word of its own."""


def _stands_for(wide: Token, narrow: Token) -> bool:
    return any(stem(noun) == narrow.stem for noun in _narrower()[wide.stem])


@cache
def _narrower() -> ByStem[str]:
    return ByStem((wide, noun) for wide, narrower in table("near_nouns").items() for noun in narrower)


def _tag(document: Document, word: Token) -> Tag:
    return next(found.tag for found in document.tagged(document.sentence_of(word)) if found.start == word.start)
