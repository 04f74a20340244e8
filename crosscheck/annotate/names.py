"""Who and what is named: mentions of people, bodies and places, linked to entities within one report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from crosscheck.annotate.clues import Clue
from crosscheck.annotate.kinds import EntityType
from crosscheck.annotate.linking import linked
from crosscheck.annotate.mentions import is_titled_case, namings, usage
from crosscheck.read import Role
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosscheck.annotate.capitals import Word
    from crosscheck.annotate.linking import Cluster
    from crosscheck.annotate.mentions import Naming
    from crosscheck.segment import Sentence

__all__ = ["Entity", "EntityType", "Mention", "entities"]


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A name where it stands, without its titles ("Lavrov"); `titles` are the titles and roles beside it.

    "Russian Foreign Minister" is one, "the 54-year-old" is none.
    """

    titles: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body or place of a report, with every mention in order; `name` is the fullest form.

    `described` is where the report means it without a name: "the minister", "the company".
    """

    id: int
    name: str
    type: EntityType
    titles: tuple[str, ...]
    mentions: tuple[Mention, ...]
    described: tuple[Span, ...] = ()

    @property
    def appearances(self) -> tuple[Span, ...]:
        """The mentions and the descriptions, in order."""
        return tuple(sorted((*self.mentions, *self.described), key=lambda span: span.start))


def entities(sentences: Sequence[Sentence], written: Mapping[int, tuple[Word, ...]]) -> tuple[Entity, ...]:
    """Return the cast of a report, in order of first mention; `written` are the words of its sentences."""
    return tuple(_entity(number, cluster) for number, cluster in enumerate(linked(_named(sentences, written))))


# A byline names a writer, related coverage other stories, furniture the outlet: none is the cast of this report.
_ROLES = frozenset({Role.HEADLINE, Role.DATELINE, Role.CAPTION, Role.BODY})


def _named(sentences: Sequence[Sentence], written: Mapping[int, tuple[Word, ...]]) -> list[Naming]:
    """Return every name of the report in order; a headline in title case yields only names that stand elsewhere too."""
    read = [(sentence, written[sentence.id]) for sentence in sentences if sentence.role in _ROLES]
    titled = is_titled_case([word for sentence, found in read if sentence.role is Role.HEADLINE for word in found])
    plain = [(sentence, found) for sentence, found in read if not (titled and sentence.role is Role.HEADLINE)]
    used = usage([found for _, found in plain])
    named: list[Naming] = []
    for sentence, found in plain:
        here = namings(sentence.text, sentence.start, found, used)
        named += _places_of(sentence, here) if sentence.role is Role.DATELINE else filter(_is_spoken, here)
    known = {naming.keys: naming for naming in named}
    for sentence, found in read:
        if titled and sentence.role is Role.HEADLINE:
            named += _known(sentence, found, known)
    return sorted(named, key=_START)


def _is_spoken(naming: Naming) -> bool:
    """Say whether a name is not shouted: "READ MORE" between paragraphs is none."""
    return not (naming.text.isupper() and len(naming.keys) > 1)


def _places_of(dateline: Sentence, found: Iterable[Naming]) -> Iterator[Naming]:
    """Yield the names of a dateline, where "CAIRO" is no acronym but a place, and "(AP)" the agency that filed."""
    for naming in found:
        if dateline.text[: naming.start - dateline.start].count("(") == dateline.text[: naming.start - dateline.start].count(")"):
            yield replace(naming, clues=naming.clues - {Clue.ACRONYM} | {Clue.DATELINE})


def _known(sentence: Sentence, found: Sequence[Word], known: dict[tuple[str, ...], Naming]) -> Iterator[Naming]:
    """Yield the names of a sentence that are known from elsewhere, the longest first at each word."""
    longest = max(map(len, known), default=0)
    at = 0
    while at < len(found):
        stop = next((at + n for n in range(min(longest, len(found) - at), 0, -1) if tuple(word.key for word in found[at : at + n]) in known), at)
        if stop > at:
            start, end = found[at].start, found[stop - 1].end
            keys = tuple(word.key for word in found[at:stop])
            yield replace(known[keys], start=start, end=end, text=sentence.text[start - sentence.start : end - sentence.start], titles=(), clues=frozenset())
        at = max(stop, at + 1)


def _entity(number: int, cluster: Cluster) -> Entity:
    named = sorted(cluster.named, key=_START)
    fullest = named[0] if len(named) == 1 else max(named, key=lambda naming: (len(naming.keys), not naming.text.isupper()))
    called = {title.flat.lower(): title.flat for naming in named for title in naming.titles}
    mentions = tuple([Mention(naming.start, naming.end, naming.text, naming.titles) for naming in named])
    return Entity(number, fullest.flat, cluster.type, tuple(called.values()), mentions)


_START = attrgetter("start")


@lru_cache(maxsize=1 << 14)
def acronym(name: str) -> str:
    """Return the letters a name may be shortened to, "" where it has fewer than two: "National Privacy Commission", "NPC"; "N.P.C.", "NPC"."""
    plain = name.replace(".", "")
    if plain.isupper() and " " not in plain:
        return plain
    capitals = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    return capitals if len(capitals) > 1 else ""
