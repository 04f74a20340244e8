"""Reports built by hand for the tests of the renderers: two texts, what is aligned, what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.config import Settings
from crosscheck.read import Article
from crosscheck.report import Alignment, Finding, Relation, Report, Side, Suppression, Verdict
from crosscheck.rules.rule import Kind, Severity
from crosscheck.segment import sentences
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    names: tuple[str, str] = ("gazette.txt", "courier.txt"),
) -> Report:
    """Return a report on two texts; a headline or body sentence that is not aligned is in one only."""
    edges = tuple(Alignment(one, other, 0.5, relation) for one, other, relation in aligned)
    left = _side(a, names[0], {edge.a for edge in edges})
    right = _side(b, names[1], {edge.b for edge in edges})
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


RULES = {
    "NUM001": ("number-differs", Kind.NUMBER, Severity.ERROR),
    "SRC002": ("attribution-dropped", Kind.SOURCING, Severity.WARNING),
    "CER001": ("certainty-differs", Kind.CERTAINTY, Severity.WARNING),
    "NAM003": ("named-or-not", Kind.NAMING, Severity.NOTE),
    "ADD001": ("only-in-one", Kind.ADDITION, Severity.NOTE),
}


def _side(text: str, name: str, aligned: set[int]) -> Side:
    article = Article.from_text(text, name)
    found = sentences(article)
    return Side(article, found, tuple(one.id for one in found if one.role in ("headline", "body") and one.id not in aligned))
