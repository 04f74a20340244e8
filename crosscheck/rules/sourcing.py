"""Rules about how well a claim is sourced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.attributions import SourceKind
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.sources import credit, evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.rules.comparison import ClaimPair, Comparison, Telling

# Tuned on the gold pairs, leaving one pair out.
LIKENESS = 0.35
"""How alike two claims must be for their sources to be held against each other."""

ACCOUNTABLE = frozenset({SourceKind.NAMED, SourceKind.OFFICE, SourceKind.DOCUMENT})
"""Sources that a reader can go back to."""


@rule("SRC001", "source-strength", Kind.SOURCING, Severity.WARNING)
def source_strength(comparison: Comparison) -> Iterator[Difference]:
    """The same claim rests on a source who may not be named in one report, and on one who answers for it in the other.

    Flagged:

        A: The alarm had been switched off since Thursday, said two officials who asked not to be named.
        B: The alarm had been switched off since Thursday, Commissioner Ann Lee said.

    Not flagged:

        A: The alarm had been switched off since Thursday, said Commissioner Ann Lee.
        B: The alarm had been switched off since Thursday, Commissioner Ann Lee said.
    """
    for pair in comparison.claims:
        if pair.likeness < LIKENESS:
            continue
        kinds = _kind(pair.a), _kind(pair.b)
        if SourceKind.UNNAMED in kinds and ACCOUNTABLE & set(kinds):
            weak = "A" if kinds[0] is SourceKind.UNNAMED else "B"
            yield Difference(evidence(pair.a), evidence(pair.b), f"the source is not named in {weak}", 0.5 + pair.likeness / 2)


@rule("SRC002", "attribution-dropped", Kind.SOURCING, Severity.WARNING)
def attribution_dropped(comparison: Comparison) -> Iterator[Difference]:
    """One report credits a source for what the other states as fact.

    Flagged:

        A: The ferry was overloaded when it left the harbour.
        B: The ferry was overloaded when it left the harbour, survivors told local television.

    Not flagged:

        A: The ferry was overloaded when it left the harbour, survivors said.
        B: The ferry was overloaded when it left the harbour, survivors told local television.
    """
    for pair in comparison.claims:
        if pair.likeness < LIKENESS:
            continue
        if _stated(pair.a) and _credited(pair.b):
            yield Difference((pair.a.claim,), evidence(pair.b), f'A states as fact what B credits to "{credit(pair.b)}"', _confidence(pair))
        elif _stated(pair.b) and _credited(pair.a):
            yield Difference(evidence(pair.a), (pair.b.claim,), f'B states as fact what A credits to "{credit(pair.a)}"', _confidence(pair))


def _kind(telling: Telling) -> SourceKind:
    return telling.claim.attribution.source_kind if telling.claim.attribution else SourceKind.NONE


def _stated(telling: Telling) -> bool:
    return telling.claim.attribution is None


def _credited(telling: Telling) -> bool:
    return telling.claim.attribution is not None and bool(telling.claim.attribution.source)


def _confidence(pair: ClaimPair) -> float:
    return 0.4 + pair.likeness / 2
