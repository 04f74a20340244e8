"""Numbers with their units: single amounts, ranges, scores, ages."""

from __future__ import annotations

import re
from functools import cache
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.cardinals import Numeral, Sort, exact
from crosscheck.annotate.heads import head
from crosscheck.annotate.labels import is_label, is_numbered
from crosscheck.annotate.numerals import may_begin_number, numeral, words_of_numerals
from crosscheck.annotate.pieces import word_at
from crosscheck.annotate.plurals import is_plural
from crosscheck.annotate.units import FRACTION, OCCASION, OF_AGE, ONLY_GLUED, SCALES, SCORE, Unit, currency_before, unit_at, unit_named
from crosscheck.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate.pieces import Piece


class Figure(NamedTuple):
    """An amount in `row[begin:end]`, `low` to `high` in `unit`; `counted` is the number of what is counted, None for a measure, `second` completes a score."""

    begin: int
    end: int
    value: float
    low: float
    high: float
    unit: Unit
    step: float
    counted: float | None
    second: float | None = None


def figures(row: Sequence[Piece], taken: frozenset[int]) -> Iterator[Figure]:
    """Yield the amounts of a sentence; the pieces of a time are `taken`."""
    end = 0
    for index in [at for at, piece in enumerate(row) if may_begin_number(piece) or piece.lower in {"quarter", "twice"}]:
        if index < end or index in taken:
            continue
        if written := _stopped(row, index) or _part_of_point(row, index):
            yield written
            end = written.end
            continue
        number = numeral(row, index) or _a_period(row, index) or _twice(row, index)
        if number is None:
            continue
        measured = _measured(row, number)
        amount = _score(row, number) or _decade_of_life(row, number) or _range(row, number, *measured) or _one(row, number, *measured)
        if amount:
            yield amount
        end = max(number.end, amount.end if amount else 0)


@cache
def number_words() -> frozenset[str]:
    """Return the words and digits of which every amount has one: an article alone begins none, but "a million", "a third", "within a week"."""
    return words_of_numerals() | _SINGLE_PERIODS | {"fortnight", "quarter", "twice"}


def _stopped(row: Sequence[Piece], index: int) -> Figure | None:
    """Return what a stopwatch says: "2:20:09", "1:59.72", in seconds; "2:20" may be a time of day."""
    if word_at(row, index + 1) != ":" or not row[index].is_digits or (row[index].glued and word_at(row, index - 1) == ":"):
        return None
    ends = (end for end in (index + 5, index + 3) if end <= len(row) and all(piece.glued for piece in row[index + 1 : end]))
    written = {end: "".join(piece.text for piece in row[index:end]) for end in ends}
    end = next((end for end, text in written.items() if _STOPWATCH.fullmatch(text)), None)
    if end is None or (end < len(row) and row[end].glued and row[end].text in ":/-"):
        return None
    *larger, seconds = written[end].split(":")
    value = sum(int(part) * 60 ** (len(larger) - place) for place, part in enumerate(larger)) + float(seconds)
    step = 10.0 ** -len(seconds.partition(".")[2])
    return Figure(index, end, value, value, value, unit_named("second"), step, counted=None)


_STOPWATCH = re.compile(r"\d{1,2}:[0-5]\d:[0-5]\d(?:\.\d+)?|\d{1,2}:[0-5]\d\.\d+")


def _part_of_point(row: Sequence[Piece], index: int) -> Figure | None:
    """Return by how much a rate moves, in points: "a quarter-point cut", "a quarter of a percentage point"."""
    at = index + (word_at(row, index) == "a")
    value = _PARTS.get(word_at(row, at))
    if value is None:
        return None
    behind = [word_at(row, n) for n in range(at + 1, at + 5)]
    length = next((length for length, words_behind in _OF_POINT.items() if behind[:length] == words_behind), None)
    if length is None:
        return None
    return Figure(at, at + 1 + length, value, value, value, unit_named("percentage point"), value, counted=None)


_PARTS = {"quarter": 0.25, "half": 0.5}
_OF_POINT = {2: ["-", "point"], 4: ["of", "a", "percentage", "point"]}


def _a_period(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return the one of "within a month", "nearly a mile", "an hour and a half"; "twice a year" is none."""
    if word_at(row, index) not in {"a", "an"}:
        return None
    period = word_at(row, index + 1)
    halved = [word_at(row, at) for at in range(index + 2, index + 5)] == ["and", "a", "half"]
    if period == "fortnight" or (halved and period in _SINGLE_PERIODS) or (period in _SINGLE_PERIODS and word_at(row, index - 1) in _BEFORE_A_PERIOD):
        return exact(index, index + 1, 1.0, 1.0, Sort.CARDINAL)
    return None


_BEFORE_A_PERIOD = frozenset({"about", "after", "almost", "around", "for", "in", "least", "nearly", "over", "roughly", "than", "under", "within"})
_SINGLE_PERIODS = frozenset({"hour", "week", "month", "year", "decade", "century", "mile", "kilometre", "kilometer"})


def _twice(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return the two of "was arrested twice"; "twice the price" and "twice as many" are no occasions."""
    return exact(index, index + 1, 2.0, 1.0, Sort.CARDINAL) if word_at(row, index) == "twice" and _are_occasions(row, index + 1) else None


def _are_occasions(row: Sequence[Piece], at: int) -> bool:
    """Say whether the "times" before `row[at]` counts what happened: "three times in May"; not "three times as many", "three times its price"."""
    return at >= len(row) or not row[at].is_word or word_at(row, at) in _AFTER_OCCASIONS


_AFTER_OCCASIONS = frozenset(
    {"a", "after", "and", "at", "before", "between", "but", "by", "during", "each", "every", "for", "from", "in", "last", "on", "over", "per", "since"}
    | {"this", "to", "when", "while", "with"}
)


def _decade_of_life(row: Sequence[Piece], number: Numeral) -> Figure | None:
    """Return the age of "in his 40s", "a man in his mid-40s", "in their 20s and 30s"."""
    begin, decade, end = number.begin, _decade(row, number.begin), number.begin + 2
    if decade is None:
        return None
    third = word_at(row, begin - 1 - (word_at(row, begin - 1) == "-"))
    begin -= (third in _THIRDS) * (1 + (word_at(row, begin - 1) == "-"))
    if word_at(row, begin - 1) not in {"his", "her", "their"} or word_at(row, begin - 2) != "in":
        return None
    first, last = _THIRDS.get(third, (0, 9))
    later = _decade(row, end + 1) if word_at(row, end) in {"and", "or"} else None
    low, high = float(decade + first), float((later or decade) + last)
    return Figure(begin, end + 3 if later else end, (low + high) / 2, low, high, unit_named("year" + OF_AGE), 1.0, counted=None)


_THIRDS = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}


def _decade(row: Sequence[Piece], at: int) -> int | None:
    """Return the 40 of "40s"."""
    years = row[at].text if at < len(row) and word_at(row, at + 1) == "s" and row[at + 1].glued else ""
    return int(years) if years in {"20", "30", "40", "50", "60", "70", "80", "90"} else None


def _one(row: Sequence[Piece], number: Numeral, begin: int, end: int, unit: Unit) -> Figure | None:
    """Return a single number with its unit in `row[begin:end]`; None where it is no amount."""
    if is_label(row, number, begin, end, measured=bool(unit.name)) or _is_of_an_amount(row, number):
        return None
    value, low, high = number.value, number.low, number.high
    if unit.name and row[end - 1].lower == "half" and end > number.end:
        value, low, high = value + _HALF, low + _HALF, high + _HALF
    if _is_negative(row, begin):
        begin, value, low, high = begin - 1, -value, -high, -low
    if any(piece.lower in {"plus", "+"} for piece in row[number.end : end]):
        high = inf  # "90-plus percent"
    count = value if unit.dimension == "count" or (number.sort is Sort.SHARE and end - begin > 1) else None
    return Figure(begin, end, value, low, high, unit, _last_place(number), count)


_HALF = 0.5


def _is_of_an_amount(row: Sequence[Piece], number: Numeral) -> bool:
    """Tell the half of "he would accept half of that", which depends on another amount, from "half of that loan"."""
    of_that = word_at(row, number.end) == "of" and word_at(row, number.end + 1) in {"that", "this"}
    return number.sort is Sort.SHARE and of_that and head(row, number.end, count=None) is None


def _measured(row: Sequence[Piece], number: Numeral) -> tuple[int, int, Unit]:
    """Return where a number with its unit begins and ends, and the unit."""
    if number.sort is Sort.SHARE:
        return number.begin, number.end, unit_named(FRACTION)
    after = _unit_after(row, number)
    if row[number.begin].is_digits and (before := currency_before(row, number.begin)):
        unit, begin = before
        return begin, after[1] if after and after[0].name.endswith(unit.name) else number.end, unit
    if after:
        if number.value >= 1 and [word_at(row, at) for at in range(after[1], after[1] + 3)] == ["and", "a", "half"]:
            return number.begin, after[1] + 3, after[0]
        old = _old(row, after[1]) if after[0].dimension == "duration" else None
        return (number.begin, old, unit_named(after[0].name + OF_AGE)) if old else (number.begin, after[1], after[0])
    return _without_unit(row, number)


def _without_unit(row: Sequence[Piece], number: Numeral) -> tuple[int, int, Unit]:
    """Return the same of a number that no unit follows: on a scale, of occasions, an age, or a plain count."""
    named = number.begin - 1 - (word_at(row, number.begin - 1) == "of")
    if word_at(row, named) in SCALES and word_at(row, number.end) != "of":
        return named, number.end, unit_named(word_at(row, named))
    if row[number.begin].lower == "twice":
        return number.begin, number.end, unit_named(OCCASION)
    if word_at(row, number.end) == "times" and _are_occasions(row, number.end + 1):
        return number.begin, number.end + 1, unit_named(OCCASION)
    return number.begin, number.end, unit_named("year" + OF_AGE if _is_age(row, number) else "")


def _unit_after(row: Sequence[Piece], number: Numeral) -> tuple[Unit, int] | None:
    at = number.end + (word_at(row, number.end) in {"-", "+"} and row[number.end].glued)
    at += word_at(row, at) == "plus" and at > number.end
    at += number.sort is Sort.VAGUE and word_at(row, at) == "of"
    hyphenated = at > number.end
    found = unit_at(row, at)
    if found is None:
        return None
    word = row[at].text
    no_unit = (
        (len(word) == 1 and word.isalpha() and not row[number.begin].is_digits)
        or (word in ONLY_GLUED and not row[at].glued)
        or word in {"G", "T"}  # "5G"
        or (word in {"second", "magnitude"} and not hyphenated and number.value != 1)
        # "They played 12 won eight" is no money.
        or (word == "won" and number.value < _LEAST_SUM_OF_WON)
    )
    return None if no_unit else found


_LEAST_SUM_OF_WON = 100


def _old(row: Sequence[Piece], at: int) -> int | None:
    """Return the end of the "-old" of "34-year-old", of "years old" and "years of age"."""
    at += word_at(row, at) == "-"
    if word_at(row, at) in {"old", "olds"}:
        return at + 1
    return at + 2 if word_at(row, at) == "of" and word_at(row, at + 1) == "age" else None


def _is_age(row: Sequence[Piece], number: Numeral) -> bool:
    """Say whether a bare number is an age: "aged 34", "Nurhayati, 34, said", "the driver, 34, said", "who is 34,"."""
    begin, end = number.begin, number.end
    if word_at(row, begin - 1) in {"aged", "age"}:
        return True
    digits = row[begin].text
    apposed = begin > 1 and row[begin - 1].text == "," and (_ends_name(row, begin - 2) or row[begin - 2].lower in words("roles") | words("family"))
    told = begin > 1 and word_at(row, begin - 1) in {"is", "was"} and word_at(row, begin - 2) in {"he", "she", "who"}
    return (apposed or told) and end < len(row) and row[end].text in {",", ".", ";"} and digits.isdigit() and 0 < number.value <= _OLDEST


_OLDEST = 120


def _ends_name(row: Sequence[Piece], index: int) -> bool:
    """Say whether a word is a name or the last part of one ("Ryu Dong-hyun")."""
    while row[index].glued and index > 1 and row[index - 1].text == "-":
        index -= 2
    return row[index].text[0].isupper()


def _is_negative(row: Sequence[Piece], begin: int) -> bool:
    """Tell the minus of "-5C" and "minus five degrees" from a hyphen."""
    return word_at(row, begin - 1) == "minus" or (word_at(row, begin - 1) in {"-", "−"} and row[begin].glued and (begin == 1 or not row[begin - 1].glued))


def _last_place(number: Numeral) -> float:
    """Return the place of the last digit that says something: 100 for 4,700, 10 for 60, a tenth for 12.5."""
    step = number.step
    while step >= 1 and number.value and number.value % (step * 10) == 0:
        step *= 10
    return step


def _score(row: Sequence[Piece], number: Numeral) -> Figure | None:
    """Return the pair of "won 2-1", "the vote was 8-3", "nine votes to six"; a rising pair before a plural or a unit is a range."""
    if not _can_be_score(number):
        return None
    at = number.end + (word_at(row, number.end) in {"games", "goals", "points", "sets", "votes"})
    dashed = word_at(row, at) in {"-", "–"} and row[at].glued
    if not dashed and (word_at(row, at) != "to" or _changes(row, number.begin)):
        return None
    other = numeral(row, at + 1)
    if other is None or not _can_be_score(other) or _unit_after(row, other) or row[other.begin].glued != dashed:
        return None
    chained = other.end < len(row) and row[other.end].glued and (row[other.end].is_word or row[other.end].text in "-–/")
    rising = number.value <= other.value and (is_plural(word_at(row, other.end)) if dashed else True)
    if rising or chained or is_label(row, number, number.begin, other.end, measured=True) or is_numbered(row, number.begin):
        return None
    return Figure(number.begin, other.end, number.value, number.value, number.value, unit_named(SCORE), 1.0, counted=None, second=other.value)


_HIGHEST_SCORE = 999


def _can_be_score(number: Numeral) -> bool:
    return number.sort is Sort.CARDINAL and number.factor == 1 and number.value <= _HIGHEST_SCORE and number.value % 1 == 0


def _changes(row: Sequence[Piece], begin: int) -> bool:
    """Say whether the number before a "to" is where a change begins: "from 16 to 10", "rose 5 percent to 12 percent"."""
    before = word_at(row, begin - 1)
    return before == "from" or before in words("changes")


def _range(row: Sequence[Piece], number: Numeral, begin: int, end: int, unit: Unit) -> Figure | None:
    """Return "between five and 10", "10 to 15 people", "$5-7 million", "two or three"; "from 11 to 14" is two amounts."""
    link = word_at(row, end)
    between, dashed = word_at(row, begin - 1) == "between", link in {"-", "–"}
    if link not in {"-", "–", "to", "and", "or"} or (link == "and") != between or (link == "to" and _changes(row, begin)):
        return None
    later = next((found for at in range(end + 1, end + 4) if (found := numeral(row, at))), None)
    if later is None or number.sort is Sort.VAGUE or later.sort is Sort.VAGUE or (dashed and not (row[end].glued and row[end + 1].glued)):
        return None
    second_begin, second_end, second_unit = _measured(row, later)
    clash = unit.name and second_unit.name and unit.name.removesuffix(OF_AGE) != second_unit.name.removesuffix(OF_AGE)
    if second_begin != end + 1 or clash or row[later.begin].text[0].isupper():
        return None
    scale = later.factor if number.factor == 1 and number.value < _THOUSAND else 1.0
    low, high, named = number.value * scale, later.value, second_unit if second_unit.name else unit
    if low >= high or (link == "or" and high - low > 1) or (dashed and not named.name and not is_plural(word_at(row, second_end))):
        return None
    if is_label(row, number, begin, second_end, measured=bool(named.name)):
        return None
    begin -= between
    if named.name in {"", "year"} and word_at(row, begin - 1) in {"aged", "age"}:
        named = unit_named("year" + OF_AGE)
    return Figure(begin, second_end, (low + high) / 2, low, high, named, _last_place(later), counted=high if named.dimension == "count" else None)


_THOUSAND = 1000
