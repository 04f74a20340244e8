"""From a path, standard input or text in hand to an Article: decoding, blocks and their roles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from crosscheck.spans import Span

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


class Role(StrEnum):
    """What a block of a report is for; headline and body alone are aligned."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    CAPTION = "caption"
    RELATED = "related"
    FURNITURE = "furniture"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Block(Span):
    """A stretch of a report with one role: a paragraph, a headline, a dateline ("CAIRO --")."""

    role: Role


@dataclass(frozen=True)
class Article:
    """One report as read: its text unchanged, its blocks, its date where known."""

    path: str
    label: str
    text: str
    encoding: str
    sha256: str
    blocks: tuple[Block, ...]
    date: date | None = None

    @classmethod
    def from_text(cls, text: str, name: str = "a", *, date: date | None = None) -> Article:
        """Return the article of a text in hand."""
        raise NotImplementedError

    def locate(self, span: Span) -> dict[str, int | str]:
        """Return `{"start", "end", "line", "column", "text"}` of a span; line and column are 1-based."""
        raise NotImplementedError


def read(path: str | Path, *, label: str | None = None, encoding: str | None = None, date: date | None = None) -> Article:
    """Read a report from a file, or from standard input where `path` is "-"."""
    raise NotImplementedError
