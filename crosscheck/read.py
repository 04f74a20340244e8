"""From a path, standard input or text in hand to an Article: decoding, blocks and their roles."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.errors import CrosscheckError
from crosscheck.layout import Block, Role, blocks

if TYPE_CHECKING:
    from datetime import date

    from crosscheck.spans import Span

__all__ = ["Article", "Block", "Role", "read"]


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
    warnings: tuple[str, ...] = ()

    @classmethod
    def from_text(cls, text: str, name: str = "a", *, date: date | None = None) -> Article:
        """Return the article of a text in hand."""
        return cls(name, name, text, "utf-8", sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), blocks(text), date)

    def locate(self, span: Span) -> dict[str, int | str]:
        """Return `{"start", "end", "line", "column", "text"}` of a span; line and column are 1-based."""
        line = bisect_right(self._line_starts, span.start)
        return {"start": span.start, "end": span.end, "line": line, "column": span.start - self._line_starts[line - 1] + 1, "text": span.text}

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in re.finditer(r"\r\n?|\n", self.text)))


def read(path: str | Path, *, label: str | None = None, encoding: str | None = None, date: date | None = None) -> Article:
    """Read a report from a file, or from standard input where `path` is "-"."""
    data = sys.stdin.buffer.read() if str(path) == "-" else Path(path).read_bytes()
    if not data.strip():
        raise CrosscheckError(f"{path}: the file is empty")
    text = data.decode(encoding or "utf-8-sig")
    return Article(str(path), label or str(path), text, encoding or "utf-8", sha256(data).hexdigest(), blocks(text), date)
