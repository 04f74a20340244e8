"""Numbers as they are written: "1.24 billion", "a hundred and fifty", "two-thirds", "one in eight", "dozens"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate.cardinals import HALVES, Numeral, Sort, cardinal, exact, magnitude, magnitudes, number_words, phrase
from crosscheck.annotate.pieces import word_at
from crosscheck.annotate.shares import denominators, fraction, share
from crosscheck.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate.pieces import Piece


def numeral(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return the number that begins at `row[index]`, None where none does."""
    if index >= len(row) or not may_begin_number(row[index]):
        return None
    return _vague(row, index) or _part_of_a_magnitude(row, index) or share(row, index) or cardinal(row, index)


def may_begin_number(piece: Piece) -> bool:
    """Say whether a number can begin with a piece: with figures, and with the first word of one in words."""
    return piece.lower in _openings() or piece.is_digits


@cache
def words_of_numerals() -> frozenset[str]:
    """Return the words and digits of which every number has one, the articles with which some begin apart: "a few", "a third", "a dozen"."""
    vague = (word for phrase in table("vague_numbers") for word in phrase.split())
    return (_openings() | magnitudes().keys() | denominators().keys() | {"couple", "hundred", "thousand", *"0123456789", *vague}) - {"a", "an"}


def _vague(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return "dozens", "several hundred" or "hundreds of thousands"."""
    if row[index].is_digits:
        return None
    for length in (3, 2, 1):
        told = phrase(row, index, length)
        if told == "scores" and word_at(row, index + 1) != "of":
            return None  # "he scores", "two scores ahead"
        if word_at(row, index + length) in magnitudes():
            continue  # "several hundred thousand"
        if bounds := table("vague_numbers").get(told):
            low, high = (float(bound) for bound in bounds)
            return Numeral(index, index + length, low, low, high, low, Sort.VAGUE)
    return None


def _part_of_a_magnitude(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return "a quarter of a million", "three-quarters of a billion"."""
    part = fraction(row, index)
    if part is None or [word_at(row, part.end), word_at(row, part.end + 1)] != ["of", "a"]:
        return None
    factor = magnitude(row, part.end + 2, digits=False)
    return exact(index, part.end + 3, part.value * factor, factor / 100, Sort.CARDINAL, factor) if factor else None


@cache
def _openings() -> frozenset[str]:
    """Return the words with which a number in words can begin."""
    return frozenset({"a", "an", "half", *HALVES, *number_words(), *(phrase.partition(" ")[0] for phrase in table("vague_numbers"))})
