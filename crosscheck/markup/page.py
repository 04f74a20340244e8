"""A text whose markup is blank, with what the markup told: its paragraphs, their roles, the day it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from crosscheck.furniture import Role
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["PAD", "Marks", "Page", "Paragraph", "Role", "pads", "page"]

PAD = "\0"
"""Stands where a character of markup stood, until the page is made; a text that is read has none of its own."""


@dataclass(frozen=True, slots=True)
class Paragraph(Span):
    """A paragraph that the markup set apart; `role` is None where its words and its place must tell."""

    role: Role | None


@dataclass(frozen=True, slots=True)
class Page:
    """A text to be read: as long as the file's, with the same line ends, every word where it begins in the file.

    `paragraphs` is empty where nothing but its lines parts the text; `published` is the date the markup gives, "" where there is none.
    """

    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    published: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """A text with pads for its markup; `starts` are the offsets where paragraphs begin, each with the role of what follows."""

    text: str
    starts: Mapping[int, Role | None]
    published: str = ""


def page(marks: Marks) -> Page:
    """Return the page: every pad a space, the letters of each word closed up."""
    bounds = sorted({0, *marks.starts, len(marks.text)})
    pieces = [_closed_up(marks.text[start:end]) for start, end in pairwise(bounds)]
    roles = [marks.starts.get(start) for start in bounds[:-1]]
    paragraphs = tuple(_paragraphs(pieces, roles)) if marks.starts else ()
    return Page("".join(pieces), paragraphs, marks.published)


def pads(text: str) -> str:
    """Return as many pads as the text has characters; line ends stay."""
    return _NO_LINE_END.sub(PAD, text)


_NO_LINE_END = re.compile(r"[^\r\n]")


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
