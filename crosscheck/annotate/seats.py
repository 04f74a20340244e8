"""Where somebody is at home and a firm has its seat: "Leeds-based Halden Foods", "whose head office is in Bristol", "the Bristol-born writer"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.lexicon import words
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate.document import Document
    from crosscheck.annotate.names import Entity


@dataclass(frozen=True, slots=True)
class Seat(Span):
    """The name of a place as written; `tie` says how it is somebody's: "base", "birth" or "home"."""

    tie: str


def seats(document: Document, entity: Entity) -> Iterator[Seat]:
    """Yield the seats that a report gives one of its cast, by what stands before and behind the names and descriptions of him or it."""
    text = document.article.text
    for called in (*entity.mentions, *entity.described):
        sentence = document.sentence_of(called)
        if sentence.lows.isdisjoint(_TYING):
            continue
        first = max(sentence.start, called.start - _REACH)
        if found := _BEFORE.search(text, first, called.start) or _WITHIN.match(text, called.start, called.end):
            name = _without_article(text, found.start(1), found.end(1))
            yield Seat(name.start, name.end, name.text, _TIES[found[2]])
        for tie, pattern in _BEHIND:
            if found := pattern.match(text, called.end):
                yield Seat(found.start(1), found.end(1), found[1], tie)


_REACH = 80
_NAME = r"((?:[A-ZÀ-Þ][^\W\d_]{1,20}[ -]){0,2}[A-ZÀ-Þ][^\W\d_]{1,20})"
_BEFORE = re.compile(rf"\b{_NAME}[- ](based|born|headquartered|native|resident) (?:[a-z][\w'’-]{{0,20}} ){{0,4}}$")
_WITHIN = re.compile(rf"{_NAME}-(based|born|headquartered) ")
"""The same where the words are a part of how it is called: "[the] Boston-based company"."""
_TIES = {"based": "base", "headquartered": "base", "born": "birth", "native": "birth", "resident": "home"}
_TYING = frozenset(
    {"base", "based", "born", "domiciled", "headquartered", "headquarters", "lived", "lives", "living", "native", "office", "offices", "resident", "seat"}
)
"""A word of which a sentence has one where it gives anybody a seat."""
_IN = rf"(?:in|at) (?:the (?:[a-z]+ ){{0,3}}(?:city|port|town|village) of )?{_NAME}"
_AGED = r"(?:, (?:aged )?\d{1,2})?"
_WHO = r",? (?:(?:who|which|that) (?:is |was |are )?)?"
_HAS = r"(?:,? (?:whose|with its|with|which has its|which have their)| has its)"
_OFFICE = r"(?:main |global |corporate )?(?:base|head offices?|headquarters|main office|seat)(?: is| are| was| were)?"
_BEHIND = (
    ("base", re.compile(rf"{_WHO}(?:based|headquartered|domiciled) {_IN}")),
    ("base", re.compile(rf"{_HAS} {_OFFICE} {_IN}")),
    ("birth", re.compile(rf"{_AGED}{_WHO}(?:originally )?born {_IN}")),
    ("birth", re.compile(rf"{_AGED}, an? {_NAME} native")),
    ("home", re.compile(rf"{_AGED}{_WHO}(?:lives|lived|living|resident) {_IN}")),
    ("home", re.compile(rf"{_AGED}, an? {_NAME} resident")),
)


def _without_article(text: str, start: int, end: int) -> Span:
    """Return a name without the word that a sentence begins with: "[The] Boston-based company"."""
    first, space, _ = text[start:end].partition(" ")
    return Span.of(text, start + len(first) + 1 if space and first.casefold() in words("function_words") else start, end)
