"""The one number that each report has of a thing: its only toll of the dead, its only count of families."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from math import inf
from typing import TYPE_CHECKING

from crosscheck.annotate.amounts import compatible
from crosscheck.layout import Role
from crosscheck.rules.fates import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.rules.comparison import Comparison

APART = 2
"""Figures more times apart are mostly of two things that go by one noun."""
OVERTAKEN = 1.15
"""From so many times its next step on a figure is another toll than the least that the other report knows of: "at least 17", "21"; not "at least 30", "34"."""


def totals(comparison: Comparison) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the figures at odds of what each report gives one figure alone: the people of one fate, or the things of one noun.

    They need not stand in linked sentences: "three of his men were taken prisoner" in the one, "five of them were captured" in the other.
    """
    mine, theirs = _totals(comparison.a), _totals(comparison.b)
    for key in sorted(mine.keys() & theirs.keys()):
        a, b = (min(figures, key=lambda figure: (figure.step, figure.high - figure.low)) for figures in (mine[key], theirs[key]))
        near = max(a.value, b.value) <= APART * min(a.value, b.value)
        if near and (compatible(a, b) is False or (key.startswith("fate") and (_is_overtaken(a, b) or _is_overtaken(b, a)))):
            yield mine[key][0], theirs[key][0]


def _is_overtaken(a: Quantity, b: Quantity) -> bool:
    """Say whether "at least" so many is an earlier toll than the other report's."""
    return a.high == inf and b.value >= OVERTAKEN * (a.value + a.step)


def _totals(document: Document) -> Mapping[str, Sequence[Quantity]]:
    """Return the figures of each fate and noun of which the report has one alone, however often and loosely it tells it ("5 dead", "at least five").

    Those of the body come first. Where only those of one trade are told, they are all: "three firefighters died".
    """
    found: dict[str, list[Quantity]] = defaultdict(list)
    for amount in document.quantities:
        if not amount.unit and not amount.per:
            for key in counted(document, amount):
                found[key].append(amount)
    for key, general in [(key, key.partition(" of ")[0]) for key in found]:
        if general not in found and sum(other.startswith(general) for other in found) == 1:
            found[general] = found[key]
    return {
        key: sorted(amounts, key=lambda amount: document.sentence_of(amount).role is Role.HEADLINE)
        for key, amounts in found.items()
        if all(compatible(x, y) for x, y in combinations(amounts, 2))
    }
