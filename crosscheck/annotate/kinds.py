"""What sort of thing a name names, by a vote of the clues around its mentions."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from crosscheck.annotate.clues import Clue

if TYPE_CHECKING:
    from collections.abc import Mapping


class EntityType(StrEnum):
    """What sort of thing a name names."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    OTHER = "other"


@lru_cache(maxsize=1 << 12)
def votes(clues: frozenset[Clue]) -> Mapping[EntityType, float]:
    """Return how much the clues speak for each type."""
    counted = dict.fromkeys(EntityType, 0.0)
    for clue, (kind, weight) in _WEIGHTS.items():
        counted[kind] += weight * (clue in clues)
    return MappingProxyType(counted)


@lru_cache(maxsize=1 << 12)
def elected(clues: frozenset[Clue]) -> EntityType:
    """Return the type that has most votes of the clues, OTHER where none has enough."""
    counted = votes(clues)
    best = max(EntityType, key=lambda kind: counted[kind])
    return best if counted[best] >= (_LEAST_FOR_PERSON if best is EntityType.PERSON else _LEAST_VOTE) else EntityType.OTHER


# How much each clue weighs, set by eye on news copy: one strong clue decides, a weak one needs company.
_WEIGHTS: dict[Clue, tuple[EntityType, float]] = {
    Clue.HONORIFIC: (EntityType.PERSON, 4.0),
    Clue.ROLE: (EntityType.PERSON, 3.0),
    Clue.LOOSE_ROLE: (EntityType.PERSON, 0.5),
    Clue.AGE: (EntityType.PERSON, 3.0),
    Clue.WHO: (EntityType.PERSON, 1.5),
    Clue.GIVEN: (EntityType.PERSON, 2.5),
    Clue.GIVEN_ALONE: (EntityType.PERSON, 0.9),
    Clue.SHAPE: (EntityType.PERSON, 1.5),
    Clue.SPEECH: (EntityType.PERSON, 0.7),
    Clue.KIN: (EntityType.PERSON, 3.0),
    Clue.PRONOUN: (EntityType.PERSON, 0.9),
    Clue.PLAIN: (EntityType.PERSON, 0.7),
    Clue.LATER_BY_LAST: (EntityType.PERSON, 1.5),
    Clue.LATER_BY_FIRST: (EntityType.BODY, 2.0),
    Clue.THE: (EntityType.BODY, 0.6),
    Clue.BODY_WORD: (EntityType.BODY, 4.0),
    Clue.ACRONYM: (EntityType.BODY, 3.5),
    Clue.BRACKETED: (EntityType.BODY, 0.5),
    Clue.METONYM: (EntityType.BODY, 5.0),
    Clue.GEO_NOUN: (EntityType.PLACE, 2.8),
    Clue.GEO_SURNAME: (EntityType.PLACE, 0.8),
    Clue.GEO_AFTER: (EntityType.PLACE, 2.0),
    Clue.VESSEL: (EntityType.OTHER, 4.0),
    Clue.KNOWN_PLACE: (EntityType.PLACE, 3.5),
    Clue.DATELINE: (EntityType.PLACE, 3.0),
    Clue.LOCATIVE: (EntityType.PLACE, 1.6),
}
_LEAST_VOTE = 1.0
_LEAST_FOR_PERSON = 1.5  # a body taken for a person costs more than a person not known for one
