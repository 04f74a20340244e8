"""A sentence cut into digits, words and marks, in which numbers and their units are looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.tokens import lowered

if TYPE_CHECKING:
    from collections.abc import Sequence


class Piece(NamedTuple):
    """A run of digits, a word or a single mark, by its place in the sentence; `glued` says that no space stands before it; `lower` is its lower case."""

    start: int
    end: int
    text: str
    glued: bool
    lower: str

    @property
    def is_digits(self) -> bool:
        """Say whether the piece is written in digits."""
        return "0" <= self.text < ":"

    @property
    def is_word(self) -> bool:
        """Say whether the piece is a word."""
        return self.text[0].isalpha()


def pieces(text: str) -> tuple[Piece, ...]:
    """Return the digits, words and marks of a text, in order."""
    found = []
    end = 0
    for match in _PIECE.finditer(text):
        (start, stop), piece = match.span(), match[0]
        found.append(Piece(start, stop, piece, start == end, lowered(piece)))
        end = stop
    return tuple(found)


def word_at(row: Sequence[Piece], index: int) -> str:
    """Return the lower-case text of a piece, "" outside the row."""
    return row[index].lower if 0 <= index < len(row) else ""


# A thin or no-break space groups digits ("17 000"); an ordinary space does so before three noughts alone.
_PIECE = re.compile(r"\d+(?:[.,]\d+|[\u00a0\u2009\u202f]\d{3}(?!\d)| 000(?!\d))*|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
