"""Numbers as they are written: "1.24 billion", "a hundred and fifty", "two-thirds", "one in eight", "dozens"."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.pieces import word_at
from crosscheck.lexicon import table, words

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


def numeral(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return the number that begins at `row[index]`, None where none does."""
    if index >= len(row) or not may_begin_number(row[index]):
        return None
    return _vague(row, index) or _part_of_a_magnitude(row, index) or _share(row, index) or _cardinal(row, index)


def may_begin_number(piece: Piece) -> bool:
    """Say whether a number can begin with a piece: with figures, and with the first word of one in words."""
    return piece.lower in _openings() or piece.is_digits


_GROUPED = re.compile(r"\d{1,3}(?:,\d\d)*,\d{3}(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+|\d+(?:\.\d+)?")
_NOT_A_DIGIT = re.compile(r"[^\d.]")
_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_HUNDRED, _THOUSAND = 100, 1000
# "About half" is between 45 and 55 percent.
_SHARE_STEP = 0.05
# "Two in 37" is more often an attack on two of 37 than a ratio; "one in eight" is a ratio.
_ROUND_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 250, 500, 1000, 10_000, 100_000, 1_000_000})


def _vague(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return "dozens", "several hundred" or "hundreds of thousands"."""
    if row[index].is_digits:
        return None
    for length in (3, 2, 1):
        phrase = _phrase(row, index, length)
        if phrase == "scores" and word_at(row, index + 1) != "of":
            return None  # "he scores", "two scores ahead"
        if word_at(row, index + length) in _magnitudes():
            continue  # "several hundred thousand"
        if bounds := table("vague_numbers").get(phrase):
            low, high = (float(bound) for bound in bounds)
            return Numeral(index, index + length, low, low, high, low, Sort.VAGUE)
    return None


def _part_of_a_magnitude(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return "a quarter of a million", "three-quarters of a billion"."""
    part = _fraction(row, index)
    if part is None or [word_at(row, part.end), word_at(row, part.end + 1)] != ["of", "a"]:
        return None
    factor = _magnitude(row, part.end + 2, digits=False)
    return exact(index, part.end + 3, part.value * factor, factor / 100, Sort.CARDINAL, factor) if factor else None


def _share(row: Sequence[Piece], index: int) -> Numeral | None:
    return _half(row, index) or _fraction(row, index) or _ratio(row, index)


def _half(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return the half of "half of the fleet", "half its fleet", "by half"; not of "the second half", "half past" or "half a million"."""
    if word_at(row, index) != "half" or word_at(row, index + 1) == "-":
        return None
    before, after = word_at(row, index - 1), word_at(row, index + 1)
    of_it = after in _PARTITIVES and before not in _SECOND_HALF
    by_it = before in {"by", "in"} and after not in {"a", "an", "past"}
    return exact(index, index + 1, 0.5, _SHARE_STEP, Sort.SHARE) if of_it or by_it else None


_PARTITIVES = frozenset({"of", "the", "its", "their", "his", "her", "our", "all", "these", "those", "this", "that"})
_SECOND_HALF = frozenset({"first", "second", "third", "fourth", "opening", "closing", "latter", "final", "other", "better", "each", "either"})


def _fraction(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return "two-thirds", "three quarters of", "a fifth of", "by a third"; not "a third man" or "the past three quarters"."""
    over = 1 if word_at(row, index) in {"a", "one"} else _small(row, index)
    if over is None:
        return None
    hyphen = word_at(row, index + 1) == "-" and row[index + 1].glued
    at = index + 2 if hyphen else index + 1
    under = _denominators().get(word_at(row, at), (0, False))
    after = word_at(row, at + 1)
    if not under[0] or under[1] != (over > 1) or after == "-":
        return None
    before = word_at(row, index - 1)
    by_it = (before == "by" or before in words("changes")) and (after in _AFTER_A_SHARE or not after.isalpha())
    return exact(index, at + 1, over / under[0], _SHARE_STEP, Sort.SHARE) if hyphen or by_it or after in {"of", "the"} else None


_AFTER_A_SHARE = frozenset(
    {"across", "after", "among", "and", "at", "between", "but", "by", "compared", "during", "for"}
    | {"from", "in", "last", "next", "on", "over", "since", "this", "to", "when", "while", "within"}
)


_OUT_OF = frozenset({"in", "in every", "out of", "out of every", "- in -"})


def _ratio(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return "one in eight", "three in every four", "nine out of 10", "a two-in-three chance"; not "two in 10 days"."""
    over = _small(row, index) if word_at(row, index + 1) in {"in", "out", "-"} else None
    length = next((length for length in (3, 2, 1) if _phrase(row, index + 1, length) in _OUT_OF), 0) if over is not None else 0
    if over is None or not length:
        return None
    at = index + 1 + length
    under = _cardinal(row, at)
    if under is None or under.value not in _ROUND_DENOMINATORS or not 0 < over < under.value or word_at(row, under.end) in {*_periods(), "-", "%"}:
        return None
    return exact(index, under.end, over / under.value, _SHARE_STEP, Sort.SHARE)


def _cardinal(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return a number of digits or words, times its magnitudes: "4.3bn", "half a billion", "two and a half million", "a dozen"."""
    start = _digits(row, index) or _in_words(row, index) or _article(row, index)
    if start is None:
        return None
    value, step, at = start
    value, step, at = _and_a_half(row, value, step, at)
    product = 1.0
    while (factor := _magnitude(row, at, digits=row[index].is_digits)) is not None:
        product *= factor
        # "a billion and a half", "half-million": the hyphen is part of the number.
        at += 2 if word_at(row, at) == "-" else 1
    value, step = value * product, step * product
    if product > 1:
        value, step, at = _and_a_half(row, value, step, at, of=step)
    return exact(index, at, value, step, Sort.CARDINAL, product) if value or row[index].is_digits or row[index].lower == "zero" else None


def _digits(row: Sequence[Piece], index: int) -> tuple[float, float, int] | None:
    if index >= len(row):
        return None
    text = row[index].text
    if text in _HALVES:
        return _HALVES[text], 0.01, index + 1
    if not row[index].is_digits or not _GROUPED.fullmatch(text) or (len(text) > 1 and text[0] == "0" and text[1] != "."):
        return None
    plain = _NOT_A_DIGIT.sub("", text)
    step = 10.0 ** -len(plain.partition(".")[2])
    if _is_glued(row, index + 1) and row[index + 1].text in _HALVES:
        return float(plain) + _HALVES[row[index + 1].text], 0.1, index + 2
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
    value = _number_words().get(word_at(row, index))
    if value is None:
        return None
    if value >= 20 and value % 10 == 0:  # noqa: PLR2004  (twenty to ninety take a unit)
        at = index + 2 if word_at(row, index + 1) == "-" else index + 1
        unit = _number_words().get(word_at(row, at))
        if unit and unit < 10:  # noqa: PLR2004
            return float(value + unit), at + 1
    return float(value), index + 1


def _article(row: Sequence[Piece], index: int) -> tuple[float, float, int] | None:
    """Return the one of "a million", the half of "half a million", the two of "a couple of"."""
    word = word_at(row, index)
    if word in {"a", "an"} and word_at(row, index + 1) == "half" and _magnitude(row, index + 2, digits=False):
        return 0.5, 0.1, index + 2
    if word == "half" and word_at(row, index + 1) in {"a", "an"} and (_magnitude(row, index + 2, digits=False) or _is_measure(row, index + 2)):
        return 0.5, 0.1, index + 2
    if word == "half" and _magnitude(row, index + 1, digits=False):
        return 0.5, 0.1, index + 1
    if word in {"a", "an"} and _magnitude(row, index + 1, digits=False) and word_at(row, index + 1) != "-":
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


def _magnitude(row: Sequence[Piece], at: int, *, digits: bool) -> float | None:
    """Return the factor of "million" or, behind digits, of "bn" and the like; "8m" is 8 million where the caller says that it is no length."""
    at += word_at(row, at) == "-" and _is_glued(row, at)
    factors = _magnitudes().get(word_at(row, at))
    if factors is None or not (factors[1] or (digits and _is_short_form(row, at))):
        return None
    return factors[0]


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
    return at < len(row) and not row[at].glued and (row[at].is_digits or row[at].lower in _number_words())


def _money_before(row: Sequence[Piece], at: int) -> bool:
    return at > 0 and (row[at - 1].text in _SIGNS or (row[at - 1].text in currency_words() and not row[at - 1].text.islower()))


_SIGNS = frozenset("$€£¥₹₩₽₺₦₱฿₫₴₪₵₸₮")


def is_plural(word: str) -> bool:
    """Say whether a lower-case word looks like a plural noun."""
    return word in words("irregular_plurals") or word.endswith(("men", "people", "children")) or _IN_S.fullmatch(word) is not None


# "boats", "areas"; not "crisis", "virus", "press", "state's".
_IN_S = re.compile(r"\S+[^isu'\s]s")


@cache
def currency_words() -> frozenset[str]:
    """Return every single word or code that names a currency, as written in the lexicon."""
    return frozenset(form for name, forms in table("currencies").items() for form in (name, *forms) if " " not in form)


@cache
def _openings() -> frozenset[str]:
    """Return the words with which a number in words can begin."""
    return frozenset({"a", "an", "half", *_HALVES, *_number_words(), *(phrase.partition(" ")[0] for phrase in table("vague_numbers"))})


@cache
def words_of_numerals() -> frozenset[str]:
    """Return the words and digits of which every number has one, the articles with which some begin apart: "a few", "a third", "a dozen"."""
    vague = (word for phrase in table("vague_numbers") for word in phrase.split())
    return (_openings() | _magnitudes().keys() | _denominators().keys() | {"couple", "hundred", "thousand", *"0123456789", *vague}) - {"a", "an"}


@cache
def _number_words() -> Mapping[str, int]:
    return {word: int(value) for word, (value,) in table("numbers").items()}


@cache
def _magnitudes() -> Mapping[str, tuple[float, bool]]:
    """Return each magnitude with its factor and whether it is the full word."""
    found: dict[str, tuple[float, bool]] = {}
    for name, (factor, *forms) in table("magnitudes").items():
        found |= {name: (float(factor), True)} | {form: (float(factor), len(form) > 4) for form in forms}  # noqa: PLR2004  (lakhs, crores)
    return found


@cache
def _denominators() -> Mapping[str, tuple[int, bool]]:
    """Return "third" with 3 and False, "thirds" with 3 and True (plural), and so on."""
    parts = {name: int(value) for name, (value,) in table("ordinals").items() if int(value) > 2} | {"quarter": 4}  # noqa: PLR2004
    return {name: (part, False) for name, part in parts.items()} | {name + "s": (part, True) for name, part in parts.items()}


@cache
def _periods() -> frozenset[str]:
    """Return the forms of units of time, which make "two in 10 days" no ratio and "half an hour" no share."""
    return frozenset(form for name, (dimension, _, *forms) in table("units").items() if dimension == "duration" for form in (name, *forms))


def _is_measure(row: Sequence[Piece], at: int) -> bool:
    """Say whether a unit is written at a place in full: the mile of "half a mile", "half a percentage point"."""
    return any(_phrase(row, at, length) in _measures() for length in (1, 2))


@cache
def _measures() -> frozenset[str]:
    return frozenset(form for name, (_, _, *forms) in table("units").items() for form in (name, *forms) if len(form) > 3)  # noqa: PLR2004  (no abbreviation)


def _small(row: Sequence[Piece], index: int) -> int | None:
    """Return a whole number up to a hundred in one piece."""
    word = word_at(row, index)
    if word.isascii() and word.isdigit() and len(word) < 3:  # noqa: PLR2004
        return int(word)
    return _number_words().get(word)


def _phrase(row: Sequence[Piece], index: int, length: int) -> str:
    """Return so many pieces as one phrase, "" where the sentence ends before."""
    return " ".join([piece.lower for piece in row[index : index + length]]) if index + length <= len(row) else ""


def _is_glued(row: Sequence[Piece], index: int) -> bool:
    return 0 <= index < len(row) and row[index].glued
