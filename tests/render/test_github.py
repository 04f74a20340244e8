from __future__ import annotations

from pathlib import Path

import pytest
from reports import A, B, build, check, example, finding, words

from crosscheck.config import Settings
from crosscheck.render import github
from crosscheck.report import Check, Report
from crosscheck.rules.rule import Severity


@pytest.fixture(autouse=True)
def _top(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(Path.cwd()))


def rendered(*reports: Report) -> list[str]:
    return github.render(Check(reports)).splitlines()


def test_a_finding_is_an_annotation_of_the_copy_that_quotes_both_reports() -> None:
    assert rendered(example())[0] == (
        "::error file=courier.txt,line=3,endLine=3,col=1,endColumn=15,title=NUM001 number-differs::12 people injured in A, 15 in B."
        "%0AA gazette.txt:5:1: Twelve people were injured when a bus hit the Harbour Bridge on Monday night, police said."
        "%0AB courier.txt:3:1: Fifteen people were injured when a bus hit the Harbour Bridge on Monday night."
    )


def test_levels_the_gravest_first_and_nothing_silenced() -> None:
    assert [line.split()[0] for line in rendered(example())] == ["::error", "::warning", "::warning", "::notice", "::notice", "::notice"]
    assert "agreed with the desk" not in github.render(check())
    assert github.render(check()).startswith("::error title=crosscheck::strike.txt: no such file\n::error file=courier.txt,")
    assert rendered(example(Settings(min_severity=Severity.ERROR)))[1:] == []
    assert github.render(Check((build(),))) == ""


@pytest.mark.parametrize(
    ("said", "escaped"),
    [
        ("50% more", "50%25 more"),
        ("::error::a: b, c", "::error::a: b, c"),  # only what opens a line commands
        ("one\r\n::error::two", "one ::error::two"),
        ("%0A", "%250A"),
        ("\u202eover", "<U+202E>over"),
    ],
)
def test_words_cannot_command(said: str, escaped: str) -> None:
    (line,) = rendered(build(findings=[finding("NUM001", (), words(B, "Fifteen"), said)]))
    assert line.split("::", 2)[2].startswith(f"{escaped}%0AB ")


def test_a_title_with_colons_and_commas() -> None:
    found = finding("NUM001", (), words(B, "Fifteen"))
    object.__setattr__(found, "name", "a: b, c")
    assert "title=NUM001 a%3A b%2C c::" in rendered(build(findings=[found]))[0]


def test_columns_are_left_out_where_a_finding_runs_over_lines() -> None:
    text = "One line\nand another.\n"
    (line,) = rendered(build(A, text, findings=[finding("NUM001", (), words(text, "line\nand"))]))
    assert line.startswith("::error file=courier.txt,line=1,endLine=2,title=")


@pytest.mark.parametrize(("number", "annotations", "last"), [(10, 10, "They differ."), (11, 10, "2 more errors"), (30, 10, "21 more errors")])
def test_github_shows_ten_of_a_level_and_the_tenth_tells_of_the_others(number: int, annotations: int, last: str) -> None:
    errors = [finding("NUM001", (), words(B, "Fifteen")) for _ in range(number // 2)]
    others = [finding("NUM001", (), words(B, "Fifteen")) for _ in range(number - number // 2)]
    lines = rendered(build(findings=[*errors, finding("ADD001", (), words(B, "Ferries"))]), build(findings=others))
    assert [line.split()[0] for line in lines] == ["::error"] * annotations + ["::notice"]
    assert last in lines[9]
