"""Rules about how well a claim is sourced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.sources import ACCOUNTABLE, credit, evidence, is_unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.rules.comparison import Comparison, Telling

# Tuned on the gold pairs, leaving one pair out.
LIKENESS = 0.35
"""How alike two claims must be for their sources to be held against each other."""


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
        for weak, strong in ((pair.a, pair.b), (pair.b, pair.a)):
            if is_unnamed(weak) and strong.claim.attribution and strong.claim.attribution.source_kind in ACCOUNTABLE:
                where = "A" if weak is pair.a else "B"
                yield Difference(evidence(pair.a), evidence(pair.b), f"the source is not named in {where}", 0.5 + pair.likeness / 2)


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
        for plain, credited in ((pair.a, pair.b), (pair.b, pair.a)):
            if _is_stated(plain) and _is_credited(credited):
                where = "A" if plain is pair.a else "B"
                yield Difference(
                    (pair.a.claim,) if plain is pair.a else evidence(pair.a),
                    (pair.b.claim,) if plain is pair.b else evidence(pair.b),
                    f'{where} states as fact what the other credits to "{credit(credited)}"',
                    0.4 + pair.likeness / 2,
                    None if is_unnamed(credited) else Severity.NOTE,
                )


def _is_credited(telling: Telling) -> bool:
    return telling.claim.attribution is not None and bool(telling.claim.attribution.source)


def _is_stated(telling: Telling) -> bool:
    """Say whether the report states the claim in a sentence that credits nobody and quotes nobody."""
    sentence = telling.sentence
    credited = (span for attribution in telling.document.attributions for span in (*attribution.source, *attribution.content))
    return not any(span.overlaps(sentence) for span in (*credited, *telling.document.quotes))
