"""The Reviewdog Diagnostic Format, by which reviewdog puts findings into a review on GitHub, GitLab, Bitbucket or Gerrit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crosscheck.render import outline, where
from crosscheck.render.json import dump
from crosscheck.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crosscheck.render.where import Where
    from crosscheck.report import Check, Finding, Report

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(check: Check) -> str:
    """Return the findings that are shown and count as a diagnostic result, each at its place in the copy."""
    paths = where.paths(check)
    found = [_diagnostic(report, finding, paths) for report in check.reports for finding in outline.counted(report)]
    return dump({"source": {"name": "crosscheck"}, "diagnostics": found})


def _diagnostic(report: Report, finding: Finding, paths: Mapping[str, str]) -> dict[str, Any]:
    related = where.related(report, finding)
    return {
        "message": f"{finding.message} ({finding.name})",
        "location": _location(where.here(report, finding), paths),
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.code},
        **({"related_locations": [{"message": place.letter, "location": _location(place, paths)} for place in related]} if related else {}),
    }


def _location(place: Where, paths: Mapping[str, str]) -> dict[str, Any]:
    path = place.article.path
    return {"path": paths[path] or path, "range": {"start": _position(place, place.span.start), "end": _position(place, place.span.end)}}


def _position(place: Where, offset: int) -> dict[str, int]:
    """Return a line and a column, which counts bytes of UTF-8: after "é" comes column 3."""
    line, column = place.article.position(offset)
    before = place.article.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
