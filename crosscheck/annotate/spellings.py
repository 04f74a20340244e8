"""One person under two spellings in one report, which is a mistake in it and no house style."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from crosscheck.aliases import one_name
from crosscheck.annotate.names import EntityType
from crosscheck.annotate.namesakes import Kinship, keys, kinship, likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.aliases import Aliases
    from crosscheck.annotate.names import Entity

SURE = 0.85
"""How alike two names of one report must be for one of them to be a slip; look-alikes that are two people score below."""

MANY = 30
"""Where more people of a report than this have surnames that begin alike, likeness tells nothing."""


def mixed_spellings(cast: Sequence[Entity], aliases: Aliases = ()) -> Iterator[tuple[Entity, Entity]]:
    """Yield the people of a report whose names are one but for the spelling: "Heather Donaldson" and, further down, "Donladson".

    Spellings that `aliases`, the reader's own, make one name are no slip.
    """
    beginning: dict[str, list[Entity]] = defaultdict(list)
    for entity in cast:
        if entity.type in {EntityType.PERSON, EntityType.OTHER}:
            for key in keys(entity.name.split()[-1]):
                beginning[key].append(entity)
    alike = {(one.id, other.id): (one, other) for people in beginning.values() if len(people) <= MANY for one, other in combinations(people, 2)}
    for _, (one, other) in sorted(alike.items()):
        if EntityType.PERSON in {one.type, other.type} and _is_slip(one.name, other.name) and not _is_style(one.name, other.name, aliases):
            yield one, other


def _is_style(one: str, other: str, aliases: Aliases) -> bool:
    """Say whether the reader's own aliases make two spellings one."""
    return one_name(one, other, aliases) and not one_name(one, other)


def _is_slip(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=lambda name: len(name.split()))
    if len(shorter.split()) == 1:  # a surname alone, which nobody in the report has in full
        longer = longer.split()[-1]
    if min(len(shorter), len(longer)) <= _SHORT or shorter.removesuffix("s") == longer.removesuffix("s"):  # "the Clintons"
        return False
    return likeness(shorter, longer) >= SURE and kinship(shorter, longer) is Kinship.VARIANT


_SHORT = 4  # letters; "Lee" and "Leo" are two people
