"""Units and currencies: which one is written, what it measures, and whether two amounts can be one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.pieces import pieces
from crosscheck.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crosscheck.annotate.pieces import Piece

OF_AGE = " of age"
SCORE = "score"
FRACTION = "fraction"
ONLY_GLUED = frozenset({"C", "F", "g", "in", "pc", "t"})
"""Abbreviations that by themselves are other words or none: "38C", "464g", "6ft 2in", "3.4pc", "30t"."""


class Unit(NamedTuple):
    """A unit by its canonical singular name, what it measures, and how many base units of that dimension it holds."""

    name: str
    dimension: str
    factor: float


def unit_at(row: Sequence[Piece], index: int) -> tuple[Unit, int] | None:
    """Return the unit or currency written at `row[index]` and the index after it; the longest form wins."""
    if index >= len(row) or row[index].lower not in _openings():
        return None
    known, longest = _forms()
    for length in range(min(longest, len(row) - index), 0, -1):
        words = tuple(piece.text for piece in row[index : index + length])
        found = known.get(words) or known.get(tuple(word.lower() for word in words))
        if found:
            return found, index + length
    return None


def currency_before(row: Sequence[Piece], index: int) -> tuple[Unit, int] | None:
    """Return the currency written before `row[index]` ("US$", "€", "Rs.", "USD ") and the index at which it begins."""
    end = index - 1 if index > 1 and row[index - 1].text == "." and row[index - 2].text in {"Rs", "Re", "Tk", "Rp"} else index
    if end < 1 or row[end - 1].lower not in _endings():
        return None
    known, _ = _forms()
    for length in (3, 2, 1):
        words = tuple(piece.text for piece in row[max(end - length, 0) : end])
        unit = known.get(words) if len(words) == length and not any(word.islower() for word in words) else None
        if unit is None and length == 1 and words[0] in _LETTERS and _is_sum(row, index):
            unit = unit_named(_LETTERS[words[0]])
        joined = all(piece.glued for piece in row[end - length + 1 : end])
        if unit and unit.dimension == "money" and joined:
            return unit, end - length
    return None


_LETTERS = {"K": "kwacha", "N": "naira", "P": "peso", "R": "rand"}
"""Letters that stand for a currency right before a sum: "R500", "P200,000"."""


def _is_sum(row: Sequence[Piece], index: int) -> bool:
    """Tell the sums of "P200,000" and "N2 million" from the names of an N95 mask and the peak K2."""
    return row[index].glued and (len(row[index].text) > _LONGEST_TYPE or (index + 1 < len(row) and row[index + 1].lower in table("magnitudes")))


_LONGEST_TYPE = 2


@cache
def unit_named(name: str) -> Unit:
    """Return the unit of a canonical name; "" is a plain count, an age is measured in units of time."""
    if name.endswith(OF_AGE):
        return Unit(name, "age", unit_named(name.removesuffix(OF_AGE)).factor)
    return _units().get(name) or _BESIDE.get(name) or Unit(name, "money", 1.0)


SCALES = frozenset({"category", "grade", "level", "magnitude", "phase", "stage", "tier", "type"})
"""What is told by its number on a scale, which stands behind it: "a Category 4 hurricane", "a phase 3 trial"."""
OCCASION = "time"
"""The unit of "twice" and "three times"."""

_BESIDE = {
    "": Unit("", "count", 1.0),
    FRACTION: Unit(FRACTION, "share", 1.0),
    SCORE: Unit(SCORE, "score", 1.0),
    OCCASION: Unit(OCCASION, "occasions", 1.0),
} | {scale: Unit(scale, scale, 1.0) for scale in SCALES}


@cache
def _units() -> Mapping[str, Unit]:
    return {name: Unit(name, dimension, float(factor)) for name, (dimension, factor, *_) in table("units").items()}


@cache
def _forms() -> tuple[Mapping[tuple[str, ...], Unit], int]:
    """Return every written form, cut into pieces, with its unit, and the length of the longest."""
    known = {tuple(piece.text for piece in pieces(form)): unit for form, unit in _written()}
    return known, max(len(form) for form in known)


@cache
def _openings() -> frozenset[str]:
    """Return the first pieces of all forms, in lower case, so that most words need no further look."""
    return frozenset(form[0].lower() for form in _forms()[0])


@cache
def _endings() -> frozenset[str]:
    """Return the last pieces of all forms, in lower case."""
    return frozenset(form[-1].lower() for form in _forms()[0]) | {letter.lower() for letter in _LETTERS}


def _written() -> Iterator[tuple[str, Unit]]:
    for name, (_, _, *forms) in table("units").items():
        yield from ((form, unit_named(name)) for form in (name, *forms))
        yield from ((form.replace(" ", "-"), unit_named(name)) for form in (name, *forms) if " " in form)  # "a 500-square-metre flat"
    for name, symbols in table("currencies").items():
        yield from ((form, unit_named(name)) for form in (name, *symbols))
