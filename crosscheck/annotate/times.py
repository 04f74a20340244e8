"""When: weekdays, dates and clock times, resolved against the report's date where it is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from crosscheck.segment import Sentence


@dataclass(frozen=True, slots=True)
class Time(Span):
    """A time as written. `value` is its normal form (ISO 8601 where it has one).

    `first` and `last` bound the days it may mean, both None where the report's date would be needed and is unknown;
    `clock` is minutes since midnight; `weekday` is 0 for Monday; `minute` is the minute of a match.
    """

    value: str
    first: date | None = None
    last: date | None = None
    clock: int | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    minute: int | None = None


def times(sentences: Sequence[Sentence], today: date | None) -> tuple[Time, ...]:
    """Return the times of a report dated `today`, in order."""
    raise NotImplementedError
