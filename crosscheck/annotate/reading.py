"""What a stretch of text says of a time, before a report's date tells which days that is."""

from __future__ import annotations

from typing import NamedTuple


class Reading(NamedTuple):
    """What a stretch `text[start:end]` says of a time; what it does not say is None.

    `period` is a time that resolves by itself (a quarter, a decade) or against the report's date ("last week"), by its name.
    `shift` is what stands before a weekday or a season and moves it: "last", "next", "this", "week on", "other" ("the following Monday").
    `season` is its code in TIMEX3: SP, SU, FA, WI; `third` is the third of a month: "early", "mid", "late".
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    shift: str = ""
    period: str = ""
    season: str = ""
    third: str = ""
    part: str = ""
    clock: int | None = None
    slack: int = 0
    twelve: bool = False
    zone: str = ""
    lean: int = 0
    minute: int | None = None

    @property
    def has_date(self) -> bool:
        """Say whether it tells a day, a month, a season, a year or a period."""
        return any((self.year, self.month, self.season, self.period))
