from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from reports import B, build, check, example, finding, words

from crosscheck.config import Settings
from crosscheck.render import junit
from crosscheck.report import Check
from crosscheck.rules.rule import Severity

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def suites(done: Check) -> list[Element]:
    root = ET.fromstring(junit.render(done))
    assert root.tag == "testsuites"
    return list(root)


def fates(done: Check) -> list[list[str]]:
    return [[case[0].tag if len(case) else "" for case in suite] for suite in suites(done)]


def test_a_suite_for_each_pair_and_a_case_for_each_finding() -> None:
    found = suites(check())
    assert [suite.get("name") for suite in found] == ["bridge", "ferry [sic]", "strike"]
    assert fates(check()) == [["failure", *["system-out"] * 2, "skipped", *["system-out"] * 3], [""], ["error"]]
    assert found[0].attrib == {"name": "bridge", "tests": "7", "failures": "1", "errors": "0", "skipped": "1"}
    root = ET.fromstring(junit.render(check()))
    assert [root.get(key) for key in ("tests", "failures", "errors", "skipped")] == ["9", "1", "1", "1"]


@pytest.mark.parametrize(("fail_on", "failures"), [(None, 0), (Severity.ERROR, 1), (Severity.WARNING, 3), (Severity.NOTE, 6)])
def test_what_fails_the_run_is_a_failure(fail_on: Severity | None, failures: int) -> None:
    report = example(Settings(fail_on=fail_on))
    assert fates(Check((report,)))[0].count("failure") == failures
    assert report.exit_code == (failures > 0)


def test_a_failure_quotes_both_reports() -> None:
    case = suites(Check((example(),)))[0][0]
    assert case.attrib == {
        "classname": "gazette.txt and courier.txt",
        "name": "NUM001 number-differs: 12 people injured in A, 15 in B.",
        "file": "courier.txt",
        "line": "3",
    }
    assert (case[0].text or "").splitlines() == [
        "error[NUM001] 12 people injured in A, 15 in B.",
        "A gazette.txt:5:1: Twelve people were injured when a bus hit the Harbour Bridge on Monday night, police said.",
        "B courier.txt:3:1: Fifteen people were injured when a bus hit the Harbour Bridge on Monday night.",
    ]


def test_a_clean_pair_is_a_case_that_passes() -> None:
    (suite,) = suites(Check((build(),)))
    assert [case.get("name") for case in suite] == ["The reports differ: no findings"]


@pytest.mark.parametrize("said", ["\x00\x1b[31m", "\ufffe\uffff", "\ud800", "<b>&amp;]]>", '"quoted"\n\tline', "##[error]x", "🎉 \U0001fffe"])
def test_any_text_is_well_formed(said: str) -> None:
    written = junit.render(Check((build(findings=[finding("NUM001", (), words(B, "Fifteen"), said)]),)))
    written.encode("utf-8")
    name = ET.fromstring(written)[0][0].get("name") or ""
    assert "NUM001" in name
    assert "##[" not in written
    assert [line for line in written.splitlines() if line.lstrip().startswith("::")] == []
