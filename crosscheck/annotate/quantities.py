"""How many and how much: numbers in words and digits as ranges with a unit and what they count."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from math import inf
from operator import attrgetter
from typing import TYPE_CHECKING

from crosscheck.annotate.figures import figures, number_words
from crosscheck.annotate.heads import head, head_before
from crosscheck.annotate.pieces import pieces, word_at
from crosscheck.annotate.units import OCCASION, unit_at
from crosscheck.lexicon import table
from crosscheck.spans import Span
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crosscheck.annotate.figures import Figure
    from crosscheck.annotate.pieces import Piece
    from crosscheck.annotate.times import Time
    from crosscheck.segment import Sentence


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A quantity as written, with its bound and its unit: "more than 150,000", "$8.4 billion", "8-3".

    "150,000-plus troops" is value 150000, low 150000, high infinity, unit "", of "troop".
    Units are singular names ("percent", "US dollar", "metre", "year", "year of age") in which `value` is written; "dollar" leaves open
    which, "fraction" is a half or one in eight, "score" a pair of results or votes with `second` beside `value`.
    `of` is the stem of the noun counted, "" where there is none.
    `low` and `high` are hard bounds where the report sets them (`value` three times for a plain number; "nearly 200" is 180 to 200);
    "about" widens by the last written place, a tenth of the value at most (about 8,200: 8,100 to 8,300; about 60: 54 to 66).
    `per` is the time of a rate: "day" of "$45 million a day"; "" where the report gives none.
    `step` is the place of the last written digit: 100 for 4,700, 100 million for 1.2 billion. A range's `value` is its middle.
    """

    value: float
    low: float
    high: float
    unit: str
    of: str  # type: ignore[assignment]  # the contract's word, in place of the constructor `Span.of`, which is not needed here
    second: float | None = None
    step: float = 1.0
    per: str = ""


def quantities(sentences: Sequence[Sentence], times: Sequence[Time]) -> tuple[Quantity, ...]:
    """Return the quantities of a report, in order; numbers inside a time are not quantities.

    Nor are ordinals, names and identifiers with a number in them (G-7, Boeing 737, flight 370, 9/11), and "one" as a pronoun.
    """
    return tuple(quantity for sentence in sentences for quantity in _in_sentence(sentence, times))


def _in_sentence(sentence: Sentence, times: Sequence[Time]) -> Iterator[Quantity]:
    if number_words().isdisjoint(sentence.lows):
        return
    row = pieces(sentence.text)
    taken = _taken(row, sentence, times)
    for amount in _composed(row, [_bounded(row, amount) for amount in figures(row, taken)]):
        noun = None if amount.unit.name == OCCASION else head(row, amount.end, count=amount.counted, after_in=amount.unit.dimension == "money")
        if noun is None and amount.unit.dimension == "count":
            noun = head_before(row, amount.begin)
        start, end = row[amount.begin].start, row[amount.end - 1].end
        yield Quantity(
            sentence.start + start,
            sentence.start + end,
            sentence.text[start:end],
            value=amount.value,
            low=amount.low,
            high=amount.high,
            unit=amount.unit.name,
            of="" if noun is None or noun in taken else stem(row[noun].text),
            second=amount.second,
            step=amount.step,
            per=_period(row, amount.end),
        )


def _period(row: Sequence[Piece], end: int) -> str:
    """Return the unit of time that an amount is for: "a week", "per hour", "each year"."""
    found = unit_at(row, end + 1) if word_at(row, end) in _EACH else None
    return found[0].name if found and found[0].dimension == "duration" else ""


_EACH = frozenset({"a", "an", "each", "every", "per"})


def _taken(row: Sequence[Piece], sentence: Sentence, times: Sequence[Time]) -> frozenset[int]:
    """Return the pieces of the sentence that stand in a time."""
    inside = times[bisect_left(times, sentence.start, key=attrgetter("start")) : bisect_left(times, sentence.end, key=attrgetter("start"))]
    stretches = [range(time.start - sentence.start, time.end - sentence.start) for time in inside]
    return frozenset(index for stretch in stretches for index, piece in enumerate(row) if piece.start in stretch)


# How far an estimate reaches: "nearly 200" is 180 to 200, "just over 200" is 200 to 220, "about" never more than this either way.
_REACH = 0.1
_LONGEST_BOUND = 5


def _bounded(row: Sequence[Piece], amount: Figure) -> Figure:
    """Return the amount with the words around it that limit it: "more than 200", "200-plus", "$5 million or more"."""
    kind, begin = _bound_before(row, amount.begin)
    if kind:
        return _limited(amount, kind)._replace(begin=begin)
    kind, end = _bound_after(row, amount.end)
    return _limited(amount, kind)._replace(end=end) if kind else amount


def _limited(amount: Figure, kind: str) -> Figure:
    low, value, high = amount.low, amount.value, amount.high
    reach = _REACH * abs(value)
    match kind:
        case "more" | "least":
            return amount._replace(high=inf)
        case "less" | "most":
            return amount._replace(low=min(0.0, low))
        case "nearly":
            return amount._replace(low=low - reach)
        case "slightly more":
            return amount._replace(high=high + reach)
        case "about":
            reach = min(reach, amount.step)
            return amount._replace(low=low - reach, high=high + reach)
        case _:
            return amount


def _bound_before(row: Sequence[Piece], begin: int) -> tuple[str, int]:
    """Return what the words before a number make of it, and where they begin; the longest phrase wins."""
    if word_at(row, begin - 1) not in _bound_ends():
        return "", begin
    for length in range(min(_LONGEST_BOUND, begin), 0, -1):
        phrase = " ".join([piece.lower for piece in row[begin - length : begin]])
        if phrase in _bounds():
            return _bounds()[phrase], begin - length
    return "", begin


def _bound_after(row: Sequence[Piece], end: int) -> tuple[str, int]:
    if word_at(row, end) == "+" and row[end].glued:
        return "least", end + 1
    at = end + (word_at(row, end) == "-")
    if word_at(row, at) not in _bound_openings():
        return "", end
    for length in range(min(_LONGEST_BOUND, len(row) - at), 0, -1):
        phrase = " ".join([piece.lower for piece in row[at : at + length]])
        if phrase in _bounds(after="after "):
            return _bounds(after="after ")[phrase], at + length
    return "", end


@cache
def _bounds(*, after: str = "") -> Mapping[str, str]:
    """Return every phrase that limits the number behind it (with `after`, before it) and what it makes of it."""
    kinds = ("more", "least", "less", "most", "nearly", "slightly more", "about")
    return {phrase: kind for kind in kinds for phrase in table("bounds").get(after + kind, ())}


@cache
def _bound_ends() -> frozenset[str]:
    """Return the last words of the phrases before a number, without which there is none."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in _bounds())


@cache
def _bound_openings() -> frozenset[str]:
    """Return the first words of the phrases behind a number."""
    return frozenset(phrase.partition(" ")[0] for phrase in _bounds(after="after "))


def _composed(row: Sequence[Piece], found: Sequence[Figure]) -> Iterator[Figure]:
    """Join "two hours and 48 minutes" and "six feet two inches" into one amount of the larger unit."""
    whole: Figure | None = None
    for amount in found:
        if whole and _continues(row, whole, amount):
            ratio = amount.unit.factor / whole.unit.factor
            part = ratio * amount.value
            whole = whole._replace(end=amount.end, value=whole.value + part, low=whole.low + part, high=whole.high + part, step=ratio * amount.step)
            continue
        if whole:
            yield whole
        whole = amount
    if whole:
        yield whole


def _continues(row: Sequence[Piece], whole: Figure, part: Figure) -> bool:
    between = [piece.lower for piece in row[whole.end : part.begin]]
    return (
        between in ([], ["and"], [","], [",", "and"])
        and whole.unit.dimension == part.unit.dimension
        and whole.unit.dimension in {"duration", "length", "mass"}
        and part.unit.factor < whole.unit.factor
        and part.low == part.high
    )
