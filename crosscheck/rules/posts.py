"""For whom somebody works, and in what trade: "an analyst at Delford Capital", "the Ashby analyst"; "the nurse Ann Lee", "Ann Lee, a teacher"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from crosscheck.aliases import one_name
from crosscheck.annotate.document import within
from crosscheck.annotate.names import EntityType, acronym
from crosscheck.annotate.offices import title_words
from crosscheck.lexicon import table, words
from crosscheck.rules.people import Bond
from crosscheck.rules.rewordings import exclusive
from crosscheck.spans import Span
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.names import Entity, Mention
    from crosscheck.rules.comparison import Comparison


@dataclass(frozen=True, slots=True)
class _Post:
    """A title with its noun ("analyst") and the body whose it is, None where that is not told by name."""

    title: Span
    noun: str
    body: Mention | None


def rival_posts(comparison: Comparison) -> Iterator[tuple[Span, Span]]:
    """Yield the bodies for which the reports say that one person does the same work, or the trades that nobody has together.

    Not where the reports may mean one body or know of both, nor what stands in the other's place in a sentence told alike, which
    the rule on names tells. Who has another post beside is held against nothing.
    """
    told = {(x.start, y.start) for rewording in comparison.rewordings for x, y in rewording.exchanged(comparison.a.mentions, comparison.b.mentions)}
    for kin in comparison.kin:
        if kin.bond is Bond.NAMESAKE or not kin.only:
            continue
        mine, theirs = tuple(_posts(comparison.a, kin.a)), tuple(_posts(comparison.b, kin.b))
        bodies = [(x.body, y.body) for x, y in product(mine, theirs) if x.body and y.body and _are_one_work(x.noun, y.noun)]
        if bodies and all(_are_two(comparison, x, y) for x, y in bodies):
            if (bodies[0][0].start, bodies[0][1].start) not in told:
                yield bodies[0]
        elif len(mine) == len(theirs) == 1 and _are_two_trades(stem(mine[0].noun), stem(theirs[0].noun)):
            yield mine[0].title, theirs[0].title


def _are_two_trades(x: str, y: str) -> bool:
    return x != y and exclusive(x, y) == "occupation"


def _posts(document: Document, person: Entity) -> Iterator[_Post]:
    """Yield what a report says that somebody is by profession, and of which body; a past post is none."""
    for mention in person.mentions:
        for title in mention.titles:
            lows = title_words(_JOINT.split(title.text)[0])
            if lows and lows[-1] not in words("honorifics") and _PAST.isdisjoint(title_words(title.text)):
                yield _Post(title, lows[-1], next(iter(_bodies(document, title)), None))
        if found := _PLAYS_FOR.match(document.article.text, mention.end):
            near = Span(found.end(), found.end() + _LONGEST, "")
            body = next((body for body in _bodies(document, near) if body.start == near.start), None)
            if body:
                yield _Post(Span.of(document.article.text, found.start(1), body.end), "player", body)


_JOINT = re.compile(r" (?:at|for|from|in|of|on|to|with) ")
_PAST = frozenset({"ex", "former", "one-time", "onetime", "retired", "then"})
_PLAYS_FOR = re.compile(r"(?:, \d{1,2})?, (who (?:plays|rides|drives|races|rows|runs|skates|skis|swims) for )(?=[A-Z])")
_LONGEST = 60


def _bodies(document: Document, span: Span) -> list[Mention]:
    """Return the names of bodies and things in a title; a country or town is nobody's employer."""
    named = within(document.mentions, span)
    return [name for name in named if any(entity.type in {EntityType.BODY, EntityType.OTHER} for entity in document.named_in(name))]


def _are_one_work(x: str, y: str) -> bool:
    """Say whether two nouns are for one work; who "plays for" a club may be called whatever players and athletes are."""
    roles = table("broader_roles")
    plays = {"player", "striker", *roles["athlete"], *roles["player"]}
    return stem(x) == stem(y) or ("player" in {x, y} and {x, y} <= plays)


def _are_two(comparison: Comparison, x: Mention, y: Mention) -> bool:
    """Say whether two names are surely of two bodies, neither of which the other report knows."""
    known = x.text in comparison.b.article.text or y.text in comparison.a.article.text
    short = acronym(x.text) == y.text.replace(".", "") or acronym(y.text) == x.text.replace(".", "")
    if known or short or one_name(x.text, y.text, comparison.aliases):
        return False
    mine, theirs = (
        [word for word in name.text.casefold().split() if word not in words("body_words") | words("function_words") | words("company_forms")] for name in (x, y)
    )
    return bool(mine and theirs) and not any(one[:_BEGINNING] == other[:_BEGINNING] for one, other in product(mine, theirs))


_BEGINNING = 3
"""Names that begin alike may be one: "Caltech", "California Institute of Technology"."""
