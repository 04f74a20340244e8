"""A check for the terminal: the pairs in a table, and below it every finding in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from crosscheck.render import concise, outline
from crosscheck.render.page import STYLES, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.render.page import Page
    from crosscheck.report import Check


def render(check: Check) -> View:
    """Return a check as something that a rich console prints."""
    return View(lambda page: _check(page, check))


def _check(page: Page, check: Check) -> Iterator[Text]:
    yield from page.wrap(page.text(outline.tally(check), "verdict"))
    yield Text()
    yield from _row(page, outline.STANDING, "heading")
    for standing in outline.standings(check):
        yield from _row(page, standing, "plain")
    found = [(report, finding) for report in check.reports for finding in outline.counted(report)]
    if found:
        yield from page.heading("Findings", f"({len(found)})")
        yield Text()
    for report, finding in found:
        yield from page.hang(page.text(page.glyph(finding.severity), "code"), page.text(concise.line(report, finding)), 2)


def _row(page: Page, standing: Sequence[str], style: str) -> list[Text]:
    """Return a row of the table; the name stands last, where it may be as long as a path."""
    result, *numbers, name = standing
    row = "  ".join((result.ljust(_RESULT), *(number.rjust(_NUMBER) for number in numbers)))
    return page.hang(Text(row, STYLES[style]), page.text(name, style), len(row) + len("  "))


_RESULT = len("not read")
_NUMBER = len("Warnings")
