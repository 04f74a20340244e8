"""Parts of the day as they are written: "early Sunday", "Saturday night", "at dawn"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def with_part(text: str, match: re.Match[str]) -> tuple[int, int, str]:
    """Return where a day begins and ends with the part of it that is named before or behind ("early Sunday", "Saturday night"), and that part.

    The part is "" where none is named, "early" for "the small hours of Sunday".
    """
    start, end = match.span()
    before = _PART_BEFORE.search(text, max(start - _LONG_BEHIND, 0), start)
    behind = _PART_BEHIND.match(text, end)
    named = behind[1] if behind else before[1] if before else ""
    return before.start() if before else start, behind.end() if behind else end, _PART_NAMES.get(" ".join(named.lower().split()), named.lower())


_LONG_BEHIND = 36
_PART_BEHIND = re.compile(r"\s(morning|afternoon|evening|night)\b")
_PART_BEFORE = re.compile(
    r"\b(early|late|morning|(?<!-)afternoon|evening|night|(?:early|small) hours|(?:before )?(?:dawn|sunrise|daybreak)|dusk|sunset|nightfall"
    r"|mid-(?:morning|afternoon))\s(?:(?:of|on)\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_PART_NAMES = {
    "early hours": "early",
    "small hours": "early",
    "before dawn": "early",
    "before sunrise": "early",
    "before daybreak": "early",
    "sunrise": "dawn",
    "daybreak": "dawn",
    "first light": "dawn",
    "sunset": "dusk",
    "nightfall": "dusk",
    "middle of the morning": "mid-morning",
    "middle of the afternoon": "mid-afternoon",
}


def alone(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the part of a day that nothing else tells: "at dawn", "in mid-afternoon", "before daybreak"; not "the dawn of a new age"."""
    for match in _PART_ALONE.finditer(text):
        name = " ".join(match["part"].lower().split())
        yield match.start("part"), match.end("part"), _PART_NAMES.get(name, name)


_PART_ALONE = re.compile(
    r"""\b(?:
      (?P<part>before\s(?:dawn|sunrise|daybreak)
    | (?<=\bat\s)(?:dawn|sunrise|daybreak|first\slight|dusk|sunset|nightfall)
    | (?<=\bby\s)(?:dawn|sunrise|daybreak|first\slight|dusk|sunset|nightfall)
    | mid-(?:morning|afternoon)
    | (?<=\bthe\s)(?:middle\sof\sthe\s(?:morning|afternoon)|(?:early|small)\shours))
    )\b(?!\s(?:of\sa|prayers?|raids?|attacks?)\b|-)""",
    re.VERBOSE | re.IGNORECASE,
)
