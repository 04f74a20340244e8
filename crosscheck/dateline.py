"""Where and when a report was filed: the dateline before its lead, the line that says when it was published."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from crosscheck.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(rf"(?<![^\s(])(?:{_WEEKDAY},? )?(?:{_MONTH} {_DAY}|{_DAY} {_MONTH})(?:,? \d{{4}})?", re.IGNORECASE)

# A dateline is read in a mirror of its line, character for character, in which every date is a run of NULs (no report has any): spelling
# the months out in each of the places where a date may stand made a pattern that took longer to compile than a report takes to read.
_DATED = r"\0+"
_UPPER = "A-ZÀ-ÖØ-Þ"
_SHOUTED = rf"[{_UPPER}][{_UPPER}.']+(?:[ -][{_UPPER}.']+){{0,4}}"  # CAIRO, NEW YORK, PORT-AU-PRINCE
_NAMED = rf"[{_UPPER}][\w.'-]*(?: (?:[{_UPPER}][\w.'-]*|al|am|and|de|del|of|the|upon)){{0,3}}"  # Halvorsen Bay
_REGION = rf"(?:, {_NAMED}|/{_NAMED}| \[{_NAMED}\]){{0,2}}"
_WHEN = rf"(?:,? \(?{_DATED}\)?|, {_WEEKDAY})?"
_SIGNED = rf"(?:,? ?\([{_UPPER}a-z][^()]{{1,40}}\)|\.? /[{_UPPER}][\w ]{{1,30}}/\.?)"  # (AP)  /TASS/.
_TAIL = rf"{_REGION}{_WHEN}{_SIGNED}?{_WHEN}"
_DASH = r" {0,2}(?:[—―] {0,2}|– |--+ {0,2}|- )"
_LEAD = rf"(?=\s*[\"“'‘(\[$£€¥]*[{_UPPER}\d\0])"  # what follows begins a sentence: "Putin — who ..." opens with no dateline

_DATELINE = re.compile(
    rf"(?:{_SHOUTED}{_TAIL}(?:{_DASH}|: )"
    rf"|{_NAMED}{_TAIL}{_DASH}"
    rf"|{_NAMED}{_REGION},? {_DATED}{_SIGNED}:? "  # New Delhi, Feb 21 (PTI) The talks ...
    rf"|{_DATED}{_SIGNED}{_DASH}"  # March 9 (UPI) -- The talks ...
    rf"|\([{_UPPER}][A-Za-z]{{1,20}}\)(?:{_DASH}| ?)){_LEAD}"  # (CNN) The talks ...
)
_ALONE = re.compile(rf"{_SHOUTED}{_REGION}(?P<before>{_WHEN})(?P<signed>{_SIGNED})?(?P<after>{_WHEN})(?:{_DASH}|:)?\s*")
_LONGEST = 120  # characters a dateline may have


def dateline(paragraph: str) -> str:
    """Return the dateline a paragraph begins with, up to the dash or colon: "CAIRO (AP) —", "London —"; "" where there is none."""
    found = _DATELINE.match(_mirror(paragraph[:_LONGEST]))
    return paragraph[: found.end()].rstrip() if found else ""


def is_dateline(line: str) -> bool:
    """Say whether a line is a dateline and nothing else: "TOKYO, Feb. 21", "LONDON (Reuters)"; a place alone may be a headline."""
    found = _ALONE.fullmatch(_mirror(line)) if len(line) <= _LONGEST else None
    return found is not None and (bool(found["before"] or found["after"]) or (found["signed"] or "").strip(" ()/.,").casefold() in words("outlets"))


def _mirror(line: str) -> str:
    return _DATE.sub(lambda date: "\0" * len(date[0]), line.translate(_PLAIN))


_PLAIN = str.maketrans(dict.fromkeys("\r\n\t\xa0\u2009\u202f", " ") | {"’": "'"})


def is_publication_line(line: str) -> bool:
    """Say whether a line only tells when the report came out: "Published: 9 March 2024", "Posted", "Updated 2 hours ago", "Monday, May 4, 2023"."""
    if len(line) > _LONGEST:
        return False
    verb = _PUBLISHED.match(line)
    rest = _SEPARATORS.split(line[verb.end() :] if verb else line)
    dated = verb is not None or _day(line) is not None or _NUMERIC_DATE.search(line) is not None
    return dated and all(_OF_DATES.fullmatch(word) for word in rest if word)


_PUBLISHED = re.compile(
    r"\W*(?:(?:first|last|originally|article) )?(?:published|posted|updated|modified|created|issued|released|filed|(?:pub(?:lication)? )?date)\b:?",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[\s,|·•()/:–—-]+")
_OF_DATES = re.compile(
    rf"{_MONTH}|{_WEEKDAY}|{_DAY}|(?-i:UTC|[A-Z]{{1,3}}T)|\d[\d.]*(?:[ap]\.?m\.?|z)?|\d\dt\d\d|[ap]\.?m\.?|at|on|by|an?|ago|just|now|today|yesterday|local|time|hrs?|mins?"
    r"|(?:hour|minute|day|week|month)s?|published|posted|updated|first|last",
    re.IGNORECASE,
)

_FULL_DATE = re.compile(
    rf"\b(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<day_before>\d{{1,2}})(?:st|nd|rd|th)? (?P<month_after>{_MONTH}))"
    r"(?:,? (?P<year>\d{4})\b)?",
    re.IGNORECASE,  # "WEDNESDAY, MAY 7, 2025" heads a page
)
_NUMERIC_DATE = re.compile(r"(?<!\S)\d{1,2}([/.])\d{1,2}\1(?:19|20)\d\d(?![^\s,])")  # 3/9/2024 is March 9 or Sept. 3: a date, but no known day
_ISO_DATE = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?!\d)")


def filed(datelines: Iterable[str], publication_lines: Iterable[str]) -> date | None:
    """Return the day a report was filed: its dateline's, with the year of its publication line where the dateline has none, else the day it was published."""
    published = next(filter(None, map(_full, publication_lines)), None)
    for month, day, year in filter(None, map(_day, datelines)):
        if year is not None:
            return _date(year, month, day)
        if published is not None:  # filed on Dec. 31, published on Jan. 1
            nearest = (_date(published.year, month, day), _date(published.year - 1, month, day))
            return next((known for known in nearest if known and known <= published + timedelta(days=1)), published)
    return published


def _full(line: str) -> date | None:
    if iso := _ISO_DATE.search(line):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _day(line)
    return _date(found[2], found[0], found[1]) if found and found[2] is not None else None


def _day(line: str) -> tuple[int, int, int | None] | None:
    """Return month, day and year (None where it is not told) of the first date in a line."""
    if iso := _ISO_DATE.search(line):
        return int(iso[2]), int(iso[3]), int(iso[1])
    if found := _FULL_DATE.search(line):
        month = _MONTHS.index((found["month"] or found["month_after"])[:3].lower()) + 1
        return month, int(found["day"] or found["day_before"]), int(found["year"]) if found["year"] else None
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # "Feb. 30"
        return None
