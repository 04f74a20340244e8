"""A report with all that was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.claims import Claim
    from crosscheck.annotate.names import Entity
    from crosscheck.annotate.places import Place
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.annotate.quotes import Quote
    from crosscheck.annotate.times import Time
    from crosscheck.read import Article
    from crosscheck.segment import Sentence

Found = TypeVar("Found", bound=Span)


@dataclass(frozen=True)
class Document:
    """A report, its sentences, and what each room of `annotate` found; every item is a span of `article.text`."""

    article: Article
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]


def within(items: Iterable[Found], span: Span) -> tuple[Found, ...]:
    """Return the items that lie inside the span, in order."""
    return tuple(item for item in items if span.covers(item))
