"""Who of one report is who in the other."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.aliases import house_name, one_name
from crosscheck.annotate.gazetteer import state_of
from crosscheck.annotate.names import EntityType, acronym
from crosscheck.annotate.namesakes import Kinship, keys, kinship

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crosscheck.aliases import Aliases
    from crosscheck.annotate import Document
    from crosscheck.annotate.names import Entity


COMMON = 12
"""A beginning that more people of one report share than this, as of "John", tells nobody from another where the name has a rarer one."""


class Bond(StrEnum):
    """How a person of one report stands to one of the other."""

    NAME = "name"  # one name, or a shorter form of it
    STYLE = "style"  # two spellings that house style makes one
    VARIANT = "variant"  # two spellings of one name
    NAMESAKE = "namesake"  # all words in common but one, the surname or the first name among them


ONE = frozenset({Bond.NAME, Bond.STYLE})
"""The bonds that leave no doubt that two people are one."""


class Kin(NamedTuple):
    """Two people, one of each report, whom their names tie; `only` says that neither report has anybody else of that name."""

    a: Entity
    b: Entity
    bond: Bond
    only: bool


def is_person(entity: Entity) -> bool:
    """Say whether an entity is a person, or has a name of two words or more that may be a person's."""
    return entity.type is EntityType.PERSON or (entity.type is EntityType.OTHER and " " in entity.name)


def kin(a: Document, b: Document, aliases: Aliases = ()) -> tuple[Kin, ...]:
    """Return the pairs of people that may be one, in order.

    Whoever the other report has by name is held against nobody else there.
    """
    people_a, people_b = ([entity for entity in document.entities if is_person(entity)] for document in (a, b))
    tied = list(_tied(people_a, people_b, aliases))
    by_name = [(x, y) for x, y, bond in tied if bond in ONE]
    named_a, named_b = _counted(x.id for x, _ in by_name), _counted(y.id for _, y in by_name)
    return tuple(
        Kin(x, y, bond, only=bond not in ONE or named_a[x.id] == named_b[y.id] == 1)
        for x, y, bond in tied
        if bond in ONE or not (named_a[x.id] or named_b[y.id])
    )


def are_one(a: Entity, b: Entity, aliases: Aliases = ()) -> bool:
    """Say whether two entities, one of each report, may be one.

    They may where they have a word of their names in common, one state, one name by the aliases, or kin; or one goes by the letters of the other.
    """
    words_a, words_b = ({word.casefold() for mention in entity.mentions for word in mention.text.split()} for entity in (a, b))
    states_a, states_b = ({state for mention in entity.mentions if (state := state_of(mention.text))} for entity in (a, b))
    lettered = any(len(letters := acronym(x.name)) > 1 and letters == y.name.replace(".", "") for x, y in ((a, b), (b, a)))
    return bool(words_a & words_b or states_a & states_b) or lettered or one_name(a.name, b.name, aliases) or kinship(a.name, b.name) is not Kinship.DIFFERENT


def is_kin(name: str, document: Document) -> bool:
    """Say whether the report has anybody whose name may be this one."""
    return any(kinship(name, entity.name) is not Kinship.DIFFERENT or one_name(name, entity.name, document.aliases) for entity in document.entities)


def _tied(people_a: Sequence[Entity], people_b: Sequence[Entity], aliases: Aliases) -> Iterator[tuple[Entity, Entity, Bond]]:
    """Yield every tie; only people whose names have a word that begins alike are looked at, so that long reports stay quick."""
    beginning: dict[str, dict[int, Entity]] = defaultdict(dict)
    for person in people_b:
        for key in _keys(person, aliases):
            beginning[key][person.id] = person
    for one in people_a:
        rarest = sorted(_keys(one, aliases), key=lambda key: (len(beginning[key]), key))
        telling = [key for key in rarest if len(beginning[key]) <= COMMON] or rarest[:1]
        alike = {number: person for key in telling for number, person in beginning[key].items()}
        for _, other in sorted(alike.items()):
            if bond := _bond(one.name, other.name, aliases):
                yield one, other, bond


def _keys(person: Entity, aliases: Aliases) -> frozenset[str]:
    return keys(person.name) | keys(house_name(person.name, aliases))


def _bond(a: str, b: str, aliases: Aliases) -> Bond | None:
    how = kinship(a, b)
    if how in {Kinship.SAME, Kinship.SHORTER}:
        return Bond.NAME
    if one_name(a, b, aliases):
        return Bond.STYLE
    if how is Kinship.VARIANT:
        return Bond.VARIANT
    one, other = a.casefold().split(), b.casefold().split()
    differing = sum(x != y for x, y in zip(one, other, strict=False))
    return Bond.NAMESAKE if len(one) == len(other) > 1 and differing == 1 else None


def _counted(numbers: Iterator[int]) -> Mapping[int, int]:
    counted: dict[int, int] = defaultdict(int)
    for number in numbers:
        counted[number] += 1
    return counted
