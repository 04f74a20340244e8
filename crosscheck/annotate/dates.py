"""Dates and months as they are written: "16 October", "24/3/2024", "late June", "Christmas Day"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate import parts
from crosscheck.annotate.reading import Reading
from crosscheck.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BEHIND = 24
"""How many code points before a time what tells of it may stand."""


def dates(text: str) -> Iterator[Reading]:
    """Yield "Oct. 16, 2023", "16 October", "the 3rd of June", "June 3-5", "3 and 4 June", "2023-10-16", "24/3/2024"."""
    for match in _date_pattern().finditer(text):
        if match["slashed"]:
            yield from _slashed(match)
            continue
        if match["iso"]:
            year, month, day = map(int, match["iso"].split("-"))
        else:
            year, month, day = int(match["year"] or 0), months()[(match["month"] or match["month2"]).rstrip(".")], int(match["day"] or match["day2"])
        last = match["last"] or match["last2"]
        if 1 <= month <= _MONTHS and 1 <= day <= _DAYS:
            start, end, part = parts.with_part(text, match)
            yield Reading(start, end, year=year or None, month=month, day=day, last_day=int(last) if last else None, part=part)


def _slashed(match: re.Match[str]) -> Iterator[Reading]:
    """Yield "24/3/2024" and "3/24/2024"; "3/9/2024" is another day in London and New York, and tells the year alone."""
    first, second, year = (int(part) for part in match["slashed"].split("/"))
    year += _CENTURY if year < _CENTURY else 0
    day, month = max(first, second), min(first, second)
    if month <= _MONTHS < day <= _DAYS or first == second <= _MONTHS:
        yield Reading(*match.span(), year=year, month=month, day=day)
    elif day <= _MONTHS:
        yield Reading(*match.span(), year=year)


@cache
def _date_pattern() -> re.Pattern[str]:
    month, initials = rf"(?:{_month_forms()})", "".join(sorted({form[0] for form in months()}))
    return re.compile(
        rf"""(?=[\d{initials}])(?<![\w.,/$£€-])(?:             # how few words begin, which is soon seen
          (?P<iso>\d{{4}}-\d\d-\d\d)
        | (?P<slashed>\d{{1,2}}/\d{{1,2}}/(?:(?:19|20)\d\d|[012]\d))(?!/)
        | (?:(?P<month>{month})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<last>\d{{1,2}}))?(?![\d%:/]|[.,]\d{{1,3}}(?!\d))
          | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:(?:\s?[-–]\s?|\s(?:and|to)\s)(?P<last2>\d{{1,2}})(?:st|nd|rd|th)?)?\s(?:of\s)?(?P<month2>{month}))
          (?:,?\s(?P<year>[12]\d{{3}})\b(?![,.]\d))?
        )(?!\w)""",
        re.VERBOSE,
    )


_MONTHS, _DAYS, _CENTURY = 12, 31, 2000


def feasts(text: str) -> Iterator[Reading]:
    """Yield the feasts that fall on one date every year: "Christmas Day"."""
    for match in _feast_pattern().finditer(text):
        month, day = table("fixed_days")[match[0].replace("’", "'")]
        yield Reading(*match.span(), month=int(month), day=int(day))


@cache
def _feast_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(name.replace(chr(39), '[’' + chr(39) + ']') for name in table('fixed_days'))})\b")


def months_alone(text: str) -> Iterator[Reading]:
    """Yield "December 2021", "in April", "late June", "the June vote", "last March"; not Theresa May, the march or "he may"."""
    for match in _month_pattern().finditer(text):
        cue = word_before(text, match.start())
        behind = text[match.end() : match.end() + 2]
        attributive = cue in {"the", "a", "an", "its", "his", "her", "their"} and behind[:1] == " " and behind[1:].islower()
        if match["year"] or (cue in _MONTH_CUES and not (behind[:1] == " " and behind[1:].isupper()) and behind[:1] not in {"'", "’"}) or attributive:
            third = _THIRD.search(text, max(match.start() - BEHIND, 0), match.start())
            yield Reading(
                third.start() if third else match.start(),
                match.end(),
                year=int(match["year"]) if match["year"] else None,
                month=months()[match["month"].rstrip(".")],
                third=_THIRDS[third[1].lower()] if third else "",
            )


_MONTH_CUES = frozenset(
    {"in", "since", "until", "till", "by", "from", "of", "through", "during", "last", "next", "this", "early", "late", "mid", "to", "before", "after"}
)


_THIRDS = {"early": "early", "beginning of": "early", "start of": "early", "mid": "mid", "middle of": "mid", "late": "late", "end of": "late"}
# What is done by the end of a month may be done early in it.
_THIRD = re.compile(rf"(?<!\bby )(?<!\bby the )(?<!\bbefore the )(?<!\buntil the )\b({'|'.join(_THIRDS)})[\s-]$", re.IGNORECASE)


@cache
def _month_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<month>{_month_forms()})(?:,?\s(?:of\s)?(?P<year>[12]\d{{3}})\b(?![,.]\d))?(?!\s\d)")


def word_before(text: str, at: int) -> str:
    """Return the word that ends right before a place, in lower case, "" where none does."""
    before = _WORD_BEFORE.search(text, max(at - BEHIND, 0), at)
    return before[1].lower() if before else ""


_WORD_BEFORE = re.compile(r"(?<![A-Za-z])([A-Za-z]++)[\s-]$")


@cache
def months() -> Mapping[str, int]:
    """Return the number of every month by the forms of its name."""
    return {form: int(number) for name, (number, *forms) in table("months").items() for form in (name, *forms)}


@cache
def _month_forms() -> str:
    """Return the alternatives of a pattern: a short form takes its full stop along, a full name leaves it to the sentence."""
    forms = sorted(months(), key=len, reverse=True)
    return "|".join(rf"{form}\b" if form in table("months") else rf"{form}\b\.?" for form in forms)
