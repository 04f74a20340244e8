"""Rules about what only one report tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.rules.rule import Difference, Kind, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.rules.comparison import Comparison


@rule("ADD001", "only-in-one", Kind.ADDITION, Severity.NOTE)
def only_in_one(comparison: Comparison) -> Iterator[Difference]:
    """Only one of the reports tells this.

    What one report leaves out is often the difference that matters most, and seldom a mistake: it is a note.

    Flagged:

        A: The bridge will close on Monday. Repairs will cost $4 million.
        B: The bridge will close on Monday.

    Not flagged:

        A: The bridge will close on Monday.
        B: On Monday the bridge will close.
    """
    for sentence in comparison.only_a:
        yield Difference((sentence,), (), "only A tells this")
    for sentence in comparison.only_b:
        yield Difference((), (sentence,), "only B tells this")
