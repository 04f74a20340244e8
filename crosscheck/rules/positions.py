"""Who makes one demand or lays one blame in two reports: "the army blamed the militia for the raid" and "the mission blamed the militia"."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from crosscheck.annotate.document import within
from crosscheck.rules.sources import are_opposed, is_pronoun, is_unnamed, same_source, voice
from crosscheck.rules.stances import cue, cue_word
from crosscheck.similarity import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.attributions import Attribution
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence

SHARED = 0.5
"""How many of the words that the shorter tells of it the two must have in common."""

ENOUGH = 2
"""How many words at least, where there are so many: "the outage" alone may be blamed on a storm by one and on thieves by the other."""

POSITIONS = {"blame": {"blame"}, "demand": {"call", "demand", "urge"}}
"""What somebody does by saying it, with the verbs; praise and regret are left out, since many have the same for one thing."""


def rival_positions(comparison: Comparison) -> Iterator[tuple[Attribution, Attribution]]:
    """Yield the demands or the blame that linked sentences have from two, where neither report credits the other's source with it too."""
    for one, other in comparison.pairs:
        mine, theirs = _positions(comparison.a, one), _positions(comparison.b, other)
        for (sort, x), (same, y) in product(mine, theirs):
            if sort != same or not _are_apart(comparison, x, y) or not _of_one_thing(comparison, x, y):
                continue
            also_a = any(same_source(voice(comparison.a, also), voice(comparison.b, y)) for named, also in _all_positions(comparison.a) if named == sort)
            also_b = any(same_source(voice(comparison.a, x), voice(comparison.b, also)) for named, also in _all_positions(comparison.b) if named == sort)
            if not also_a and not also_b:
                yield x, y


def _positions(document: Document, sentence: Sentence) -> list[tuple[str, Attribution]]:
    found = [(sort, one) for one in document.credits.get(sentence.id, ()) for sort, verbs in POSITIONS.items() if cue_word(one) in verbs]
    return [(sort, one) for sort, one in found if one.source and not is_pronoun(one) and not _names(one)]


def _names(one: Attribution) -> bool:
    """Say whether "call" tells how somebody names a thing, and demands nothing: "called the plan a mistake"."""
    return cue_word(one) == "call" and cue(one).split()[-1] not in {"for", "on"}


def _all_positions(document: Document) -> Iterator[tuple[str, Attribution]]:
    return (position for sentence in document.sentences for position in _positions(document, sentence))


def _are_apart(comparison: Comparison, x: Attribution, y: Attribution) -> bool:
    if is_unnamed(x) != is_unnamed(y):
        return False
    return are_opposed(x, y) or same_source(voice(comparison.a, x), voice(comparison.b, y)) is False


def _of_one_thing(comparison: Comparison, x: Attribution, y: Attribution) -> bool:
    mine, theirs = _content(comparison.a, x), _content(comparison.b, y)
    shorter = min(len(mine), len(theirs))
    return 0 < max(min(ENOUGH, shorter), SHARED * shorter) <= len(mine & theirs)


def _content(document: Document, one: Attribution) -> set[str]:
    return {term for span in one.content for sentence in document.sentences_of(span) for term in terms(within(sentence.tokens, span))}
