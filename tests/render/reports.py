"""Reports built by hand for the tests of the renderers: two texts, what is aligned, what was found."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import Console

from crosscheck.config import Settings
from crosscheck.read import Article, Role
from crosscheck.render import terminal
from crosscheck.report import Alignment, Check, Finding, Relation, Report, Side, Suppression, Unread, Verdict
from crosscheck.rules.rule import Kind, Severity
from crosscheck.segment import Sentence
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

A = """Bridge to close after crash

By Jo Marsh

Twelve people were injured when a bus hit the Harbour Bridge on Monday night, police said.

The bridge will stay closed until Friday [sic], Mayor Ann Lee said. It was built in 1911.

"We are working around the clock," Lee said.

The bus company said it was cooperating.

Photo: the bridge on Tuesday. (Jo Marsh/Gazette)
"""

B = """Harbour Bridge shut after bus accident

Fifteen people were injured when a bus hit the Harbour Bridge on Monday night.

The bridge may reopen on Friday, according to the mayor. She gave no details.

The bus company said it was cooperating.

Ferries will run every ten minutes.

Related: Ten bridges in need of repair
"""


def build(
    a: str = A,
    b: str = B,
    aligned: Iterable[tuple[int, int, Relation]] = (),
    findings: Iterable[Finding] = (),
    verdict: Verdict = Verdict.DIFFER,
    settings: Settings | None = None,
) -> Report:
    """Return a report on two texts; a headline or body sentence that is not aligned is in one only."""
    edges = tuple(Alignment(one, other, 0.5, relation) for one, other, relation in aligned)
    left = _side(a, "gazette.txt", {edge.a for edge in edges})
    right = _side(b, "courier.txt", {edge.b for edge in edges})
    ranked = tuple(sorted(findings, key=lambda finding: finding.severity.rank))
    return Report(left, right, edges, ranked, verdict, settings or Settings())


def finding(code: str, a: Iterable[Span], b: Iterable[Span], message: str = "They differ.", reason: str | None = None) -> Finding:
    """Return a finding by the code of a rule, with the severity that rule has."""
    name, kind, severity = RULES[code]
    return Finding("f" * 16, code, name, kind, severity, 0.9, message, tuple(a), tuple(b), Suppression("baseline", reason) if reason else None)


def words(text: str, *phrases: str) -> tuple[Span, ...]:
    """Return the spans of phrases in a text, each where it stands first."""
    return tuple(Span.of(text, text.index(phrase), text.index(phrase) + len(phrase)) for phrase in phrases)


def example(settings: Settings | None = None) -> Report:
    """Return the report on the two texts above, with findings of every severity."""
    aligned = [
        (0, 0, Relation.AGREES),
        (2, 1, Relation.DIFFERS),
        (3, 2, Relation.DIFFERS),
        (6, 4, Relation.IDENTICAL),
    ]
    findings = [
        finding("NUM001", words(A, "Twelve people"), words(B, "Fifteen people"), "12 people injured in A, 15 in B."),
        finding("SRC002", words(A, "police said"), words(B, "Fifteen people were injured"), "A names a source (police), B states it as fact."),
        finding("CER001", words(A, "will stay closed until Friday"), words(B, "may reopen on Friday"), "Plain in A, hedged in B (may)."),
        finding("NAM003", words(A, "Mayor Ann Lee"), words(B, "the mayor"), "Named in A (Ann Lee), only described in B.", reason="agreed with the desk"),
        finding("ADD001", words(A, "It was built in 1911."), (), "Only A tells this."),
        finding("ADD001", words(A, "on Monday night"), (), "Only A tells this."),
        finding("ADD001", (), words(B, "Ferries will run every ten minutes."), "Only B tells this."),
    ]
    return build(aligned=aligned, findings=findings, settings=settings)


def check(settings: Settings | None = None) -> Check:
    """Return a check of the example, a pair that agrees and one that could not be read."""
    quiet = build(verdict=Verdict.AGREE, settings=settings)
    reports = (replace(example(settings), name="bridge"), replace(quiet, name="ferry [sic]"))
    return Check(reports, (Unread("strike", ("strike.txt: no such file",)),))


RULES = {
    "NUM001": ("number-differs", Kind.NUMBER, Severity.ERROR),
    "SRC002": ("attribution-dropped", Kind.SOURCING, Severity.WARNING),
    "CER001": ("certainty-differs", Kind.CERTAINTY, Severity.WARNING),
    "NAM003": ("named-or-not", Kind.NAMING, Severity.NOTE),
    "ADD001": ("only-in-one", Kind.ADDITION, Severity.NOTE),
}


def printed(report: Report, width: int = 100, encoding: str = "utf-8", *, color: bool = False) -> str:
    """Return what a console prints of a report."""
    return shown(terminal.render(report), width, encoding, color=color)


def shown(renderable: RenderableType, width: int = 100, encoding: str = "utf-8", *, color: bool = False) -> str:
    """Return what a console of a width and encoding prints."""
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    console = Console(
        file=file,
        width=width,
        color_system="256" if color else None,
        force_terminal=color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(renderable)
    file.seek(0)
    return file.read()


def _side(text: str, name: str, aligned: set[int]) -> Side:
    """Return a side whose sentences end at a full stop before a capital, or with the paragraph."""
    bounds = enumerate(re.finditer(r"\S.*?(?:\.(?= [A-Z])|(?=\n\n)|(?=\s*\Z))", text, re.DOTALL))
    found = tuple(Sentence(match.start(), match.end(), match[0], number, _role(number, match[0]), 0, ()) for number, match in bounds)
    alone = tuple(one.id for one in found if one.role in (Role.HEADLINE, Role.BODY) and one.id not in aligned)
    return Side(Article(name, name, text, "utf-8", "0" * 64, ()), found, alone)


def _role(number: int, words: str) -> Role:
    openings = {"By ": Role.BYLINE, "Photo: ": Role.CAPTION, "Related: ": Role.RELATED}
    return next((role for opening, role in openings.items() if words.startswith(opening)), Role.BODY if number else Role.HEADLINE)
