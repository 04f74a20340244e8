"""What is printed: pairs of reports in each format, the view of one article, the paper of a rule.

A format is one function from a Check, the pairs compared, to text, or to what a rich console prints; RENDERERS lists them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.render import check, concise, explain, github, inspect, json, jsonl, junit, markdown, rdjson, sarif, settings, terminal
from crosscheck.report import Check

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rich.console import RenderableType

    from crosscheck.report import Report

__all__ = ["RENDERERS", "explain", "inspect", "json", "rendered", "settings"]

RENDERERS: Mapping[str, Callable[[Check], RenderableType]] = {
    "terminal": check.render,
    "markdown": markdown.check,
    "json": json.render,
    "jsonl": jsonl.render,
    "concise": concise.render,
    "github": github.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "rdjson": rdjson.render,
}
"""Every format, for any number of pairs."""

IN_FULL: Mapping[str, Callable[[Report], RenderableType]] = {
    "terminal": terminal.render,
    "markdown": markdown.render,
    "json": json.render,
    "jsonl": jsonl.render,
}
"""The formats that have more to tell, or something else, of two reports that were compared by themselves."""


def rendered(told: Report | Check, form: str) -> RenderableType:
    """Return a comparison, or a check, in a format."""
    if isinstance(told, Check):
        return RENDERERS[form](told)
    return IN_FULL[form](told) if form in IN_FULL else RENDERERS[form](Check((told,)))
