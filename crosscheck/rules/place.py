"""Rules about where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import chain, pairwise, product
from typing import TYPE_CHECKING

from crosscheck.aliases import house_words, one_name
from crosscheck.annotate.contexts import context
from crosscheck.annotate.document import within
from crosscheck.annotate.gazetteer import country, is_place, state_of
from crosscheck.annotate.names import EntityType
from crosscheck.lexicon import table, words
from crosscheck.rules.briefs import told_by_brief_alone
from crosscheck.rules.origins import moved_seats, origins, origins_of_nameless
from crosscheck.rules.rivals import is_firm, rivals
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.slots import slots
from crosscheck.tokens import ByStem, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosscheck.aliases import Aliases
    from crosscheck.annotate import Document
    from crosscheck.annotate.places import Place
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence, Token
    from crosscheck.spans import Span

CONTEXT = 0.3
"""How alike the words around two places must be for the two to place one event; tuned on the gold pairs, leaving one pair out."""
BOTH = 2
"""Where each of two places stands elsewhere in the other report, both reports tell of two places."""
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
    sure = {(a.start, b.start): (a, b, confidence) for a, b, confidence in (*_homes(comparison), *_replaced(comparison))}
    told_a, told_b = {start for start, _ in sure}, {start for _, start in sure}
    for a, b, confidence in sure.values():
        yield Difference((a,), (b,), f'"{a.flat}" in A, "{b.flat}" in B', confidence)
    for a, b, confidence in chain(_in_one_context(comparison), _of_one_deed(comparison), _of_brief(comparison)):
        if a.start not in told_a and b.start not in told_b:
            told_a.add(a.start)
            told_b.add(b.start)
            yield Difference((a,), (b,), f'"{a.flat}" in A, "{b.flat}" in B', confidence)
    told = told_a if comparison.brief is comparison.a else told_b
    for name, sort in comparison.unheard_of:
        if sort is EntityType.PLACE and name.start not in told:
            yield told_by_brief_alone(comparison, name)
    for one, other in comparison.pairs:
        yield from _on_other_sides(within(comparison.a.places, one), within(comparison.b.places, other))
        yield from _in_opposite_directions(one, other)


def _replaced(comparison: Comparison) -> Iterator[tuple[Span, Span, float]]:
    """Yield the places that stand in each other's place in one sentence reworded."""
    for rewording in comparison.rewordings:
        for a, b in rewording.exchanged(comparison.a.places, comparison.b.places):
            known = a.text in rewording.other.text or b.text in rewording.one.text
            if not known and not may_be_one(a, b, comparison.aliases) and are_of_one_size(a, b) and _is_spot(a.text) == _is_spot(b.text):
                yield a, b, 1.0


def _homes(comparison: Comparison) -> Iterator[tuple[Span, Span, float]]:
    """Yield where one man is from, and one firm has its seat."""
    for a, b in origins(comparison):
        yield a.words, b.words, 0.75
    for x, y in origins_of_nameless(comparison):
        yield x, y, 0.7
    for x, y in moved_seats(comparison):
        yield x, y, 0.75


def _in_one_context(comparison: Comparison) -> Iterator[tuple[Span, Span, float]]:
    """Yield the places of linked sentences with like words around them, or of which each report has but one and the other report has it nowhere."""
    told_a, told_b = (_Told.of(document.places, comparison.aliases) for document in (comparison.a, comparison.b))
    for rival in rivals(comparison, _places, partial(may_be_one, aliases=comparison.aliases)):
        sure = is_firm(rival, CONTEXT) if rival.a.preposition == rival.b.preposition else rival.context >= SAME_CONTEXT
        if (sure or rival.alone) and told_b.has(rival.a) + told_a.has(rival.b) < (BOTH if sure else 1):
            yield rival.a, rival.b, min(1.0, 0.5 + 0.1 * rival.alone + 0.4 * rival.context)


@dataclass(frozen=True, slots=True)
class _Told:
    """The places of a report, each under all that its name tells by: places that have none of it in common are not one."""

    places: Mapping[str, Sequence[Place]]
    aliases: Aliases

    @classmethod
    def of(cls, places: Iterable[Place], aliases: Aliases) -> _Told:
        found: dict[str, list[Place]] = defaultdict(list)
        for place in places:
            for key in _keys(place.text, aliases):
                found[key].append(place)
        return cls(found, aliases)

    def has(self, place: Place) -> bool:
        """Say whether the report has a place somewhere."""
        return any(_are_one(place, other, self.aliases) for key in _keys(place.text, self.aliases) for other in self.places.get(key, ()))


@lru_cache(maxsize=1 << 14)
def _keys(name: str, aliases: Aliases) -> frozenset[str]:
    """Return what a place is known by: the words of its name, as written and as the house has it, and the state that it stands for."""
    state = state_of(name)
    return frozenset((*_plain(name), *house_words(name, aliases), *([f"state={state}"] if state else [])))


def _of_brief(comparison: Comparison) -> Iterator[tuple[Span, Span, float]]:
    """Yield the places that a brief and its story have in each other's place; a town may lie in the country that the other tells of."""
    return ((a, b, 0.75) for a, b, sort in comparison.misnamed if sort is EntityType.PLACE and are_of_one_size(a, b))


def _of_one_deed(comparison: Comparison) -> Iterator[tuple[Span, Span, float]]:
    """Yield the places of one deed in two other tellings, of which neither report has the other's."""
    for slot in slots(comparison, _places, partial(may_be_one, aliases=comparison.aliases)):
        known = slot.a.text in comparison.b.article.text or slot.b.text in comparison.a.article.text
        if not known and _is_scene(slot.a) and _is_scene(slot.b):
            yield slot.a, slot.b, 0.75


def _on_other_sides(mine: Iterable[Place], theirs: Iterable[Place]) -> Iterator[Difference]:
    """Yield the sides of one place: "north of Sumbe", "south-east of Sumbe"."""
    for a, b in product(mine, theirs):
        if _are_two_ways(a.preposition, b.preposition) and _plain(a.text) == _plain(b.text):
            yield Difference((a,), (b,), f'"{a.preposition} {a.flat}" in A, "{b.preposition} {b.flat}" in B')


def _in_opposite_directions(one: Sentence, other: Sentence) -> Iterator[Difference]:
    """Yield the only directions of two linked sentences where they are opposite: "downstream of the mine", "upstream from the mine"."""
    mine = _ways(one)
    theirs = _ways(other) if mine else []
    if mine and theirs and all(x.stem in _opposite_ways(y.stem) for x in mine for y in theirs):
        a, b = mine[0], theirs[0]
        yield Difference((a,), (b,), f'"{a.flat}" in A, "{b.flat}" in B', 0.85)


def _ways(sentence: Sentence) -> list[Token]:
    """Return the words of a sentence that tell a direction by themselves, but not of where somebody may go: "afraid to go indoors"."""
    lows = [token.text.casefold() for token in sentence.tokens]
    return [token for at, (token, after) in enumerate(pairwise(sentence.tokens)) if _points(token, after) and "to" not in lows[max(0, at - 2) : at]]


def _points(token: Token, after: Token) -> bool:
    """Say whether a word tells a direction by itself: "the east bank", "upstream of the mine", not "east of Sumbe" or "the Middle East"."""
    return token.text.islower() and bool(_opposite_ways(token.stem)) and not (token.text in _WINDS and after.text == "of")


@cache
def _opposite_ways(of: str) -> frozenset[str]:
    """Return the stems of the directions that are opposite to one."""
    return frozenset(map(stem, _directions()[of]))


@cache
def _directions() -> ByStem[str]:
    listed = [(word, other) for word, others in table("opposite_directions").items() for other in others]
    return ByStem([*listed, *((other, word) for word, other in listed)])


_WINDS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_QUARTER = 2
"""From a quarter of the compass on two directions are two: "north" may be "northeast", but no "east"."""


def _are_two_ways(x: str, y: str) -> bool:
    """Say whether two prepositions tell two ways from a place: "north of" and "south-east of"."""
    one, other = (side.removesuffix(" of").replace("-", "") for side in (x, y))
    if one not in _WINDS or other not in _WINDS:
        return False
    apart = abs(_WINDS.index(one) - _WINDS.index(other))
    return min(apart, len(_WINDS) - apart) >= _QUARTER


def _places(document: Document) -> tuple[Place, ...]:
    return document.places


def _is_scene(place: Place) -> bool:
    """Say whether something is done at a place; "lost to Cleveland", "a man from Gao" tell of none."""
    return place.preposition not in {"", "from", "to"}


def may_be_one(x: Place, y: Place, aliases: Aliases = ()) -> bool | None:
    """Say whether two places can be one: True where a name holds the other or both stand for one state, False where the two cannot be one.

    None where they are not to be compared: another preposition ("near Gao", "from Gao"), or a country against a town that may lie in it.
    """
    if _are_one(x, y, aliases):
        return True
    if not are_of_one_size(x, y) or _is_spot(x.text) != _is_spot(y.text):
        return None
    if x.preposition == y.preposition or {x.preposition, y.preposition} <= _HERE:
        return False if x.preposition else None
    return None if (x.preposition and y.preposition) or not (_is_town(x) and _is_town(y)) else False


# "Held at Piraeus" and "held in Lavrio" are two tellings of where.
_HERE = frozenset({"at", "in", "inside", "near", "outside", "over"})


def _are_one(x: Place, y: Place, aliases: Aliases) -> bool:
    """Say whether the name of one place holds the other's, or both stand for one state."""
    if _keys(x.text, aliases).isdisjoint(_keys(y.text, aliases)):
        return False  # most pairs
    mine, theirs = _plain(x.text), _plain(y.text)
    if mine <= theirs or theirs <= mine or one_name(x.text, y.text, aliases):
        return True
    return state_of(x.text) is not None and state_of(x.text) == state_of(y.text)


@cache
def _plain(name: str) -> frozenset[str]:
    """Return the words of a place's name without its sort: "Buton island", {"buton"}."""
    named = frozenset(stem(word) for word in name.replace("’", "'").removesuffix("'s").split())
    return frozenset(word for word in named if not _sorts()[word]) or named


@lru_cache(maxsize=1 << 14)
def _is_spot(name: str) -> bool:
    """Say whether a place's name tells that it is a building or a spot, which lies in a town: "Gardermoen airport", "Main Street"."""
    buildings, spots = context("building"), context("spot")
    return any(word in buildings or word in spots for word in name.casefold().split())


@cache
def _sorts() -> ByStem[str]:
    return ByStem((noun, noun) for noun in words("geo_nouns"))


def _is_town(place: Place) -> bool:
    """Say whether a place is known and stands for no state: a capital without a preposition may be its government."""
    return is_place(place.text) and state_of(place.text) is None


def are_of_one_size(x: Span, y: Span) -> bool:
    """Say whether neither place can lie in the other by its sort: two towns, two countries, two continents."""
    near = _size(x.text) == _size(y.text) or _is_city_state(x.text) or _is_city_state(y.text)
    return near and _holds_countries(x.text) == _holds_countries(y.text)


def _is_city_state(name: str) -> bool:
    """Say whether a country is a city too, and so may stand for the town: "Djibouti", "Singapore"."""
    return country(name) is not None and country(name) not in table("capitals")


def _holds_countries(name: str) -> bool:
    """Say whether a place is a part of the world: Scotland, Chile or the Andes may lie in it."""
    return name.removeprefix("the ") in words("parts_of_the_world")


@lru_cache(maxsize=1 << 14)
def _size(name: str) -> int:
    """Return 2 for a country, in which states lie, 1 for a state, in which towns lie, and 0 for any other place."""
    if country(name) is not None:
        return 2
    return int(name in table("us_states") or name in words("regions") or name.rpartition(" ")[2] in _PARTS_OF_STATES)


_PARTS_OF_STATES = frozenset({"oblast", "prefecture", "province", "region", "state"})
