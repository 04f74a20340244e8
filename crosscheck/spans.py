"""A stretch of a text that knows where it stands and carries its own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


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

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
