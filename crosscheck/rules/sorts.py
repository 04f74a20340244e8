"""Of what sort a source is that need not be named, and whether two sorts rule each other out: "police" and "the hospital"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

from crosscheck.annotate.names import EntityType
from crosscheck.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.attributions import Attribution


def sorts(document: Document, attribution: Attribution) -> frozenset[str]:
    """Return the sorts by whose nouns a source is told of, all of them for "a doctor at the hospital", none for "officials".

    For somebody named they are those of his titles as well: "she" may be "the judge". A surname tells nothing: "Bishop".
    """
    meant = None if attribution.speaker is None else document.entities[attribution.speaker]
    person = meant if meant and meant.type is EntityType.PERSON else None
    phrases = [_CLAUSE.split(span.text, maxsplit=1)[0] for span in attribution.source]
    told = " ".join((*phrases, *(person.titles if person else ()))).casefold()
    called = {word for mention in (person.mentions if person else ()) for word in mention.text.casefold().split()}
    return sorts_of([word for word in _WORD.findall(told) if word not in called])


def sorts_of(told: Sequence[str]) -> frozenset[str]:
    """Return the sorts for which some words in lower case are nouns, one by one or two together: "fire service"."""
    return frozenset(_by_noun()[noun] for noun in (*told, *map(" ".join, pairwise(told))) if noun in _by_noun())


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE = re.compile(r"(?<!,)\s(?:who|whose|that|which)\s")


def are_two_sorts(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether no source can be of both: "police" and "the hospital", not "the hospital" and "a doctor", nor where a sort is not known."""
    return bool(a and b) and all(x != y and y not in _ties().get(x, ()) and x not in _ties().get(y, ()) for x, y in product(a, b))


@cache
def _by_noun() -> Mapping[str, str]:
    return {noun: sort for sort, nouns in table("source_sorts").items() for noun in nouns}


def _ties() -> Mapping[str, tuple[str, ...]]:
    return table("source_ties")
