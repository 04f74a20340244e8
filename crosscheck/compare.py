"""The story: two articles in, a report of what they agree on, what only one tells and where they differ out."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from crosscheck.align import align, told
from crosscheck.annotate import annotate
from crosscheck.bags import Bags
from crosscheck.config import Settings, chosen, weights
from crosscheck.directives import silenced
from crosscheck.fingerprint import fingerprint, normal
from crosscheck.report import Alignment, Finding, Relation, Report, Side, Verdict
from crosscheck.rules.comparison import Comparison
from crosscheck.rules.rule import Severity
from crosscheck.rules.table import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from crosscheck.annotate import Document
    from crosscheck.read import Article
    from crosscheck.rules.rule import Difference, Rule
    from crosscheck.spans import Span

SURE = 0.8
"""A finding less sure than this is no error, only a warning."""
ONE_EVENT = 0.2
"""From this share of sentences with a partner on, in either report, the two tell of one event; reports of one event have .22 and more, of two .13."""
AGREEMENT = 0.5
"""From this score on two sentences without a difference agree; below it they only overlap."""


def compare(a: Article, b: Article, settings: Settings | None = None) -> Report:
    """Compare two reports of one event.

    The result is the same whichever way round the reports are given, with the sides swapped.
    Raises CrosscheckError where the settings name a rule that there is none of.
    """
    settings = settings or Settings()
    rules = chosen(RULES, settings)
    one, other = annotate(a, settings.aliases), annotate(b, settings.aliases)
    bags = Bags(one), Bags(other)
    comparison = Comparison(*bags, align(*bags, settings.min_similarity), settings.aliases)
    findings = silenced(_findings(rules, comparison, weights(RULES, settings)), a, b)
    return Report(
        a=Side(a, one.sentences, tuple(sentence.id for sentence in comparison.only_a)),
        b=Side(b, other.sentences, tuple(sentence.id for sentence in comparison.only_b)),
        alignments=tuple(_alignments(comparison, findings)),
        findings=findings,
        verdict=_verdict(comparison, findings),
        settings=settings,
    )


def _findings(rules: Iterable[Rule], comparison: Comparison, weights: Mapping[str, Severity | None]) -> tuple[Finding, ...]:
    """Run every rule; return the findings, each told once, gravest first, then in the order of the texts."""
    found = {
        (rule.code, difference.a, difference.b): _finding(rule, difference, weights.get(rule.code)) for rule in rules for difference in comparison.seen_by(rule)
    }
    origins = comparison.a.article.origin, comparison.b.article.origin
    return tuple(sorted(_identified(found.values(), origins), key=_order))


def _identified(findings: Iterable[Finding], origins: tuple[str, str]) -> Iterator[Finding]:
    """Give each finding its id; where "40" stands against "60" twice, the second one in the texts has another than the first."""
    known = Counter[tuple[str, ...]]()
    for finding in sorted(findings, key=lambda finding: [span.start for span in (*finding.a, *finding.b)]):
        a, b = ([span.text for span in side] for side in (finding.a, finding.b))
        known[_likeness(finding)] += 1
        yield replace(finding, id=fingerprint(finding.code, origins, (a, b), known[_likeness(finding)]))


def _likeness(finding: Finding) -> tuple[str, ...]:
    """Return what is the same of two findings that tell the same difference of two places."""
    return (finding.code, *(normal(span.text) for span in finding.a), "", *(normal(span.text) for span in finding.b))


def _order(finding: Finding) -> tuple[int, int, int, str]:
    starts = [span.start for span in (*finding.a[:1], *finding.b[:1])]
    return (finding.severity.rank, sum(starts) * 2 // len(starts), starts[0], finding.code)


def _finding(rule: Rule, difference: Difference, weight: Severity | None) -> Finding:
    return Finding(
        id="",
        code=rule.code,
        name=rule.name,
        kind=rule.kind,
        severity=_severity(rule, difference, weight),
        confidence=difference.confidence,
        message=difference.message,
        a=difference.a,
        b=difference.b,
    )


def _severity(rule: Rule, difference: Difference, weight: Severity | None) -> Severity:
    """Return how much a difference weighs, by the rule or by the `weight` that the settings give it.

    What the rule holds for less than its usual is no graver for that: where name-variant is an error, "Kiev" for "Kyiv" is still a note.
    """
    severity = difference.severity or rule.severity
    if weight:
        severity = weight if severity.rank <= rule.severity.rank else max(severity, weight, key=lambda one: one.rank)
    return Severity.WARNING if severity is Severity.ERROR and difference.confidence < SURE else severity


def _alignments(comparison: Comparison, findings: Iterable[Finding]) -> Iterator[Alignment]:
    """Yield each link with how its sentences stand to each other; they differ where an error or a warning has words in both.

    Where it is told twice, "12" against "14" of the headlines and of the leads, the headline of one and the lead of the other differ as well.
    """
    touched = defaultdict[tuple[str, ...], tuple[set[int], set[int]]](lambda: (set(), set()))
    for finding in findings:
        if finding.severity is not Severity.NOTE:
            in_a, in_b = touched[_likeness(finding)]
            in_a |= _touched(comparison.a, finding.a)
            in_b |= _touched(comparison.b, finding.b)
    differing = {pair for in_a, in_b in touched.values() for pair in product(in_a, in_b)}
    for link in comparison.links:
        a, b = comparison.a.sentences[link.a], comparison.b.sentences[link.b]
        if (link.a, link.b) in differing:
            relation = Relation.DIFFERS
        elif a.text.split() == b.text.split():
            relation = Relation.IDENTICAL
        else:
            relation = Relation.AGREES if link.score >= AGREEMENT else Relation.OVERLAPS
        yield Alignment(link.a, link.b, link.score, relation)


def _touched(document: Document, evidence: Iterable[Span]) -> set[int]:
    return {sentence.id for span in evidence for sentence in document.sentences_of(span)}


def _verdict(comparison: Comparison, findings: Iterable[Finding]) -> Verdict:
    if comparison.a.article.text.split() == comparison.b.article.text.split():
        return Verdict.IDENTICAL
    if not _is_one_event(comparison):
        return Verdict.UNRELATED
    return Verdict.DIFFER if any(finding.severity is not Severity.NOTE for finding in findings) else Verdict.AGREE


def _is_one_event(comparison: Comparison) -> bool:
    """Say whether the reports tell of one event: enough of the sentences of the one, or of the other, have a partner."""
    shares = (
        1 - len(only) / max(1, sum(1 for _ in told(document))) for document, only in ((comparison.a, comparison.only_a), (comparison.b, comparison.only_b))
    )
    return max(shares) >= ONE_EVENT
