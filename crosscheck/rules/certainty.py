"""Rules about how sure the reports are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.lexicon import words
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.rules.comparison import Comparison, Telling

# Tuned on the gold pairs, leaving one pair out.
LIKENESS = 0.35
"""How alike two claims must be for a hedge in one of them to count."""
REACH = 3
"""How many content words after a hedge it is taken to qualify: "may cut up to 2,000 jobs" qualifies "cut", "2,000", "jobs"."""


@rule("CER001", "certainty-differs", Kind.CERTAINTY, Severity.WARNING)
def certainty_differs(comparison: Comparison) -> Iterator[Difference]:
    """One report states plainly what the other hedges.

    Hedges are modal verbs (may, could), adverbs (tentatively, allegedly), conditions and words for what is only expected,
    suspected or preliminary. What is hedged must be stated without a hedge in the other claim.

    Flagged:

        A: The merged company will cut 2,000 jobs in the spring.
        B: The merged company may cut 2,000 jobs in the spring.

    Not flagged:

        A: The merged company may cut 2,000 jobs in the spring.
        B: The merged company could cut 2,000 jobs in the spring.
    """
    for pair in comparison.claims:
        if pair.likeness < LIKENESS or bool(_hedges(pair.a)) == bool(_hedges(pair.b)):
            continue
        hedged, plain = (pair.a, pair.b) if _hedges(pair.a) else (pair.b, pair.a)
        for hedge, stated in _qualified(hedged, plain):
            a, b = (hedge, stated) if hedged is pair.a else (stated, hedge)
            yield Difference((a,), (b,), f'"{hedge.text}" in {"A" if hedged is pair.a else "B"}, stated plainly in the other', 0.5 + pair.likeness / 2)


def _qualified(hedged: Telling, plain: Telling) -> Iterator[tuple[Span, Span]]:
    """Yield the first hedge whose qualified word the plain claim has, with that word there."""
    for hedge in _hedges(hedged):
        for token in hedged.after(hedge, REACH):
            if stated := plain.word(token):
                yield hedge, stated
                return


def _hedges(telling: Telling) -> list[Span]:
    """Return the claim's hedges but for conditions, which make it no less sure."""
    return [hedge for hedge in telling.claim.hedges if hedge.text.casefold() not in words("conditions")]
