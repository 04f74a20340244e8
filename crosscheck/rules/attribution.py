"""Rules about who is credited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.rules.remarks import SAME_REMARK, remarks
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.sources import credit, reporter, same_source, spoken_by, voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.rules.comparison import Comparison

LIKENESS = 0.3
"""How alike two claims must be for their sources to be held against each other; tuned on the gold pairs, leaving one pair out."""

OPPOSED = 0.5
"""How alike two claims must be for a "not" in one to make them two statements."""


@rule("ATT001", "source-differs", Kind.ATTRIBUTION, Severity.WARNING)
def source_differs(comparison: Comparison) -> Iterator[Difference]:
    """The reports credit the same statement to different people or bodies.

    Only sources that both reports name are held against each other; a person and the body he speaks for are one.

    Flagged:

        A: Regulators are likely to demand the sale of two terminals, said Peter Holt, an analyst at Bank Lind.
        B: Regulators are likely to demand the sale of two terminals, said Claire Ashby, an analyst at Merrow Securities.

    Not flagged:

        A: Regulators are likely to demand the sale of two terminals, said Peter Holt, an analyst at Bank Lind.
        B: Regulators are likely to demand the sale of two terminals, Mr Holt said.
    """
    for pair in comparison.claims:
        if pair.likeness < LIKENESS or (pair.a.is_quoted and pair.b.is_quoted):
            continue  # whose words stand between the marks is for the next rule
        if pair.likeness >= OPPOSED and bool(pair.a.claim.negations) != bool(pair.b.claim.negations):
            continue  # one says what the other denies: two statements
        a, b = reporter(pair.a), reporter(pair.b)
        if a and b and same_source(voice(comparison.a, a), voice(comparison.b, b)) is False:
            yield Difference(a.source, b.source, f'credited to "{credit(a)}" in A, "{credit(b)}" in B', 0.5 + pair.likeness / 2)


@rule("ATT002", "speaker-differs", Kind.ATTRIBUTION, Severity.ERROR)
def speaker_differs(comparison: Comparison) -> Iterator[Difference]:
    """The reports put the same quoted words into two mouths.

    Flagged:

        A: "We gave them too much respect after the break," coach Adam Reyes said.
        B: "We gave them too much respect after the break," captain Luis Ortega said.

    Not flagged:

        A: "We gave them too much respect after the break," coach Adam Reyes said.
        B: "We gave them too much respect after the break," said Reyes.
    """
    for remark in remarks(comparison):
        a, b = spoken_by(comparison.a, remark.a), spoken_by(comparison.b, remark.b)
        if a and b and remark.alike >= SAME_REMARK and same_source(voice(comparison.a, a), voice(comparison.b, b)) is False:
            yield Difference(a.source, b.source, f'quoted from "{credit(a)}" in A, "{credit(b)}" in B', 0.5 + remark.alike * 0.45)
