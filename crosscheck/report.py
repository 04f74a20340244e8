"""The result of a comparison: all that a renderer sees, and the JSON contract that other tools read."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from crosscheck import contract
from crosscheck.rules.rule import Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from crosscheck.config import Settings
    from crosscheck.read import Article
    from crosscheck.segment import Sentence
    from crosscheck.spans import Span


class Relation(StrEnum):
    """How two aligned sentences stand to each other."""

    IDENTICAL = "identical"
    AGREES = "agrees"
    OVERLAPS = "overlaps"
    DIFFERS = "differs"


class Verdict(StrEnum):
    """The comparison in a word."""

    IDENTICAL = "identical"
    AGREE = "agree"
    DIFFER = "differ"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two sentences that tell the same thing, by their numbers, with a score 0..1 and how they stand to each other."""

    a: int
    b: int
    score: float
    relation: Relation


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding does not count: what silenced it ("baseline", "ignore-file", "inline") and the reason given."""

    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference as reported; `id` is a fingerprint that survives moved lines, `a` and `b` are the words at issue."""

    id: str
    code: str
    name: str
    kind: Kind
    severity: Severity
    confidence: float
    message: str
    a: tuple[Span, ...]
    b: tuple[Span, ...]
    suppressed: Suppression | None = None


@dataclass(frozen=True)
class Side:
    """One report of the two: the article, its sentences, and the numbers of those without a partner."""

    article: Article
    sentences: tuple[Sentence, ...]
    only: tuple[int, ...]

    @property
    def headline(self) -> str:
        """Return the headline's text, "" where there is none."""
        return contract.headline(self.sentences)

    def sentence_of(self, span: Span) -> Sentence:
        """Return the sentence in which the span begins."""
        return self.sentences[max(0, bisect_right(self.sentences, span.start, key=lambda sentence: sentence.start) - 1)]


@dataclass(frozen=True)
class Report:
    """Two reports compared. `findings` is every finding, gravest first; renderers show `shown`; `name` is the pair's in a check."""

    a: Side
    b: Side
    alignments: tuple[Alignment, ...]
    findings: tuple[Finding, ...]
    verdict: Verdict
    settings: Settings
    name: str = ""

    @cached_property
    def shown(self) -> tuple[Finding, ...]:
        """The findings at or above the smallest severity to show."""
        return tuple(finding for finding in self.findings if finding.severity.rank <= self.settings.min_severity.rank)

    @cached_property
    def exit_code(self) -> int:
        """1 where a finding fails the run, else 0."""
        return int(any(self.fails(finding) for finding in self.findings))

    def fails(self, finding: Finding) -> bool:
        """Say whether a finding fails the run: it reaches `fail_on` and is not suppressed."""
        limit = self.settings.fail_on
        return limit is not None and finding.suppressed is None and finding.severity.rank <= limit.rank

    @cached_property
    def counted(self) -> tuple[Finding, ...]:
        """The findings that are not suppressed."""
        return tuple(finding for finding in self.findings if finding.suppressed is None)

    def to_dict(self) -> dict[str, Any]:
        """Return what `--format json` prints: the contract of schema version 1.0."""
        severities, kinds = Counter(finding.severity for finding in self.counted), Counter(finding.kind for finding in self.counted)
        return {
            **contract.header(),
            "articles": {"a": contract.article(self.a.article, self.a.sentences), "b": contract.article(self.b.article, self.b.sentences)},
            "alignments": [{"a": edge.a, "b": edge.b, "score": round(edge.score, 4), "relation": str(edge.relation)} for edge in self.alignments],
            "only": {"a": list(self.a.only), "b": list(self.b.only)},
            "findings": [self._finding(finding) for finding in self.shown],
            "settings": {
                "fail_on": str(self.settings.fail_on or "never"),
                "min_severity": str(self.settings.min_severity),
                "select": list(self.settings.select),
                "ignore": list(self.settings.ignore),
                "min_similarity": self.settings.min_similarity,
                "severity": {rule: str(severity or "off") for rule, severity in self.settings.severity},
                "aliases": {name: list(variants) for name, variants in self.settings.aliases},
            },
            "summary": {
                "exit_code": self.exit_code,
                "verdict": str(self.verdict),
                "aligned": len(self.alignments),
                "only_a": len(self.a.only),
                "only_b": len(self.b.only),
                "by_severity": {str(severity): severities[severity] for severity in Severity},
                "by_kind": {str(kind): kinds[kind] for kind in Kind},
                "suppressed": len(self.findings) - len(self.counted),
            },
        }

    def _finding(self, finding: Finding) -> dict[str, Any]:
        return {
            "id": finding.id,
            "code": finding.code,
            "name": finding.name,
            "kind": str(finding.kind),
            "severity": str(finding.severity),
            "confidence": round(finding.confidence, 2),
            "message": finding.message,
            "a": [_evidence(self.a, span) for span in finding.a],
            "b": [_evidence(self.b, span) for span in finding.b],
            "suppressed": finding.suppressed and {"by": finding.suppressed.by, "reason": finding.suppressed.reason},
        }


@dataclass(frozen=True, slots=True)
class Unread:
    """A pair that could not be compared, by its name, and why: one line each for the user."""

    name: str
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """Pairs of reports compared, in their order, and those that could not be; a comparison alone is a check of one pair."""

    reports: tuple[Report, ...]
    unread: tuple[Unread, ...] = ()

    @property
    def exit_code(self) -> int:
        """2 where a pair could not be compared, 1 where one fails, else 0."""
        return 2 if self.unread else max((report.exit_code for report in self.reports), default=0)

    def silenced(self, reason: Callable[[Report, Finding], Suppression | None]) -> Check:
        """Return the check with each finding suppressed that counts and for which there is a reason not to."""
        return replace(self, reports=tuple(replace(report, findings=tuple(_silenced(report, reason))) for report in self.reports))

    def to_dict(self) -> dict[str, Any]:
        """Return what `crosscheck check --format json` prints: the contract of each pair, and a summary of all."""
        severities = Counter(finding.severity for report in self.reports for finding in report.counted)
        return {
            **contract.header(complete=not self.unread),
            "pairs": [{"name": report.name, "report": report.to_dict()} for report in self.reports],
            "unread": [{"name": pair.name, "problems": list(pair.problems)} for pair in self.unread],
            "summary": {
                "exit_code": self.exit_code,
                "pairs": len(self.reports) + len(self.unread),
                "failed": sum(report.exit_code for report in self.reports),
                "unread": len(self.unread),
                "by_severity": {str(severity): severities[severity] for severity in Severity},
                "suppressed": sum(len(report.findings) - len(report.counted) for report in self.reports),
            },
        }


def _silenced(report: Report, reason: Callable[[Report, Finding], Suppression | None]) -> Iterator[Finding]:
    for finding in report.findings:
        found = None if finding.suppressed else reason(report, finding)
        yield replace(finding, suppressed=found) if found else finding


def _evidence(side: Side, span: Span) -> dict[str, Any]:
    return {"sentence": side.sentence_of(span).id, **contract.span(side.article, span)}
