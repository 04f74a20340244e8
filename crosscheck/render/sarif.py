"""SARIF 2.1.0, the format in which GitHub's code scanning and other viewers take the findings of a checker."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from crosscheck import contract, safe
from crosscheck.render import explain, where
from crosscheck.render.json import dump
from crosscheck.rules import paper
from crosscheck.rules.table import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosscheck.render.where import Where
    from crosscheck.report import Check, Finding, Report
    from crosscheck.rules.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "crosscheckFinding/v1"
"""A key of our own: GitHub works out others from the lines of the copy, and would call a finding new when its paragraph moves."""
TOP = "%SRCROOT%"
"""What SARIF calls the top of the repository."""


def render(check: Check) -> str:
    """Return the findings that are shown as the results of one run, silenced ones among them; the rules behind them come with their papers."""
    paths = where.paths(check)
    found = {finding.code for report in check.reports for finding in report.shown}
    rules = tuple(rule for rule in RULES if rule.code in found)
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {**contract.header()["tool"], "rules": [_rule(rule) for rule in rules]}},
        "invocations": [_invocation(check)],
        "originalUriBaseIds": {TOP: {"description": {"text": "The top of the repository."}}},
        "artifacts": _artifacts(check, paths),
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\r", "\n"],
        "results": [_result(report, finding, numbers, paths) for report in check.reports for finding in report.shown],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    told = paper.parse(rule.doc)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": told.summary},
        "fullDescription": {"text": " ".join((told.summary, *told.why.splitlines()))},
        "help": {"text": explain.plain(rule), "markdown": explain.markdown(rule)},
        "defaultConfiguration": {"level": str(rule.severity)},
        "properties": {"tags": [str(rule.kind)]},
    }


def _invocation(check: Check) -> dict[str, Any]:
    """Return how the run ended: findings are a success, a pair that could not be read is none."""
    problems = dict.fromkeys(problem for pair in check.unread for problem in pair.problems)
    return {
        "executionSuccessful": not check.unread,
        "exitCode": check.exit_code,
        "toolExecutionNotifications": [{"level": "error", "message": {"text": _plain(problem)}} for problem in problems],
    }


def _artifacts(check: Check, paths: Mapping[str, str]) -> list[dict[str, Any]]:
    articles = {side.article.path: side.article for report in check.reports for side in (report.a, report.b)}
    return [{"location": _address(path, paths), "roles": ["analysisTarget"], "hashes": {"sha-256": article.sha256}} for path, article in articles.items()]


def _result(report: Report, finding: Finding, numbers: Mapping[str, int], paths: Mapping[str, str]) -> dict[str, Any]:
    place, related = where.here(report, finding), where.related(report, finding)
    return {
        "ruleId": finding.code,
        "ruleIndex": numbers[finding.code],
        "level": str(finding.severity),
        "message": {"text": f"{_plain(finding.message)} ({_legend(place, related)})"},
        "locations": [_location(place, paths)],
        "relatedLocations": [{"id": number, **_location(other, paths), "message": {"text": _role(place, other)}} for number, other in enumerate(related, 1)],
        "partialFingerprints": {FINGERPRINT: finding.id},
        "suppressions": _suppressions(finding),
        "properties": {"kind": str(finding.kind), "confidence": round(finding.confidence, 2)},
    }


def _legend(place: Where, related: Sequence[Where]) -> str:
    """Return which report is which: a viewer shows the message beside one of them, and makes a link of the words in brackets."""
    if related and related[0].letter != place.letter:
        return f"{related[0].letter} is [the other report](1)"
    return f"{place.letter} is this report"


def _role(place: Where, other: Where) -> str:
    return "this report, again" if other.letter == place.letter else f"{other.letter}, the other report"


def _suppressions(finding: Finding) -> list[dict[str, Any]]:
    """Return what silenced a finding; [] says that nothing did, as every result must where one says what did."""
    if not finding.suppressed:
        return []
    kind = "inSource" if finding.suppressed.by == "inline" else "external"
    return [{"kind": kind, "justification": f"{finding.suppressed.by}: {finding.suppressed.reason}"}]


def _location(place: Where, paths: Mapping[str, str]) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}
    return {"physicalLocation": {"artifactLocation": _address(place.article.path, paths), "region": region}}


def _address(path: str, paths: Mapping[str, str]) -> dict[str, Any]:
    from urllib.parse import quote  # noqa: PLC0415 - for this format alone

    known = paths[path]
    if not known:
        return {"uri": path, "description": {"text": "standard input"}}
    if PurePath(known).is_absolute():
        return {"uri": PurePath(known).as_uri()}
    return {"uri": quote(known.encode("utf-8", "surrogateescape")), "uriBaseId": TOP}


def _plain(words: str) -> str:
    """Return words as SARIF takes them for themselves: "[sic](1)" would be a link."""
    return re.sub(r"[\\\[\]]", r"\\\g<0>", safe.text(words))
