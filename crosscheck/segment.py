"""From an Article to its sentences and their tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.spans import Span

if TYPE_CHECKING:
    from crosscheck.read import Article, Role


@dataclass(frozen=True, slots=True)
class Token(Span):
    """A word, a number or a punctuation mark, with its stem (lower case, inflection removed)."""

    stem: str


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence of a report: its number in the file, its role, the block it stands in, its tokens."""

    id: int
    role: Role
    block: int
    tokens: tuple[Token, ...]


def sentences(article: Article) -> tuple[Sentence, ...]:
    """Return every sentence of the article, of all roles, in order."""
    raise NotImplementedError
