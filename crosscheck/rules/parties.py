"""For whom somebody speaks: the person himself, or the body whose spokesman, office or head he is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.names import EntityType
from crosscheck.annotate.namesakes import Kinship, kinship
from crosscheck.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crosscheck.annotate import Document
    from crosscheck.spans import Span


class Party(NamedTuple):
    """Who answers: `person` where somebody answers for himself, else the words of the body for which he does, with its name in letters."""

    person: str
    body: frozenset[str]


def party(document: Document, phrase: Iterable[Span], speaker: int | None) -> Party | None:
    """Return for whom a source speaks, None where the report does not tell: "a spokesman", "two officials".

    "Aerovale", "a spokeswoman for Aerovale" and "Aerovale spokeswoman Ann Lee" are one party; Ann Lee's lawyer is another than Ann Lee.
    """
    spans = tuple(phrase)
    lows = [word.casefold().removesuffix("'s").removesuffix("’s") for span in spans for word in _WORD.findall(span.text)]
    meant = None if speaker is None else document.entities[speaker]
    if meant and meant.type is EntityType.BODY:  # "the airline", told before by its name
        return Party("", frozenset(meant.name.casefold().split()) - words("function_words"))
    person = meant if meant and meant.type is EntityType.PERSON else None
    titles = {word for title in (person.titles if person else ()) for word in title.casefold().split()}
    if person and not _SPEAKS & {*lows, *titles}:
        return Party(person.name, frozenset())
    named = {word for span in spans for entity in document.named_in(span) for word in entity.name.casefold().split() if entity.type is EntityType.PERSON}
    told = [*lows, *titles] if person else lows
    body = frozenset(word for word in told if word not in named and word not in _SPEAKS | _MEMBERS and word not in words("function_words"))
    return Party("", body) if body and not _APART & set(lows) else None


_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SPEAKS = frozenset({"spokesman", "spokesmen", "spokespeople", "spokesperson", "spokespersons", "spokeswoman", "spokeswomen", "ceo"})
"""Who speaks for another, whoever he is himself."""
_MEMBERS = frozenset({"official", "officials", "representative", "representatives", "press", "office", "chief", "executive"})
_APART = frozenset({"former", "ex", "lawyer", "lawyers", "attorney", "attorneys", "solicitor", "counsel", "ally", "aide", "critics", "employee", "employees"})


def same_party(a: Party | None, b: Party | None) -> bool:
    """Say whether two parties are surely one: one person, or bodies of which the one has all the words of the other's name."""
    if a is None or b is None or bool(a.person) != bool(b.person):
        return False
    if a.person:
        return kinship(a.person, b.person) in {Kinship.SAME, Kinship.SHORTER}
    fewer, more = sorted((a.body, b.body), key=len)
    return fewer == more or (fewer <= more and not all(word in words("offices") | words("body_words") for word in fewer))
