"""What is printed: a report in each of its formats, the view of one article, the paper of a rule.

A format is one function from a Report to text, or to what a rich console prints; RENDERERS lists them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.render import explain, inspect, json, markdown, terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rich.console import RenderableType

    from crosscheck.report import Report

__all__ = ["RENDERERS", "explain", "inspect", "json", "markdown", "terminal"]

RENDERERS: Mapping[str, Callable[[Report], RenderableType]] = {
    "terminal": terminal.render,
    "markdown": markdown.render,
    "json": json.render,
}
