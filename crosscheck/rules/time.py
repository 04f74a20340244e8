"""Rules about when."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import chain, pairwise, takewhile
from typing import TYPE_CHECKING

from crosscheck.annotate.grammar import Tag, verb_forms
from crosscheck.annotate.times import may_agree
from crosscheck.lexicon import words
from crosscheck.rules.briefs import misfits
from crosscheck.rules.rewordings import near_in_meaning
from crosscheck.rules.rivals import is_firm, rivals
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.slots import slots
from crosscheck.rules.turns import are_opposite
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.times import Time
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.rivals import Rivals

CONTEXT = 0.2
"""How alike the words around two times must be for the two to date one event; tuned on the gold pairs, leaving one pair out."""

APART = 0.5
"""The same where no word next to the one is next to the other: a man "shot on Friday", his killer "charged on Saturday"."""


@rule("TIM001", "time-differs", Kind.TIME, Severity.ERROR)
def time_differs(comparison: Comparison) -> Iterator[Difference]:
    """The reports put one event on different days, dates or hours.

    The day is what readers act on, and a weekday goes wrong when copy is held overnight.
    Weekdays are resolved against the date of their report where it is known; a day and the part of it, a month and a day in it agree.

    Flagged:

        A: The verdict was delivered by the court on Thursday.
        B: The verdict was delivered by the court on Wednesday.

    Not flagged:

        A: The verdict was delivered by the court on Thursday.
        B: The verdict was delivered by the court on Thursday morning.
    """
    replaced = [
        (a, b)
        for rewording in comparison.rewordings
        for a, b in rewording.exchanged(comparison.a.times, comparison.b.times)
        if may_agree(a, b) is False and not _are_years_told_apart(comparison, a, b)
    ]
    for a, b in replaced:
        yield _difference(a, b, 1.0)
    told = {time.start for time, _ in replaced}, {time.start for _, time in replaced}
    for rival in chain(rivals(comparison, _times, may_agree), rivals(comparison, _clocks, may_agree)):
        if (
            (is_firm(rival, CONTEXT if rival.beside or _tell_the_hour(rival.a, rival.b) else APART) or _is_one_goal(rival))
            and _date_one_thing(comparison, rival.a, rival.b)
            and rival.a.start not in told[0]
            and rival.b.start not in told[1]
        ):
            told[0].add(rival.a.start)
            told[1].add(rival.b.start)
            yield _difference(rival.a, rival.b, min(1.0, 0.7 + 0.1 * rival.alone + 0.3 * rival.context))
    for slot in slots(comparison, _times, may_agree):
        comes_again = any(_YEARS.fullmatch(time.value) for time in (slot.a, slot.b))  # "hosted the show in 2007"
        if not comes_again and _date_one_thing(comparison, slot.a, slot.b) and slot.a.start not in told[0] and slot.b.start not in told[1]:
            yield _difference(slot.a, slot.b, 0.85 if slot.linked else 0.75)
    for slip in misfits(comparison, _times, may_agree):
        if slip.a.start not in told[0] and slip.b.start not in told[1] and slip.context >= CONTEXT and _date_one_thing(comparison, slip.a, slip.b):
            yield _difference(slip.a, slip.b, 0.75)


def _date_one_thing(comparison: Comparison, a: Time, b: Time) -> bool:
    """Say whether two times can be of one event by their sort and by what is done at them."""
    if _is_year_against_day(a, b) or _are_years_told_apart(comparison, a, b) or _are_one_deadline(comparison, a, b):
        return False
    x, y = _deed(comparison.a, a), _deed(comparison.b, b)
    return _are_of_one_sort(x, y) and not are_opposite(stem(x), stem(y)) and _dates_the_same(comparison, a, b)


def _are_of_one_sort(x: str, y: str) -> bool:
    """Say whether two verbs are both of events, or of one thing done about an event: "published", "released"."""
    if words("follow_ups").isdisjoint({x, y}):
        return True
    return x == y or (x != "" and y != "" and near_in_meaning(x, y))


def _dates_the_same(comparison: Comparison, a: Time, b: Time) -> bool:
    """Say whether what a day is said to be of may be what the other day dates: not "after [Saturday's] 4-0 loss" and "was sacked on Sunday, a day after it"."""
    of_a, of_b = _dated(comparison.a, a), _dated(comparison.b, b)
    around_a, around_b = of_a or _around(comparison.a, a), of_b or _around(comparison.b, b)
    return not (of_a or of_b) or any(near_in_meaning(x.low, y.low) for x in around_a for y in around_b)


def _dated(document: Document, time: Time) -> list[Word]:
    """Return the nouns whose day a time is: "defeat" of "Saturday's 4-0 home defeat"."""
    after = [word for word in document.tagged(document.sentence_of(time)) if word.start >= time.end]
    if not after or after[0].tag is not Tag.POSSESSIVE:
        return []
    return [word for word in takewhile(lambda word: word.tag is Tag.NOUN, after[1:]) if word.low.isalpha()]


def _around(document: Document, time: Time) -> list[Word]:
    """Return the nouns and verbs of the part of a sentence that a time is in, up to a comma or what was before or after."""
    line = document.tagged(document.sentence_of(time))
    before = [*takewhile(_is_of_that_time, (word for word in reversed(line) if word.end <= time.start))]
    after = [*takewhile(_is_of_that_time, (word for word in line if word.start >= time.end))]
    return [word for word in (*before, *after) if word.tag in _TELLING and word.low.isalpha()]


def _is_of_that_time(word: Word) -> bool:
    return word.low not in {",", ";", "after", "before", "following", "since"}


_TELLING = frozenset({Tag.INFINITIVE, Tag.ING, Tag.NOUN, Tag.VERB})


def _are_one_deadline(comparison: Comparison, a: Time, b: Time) -> bool:
    """Say whether two deadlines are a day apart: "before Jan. 1" is "by the end of December"."""
    if not (_is_deadline(comparison.a, a) and _is_deadline(comparison.b, b)):
        return False
    if a.first and a.last and b.first and b.last:
        return _DAY in {abs(a.first - b.last), abs(b.first - a.last)}
    return _ends_before(a, b) or _ends_before(b, a)


def _ends_before(month: Time, first: Time) -> bool:
    """Say whether a month ends the day before another time, in whatever year: "December", "Jan. 1"."""
    return first.day == 1 and first.month is not None and month.day is None and month.month == (first.month - 2) % 12 + 1


_DAY = timedelta(1)


def _is_deadline(document: Document, time: Time) -> bool:
    return bool(_DEADLINE.search(document.article.text, max(0, time.start - _LONGEST_DEADLINE), time.start))


_DEADLINE = re.compile(r"\b(?:before|by|till|until)\s(?:the\s)?(?:end\sof\s)?$", re.IGNORECASE)
_LONGEST_DEADLINE = len("before the end of ")


def _are_years_told_apart(comparison: Comparison, a: Time, b: Time) -> bool:
    """Say whether two years stand in sentences that tell another year by words: "22 in 2024, 31 the year before", "31 last year, 22 in 2023"."""
    if not (_YEAR.fullmatch(a.value) and _YEAR.fullmatch(b.value)):
        return False
    sentences = comparison.a.sentence_of(a), comparison.b.sentence_of(b)
    return any(_YEAR_IN_WORDS.search(sentence.text) for sentence in sentences)


_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"\d{3,4}")
_YEAR_IN_WORDS = re.compile(
    r"\b(?:(?:last|this|next|previous|preceding|following|prior|same)\s+year|year\s+(?:before|after|ago|earlier|later)|years\s+(?:ago|earlier|later))\b",
    re.IGNORECASE,
)


def _tell_the_hour(a: Time, b: Time) -> bool:
    """Say whether both are clock times, of which a report has few: two of them in one context mostly time one event."""
    return a.clock is not None and b.clock is not None


def _is_one_goal(rival: Rivals[Time]) -> bool:
    """Say whether two minutes of a match are of what one player did in it, where no other is in question."""
    return rival.a.minute is not None and rival.b.minute is not None and rival.alone and rival.named


def _deed(document: Document, time: Time) -> str:
    """Return the verb of what is done at a time, which may be about an event and not the event: "was [charged] on Saturday with shooting a man"."""
    before = [word for word in document.tagged(document.sentence_of(time)) if word.end <= time.start]
    here = tuple(takewhile(lambda word: word.low not in _OPENING, reversed(before)))
    nouns = {word.start for word, ahead in pairwise(here) if word.tag is Tag.ING and ahead.low == "of"}  # "a day of [mourning]"
    acts = (word for word in here if word.start not in nouns)
    forms = ((verb_forms()[word.low][0], word.tag) for word in acts if word.low in verb_forms())
    return next((lemma for lemma, tag in forms if tag is not Tag.NOUN or lemma in words("follow_ups")), "")  # charged with [murder], filed [charges]


_OPENING = frozenset({"after", "as", "before", "during", "following", "that", "when", "where", "which", "while", "who", "whose"})


def _is_year_against_day(a: Time, b: Time) -> bool:
    """Say whether the one is a year or a decade and the other a day, which mostly date two events: "hosted it in 2007", "was chosen on Friday"."""
    return any(_YEARS.fullmatch(x.value) and (y.weekday is not None or y.day is not None) for x, y in ((a, b), (b, a)))


def _difference(a: Time, b: Time, confidence: float) -> Difference:
    resolved = a.first is not None and b.first is not None
    return Difference((a,), (b,), f'"{a.flat}" in A, "{b.flat}" in B', confidence, None if resolved else Severity.WARNING)


def _times(document: Document) -> tuple[Time, ...]:
    return document.times


def _clocks(document: Document) -> tuple[Time, ...]:
    """Return the times that tell the hour: "4 a.m. on Saturday" is at odds with "2:30 a.m.", though both are "early on Saturday"."""
    return tuple(time for time in document.times if time.clock is not None)
