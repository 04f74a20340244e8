"""Times as they are written, piece by piece, before a report's date tells which days they are."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate import parts
from crosscheck.annotate.clocks import clocks, number_of
from crosscheck.annotate.dates import BEHIND, dates, feasts, months, months_alone, word_before
from crosscheck.annotate.plurals import is_plural
from crosscheck.annotate.reading import Reading
from crosscheck.annotate.seasons import seasons
from crosscheck.annotate.units import ONLY_GLUED
from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


def readings(text: str, lows: frozenset[str]) -> tuple[Reading, ...]:
    """Return the times of a text in order, those that stand together joined: "5 a.m. Sunday", "Thursday, 17 September".

    `lows` are its words and marks in lower case, as a sentence has them: each sort of time is looked for only where one of its words stands.
    """
    found = [reading for reader, cues in _readers() if not cues.isdisjoint(lows) for reading in reader(text)]
    found.sort(key=lambda reading: (reading.start, -reading.end))
    joined: list[Reading] = []
    for reading in found:
        if joined and reading.start < joined[-1].end:
            continue
        whole = _joined(text, joined[-1], reading) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(reading)
    return tuple(joined)


# What may stand between the parts of one time: "Monday, Oct. 16", "5 a.m. on Sunday", "Sunday at about 5 a.m.", "Monday of last week".
_LINK = re.compile(r"(?:\s|,\s|,?\s(?:on|at|of|by|in|around|about|shortly\s(?:before|after)|just\s(?:before|after))\s)(?:the\s)?")


def _joined(text: str, left: Reading, right: Reading) -> Reading | None:
    """Return two neighbouring readings as one where each says what the other does not."""
    if not _LINK.fullmatch(text, left.end, right.start):
        return None
    clash = (left.has_date and right.has_date and not _is_in_year(left, right, text)) or any(
        getattr(left, name) is not None and getattr(right, name) is not None for name in ("weekday", "clock", "minute")
    )
    if clash or left.minute is not None or right.minute is not None or (left.weekday is not None and right.year and not right.month):
        return None
    later = {name: value for name in _SAYS if (value := getattr(right, name)) != Reading._field_defaults[name]}  # Monday and midnight are 0
    return left._replace(end=right.end, **later)


def _is_in_year(left: Reading, right: Reading, text: str) -> bool:
    """Say whether the second tells the year of a month or date: "March last year", "14 May of this year"."""
    return bool(left.month) and not (left.year or left.period) and right.period.endswith(" year") and "," not in text[left.end : right.start]


_SAYS = ("year", "month", "day", "last_day", "weekday", "shift", "period", "season", "third", "part", "clock", "slack", "twelve", "zone", "lean")


def _seasons(text: str) -> Iterator[Reading]:
    for season in seasons(text):
        yield Reading(season.start, season.end, year=season.year or None, shift=season.shift, season=season.code)


def _weekdays(text: str) -> Iterator[Reading]:
    """Yield the days of the week, with the part of the day; not "Black Friday", nor the habit of "on Sundays"."""
    for match in _weekday_pattern().finditer(text):
        context = text[max(match.start() - BEHIND, 0) : match.end() + BEHIND]
        if any(name in context for name in words("named_days") if match["day"] in name):
            continue
        start, end, part = parts.with_part(text, match)
        yield Reading(start, end, weekday=_days()[match["day"]], shift=_SHIFTS.get((match["shift"] or "").lower(), ""), part=part)


_SHIFTS = {"last": "last", "next": "next", "this": "this", "this coming": "next", "a week on": "week on", "a week from": "week on"} | dict.fromkeys(
    ("the following", "the previous", "the next", "that", "every", "each", "one", "a", "another"), "other"
)


@cache
def _weekday_pattern() -> re.Pattern[str]:
    whole, short = "|".join(table("weekdays")), "|".join(short for _, *forms in table("weekdays").values() for short in forms)
    shift = "|".join(sorted(_SHIFTS, key=len, reverse=True))
    dated = rf"(?=[.,]?,?\s(?:\d{{1,2}}\b|(?:{'|'.join(months())})\b))"
    return re.compile(rf"\b(?:(?P<shift>(?i:{shift}))\s)?(?P<day>(?:{whole})\b|(?:{short})\b{dated}\.?)")


def _years(text: str) -> Iterator[Reading]:
    """Yield "in 2016", "the 2008 elections", "2014-18", "the 1990s", "AD 700"; not "killed 2000 people"."""
    for match in _YEAR.finditer(text):
        if match["era"]:
            yield Reading(match.start(), match.end(), period=f"AD {match['era']}")
        elif match["decade"]:
            yield Reading(match.start(), match.end(), period=f"{match['decade']}s")
        elif match["until"]:
            yield Reading(match.start(), match.end(), period=f"{match['since']}-{match['until']}")
        elif match["year"] and _is_year(text, match):
            yield Reading(match.start(), match.end(), year=int(match["year"]))


_YEAR = re.compile(
    r"""(?=[12A])(?<![\w.,$£€¥₹/-])(?:
      A\.?D\.?\s(?P<era>\d{1,4})\b
    | (?P<since>1[5-9]\d\d|20\d\d)[-–/](?P<until>\d{4}|\d\d)\b(?![-–/])
    | (?P<decade>1[5-9]\d0|20\d0)s\b
    | (?P<year>1\d{3}|20\d\d)\b(?![%/]|[.,]\d|-\w|['’]\d)
    )""",
    re.VERBOSE,
)
_SURE_YEAR_CUES = frozenset({"in", "since", "until", "the", "its", "mid", "late", "early", "during", "year"})
_AFTER_AN_AMOUNT = re.compile(r"\s?([A-Za-z]+)")
_FIRST_YEAR_WITHOUT_CUE = 1900


def _is_year(text: str, match: re.Match[str]) -> bool:
    cue = word_before(text, match.start())
    behind = _AFTER_AN_AMOUNT.match(text, match.end())
    noun = behind[1] if behind else ""
    if noun.lower() in _amount_words() or cue in {"than", "least", "most", "over", "nearly", "almost", "some", "about"}:
        return False
    if int(match["year"]) < _FIRST_YEAR_WITHOUT_CUE and cue not in {"in", "since", "until", "from", "to", "and", "the"}:
        return False
    # Figures have commas in most papers: "2013 films" are films of that year, only "2000 homes" may be that many.
    return cue in _SURE_YEAR_CUES or int(match["year"]) % 100 != 0 or not (noun.islower() and is_plural(noun))


@cache
def _amount_words() -> frozenset[str]:
    """Return the words behind a number that make it an amount: "2000 metres", "2000 euros", "2000 people"."""
    forms = {form.lower() for name, (_, _, *forms) in table("units").items() for form in (name, *forms)}
    money = {form.lower() for name, symbols in table("currencies").items() for form in (name, *symbols) if form.isalpha()}
    return frozenset((forms - ONLY_GLUED) | money | set(table("magnitudes")) | words("irregular_plurals"))


def _periods(text: str) -> Iterator[Reading]:
    """Yield quarters and halves of a year, "yesterday", "last week", "year-end"."""
    for match in _PERIOD.finditer(text):
        if match["day"]:
            if not _is_title(text, match):
                yield _day_of_report(text, match)
        elif match["quarter"]:
            kind = "H" if match["kind"].lower() == "half" else "Q"
            yield Reading(*match.span(), period=f"{match['year'].lower()}-{kind}{_ORDINALS[match['quarter'].lower()]}")
        elif match["q"]:
            yield Reading(*match.span(), period=f"{match['q_year']}-{match['q'].upper()}")
        else:
            yield Reading(*match.span(), period=" ".join((match["span"] or "this year").lower().split()))


def _is_title(text: str, match: re.Match[str]) -> bool:
    """Tell "USA Today" from a sentence that begins with the word."""
    return match[0][0].isupper() and text[: match.start()][-2:-1].isalnum()


def _day_of_report(text: str, match: re.Match[str]) -> Reading:
    name = " ".join(match["day"].lower().split())
    if name == "tonight":
        return Reading(*match.span(), period="today", part="night")
    part = name.partition(" ")[2]
    start, end, beside = parts.with_part(text, match)
    return Reading(*match.span(), period=name, part=part) if part else Reading(start, end, period=name, part=beside)


_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "final": 4, "4th": 4}
_PERIOD = re.compile(
    r"""\b(?:
      (?P<quarter>first|second|third|fourth|final|1st|2nd|3rd|4th)[ -](?P<kind>quarter|half)\s(?:of\s)?(?P<year>\d{4}|this\syear|last\syear|next\syear)
    | (?P<q>[QH][1-4])\s(?P<q_year>\d{4})
    | (?P<day>yesterday|today|tonight|tomorrow|(?:last|this)\s(?:night|morning|afternoon|evening))
    | (?P<span>(?:last|this|next)\s(?:week|weekend|month|year))
    | (?P<end>year[- ]end|(?:the\s)?end\sof\sthe\syear)
    )\b(?!-)""",
    re.VERBOSE | re.IGNORECASE,
)


def _clock_times(text: str) -> Iterator[Reading]:
    for clock in clocks(text):
        yield Reading(clock.start, clock.end, clock=clock.minutes, slack=clock.slack, twelve=clock.twelve, zone=clock.zone, lean=clock.lean)


def _parts_alone(text: str) -> Iterator[Reading]:
    for start, end, part in parts.alone(text):
        yield Reading(start, end, part=part)


def _match_minutes(text: str) -> Iterator[Reading]:
    """Yield the minute of a match, below nought from its end: "the 87th minute", "a 12th-minute lead", "on 58 minutes", "with seven minutes left"."""
    for match in _minute_pattern().finditer(text):
        if match["digits"] or match["word"]:
            number = match["digits"] or table("ordinals")[match["word"].lower()][0]
            yield Reading(match.start(), match.end(), minute=int(number))
        elif match["gone"]:
            yield Reading(match.start("gone"), match.end(), minute=number_of(match["gone"]))
        else:
            yield Reading(match.start(), match.end(), minute=-number_of(match["left"]))


@cache
def _minute_pattern() -> re.Pattern[str]:
    count = rf"\d{{1,2}}|{'|'.join(name for name, (value,) in table('numbers').items() if value.isdigit() and 0 < int(value) <= _HALF_TIME)}"
    return re.compile(
        rf"""\b(?:
          (?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{"|".join(table("ordinals"))}))[- ]minute\b
        | on\s(?P<gone>{count})\sminutes(?=[,.;]|\sand\b|\swhen\b|\sto\b|\swith\b)
        | (?P<left>{count})\sminutes\s(?:left|remaining|to\s(?:go|play)|from\s(?:time|full[ -]time|the\send|the\sfinal\swhistle))\b
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


_HALF_TIME = 45


@cache
def _days() -> Mapping[str, int]:
    return {form: int(number) for name, (number, *forms) in table("weekdays").items() for form in (name, *forms)}


@cache
def _readers() -> tuple[tuple[Callable[[str], Iterator[Reading]], frozenset[str]], ...]:
    """Return what reads each sort of time, with the words, marks and digits of which all that it reads has one."""
    of_month = frozenset(form.lower() for form in months())
    of_feast = frozenset(name.lower().split()[0].removesuffix("'s").rstrip(".") for name in table("fixed_days"))
    return (
        (dates, of_month | {"-", "/"}),
        (feasts, of_feast),
        (months_alone, of_month),
        (_seasons, frozenset({"spring", "summer", "autumn", "fall", "winter"})),
        (_weekdays, frozenset(form.lower() for form in _days())),
        (_years, frozenset({"1", "2", "ad", "d"})),
        (_periods, _OF_PERIOD),
        (_clock_times, _OF_CLOCK),
        (_match_minutes, frozenset({"minute", "minutes"})),
        (_parts_alone, _OF_PART),
    )


_OF_PERIOD = frozenset(
    {"yesterday", "today", "tonight", "tomorrow", "night", "morning", "afternoon", "evening", "week", "weekend", "month", "year", "quarter", "half", "q", "h"}
)
_OF_CLOCK = frozenset(
    {":", "am", "pm", "m", "hour", "hours", "hrs", "minute", "minutes", "noon", "midday", "midnight", "clock", "at", "past", "quarter"}
    | {"morning", "afternoon", "evening"}
    | {"bst", "cest", "cet", "cst", "ct", "gmt", "local", "utc"}
)
_OF_PART = frozenset({"dawn", "sunrise", "daybreak", "light", "dusk", "sunset", "nightfall", "morning", "afternoon", "hours"})
