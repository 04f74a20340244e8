"""What work somebody does, for whom, and whether still: "an analyst at Delford Capital", "the Ashby analyst"; "the nurse", "a teacher"; "a former aide"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from crosscheck.aliases import one_name
from crosscheck.annotate.document import within
from crosscheck.annotate.names import EntityType, acronym
from crosscheck.annotate.offices import office, title_words
from crosscheck.lexicon import table, words
from crosscheck.rules.people import Bond
from crosscheck.rules.rewordings import exclusive
from crosscheck.spans import Span
from crosscheck.tokens import ByStem, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.names import Entity, Mention
    from crosscheck.rules.comparison import Comparison


@dataclass(frozen=True, slots=True)
class _Post:
    """A title with its noun ("analyst"), whether it is a past one, and the body whose it is, None where that is not told by name."""

    title: Span
    noun: str
    is_past: bool
    body: Mention | None


def rival_posts(comparison: Comparison) -> Iterator[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    """Yield the bodies for which the reports say that one person does the same work, the trades that nobody has together, or work that is past in one.

    Not where the reports may mean one body or know of both, nor what stands in the other's place in a sentence told alike, which
    the rule on names tells. Who has another post beside is held against nothing.
    """
    told = {(x.start, y.start) for rewording in comparison.rewordings for x, y in rewording.exchanged(comparison.a.mentions, comparison.b.mentions)}
    for kin in comparison.kin:
        if kin.bond is Bond.NAMESAKE or not kin.only:
            continue
        all_mine, all_theirs = tuple(_posts(comparison.a, kin.a)), tuple(_posts(comparison.b, kin.b))
        if past := _given_up_in_one(all_mine, all_theirs):
            yield past
        mine, theirs = ([post for post in posts if not post.is_past] for posts in (all_mine, all_theirs))
        bodies = [(x.body, y.body) for x, y in product(mine, theirs) if x.body and y.body and _are_one_work(x.noun, y.noun)]
        if bodies and all(_are_two(comparison, x, y) for x, y in bodies):
            if (bodies[0][0].start, bodies[0][1].start) not in told:
                yield bodies[0][:1], bodies[0][1:]
        elif len(mine) == len(theirs) == 1 and _are_two_trades(stem(mine[0].noun), stem(theirs[0].noun)):
            yield (mine[0].title,), (theirs[0].title,)


def _given_up_in_one(mine: Sequence[_Post], theirs: Sequence[_Post]) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Return the titles by which somebody does some work in one report and did it in the other ("Voss aide", "a former Voss aide"), None where any agree.

    An office that one may hold is told apart from the past one with the other ranks of it.
    """
    same = [(x, y) for x, y in product(mine, theirs) if x.noun == y.noun and not office(x.title.text)]
    if not same or any(x.is_past == y.is_past for x, y in same):
        return None
    return tuple(dict.fromkeys(x.title for x, _ in same)), tuple(dict.fromkeys(y.title for _, y in same))


def _are_two_trades(x: str, y: str) -> bool:
    return x != y and (exclusive(x, y) == "occupation" or not {*_fields()[x]}.isdisjoint(_fields()[y]))


@cache
def _fields() -> ByStem[str]:
    """Return the fields in which each trade stands beside others: "violinist" and "cellist" are of one."""
    return ByStem((trade, field) for field, trades in table("trades").items() for trade in trades)


def _posts(document: Document, person: Entity) -> Iterator[_Post]:
    """Yield what a report says that somebody is or was by profession, and of which body."""
    for mention in person.mentions:
        for title in (_introduced(document, title) for title in mention.titles):
            lows = title_words(_JOINT.split(title.text)[0])
            if lows and lows[-1] not in words("honorifics"):
                yield _Post(title, lows[-1], not _PAST.isdisjoint(title_words(title.text)), next(iter(_bodies(document, title)), None))
        if found := _PLAYS_FOR.match(document.article.text, mention.end):
            near = Span(found.end(), found.end() + _LONGEST, "")
            body = next((body for body in _bodies(document, near) if body.start == near.start), None)
            if body:
                yield _Post(Span.of(document.article.text, found.start(1), body.end), "player", is_past=False, body=body)


def _introduced(document: Document, title: Span) -> Span:
    """Return the words that first tell of the bearer of a bare title, the title itself where there are none.

    "A former Voss aide was accused. The aide, Ann Lee, denied it.": one such is told of before, and then named.
    """
    text = document.article.text
    if " " in title.text or not text[: title.start].casefold().endswith(" the "):
        return title
    earlier = re.compile(rf"\b[Aa]n? ((?:[\w’'-]+ ){{1,4}}{re.escape(title.text)})\b")
    found = list(earlier.finditer(text, 0, title.start))
    return Span.of(text, *found[0].span(1)) if len(found) == 1 else title


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
    rest, others = ([word for word in one if not any(_begin_alike(word, like) for like in other)] for one, other in ((mine, theirs), (theirs, mine)))
    return bool(rest and others)


def _begin_alike(x: str, y: str) -> bool:
    """Say whether two words may be one, in two tongues or cut short: "Caltech", "California Institute of Technology"."""
    return x[:_BEGINNING] == y[:_BEGINNING]


_BEGINNING = 3
