"""Places in a row: "the seventh round", "his 10th term"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.lexicon import table, words
from crosscheck.spans import Span, touching
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate.document import Document


@dataclass(frozen=True, slots=True)
class Rank(Span):
    """A place in a row as written, the noun with it ("seventh round"); `row` is the stem of what stands in the row."""

    value: int
    row: str


def ranks(document: Document) -> tuple[Rank, ...]:
    """Return the places in a row of a report, in order; times, amounts and names ("the Third Battalion", "a third of") are none."""
    apart = (document.times, document.quantities, document.mentions)
    return tuple(rank for rank in _ranks(document.article.text) if not any(touching(items, rank) for items in apart))


def _ranks(text: str) -> Iterator[Rank]:
    for match in _pattern().finditer(text):
        noun = match["noun"]
        if noun not in _NO_ROW and noun not in words("function_words"):
            value = int(match["digits"] or table("ordinals")[match["word"].lower()][0])
            yield Rank(match.start(), match.end(), match[0], value, stem(noun))


@cache
def _pattern() -> re.Pattern[str]:
    ordinals, initials = "|".join(table("ordinals")), "".join(sorted({word[0] for word in table("ordinals")}))
    straight = "(?:straight|consecutive|successive)"
    begins = rf"\b(?=(?i:[\d{initials}]))"  # which few words do, and is soon seen
    return re.compile(rf"{begins}(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>(?i:{ordinals})))[ -](?:{straight} )?(?P<noun>[a-z]{{3,}})\b")


_NO_ROW = frozenset({"biggest", "chance", "half", "hand", "highest", "largest", "lowest", "minute", "one", "party", "person", "quarter", "time", "world"})
