"""A rule's docstring read as its paper: what was seen, why it matters, examples that are flagged and examples that are not."""

from __future__ import annotations

import inspect
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FLAGGED, UNFLAGGED = "Flagged:", "Not flagged:"


class Example(NamedTuple):
    """Two short reports."""

    a: str
    b: str


class Paper(NamedTuple):
    """A rule explained: a sentence, the reasons, the examples, and what to add after them (how to silence it); "" or () where there is none.

    `why` and `after` are paragraphs, one a line.
    """

    summary: str
    why: str
    flagged: tuple[Example, ...]
    unflagged: tuple[Example, ...]
    after: str


def parse(doc: str) -> Paper:
    """Return the paper that a docstring holds; ValueError where an example is not an `A:` followed by a `B:`."""
    parts: dict[str, list[str]] = {"why": [], FLAGGED: [], UNFLAGGED: [], "after": []}
    part = "why"
    for line in inspect.cleandoc(doc).splitlines():
        if line in (FLAGGED, UNFLAGGED):
            part = line
            continue
        if part in (FLAGGED, UNFLAGGED) and line and not line.startswith(" "):
            part = "after"
        parts[part].append(line)
    summary, *why = _paragraphs(parts["why"])
    return Paper(
        summary=summary,
        why="\n".join(why),
        flagged=tuple(_examples(parts[FLAGGED])),
        unflagged=tuple(_examples(parts[UNFLAGGED])),
        after="\n".join(_paragraphs(parts["after"])),
    )


def _paragraphs(lines: Iterable[str]) -> list[str]:
    return [" ".join(line.strip() for line in group) for filled, group in groupby(lines, key=bool) if filled] or [""]


def _examples(lines: Iterable[str]) -> Iterator[Example]:
    """Yield the examples of a part; a line without a label goes on where the last one stopped."""
    told: list[tuple[str, str]] = []
    for line in filter(None, (line.strip() for line in lines)):
        label, _, words = line.partition(":")
        if label in ("A", "B"):
            told.append((label, words.strip()))
        elif told:
            told[-1] = told[-1][0], f"{told[-1][1]} {line}"
        else:
            raise ValueError(f"an example begins with 'A:', not {line!r}")
    if [label for label, _ in told] != ["A", "B"] * (len(told) // 2):
        raise ValueError(f"examples alternate between 'A:' and 'B:', not {[label for label, _ in told]}")
    for (_, a), (_, b) in zip(told[::2], told[1::2], strict=True):
        yield Example(a, b)
