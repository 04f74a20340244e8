"""Titles and roles compared: one office in other words, another office, another rank in it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate.offices import office
from crosscheck.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crosscheck.annotate.offices import Office

PAST = frozenset({"former", "outgoing"})
"""Steps of an office once held, beside which another may be held now."""

_STANDING_IN = frozenset({"acting", "deputy"})
"""The deputy mayor is acting mayor where there is none."""


def differ(a: str, b: str) -> bool:
    """Say whether two titles surely name two offices; titles that the lexicon does not know never do.

    The offices differ by rank (vice-chair, chair), by field (finance minister, agriculture minister), or by name within one
    hierarchy (chief executive, chairwoman); an office that belongs to another walk of life may be held beside the first.
    """
    one, other = office(a), office(b)
    if one is None or other is None:
        return False
    if one.head == other.head:
        if one.steps ^ other.steps == _STANDING_IN:
            return False
        return _ranks(one, other) != _ranks(other, one) or bool(one.fields and other.fields and not one.fields & other.fields)
    if (one.steps | other.steps) & PAST:
        return False
    return bool(_hierarchies().get(one.head, frozenset()) & _hierarchies().get(other.head, frozenset()))


def leads(title: str) -> bool:
    """Say whether who holds an office is nobody's deputy in it: a mayor, a party's leader; not a deputy mayor."""
    held = office(title)
    return held is not None and not held.steps and held.head in _FIRST


_FIRST = frozenset({"ambassador", "chair", "chief executive", "chief of police", "fire chief", "governor", "leader", "mayor", "president", "prime minister"})


def _ranks(one: Office, other: Office) -> frozenset[str]:
    """Return the steps of an office; where either report says "then-president", it does not tell whether he still is."""
    return one.steps - {"then", "former"} if "then" in one.steps | other.steps else one.steps


@cache
def _hierarchies() -> Mapping[str, frozenset[str]]:
    """Return the hierarchies in which each office stands."""
    found: dict[str, set[str]] = {}
    for hierarchy, offices in table("hierarchies").items():
        for held in offices:
            found.setdefault(held, set()).add(hierarchy)
    return {held: frozenset(names) for held, names in found.items()}
