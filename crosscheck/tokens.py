"""Words, numbers and marks of a sentence, each with the stem under which two reports are matched."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.lexicon import table
from crosscheck.spans import Span

if TYPE_CHECKING:
    from nltk.stem.porter import PorterStemmer

_WORD = r"[^\W\d_]+"
_TOKEN = re.compile(
    rf"""
      (?:[^\W\d_]\.){{2,}}                                # U.S.  p.m.  J.K.
    | (?:[A-Z]{{1,3}})?[$£€¥₹₩₽₦]                         # $  US$
    | \d+(?:[.,:/]\d+|[-–]\d+)*(?:st|nd|rd|th|s|[A-Z]+)?\b  # 150,000  8-3  3:15  12th  1990s  5G
    | \d+(?:[.,:/]\d+|[-–]\d+)*                           # the 4.3 of 4.3bn
    | ['’]s\b                                             # the possessive of a name
    | {_WORD}(?:(?:['’](?!s\b)|[-‐‑&])[^\W_]+|['’]s(?=[-‐‑]))*   # al-Qasabi  don't  O'Neill  COVID-19
    | (?:--+|\.\.\.+)                                     # a dash, an ellipsis
    | \S
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token(Span):
    """A word, a number or a punctuation mark, with its stem (lower case, inflection removed)."""

    stem: str


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of `text[start:end]`, in order."""
    return tuple(Token(match.start(), match.end(), match[0], stem(match[0])) for match in _TOKEN.finditer(text, start, end))


@cache
def stem(word: str) -> str:
    """Return the form under which a word is matched: "Risen" and "rose" give "rise"."""
    plain = _plain(word)
    if not plain[:1].isalpha():
        return plain.replace(",", "") if plain[:1].isdigit() else plain
    return _porter().stem(table("irregular").get(plain, (plain,))[0])


def _plain(word: str) -> str:
    straight = word.translate(_STRAIGHT)
    return "".join(mark for mark in unicodedata.normalize("NFKD", straight) if not unicodedata.combining(mark)).lower()


@cache
def _porter() -> PorterStemmer:
    from nltk.stem.porter import PorterStemmer  # noqa: PLC0415  (importing nltk takes a third of a second)

    return PorterStemmer()


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "‐": "-", "‑": "-", "—": "--", "…": "..."})
