"""Clock times as they are written: "6:40 p.m.", "16:40", "0430 GMT", "half past one", "noon"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator


class Clock(NamedTuple):
    """A clock time in `text[start:end]`: minutes since midnight, give or take `slack`; `twelve` says that it may be 12 hours later.

    `lean` is -1 for "shortly before 10", 1 for "shortly after 10", 0 where it may be either side.
    """

    start: int
    end: int
    minutes: int
    slack: int
    twelve: bool
    zone: str
    lean: int = 0


def clocks(text: str) -> Iterator[Clock]:
    """Yield the clock times of a text, in order."""
    for match in _pattern().finditer(text):
        minutes, twelve = _minutes(match)
        behind = _PART_BEHIND.match(text, match.end())
        half = match["half"] or (behind[1] if behind else "")
        end = behind.end() if behind else match.end()
        if minutes is None or (match["bare"] and not half and not _is_clock(text, match)):
            continue
        if half and twelve:
            minutes, twelve = _with_half(minutes, half.lower()), False
        zone = ""
        if (found := _ZONE_BEHIND.match(text, end)) and (found[1] == "local" or found[1] in words("time_zones")):
            end, zone = found.end(), found[1].removeprefix("local")
        slack, lean = _slack(text, match.start(), minutes)
        yield Clock(match.start(), end, minutes, slack, twelve, zone, lean)


@cache
def _pattern() -> re.Pattern[str]:
    numbers = [name for name, (value,) in table("numbers").items() if 1 <= int(value) <= _NOON_HOUR]
    hour = "|".join(numbers)
    count = "|".join(name for name, (value,) in table("numbers").items() if 1 <= int(value) < _HOUR // 2)
    more = rf"(?!\s(?!(?:{_AFTER_AN_HOUR})\b)\w)"
    return re.compile(
        rf"""(?<![\w.,:/$£€-])(?:
          (?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap](?:m\b|\.\s?m\b\.?))
        | (?P<bare>(?P<bare_hour>[01]?\d|2[0-3]):(?P<bare_minute>[0-5]\d))(?![\w:%])
        | (?P<four>[012]\d\.?[0-5]\d)(?=\s(?:BST|CE?S?T|GMT|UTC|hours?\b|hrs\b|local\stime))
        | (?<=\bat\s)(?P<early>0\d[0-5]\d)\b
        | (?P<off>\d{{1,2}}|{count})\s+minutes?\s+(?P<side>to|before|past|after)\s+(?P<off_hour>noon|midday|midnight|(?:{hour}|\d{{1,2}})\b(?!\s*[-%]){more})
        | (?<=\bat\s)(?P<to>five|ten|twenty(?:-five)?)\s+to\s+(?P<to_hour2>{hour})\b{more}
        | (?P<named>[Nn]oon|[Mm]idday|[Mm]idnight)\b
        | (?P<clock>\d{{1,2}}|{hour})\s+o['’]clock\b
        | (?<=\bat\s)half\s+(?P<half_hour>{hour})\b{more}
        | (?P<past>half|(?:a\s)?quarter|five|ten|twenty(?:-five)?)\s+past\s+(?P<past_hour>{hour}|\d{{1,2}})\b
        | (?:a\s)?quarter\s+to\s+(?P<to_hour>{hour}|\d{{1,2}})\b
        | (?P<day_hour>{hour}|\d{{1,2}})(?=\s+in\s+the\s+(?:morning|afternoon|evening)\b)
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


_NOON_HOUR, _HOUR = 12, 60
_AFTER_AN_HOUR = "after|and|as|at|before|but|for|GMT|in|local|on|that|the|this|to|tomorrow|until|UTC|when|with|yesterday"
"""What may follow an hour and not a count: "at ten to six on Friday"; not "at five to six people"."""
_NAMED = {"noon": 720, "midday": 720, "midnight": 0}
_PAST = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}


def _minutes(match: re.Match[str]) -> tuple[int | None, bool]:
    """Return minutes since midnight (None where there is no such hour) and whether the half of the day is still open."""
    if match["named"]:
        return _NAMED[match["named"].lower()], False
    if four := match["four"] or match["early"]:
        hour, minute = int(four[:2]), int(four[-2:])
        return (hour * _HOUR + minute if hour < 2 * _NOON_HOUR else None), False
    if match["bare"]:
        hour, minute = int(match["bare_hour"]), int(match["bare_minute"])
        return hour * _HOUR + minute, 1 <= hour <= _NOON_HOUR and match["bare_hour"][0] != "0"
    if match["off"]:
        return _off(match)
    if match["past"]:
        hour, minute = number_of(match["past_hour"]), _PAST[" ".join(match["past"].lower().split())]
    elif match["half_hour"]:
        hour, minute = number_of(match["half_hour"]), 30
    elif match["to_hour"]:
        hour, minute = number_of(match["to_hour"]), -15
    elif match["to"]:
        hour, minute = number_of(match["to_hour2"]), -_PAST[match["to"].lower()]
    else:
        hour, minute = number_of(match["hour"] or match["clock"] or match["day_hour"]), int(match["minute"] or 0)
    return (hour % _NOON_HOUR * _HOUR + minute if 1 <= hour <= _NOON_HOUR else None), True


def _off(match: re.Match[str]) -> tuple[int | None, bool]:
    """Return the minutes of "eight minutes to midnight", "20 minutes past four"."""
    count = int(match["off"]) if match["off"].isdigit() else int(table("numbers")[match["off"].lower()][0])
    minutes = -count if match["side"].lower() in {"to", "before"} else count
    if (named := match["off_hour"].lower()) in _NAMED:
        return (_NAMED[named] + minutes) % (2 * _NOON_HOUR * _HOUR), False
    hour = number_of(named)
    return (hour % _NOON_HOUR * _HOUR + minutes if 1 <= hour <= _NOON_HOUR else None), True


def number_of(word: str) -> int:
    """Return the value of an hour or a count in figures or in words."""
    return int(word) if word.isdigit() else int(table("numbers")[word.lower()][0])


def _with_half(minutes: int, half: str) -> int:
    """Return the minutes since midnight of a twelve-hour time in the given half of the day ("p.m.", "evening")."""
    later = half[0] == "p" or half in {"afternoon", "evening", "night"}
    return minutes % 720 + 720 * (later and not (half == "night" and minutes % 720 < _SMALL_HOURS))


_SMALL_HOURS = 5 * _HOUR
_PART_BEHIND = re.compile(r"\s+(?:in\s+the|at)\s+(morning|afternoon|evening|night)\b")
_ZONE_BEHIND = re.compile(r"\s+(?:\(?)([A-Z][A-Za-z]{1,6}|local(?=\stime))(?:\s+(?:[Tt]ime))?\b")
_CUE = re.compile(r"\b(?:at|until|till|by|from|since|before|after|about|around)\s$", re.IGNORECASE)
_APPROXIMATE = re.compile(
    r"\b(?:(?P<about>about|around|approximately|roughly)|(?P<ahead>nearly|almost|just before|shortly before)"
    r"|(?P<past>just after|just past|shortly after|soon after)|before|after)\s$",
    re.IGNORECASE,
)
_BEFORE_OR_AFTER = 60
_SLACK = {60: 30, 30: 20, 15: 15}
"""How many minutes "about" and "just before" allow, by what the hour is rounded to: more of "about nine" than of "about 8.40"."""
_TO_THE_MINUTE = 10
_BEHIND = 24


def _is_clock(text: str, match: re.Match[str]) -> bool:
    """Tell the clock of "at 5:45" and "16:40" from the duration of "ran 2:48"."""
    if int(match["bare_hour"]) > _NOON_HOUR or match["bare_hour"][0] == "0":
        return True
    return _CUE.search(text, max(match.start() - _BEHIND, 0), match.start()) is not None


def _slack(text: str, start: int, minutes: int) -> tuple[int, int]:
    """Return how far off the hour may be and to which side, by the words before it."""
    match = _APPROXIMATE.search(text, max(start - _BEHIND, 0), start)
    if match is None:
        return 0, 0
    near = next((slack for step, slack in _SLACK.items() if minutes % step == 0), _TO_THE_MINUTE)
    return (near if match.lastgroup else _BEFORE_OR_AFTER), {"ahead": -1, "past": 1}.get(match.lastgroup or "", 0)
