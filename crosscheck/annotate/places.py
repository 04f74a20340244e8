"""Where it happened: place names with the preposition that makes them a location ("off Buton island")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate.names import Entity
    from crosscheck.segment import Sentence


@dataclass(frozen=True, slots=True)
class Place(Span):
    """A location as written, the name alone ("Buton island"); `preposition` is the lower-case word before it ("off"), "" where there is none."""

    preposition: str
    entity: int | None


def places(sentences: Sequence[Sentence], cast: Sequence[Entity]) -> tuple[Place, ...]:
    """Return the locations of a report, in order."""
    raise NotImplementedError
