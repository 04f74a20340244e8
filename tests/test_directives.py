"""Comments that silence findings: what they reach, what they may say, and what is said of those that cannot be meant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from crosscheck import Article, Settings, compare, directives
from crosscheck.cli import main
from crosscheck.markup import page
from crosscheck.report import Check, Report

if TYPE_CHECKING:
    from pathlib import Path

FERRY = "The ferry Astrid ran aground off Holm island on Friday with 40 passengers on board, police said."
BOATS = "Rescue boats took 25 survivors to the port of Kelda on Saturday, the coast guard said."
WIRE = f"{FERRY}\n\n{BOATS}\n"
WRONG_FERRY, WRONG_BOATS = FERRY.replace("40", "60"), BOATS.replace("25", "52")


def compared(copy: str, name: str = "copy.md", settings: Settings | None = None, wire: str = WIRE) -> Report:
    return compare(Article.from_text(wire, "wire.md"), Article.from_text(copy, name), settings)


def loud(report: Report) -> list[str]:
    return [report.b.article.text[finding.b[0].start : finding.b[0].end] for finding in report.counted if finding.code == "NUM001"]


IGNORE = "<!-- crosscheck: ignore NUM001 -->"


@pytest.mark.parametrize(
    ("copy", "heard"),
    [
        (f"{WRONG_FERRY}\n\n{WRONG_BOATS}\n", ["60", "52"]),
        (f"{IGNORE}\n\n{WRONG_FERRY}\n\n{WRONG_BOATS}\n", ["52"]),
        (f"{IGNORE}\n{WRONG_FERRY}\n\n{WRONG_BOATS}\n", ["52"]),
        (f"{IGNORE} {WRONG_FERRY}\n\n{WRONG_BOATS}\n", ["52"]),
        (f"{WRONG_FERRY} {IGNORE}\n\n{WRONG_BOATS}\n", ["52"]),
        (f"{WRONG_FERRY.replace(' with', f' {IGNORE}with')}\n\n{WRONG_BOATS}\n", ["52"]),
        (f"{WRONG_FERRY}\n\n{IGNORE}\n\n{WRONG_BOATS}\n", ["60"]),
        (f"{WRONG_FERRY}\n{IGNORE}\n\n{WRONG_BOATS}\n", ["60"]),
        (f"{WRONG_FERRY}\n{IGNORE}\n{WRONG_BOATS}\n", ["60"]),
        (f"{WRONG_FERRY}\r\n\r\n{IGNORE}\r\n\r\n{WRONG_BOATS}\r\n", ["60"]),
        (f"{IGNORE}\n\nKELDA (Reuters) - {WRONG_FERRY}\n\n{WRONG_BOATS}\n", ["52"]),
        (f"{IGNORE}\n\n- {WRONG_FERRY}\n- {WRONG_BOATS}\n", ["52"]),
        (f"{IGNORE}\n\n{WRONG_FERRY.replace(' off', chr(10) + 'off')} {WRONG_BOATS}\n", []),
        (f"{WRONG_FERRY}\n\n{WRONG_BOATS}\n\n{IGNORE}\n", ["60", "52"]),
        (f"{WRONG_FERRY}\n\n{WRONG_BOATS}\n\n{IGNORE.replace('ignore', 'ignore-file')}\n", []),
        (f"---\ntitle: Ferry\n---\n{IGNORE.replace('ignore', 'ignore-file')}\n\n{WRONG_FERRY}\n\n{WRONG_BOATS}\n", []),
    ],
)
def test_reach_in_markdown(copy: str, heard: list[str]) -> None:
    assert loud(compared(copy)) == heard


@pytest.mark.parametrize(
    ("copy", "heard"),
    [
        (f"{IGNORE}<p>{WRONG_FERRY}</p><p>{WRONG_BOATS}</p>", ["52"]),
        (f"<p>{IGNORE}{WRONG_FERRY}</p><p>{WRONG_BOATS}</p>", ["52"]),
        (f"<p>{WRONG_FERRY}{IGNORE}</p><p>{WRONG_BOATS}</p>", ["52"]),
        (f"<p>{WRONG_FERRY}</p>{IGNORE}<p>{WRONG_BOATS}</p>", ["60"]),
        (f"<p>{WRONG_FERRY}</p>\n{IGNORE}\n<p>{WRONG_BOATS}</p>", ["60"]),
        (f"<p>{WRONG_FERRY}</p><script>'{IGNORE}'</script><p>{WRONG_BOATS}</p>", ["60", "52"]),
        (f"<p>{WRONG_FERRY}</p><p>{WRONG_BOATS}</p>{IGNORE.replace('ignore', 'ignore-file')}", []),
    ],
)
def test_reach_in_html(copy: str, heard: list[str]) -> None:
    assert loud(compared(copy, "copy.html")) == heard


def test_a_comment_in_either_report_counts() -> None:
    assert loud(compared(f"{WRONG_FERRY}\n\n{WRONG_BOATS}", wire=f"{FERRY} {IGNORE}\n\n{BOATS}")) == ["52"]


def test_plain_text_has_no_comments() -> None:
    assert loud(compared(f"{WRONG_FERRY} {IGNORE}\n\n{WRONG_BOATS}", "copy.txt")) == ["60", "52"]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("crosscheck: ignore NUM001", "comment at copy.md:1"),
        ("crosscheck: ignore NUM", "comment at copy.md:1"),
        ("crosscheck: ignore number-differs -- the owner gave both", "the owner gave both"),
        ("CROSSCHECK:IGNORE num001, quo001 -- the owner\n  gave both", "the owner gave both"),
        ("crosscheck : ignore QUO NUM — asked twice -- by phone", "asked twice -- by phone"),
        ("crosscheck: ignore-file NUM – archived", "archived"),
    ],
)
def test_what_a_comment_may_say(said: str, reason: str) -> None:
    (finding,) = compared(f"<!-- {said} -->\n\n{WRONG_FERRY}\n\n{BOATS}").findings
    assert finding.suppressed
    assert (finding.suppressed.by, finding.suppressed.reason) == ("inline", reason)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("crosscheck: ignore NUM01", ["copy.md:3: no rule is called 'NUM01': did you mean NUM001?"]),
        ("crosscheck: ignore \x1b[2J", [r"copy.md:3: no rule is called '\x1b[2J': `crosscheck explain` lists the rules"]),
        ("crosscheck: ignore", ["copy.md:3: the comment names no rule: write <!-- crosscheck: ignore NUM001 -->"]),
        ("crosscheck: ignore -- all fine", ["copy.md:3: the comment names no rule: write <!-- crosscheck: ignore NUM001 -->"]),
        ("crosscheck: ignor NUM001", ["copy.md:3: no comment says 'crosscheck: ignor': did you mean ignore?"]),
        ("crosscheck: disable NUM001", ["copy.md:3: no comment says 'crosscheck: disable': there is ignore and ignore-file"]),
        ("crosscheck: ignore QUO001, NUM", ["copy.md:3: there is no QUO001 to silence: take it out of the comment"]),
        ("crosscheck: ignore-file POL", ["copy.md:3: there is no POL to silence: take it out of the comment"]),
        ("crosscheck: ignore ADD", []),
        ("crosscheck ignore NUM001", ["copy.md:3: the comment has no colon and silences nothing: write <!-- crosscheck: ignore NUM001 -->"]),
        ("crosscheck with the desk before this goes out", []),
        ("a note to crosscheck: ignore NUM01", []),
    ],
)
def test_a_comment_that_cannot_be_meant_is_told_and_silences_nothing(said: str, told: list[str]) -> None:
    report = compared(f"{WRONG_BOATS}\n\n<!-- {said} -->\n\n{WRONG_FERRY}", settings=Settings(ignore=("ADD",)))
    assert list(directives.stale(Check((report,)))) == told
    assert "52" in loud(report)


def test_a_comment_after_the_last_paragraph_is_told() -> None:
    report = compared(f"{WRONG_FERRY}\n\n{BOATS}\n\n{IGNORE}\n")
    assert list(directives.stale(Check((report,)))) == ["copy.md:5: no paragraph follows the comment: put it before the one it is about"]


def test_a_comment_that_silences_something_in_one_pair_is_not_unused_in_another() -> None:
    wire = f"{IGNORE}\n\n{FERRY}\n\n{BOATS}"
    wrong, right = (compared(copy, name, wire=wire) for copy, name in ((WRONG_FERRY, "wrong.md"), (FERRY, "right.md")))
    assert list(directives.stale(Check((wrong, right)))) == []
    assert list(directives.stale(Check((right,)))) == ["wire.md:1: there is no NUM001 to silence: take it out of the comment"]


def test_comments_stand_in_the_page_as_in_the_file() -> None:
    text = f"One.\n\n{IGNORE}\n\nTwo *words*. <!-- and\nmore -->\n"
    found = page(text, "copy.md").comments
    assert [text[comment.start : comment.end] for comment in found] == [comment.text for comment in found]
    assert [comment.paragraph and comment.paragraph.text.split() for comment in found] == [["Two", "words."], ["Two", "words."]]


def test_the_command_tells_the_reason_and_what_is_unused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "copy.md").write_text(f"<!-- crosscheck: ignore NUM001 POL -- the owner gave both -->\n\n{WRONG_FERRY}\n\n{BOATS}\n", "utf-8")
    assert main(["compare", "wire.txt", "copy.md", "--format", "json"]) == 0
    out, err = capfd.readouterr()
    assert err == "crosscheck: warning: copy.md:1: there is no POL to silence: take it out of the comment\n"
    report = json.loads(out)
    assert report["findings"][0]["suppressed"] == {"by": "inline", "reason": "the owner gave both"}
    assert (report["summary"]["exit_code"], report["summary"]["suppressed"]) == (0, 1)
