"""A rule's paper for the terminal and as Markdown, and the list of all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from crosscheck.render.markdown import escape, table
from crosscheck.render.page import View
from crosscheck.rules import paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosscheck.render.page import Page
    from crosscheck.rules.paper import Example
    from crosscheck.rules.rule import Rule


def render(rule: Rule) -> View:
    """Return a rule's paper as something that a rich console prints."""
    return View(lambda page: _paper(page, rule))


def listing(rules: Sequence[Rule]) -> View:
    """Return the rules, one a line, as something that a rich console prints."""
    return View(lambda page: _listing(page, rules))


def markdown(rule: Rule) -> str:
    """Return a rule's paper as a section of a Markdown document."""
    told = paper.parse(rule.doc)
    parts = [f"### {rule.code} {rule.name}", f"{told.summary} ({rule.kind}, {rule.severity})", *told.why.splitlines()]
    for title, examples in (("Flagged", told.flagged), ("Not flagged", told.unflagged)):
        if examples:
            parts += [f"{title}:", table(("A", "B"), ((escape(example.a), escape(example.b)) for example in examples))]
    return "\n\n".join((*parts, *told.after.splitlines())) + "\n"


def _paper(page: Page, rule: Rule) -> Iterator[Text]:
    told = paper.parse(rule.doc)
    yield from page.wrap(
        Text.assemble(page.text(rule.code, "code"), " ", page.text(rule.name, "code"), "  ", page.text(f"{rule.kind}, {rule.severity}", "aside"))
    )
    for paragraph in (told.summary, *told.why.splitlines()):
        yield Text()
        yield from page.wrap(page.text(paragraph))
    yield from _examples(page, "Flagged", told.flagged)
    yield from _examples(page, "Not flagged", told.unflagged)
    for paragraph in told.after.splitlines():
        yield Text()
        yield from page.wrap(page.text(paragraph))


def _examples(page: Page, title: str, examples: Iterable[Example]) -> Iterator[Text]:
    for number, example in enumerate(examples):
        yield Text()
        if number == 0:
            yield from page.wrap(page.text(title, "heading"))
            yield Text()
        yield from page.hang(Text.assemble("  ", page.text("A", "A")), page.text(example.a), 5)
        yield from page.hang(Text.assemble("  ", page.text("B", "B")), page.text(example.b), 5)


def _listing(page: Page, rules: Sequence[Rule]) -> Iterator[Text]:
    names = max((len(rule.name) for rule in rules), default=0)
    indent = len("NUM001 ") + names + len(" warning  ")
    for rule in rules:
        title = Text.assemble(page.text(rule.code, "code"), " ", rule.name.ljust(names), " ", page.text(rule.severity, "aside"))
        yield from page.hang(title, page.text(paper.parse(rule.doc).summary), indent)
