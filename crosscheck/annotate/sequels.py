"""Days told by a day before them in the sentence: "on May 6, and two days later", "on Monday and again the next day"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator


class Sequel(NamedTuple):
    """Where in a text a day is told by another, and how many days it is after that."""

    start: int
    end: int
    days: int


def sequels(text: str) -> Iterator[Sequel]:
    """Yield what counts from a day told before: "the next day", "two days later", "a week earlier"; not "about a week later", nor months and years."""
    if " day" not in text and " week" not in text:
        return
    for match in _SEQUEL.finditer(text):
        if match["near"]:
            yield Sequel(*match.span(), -1 if match["near"] == "previous" else 1)
        elif (number := _number(match["number"])) and not _ROUGHLY.search(text, max(0, match.start() - _BEHIND), match.start()):
            days = number * (_WEEK if match["unit"] == "week" else 1)
            yield Sequel(*match.span(), -days if match["way"] == "earlier" else days)


_WEEK = 7
_SEQUEL = re.compile(
    r"\b(?:the (?P<near>next|following|previous) day\b(?!['’])|(?P<number>an?|[a-z]{3,6}|\d{1,2}) (?P<unit>day|week)s? (?P<way>later|earlier)\b)",
)
_BEHIND = 12
_ROUGHLY = re.compile(r"\b(?:about|almost|around|barely|half|least|nearly|over|roughly|some|than)\s$")


def _number(word: str) -> int:
    """Return a number of one word, 0 where a word is none ("few")."""
    if word.isdigit() or word in {"a", "an"}:
        return int(word) if word.isdigit() else 1
    return int(table("numbers")[word][0]) if word in table("numbers") else 0
