"""What is known of names beforehand: countries with their capitals, people and metonyms, states, cities, seas."""

from __future__ import annotations

from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from crosscheck.annotate.contexts import context
from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def state_of(name: str) -> str | None:
    """Return the country that a country's name, capital, demonym or metonym stands for: "Kremlin", "Moscow" and "Russian" give "Russia"."""
    return _states().get(_plain(name))


def country(name: str) -> str | None:
    """Return the country that is called so, under the name newspapers use: "U.S." and "United States" give "United States"; a capital gives None."""
    return _countries().get(_plain(name))


@lru_cache(maxsize=1 << 14)
def is_place(name: str) -> bool:
    """Say whether a name is a known country, state, region or city."""
    return _plain(name) in _places()


def is_island(name: str) -> bool:
    """Say whether a name is a known island, on which things happen as they do in a town."""
    return _plain(name) in _islands()


@lru_cache(maxsize=1 << 14)
def is_adjective(name: str) -> bool:
    """Say whether a capitalised word tells of what country, people, faith or party something is, and so is no name: "Egyptian", "Sunni", "Republicans"."""
    known = _adjectives()
    plain = _plain(name)
    first, hyphen, last = plain.rpartition("-")
    return plain in known or bool(hyphen and last in known and (first in known or first in context("nation prefix")))


def is_metonym(name: str) -> bool:
    """Say whether a name is a building, street or office that stands for a government: "White House"."""
    return _plain(name) in _metonyms()


@cache
def joined_places() -> frozenset[tuple[str, ...]]:
    """Return the names of places that hold a lower-case word, split into their lower-case words: ("trinidad", "and", "tobago")."""
    return frozenset(tuple(place.split()) for place in _places() if {"and", "of", "the", "es", "de"} & set(place.split()))


@lru_cache(maxsize=1 << 14)
def _plain(name: str) -> str:
    plain = " ".join(name.replace("’", "'").split()).removeprefix("the ").removeprefix("The ").lower()
    return f"st. {plain[3:]}" if plain.startswith("st ") else plain  # "St Louis" is "St. Louis"


@cache
def _countries() -> Mapping[str, str]:
    return MappingProxyType({_plain(name): key for key, others in table("countries").items() for name in (key, *others)})


@cache
def _states() -> Mapping[str, str]:
    parts = ((_plain(name), key) for lexicon in ("metonyms", "capitals", "demonyms") for key, names in table(lexicon).items() for name in names)
    return MappingProxyType({**dict(parts), **_countries()})


@cache
def _metonyms() -> frozenset[str]:
    return frozenset(_plain(name) for names in table("metonyms").values() for name in names)


@cache
def _islands() -> frozenset[str]:
    return frozenset(map(_plain, words("islands")))


@cache
def _places() -> frozenset[str]:
    capitals = (name for names in table("capitals").values() for name in names)
    states = (name for key, names in table("us_states").items() for name in (key, *(name for name in names if "." in name or name == "DC")))
    return frozenset({*_countries(), *map(_plain, (*capitals, *states, *words("regions"), *words("islands"), *words("cities")))})


@cache
def _adjectives() -> frozenset[str]:
    people = (name for names in table("demonyms").values() for name in names)
    return frozenset(map(_plain, (*people, *words("adjectives_of_people"))))
