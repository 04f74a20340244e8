"""What the reports call a firm, a club or a ship, and of what country they say it is."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from crosscheck.aliases import one_name
from crosscheck.annotate.callings import is_thing
from crosscheck.annotate.gazetteer import is_adjective, state_of
from crosscheck.annotate.names import EntityType
from crosscheck.annotate.namesakes import Kinship, kinship
from crosscheck.lexicon import words
from crosscheck.spans import Span
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.names import Entity
    from crosscheck.rules.comparison import Comparison

TELLING = 4
"""How many letters the words have at least of which one may be misspelled for the other."""


def misspelled(comparison: Comparison) -> Iterator[tuple[Entity, Entity]]:
    """Yield the bodies and things whose names differ in the spelling of one word: "Halden Swift Lines Inc.", "Holden Swift Ferries".

    A name of one word may be another's; and who has the other's spelling too means two.
    """
    theirs: dict[tuple[int, Sequence[str]], list[tuple[Sequence[str], Entity]]] = defaultdict(list)
    for other, b in _by_core(comparison.b).items():
        for gap in _gaps(other):
            theirs[gap].append((other, b))
    for called, a in _by_core(comparison.a).items():
        for at, rest in _gaps(called):
            for other, b in theirs[at, rest]:
                if _are_spellings(called[at], other[at]) and not one_name(a.name, b.name, comparison.aliases):
                    known = " ".join(called) in comparison.b.article.text.casefold() or " ".join(other) in comparison.a.article.text.casefold()
                    if not known:
                        yield a, b


def _gaps(name: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the words of a name but for one, and where that one stands; nothing for a name of one word."""
    for at in range(len(name)) if len(name) > 1 else ():
        yield at, (*name[:at], *name[at + 1 :])


def nationalities(comparison: Comparison) -> Iterator[tuple[Span, Span]]:
    """Yield the countries of which the reports say that one body is: "the Danish company Halden Biologics", "its Dutch maker, Halden Biologics"."""
    theirs = _by_core(comparison.b)
    for called, a in _by_core(comparison.a).items():
        mine, others = _states(comparison.a, a), _states(comparison.b, theirs[called]) if called in theirs else {}
        if mine and others and mine.keys().isdisjoint(others):
            yield next(iter(mine.values())), next(iter(others.values()))


def _by_core(document: Document) -> Mapping[Sequence[str], Entity]:
    """Return the bodies and things by the words of their names, without what tells their sort."""
    named = (entity for entity in document.entities if entity.type in {EntityType.BODY, EntityType.OTHER})
    return {words_of: entity for entity in named if (words_of := core(entity.name))}


def core(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without what tells its sort: ("halden", "swift") for "Halden Swift Lines Inc."."""
    parts = [word.rstrip(".,") for word in name.casefold().split()]
    while len(parts) > 1 and _is_sort(parts[-1]):
        parts.pop()
    return tuple(parts)


def _is_sort(word: str) -> bool:
    """Say whether a word only tells what sort of body has the name: "Inc", "Group", "Ferries"."""
    plain = word.removesuffix("s")
    return (
        any(form in words(sort) for form in (word, plain) for sort in ("body_words", "company_forms"))
        or is_thing(plain)
        or is_thing(word.removesuffix("ies") + "y")
    )


def _are_spellings(x: str, y: str) -> bool:
    """Say whether two words of names are one word in two spellings; "Australia" and "Australian" are forms of one."""
    told_apart = min(len(x), len(y)) >= TELLING and stem(x) != stem(y) and x.isalpha() and y.isalpha()
    return told_apart and kinship(x, y) is Kinship.VARIANT


def _states(document: Document, body: Entity) -> Mapping[str, Span]:
    """Return the countries of a body by the adjectives before its name, each with the first of them."""
    text, found = document.article.text, dict[str, Span]()
    for mention in body.mentions:
        match = _ADJECTIVE.search(text, max(document.sentence_of(mention).start, mention.start - _REACH), mention.start)
        if match and is_adjective(match[1]) and not words("function_words") & set(match[2].split()) and (state := state_of(match[1])):
            found.setdefault(state, Span.of(text, match.start(1), match.end(1)))
    return found


_REACH = 60
_ADJECTIVE = re.compile(r"\b([A-Z][a-z]+)((?: [a-z-]+){1,3}),? $")
"""The country of a noun that the name stands beside; what stands right before it may be a part of the name."""
