"""Which days a time can mean, seen from the date of its report."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.lexicon import words

if TYPE_CHECKING:
    from crosscheck.annotate.reading import Reading


class Days(NamedTuple):
    """The days from `first` to `last` that satisfy `weekday`, `month`, `third` and `day`, and their normal form; `season` is told, not reckoned with.

    `ahead` is by how many years they lie ahead of the report where its date is not known: -1 for "last year".
    """

    name: str
    first: date | None = None
    last: date | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    third: str = ""
    season: str = ""
    ahead: int | None = None


def days(reading: Reading, text: str, today: date | None) -> Days | None:
    """Return the days of a reading in a sentence's `text`, None where there are no such days (Feb. 30)."""
    try:
        return _days(reading, text, today)
    except (ValueError, OverflowError):
        return None


def _days(reading: Reading, text: str, today: date | None) -> Days:
    if reading.period:
        found = _in_year(reading, text, today) if reading.month else _period(reading.period, today)
        return _weekday_in(found, reading.weekday) if reading.weekday is not None and not reading.month else found
    if reading.month:
        return _date(reading, text, today) if reading.day else _month(reading.month, reading.year, today)._replace(third=reading.third)
    if reading.season:
        return _season(reading.season, reading.year, reading.shift, today)
    if reading.year:
        return Days(f"{reading.year:04}", date(reading.year, 1, 1), date(reading.year, 12, 31))
    if reading.weekday is not None:
        return _weekday(reading.weekday, _direction(reading, text), today)
    return Days("")


def _single(day: date) -> Days:
    return Days(day.isoformat(), day, day, day.weekday(), day.month, day.day)


_WEEK_OF = re.compile(r"\bweek\s(?:starting|beginning|commencing|of|from)\s(?:on\s)?(?:the\s)?$")
_BEHIND = 32


def _date(reading: Reading, text: str, today: date | None) -> Days:
    """Return a date; without a year it is the nearest such date, of the given weekday where one is told."""
    month, day = reading.month or 1, reading.day or 1
    if reading.year is None and today is None:
        date(_LEAP_YEAR, month, day)  # no such day, no time
        return Days(f"XXXX-{month:02}-{day:02}", weekday=reading.weekday, month=month, day=day)
    found = date(reading.year, month, day) if reading.year else _nearest(month, day, reading.weekday, today or date.min)
    if _WEEK_OF.search(text, max(reading.start - _BEHIND, 0), reading.start):
        return Days(_week_name(found), found, found + timedelta(6))
    if reading.last_day and reading.last_day > day:
        return Days(found.isoformat(), found, found.replace(day=reading.last_day))
    return _single(found)


_LEAP_YEAR = 2000


def _in_year(reading: Reading, text: str, today: date | None) -> Days:
    """Return a month or a date in the year that is told from the report's own: "March last year"."""
    ahead = _OFFSET[reading.period.partition(" ")[0]]
    plain = reading._replace(period="", year=today.year + ahead if today else None)
    found = _days(plain, text, today)
    return found if today else found._replace(name=found.name.replace("XXXX", "-".join(reading.period.split())), ahead=ahead)


def _nearest(month: int, day: int, weekday: int | None, today: date) -> date:
    years = [year for year in (today.year - 1, today.year, today.year + 1) if day <= monthrange(year, month)[1]]
    near = sorted((date(year, month, day) for year in years), key=lambda found: abs((found - today).days))
    return next((found for found in near if found.weekday() == weekday), near[0]) if near else date(today.year, month, day)


def _month(month: int, year: int | None, today: date | None) -> Days:
    """Return a month; without a year it may be the last or the next of its name, and is named as the nearer."""
    if year is not None:
        return Days(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, monthrange(year, month)[1]), month=month)
    if today is None:
        return Days(f"XXXX-{month:02}", month=month)
    near = _nearest(month, 15, None, today)
    return Days(f"{near.year:04}-{month:02}", today - timedelta(365), today + timedelta(365), month=month)


def _season(code: str, year: int | None, shift: str, today: date | None) -> Days:
    """Return a season, as the year in which it lies: which months it has differs between London and Sydney; a winter has two years."""
    if year is None and (today is None or not shift):
        return Days(f"XXXX-{code}", season=code)
    if year is not None:
        first, last = date(year, 1, 1), date(year, 12, 31)
    else:
        since, until = _SHIFTED[shift]
        first, last = (today or date.min) + timedelta(since), (today or date.min) + timedelta(until)
    if code == "WI":
        first, last = first - timedelta(_WINTER), last + timedelta(_WINTER)
    return Days(f"{year or 'XXXX'}-{code}", first, last, season=code)


_SHIFTED = {"last": (-456, -1), "this": (-270, 270), "next": (1, 456)}
"""From and until how many days from today a season can lie: "last summer" is over, or is last year's while this one lasts."""
_WINTER = 90


def _weekday(weekday: int, direction: str, today: date | None) -> Days:
    """Return a day of the week: of the last six days and today where the clause is past, else that or the next.

    "Troops will stay after the drills on Sunday" shows that a future verb does not make the day one to come; it makes it the likelier.
    """
    if today is None or direction == "other":
        return Days(f"XXXX-WXX-{weekday + 1}", weekday=weekday)
    back, ahead = today - timedelta((today.weekday() - weekday) % 7), today + timedelta((weekday - today.weekday() - 1) % 7 + 1)
    first, last = {
        "past": (back, back),
        "last": (today - timedelta(13), today - timedelta(1)),
        "next": (today + timedelta(1), today + timedelta(13)),
        "week on": (today + timedelta(7), today + timedelta(14)),
    }.get(direction, (back, ahead))
    if first == last:
        return _single(first)
    name = ahead if direction == "future" else first + timedelta((weekday - first.weekday()) % 7)
    return Days(name.isoformat(), first, last, weekday)


_CLAUSE_END = re.compile(r"[;:,()–—“”\"]|--")
_WILL = re.compile(
    r"\b(?:will|shall|won['’]t|(?:is|are|was|were|be) (?:to|due|expected|scheduled|set|likely|going)|due (?:to|on|in)|plans? to|aims? to|hopes? to)\b|['’]ll\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|told|announced|added|reported|confirmed|declared|stated|wrote)\b", re.IGNORECASE)
# Case tells "may" from the month.
_UNSURE = re.compile(r"\b(?:would|could|can|may|might|should|must|to|by|until|till|before|from|if|whether|when|ahead|next)\b")
_WORD = re.compile(r"[A-Za-z]+")
_FEW, _LONGEST_CLAUSE = 2, 240


def _direction(reading: Reading, text: str) -> str:
    """Return "past" or "future" where the clause tells, "" where it does not, or what the words before the weekday say ("last", "next").

    "Officials said on Tuesday that talks will resume on Thursday": Tuesday follows a past form, Thursday a "will" with no report after it.
    """
    if reading.shift:
        return reading.shift
    since, until = max(reading.start - _LONGEST_CLAUSE, 0), reading.end + _LONGEST_CLAUSE
    breaks = [match.end() for match in _CLAUSE_END.finditer(text, since, reading.start)]
    clause = text[breaks[-1] if breaks else since : reading.start]
    if len(_WORD.findall(clause)) <= _FEW:
        # "On Thursday the court will rule": what tells is behind the day.
        end = _CLAUSE_END.search(text, reading.end + 1, until)
        clause += text[reading.end : end.start() if end else until]
    said = [match.end() for match in _SAID.finditer(clause)]
    after = clause[said[-1] :] if said else clause
    if _WILL.search(after):
        return "future"
    if _UNSURE.search(after):
        return ""
    return "past" if said or any(_is_past(word) for word in _WORD.findall(clause)) else ""


def _is_past(word: str) -> bool:
    lower = word.lower()
    return lower in words("irregular_pasts") or lower in {"was", "were", "had", "did"} or (lower.endswith("ed") and word.islower())


def _weekday_in(period: Days, weekday: int) -> Days:
    """Return the weekday of a period: "Monday last week"."""
    if period.first is None or period.last is None:
        return Days(f"XXXX-WXX-{weekday + 1}", weekday=weekday)
    first = period.first + timedelta((weekday - period.first.weekday()) % 7)
    return _single(first) if (period.last - first).days < 7 else Days(first.isoformat(), period.first, period.last, weekday)  # noqa: PLR2004


_HALF_OR_QUARTER = re.compile(r"(\d{4}|(?:this|last|next) year)-([qh])([1-4])", re.IGNORECASE)
_SPAN = re.compile(r"(\d{4})-(\d{2,4})")
_OFFSET = {"last": -1, "this": 0, "next": 1}


def _period(name: str, today: date | None) -> Days:
    """Return the days of a named period: "2025-Q1", "2014-18", "1990s", "AD 700", "yesterday", "last week"."""
    if name.startswith("AD "):
        return _years(int(name[3:]), int(name[3:]), f"{int(name[3:]):04}")
    if name.endswith("0s"):
        return _years(int(name[:-1]), int(name[:-1]) + 9, name[:3])
    if match := _HALF_OR_QUARTER.fullmatch(name):
        return _part_of_year(match[1], match[2].upper(), int(match[3]), today)
    if match := _SPAN.fullmatch(name):
        since, until = int(match[1]), int(match[1][: 4 - len(match[2])] + match[2])
        if since > until:
            raise ValueError(name)
        return _years(since, until, f"{since:04}/{until:04}")
    if today:
        return _relative(name, today)
    which, _, unit = name.partition(" ")
    return Days("-".join(name.split()), ahead=_OFFSET[which] if unit == "year" else None)


def _years(since: int, until: int, name: str) -> Days:
    return Days(name, date(since, 1, 1), date(until, 12, 31))


def _part_of_year(year: str, kind: str, number: int, today: date | None) -> Days:
    if not year.isdigit():
        if today is None:
            return Days(f"XXXX-{kind}{number}")
        year = str(today.year + _OFFSET[year.partition(" ")[0]])
    months = 3 if kind == "Q" else 6
    last = number * months
    return Days(f"{year}-{kind}{number}", date(int(year), last - months + 1, 1), date(int(year), last, monthrange(int(year), last)[1]))


def _relative(name: str, today: date) -> Days:
    which, _, unit = name.partition(" ")
    if not unit or unit in {"night", "morning", "afternoon", "evening"}:
        return _single(today + timedelta({"yesterday": -1, "tomorrow": 1, "last": -1}.get(which, 0)))
    offset = _OFFSET[which]
    if unit == "year":
        return _years(today.year + offset, today.year + offset, f"{today.year + offset:04}")
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + offset, 12)
        return _month(month + 1, year, today)
    monday = today - timedelta(today.weekday()) + timedelta(7 * offset)
    if unit == "weekend":
        return Days(_week_name(monday) + "-WE", monday + timedelta(5), monday + timedelta(6))
    # A Sunday belongs to either week: papers differ on which day begins one.
    return Days(_week_name(monday), monday - timedelta(1), monday + timedelta(6))


def _week_name(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
