"""Whom two reports credit with one deed: who put a plan forward, who found the wreck, who accused whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.document import within
from crosscheck.annotate.names import EntityType
from crosscheck.annotate.namesakes import Kinship, kinship
from crosscheck.lexicon import words
from crosscheck.rules.sources import same_source, voice_of
from crosscheck.similarity import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.deeds import Deed
    from crosscheck.annotate.names import Entity
    from crosscheck.rules.comparison import Comparison
    from crosscheck.spans import Span


def rival_credits(comparison: Comparison) -> Iterator[tuple[Deed, Deed]]:
    """Yield the deeds that the reports credit to two: one deed done to one thing by another doer, or done by each to the other.

    "Vance accused Krug" against "Krug accused Vance"; "the wreck was found by divers of the navy" against "students of the college found the wreck".
    The sentences need not be linked: there is one wreck.
    """
    for one in comparison.a.deeds:
        for other in comparison.b.deeds:
            if one.sort == other.sort and (_are_swapped(comparison, one, other) if one.sort == _MUTUAL else _are_rivals(comparison, one, other)):
                yield one, other


_MUTUAL = "accuse"
"""What two may do to one person, each for himself, and to each other."""


def _are_swapped(comparison: Comparison, one: Deed, other: Deed) -> bool:
    doers = _person(comparison.a, one.who), _person(comparison.b, other.who)
    objects = _person(comparison.a, one.whom), _person(comparison.b, other.whom)
    both = _is_returned(one, comparison.a) or _is_returned(other, comparison.b)
    return not both and _are_one(doers[0], objects[1]) and _are_one(objects[0], doers[1])


def _is_returned(deed: Deed, document: Document) -> bool:
    """Say whether the report also has the object do it to the doer."""
    return any(one.sort == deed.sort and (one.who, one.whom) == (deed.whom, deed.who) for one in document.deeds)


def _are_rivals(comparison: Comparison, one: Deed, other: Deed) -> bool:
    mine, theirs = _content(comparison.a, one.object), _content(comparison.b, other.object)
    if not mine or not theirs or not (mine <= theirs or theirs <= mine) or not (_is_known(one.object) or _is_known(other.object)):
        return False
    a, b = _person(comparison.a, one.who), _person(comparison.b, other.who)
    if a and b:
        return kinship(a.name, b.name) is Kinship.DIFFERENT
    if same_source(voice_of(comparison.a, (one.doer,), one.who), voice_of(comparison.b, (other.doer,), other.who)) is False:
        return True
    return _is_of_another(one.doer, comparison.b, other.doer) or _is_of_another(other.doer, comparison.a, one.doer)


def _is_of_another(people: Span, document: Document, body: Span) -> bool:
    """Say whether people of one body stand against another body by name: "students of the state college", "the Alder Trust"."""
    _, tie, rest = people.text.casefold().partition(" of ")
    home = {word for word in rest.split() if word not in words("function_words")}
    named = {word for entity in document.named_in(body) if entity.type is not EntityType.PERSON for word in entity.name.casefold().split()}
    return bool(tie and named) and not home.isdisjoint(words("offices") | words("body_words")) and home.isdisjoint(named)


def _is_known(thing: Span) -> bool:
    """Say whether a phrase is of one thing that the reader knows: "the wreck", "its plan"; not "two bodies", of which there may be more."""
    first = thing.text.casefold().split()[0]
    return first in {"her", "his", "its", "that", "the", "their", "this"}


def _content(document: Document, thing: Span) -> frozenset[str]:
    return frozenset(terms(within(document.sentence_of(thing).tokens, thing)))


def _person(document: Document, number: int | None) -> Entity | None:
    entity = None if number is None else document.entities[number]
    return entity if entity and entity.type is EntityType.PERSON else None


def _are_one(a: Entity | None, b: Entity | None) -> bool:
    return a is not None and b is not None and kinship(a.name, b.name) in {Kinship.SAME, Kinship.SHORTER}
