"""Where a person named in both reports comes from, and where a firm has its seat."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.aliases import one_name
from crosscheck.annotate.document import within
from crosscheck.annotate.gazetteer import country, is_adjective, is_place, state_of
from crosscheck.annotate.kinds import EntityType
from crosscheck.annotate.namesakes import Kinship, kinship
from crosscheck.annotate.phrases import names_people
from crosscheck.annotate.seats import seats
from crosscheck.lexicon import table, words
from crosscheck.rules.bodies import core
from crosscheck.rules.people import ONE
from crosscheck.spans import Span
from crosscheck.tokens import dictionary_form, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.names import Entity, Mention
    from crosscheck.annotate.seats import Seat
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence


class Origin(NamedTuple):
    """The words that tell a person's home; `state` is the country they tell of, "" where it is a town or a part of a country."""

    words: Span
    state: str


def origins(comparison: Comparison) -> Iterator[tuple[Origin, Origin]]:
    """Yield the homes that linked sentences give one person, where they cannot be one: "Senegal's Ama Diop", "Ama Diop of Mali"."""
    people: dict[int, list[tuple[Entity, Entity]]] = defaultdict(list)
    for kin in comparison.kin:
        if kin.bond in ONE and kin.only:
            for number in sorted({comparison.a.sentence_of(mention).id for mention in kin.a.mentions}):
                people[number].append((kin.a, kin.b))
    for one, other in comparison.pairs:
        for a, b in people[one.id]:
            for x in _homes(comparison.a, one, a)[:1]:
                for y in _homes(comparison.b, other, b)[:1]:
                    if bool(x.state) == bool(y.state) and _are_two(x, y):
                        yield x, y


def origins_of_nameless(comparison: Comparison) -> Iterator[tuple[Span, Span]]:
    """Yield where linked sentences say that somebody without a name is from, by the same noun: "a teacher from Bamako", "the teacher, from Segou".

    One of the two must be known for a place, and so the other is one: firms and schools have teachers too.
    """
    for one, other in comparison.pairs:
        mine = dict(_nameless(comparison.a, one))
        theirs = dict(_nameless(comparison.b, other)) if mine else {}
        for noun in mine.keys() & theirs.keys():
            x, y = mine[noun], theirs[noun]
            if is_place(x.text) != is_place(y.text) and x.text not in other.text and y.text not in one.text:
                yield x, y


def _nameless(document: Document, sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """Yield the noun for people before a "from" with the name behind it."""
    for name in within(document.mentions, sentence):
        match = _NOUN_FROM.search(document.article.text, max(sentence.start, name.start - _REACH), name.start)
        if match and (names_people(match[1]) or dictionary_form(match[1]) in words("roles") | words("family")):
            yield stem(match[1]), Span(name.start, name.end, name.text)


_NOUN_FROM = re.compile(r"\b([a-z]+),?\sfrom\s$")


def moved_seats(comparison: Comparison) -> Iterator[tuple[Seat, Seat]]:
    """Yield the seats, birthplaces or homes that the reports give one body or person, wherever they stand: "Leeds-based Halden", "Halden, based in Lyon".

    Not a town against a country or a state, in which it may lie, nor where a report tells the other's place beside its own.
    """
    theirs = {core(entity.name): entity for entity in comparison.b.entities if entity.type is not EntityType.PLACE}
    named = [(entity, theirs[called]) for entity in comparison.a.entities if (called := core(entity.name)) in theirs]
    people = [(kin.a, kin.b) for kin in comparison.kin if kin.bond in ONE and kin.only]
    for a, b in {(a.id, b.id): (a, b) for a, b in (*named, *people)}.values():
        mine, others = tuple(seats(comparison.a, a)), tuple(seats(comparison.b, b))
        found = [(x, y) for x in mine for y in others if x.tie == y.tie]
        if found and all(_are_apart(comparison, x, y) for x, y in found):
            yield found[0]


def _are_apart(comparison: Comparison, x: Seat, y: Seat) -> bool:
    if bool(country(x.text)) != bool(country(y.text)) or {x.text, y.text} & (words("regions") | table("us_states").keys()):
        return False
    beside = y.text in comparison.a.sentence_of(x).text or x.text in comparison.b.sentence_of(y).text
    return not beside and not one_name(x.text, y.text, comparison.aliases) and kinship(x.text, y.text) is Kinship.DIFFERENT


def _are_two(x: Origin, y: Origin) -> bool:
    if x.state:
        return x.state != y.state
    names = ({word for word in origin.words.text.casefold().split() if word.isalpha()} for origin in (x, y))
    return not set.intersection(*names)


def _homes(document: Document, sentence: Sentence, person: Entity) -> list[Origin]:
    """Return the homes that a sentence gives a person, by what stands before and behind the name."""
    here = [mention for mention in person.mentions if sentence.covers(mention)]
    return [origin for mention in here for origin in (*_before(document, sentence, mention), *_behind(document, sentence, mention))]


def _before(document: Document, sentence: Sentence, name: Mention) -> Iterator[Origin]:
    """Yield the home of "Senegal's Ama Diop", "the Malian goalkeeper Ama Diop"; a title's country is no home ("the French ambassador")."""
    text = document.article.text
    if match := _OWNED.search(text, max(sentence.start, name.start - _REACH), name.start):
        home = Span.of(text, match.start(1), match.end(1))
        if country(home.text):
            yield Origin(home, country(home.text) or "")
    elif match := _ADJECTIVE.search(text, max(sentence.start, name.start - _REACH), name.start):
        home = Span.of(text, match.start(1), match.end(1))
        if is_adjective(home.text) and (state := state_of(home.text)):
            yield Origin(home, state)


_REACH = 40
_OWNED = re.compile(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)['’]s\s$")
_ADJECTIVE = re.compile(r"\b([A-Z][a-z]+)\s$")


def _behind(document: Document, sentence: Sentence, name: Mention) -> Iterator[Origin]:
    """Yield the home of "Ama Diop of Mali", "Ama Diop, 31, who is from Bamako", "Ama Diop, a teacher from Bamako"."""
    text = document.article.text
    for home in within(document.mentions, Span(name.end, min(sentence.end, name.end + _LONGEST), "")):
        match = _FROM.fullmatch(text, name.end, home.start)
        if match is None or any(entity.type is EntityType.BODY for entity in document.named_in(home)):
            continue
        state = country(home.text) or ""
        if state or match["from"] or is_place(home.text):
            yield Origin(Span.of(text, home.start, home.end), state)
        return


_LONGEST = 80
_FROM = re.compile(
    r"(?:,\s(?:aged\s)?\d{1,2})?(?:,?\s(?:who\s(?:is|was|comes|hails)|originally)|,\san?(?:\s(?!\w+ing\b)[\w-]+){1,4})?,?\s(?:(?P<from>from)|of)\s",
)
