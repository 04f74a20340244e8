"""How a report is laid out: blocks of text and what each is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


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


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text, in order."""
    paragraphs = list(_paragraphs(text))
    found = []
    for index, span in enumerate(paragraphs):
        head = index == 0 and len(paragraphs) > 1 and span.text[-1] not in ".!?\"”"
        if dateline := _DATELINE.match(span.text):
            found.append(Block(span.start, span.start + dateline.end(), dateline[0], Role.DATELINE))
            start = span.start + dateline.end() + 1
            found.append(Block(start, span.end, text[start : span.end], Role.BODY))
        else:
            found.append(Block(span.start, span.end, span.text, Role.HEADLINE if head else Role.BODY))
    return tuple(found)


_DATELINE = re.compile(r"[A-Z][A-Z]+(?: [A-Z]+)?[^—\n]{0,40}? (?:—|--|-)(?= \S)")
_PARAGRAPH = re.compile(r"\S.*(?:\n.*\S.*)*")


def _paragraphs(text: str) -> Iterator[Span]:
    for match in _PARAGRAPH.finditer(text):
        yield Span(match.start(), match.start() + len(match[0].rstrip()), match[0].rstrip())
