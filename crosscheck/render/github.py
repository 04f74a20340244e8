"""GitHub's workflow commands, which a job prints to have findings shown beside the copy in a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck import safe
from crosscheck.render import outline, where
from crosscheck.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crosscheck.render.where import Where
    from crosscheck.report import Check, Finding, Report

MOST = 10
"""How many annotations of a level GitHub shows for a step; it drops the others without a word."""
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(check: Check) -> str:
    """Return the findings that are shown and count as annotations of the copy, gravest first, and what could not be read; nothing where all is well.

    Of a level with more than GitHub shows, the last annotation says how many more there are.
    """
    paths = where.paths(check)
    told: dict[Severity, list[str]] = {severity: [] for severity in Severity}
    problems = dict.fromkeys(problem for pair in check.unread for problem in pair.problems)
    told[Severity.ERROR] += [f"::error title=crosscheck::{_escaped(safe.text(problem))}" for problem in problems]
    for report in check.reports:
        for finding in outline.counted(report):
            told[finding.severity].append(_annotation(report, finding, paths))
    return "".join(f"{line}\n" for severity, lines in told.items() for line in _shown(severity, lines))


def _shown(severity: Severity, lines: Sequence[str]) -> Iterator[str]:
    """Yield the annotations of a level that GitHub shows."""
    fit = MOST if len(lines) <= MOST else MOST - 1
    yield from lines[:fit]
    if rest := lines[fit:]:
        yield f"::{LEVELS[severity]} title=crosscheck::{len(rest)} more {severity}s are in the report: GitHub shows {MOST} annotations of a level"


def _annotation(report: Report, finding: Finding, paths: Mapping[str, str]) -> str:
    place = where.here(report, finding)
    properties = {**_place(place, paths[place.article.path]), "title": safe.text(f"{finding.code} {finding.name}")}
    told = ",".join(f"{key}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items())
    return f"::{LEVELS[finding.severity]} {told}::{_escaped(_message(report, finding))}"


def _place(place: Where, path: str) -> dict[str, str | int]:
    """Return where an annotation stands; GitHub refuses columns on more lines than one, and standard input is no file of the repository."""
    if not path:
        return {}
    columns = {"col": place.column, "endColumn": place.end_column} if place.line == place.end_line else {}
    return {"file": path, "line": place.line, "endLine": place.end_line, **columns}


def _message(report: Report, finding: Finding) -> str:
    """Return what differs, and below it the sentences at issue of both reports."""
    return "\n".join(map(safe.text, (finding.message, *outline.cited(report, finding))))


def _escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
