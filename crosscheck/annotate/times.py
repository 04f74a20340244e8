"""When: weekdays, dates and clock times, resolved against the report's date where it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from crosscheck.annotate.days import Days, days
from crosscheck.annotate.readings import readings
from crosscheck.annotate.sequels import sequels
from crosscheck.spans import Span, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.segment import Sentence


@dataclass(frozen=True, slots=True)
class Time(Span):
    """A time as written. `value` is its normal form (ISO 8601 where it has one).

    A time is a set of days: those from `first` to `last` that fall on `weekday` (0 for Monday), in `month`, on `day` of the month, where
    these are set. `first` and `last` are both None where the report's date would be needed and is unknown. A weekday of which the report
    does not say whether it is past or to come runs over both.
    `clock` is minutes since midnight, give or take `slack`, to the one side of it that `lean` tells (-1 before it, 1 after it); `twelve` says
    that it may be 12 hours later ("at 5:45"); `zone` is its time zone, "" where none is named; `part` is its part of the day ("early",
    "dawn", "mid-afternoon"). `minute` is the minute of a match, below nought where it tells how many are left. `third` is the third of a
    month ("early", "mid", "late"), `season` a season by its code (SP, SU, FA, WI). `ahead` is by how many years it lies ahead of the report
    where its date is not known: -1 for "last year", "March last year".

    `value` in the forms of TIMEX3 (ISO-TimeML): "2023-10-16", "2021-12", "2021", "2025-Q1", "2023-W42", "199" for a decade, "T16:40",
    "2023-10-16T16:40", "2023-10-14TNI" (MO, AF, EV, NI for the part of the day); X for what is not known: "XXXX-10-16", "XXXX-WXX-1" for
    a Monday; "minute-87"; an unresolved "yesterday" is "yesterday". Of two possible days it is the likelier.
    """

    value: str
    first: date | None = None
    last: date | None = None
    clock: int | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    minute: int | None = None
    part: str = ""
    slack: int = 0
    twelve: bool = False
    zone: str = ""
    lean: int = 0
    third: str = ""
    season: str = ""
    ahead: int | None = None


def times(sentences: Sequence[Sentence], today: date | None) -> tuple[Time, ...]:
    """Return the times of a report dated `today`, in order."""
    return tuple(time for sentence in sentences for time in _with_sequels(sentence, tuple(_in_sentence(sentence, today))))


def may_agree(x: Time, y: Time) -> bool | None:
    """Say whether two times can be the same.

    True where some day, and hour if both tell one, satisfies both: Sunday and Feb. 20 of a report whose date makes that a Sunday, 2021
    and December 2021, 5 a.m. and five o'clock. False where none can: Saturday and Sunday, Friday and Thursday 17 September, 6:40 p.m. and
    16:40. None where that cannot be known: a clock against a year, Sunday against Feb. 20 of an unknown year, "Saturday night" against
    "early Sunday", clocks of different time zones.
    """
    if x.minute is not None or y.minute is not None:
        return None if x.minute is None or y.minute is None else _minutes_meet(x.minute, y.minute)
    hours = _hours_meet(x, y)
    if not (_tells_days(x) and _tells_days(y)):
        return hours
    same = _days_meet(x, y)
    if same is False:
        if _is_midnight(x) and _is_midnight(y):
            return False  # of whatever night each paper takes it to be, two nights differ
        return None if _hours_meet(x, y, later=_days_between(x, y)) else False
    return False if hours is False else same


def _minutes_meet(x: int, y: int) -> bool:
    """Say whether two minutes of a match can be one: the 58th is no minute with seven left, since no match lasts 65."""
    if x < 0 < y or y < 0 < x:
        return any(abs(abs(x) + abs(y) - last) <= 1 for last in _LASTING)
    return x == y


_LASTING = (40, 48, 60, 70, 80, 90, 120)
"""How many minutes a match lasts in one sport or another: basketball, hockey, rugby, football with and without extra time."""


def _is_midnight(time: Time) -> bool:
    return time.clock == 0 and "midnight" in time.text.casefold()


def _tells_days(time: Time) -> bool:
    return not time.value.startswith("T")


def _days_meet(x: Time, y: Time) -> bool | None:
    """Say whether some day is one of both; None where it takes the date of a report to tell."""
    if x.season or y.season:
        return _seasons_meet(x, y)
    if x.weekday is not None and y.weekday is not None and x.weekday != y.weekday:
        return False
    told = [(mine, theirs) for mine, theirs in zip(_fields(x), _fields(y), strict=True) if mine is not None and theirs is not None]
    if x.first is None or x.last is None or y.first is None or y.last is None:
        if any(mine != theirs for mine, theirs in told) or not set(_days_of_month(x)) & set(_days_of_month(y)) or _never_meet(x, y) or _never_meet(y, x):
            return False
        # "Oct. 16" of any year can be Oct. 16, 2023: all that it says is met.
        asked = [sum(field is not None for field in _fields(time)) for time in (x, y) if time.first is None]
        return True if told and len(told) in asked else None
    return any(_falls_on(x, day) and _falls_on(y, day) for day in _calendar(max(x.first, y.first), min(x.last, y.last)))


def _seasons_meet(x: Time, y: Time) -> bool | None:
    """Say whether two seasons, or a season and other days, can be the same; None where it takes the hemisphere to tell, or a year that is not told."""
    if x.season and y.season and x.season != y.season:
        return False
    if x.first is None or x.last is None or y.first is None or y.last is None:
        return True if x.season == y.season else None
    if x.first > y.last or y.first > x.last:
        return False
    return True if x.season == y.season or _is_year(x) or _is_year(y) else None


def _is_year(time: Time) -> bool:
    return time.value.isdigit()


def _never_meet(open_: Time, known: Time) -> bool:
    """Say whether a time of an unknown year can be no day of a known one: "November" in the first quarter of 2025, "Monday" on 12 March 2024."""
    if open_.first is not None or known.first is None or known.last is None or all(field is None for field in _fields(open_)):
        return False
    return not any(_falls_on(open_, day) and _falls_on(known, day) for day in _calendar(known.first, known.last))


def _fields(time: Time) -> tuple[int | None, ...]:
    return time.weekday, time.month, time.day, time.ahead


def _falls_on(time: Time, day: date) -> bool:
    return time.weekday in {None, day.weekday()} and time.month in {None, day.month} and day.day in _days_of_month(time)


def _days_of_month(time: Time) -> range:
    return range(time.day, time.day + 1) if time.day else _THIRDS[time.third]


_THIRDS = {"": range(1, 32), "early": range(1, 14), "mid": range(8, 24), "late": range(18, 32)}
"""The days of a month that a third of it can mean, with what writers allow themselves."""


def _calendar(first: date, last: date) -> Iterator[date]:
    for count in range((last - first).days + 1):
        yield first + timedelta(count)


def _days_between(x: Time, y: Time) -> int:
    """Return 1 where `y` is the day after `x`, -1 where it is the day before, 0 where they are further apart."""
    if x.first and y.first and x.first == x.last and y.first == y.last:
        apart = (y.first - x.first).days
    elif x.weekday is not None and y.weekday is not None:
        apart = (y.weekday - x.weekday + 3) % 7 - 3
    else:
        return 0
    return apart if abs(apart) == 1 else 0


_DAY, _HALF_DAY = 1440, 720
# The hours that a part of the day can mean; the night of a Saturday runs into Sunday.
_PARTS = {
    "early": (0, 600),
    "dawn": (180, 540),
    "morning": (0, 720),
    "mid-morning": (510, 720),
    "afternoon": (720, 1110),
    "mid-afternoon": (780, 1050),
    "dusk": (930, 1350),
    "evening": (960, 1440),
    "late": (960, 1560),
    "night": (1020, 1800),
}


def _hours_meet(x: Time, y: Time, *, later: int | None = None) -> bool | None:
    """Say whether the hours told can be the same; None where one tells none. `later` compares across midnight: `y` so many days later."""
    if x.lean * y.lean < 0 and x.clock is not None and y.clock is not None and x.clock % _HALF_DAY == y.clock % _HALF_DAY:
        return None if later is None and x.zone != y.zone else False  # "shortly before 10", "shortly after 10"
    if later and x.clock is None and y.clock is None and {x.part, y.part} in _NIGHT_AND_MORNING:
        return False
    mine, theirs = _hours(x), _hours(y)
    if not mine or not theirs or later == 0:
        return None if later is None else False
    shift = (later or 0) * _DAY
    meet = any(start <= until + shift and since + shift <= end for start, end in mine for since, until in theirs)
    return None if not meet and x.zone != y.zone else meet


# "Sunday night" may run into the small hours, but nobody calls these "Monday morning" without an "early".
_NIGHT_AND_MORNING = ({"night", "morning"}, {"evening", "morning"})


def _hours(time: Time) -> tuple[tuple[int, int], ...]:
    """Return the stretches of minutes since midnight in which the time can lie, none where it tells no hour."""
    if time.clock is None:
        return (_PARTS[time.part],) if time.part else ()
    clocks = (time.clock, time.clock + _HALF_DAY) if time.twelve else (time.clock, _DAY) if time.clock == 0 else (time.clock,)
    return tuple((clock - time.slack * (time.lean <= 0), clock + time.slack * (time.lean >= 0)) for clock in clocks)


def _in_sentence(sentence: Sentence, today: date | None) -> Iterator[Time]:
    text, places = squeezed(sentence.text)
    for reading in readings(text, sentence.lows):
        start, end = places[reading.start], places[reading.end - 1] + 1
        told = days(reading, text, today)
        if told is None:
            continue
        clock, twelve = reading.clock, reading.twelve
        if clock is not None and twelve and reading.part:
            clock, twelve = _in_part(clock, reading.part), False
        yield Time(
            sentence.start + start,
            sentence.start + end,
            sentence.text[start:end],
            value=_value(told, clock, reading.part, reading.minute, twelve=twelve),
            first=told.first,
            last=told.last,
            clock=clock,
            weekday=told.weekday,
            month=told.month,
            day=told.day,
            minute=reading.minute,
            part=reading.part,
            slack=reading.slack,
            twelve=twelve,
            zone=reading.zone,
            lean=reading.lean,
            third=told.third,
            season=told.season,
            ahead=told.ahead,
        )


def _with_sequels(sentence: Sentence, told: tuple[Time, ...]) -> Iterator[Time]:
    """Yield the times of a sentence with the days that it tells by one of them: "noticed it on May 6 and closed [two days later]"."""
    text, places = squeezed(sentence.text) if told else ("", ())
    found = []
    for sequel in sequels(text):
        start, end = sentence.start + places[sequel.start], sentence.start + places[sequel.end - 1] + 1
        base = next((time for time in reversed(told) if time.end <= start and (time.weekday is not None or time.day) and not time.third), None)
        if base and not any(time.start < end and start < time.end for time in told):
            found.append(_moved(base, Span.of(sentence.text, start - sentence.start, end - sentence.start), sentence.start, sequel.days))
    yield from sorted((*told, *found), key=lambda time: time.start) if found else told


def _moved(base: Time, words: Span, offset: int, count: int) -> Time:
    """Return the day so many days after another; where the year is not known, the month and the day of any year."""
    start, end = offset + words.start, offset + words.end
    step = timedelta(count)
    weekday = None if base.weekday is None else (base.weekday + count) % 7
    if base.first and base.first == base.last:
        day = base.first + step
        return Time(start, end, words.text, day.isoformat(), day, day, weekday=day.weekday(), month=day.month, day=day.day)
    if base.month and base.day:
        day = date(_ANY_YEAR, base.month, base.day) + step
        return Time(start, end, words.text, f"XXXX-{day.month:02}-{day.day:02}", weekday=weekday, month=day.month, day=day.day)
    first, last = (side and side + step for side in (base.first, base.last))
    return Time(start, end, words.text, f"XXXX-WXX-{(weekday or 0) + 1}", first, last, weekday=weekday)


_ANY_YEAR = 2001
"""A year without a 29 February, which is told with its year mostly."""


def _in_part(clock: int, part: str) -> int:
    """Return a twelve-hour clock in its part of the day: "a quarter past three on Thursday morning"."""
    since, until = _PARTS[part]
    return clock if since <= clock <= until else clock + _HALF_DAY


_CODES = {
    "early": "TMO",
    "dawn": "TMO",
    "morning": "TMO",
    "mid-morning": "TMO",
    "afternoon": "TAF",
    "mid-afternoon": "TAF",
    "dusk": "TEV",
    "evening": "TEV",
    "late": "TEV",
    "night": "TNI",
}


def _value(told: Days, clock: int | None, part: str, minute: int | None, *, twelve: bool) -> str:
    if minute is not None:
        return f"minute-{minute}" if minute >= 0 else f"minute-left-{-minute}"
    if clock is None:
        return told.name + _CODES.get(part, "")
    return f"{told.name}T{'XX' if twelve else f'{clock // 60:02}'}:{clock % 60:02}"
