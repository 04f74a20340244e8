from __future__ import annotations

import pickle

import pytest
from reports import A, B, build, example, finding, words

from crosscheck.config import Settings
from crosscheck.rules.rule import Severity
from crosscheck.spans import Span


@pytest.mark.parametrize(
    ("code", "reason", "fail_on", "exit_code"),
    [
        ("NUM001", None, Severity.ERROR, 1),
        ("SRC002", None, Severity.ERROR, 0),
        ("SRC002", None, Severity.WARNING, 1),
        ("ADD001", None, Severity.WARNING, 0),
        ("ADD001", None, Severity.NOTE, 1),
        ("NUM001", None, None, 0),
        ("NUM001", "known", Severity.ERROR, 0),
    ],
)
def test_exit_code(code: str, reason: str | None, fail_on: Severity | None, exit_code: int) -> None:
    report = build(findings=[finding(code, words(A, "Twelve"), words(B, "Fifteen"), reason=reason)], settings=Settings(fail_on=fail_on))
    assert report.exit_code == exit_code


def test_min_severity_hides_findings_and_changes_no_exit_code() -> None:
    report = build(findings=[finding("SRC002", words(A, "Twelve"), ())], settings=Settings(fail_on=Severity.WARNING, min_severity=Severity.ERROR))
    assert (report.shown, report.exit_code) == ((), 1)


@pytest.mark.parametrize(("phrase", "number"), [("Bridge to close", 0), ("police said.", 2), ("It was", 4), ("Gazette)", 7)])
def test_the_sentence_of_a_span(phrase: str, number: int) -> None:
    assert example().a.sentence_of(words(A, phrase)[0]).id == number


def test_a_span_before_every_sentence_belongs_to_the_first() -> None:
    side = build("  One.", "Two.").a
    assert side.sentence_of(Span(0, 1, " ")).id == 0


def test_the_headline() -> None:
    assert example().a.headline == "Bridge to close after crash"


def test_a_report_pickles() -> None:
    report = example()
    assert pickle.loads(pickle.dumps(report)).to_dict() == report.to_dict()  # noqa: S301
