"""Rules about who is who: names, titles, and whether somebody is named at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.annotate.gazetteer import state_of
from crosscheck.annotate.names import EntityType, acronym
from crosscheck.annotate.namesakes import Kinship, kinship
from crosscheck.rules.roles import differ, office
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.sources import reporter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.names import Entity
    from crosscheck.rules.comparison import Comparison
    from crosscheck.spans import Span

ONE_NAME = frozenset({Kinship.SAME, Kinship.SHORTER})

LIKENESS = 0.25
"""How alike two claims must be for a name in the one to answer to a description in the other; tuned on the gold pairs, leaving one pair out."""


@rule("NAM001", "name-variant", Kind.NAMING, Severity.WARNING)
def name_variant(comparison: Comparison) -> Iterator[Difference]:
    """The reports name one person in two ways: another spelling, another first name.

    No spelling in Latin letters is the only right one, and an outlet may have its own; but within one newsroom it is a mistake.
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
    for pair in _strangers(comparison):
        variant = kinship(pair.a.name, pair.b.name) is Kinship.VARIANT
        if variant or (pair.met and _namesakes(pair.a.name, pair.b.name)):
            yield Difference(pair.a.mentions, pair.b.mentions, f'"{pair.a.name}" in A, "{pair.b.name}" in B', 0.9 if variant else 0.75)


@rule("NAM002", "title-differs", Kind.NAMING, Severity.WARNING)
def title_differs(comparison: Comparison) -> Iterator[Difference]:
    """The reports give one person two offices or ranks that he cannot hold together.

    Flagged:

        A: Ingrid Soder, the company's chief executive, will run the group.
        B: Ingrid Soder, the company's chairwoman, will run the group.

    Not flagged:

        A: Ingrid Soder, the company's chairwoman, will run the group.
        B: Company chair Ingrid Soder will run the group.
    """
    people_a, people_b = _people(comparison.a), _people(comparison.b)
    for a in people_a:
        for b in people_b:
            if _meet(a, b, people_a, people_b):
                yield from _offices_at_odds(a, b)


@rule("NAM003", "named-or-not", Kind.NAMING, Severity.WARNING)
def named_or_not(comparison: Comparison) -> Iterator[Difference]:
    """One report names the person whom the other only describes.

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
        a, b = reporter(pair.a), reporter(pair.b)
        if not a or not b:
            continue
        for described, named, where in ((a, b, "A"), (b, a, "B")):
            unaware, knowing = (comparison.a, comparison.b) if where == "A" else (comparison.b, comparison.a)
            person = _person(knowing, named)
            if person and _describes(unaware, described, person) and not _knows(unaware, person):
                yield Difference(a.source, b.source, f"{person.name} is not named in {where}", 0.6 + pair.likeness / 3)


@rule("NAM004", "reference-form", Kind.NAMING, Severity.NOTE)
def reference_form(comparison: Comparison) -> Iterator[Difference]:
    """The reports mean one body or state by two names: an acronym and its full form, a capital and its country.

    Flagged:

        A: The eastward expansion of NATO threatens its security, Moscow said.
        B: The eastward expansion of the North Atlantic Treaty Organization threatens its security, Moscow said.

    Not flagged:

        A: The eastward expansion of NATO threatens its security, Moscow said.
        B: The eastward expansion of NATO threatens its security, Moscow said.
    """
    names_a, names_b = {entity.name for entity in comparison.a.entities}, {entity.name for entity in comparison.b.entities}
    told: set[str] = set()
    for a in comparison.a.entities:
        for b in comparison.b.entities:
            forms_a, forms_b = {mention.text for mention in a.mentions}, {mention.text for mention in b.mentions}
            if told & {a.name, b.name} or a.name in names_b or b.name in names_a or forms_a & forms_b:
                continue
            if _shortens(a.name, b.name) or _shortens(b.name, a.name) or _stands_for(a.name, b.name):
                told |= {a.name, b.name}
                yield Difference(a.mentions[:1], b.mentions[:1], f'"{a.name}" in A, "{b.name}" in B')


@dataclass(frozen=True, slots=True)
class _Strangers:
    """Two people, each unknown to the other report under that name; `met` where linked sentences tell of both."""

    a: Entity
    b: Entity
    met: bool


def _strangers(comparison: Comparison) -> Iterator[_Strangers]:
    people_a, people_b = _people(comparison.a), _people(comparison.b)
    only_a = [a for a in people_a if not _same_name(a, people_b)]
    only_b = [b for b in people_b if not _same_name(b, people_a)]
    for a in only_a:
        for b in only_b:
            if EntityType.PERSON in {a.type, b.type}:
                yield _Strangers(a, b, any(_stands_in(a, one) and _stands_in(b, other) for one, other in comparison.pairs))


def _meet(a: Entity, b: Entity, people_a: Sequence[Entity], people_b: Sequence[Entity]) -> bool:
    """Say whether two people are one: by name, or, where neither report has a second of the name, by a variant of it."""
    if kinship(a.name, b.name) in ONE_NAME:
        return len(_same_name(a, people_b)) == len(_same_name(b, people_a)) == 1
    return not _same_name(a, people_b) and not _same_name(b, people_a) and (kinship(a.name, b.name) is Kinship.VARIANT or _namesakes(a.name, b.name))


def _same_name(person: Entity, people: Iterable[Entity]) -> list[Entity]:
    return [other for other in people if kinship(person.name, other.name) in ONE_NAME]


def _stands_in(entity: Entity, sentence: Span) -> bool:
    return any(mention.overlaps(sentence) for mention in entity.mentions)


def _namesakes(a: str, b: str) -> bool:
    """Say whether two full names share all words but one, the surname or the first name among them: "Ann Lee", "Jane Lee"."""
    one, other = a.casefold().split(), b.casefold().split()
    return len(one) == len(other) > 1 and sum(x != y for x, y in zip(one, other, strict=True)) == 1


def _people(document: Document) -> list[Entity]:
    """Return the people of a report, and those of its names of two words or more that may be people's."""
    return [entity for entity in document.entities if entity.type is EntityType.PERSON or (entity.type is EntityType.OTHER and " " in entity.name)]


def _offices_at_odds(a: Entity, b: Entity) -> Iterator[Difference]:
    """Yield the first offices that differ, where no two of the titles given to the person agree."""
    titles_a, titles_b = _titles(a), _titles(b)
    at_odds = [(x, y) for x in titles_a for y in titles_b if differ(x.text, y.text)]
    agreed = any(office(x.text) == office(y.text) for x in titles_a for y in titles_b)
    if at_odds and not agreed:
        x, y = at_odds[0]
        yield Difference((x,), (y,), f'{a.name} is "{x.text}" in A, "{y.text}" in B')


def _titles(entity: Entity) -> list[Span]:
    return [title for mention in entity.mentions for title in mention.titles if office(title.text)]


def _person(document: Document, attribution: Attribution) -> Entity | None:
    """Return the one person who is credited."""
    named = [person for person in _people(document) if any(_stands_in(person, span) for span in attribution.source)]
    return named[0] if len(named) == 1 else None


def _describes(document: Document, attribution: Attribution, person: Entity) -> bool:
    """Say whether somebody in the person's office is credited who is not named."""
    held = {known.head for title in person.titles if (known := office(title))}
    meant = {known.head for span in attribution.source if (known := office(span.text))}
    return bool(held & meant) and not any(_stands_in(named, span) for named in _people(document) for span in attribution.source)


def _knows(document: Document, person: Entity) -> bool:
    return any(kinship(person.name, other.name) is not Kinship.DIFFERENT for other in document.entities)


def _shortens(short: str, long: str) -> bool:
    """Say whether a name is the acronym of another: "NATO", "North Atlantic Treaty Organization"."""
    initials = "".join(word[0] for word in long.replace("-", " ").split()).upper()
    return len(short) > 1 and short.isupper() and " " in long and short.replace(".", "") in {acronym(long), initials}


def _stands_for(a: str, b: str) -> bool:
    return state_of(a) is not None and state_of(a) == state_of(b)
