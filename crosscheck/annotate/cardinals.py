"""Whole numbers and their magnitudes: "1.24 billion", "4.3bn", "a hundred and fifty", "half a million"."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.pieces import word_at
from crosscheck.annotate.plurals import is_plural
from crosscheck.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosscheck.annotate.pieces import Piece


class Sort(Enum):
    """How a number was put, which says what it can stand for."""

    CARDINAL = "12, a dozen"
    SHARE = "half, one in eight"
    VAGUE = "dozens"


class Numeral(NamedTuple):
    """A number in `pieces[begin:end]`; it may mean `low` to `high`, which are `value` unless it is vague; `step` is the place of its last digit."""

    begin: int
    end: int
    value: float
    low: float
    high: float
    step: float
    sort: Sort
    factor: float = 1.0


def exact(begin: int, end: int, value: float, step: float, sort: Sort, factor: float = 1.0) -> Numeral:  # noqa: PLR0913, PLR0917
    """Return a number that means its value and nothing else."""
    return Numeral(begin, end, value, value, value, step, sort, factor)


def cardinal(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return a number of digits or words, times its magnitudes: "4.3bn", "half a billion", "two and a half million", "a dozen"."""
    start = _digits(row, index) or _in_words(row, index) or _article(row, index)
    if start is None:
        return None
    value, step, at = start
    value, step, at = _and_a_half(row, value, step, at)
    product = 1.0
    while (factor := magnitude(row, at, digits=row[index].is_digits)) is not None:
        product *= factor
        # "a billion and a half", "half-million": the hyphen is part of the number.
        at += 2 if word_at(row, at) == "-" else 1
    value, step = value * product, step * product
    if product > 1:
        value, step, at = _and_a_half(row, value, step, at, of=step)
    return exact(index, at, value, step, Sort.CARDINAL, product) if value or row[index].is_digits or row[index].lower == "zero" else None


def small(row: Sequence[Piece], index: int) -> int | None:
    """Return a whole number up to a hundred in one piece."""
    word = word_at(row, index)
    if word.isascii() and word.isdigit() and len(word) < 3:  # noqa: PLR2004
        return int(word)
    return number_words().get(word)


def magnitude(row: Sequence[Piece], at: int, *, digits: bool) -> float | None:
    """Return the factor of "million" or, behind digits, of "bn" and the like; "8m" is 8 million where the caller says that it is no length."""
    at += word_at(row, at) == "-" and _is_glued(row, at)
    factors = magnitudes().get(word_at(row, at))
    if factors is None or not (factors[1] or (digits and _is_short_form(row, at))):
        return None
    return factors[0]


def phrase(row: Sequence[Piece], index: int, length: int) -> str:
    """Return so many pieces as one phrase, "" where the sentence ends before."""
    return " ".join([piece.lower for piece in row[index : index + length]]) if index + length <= len(row) else ""


@cache
def number_words() -> Mapping[str, int]:
    """Return the numbers in words, up to ninety, with their values."""
    return {word: int(value) for word, (value,) in table("numbers").items()}


@cache
def magnitudes() -> Mapping[str, tuple[float, bool]]:
    """Return each magnitude with its factor and whether it is the full word."""
    found: dict[str, tuple[float, bool]] = {}
    for name, (factor, *forms) in table("magnitudes").items():
        found |= {name: (float(factor), True)} | {form: (float(factor), len(form) > 4) for form in forms}  # noqa: PLR2004  (lakhs, crores)
    return found


@cache
def currency_words() -> frozenset[str]:
    """Return every single word or code that names a currency, as written in the lexicon."""
    return frozenset(form for name, forms in table("currencies").items() for form in (name, *forms) if " " not in form)


_GROUPED = re.compile(r"\d{1,3}(?:,\d\d)*,\d{3}(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+|\d+(?:\.\d+)?")
_NOT_A_DIGIT = re.compile(r"[^\d.]")
HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_HUNDRED, _THOUSAND = 100, 1000


def _digits(row: Sequence[Piece], index: int) -> tuple[float, float, int] | None:
    if index >= len(row):
        return None
    text = row[index].text
    if text in HALVES:
        return HALVES[text], 0.01, index + 1
    if not row[index].is_digits or not _GROUPED.fullmatch(text) or (len(text) > 1 and text[0] == "0" and text[1] != "."):
        return None
    plain = _NOT_A_DIGIT.sub("", text)
    step = 10.0 ** -len(plain.partition(".")[2])
    if _is_glued(row, index + 1) and row[index + 1].text in HALVES:
        return float(plain) + HALVES[row[index + 1].text], 0.1, index + 2
    return float(plain), step, index + 1


def _in_words(row: Sequence[Piece], index: int) -> tuple[float, float, int] | None:
    """Return the value of "twenty-three", "a hundred and fifty", "two hundred thousand"; magnitudes from a million up are left to the caller."""
    small = _small_words(row, index)
    if small is None:
        return None
    total, current, at = 0.0, *small
    step = 1.0
    while True:
        word = word_at(row, at)
        if word == "hundred" and 0 < current < _HUNDRED:
            current, step, at = current * _HUNDRED, _HUNDRED, at + 1
        elif word == "thousand" and current and not total:
            total, current, step, at = current * _THOUSAND, 0.0, _THOUSAND, at + 1
        else:
            return total + current, step, at
        rest_at = at + 1 if word_at(row, at) == "and" else at
        rest = _small_words(row, rest_at)
        if rest and word_at(row, rest_at) not in {"a", "half"} and not (word == "hundred" and word_at(row, rest[1]) == "hundred"):
            current, step, at = current + rest[0], 1.0, rest[1]


def _small_words(row: Sequence[Piece], index: int) -> tuple[float, int] | None:
    """Return the value and end of a number below a hundred: "nineteen", "twenty-three", "a" before "hundred" or "thousand"."""
    if word_at(row, index) == "a" and word_at(row, index + 1) in {"hundred", "thousand"}:
        return 1.0, index + 1
    value = number_words().get(word_at(row, index))
    if value is None:
        return None
    if value >= 20 and value % 10 == 0:  # noqa: PLR2004  (twenty to ninety take a unit)
        at = index + 2 if word_at(row, index + 1) == "-" else index + 1
        unit = number_words().get(word_at(row, at))
        if unit and unit < 10:  # noqa: PLR2004
            return float(value + unit), at + 1
    return float(value), index + 1


def _article(row: Sequence[Piece], index: int) -> tuple[float, float, int] | None:
    """Return the one of "a million", the half of "half a million", the two of "a couple of"."""
    word = word_at(row, index)
    if word in {"a", "an"} and word_at(row, index + 1) == "half" and magnitude(row, index + 2, digits=False):
        return 0.5, 0.1, index + 2
    if word == "half" and word_at(row, index + 1) in {"a", "an"} and (magnitude(row, index + 2, digits=False) or _is_measure(row, index + 2)):
        return 0.5, 0.1, index + 2
    if word == "half" and magnitude(row, index + 1, digits=False):
        return 0.5, 0.1, index + 1
    if word in {"a", "an"} and magnitude(row, index + 1, digits=False) and word_at(row, index + 1) != "-":
        return 1.0, 1.0, index + 1
    if word == "a" and word_at(row, index + 1) == "couple" and word_at(row, index + 2) == "of":
        return 2.0, 1.0, index + 3
    return None


def _and_a_half(row: Sequence[Piece], value: float, step: float, at: int, *, of: float = 1.0) -> tuple[float, float, int]:
    """Add the half of "two and a half", "two-and-a-half-year", "a million and a half"."""
    joined = [piece.lower for piece in row[at : at + 6] if piece.text != "-"][:3]
    if joined != ["and", "a", "half"]:
        return value, step, at
    end = next(place for place in range(at, len(row)) if row[place].lower == "half")
    return value + of / 2, of / 10, end + 1


def _is_short_form(row: Sequence[Piece], at: int) -> bool:
    """Tell the million of "€3m", "3m people" and "3m euros" from the metre of "3 m" and "3m deep"."""
    piece = row[at]
    if piece.lower in {"m", "b", "k", "cr"} and not piece.glued:
        return False
    if piece.lower == "b":
        return _money_before(row, at - 1)
    if piece.lower == "m":
        return _money_before(row, at - 1) or is_plural(word_at(row, at + 1)) or word_at(row, at + 1) in currency_words() or _opens_a_number(row, at + 1)
    return True


def _opens_a_number(row: Sequence[Piece], at: int) -> bool:
    """Say whether another number follows, so that "1.6m 20-foot containers" are 1.6 million of them."""
    return at < len(row) and not row[at].glued and (row[at].is_digits or row[at].lower in number_words())


def _money_before(row: Sequence[Piece], at: int) -> bool:
    return at > 0 and (row[at - 1].text in _SIGNS or (row[at - 1].text in currency_words() and not row[at - 1].text.islower()))


_SIGNS = frozenset("$€£¥₹₩₽₺₦₱฿₫₴₪₵₸₮")


def _is_measure(row: Sequence[Piece], at: int) -> bool:
    """Say whether a unit is written at a place in full: the mile of "half a mile", "half a percentage point"."""
    return any(phrase(row, at, length) in _measures() for length in (1, 2))


@cache
def _measures() -> frozenset[str]:
    return frozenset(form for name, (_, _, *forms) in table("units").items() for form in (name, *forms) if len(form) > 3)  # noqa: PLR2004  (no abbreviation)


def _is_glued(row: Sequence[Piece], index: int) -> bool:
    return 0 <= index < len(row) and row[index].glued
