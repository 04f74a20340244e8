"""Who puts a figure at what: "the ministry puts the damage at $3m", and with the verb left out, "the insurers at $5m"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate.cues import Found, Stance
from crosscheck.annotate.grammar import NOMINAL, Tag
from crosscheck.annotate.phrases import subject, verb_group
from crosscheck.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.phrases import Range


def estimates_in(line: Sequence[Word]) -> Iterator[Found]:
    """Yield the attributions of a sentence that put a figure at an amount, and those that follow without the verb."""
    for at in [at for at, word in enumerate(line) if word.low in _PUT and word.quote < 0]:
        start = verb_group(line, at)
        source = subject(line, start)
        amount = _amount(line, at + 1)
        if source is None or amount is None or amount[0] == at + 1:
            continue
        yield Found(source, (start, at + 1), ((at + 1, amount[1]),), Stance.NEUTRAL)
        yield from _gapped(line, amount[1])


_PUT = frozenset({"put", "puts"})
_REACH = 14
"""How many words after the verb the amount may begin: "puts the number of jobs that would go at 400"."""


def _amount(line: Sequence[Word], start: int) -> Range | None:
    """Return the next "at" with its amount, None where a mark or nothing of the sort comes first."""
    for at in range(start, min(start + _REACH, len(line) - 1)):
        if line[at].tag is Tag.MARK:
            return None
        if line[at].low == "at" and (end := _number_end(line, at + 1)):
            return at, end
    return None


def _number_end(line: Sequence[Word], start: int) -> int | None:
    """Return where an amount ends that begins here, with what makes it a limit before it: "more than 400 jobs", "about C$3m"."""
    for at in range(start, min(start + _LONGEST_BOUND, len(line))):
        low = line[at].low
        if low[0].isdigit() or low in table("numbers"):
            end = at + 1
            while end < len(line) and line[end].tag in NOMINAL:
                end += 1
            return end
        if low[-1] not in "$£€¥" and low not in _bounds():
            return None
    return None


_LONGEST_BOUND = 4


@cache
def _bounds() -> frozenset[str]:
    """Return the words of the limits and estimates that stand before a number: "more", "than", "about"."""
    return frozenset(word for phrases in table("bounds").values() for phrase in phrases for word in phrase.split())


def _gapped(line: Sequence[Word], start: int) -> Iterator[Found]:
    """Yield what another source puts the figure at: "..., [the insurers at $5m]", "... and [the insurers at $5m]"."""
    while start < len(line) and (line[start].low in {",", ";"} or line[start].tag is Tag.CONJUNCTION or line[start].low == "while"):
        start += 1
    at = start
    while at < len(line) and (line[at].tag in NOMINAL or line[at].low == "of"):
        at += 1
    amount = _amount(line, at) if at > start else None
    if amount and amount[0] == at:
        yield Found((start, at), (at, at + 1), ((at + 1, amount[1]),), Stance.NEUTRAL)
