"""Rules about how many and how much."""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING

from crosscheck.annotate.amounts import compatible
from crosscheck.annotate.document import touching, within
from crosscheck.lexicon import table
from crosscheck.rules.rewordings import groups
from crosscheck.rules.rivals import rivals
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.similarity import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.rivals import Rivals
    from crosscheck.segment import Token
    from crosscheck.spans import Span

# Tuned on the gold pairs, leaving one pair out.
CONTEXT = 0.25
"""How alike the words around two amounts must be for the two to be one amount, told twice."""
SAME_HEAD = 0.1
"""The same where both count the same thing: "23 bodies", "27 bodies"."""
FAR = 1000
"""Amounts so many times apart are two amounts, not one with a slip in it: "$1.08 a share", "$250 million"."""
NEAR = 2
"""Amounts more times apart are no two ways to tell one, though "more than 200" holds 60,000 too."""
OTHER_HEAD = 0.5
"""The same where they count things by other names: "41 passengers", "29 adults"."""


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
    for rival in rivals(comparison, _quantities, compatible):
        if told & {rival.a, rival.b}:
            continue
        if _anchored(rival) and not _adds_up(comparison, rival.a, rival.b) and _is_former(comparison.a, rival.a) == _is_former(comparison.b, rival.b):
            yield _difference(rival.a, rival.b, _confidence(rival))


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
                if _one_amount(a, b) and not any(_equal(a, y) for y in theirs) and not any(_equal(x, b) for x in mine):
                    yield Difference((a,), (b,), f'"{a.flat}" and "{b.flat}" can be one amount')


def _replaced(comparison: Comparison) -> Iterator[Difference]:
    """Yield the numbers that stand in each other's place in one sentence reworded: amounts, ranks ("the third session"), orders ("billions")."""
    for rewording in comparison.rewordings:
        for a, b in rewording.exchanged(comparison.a.quantities, comparison.b.quantities):
            same_bound = a.value != b.value and a.low != b.low and inf in {a.high, b.high}
            if (a.of and b.of and not _one_thing(a, b)) or _adds_up(comparison, a, b):
                continue
            if compatible(a, b) is False or (same_bound and a.unit == b.unit and a.high == b.high):
                yield _difference(a, b, 0.7 if same_bound else 1.0)
        for x, y in rewording.words():
            counted = touching(comparison.a.quantities, x) and touching(comparison.b.quantities, y)
            if not counted and _order(x) and _order(y) and _order(x) != _order(y):
                yield _difference(x, y, 0.75)


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


def _equal(x: Quantity, y: Quantity) -> bool:
    return (x.low, x.high, x.unit) == (y.low, y.high, y.unit)


def _quantities(document: Document) -> tuple[Quantity, ...]:
    return document.quantities


def _anchored(rival: Rivals[Quantity]) -> bool:
    if max(rival.a.value, rival.b.value) > FAR * min(rival.a.value, rival.b.value):
        return False
    if rival.a.unit != rival.b.unit and rival.a.value == rival.b.value:
        return True  # "430,000 euros" and "$430,000": nobody converts at par
    if not rival.a.of or not rival.b.of:
        return rival.context >= CONTEXT
    return rival.context >= (SAME_HEAD if _count_alike(rival) else OTHER_HEAD)


def _is_former(document: Document, amount: Quantity) -> bool:
    """Say whether an amount is what there was before: "rose to 14 from 11"."""
    return bool(_FROM.search(document.article.text, max(0, amount.start - len("from   ")), amount.start))


_FROM = re.compile(r"\bfrom\s+$")


def _adds_up(comparison: Comparison, a: Quantity, b: Quantity) -> bool:
    """Say whether the two are parts of one whole that both reports give: "cut from 16 beds to 10", "lost six of its 16 beds"."""
    whole = a.value + b.value
    return all(any(amount.value == whole for amount in amounts) for amounts in (comparison.a.quantities, comparison.b.quantities))


def _count_alike(rival: Rivals[Quantity]) -> bool:
    return _one_thing(rival.a, rival.b)


def _one_thing(a: Quantity, b: Quantity) -> bool:
    """Say whether two amounts count the same thing, by one name or by names near in meaning: "a $37 million shortfall", "a $37 million gap"."""
    return bool(a.of and b.of) and (meaning(a.of) == meaning(b.of) or bool(groups(a.of) & groups(b.of)))


def _confidence(rival: Rivals[Quantity]) -> float:
    return min(1.0, 0.6 + 0.2 * _count_alike(rival) + 0.1 * rival.alone + 0.3 * rival.context)
