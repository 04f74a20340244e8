"""Rules about when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.times import may_agree
from crosscheck.rules.rivals import rivals
from crosscheck.rules.rule import Difference, Kind, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.times import Time
    from crosscheck.rules.comparison import Comparison

CONTEXT = 0.2
"""How alike the words around two times must be for the two to date one event; tuned on the gold pairs, leaving one pair out."""


@rule("TIM001", "time-differs", Kind.TIME, Severity.ERROR)
def time_differs(comparison: Comparison) -> Iterator[Difference]:
    """The reports put one event on different days, dates or hours.

    The day is what readers act on, and a weekday goes wrong when copy is held overnight.
    Weekdays are resolved against the date of their report where it is known; a day and the part of it, a month and a day in it agree.

    Flagged:

        A: The verdict was delivered by the court on Thursday.
        B: The verdict was delivered by the court on Wednesday.

    Not flagged:

        A: The verdict was delivered by the court on Thursday.
        B: The verdict was delivered by the court on Thursday morning.
    """
    replaced = [
        (a, b) for rewording in comparison.rewordings for a, b in rewording.exchanged(comparison.a.times, comparison.b.times) if may_agree(a, b) is False
    ]
    for a, b in replaced:
        yield _difference(a, b, 1.0)
    told = {time.start for time, _ in replaced}, {time.start for _, time in replaced}
    for rival in rivals(comparison, _times, may_agree):
        if rival.context >= CONTEXT and rival.a.start not in told[0] and rival.b.start not in told[1]:
            yield _difference(rival.a, rival.b, min(1.0, 0.7 + 0.1 * rival.alone + 0.3 * rival.context))


def _difference(a: Time, b: Time, confidence: float) -> Difference:
    resolved = a.first is not None and b.first is not None
    return Difference((a,), (b,), f'"{a.flat}" in A, "{b.flat}" in B', confidence, None if resolved else Severity.WARNING)


def _times(document: Document) -> tuple[Time, ...]:
    return document.times
