"""What somebody is sentenced to in the one report and in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.document import touching

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate import Document
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.rewordings import Rewording
    from crosscheck.segment import Token
    from crosscheck.spans import Span

KEPT = 0.75
"""From this share of words in common on, what stands in the place of a punishment is one."""


def other_punishment(comparison: Comparison, rewording: Rewording) -> tuple[Span, Span] | None:
    """Return what somebody is sentenced to where it is not in both a time: "life" and "two years", "death" and "life"."""
    if rewording.kept < KEPT or _SENTENCED.isdisjoint(token.text.casefold() for token in rewording.one.tokens):
        return None
    mine, theirs = _punishment(comparison.a, rewording.a), _punishment(comparison.b, rewording.b)
    if not mine or not theirs or not {mine.text.casefold(), theirs.text.casefold()} & _WHOLE:
        return None
    return mine, theirs


_SENTENCED = frozenset({"condemned", "imprisonment", "jail", "jailed", "prison", "sentence", "sentenced"})
_WHOLE = frozenset({"life", "death"})


def _punishment(document: Document, place: Sequence[Token]) -> Span | None:
    """Return the "life" or the time that is all of a place."""
    if len(place) == 1 and place[0].text.casefold() in _WHOLE:
        return place[0]
    times = touching(document.quantities, place[0]) if place else ()
    return next((time for time in times if time.unit in _UNITS and time.end >= place[-1].end), None)


_UNITS = frozenset({"day", "hour", "month", "week", "year"})
