from __future__ import annotations

import json

import pytest
from reports import check, shown
from rich.cells import cell_len

from crosscheck import render
from crosscheck.config import Settings
from crosscheck.report import Check
from crosscheck.rules.rule import Severity


def told(form: str, done: Check, width: int = 100) -> str:
    made = render.rendered(done, form)
    return made if isinstance(made, str) else shown(made, width)


def test_terminal() -> None:
    assert (
        told("terminal", check(Settings(min_severity=Severity.ERROR)))
        == """\
3 pairs checked: 1 failed, 1 could not be read (1 finding silenced)

Result      Errors  Warnings     Notes  Pair
failed           1         2         3  bridge
passed           0         0         0  ferry [sic]
not read                                strike

Findings (1) ───────────────────────────────────────────────────────────────────────────────────────

✖ courier.txt:3:1: error[NUM001] 12 people injured in A, 15 in B. (gazette.txt:5:1)
"""
    )


@pytest.mark.parametrize("width", [24, 40, 60, 160])
def test_terminal_folds_and_crops_nothing(width: int) -> None:
    lines = told("terminal", check(), width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []
    assert "…" not in "".join(lines)
    assert "[sic]" in " ".join(lines)


def test_markdown_has_the_table_and_a_section_on_each_pair() -> None:
    lines = told("markdown", check()).splitlines()
    assert lines[:6] == [
        "# 3 pairs checked: 1 failed, 1 could not be read (1 finding silenced)",
        "",
        "| Result | Errors | Warnings | Notes | Pair |",
        "| --- | --- | --- | --- | --- |",
        "| failed | 1 | 2 | 3 | bridge |",
        r"| passed | 0 | 0 | 0 | ferry \[sic\] |",
    ]
    assert [line for line in lines if line.startswith("## ")] == ["## bridge: gazette.txt and courier.txt", r"## ferry \[sic\]: gazette.txt and courier.txt"]


def test_json_holds_the_report_of_each_pair() -> None:
    done = check()
    document = json.loads(told("json", done))
    assert list(document) == ["schema_version", "tool", "complete", "pairs", "unread", "summary"]
    assert document["complete"] is False
    assert document["pairs"] == [{"name": report.name, "report": report.to_dict()} for report in done.reports]
    assert document["unread"] == [{"name": "strike", "problems": ["strike.txt: no such file"]}]
    assert document["summary"] == {"exit_code": 2, "pairs": 3, "failed": 1, "unread": 1, "by_severity": {"error": 1, "warning": 2, "note": 3}, "suppressed": 1}


@pytest.mark.parametrize(("reports", "unread", "code"), [((), (), 0), ((1,), (), 0), ((0, 1), (), 1), ((1,), (0,), 2), ((0,), (0,), 2)])
def test_the_gravest_pair_gives_the_exit_code(reports: tuple[int, ...], unread: tuple[int, ...], code: int) -> None:
    done = check()
    assert Check(tuple(done.reports[number] for number in reports), tuple(done.unread[number] for number in unread)).exit_code == code
