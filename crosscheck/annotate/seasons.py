"""Seasons of a year as they are written: "next spring", "the summer of 2025", "the winter of 2021-22"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Season(NamedTuple):
    """A season in `text[start:end]`: its code in TIMEX3 (SP, SU, FA, WI), its year (the later of two, 0 where none is told) and "last", "this" or "next"."""

    start: int
    end: int
    code: str
    year: int
    shift: str


def seasons(text: str) -> Iterator[Season]:
    """Yield the seasons of a text that date something; not "a summer camp", "the Prague Spring" or "a fall in prices"."""
    for match in _SEASON.finditer(text):
        shift, name, year, until = match["shift"] or "", match["name"] or match["name2"], match["year"] or "", match["until"] or ""
        if name == "fall" and not year and not (shift and _ENDS.match(text, match.end())):
            continue
        start = match.start("shift") if shift else match.start("name" if match["name"] else "name2")
        yield Season(start, match.end(), _CODES[name], int(year[: 4 - len(until)] + until) if until else int(year or 0), shift)


_ENDS = re.compile(r"$|[.,;:!?)\]\"”]")  # "last fall." is a season, "last fall in prices" none
_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
# A season dates where its year is told, or behind a preposition with no noun after it: "the winter coat" is a kind of coat.
_SEASON = re.compile(
    r"""\b(?:
      (?P<name>spring|summer|autumn|fall|winter)\s(?:of\s)?(?P<year>(?:19|20)\d\d)(?:[-–/](?P<until>\d{4}|\d\d))?\b(?![-–/]\w)
    | (?:(?P<shift>last|this|next)|(?:in|by|until|till|since|during|through|throughout|before|after|from)(?:\sthe)?)
      \s(?:early\s|late\s|mid-|coming\s|past\s)?(?P<name2>spring|summer|autumn|fall|winter)
      (?=$|[.,;:!?)\]"”—–]|\s?--|\s[—–]
        |\s(?:and|but|or|as|was|were|is|has|had|will|when|while|after|before|because|for|with|to|at|on|that|which|by|if|in|from|under|amid)\b)
    )""",
    re.VERBOSE,
)
