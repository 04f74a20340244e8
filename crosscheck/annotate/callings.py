"""What the people, bodies and things of a report may be called where they are meant without being named."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.gazetteer import state_of
from crosscheck.annotate.names import EntityType
from crosscheck.annotate.offices import Office, office, title_words
from crosscheck.annotate.sources import stands_for
from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosscheck.annotate.names import Entity


class Description(NamedTuple):
    """What a noun phrase without a name tells, all in lower case.

    `noun` is its head, "" where there is an age alone ("the 54-year-old"); `others` are the words before it, the age apart;
    `owners` are the ways to name whose it is, one of which must be known: "the company's chief executive" has ("company") and ("kestrel").
    """

    noun: str
    others: tuple[str, ...]
    owners: tuple[frozenset[str], ...]
    age: int | None

    @property
    def office(self) -> Office | None:
        """The office or role of a person, None where the noun is of no person."""
        meant = role((*(part for word in self.others for part in word.split("-")), self.noun))
        return meant if meant and self.noun.rpartition("-")[2] in _words_of_office(meant.head) else None


class Calling(NamedTuple):
    """What one of the cast is known by: a person by each office with the words of the title, by ages; all others by nouns and what stands beside them."""

    entity: Entity
    offices: tuple[tuple[Office, frozenset[str]], ...]
    ages: frozenset[int]
    nouns: frozenset[str]
    words: frozenset[str]

    @property
    def keys(self) -> frozenset[str]:
        """The nouns and ages under which to look it up."""
        return frozenset((*(held.head for held, _ in self.offices), *map(str, self.ages), *self.nouns))

    @property
    def is_unknown(self) -> bool:
        """Whether it may be of any sort, a company or a ship, for all that the report says."""
        return self.entity.type in {EntityType.BODY, EntityType.OTHER} and not self.nouns


def calling(entity: Entity, beside: Iterable[tuple[str, ...]], text: str) -> Calling:
    """Return what an entity is known by; `beside` are the noun phrases that stand beside its name ("a shipping company")."""
    if entity.type is EntityType.PERSON:
        titles = [title_words(title) for title in entity.titles]
        offices = tuple((held, frozenset(title)) for title in titles if (held := role(title)))
        return Calling(entity, offices, frozenset(_ages(entity, text)), frozenset(), frozenset())
    names = [tuple(mention.text.casefold().replace("’", "'").split()) for mention in entity.mentions]
    phrases = tuple(beside)
    nouns = {noun for name in names for noun in _sorts(name)} | {phrase[-1] for phrase in phrases}
    return Calling(entity, (), frozenset(), frozenset(nouns), frozenset(word for phrase in (*names, *phrases) for word in phrase))


def keys_of(said: Description) -> Iterator[str]:
    """Yield the keys of all whom a description may fit."""
    meant = said.office
    heads = ((meant.head, "broader_roles"),) if meant else ()
    for head, narrower in (*heads, (said.noun, "broader_nouns")):
        yield from (head, *table(narrower).get(head, ()))
    if said.age is not None:
        yield str(said.age)


def fits(said: Description, known: Calling) -> bool:
    """Say whether a description is right of somebody or something and tells nothing that would make another of him or it."""
    if known.entity.type is EntityType.PERSON:
        return _fits_person(said, known)
    same = said.noun in known.nouns or not known.nouns.isdisjoint(table("broader_nouns").get(said.noun, ()))
    return same and said.age is None and _is_all_known(said, known.words)


@lru_cache(maxsize=1 << 12)
def role(title: tuple[str, ...]) -> Office | None:
    """Return the office or role that the words of a title name, before what it is of: "striker", "analyst" in "analyst at Bank Oostveld"."""
    end = next((at for at, word in enumerate(title) if word in _COMPLEMENTS and " ".join(title[max(0, at - 1) : at + 2]) not in _joined_offices()), len(title))
    if held := office(" ".join(title[:end])):
        return held
    last = title[end - 1] if end else ""
    return Office(last, frozenset(), frozenset()) if last in words("roles") and last not in _MANY else None


def is_thing(noun: str) -> bool:
    """Say whether a noun may mean a body, a ship or a place that the report has named."""
    return noun in _things()


_COMPLEMENTS = frozenset({"of", "at", "for", "in", "with", "to", "from", "on", "and"})
_MANY = frozenset({"colleague", "counterpart", "fellow", "guard", "head", "member", "partner", "predecessor", "resident", "successor"})
"""Roles that any number may have; and a part of the body."""


@cache
def _things() -> frozenset[str]:
    return frozenset(noun for broad, narrower in table("broader_nouns").items() for noun in (broad, *narrower))


@cache
def words_of_offices() -> frozenset[str]:
    """Return the words of which the names of offices are made: "chief" and "executive"."""
    return frozenset(word for plain, forms in table("office_names").items() for form in (plain, *forms) for word in form.split())


@cache
def _joined_offices() -> frozenset[str]:
    """Return the offices that hold a preposition: "secretary of state"."""
    return frozenset(form for plain, forms in table("office_names").items() for form in (plain, *forms) if _COMPLEMENTS & set(form.split()))


def _sorts(name: Sequence[str]) -> Iterator[str]:
    """Yield the nouns that tell what sort of thing a name is of: "bank" of "Bank Oostveld" and "Danubia Trade Bank", "company" of "Alder Inc."."""
    if len(name) > 1:
        head = name[name.index("of") - 1] if "of" in name[1:] else name[-1]
        yield from {noun for noun in (head, head.removesuffix("s"), name[0]) if is_thing(noun)}
        if head.rstrip(".") in words("company_forms") - {"trust"}:
            yield "company"


def _fits_person(said: Description, known: Calling) -> bool:
    if said.age is not None and said.age not in known.ages and (known.ages or not said.noun):
        return False
    if not said.noun:
        return not said.others and not said.owners
    meant = said.office
    return meant is not None and any(_holds(said, meant, held, title, known.entity) for held, title in known.offices)


def _holds(said: Description, meant: Office, held: Office, title: frozenset[str], bearer: Entity) -> bool:
    """Say whether who is described holds an office: the same or a narrower one, of the same rank, with no word that the title does not have."""
    if held.head != meant.head and held.head not in table("broader_roles").get(meant.head, ()):
        return False
    sexes = table("gendered_titles")
    if held.steps != meant.steps or any(said.noun in sexes[sex] and not stands_for(sex, bearer) for sex in sexes):
        return False
    return _is_all_known(said, title | meant.steps | _words_of_office(meant.head))


@cache
def _words_of_office(head: str) -> frozenset[str]:
    return frozenset(word for form in (head, *table("office_names").get(head, ())) for word in form.split())


def _is_all_known(said: Description, known: frozenset[str]) -> bool:
    owned = not said.owners or any(all(_is_known(word, known) for word in owner) for owner in said.owners)
    return owned and all(_is_known(word, known) or _is_idle(word) for word in said.others)


def _is_known(word: str, known: frozenset[str]) -> bool:
    """Say whether a word stands among others, or a name of the same state: "French" among "president of France"."""
    state = state_of(word)
    return word in known or set(word.split("-")) <= known or (state is not None and any(state_of(other) == state for other in known))


def _is_idle(word: str) -> bool:
    """Say whether a word tells nothing that would make another of somebody: "embattled", "two-term"."""
    return word in words("epithets") or bool(_LASTING.fullmatch(word))


_LASTING = re.compile(r"[a-z]{1,12}-(?:term|time|serving|standing)")


def _ages(entity: Entity, text: str) -> Iterator[int]:
    """Yield the ages given beside a person's name: "Ann Lee, 34,", "Ann Lee (34)", "34-year-old Ann Lee", "Ann Lee, a 34-year-old nurse"."""
    for mention in entity.mentions:
        near = max(0, mention.start - _REACH)
        after = _AGE_AFTER.match(text, mention.end)
        before = _AGE_BEFORE.search(text, near, mention.start) if "-year-old" in text[near : mention.start] else None
        if after:
            yield int(after[1] or after[2] or after[3])
        elif before and not words("function_words") & set(before[2].split()):
            yield int(before[1])


_AGE_AFTER = re.compile(r",\s(?:aged\s)?(\d{1,3})(?=[,.;:]|\sand\b|\swho\b)|\s\((\d{1,3})\)|,\san?\s(\d{1,3})-year-old\b")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old((?:\s[\w'’-]{1,20}){0,4})\s$")
_REACH = 80  # code points: "54-year-old former agriculture minister "
