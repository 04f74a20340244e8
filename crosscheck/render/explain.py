"""A rule's paper for the terminal, as Markdown, JSON and plain text, and the list of all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from crosscheck import contract
from crosscheck.render.json import dump
from crosscheck.render.markdown import escape, table
from crosscheck.render.page import View
from crosscheck.rules import paper
from crosscheck.rules.rule import Severity

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
    parts = [f"## {rule.code} {rule.name}", f"{told.summary} ({rule.kind}, {rule.severity})", *told.why.splitlines()]
    for title, examples in (("Flagged", told.flagged), ("Not flagged", told.unflagged)):
        if examples:
            parts += [f"{title}:", table(("A", "B"), ((escape(example.a), escape(example.b)) for example in examples))]
    silence = "\n".join(f"- {when}: `{how}`" for when, how in silencing(rule))
    return "\n\n".join((*parts, *told.after.splitlines(), "To silence it:", silence)) + "\n"


def markdown_listing(rules: Sequence[Rule]) -> str:
    """Return the rules as a Markdown table."""
    rows = ((rule.code, rule.name, rule.severity, escape(paper.parse(rule.doc).summary)) for rule in rules)
    return table(("code", "name", "severity", "what was seen"), rows) + "\n"


def plain(rule: Rule) -> str:
    """Return a rule's paper as text without markup, for viewers that know none."""
    told = paper.parse(rule.doc)
    parts = [told.summary, *told.why.splitlines()]
    for title, examples in (("Flagged", told.flagged), ("Not flagged", told.unflagged)):
        parts += [f"{title}:\nA: {example.a}\nB: {example.b}" for example in examples]
    silence = "\n".join(f"{when}: {how}" for when, how in silencing(rule))
    return "\n\n".join((*parts, *told.after.splitlines(), f"To silence it:\n{silence}"))


def document(rules: Iterable[Rule], *, whole: bool) -> str:
    """Return the rules as a JSON document: the whole papers, or what the list says of them."""
    return dump({**contract.header(), "rules": [_listed(rule) | (_told(rule) if whole else {}) for rule in rules]})


def silencing(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield the ways to have a rule find nothing, or weigh less: when one would, and what to write."""
    yield "for one run", f"--ignore {rule.code}"
    yield "in the settings", f'ignore = ["{rule.code}"]'
    if rule.severity is not Severity.NOTE:
        yield "in the settings, as a note", f'severity.{rule.code} = "note"'


def _listed(rule: Rule) -> dict[str, Any]:
    return {"code": rule.code, "name": rule.name, "kind": str(rule.kind), "severity": str(rule.severity), "summary": paper.parse(rule.doc).summary}


def _told(rule: Rule) -> dict[str, Any]:
    told = paper.parse(rule.doc)
    return {
        "why": [*told.why.splitlines(), *told.after.splitlines()],
        "flagged": [{"a": example.a, "b": example.b} for example in told.flagged],
        "not_flagged": [{"a": example.a, "b": example.b} for example in told.unflagged],
        "silence": [{"when": when, "how": how} for when, how in silencing(rule)],
    }


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
    yield from (Text(), *page.wrap(page.text("To silence it", "heading")), Text())
    for when, how in silencing(rule):
        yield from page.hang(Text.assemble("  ", page.text(f"{when}:")), page.text(how, "code"), _HOW)


_HOW = len("  in the settings, as a note:  ")


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
