"""The formats a report can be printed in: each is one function from a Report to text, or to what a rich console prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.render import json, markdown, terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rich.console import RenderableType

    from crosscheck.report import Report

RENDERERS: Mapping[str, Callable[[Report], RenderableType]] = {
    "terminal": terminal.render,
    "markdown": markdown.render,
    "json": json.render,
}
