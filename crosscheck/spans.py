"""A stretch of a text that knows where it stands and carries its own words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `text[span.start:span.end] == span.text`.

    Offsets are Unicode code points into the text as read, `end` exclusive.
    All that is found in a text (a token, a sentence, a name, a number) is a span.
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Return the span of `text` from `start` to `end`."""
        return cls(start, end, text[start:end])

    @property
    def flat(self) -> str:
        """The words on one line, a space between any two, however the text is wrapped."""
        return " ".join(self.text.split())

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


Found = TypeVar("Found", bound=Span)


def within(items: Sequence[Found], span: Span) -> tuple[Found, ...]:
    """Return the items that lie inside the span; `items` are in order of their starts."""
    end, found = span.end, []
    for at in range(bisect_left(items, span.start, key=_START), len(items)):
        item = items[at]
        if item.start >= end:  # mostly after one or two, so that the last is found sooner one by one than by halves
            break
        if item.end <= end:
            found.append(item)
    return tuple(found)


def touching(items: Sequence[Found], span: Span) -> tuple[Found, ...]:
    """Return the items that share a character with the span; `items` are in order and do not overlap each other."""
    start, end, found = span.start, span.end, []
    for at in range(max(0, bisect_right(items, start, key=_START) - 1), len(items)):
        item = items[at]
        if item.start >= end:
            break
        if item.end > start:
            found.append(item)
    return tuple(found)


_START = attrgetter("start")


def squeezed(text: str) -> tuple[str, Sequence[int]]:
    """Return the text with one space for each stretch of white space, and the offset in the text of each of its characters.

    For what looks at the letters of a text and not at its tokens: in "16 <b>May</b> 2016" the markup is blank, and so the spaces are wide.
    """
    if "  " not in text and text.isprintable():  # white space other than a space is not
        return text, range(len(text))
    found = [(match.start(), " " if match[0].isspace() else match[0]) for match in _PIECE.finditer(text)]
    return "".join(piece for _, piece in found), [start + offset for start, piece in found for offset in range(len(piece))]


_PIECE = re.compile(r"\s+|\S+")
