"""Where findings stand as machine formats tell it: paths from the top of the repository, the line and column of both ends."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.fingerprint import TOPS
from crosscheck.read import STDIN
from crosscheck.render import outline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crosscheck.read import Article
    from crosscheck.render.outline import Letter
    from crosscheck.report import Check, Finding, Report
    from crosscheck.spans import Span


@dataclass(frozen=True, slots=True)
class Where:
    """A stretch of a report: its lines and columns count from 1, columns in code points; the end is exclusive."""

    letter: Letter
    article: Article
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int


def here(report: Report, finding: Finding) -> Where:
    """Return the place of a finding where a format has one for it."""
    return _of(report, finding, outline.anchor(finding))[0]


def related(report: Report, finding: Finding) -> tuple[Where, ...]:
    """Return the other places of a finding: those in the other report, then those in the same one."""
    first = outline.anchor(finding)
    return (*_of(report, finding, "A" if first == "B" else "B"), *_of(report, finding, first)[1:])


def paths(check: Check) -> Mapping[str, str]:
    """Return the reports' paths, each with what it is from the top of the repository, by slashes; one outside it is absolute, standard input ""."""
    top = _top()
    given = dict.fromkeys(side.article.path for report in check.reports for side in (report.a, report.b))
    return {path: "" if path == STDIN else _from(top, path) for path in given}


def _of(report: Report, finding: Finding, letter: Letter) -> tuple[Where, ...]:
    return tuple(_where(outline.side(report, letter).article, letter, span) for span in outline.evidence(finding, letter))


def _where(article: Article, letter: Letter, span: Span) -> Where:
    (line, column), (end_line, end_column) = article.position(span.start), article.position(span.end)
    return Where(letter, article, span, line, column, end_line, end_column)


def _top() -> Path:
    """Return the folder from which GitHub and others name files: that of the job, or of the repository, or else the current one."""
    current = Path.cwd()
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if workspace and current.is_relative_to(workspace):
        return Path(workspace)
    return next((folder for folder in (current, *current.parents) if any((folder / mark).exists() for mark in TOPS)), current)


def _from(top: Path, path: str) -> str:
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - a link is named as it is, not as what it leads to
    return (whole.relative_to(top) if whole.is_relative_to(top) else whole).as_posix()
