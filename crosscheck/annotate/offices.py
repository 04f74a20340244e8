"""A title taken apart: the office, its rank and what it has charge of."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Mapping

_STEPS = {"ex": "former", "onetime": "former", "caretaker": "acting", "interim": "acting", "vice": "deputy"} | {
    step: step for step in ("acting", "assistant", "associate", "deputy", "former", "outgoing", "then")
}
"""What makes another rank of an office (a vice-chair is no chair, a former minister no minister), under one word each."""


class Office(NamedTuple):
    """A title taken apart: "former agriculture minister" is the office "minister", step "former", field "agriculture"."""

    head: str
    steps: frozenset[str]
    fields: frozenset[str]


@lru_cache(maxsize=1 << 12)
def office(title: str) -> Office | None:
    """Return the office that a title names, None where it names none that the lexicon knows."""
    found = title_words(title)
    for size in (3, 2, 1):
        for at in range(len(found) - size, -1, -1):
            head = _offices().get(" ".join(found[at : at + size]))
            if head:
                others = (*found[:at], *found[at + size :])  # "defence minister", "Minister of Defence"
                fields = {_fields()[word] for word in others if word in _fields()}
                steps = {_STEPS[word] for word in found if word in _STEPS} | ({"former"} if _TERM.search(title) else set())
                return Office(head, frozenset(steps), frozenset(fields))
    return None


@lru_cache(maxsize=1 << 12)
def title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title in lower case, without full stops and possessives, hyphened words apart."""
    plain = title.replace("-", " ").replace("’", "'")
    return tuple(match.group().casefold().removesuffix("'s").rstrip(".") for match in _WORD.finditer(plain))


_TERM = re.compile(r"\b(?:from|between) \d{4} (?:to|until|through|and) \d{4}\b|\buntil \d{4}\b|\bin the (?:19|20)\d0s\b|\b(?:19|20)\d\d ?[-–] ?\d\d")
"""A time in office that is over: "president from 2000 to 2006"."""
_WORD = re.compile(r"[^\W\d_]+(?:[-.'’][^\W\d_]+)*\.?")


@cache
def _fields() -> Mapping[str, str]:
    """Return every word for what an office has charge of with its plain one: "labor", "employment"."""
    return {word: plain for plain, others in table("fields_of_office").items() for word in (plain, *others)}


@cache
def _offices() -> Mapping[str, str]:
    """Return every form of an office's name with its plain one: "chairwoman", "chair"."""
    return {form: plain for plain, forms in table("office_names").items() for form in (plain, *forms)}
