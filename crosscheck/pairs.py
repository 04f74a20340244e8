"""The pairs of reports that a check compares, as the settings name them."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from crosscheck.errors import CrosscheckError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports to compare; either path may be a pattern ("copy/**/*.md") that stands for a pair with each file it matches."""

    name: str
    a: str
    b: str
    label_a: str | None = None
    label_b: str | None = None
    date_a: dt.date | None = None
    date_b: dt.date | None = None

    @property
    def pattern(self) -> str:
        """The path that is a pattern, "" where both name a file."""
        return next((path for path in (self.a, self.b) if "*" in path), "")


def chosen(pairs: Sequence[Pair], names: Sequence[str]) -> tuple[Pair, ...]:
    """Return the pairs of these names, in their own order, all where no name is given; CrosscheckError where no pair has the name."""
    known = dict.fromkeys(pair.name for pair in pairs)
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]}?" if near else "`crosscheck config` lists the pairs"
            raise CrosscheckError(f"no pair is called '{name}': {hint}")
    return tuple(pair for pair in pairs if not names or pair.name in names)
