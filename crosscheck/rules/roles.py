"""Titles and roles compared: one office in other words, another office, another rank in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+(?:[-.'’][^\W\d_]+)*\.?")
STEPS = frozenset({"acting", "assistant", "associate", "caretaker", "deputy", "ex", "former", "interim", "outgoing", "vice"})
"""What makes another rank of an office: a vice-chair is no chair, a former minister no minister."""

PAST = frozenset({"ex", "former", "outgoing"})
"""Steps of an office once held, beside which another may be held now."""


@dataclass(frozen=True, slots=True)
class Office:
    """A title taken apart: "former agriculture minister" is the office "minister", step "former", field "agriculture"."""

    head: str
    steps: frozenset[str]
    fields: frozenset[str]


def office(title: str) -> Office | None:
    """Return the office that a title names, None where it names none that the lexicon knows."""
    plain = title.replace("-", " ").replace("’", "'")
    found = [match.group().casefold().removesuffix("'s").rstrip(".") for match in _WORD.finditer(plain)]
    for size in (3, 2, 1):
        for at in range(len(found) - size, -1, -1):
            head = _offices().get(" ".join(found[at : at + size]))
            if head:
                fields = {word for word in found[:at] if word in words("fields_of_office")}
                return Office(head, frozenset(STEPS & set(found)), frozenset(fields))
    return None


def differ(a: str, b: str) -> bool:
    """Say whether two titles surely name two offices; titles that the lexicon does not know never do.

    The offices differ by rank (vice-chair, chair), by field (finance minister, agriculture minister), or by name within one
    hierarchy (chief executive, chairwoman); an office that belongs to another walk of life may be held beside the first.
    """
    one, other = office(a), office(b)
    if one is None or other is None:
        return False
    if one.head == other.head:
        return one.steps != other.steps or bool(one.fields and other.fields and not one.fields & other.fields)
    if (one.steps | other.steps) & PAST:
        return False
    return bool(_hierarchies().get(one.head, frozenset()) & _hierarchies().get(other.head, frozenset()))


@cache
def _offices() -> Mapping[str, str]:
    """Return every form of an office's name with its plain one: "chairwoman", "chair"."""
    return {form: plain for plain, forms in table("office_names").items() for form in (plain, *forms)}


@cache
def _hierarchies() -> Mapping[str, frozenset[str]]:
    """Return the hierarchies in which each office stands."""
    found: dict[str, set[str]] = {}
    for hierarchy, offices in table("hierarchies").items():
        for held in offices:
            found.setdefault(held, set()).add(hierarchy)
    return {held: frozenset(names) for held, names in found.items()}
