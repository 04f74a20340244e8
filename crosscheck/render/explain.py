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

    from rich.console import RenderableType

    from crosscheck.render.page import Page
    from crosscheck.rules.paper import Example
    from crosscheck.rules.rule import Rule


def told(rules: Sequence[Rule], form: str, *, whole: bool) -> RenderableType:
    """Return rules in a format: their whole papers, or the list of them."""
    if form == "json":
        return document(rules, whole=whole)
    if form == "markdown":
        return "\n".join(map(markdown, rules)) if whole else markdown_listing(rules)
    return render(*rules) if whole else listing(rules)


def render(*rules: Rule) -> View:
    """Return the papers of rules, two empty lines between any two, as something that a rich console prints."""
    return View(lambda page: _papers(page, rules))


def listing(rules: Sequence[Rule]) -> View:
    """Return the rules, one a line, as something that a rich console prints."""
    return View(lambda page: _listing(page, rules))


def markdown(rule: Rule) -> str:
    """Return a rule's paper as a section of a Markdown document."""
    found = paper.parse(rule.doc)
    parts = [f"## {rule.code} {rule.name}", f"{found.summary} ({rule.kind}, {rule.severity})", *found.why.splitlines()]
    for title, examples in (("Flagged", found.flagged), ("Not flagged", found.unflagged)):
        if examples:
            parts += [f"{title}:", table(("A", "B"), ((escape(example.a), escape(example.b)) for example in examples))]
    silence = "\n".join(f"- {when}: `{how}`" for when, how in silencing(rule))
    return "\n\n".join((*parts, *found.after.splitlines(), "To silence it:", silence)) + "\n"


def markdown_listing(rules: Sequence[Rule]) -> str:
    """Return the rules as a Markdown table."""
    rows = ((rule.code, rule.name, rule.severity, escape(paper.parse(rule.doc).summary)) for rule in rules)
    return table(("code", "name", "severity", "what was seen"), rows) + "\n"


def plain(rule: Rule) -> str:
    """Return a rule's paper as text without markup, for viewers that know none."""
    found = paper.parse(rule.doc)
    parts = [found.summary, *found.why.splitlines()]
    for title, examples in (("Flagged", found.flagged), ("Not flagged", found.unflagged)):
        parts += [f"{title}:\nA: {example.a}\nB: {example.b}" for example in examples]
    silence = "\n".join(f"{when}: {how}" for when, how in silencing(rule))
    return "\n\n".join((*parts, *found.after.splitlines(), f"To silence it:\n{silence}"))


def document(rules: Iterable[Rule], *, whole: bool) -> str:
    """Return the rules as a JSON document: the whole papers, or what the list says of them."""
    return dump({**contract.header(), "rules": [_listed(rule) | (_whole(rule) if whole else {}) for rule in rules]})


def silencing(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield the ways to silence a finding, and to have a rule find nothing or weigh less: when one would, and what to write."""
    yield "in Markdown or HTML copy", f"<!-- crosscheck: ignore {rule.code} -->"
    yield "in crosscheck-ignore.toml", f'ignore = [{{ code = "{rule.code}", text = "...", reason = "..." }}]'
    yield "for one run", f"--ignore {rule.code}"
    yield "in the settings", f'ignore = ["{rule.code}"]'
    if rule.severity is not Severity.NOTE:
        yield "in the settings, as a note", f'severity.{rule.code} = "note"'


def _listed(rule: Rule) -> dict[str, Any]:
    return {"code": rule.code, "name": rule.name, "kind": str(rule.kind), "severity": str(rule.severity), "summary": paper.parse(rule.doc).summary}


def _whole(rule: Rule) -> dict[str, Any]:
    found = paper.parse(rule.doc)
    return {
        "why": [*found.why.splitlines(), *found.after.splitlines()],
        "flagged": [{"a": example.a, "b": example.b} for example in found.flagged],
        "not_flagged": [{"a": example.a, "b": example.b} for example in found.unflagged],
        "silence": [{"when": when, "how": how} for when, how in silencing(rule)],
    }


def _papers(page: Page, rules: Iterable[Rule]) -> Iterator[Text]:
    for number, rule in enumerate(rules):
        if number:
            yield from (Text(), Text())
        yield from _paper(page, rule)


def _paper(page: Page, rule: Rule) -> Iterator[Text]:
    found = paper.parse(rule.doc)
    yield from page.wrap(
        Text.assemble(page.text(rule.code, "code"), " ", page.text(rule.name, "code"), "  ", page.text(f"{rule.kind}, {rule.severity}", "aside"))
    )
    for paragraph in (found.summary, *found.why.splitlines()):
        yield Text()
        yield from page.wrap(page.text(paragraph))
    yield from _examples(page, "Flagged", found.flagged)
    yield from _examples(page, "Not flagged", found.unflagged)
    for paragraph in found.after.splitlines():
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
