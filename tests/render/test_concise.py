from __future__ import annotations

from reports import check, example

from crosscheck.config import Settings
from crosscheck.render import concise
from crosscheck.report import Check
from crosscheck.rules.rule import Severity

EXAMPLE = """\
courier.txt:3:1: error[NUM001] 12 people injured in A, 15 in B. (gazette.txt:5:1)
courier.txt:3:1: warning[SRC002] A names a source (police), B states it as fact. (gazette.txt:5:79)
courier.txt:5:12: warning[CER001] Plain in A, hedged in B (may). (gazette.txt:7:12)
gazette.txt:7:69: note[ADD001] Only A tells this.
gazette.txt:5:62: note[ADD001] Only A tells this.
courier.txt:9:1: note[ADD001] Only B tells this.
"""


def test_a_finding_is_a_line_at_its_place_in_the_copy() -> None:
    assert concise.render(Check((example(),))) == EXAMPLE


def test_pairs_follow_each_other_and_a_clean_one_says_nothing() -> None:
    assert concise.render(check()) == EXAMPLE


def test_findings_below_the_smallest_severity_are_left_out() -> None:
    assert concise.render(check(Settings(min_severity=Severity.ERROR))).splitlines() == EXAMPLE.splitlines()[:1]
