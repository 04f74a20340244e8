"""On GitHub Actions: annotations, the summary of the step, and a log that no copy can command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from crosscheck.actions import CUT, fitted, tamed
from crosscheck.cli import main

if TYPE_CHECKING:
    from pathlib import Path

Pair = tuple["Path", "Path"]


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The summary of a step of a job."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "summary.md"


@pytest.mark.parametrize("form", ["terminal", "json", "markdown", "sarif"])
def test_a_job_gets_annotations_and_a_summary_beside_the_report(pair: Pair, summary: Path, form: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *map(str, pair), "--format", form]) == 1
    out, err = capfd.readouterr()
    assert err.startswith("::error file=b.txt,line=3,endLine=3,col=61,endColumn=63,title=NUM001 number-differs::")
    assert len(err.splitlines()) == 1
    assert "::error" not in out
    assert summary.read_text("utf-8").startswith("# ")
    if form in {"json", "sarif"}:
        json.loads(out)


def test_annotations_are_printed_once(pair: Pair, summary: Path, capfd: pytest.CaptureFixture[str]) -> None:
    main(["compare", *map(str, pair), "--format", "github"])
    out, err = capfd.readouterr()
    assert (out.count("::error "), err) == (1, "")
    main(["compare", *map(str, pair), "--format", "github", "--output", "annotations.txt"])
    assert capfd.readouterr().err.count("::error ") == 1
    assert summary.read_text("utf-8").count("## Differences") == 2


def test_quiet_tells_the_job_nothing(pair: Pair, summary: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *map(str, pair), "--quiet"]) == 1
    assert capfd.readouterr() == ("", "")
    assert not summary.exists()


@pytest.mark.parametrize("value", ["", "false"])
def test_elsewhere_nothing_is_added(pair: Pair, summary: Path, value: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", value)
    main(["compare", *map(str, pair)])
    assert capfd.readouterr().err == ""
    assert not summary.exists()


def test_a_step_without_a_summary_is_no_trouble(pair: Pair, summary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    assert main(["compare", *map(str, pair)]) == 1
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary.parent / "nowhere" / "summary.md"))
    assert main(["compare", *map(str, pair)]) == 2


@pytest.mark.usefixtures("pair")
def test_a_check_annotates_all_its_pairs(summary: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (summary.parent / "crosscheck.toml").write_text('[[pairs]]\na = "a.txt"\nb = "b.txt"\n[[pairs]]\na = "b.txt"\nb = "a.txt"\n', "utf-8")
    assert main(["check"]) == 1
    assert [line.split(",")[0] for line in capfd.readouterr().err.splitlines()] == ["::error file=b.txt", "::error file=a.txt"]
    assert summary.read_text("utf-8").startswith("# 2 pairs checked: 2 failed")


def test_copy_cannot_command_the_log(pair: Pair, summary: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert summary.parent.exists()
    pair[1].write_text("::error::pwned is a headline\n\nThe ferry ##[add-mask]Astrid ran aground off Holm island on Friday with 60 passengers.\n", "utf-8")
    for form in ("terminal", "markdown", "concise", "json", "junit"):
        main(["compare", *map(str, pair), "--format", form, "--width", "40"])
        out, err = capfd.readouterr()
        assert [line for line in out.splitlines() if line.lstrip().startswith("::") or "##[" in line] == [], form
        assert [line for line in err.splitlines() if not line.startswith(("::error file=", "::warning file=", "::notice file="))] == []


@pytest.mark.parametrize(
    ("printed", "log"),
    [
        (b"::error::x\n", b": :error::x\n"),
        (b"a\n  ::error::x", b"a\n  : :error::x"),
        (b"std::vector", b"std::vector"),
        (b"x ##[error]y", b"x # #[error]y"),
        (b"## Heading", b"## Heading"),
    ],
)
def test_tamed(printed: bytes, log: bytes) -> None:
    assert tamed(printed) == log


OPENING = "# Title\n\nIn a line."
DIFFERENCES = f"{OPENING}\n\n## Differences\n\n" + "| one |\n" * 20
SECTIONS = f"{DIFFERENCES}\n## In both\n\n| three |\n" + "| four é |\n" * 20


@pytest.mark.parametrize(
    ("room", "kept"),
    [
        (len(SECTIONS) - len(CUT) - 1, DIFFERENCES.rstrip("\n")),
        (len(DIFFERENCES) - 1, DIFFERENCES.removesuffix("\n| one |\n")),
        (len(DIFFERENCES) // 2, DIFFERENCES[: len(DIFFERENCES) // 2].rpartition("\n")[0]),
        (35, OPENING),
        (3, ""),
        (0, ""),
        (-500, ""),
    ],
)
def test_a_summary_ends_before_a_section_or_a_line_and_says_so(room: int, kept: str) -> None:
    assert fitted(SECTIONS, room + len(CUT)) == kept + CUT


def test_a_summary_that_fits_is_whole() -> None:
    assert fitted(SECTIONS, len(SECTIONS.encode())) == SECTIONS
    assert fitted(SECTIONS, len(SECTIONS.encode()) - 1).endswith(CUT)


def test_runs_of_one_step_share_its_room(pair: Pair, summary: Path) -> None:
    summary.write_bytes(b"x" * 999_500 + b"\n")
    main(["compare", *map(str, pair)])
    main(["compare", *map(str, pair)])
    written = summary.read_text("utf-8")
    assert written.endswith(CUT)
    assert len(written.encode()) < 1_000_500
