"""Who and what is named: mentions of people, bodies and places, linked to entities within one report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.segment import Sentence


class EntityType(StrEnum):
    """What sort of thing a name names."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A name where it stands, without its titles ("Lavrov"); `titles` are the titles and roles beside it ("Russian Foreign Minister", "the 54-year-old" is none)."""

    titles: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body or place of a report, with every mention in order; `name` is the fullest form."""

    id: int
    name: str
    type: EntityType
    titles: tuple[str, ...]
    mentions: tuple[Mention, ...]


def entities(sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
    """Return the cast of a report, in order of first mention."""
    raise NotImplementedError
