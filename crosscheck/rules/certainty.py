"""Rules about how sure the reports are."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from crosscheck.annotate.document import within
from crosscheck.lexicon import words
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.similarity import meaning
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.tellings import Telling
    from crosscheck.spans import Span

# Tuned on the gold pairs, leaving one pair out.
LIKENESS = 0.2
"""How alike two claims must be for a hedge in one of them to count."""
SOFT = frozenset({"can", "should", "would"})
"""Modal verbs that state less than plainly, though they hedge nothing by themselves."""
MODALS = frozenset({"could", "may", "might"})
"""Hedges that a condition in the other report answers: "faces jail if convicted", "could be jailed"."""


@rule("CER001", "certainty-differs", Kind.CERTAINTY, Severity.WARNING)
def certainty_differs(comparison: Comparison) -> Iterator[Difference]:
    """One report states plainly what the other hedges.

    Hedges are modal verbs (may, could), adverbs (tentatively, allegedly), conditions and words for what is only expected,
    suspected or preliminary. What is hedged, the next word, must be stated in the other claim without a hedge.

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
            yield Difference((a,), (b,), f'"{pair.a.phrase(a)}" in A, "{pair.b.phrase(b)}" in B', 0.5 + pair.likeness / 2)


def _qualified(hedged: Telling, plain: Telling) -> Iterator[tuple[Span, Span]]:
    """Yield the first hedge whose qualified word, the next but for names, the plain claim has, with that word there."""
    for hedge in _hedges(hedged):
        if _is_answered(hedge, plain):
            continue
        named = within(hedged.document.mentions, hedged.claim)
        unnamed = (token for token in hedged.after(hedge, len(hedged.content)) if not any(mention.covers(token) for mention in named))
        for token in islice(unnamed, 1):
            if stated := plain.word(token):
                yield hedged.through(hedge, token), stated
                return


def _is_answered(hedge: Span, plain: Telling) -> bool:
    """Say whether the plain claim is not so plain: it has a soft modal, a condition for a modal, or the hedge's own word in another form."""
    said = {word.casefold() for word in plain.claim.text.split()}
    conditional = len(plain.claim.hedges) > len(_hedges(plain))
    echoed = {meaning(stem(word)) for word in hedge.text.split()} & {meaning(token.stem) for token in plain.content}
    return bool(said & SOFT or echoed or (conditional and hedge.text.casefold() in MODALS))


def _hedges(telling: Telling) -> list[Span]:
    """Return the claim's hedges but for conditions, which make it no less sure."""
    return [hedge for hedge in telling.claim.hedges if hedge.text.casefold() not in words("conditions")]
