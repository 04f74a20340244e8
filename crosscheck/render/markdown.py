"""The report as GitHub-flavoured Markdown: a fact-checker's table of claims, what each report says, and the status."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crosscheck import safe
from crosscheck.render import outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosscheck.render.outline import Letter, Match
    from crosscheck.report import Check, Finding, Report, Side
    from crosscheck.spans import Span

# What Markdown, GitHub's mathematics ($) and its table cells (|) would read as their own; "://" and "www." would become links.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$&]|:(?=//)|(?<=www)\.|#(?!\w)")
# A backslash does not keep GitHub from notifying @name or linking #123 and GH-123, since it looks for them in the finished page; an element between does.
_PINGING = re.compile(r"[@#](?=\w)|(?i:\bGH)(?=-\d)")


def render(report: Report) -> str:
    """Return the report as a Markdown document."""
    return "\n\n".join(_sections(report, "#")) + "\n"


def check(done: Check) -> str:
    """Return a check as a Markdown document: a table of the pairs, and a section on each."""
    rows = (map(escape, row) for row in outline.standings(done))
    sections = (section for report in done.reports for section in _sections(report, "##"))
    return "\n\n".join((f"# {escape(outline.tally(done))}", table(outline.STANDING, rows), *sections)) + "\n"


def escape(words: str) -> str:
    """Return words of any origin as Markdown that shows them as they are, on one line."""
    return _PINGING.sub(r"<span>\g<0></span>", _SPECIAL.sub(r"\\\g<0>", safe.text(words)))


def table(titles: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table of cells that are Markdown already."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (titles, ("---",) * len(titles), *rows))


def _sections(report: Report, level: str) -> Iterator[str]:
    """Yield the title of a report, at a level of headings, and its sections, one below that."""
    verdict = outline.VERDICTS[report.verdict]
    name = f"{escape(report.name)}: " if report.name else ""
    yield f"{level} {name}{escape(report.a.article.label)} and {escape(report.b.article.label)}"
    yield f"**{verdict}**{outline.summary(report).removeprefix(verdict)}; {outline.coverage(report)}"
    yield "\n".join(_legend(letter, outline.side(report, letter)) for letter in outline.LETTERS)
    if found := outline.differences(report):
        yield f"{level}# Differences"
        yield table(("Claim", "A", "B", "Status"), (_difference(report, finding) for finding in found))
    if matches := outline.matches(report, outline.unquoted(report, outline.passages(report))):
        yield f"{level}# In both"
        yield table(("A", "B", "Status"), (_match(report, match) for match in matches))
    for letter in outline.LETTERS:
        if additions := outline.additions(report, letter):
            yield f"{level}# Only in {letter}{''.join(f', {code}' for code in outline.codes(additions))}"
            yield "\n".join(_addition(outline.side(report, letter), addition) for addition in additions)
    if aside := [(outline.side(report, letter), sentence) for letter in outline.LETTERS for sentence in outline.set_aside(report, letter)]:
        yield f"{level}# Set aside"
        yield "\n".join(f"- {_place(here, sentence)} *{sentence.role}*: {escape(sentence.text)}" for here, sentence in aside)


def _legend(letter: Letter, here: Side) -> str:
    article = here.article
    path = f", {_code(article.path)}" if article.path != article.label else ""
    date = f", {article.date.isoformat()}" if article.date else ""
    return f"- **{letter}**: {escape(article.label)}{path}{date}"


def _difference(report: Report, finding: Finding) -> tuple[str, ...]:
    return escape(finding.message), _quotations(report.a, finding.a), _quotations(report.b, finding.b), _status(finding)


def _quotations(here: Side, marks: tuple[Span, ...]) -> str:
    """Return the sentences at issue with the differing words in bold, each with its place."""
    quotations = []
    for sentence in outline.quoted(here, marks):
        words = "".join(_bold(piece) if marked else escape(piece) for piece, marked in outline.pieces(sentence, marks))
        quotations.append(f"{words}<br>{_place(here, outline.first(sentence, marks))}")
    return "<br>".join(quotations) or "*no word of this*"


def _bold(words: str) -> str:
    # CommonMark opens and closes ** beside a letter or digit whatever stands outside; beside a quotation mark or "$" it may not.
    stars = words[0].isalnum() and words[-1].isalnum()
    return f"**{escape(words)}**" if stars else f"<strong>{escape(words)}</strong>"


def _status(finding: Finding) -> str:
    return f"**{finding.severity}** {finding.code} {escape(finding.name)}"


def _match(report: Report, match: Match) -> tuple[str, ...]:
    a, b = ("<br>".join(f"{escape(one.text)}<br>{_place(here, one)}" for one in told) for here, told in ((report.a, match.a), (report.b, match.b)))
    return a, b, str(match.relation)


def _addition(here: Side, addition: outline.Addition) -> str:
    part = " *(part of a sentence)*" if addition.partial else ""
    return f"- {_place(here, addition.span)} {escape(addition.span.text)}{part}"


def _place(here: Side, span: Span) -> str:
    return _code(outline.place(here, span))


def _code(words: str) -> str:
    # In a table cell no escape helps a backtick or a pipe inside a code span.
    return escape(words) if "`" in words or "|" in words else f"`{safe.text(words)}`"
