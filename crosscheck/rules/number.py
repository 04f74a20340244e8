"""Rules about how many and how much."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from math import inf
from typing import TYPE_CHECKING

from crosscheck.annotate.amounts import compatible, equal
from crosscheck.annotate.document import touching, within
from crosscheck.annotate.ranks import Rank, ranks
from crosscheck.annotate.units import OCCASION
from crosscheck.lexicon import table
from crosscheck.rules.briefs import is_told_by_story, misfit_amounts
from crosscheck.rules.changes import exchanged, is_one_change
from crosscheck.rules.fates import people
from crosscheck.rules.rewordings import exclusive, groups
from crosscheck.rules.rivals import is_firm, rivals
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.slips import is_slip, lone_slips
from crosscheck.rules.sums import adds_up, are_conversions, is_on_top, is_part, is_total
from crosscheck.rules.totals import totals
from crosscheck.similarity import meaning
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.rivals import Rivals
    from crosscheck.segment import Token
    from crosscheck.spans import Span

RANK = 0.35
"""How alike the words around two places in a row must be for the two to be one: "the seventh round", "the ninth round"."""
# Tuned on the gold pairs, leaving one pair out.
CONTEXT = 0.25
"""How alike the words around two amounts must be for the two to be one amount, told twice."""
SAME_HEAD = 0.1
"""The same where both count the same thing: "23 bodies", "27 bodies"."""
FAR = 1000
"""Amounts so many times apart are two amounts, not one with a slip in it: "$1.08 a share", "$250 million"."""
APART = 50
"""The same where they do not count the same by name: "killed five people", "drove about 1,400 from their homes"."""
NEAR = 2
"""Amounts more times apart are no two ways to tell one, though "more than 200" holds 60,000 too."""
OTHER_HEAD = 0.5
"""The same where they count things by other names: "41 shops", "29 homes"."""
PEOPLE = 0.15
"""The same where both may be the same people, and no other number is in question: "14 workers", "40 colleagues"."""
BOUNDS_APART = 2
"""Bounds of one kind so many times apart are of two amounts: "less than 0.1%", "less than 1%"; "more than 100" may be an earlier count than "more than 150"."""
HIGH = 10
"""From here on a figure that two pairs share tells that they are one vote, and two figures that add up to a third do so by no chance."""


@rule("NUM001", "number-differs", Kind.NUMBER, Severity.ERROR)
def number_differs(comparison: Comparison) -> Iterator[Difference]:
    """The reports give values of one amount that cannot both be right.

    Tolls, sums, votes and distances are what readers remember. Only amounts that count or measure the same thing in
    sentences that tell the same thing are held against each other; rounding, other units and other words for a number agree.

    Flagged:

        A: Rescuers had recovered 23 bodies by Tuesday evening.
        B: Rescuers had recovered 27 bodies by Tuesday evening.

    Not flagged:

        A: Rescuers had recovered a dozen bodies by Tuesday evening.
        B: Rescuers had recovered 12 bodies by Tuesday evening.

        A: The council passed the budget 9-6 after seven hours.
        B: The council passed the budget nine to six after seven hours.
    """
    replaced = tuple(_replaced(comparison))
    yield from replaced
    told = {span for difference in replaced for span in (*difference.a, *difference.b)}
    slips = ((a, b, 0.75) for a, b in lone_slips(comparison))
    for a, b, confidence in chain(_summed(comparison), _in_one_context(comparison), _of_brief(comparison), slips):
        if not told & {a, b}:
            told |= {a, b}
            yield _difference(a, b, confidence)
    for a, b in exchanged(comparison):
        if not any(known.overlaps(a) or known.overlaps(b) for known in told):
            yield Difference((a,), (b,), f'"{a.flat}" in A, "{b.flat}" in B: what was and what is have changed places', 0.85)
    for place in rivals(comparison, ranks, _same_place):
        if is_firm(place, RANK) and not any(known.overlaps(place.a) or known.overlaps(place.b) for known in told):
            yield _difference(place.a, place.b, min(1.0, 0.6 + 0.3 * place.context))


@rule("NUM002", "number-precision", Kind.NUMBER, Severity.NOTE)
def number_precision(comparison: Comparison) -> Iterator[Difference]:
    """The reports tell one amount with another precision.

    Both can be right, but a rounded number that is passed on as an exact one is how errors begin.

    Flagged:

        A: The storm forced 120,000 residents from their homes.
        B: The storm forced more than 100,000 residents from their homes.

    Not flagged:

        A: The storm forced over 100,000 residents from their homes.
        B: The storm forced more than 100,000 residents from their homes.
    """
    for one, other in comparison.pairs:
        mine, theirs = within(comparison.a.quantities, one), within(comparison.b.quantities, other)
        for a in mine:
            for b in theirs:
                if _one_amount(a, b) and not any(equal(a, y) for y in theirs) and not any(equal(x, b) for x in mine):
                    yield Difference((a,), (b,), f'"{a.flat}" and "{b.flat}" can be one amount')


def _in_one_context(comparison: Comparison) -> Iterator[tuple[Quantity, Quantity, float]]:
    """Yield the amounts of linked sentences with like words around them, with how sure it is that they are one."""
    for rival in rivals(comparison, _quantities, _may_be_one):
        if _anchored(rival) and not is_part(comparison, rival.a, rival.b) and not is_told_by_story(comparison, rival):
            yield rival.a, rival.b, _confidence(rival)


def _summed(comparison: Comparison) -> Iterator[tuple[Quantity, Quantity, float]]:
    """Yield the only figures of one fate or one noun, unless the one is a sum of which the other is a part."""
    for a, b in totals(comparison):
        if a.value < HIGH or not (is_total(comparison.a, a, b) or is_total(comparison.b, b, a)):
            yield a, b, 0.8


def _of_brief(comparison: Comparison) -> Iterator[tuple[Quantity, Quantity, float]]:
    """Yield the amounts of a brief of which its story has another; ages are anybody's."""
    for rival in misfit_amounts(comparison):
        a, b = rival.a, rival.b
        of_one_thing = _one_thing(a, b) or (a.unit and a.unit == b.unit and not (a.of and b.of))
        near = max(a.value, b.value) <= FAR * min(a.value, b.value)
        if of_one_thing and a.unit != _AGE and near and not is_part(comparison, a, b):
            yield a, b, 0.75


_AGE = "year of age"


def _replaced(comparison: Comparison) -> Iterator[Difference]:
    """Yield the numbers that stand in each other's place in one sentence reworded: amounts, ranks ("the third session"), orders ("billions")."""
    for rewording in comparison.rewordings:
        for a, b in rewording.exchanged(comparison.a.quantities, comparison.b.quantities):
            same_bound = a.value != b.value and a.low != b.low and inf in {a.high, b.high}
            on_top = is_on_top(comparison.a, a) != is_on_top(comparison.b, b)
            if (a.of and b.of and not _one_thing(a, b)) or adds_up(comparison, a, b) or is_one_change(comparison, a, b) or on_top:
                continue
            if are_conversions(comparison, a, b):
                continue
            if _is_beside(a, b, within(comparison.b.quantities, rewording.other)) or _is_beside(b, a, within(comparison.a.quantities, rewording.one)):
                continue
            if _may_be_one(a, b) is False or (same_bound and a.unit == b.unit and a.high == b.high):
                yield _difference(a, b, 0.7 if same_bound else 1.0)
        for x, y in rewording.words():
            counted = touching(comparison.a.quantities, x) and touching(comparison.b.quantities, y)
            if not counted and _order(x) and _order(y) and _order(x) != _order(y):
                yield _difference(x, y, 0.75)


def _is_beside(amount: Quantity, rival: Quantity, others: Iterable[Quantity]) -> bool:
    """Say whether a sentence has an amount too, of nothing else: "one of its three panels", "one panel out of three"."""
    return any(other is not rival and compatible(amount, other) and (not other.of or _one_thing(amount, other)) for other in others)


def _difference(a: Span, b: Span, confidence: float) -> Difference:
    return Difference((a,), (b,), f'"{a.flat}" in A, "{b.flat}" in B', confidence)


def _order(word: Token) -> tuple[str, str] | None:
    """Return the place in a row or the order of size that a word tells: "third" and "3rd", "billions"."""
    low = word.text.casefold()
    if match := _RANK.match(low):
        return "rank", match[1]
    if low in table("ordinals"):
        return "rank", table("ordinals")[low][0]
    plural = low.removesuffix("s")
    return ("size", plural) if low.endswith("s") and plural in _SIZES else None


_RANK = re.compile(r"(\d+)(?:st|nd|rd|th)$")
_SIZES = frozenset({"billion", "dozen", "hundred", "million", "thousand", "trillion"})


def _one_amount(a: Quantity, b: Quantity) -> bool:
    """Say whether two amounts agree and measure or count one thing; bare numbers must count it by name."""
    least, most = sorted((a.value, b.value))
    return bool(compatible(a, b)) and a.of == b.of and bool(a.of or a.unit) and most <= NEAR * least


def _quantities(document: Document) -> tuple[Quantity, ...]:
    return document.quantities


def _may_be_one(x: Quantity, y: Quantity) -> bool | None:
    """Say whether two amounts can be one, None where they are not to be compared; bounds of one kind that are far apart are not told for one another."""
    return False if _are_two_bounds(x, y) else compatible(x, y)


def _are_two_bounds(x: Quantity, y: Quantity) -> bool:
    """Say whether two amounts are bounds of one kind that nobody would tell for one another: "less than 0.1%", "less than 1%"."""
    least, most = sorted((abs(x.value), abs(y.value)))
    above, below = x.high == y.high == inf, x.low == y.low == 0 and x.value == x.high and y.value == y.high
    return x.unit == y.unit and (above or below) and 0 < BOUNDS_APART * least <= most


def _anchored(rival: Rivals[Quantity]) -> bool:
    if max(rival.a.value, rival.b.value) > (FAR if _count_alike(rival) or rival.a.unit else APART) * min(rival.a.value, rival.b.value):
        return False
    if rival.a.unit != rival.b.unit and rival.a.value == rival.b.value:
        return True  # "430,000 euros" and "$430,000": nobody converts at par
    if rival.alone and (_share_a_figure(rival.a, rival.b) or is_slip(rival.a, rival.b)):
        return True
    if rival.a.unit == rival.b.unit == OCCASION and rival.alone:
        return rival.context >= SAME_HEAD  # of few things a report says how many times they happened
    if not (rival.a.of and rival.b.of):
        measured = rival.a.unit and rival.b.unit
        return is_firm(rival, CONTEXT if rival.beside or rival.named else OTHER_HEAD) if measured else rival.context >= CONTEXT
    return rival.context >= _least_context(rival)


def _least_context(rival: Rivals[Quantity]) -> float:
    """Return how alike the words around two amounts must be, by what the two count."""
    if _count_alike(rival):
        return SAME_HEAD
    return PEOPLE if rival.alone and _may_be_the_same_people(rival.a.of, rival.b.of) else OTHER_HEAD


def _share_a_figure(a: Quantity, b: Quantity) -> bool:
    """Say whether two votes or high scores have one figure in common: "61 to 28", "64 to 28"; many a match ends 2-1 or 3-1."""
    if a.second is None or b.second is None:
        return False
    common = {a.value, a.second} & {b.value, b.second}
    return len(common) == 1 and min(common) >= HIGH


def _may_be_the_same_people(a: str, b: str) -> bool:
    """Say whether two nouns are for people, one of them for any: "14 workers", "40 colleagues"; not "12 soldiers", "30 rebels"."""
    return bool({a, b} & _anybody()) and all(noun in _anybody() or people()[noun] for noun in (a, b)) and not exclusive(a, b)


@cache
def _anybody() -> frozenset[str]:
    return frozenset(map(stem, ("colleague", "man", "member", "other", "people", "person", "survivor", "victim", "worker")))


def _same_place(x: Rank, y: Rank) -> bool | None:
    """Say whether two places in a row are one; None where they are of two rows."""
    return x.value == y.value if meaning(x.row) == meaning(y.row) else None


def _count_alike(rival: Rivals[Quantity]) -> bool:
    return _one_thing(rival.a, rival.b)


def _one_thing(a: Quantity, b: Quantity) -> bool:
    """Say whether two amounts count the same thing, by one name or by names near in meaning: "a $37 million shortfall", "a $37 million gap"."""
    return bool(a.of and b.of) and (meaning(a.of) == meaning(b.of) or bool(groups(a.of) & groups(b.of)))


def _confidence(rival: Rivals[Quantity]) -> float:
    return min(1.0, 0.6 + 0.2 * _count_alike(rival) + 0.1 * rival.alone + 0.3 * rival.context)
