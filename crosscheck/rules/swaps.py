"""Whose figure is whose: two sources who change their numbers between the reports."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from crosscheck.annotate.document import within
from crosscheck.rules.sources import credit, same_source, voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.rules.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A source and the one number that it is credited with."""

    source: Attribution
    number: Quantity


def swapped_figures(comparison: Comparison) -> Iterator[tuple[tuple[Reckoning, Reckoning], tuple[Reckoning, Reckoning]]]:
    """Yield the two reckonings of each report, in the order of the texts, where each source has the other's number in the other report.

    "The union says 900 jobs, the port 300" against "the port says 900 jobs, the union 300": one paragraph tells both numbers, in both reports.
    """
    theirs: dict[frozenset[float], list[tuple[Reckoning, Reckoning]]] = defaultdict(list)
    for rivals in _paired(comparison.b):
        theirs[_numbers(rivals)].append(rivals)
    for mine in _paired(comparison.a):
        for rivals in theirs[_numbers(mine)]:
            if _are_swapped(comparison, mine, rivals) or _are_swapped(comparison, mine, rivals[::-1]):
                yield mine, rivals


def _paired(document: Document) -> Iterator[tuple[Reckoning, Reckoning]]:
    """Return the reckonings of one paragraph in twos where their numbers differ."""
    paragraphs: dict[int, list[Reckoning]] = defaultdict(list)
    for one in document.attributions:
        if one.source and (number := _only_number(document, one)):
            paragraphs[document.sentence_of(number).block].append(Reckoning(one, number))
    twos = (two for reckonings in paragraphs.values() for two in combinations(reckonings, 2))
    return (two for two in twos if len(_numbers(two)) == len(two))


def _numbers(two: tuple[Reckoning, Reckoning]) -> frozenset[float]:
    return frozenset(reckoning.number.value for reckoning in two)


def _only_number(document: Document, one: Attribution) -> Quantity | None:
    numbers = [number for span in one.content for number in within(document.quantities, span)]
    return numbers[0] if len(numbers) == 1 else None


def _are_swapped(comparison: Comparison, mine: tuple[Reckoning, Reckoning], theirs: tuple[Reckoning, Reckoning]) -> bool:
    """Say whether the numbers are the same in this order, and the sources the same in the other."""
    if any(one.number.value != other.number.value for one, other in zip(mine, theirs, strict=True)):
        return False
    straight = [_same(comparison, one, other) for one, other in zip(mine, theirs, strict=True)]
    crossed = [_same(comparison, one, other) for one, other in zip(mine, theirs[::-1], strict=True)]
    return True in crossed and False not in crossed and True not in straight


def _same(comparison: Comparison, one: Reckoning, other: Reckoning) -> bool | None:
    if credit(one.source).casefold() == credit(other.source).casefold():
        return True
    return same_source(voice(comparison.a, one.source), voice(comparison.b, other.source))
