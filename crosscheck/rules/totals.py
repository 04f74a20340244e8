"""The one number that each report has of a thing: its only toll of the dead, its only count of families."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from crosscheck.annotate.amounts import compatible
from crosscheck.annotate.document import within
from crosscheck.annotate.grammar import NOMINAL, Tag
from crosscheck.layout import Role
from crosscheck.lexicon import table, words
from crosscheck.similarity import meaning
from crosscheck.tokens import ByStem, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.rules.comparison import Comparison

MANY = 100
"""From here on a figure is the number of something ("2,300 families"); of "two officers" there may be others, and "11 seasons" are anybody's."""
APART = 2
"""Figures more times apart are mostly of two things that go by one noun."""


def totals(comparison: Comparison) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the figures at odds of what each report gives one figure alone: the people of one fate, or the things of one noun.

    They need not stand in linked sentences: "three of his men were taken prisoner" in the one, "five of them were captured" in the other.
    """
    mine, theirs = _totals(comparison.a), _totals(comparison.b)
    for key in sorted(mine.keys() & theirs.keys()):
        a, b = (min(figures, key=lambda figure: figure.high - figure.low) for figures in (mine[key], theirs[key]))
        if compatible(a, b) is False and max(a.value, b.value) <= APART * min(a.value, b.value):
            yield mine[key][0], theirs[key][0]


def _totals(document: Document) -> Mapping[str, Sequence[Quantity]]:
    """Return the figures of each fate and noun of which the report has one alone, however often and loosely it tells it ("5 dead", "at least five").

    Those of the body come first.
    """
    found: dict[str, list[Quantity]] = defaultdict(list)
    for amount in document.quantities:
        if not amount.unit and not amount.per:
            for key in _keys(document, amount):
                found[key].append(amount)
    return {
        key: sorted(amounts, key=lambda amount: document.sentence_of(amount).role is Role.HEADLINE)
        for key, amounts in found.items()
        if all(compatible(x, y) for x, y in combinations(amounts, 2))
    }


def _keys(document: Document, amount: Quantity) -> Iterator[str]:
    """Yield what an amount is the number of: a fate, where it counts people; a noun, where it counts anything else."""
    sentence = document.sentence_of(amount)
    if any(_YEAR.fullmatch(time.value) for time in within(document.times, sentence)):
        return  # what happened before: "in 1987, more than 4,000 people died"
    if fate := _fate(document.tagged(sentence), amount):
        yield f"fate {fate}"
    elif amount.of and amount.value >= MANY and not _is_anybody(amount.of):
        yield f"noun {meaning(amount.of)}"


_YEAR = re.compile(r"\d{4}(?:-\d\d)?")


def _fate(line: Sequence[Word], amount: Quantity) -> str | None:
    """Return what befell the people whom an amount counts, None where it counts others or only some of them."""
    first = next((at for at, word in enumerate(line) if word.end > amount.start), len(line))
    if first and line[first - 1].low in _PARTS:
        return None
    if named := _fates()[amount.of]:
        return named[0]
    end = next((at for at, word in enumerate(line) if word.start >= amount.end), len(line))
    of_more = (first and line[first - 1].low == "of") or (end < len(line) and line[end].low == "-")  # "two of 23 sailors", "two of its 23-man crew"
    if of_more or (amount.of and not _is_anybody(amount.of)):
        return None
    return _told(line, _verb(line, end)) or (_told(line, first - 1) if first and line[first - 1].tag in {Tag.VERB, Tag.ING} else None)


_PARTS = frozenset({"another", "include", "included", "including", "includes", "other"})


def _verb(line: Sequence[Word], at: int) -> int:
    """Return where the verb stands of which the words before a place are the subject; the end where there is none."""
    while at < len(line) and (line[at].tag in NOMINAL or line[at].low in {"of", "-", "them", "whom", "others"}):
        at += 1
    while at < len(line) and line[at].tag in {Tag.AUXILIARY, Tag.ADVERB}:
        at += 1
    return at


def _told(line: Sequence[Word], at: int) -> str | None:
    """Return the fate that a verb tells, by itself or by what follows it: "were wounded", "were taken [prisoner]", "suffered gunshot [wounds]"."""
    if at >= len(line):
        return None
    reach = 1 + _REACH * (line[at].lemma in _LIGHT)
    return next((fate for word in line[at : at + reach] for fate in _fates()[stem(word.lemma or word.low)]), None)


_LIGHT = frozenset({"hold", "receive", "report", "suffer", "sustain", "take"})
_REACH = 3


@cache
def _fates() -> ByStem[str]:
    return ByStem((word, fate) for fate, listed in table("fates").items() for word in listed)


def _is_anybody(noun: str) -> bool:
    """Say whether a noun counts people of whom a report may count some here and others there."""
    return bool(_people()[noun])


@cache
def _people() -> ByStem[str]:
    anybody = ("child", "colleague", "man", "member", "other", "people", "person", "resident", "victim", "woman", "worker")
    return ByStem((noun, noun) for noun in (*words("roles"), *anybody))
