"""How the reports say that somebody is related to another: "the minister's brother-in-law, Joseph Banda", "Joseph Banda, the minister's cousin"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.lexicon import table
from crosscheck.rules.people import Bond
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.names import Entity
    from crosscheck.rules.comparison import Comparison


class _Tie(NamedTuple):
    """The words that tell how somebody is related ("his late brother"), the relation and whose relative it is, "" for a pronoun."""

    words: Span
    relation: str
    owner: str


def rival_ties(comparison: Comparison) -> Iterator[tuple[Span, Span]]:
    """Yield how one person is related to somebody, where the reports tell it in two ways; whoever has two ties in a report may have both."""
    for kin in comparison.kin:
        if kin.bond is Bond.NAMESAKE or not kin.only:
            continue
        mine, theirs = tuple(_ties(comparison.a, kin.a)), tuple(_ties(comparison.b, kin.b))
        if mine and theirs and all(_are_two(x, y) for x in mine for y in theirs):
            yield mine[0].words, theirs[0].words


def _are_two(x: _Tie, y: _Tie) -> bool:
    """Say whether two ties are of one owner and cannot both be; "her mother's husband" is her stepfather."""
    owners = {x.owner, y.owner}
    of_one = len(owners) == 1 or ("" in owners and not any(owner.removesuffix("'s") in table("exclusive_words")["kin"] for owner in owners))
    return x.relation != y.relation and of_one


def _ties(document: Document, person: Entity) -> Iterator[_Tie]:
    text = document.article.text
    for mention in person.mentions:
        found = _before().search(text, max(0, mention.start - _REACH), mention.start) or _after().match(text, mention.end)
        if found:
            owner = found["owner"].casefold().replace("’", "'")
            yield _Tie(Span.of(text, *found.span("tie")), found["kin"] + (found["law"] or ""), "" if owner in _PRONOUNS else owner)


_REACH = 60
_PRONOUNS = frozenset({"her", "his", "their"})


@cache
def _before() -> re.Pattern[str]:
    return re.compile(_tie() + r",? $", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?:, \d{{1,3}})?, (?:the )?{_tie()}\b(?!['’]s)", re.IGNORECASE)


def _tie() -> str:
    """Return a pattern for whose relative somebody is; a half-brother is a brother, a brother-in-law is none."""
    kin = "|".join(table("exclusive_words")["kin"])
    return rf"(?P<tie>\b(?P<owner>her|his|their|[\w-]{{2,20}}['’]s) (?:[a-z]{{3,9}} )?(?:ex-|half-|step-?|foster-)?(?P<kin>{kin})(?P<law>-in-law)?)"
