"""From an Article to its sentences and their tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.lexicon import words
from crosscheck.spans import Span
from crosscheck.tokens import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nltk.tokenize.punkt import PunktSentenceTokenizer

    from crosscheck.read import Article, Role

__all__ = ["Sentence", "Token", "sentences"]


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence of a report: its number in the file, its role, the block it stands in, its tokens."""

    id: int
    role: Role
    block: int
    tokens: tuple[Token, ...]


def sentences(article: Article) -> tuple[Sentence, ...]:
    """Return every sentence of the article, of all roles, in order."""
    found = [(index, block.role, start, end) for index, block in enumerate(article.blocks) for start, end in _bounds(article.text, block)]
    return tuple(
        Sentence(start, end, article.text[start:end], number, role, block, tokens(article.text, start, end))
        for number, (block, role, start, end) in enumerate(found)
    )


def _bounds(text: str, block: Span) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a block begins and ends."""
    mirror = block.text.translate(_MIRROR)
    kept: tuple[int, int] | None = None
    for start, end in _punkt().span_tokenize(mirror):
        if kept and _CONTINUES.match(mirror, start):
            kept = kept[0], end
            continue
        if kept:
            yield block.start + kept[0], block.start + kept[1]
        kept = start, end
    if kept:
        yield block.start + kept[0], block.start + kept[1]


_CONTINUES = re.compile(r"[a-z]")

# Punkt knows straight marks and spaces; one character for one keeps the offsets.
_MIRROR = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": ".", "\r": " ", "\n": " "})


@cache
def _punkt() -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # noqa: PLC0415  (importing nltk takes a third of a second)

    parameters = PunktParameters()
    parameters.abbrev_types = {word.removesuffix(".") for word in words("abbreviations")}
    parameters.sent_starters = set(words("sentence_starters"))
    return PunktSentenceTokenizer(parameters)
