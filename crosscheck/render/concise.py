"""A finding a line, as compilers and linters tell theirs: `path:line:column: severity[CODE] message (other path:line:column)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck import safe
from crosscheck.render import outline

if TYPE_CHECKING:
    from crosscheck.render.outline import Letter
    from crosscheck.report import Check, Finding, Report


def render(check: Check) -> str:
    """Return the findings that are shown and count, pair by pair, gravest first; nothing where there are none."""
    return "".join(f"{line(report, finding)}\n" for report in check.reports for finding in outline.counted(report))


def line(report: Report, finding: Finding) -> str:
    """Return a finding in a line, at its place in the copy."""
    here = outline.anchor(finding)
    there = f" ({_place(report, finding, 'A')})" if here == "B" and finding.a else ""
    return safe.text(f"{_place(report, finding, here)}: {finding.severity}[{finding.code}] {finding.message}{there}")


def _place(report: Report, finding: Finding, letter: Letter) -> str:
    article = outline.side(report, letter).article
    place = article.locate(outline.evidence(finding, letter)[0])
    return f"{article.path}:{place['line']}:{place['column']}"
