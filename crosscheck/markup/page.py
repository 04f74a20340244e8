"""A text whose markup is blank, with what the markup told: its paragraphs, their roles, the day it was published."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from crosscheck.furniture import Role
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["PAD", "Comment", "Marks", "Page", "Paragraph", "Role", "pads", "page"]

PAD = "\0"
"""Stands where a character of markup stood, until the page is made; a text that is read has none of its own."""


@dataclass(frozen=True, slots=True)
class Paragraph(Span):
    """A paragraph that the markup set apart; `role` is None where its words and its place must tell."""

    role: Role | None


@dataclass(frozen=True, slots=True)
class Comment(Span):
    """A comment, with its words as they stand in the file; `paragraph` is the one in which it stands, else the next, None where none follows."""

    paragraph: Paragraph | None


@dataclass(frozen=True, slots=True)
class Page:
    """A text to be read: as long as the file's, with the same line ends, every word where it begins in the file.

    `paragraphs` is empty where nothing but its lines parts the text; `published` is the date the markup gives, "" where there is none.
    """

    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    published: str = ""
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """A text with pads for its markup; `starts` are the offsets where paragraphs begin, each with the role of what follows."""

    text: str
    starts: Mapping[int, Role | None]
    published: str = ""


def page(marks: Marks, comments: Iterable[Span] = ()) -> Page:
    """Return the page: every pad a space, the letters of each word closed up; with the comments of the file."""
    bounds = sorted({0, *marks.starts, len(marks.text)})
    pieces = [_closed_up(marks.text[start:end]) for start, end in pairwise(bounds)]
    roles = [marks.starts.get(start) for start in bounds[:-1]]
    paragraphs = tuple(_paragraphs(pieces, roles)) if marks.starts else ()
    text = "".join(pieces)
    placed = (Comment(comment.start, comment.end, comment.text, _about(comment, text, paragraphs, bounds)) for comment in comments)
    return Page(text, paragraphs, marks.published, tuple(placed))


def _about(comment: Span, text: str, paragraphs: Sequence[Paragraph], bounds: Sequence[int]) -> Paragraph | None:
    """Return the paragraph that a comment is about: the one in which it stands, or at the end of whose last line, else the next."""
    number = bisect_right(paragraphs, comment.start, key=lambda paragraph: paragraph.end)
    here = bounds[bisect_right(bounds, comment.start) - 1]
    before = paragraphs[number - 1] if number and paragraphs[number - 1].start >= here else None
    if before and not _LINE_END.search(text, before.end, comment.start):
        return before
    return paragraphs[number] if number < len(paragraphs) else None


def pads(text: str) -> str:
    """Return as many pads as the text has characters; line ends stay."""
    return _NO_LINE_END.sub(PAD, text)


_NO_LINE_END = re.compile(r"[^\r\n]")
_LINE_END = re.compile(r"[\r\n]")


def _closed_up(piece: str) -> str:
    """Return the piece with spaces for pads; those inside a word go after it.

    "Lee&rsquo;s", "<b>W</b>hen" and "the [report](https://...)." must be the words they are for the reader. Each word begins where it does in the file.
    """
    if PAD not in piece:
        return piece
    return _WORD.sub(_word, piece).replace(PAD, " ")


_WORD = re.compile(r"\S+")


def _word(found: re.Match[str]) -> str:
    word = found[0].lstrip(PAD)
    letters = word.replace(PAD, "")
    return PAD * (len(found[0]) - len(word)) + letters + PAD * (len(word) - len(letters))


def _paragraphs(pieces: list[str], roles: list[Role | None]) -> Iterator[Paragraph]:
    start = 0
    for piece, role in zip(pieces, roles, strict=True):
        told = piece.strip()
        if told:
            begin = start + len(piece) - len(piece.lstrip())
            yield Paragraph(begin, begin + len(told), told, role)
        start += len(piece)
