"""Who a source is, and whether two sources are one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.annotate.names import EntityType
from crosscheck.annotate.namesakes import Kinship, kinship

if TYPE_CHECKING:
    from crosscheck.annotate import Document
    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.names import Entity
    from crosscheck.annotate.quotes import Quote
    from crosscheck.rules.comparison import Telling
    from crosscheck.spans import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """A source as far as its report tells who it is: the people it names, and the words of the bodies it names or belongs to."""

    people: tuple[str, ...]
    bodies: frozenset[str]
    ties: frozenset[str]


def voice(document: Document, attribution: Attribution | None) -> Voice:
    """Return who is credited: "Lumo safety director Karen Thygesen" is one person, tied to Lumo; "she" is whom the report means."""
    if attribution is None:
        return Voice((), frozenset(), frozenset())
    named = [
        entity
        for entity in document.entities
        if entity.id == attribution.speaker or any(mention.overlaps(span) for mention in entity.mentions for span in attribution.source)
    ]
    people = [entity for entity in named if entity.type is EntityType.PERSON]
    return Voice(
        people=tuple(entity.name for entity in people),
        bodies=frozenset(word for entity in named if entity.type is not EntityType.PERSON for word in _words(entity)),
        ties=frozenset(word for entity in people for title in entity.titles for word in title.casefold().split()),
    )


def spoken_by(document: Document, quote: Quote) -> Attribution | None:
    """Return the attribution that credits the quote to somebody."""
    return next((found for found in document.attributions if found.source and any(span.overlaps(quote) for span in found.content)), None)


def same_source(a: Voice, b: Voice) -> bool | None:
    """Say whether two voices are one (True), two (False), or whether the reports do not tell (None)."""
    if a.people and b.people:
        return any(kinship(x, y) is not Kinship.DIFFERENT for x in a.people for y in b.people)
    if a.people or b.people:
        person, body = (a, b) if a.people else (b, a)
        return None if not body.bodies or body.bodies & (person.ties | person.bodies) else False
    if a.bodies and b.bodies:
        return bool(a.bodies & b.bodies)
    return None


def credit(telling: Telling) -> str:
    """Return whom the report credits for the claim, in its words."""
    attribution = telling.claim.attribution
    return " ".join(" ".join(span.text.split()) for span in attribution.source) if attribution else ""


def evidence(telling: Telling) -> tuple[Span, ...]:
    """Return the words that credit the claim; the claim itself where none do."""
    attribution = telling.claim.attribution
    return (attribution.source or attribution.cue if attribution else ()) or (telling.claim,)


def _words(entity: Entity) -> frozenset[str]:
    """Return the words of a body's name, with the letters it may be shortened to: "National Privacy Commission", "npc"."""
    words = [word for mention in entity.mentions for word in mention.text.casefold().split()]
    capitals = "".join(word[0] for word in entity.name.split() if word[:1].isupper()).casefold()
    return frozenset({*words, *({capitals} if len(capitals) > 1 else ())})
