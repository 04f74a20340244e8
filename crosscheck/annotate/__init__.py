"""From an Article to a Document: what the report says, found and linked, one room for each sort of thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.attributions import attributions
from crosscheck.annotate.capitals import words_of
from crosscheck.annotate.claims import claims
from crosscheck.annotate.deeds import deeds
from crosscheck.annotate.descriptions import with_descriptions
from crosscheck.annotate.document import Document
from crosscheck.annotate.grammar import tagged_sentences
from crosscheck.annotate.names import entities
from crosscheck.annotate.places import places
from crosscheck.annotate.quantities import quantities
from crosscheck.annotate.quotes import quotes, with_speakers
from crosscheck.annotate.silences import silences
from crosscheck.annotate.times import times
from crosscheck.segment import sentences

if TYPE_CHECKING:
    from crosscheck.aliases import Aliases
    from crosscheck.read import Article

__all__ = ["Document", "annotate"]


def annotate(article: Article, aliases: Aliases = ()) -> Document:
    """Return the report with its sentences, cast, quantities, times, places, quotes, attributions and claims."""
    found = sentences(article)
    tagged, written = tagged_sentences(found), words_of(found)
    cast = with_descriptions(found, entities(found, written), article.text, tagged)
    days = times(found, article.date)
    spoken = quotes(article, found)
    credited = attributions(found, spoken, cast, tagged)
    return Document(
        article=article,
        sentences=found,
        entities=cast,
        quantities=quantities(found, days),
        times=days,
        places=places(found, cast, written),
        quotes=with_speakers(spoken, credited),
        attributions=credited,
        claims=claims(found, credited, tagged),
        aliases=aliases,
        silences=silences(found, spoken, cast, tagged),
        deeds=deeds(found, spoken, cast, tagged),
        words=tagged,
    )
