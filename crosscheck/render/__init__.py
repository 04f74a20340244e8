"""What is printed: pairs of reports in each format, the view of one article, the paper of a rule.

A format is one function from a Check, the pairs compared, to text, or to what a rich console prints; RENDERERS lists them.
"""

from __future__ import annotations

from pkgutil import resolve_name
from typing import TYPE_CHECKING

from crosscheck.report import Check

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import RenderableType

    from crosscheck.report import Report

RENDERERS: Mapping[str, str] = {
    "terminal": "check:render",
    "markdown": "markdown:check",
    "json": "json:render",
    "jsonl": "jsonl:render",
    "concise": "concise:render",
    "github": "github:render",
    "sarif": "sarif:render",
    "junit": "junit:render",
    "rdjson": "rdjson:render",
}
"""What writes any number of pairs in each format, by its module, which is loaded for that format alone."""

IN_FULL: Mapping[str, str] = {
    "terminal": "terminal:render",
    "markdown": "markdown:render",
    "json": "json:render",
    "jsonl": "jsonl:render",
}
"""The same for two reports that were compared by themselves, in the formats that have more to tell of them, or something else."""


def rendered(told: Report | Check, form: str) -> RenderableType:
    """Return a comparison, or a check, in a format."""
    if isinstance(told, Check) or form in IN_FULL:
        return _written(told, (RENDERERS if isinstance(told, Check) else IN_FULL)[form])
    return _written(Check((told,)), RENDERERS[form])


def _written(told: Report | Check, renderer: str) -> RenderableType:
    written: RenderableType = resolve_name(f"{__name__}.{renderer}")(told)
    return written
