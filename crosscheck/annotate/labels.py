"""Numbers that are no amounts: identifiers, names with a number in them, addresses, "one" as a pronoun."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate.pieces import word_at
from crosscheck.annotate.plurals import is_plural
from crosscheck.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate.cardinals import Numeral
    from crosscheck.annotate.pieces import Piece


def is_label(row: Sequence[Piece], number: Numeral, begin: int, end: int, *, measured: bool) -> bool:
    """Say whether the number of `row[begin:end]` is a name and no amount; `measured` says that it has a unit ("gave Zentalk 72 hours")."""
    return (
        _is_part_of_a_word(row, begin, end)
        or _is_pronoun(row, number, measured=measured)
        or (not measured and (is_numbered(row, begin) or _is_in_series(row, begin, end) or _is_name(row, number, begin, end) or _is_address(row, begin, end)))
    )


def is_numbered(row: Sequence[Piece], begin: int) -> bool:
    """Say whether the number at `row[begin]` numbers the noun before it, as in "flight 370", "No. 94", "top 10"."""
    at = begin - 1 - (word_at(row, begin - 1) in {".", "-"})
    return word_at(row, at) in words("labels")


_OPENING = frozenset("([{\"'“‘«~+—–$€£¥₹₩₽₺₦₱฿₫₴₪₵₸₮%")
# Longer figures with grouped digits are amounts even behind a name: "paid Norrbalt 12,000 shares".
_GROUPING = frozenset(",.\u00a0\u2009\u202f ")
_STREET_NAME = 4
_TITLED, _NEAR = 0.7, 12


def _is_part_of_a_word(row: Sequence[Piece], begin: int, end: int) -> bool:
    """Tell G-7, COVID-19, A320, 9/11, 5G, 1990s and 12th from amounts."""
    if row[begin].glued and begin and row[begin - 1].text not in _OPENING and not (row[begin - 1].text == "-" and _stands_off(row, begin - 1)):
        return True
    if end >= len(row) or not row[end].glued:
        return False
    after = row[end]
    if after.text in "-–/:'’.@_#" and row[begin].is_digits and end + 1 < len(row) and row[end + 1].glued:
        return row[end + 1].is_digits or after.text in "@_#"
    return row[begin].is_digits and after.is_word


def _stands_off(row: Sequence[Piece], dash: int) -> bool:
    """Say whether a hyphen joins nothing on its left: a minus, or the end of a dash."""
    return not row[dash].glued or row[dash - 1].text == "-"


def _is_in_series(row: Sequence[Piece], begin: int, end: int) -> bool:
    """Tell the groups of a telephone number ("020 7946 0018") and the numbers of a list ("3. Fish") from amounts."""
    if begin == 0 and row[begin].is_digits and word_at(row, end) == ".":
        return True
    return row[begin].is_digits and any(piece.is_digits for piece in (*row[max(begin - 1, 0) : begin], *row[end : end + 1]))


def _is_name(row: Sequence[Piece], number: Numeral, begin: int, end: int) -> bool:
    """Tell "Apollo 11 landed" and "the Big Four" from "In Lagos 12 people"; headlines in capitals cannot tell."""
    if begin == 0 or _GROUPING & set(row[begin].text) or _is_titled(row[max(begin - _NEAR, 0) : begin + _NEAR]):
        return False
    before = row[begin - 1]
    if not row[begin].is_digits:
        return row[begin].text[0].isupper() and before.is_word
    named = begin > 1 and before.is_word and before.text[0].isupper() and before.lower not in words("phrase_ends")
    counts = end < len(row) and row[end].text.islower() and is_plural(row[end].text)
    return named and number.end == begin + 1 and not counts


def _is_titled(row: Sequence[Piece]) -> bool:
    """Say whether the words begin with capitals as in a headline ("Police Arrest 12 Men")."""
    long = [piece.text[0].isupper() for piece in row if piece.is_word and len(piece.text) > 3]  # noqa: PLR2004
    return sum(long) > _TITLED * len(long)


def _is_address(row: Sequence[Piece], begin: int, end: int) -> bool:
    """Tell "10 Downing Street" from an amount."""
    if not row[begin].is_digits:
        return False
    for piece in row[end : end + _STREET_NAME]:
        if not piece.is_word or not piece.text[0].isupper():
            return False
        if piece.lower in words("streets"):
            return True
    return False


def _is_pronoun(row: Sequence[Piece], number: Numeral, *, measured: bool) -> bool:
    """Tell "no one", "one of the largest" and "one another" from "one person"; with a unit ("one year") it is an amount."""
    if row[number.begin].lower != "one" or number.end != number.begin + 1:
        return False
    before, after = word_at(row, number.begin - 1), word_at(row, number.end)
    if before in _BEFORE_A_PRONOUN or after in {"-", "day"}:
        return not (measured and after == "-")
    return not measured and (number.end >= len(row) or not row[number.end].is_word or after in _after_a_pronoun())


_BEFORE_A_PRONOUN = frozenset({"no", "the", "this", "that", "which", "any", "every", "each", "another", "some", "number", "day", "square"})


@cache
def _after_a_pronoun() -> frozenset[str]:
    return words("phrase_ends") | words("irregular_pasts") | {"man's", "person's"}
