"""One decision told in two reports, in sentences that need not be linked: "has ordered an invasion" and "has decided to invade"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.names import EntityType
from crosscheck.read import Role
from crosscheck.rules.people import are_one
from crosscheck.rules.sources import chain
from crosscheck.similarity import meaning
from crosscheck.tokens import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.names import Entity
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.tellings import Telling
    from crosscheck.segment import Token
    from crosscheck.spans import Span

REACH = 6
"""How many content words after the verb may name what is decided."""
BEFORE = 2
"""How many sentences back those may be named whom "both leaders" means."""


def told_decisions(comparison: Comparison) -> Iterator[tuple[Telling, Telling]]:
    """Yield the claims in which a source of each report tells what one and the same person or body has decided.

    Nobody knows a decision until it is told, so whoever tells it matters more than the words in which it is told.
    """
    theirs = [(b, chosen, _objects(b, chosen)) for b, chosen in _decisions(comparison.tellings_b)]
    for a, decided in _decisions(comparison.tellings_a):
        objects = _objects(a, decided)
        for b, chosen, others in theirs:
            denied = bool(a.claim.negations) != bool(b.claim.negations)
            if not denied and not objects.isdisjoint(others) and _decided_by_one(comparison, (a, decided), (b, chosen)):
                yield a, b


def _decisions(told: Iterable[Iterable[Telling]]) -> Iterator[tuple[Telling, Token]]:
    """Yield the claims with a source of their own that tell a decision, with its verb."""
    verbs = stems("decisions")
    for telling in (telling for claims in told for telling in claims):
        verb = next((token for token in telling.content if token.stem in verbs), None)
        if verb and telling.sentence.role is Role.BODY and chain(telling):
            yield telling, verb


def _objects(telling: Telling, verb: Token) -> set[str]:
    """Return what is decided, by its words that are no names."""
    ahead = telling.after(verb, REACH)
    return {meaning(token.stem) for token in ahead if not token.text[0].isupper() and token.stem not in stems("decisions")}


def _decided_by_one(comparison: Comparison, mine: tuple[Telling, Token], other: tuple[Telling, Token]) -> bool:
    """Say whether one and the same decides in both: the last one named before the verb, or two whom the other report calls "both"."""
    x, y = (telling.subject_before(verb) for telling, verb in (mine, other))
    if x and y:
        return are_one(x, y, comparison.aliases)
    return (y is not None and _are_both(comparison, mine, other)) or (x is not None and _are_both(comparison, other, mine))


def _are_both(comparison: Comparison, joint: tuple[Telling, Token], named: tuple[Telling, Token]) -> bool:
    """Say whether "both leaders" of the one are the two whom the other names: they are named in the sentences before."""
    telling, verb = joint
    if not any(token.text.casefold() in {"both", "two"} for token in telling.sentence.tokens if telling.claim.start <= token.start < verb.start):
        return False
    before = telling.document.sentences[max(0, telling.sentence.id - BEFORE) : telling.sentence.id]
    known = [entity for sentence in before for entity in _people(telling.document, sentence)]
    people = _people(named[0].document, named[0].claim)
    return len(people) > 1 and all(any(are_one(one, other, comparison.aliases) for other in known) for one in people)


def _people(document: Document, span: Span) -> list[Entity]:
    return [entity for entity in document.named_in(span) if entity.type is EntityType.PERSON]
