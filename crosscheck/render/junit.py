"""JUnit XML, which CI servers show as test results: a suite for each pair, a case for each finding."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from crosscheck import safe
from crosscheck.render import outline, where

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from crosscheck.report import Check, Finding, Report, Unread

# What XML 1.0 cannot hold, not even as a reference, and U+FFFE and U+FFFF among what safe.text lets pass.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(check: Check) -> str:
    """Return a check as test results.

    A finding that fails the run is a failure, a lesser one a case that passes and tells it, a silenced one is skipped; a pair without findings
    is one case that passes, and one that could not be read is an error.
    """
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - loaded for this format alone

    paths = where.paths(check)
    suites = [*(_suite(report, paths) for report in check.reports), *(_unread(pair) for pair in check.unread)]
    root = _element("testsuites", {"name": "crosscheck", **_counts([case for suite in suites for case in suite])})
    root.extend(suites)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode").replace("##[", "#&#35;[")}\n'


def _suite(report: Report, paths: Mapping[str, str]) -> Element:
    name = report.name or f"{report.a.article.label} and {report.b.article.label}"
    clean = _element("testcase", {"classname": name, "name": outline.summary(report)})
    return _suite_of(name, [_case(report, finding, name, paths) for finding in report.shown] or [clean])


def _case(report: Report, finding: Finding, suite: str, paths: Mapping[str, str]) -> Element:
    place = where.here(report, finding)
    file = paths[place.article.path] or place.article.path
    case = _element("testcase", {"classname": suite, "name": f"{finding.code} {finding.name}: {finding.message}", "file": file, "line": place.line})
    told = (f"{finding.severity}[{finding.code}] {finding.message}", *outline.cited(report, finding))
    if finding.suppressed:
        case.append(_element("skipped", {"message": f"{finding.suppressed.by}: {finding.suppressed.reason}"}))
    elif report.fails(finding):
        case.append(_element("failure", {"type": finding.code, "message": finding.message}, told))
    else:
        case.append(_element("system-out", {}, told))
    return case


def _unread(pair: Unread) -> Element:
    case = _element("testcase", {"classname": pair.name, "name": "could not be read"})
    case.append(_element("error", {"type": "unread", "message": pair.problems[0]}, pair.problems))
    return _suite_of(pair.name, [case])


def _suite_of(name: str, cases: Sequence[Element]) -> Element:
    suite = _element("testsuite", {"name": name, **_counts(cases)})
    suite.extend(cases)
    return suite


def _counts(cases: Sequence[Element]) -> dict[str, int]:
    fates = Counter(fate.tag for case in cases for fate in case)
    return {"tests": len(cases), "failures": fates["failure"], "errors": fates["error"], "skipped": fates["skipped"]}


def _element(tag: str, attributes: Mapping[str, str | int], lines: Iterable[str] = ()) -> Element:
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - as above

    element = ET.Element(tag, {name: _held(str(value)) for name, value in attributes.items()})
    element.text = "\n".join(map(_held, lines)) or None
    return element


def _held(words: str) -> str:
    """Return a line of words as XML can hold it."""
    return _NO_XML.sub(lambda found: f"<U+{ord(found[0]):04X}>", safe.text(words))
