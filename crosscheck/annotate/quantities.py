"""How many and how much: numbers in words and digits as ranges with a unit and what they count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate.times import Time
    from crosscheck.segment import Sentence


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A quantity as written: `value` in `unit`, between `low` and `high`.

    "150,000-plus troops" is value 150000, low 150000, high infinity, unit "", of "troop".
    Units are singular names ("percent", "USD", "metre", "year") in which `value` is written;
    `of` is the stem of the noun counted, "" where there is none.
    """

    value: float
    low: float
    high: float
    unit: str
    of: str


def quantities(sentences: Sequence[Sentence], times: Sequence[Time]) -> tuple[Quantity, ...]:
    """Return the quantities of a report, in order; numbers inside a time are not quantities."""
    raise NotImplementedError
