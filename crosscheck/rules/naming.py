"""Rules about who is who: names, titles, and whether somebody is named at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from crosscheck.aliases import house_name
from crosscheck.annotate.affiliations import affiliation
from crosscheck.annotate.gazetteer import country, state_of
from crosscheck.annotate.names import EntityType, acronym
from crosscheck.annotate.offices import office
from crosscheck.annotate.spellings import mixed_spellings
from crosscheck.read import Role
from crosscheck.rules.bodies import misspelled, nationalities
from crosscheck.rules.people import Bond, is_kin, is_person
from crosscheck.rules.posts import rival_posts
from crosscheck.rules.relatives import rival_ties
from crosscheck.rules.roles import differ, leads
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.sources import answering
from crosscheck.spans import Span
from crosscheck.tokens import dictionary_form

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from crosscheck.aliases import Aliases
    from crosscheck.annotate import Document
    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.names import Entity
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.people import Kin

LIKENESS = 0.25
"""How alike two claims must be for a name in the one to answer to a description in the other; tuned on the gold pairs, leaving one pair out."""


@rule("NAM001", "name-variant", Kind.NAMING, Severity.WARNING)
def name_variant(comparison: Comparison) -> Iterator[Difference]:
    """The reports name one person in two ways (another spelling, another first name), or spell the name of one body in two.

    No spelling in Latin letters is the only right one, and an outlet may have its own; but within one newsroom it is a mistake,
    and so are two spellings in one report, which are told too.
    Two people with one surname are one here only where linked sentences tell the same of both.

    Flagged:

        A: Ethiopian Foreign Minister Tewodros Abera will lead the delegation.
        B: Ethiopian Foreign Minister Teodros Aberra will lead the delegation.

        A: The amendment was sponsored by Councilman Dmitri Vasilenko on Monday.
        B: The amendment was sponsored by Councilman Andrei Vasilenko on Monday.

    Not flagged:

        A: Ethiopian Foreign Minister Tewodros Abera will lead the delegation.
        B: The Ethiopian foreign minister, Mr Abera, will lead the delegation.
    """
    for one, other in mixed_spellings(comparison.a.entities, comparison.aliases):
        yield Difference((one.mentions[0], other.mentions[0]), (), f'"{one.name}" and "{other.name}" in A')
    for one, other in mixed_spellings(comparison.b.entities, comparison.aliases):
        yield Difference((), (one.mentions[0], other.mentions[0]), f'"{one.name}" and "{other.name}" in B')
    linked = {(link.a, link.b) for link in comparison.links}
    for pair in comparison.kin:
        if pair.bond is Bond.NAME or EntityType.PERSON not in {pair.a.type, pair.b.type}:
            continue
        if pair.bond is Bond.STYLE:
            yield Difference(pair.a.mentions, pair.b.mentions, f'"{pair.a.name}" in A, "{pair.b.name}" in B: house style', severity=Severity.NOTE)
        elif pair.bond is Bond.VARIANT or _met(comparison, pair, linked) or _succeed(pair):
            confidence = 0.9 if pair.bond is Bond.VARIANT else 0.75
            yield Difference(pair.a.mentions, pair.b.mentions, f'"{pair.a.name}" in A, "{pair.b.name}" in B', confidence)
    for a, b in misspelled(comparison):
        yield Difference(a.mentions, b.mentions, f'"{a.name}" in A, "{b.name}" in B', 0.8)


@rule("NAM002", "title-differs", Kind.NAMING, Severity.WARNING)
def title_differs(comparison: Comparison) -> Iterator[Difference]:
    """The reports give one person two offices or ranks that he cannot hold together, or two parties, states or employers, or a firm two countries.

    An office tells the reader why somebody is heard, and offices change hands. Other words for one office agree.

    Flagged:

        A: Ingrid Soder, the company's chief executive, will run the group.
        B: Ingrid Soder, the company's chairwoman, will run the group.

    Not flagged:

        A: Ingrid Soder, the company's chairwoman, will run the group.
        B: Company chair Ingrid Soder will run the group.
    """
    for pair in comparison.kin:
        if not pair.only:
            continue
        yield from _offices_at_odds(comparison, pair.a, pair.b)
        x, y = affiliation(comparison.a, pair.a), affiliation(comparison.b, pair.b)
        if x and y and (x.party != y.party or (x.state and y.state and x.state != y.state)):
            yield Difference((x,), (y,), f'{pair.a.name} is "{x.flat}" in A, "{y.flat}" in B')
    for of_a, of_b in (*nationalities(comparison), *rival_ties(comparison)):
        yield Difference((of_a,), (of_b,), f'"{of_a.flat}" in A, "{of_b.flat}" in B')
    for held_in_a, held_in_b in rival_posts(comparison):
        yield Difference(held_in_a, held_in_b, f'"{held_in_a[0].flat}" in A, "{held_in_b[0].flat}" in B')


@rule("NAM003", "named-or-not", Kind.NAMING, Severity.WARNING)
def named_or_not(comparison: Comparison) -> Iterator[Difference]:
    """One report names the person whom the other only describes.

    A name lets the reader judge who spoke; where one desk left it out for a reason, a promise or the law, the other breaks it.

    Flagged:

        A: The meeting may take place on Thursday, the White House press secretary said.
        B: The meeting may take place on Thursday, White House Press Secretary Jane Porter said.

    Not flagged:

        A: The meeting may take place on Thursday, Porter said.
        B: The meeting may take place on Thursday, White House Press Secretary Jane Porter said.
    """
    for pair in comparison.claims:
        if pair.likeness < LIKENESS:
            continue
        a, b = answering(pair.a), answering(pair.b)
        if not a or not b:
            continue
        for described, named, where in ((a, b, "A"), (b, a, "B")):
            unaware, knowing = (comparison.a, comparison.b) if where == "A" else (comparison.b, comparison.a)
            person = _person(knowing, named)
            if person and _describes(unaware, described, person) and not is_kin(person.name, unaware):
                weight = Severity.NOTE if unaware is comparison.brief else None
                yield Difference(a.source, b.source, f"{person.name} is not named in {where}", 0.6 + pair.likeness / 3, weight)


@rule("NAM004", "reference-form", Kind.NAMING, Severity.NOTE)
def reference_form(comparison: Comparison) -> Iterator[Difference]:
    """The reports mean one body or state by two names: an acronym and its full form, a capital and its country.

    Neither is wrong, but the reader who does not know the one needs the other, and house style has a favourite.

    Flagged:

        A: The eastward expansion of NATO threatens its security, Moscow said.
        B: The eastward expansion of the North Atlantic Treaty Organization threatens its security, Moscow said.

    Not flagged:

        A: The eastward expansion of NATO threatens its security, Moscow said.
        B: The eastward expansion of NATO threatens its security, Moscow said.
    """
    only_a, only_b = _unknown(comparison.a, comparison.b), _unknown(comparison.b, comparison.a)
    answers: dict[str, Entity] = {}
    for b in only_b:
        for key in _answers_to(b.name, comparison.aliases):
            answers.setdefault(key, b)
    told: set[int] = set()
    for a in only_a:
        answer = next((answers[key] for key in sorted(_answers_to(a.name, comparison.aliases)) if key in answers), None)
        if answer and answer.id not in told and not (country(a.name) and country(answer.name)):
            told.add(answer.id)
            yield Difference(a.mentions[:1], answer.mentions[:1], f'"{a.name}" in A, "{answer.name}" in B')


def _met(comparison: Comparison, pair: Kin, linked: Collection[tuple[int, int]]) -> bool:
    """Say whether linked sentences tell of both people."""
    told_a = {comparison.a.sentence_of(mention).id for mention in pair.a.mentions}
    told_b = {comparison.b.sentence_of(mention).id for mention in pair.b.mentions}
    return any((one, other) in linked for one in told_a for other in told_b)


def _succeed(pair: Kin) -> bool:
    """Say whether two people of one surname hold one office, each in his report: "Councilman Dmitri Vasilenko" and "Councilman Andrei Vasilenko"."""
    held, others = ({known for title in entity.titles if (known := office(title))} for entity in (pair.a, pair.b))
    return pair.a.name.split()[-1] == pair.b.name.split()[-1] and not held.isdisjoint(others)


def _offices_at_odds(comparison: Comparison, a: Entity, b: Entity) -> Iterator[Difference]:
    """Yield the first offices that differ, where no two of the titles given to the person agree."""
    titles_a, titles_b = _titles(comparison.a, a), _titles(comparison.b, b)
    at_odds = [(x, y) for x in titles_a for y in titles_b if differ(x.text, y.text)]
    agreed = any(office(x.text) == office(y.text) for x in titles_a for y in titles_b)
    led = [(x, y) for x in titles_a for y in _seconds(comparison.b, b) if leads(x.text)]
    led += [(x, y) for x in _seconds(comparison.a, a) for y in titles_b if leads(y.text)]
    if led or (at_odds and not agreed):
        x, y = (*led, *at_odds)[0]
        yield Difference((x,), (y,), f'{a.name} is "{x.flat}" in A, "{y.flat}" in B')


def _titles(document: Document, entity: Entity) -> list[Span]:
    """Return the offices that the report gives somebody, but none of which it may have another part: "Energy and [Mines Minister]"."""
    text = document.article.text
    titles = [title for mention in entity.mentions for title in mention.titles if office(title.text)]
    return [
        title for title in titles if not _JOINED_BEFORE.search(text, max(0, title.start - _REACH), title.start) and not _JOINED_AFTER.match(text, title.end)
    ]


def _seconds(document: Document, entity: Entity) -> list[Span]:
    """Return where the report makes somebody another's deputy: "Ann Lee, [her deputy]"; a "deputy" alone may sit in a parliament."""
    text = document.article.text
    owned = ((title, _OWNER.search(text, max(0, title.start - _REACH), title.start)) for mention in entity.mentions for title in mention.titles)
    return [Span.of(text, owner.start(1), title.end) for title, owner in owned if owner and title.text == "deputy"]


_REACH = 8
_OWNER = re.compile(r"\b((?:[Hh]er|[Hh]is|[Tt]heir)\s)$")
_JOINED_BEFORE = re.compile(r"(?:\band|&)\s$")
_JOINED_AFTER = re.compile(r"\s(?:and|&)\s")


def _person(document: Document, attribution: Attribution) -> Entity | None:
    """Return the one person who is credited."""
    named = _credited(document, attribution)
    return named[0] if len(named) == 1 else None


def _credited(document: Document, attribution: Attribution) -> list[Entity]:
    return [entity for span in attribution.source for entity in document.named_in(span) if is_person(entity)]


def _describes(document: Document, attribution: Attribution, person: Entity) -> bool:
    """Say whether somebody in the person's office is credited whom the report names nowhere."""
    held = {known.head for title in person.titles if (known := office(title))}
    meant = {known.head for span in attribution.source if (known := office(span.text))}
    return bool(held & meant) and attribution.speaker is None and not _credited(document, attribution)


def _unknown(document: Document, other: Document) -> list[Entity]:
    """Return the bodies and states none of whose names stands in the other report; a capital only where it is more than a place."""
    known = {_plain(mention.text) for mention in other.mentions}
    where = {place.start for place in document.places if place.preposition or document.sentence_of(place).role is Role.DATELINE}
    return [
        entity
        for entity in document.entities
        if entity.type is not EntityType.PERSON
        and not any(_plain(mention.text) in known for mention in entity.mentions)
        and (country(entity.name) or not state_of(entity.name) or any(mention.start not in where for mention in entity.mentions))
    ]


@lru_cache(maxsize=1 << 14)
def _plain(name: str) -> tuple[str, ...]:
    """Return the words of a name, however a house prints them: "F.B.I." and "FBI", "Alder Corp." and "Alder Corporation", "Defence" and "Defense"."""
    return tuple(dictionary_form(word).replace(".", "").casefold() for word in name.replace("’", "'").split())


def _answers_to(name: str, aliases: Aliases) -> frozenset[str]:
    """Return what a name may be called otherwise: its letters ("NATO", "BOJ"), the state it stands for, the name that house style gives it."""
    initials = "".join(word[0] for word in name.replace("-", " ").split()).upper()
    letters = {acronym(name), initials} if " " in name else {acronym(name)}
    state = state_of(name)
    named = (f"the state of {state}" if state else "", house_name(name, aliases))
    return frozenset((*(found for found in letters if len(found) > 1), *filter(None, named)))
