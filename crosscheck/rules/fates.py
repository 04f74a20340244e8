"""What an amount of a report is the number of: people of one fate, those who came to watch, things of one noun."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate.document import within
from crosscheck.annotate.grammar import NOMINAL, Tag
from crosscheck.lexicon import table, words
from crosscheck.similarity import meaning
from crosscheck.tokens import ByStem, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.quantities import Quantity

MANY = 100
"""From here on a figure is the number of something ("2,300 families"); of "two officers" there may be others, and "11 seasons" are anybody's."""


def counted(document: Document, amount: Quantity) -> Iterator[str]:
    """Yield what an amount is the number of: a fate, where it counts people; those who watched; a noun, where it counts anything else.

    Of those whom a trade tells apart ("three firefighters died", "two of the dead were firefighters") it is the number of that trade.
    """
    sentence = document.sentence_of(amount)
    if any(_YEAR.fullmatch(time.value) for time in within(document.times, sentence)):
        return  # what happened before: "in 1987, more than 4,000 people died"
    line = document.tagged(sentence)
    first = next((at for at, word in enumerate(line) if word.end > amount.start), len(line))
    end = next((at for at, word in enumerate(line) if word.start >= amount.end), len(line))
    before = line[first - 1].low if first else ""
    if before in _PARTS:
        return
    if trade := _trade_of(line, end):
        yield trade
    elif fate := _fate(line, first, end, amount.of):
        if before not in _MORE or not fate.startswith("death"):  # "nine died and another [31] were hurt"
            yield f"fate {fate}"
    elif amount.value >= MANY and _watches(line, first, end, amount.of):
        yield "those who watched"
    elif amount.of and amount.value >= MANY and not _is_anybody(amount.of):
        yield f"noun {meaning(amount.of)}"


_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
_PARTS = frozenset({"include", "included", "including", "includes"})
_MORE = frozenset({"another", "other"})


def _trade_of(line: Sequence[Word], end: int) -> str | None:
    """Return the fate and the trade of "two of the dead were [firefighters]", None where nothing of the sort follows."""
    phrase = [word.low for word in line[end : end + _OF_THE_DEAD]]
    if phrase[:2] != ["of", "the"] or phrase[3:] not in (["were"], ["are"]) or end + _OF_THE_DEAD >= len(line):
        return None
    fates = _fates()[stem(phrase[2])] or (("death",) if phrase[2] == "victims" else ())
    trade = line[end + _OF_THE_DEAD]
    return f"fate {fates[0]} of {stem(trade.low)}" if fates and trade.tag is Tag.NOUN and _is_trade(stem(trade.low)) else None


_OF_THE_DEAD = 4
"""The words of "of the dead were"."""


def _fate(line: Sequence[Word], first: int, end: int, noun: str) -> str | None:
    """Return what befell the people whom an amount counts, with their trade where they have one, None where it counts others or only some of them."""
    if named := _fates()[noun]:
        return named[0]
    if _is_of_toll(line, first):
        return "death"
    if noun in _LIVES:
        lost = (*line[max(0, first - _REACH) : first], *line[end : end + _REACH])
        return "death" if any(word.lemma in _TAKES_LIVES or word.low == "loss" for word in lost) else None
    of_more = (first and line[first - 1].low == "of") or (end < len(line) and line[end].low == "-")  # "two of 23 sailors", "two of its 23-man crew"
    if of_more or (noun and not _is_anybody(noun)):
        return None
    if first > 1 and line[first - 1].low == "for" and line[first - 2].lemma in _SEEKS:
        return "disappearance"
    told = _told(line, _verb(line, end)) or (_told(line, first - 1) if first and line[first - 1].tag in {Tag.VERB, Tag.ING} else None)
    return f"{told} of {noun}" if told and _is_trade(noun) else told


def _is_of_toll(line: Sequence[Word], first: int) -> bool:
    """Say whether a figure is that of a toll: "the death toll from the storm has climbed to [21]", "a toll of [21]"."""
    before = line[max(0, first - _FAR) : first]
    toll = next((at for at in range(len(before) - 1, -1, -1) if before[at].low == "toll"), None)
    if toll is None or before[-1].low not in _UP_TO:
        return False
    return not any(word.low[0].isdigit() or word.low in {"from", "injured", "missing", "wounded"} for word in before[-2:])


_FAR = 24
_UP_TO = frozenset({"at", "of", "to", "was", "is", "reached", "hit", "passed"})
_LIVES = frozenset({"life", "live"})
_TAKES_LIVES = frozenset({"claim", "cost", "lose", "take"})
_SEEKS = frozenset({"hunt", "look", "search"})


def _verb(line: Sequence[Word], at: int) -> int:
    """Return where the verb stands of which the words before a place are the subject; the end where there is none."""
    while at < len(line) and (line[at].tag in NOMINAL or line[at].low in {"of", "-", "them", "whom", "more", "others"}):
        at += 1
    at = _past_auxiliaries(line, at)
    if at + 1 < len(line) and line[at].lemma in _TOLD_OF and line[at + 1].tag is Tag.TO:  # "are now known to have [died]"
        at = _past_auxiliaries(line, at + 2)
    return at


def _past_auxiliaries(line: Sequence[Word], at: int) -> int:
    while at < len(line) and (line[at].tag in {Tag.AUXILIARY, Tag.ADVERB} or line[at].low in {"be", "been", "have"}):
        at += 1
    return at


_TOLD_OF = frozenset({"believe", "confirm", "fear", "know", "presume", "report", "think"})


def _told(line: Sequence[Word], at: int) -> str | None:
    """Return the fate that a verb tells, by itself or by what follows it: "were wounded", "were taken [prisoner]", "suffered gunshot [wounds]"."""
    if at >= len(line):
        return None
    reach = 1 + _REACH * (line[at].lemma in _LIGHT)
    if line[at].lemma == "lose" and any(word.low in {"life", "lives"} for word in line[at : at + reach]):
        return "death"
    return next((fate for word in line[at : at + reach] for fate in _fates()[stem(word.lemma or word.low)]), None)


_LIGHT = frozenset({"hold", "lose", "receive", "remain", "report", "suffer", "sustain", "take"})
_REACH = 3


def _watches(line: Sequence[Word], first: int, end: int, noun: str) -> bool:
    """Say whether an amount is that of a crowd: "a crowd of 9,800", "a crowd announced at 9,800", "6,000 people had come to watch"."""
    if noun in map(stem, _WATCHING):
        return True
    before, after = ([word.low for word in words_] for words_ in (line[max(0, first - _REACH) : first], line[end : end + _GATE]))
    return bool(_GATES & {*before}) or before[-3:] == ["in", "front", "of"] or before[-2:] == ["watched", "by"] or {"to", "watch"} <= {*after}


_GATE = 8
_GATES = frozenset({"attendance", "crowd", "gate"})
_WATCHING = ("attendance", "crowd", "fan", "onlooker", "spectator")


@cache
def _fates() -> ByStem[str]:
    return ByStem((word, fate) for fate, listed in table("fates").items() for word in listed)


def _is_anybody(noun: str) -> bool:
    """Say whether a noun counts people of whom a report may count some here and others there."""
    return bool(people()[noun])


def _is_trade(noun: str) -> bool:
    """Say whether a noun tells some people from others by what they do, "firefighters", and not "passengers" or "protesters", who may be all there are."""
    return bool(_trades()[noun])


@cache
def people() -> ByStem[str]:
    """Return the nouns for people: roles, and what anybody may be called."""
    anybody = ("child", "colleague", "guest", "man", "member", "other", "people", "person", "resident", "victim", "woman", "worker")
    return ByStem((noun, noun) for noun in (*words("roles"), *anybody))


@cache
def _trades() -> ByStem[str]:
    told_apart = ("child", "civilian", "man", "officer", "policeman", "policewoman", "rescuer", "soldier", "student", "tourist", "woman")
    return ByStem((noun, noun) for noun in (*table("exclusive_words")["occupation"], *told_apart))
