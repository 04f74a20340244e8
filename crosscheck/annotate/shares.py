"""Parts of a whole: "half of the fleet", "two-thirds", "one in eight"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate.cardinals import Numeral, Sort, cardinal, exact, phrase, small
from crosscheck.annotate.pieces import word_at
from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosscheck.annotate.pieces import Piece


def share(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return the part of a whole that begins at `row[index]`, None where none does."""
    return _half(row, index) or fraction(row, index) or _ratio(row, index)


def fraction(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return "two-thirds", "three quarters of", "a fifth of", "by a third"; not "a third man" or "the past three quarters"."""
    over = 1 if word_at(row, index) in {"a", "one"} else small(row, index)
    if over is None:
        return None
    hyphen = word_at(row, index + 1) == "-" and row[index + 1].glued
    at = index + 2 if hyphen else index + 1
    under = denominators().get(word_at(row, at), (0, False))
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


@cache
def denominators() -> Mapping[str, tuple[int, bool]]:
    """Return "third" with 3 and False, "thirds" with 3 and True (plural), and so on."""
    parts = {name: int(value) for name, (value,) in table("ordinals").items() if int(value) > 2} | {"quarter": 4}  # noqa: PLR2004
    return {name: (part, False) for name, part in parts.items()} | {name + "s": (part, True) for name, part in parts.items()}


# "About half" is between 45 and 55 percent.
_SHARE_STEP = 0.05
# "Two in 37" is more often an attack on two of 37 than a ratio; "one in eight" is a ratio.
_ROUND_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 250, 500, 1000, 10_000, 100_000, 1_000_000})


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


_OUT_OF = frozenset({"in", "in every", "out of", "out of every", "- in -"})


def _ratio(row: Sequence[Piece], index: int) -> Numeral | None:
    """Return "one in eight", "three in every four", "nine out of 10", "a two-in-three chance"; not "two in 10 days"."""
    over = small(row, index) if word_at(row, index + 1) in {"in", "out", "-"} else None
    length = next((length for length in (3, 2, 1) if phrase(row, index + 1, length) in _OUT_OF), 0) if over is not None else 0
    if over is None or not length:
        return None
    at = index + 1 + length
    under = cardinal(row, at)
    if under is None or under.value not in _ROUND_DENOMINATORS or not 0 < over < under.value or word_at(row, under.end) in {*_periods(), "-", "%"}:
        return None
    return exact(index, under.end, over / under.value, _SHARE_STEP, Sort.SHARE)


@cache
def _periods() -> frozenset[str]:
    """Return the forms of units of time, which make "two in 10 days" no ratio and "half an hour" no share."""
    return frozenset(form for name, (dimension, _, *forms) in table("units").items() if dimension == "duration" for form in (name, *forms))
