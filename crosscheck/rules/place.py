"""Rules about where."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from crosscheck.aliases import one_name
from crosscheck.annotate.document import within
from crosscheck.annotate.gazetteer import country, is_place, state_of
from crosscheck.lexicon import table, words
from crosscheck.rules.origins import origins
from crosscheck.rules.rivals import is_firm, rivals
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.tokens import ByStem, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.aliases import Aliases
    from crosscheck.annotate import Document
    from crosscheck.annotate.places import Place
    from crosscheck.rules.comparison import Comparison

CONTEXT = 0.3
"""How alike the words around two places must be for the two to place one event; tuned on the gold pairs, leaving one pair out."""
SAME_CONTEXT = 0.6
"""The same where one report has the place without a preposition: "play in Cleveland", "skip Cincinnati"."""


@rule("PLC001", "place-differs", Kind.PLACE, Severity.WARNING)
def place_differs(comparison: Comparison) -> Iterator[Difference]:
    """The reports put one event in different places.

    Where it happened decides whose news it is, and neighbouring places are easily mixed up.
    A place and the country or region it lies in agree, and so do a capital and the state it stands for.

    Flagged:

        A: The ferry sank five miles off Harlow island on Monday.
        B: The ferry sank five miles off Bute island on Monday.

    Not flagged:

        A: The ferry sank five miles off Harlow island on Monday.
        B: The ferry sank five miles off Harlow on Monday.
    """
    replaced = [
        (a, b)
        for rewording in comparison.rewordings
        for a, b in rewording.exchanged(comparison.a.places, comparison.b.places)
        if not may_be_one(a, b, comparison.aliases) and _are_of_one_size(a, b) and a.text not in rewording.other.text and b.text not in rewording.one.text
    ]
    for a, b in replaced:
        yield Difference((a,), (b,), f'"{a.flat}" in A, "{b.flat}" in B')
    homes = [(a.words, b.words) for a, b in origins(comparison)]
    for x, y in dict.fromkeys(homes):
        yield Difference((x,), (y,), f'"{x.flat}" in A, "{y.flat}" in B', 0.75)
    for one, other in comparison.pairs:
        for a in within(comparison.a.places, one):
            for b in within(comparison.b.places, other):
                if _plain(a) == _plain(b) and _OPPOSITE.get(a.preposition) == b.preposition:
                    yield Difference((a,), (b,), f'"{a.preposition} {a.flat}" in A, "{b.preposition} {b.flat}" in B')
    told = {place.start for place, _ in (*replaced, *homes)}, {place.start for _, place in (*replaced, *homes)}
    for rival in rivals(comparison, _places, partial(may_be_one, aliases=comparison.aliases)):
        if (
            (is_firm(rival, CONTEXT) if rival.a.preposition == rival.b.preposition else rival.context >= SAME_CONTEXT)
            and rival.a.start not in told[0]
            and rival.b.start not in told[1]
        ):
            yield Difference((rival.a,), (rival.b,), f'"{rival.a.flat}" in A, "{rival.b.flat}" in B', min(1.0, 0.5 + 0.1 * rival.alone + 0.4 * rival.context))


_SIDES = (("north of", "south of"), ("east of", "west of"), ("north-east of", "south-west of"), ("north-west of", "south-east of"))
_SOLID = tuple((one.replace("-", ""), other.replace("-", "")) for one, other in _SIDES[2:])
_OPPOSITE = {one: other for pair in (*_SIDES, *_SOLID) for one, other in (pair, pair[::-1])}


def _places(document: Document) -> tuple[Place, ...]:
    return document.places


def may_be_one(x: Place, y: Place, aliases: Aliases = ()) -> bool | None:
    """Say whether two places can be one: True where a name holds the other or both stand for one state, False where the two cannot be one.

    None where they are not to be compared: another preposition ("near Gao", "from Gao"), or a country against a town that may lie in it.
    """
    if _plain(x) <= _plain(y) or _plain(y) <= _plain(x):
        return True
    if one_name(x.text, y.text, aliases):
        return True
    if state_of(x.text) and state_of(x.text) == state_of(y.text):
        return True
    if not _are_of_one_size(x, y):
        return None
    if x.preposition == y.preposition:
        return False if x.preposition else None
    return None if (x.preposition and y.preposition) or not (_is_town(x) and _is_town(y)) else False


def _plain(place: Place) -> frozenset[str]:
    """Return the words of a place's name without its sort: "Buton island", {"buton"}."""
    named = frozenset(stem(word) for word in place.text.replace("’", "'").removesuffix("'s").split())
    return frozenset(word for word in named if not _sorts()[word]) or named


@cache
def _sorts() -> ByStem[str]:
    return ByStem((noun, noun) for noun in words("geo_nouns"))


def _is_town(place: Place) -> bool:
    """Say whether a place is known and stands for no state: a capital without a preposition may be its government."""
    return is_place(place.text) and state_of(place.text) is None


def _are_of_one_size(x: Place, y: Place) -> bool:
    """Say whether neither place can lie in the other by its sort: two towns, two countries, two continents."""
    return (_is_wide(x) == _is_wide(y) or _is_city_state(x) or _is_city_state(y)) and _holds_countries(x) == _holds_countries(y)


def _is_city_state(place: Place) -> bool:
    """Say whether a country is a city too, and so may stand for the town: "Djibouti", "Singapore"."""
    return country(place.text) is not None and country(place.text) not in table("capitals")


def _holds_countries(place: Place) -> bool:
    """Say whether a place is a part of the world: Scotland, Chile or the Andes may lie in it."""
    return place.text.removeprefix("the ") in words("parts_of_the_world")


def _is_wide(place: Place) -> bool:
    """Say whether a place is a country or a state, in which towns lie."""
    return country(place.text) is not None or place.text in table("us_states") or place.text in words("regions")
