"""`--report`: one run, several formats, each where it is asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from crosscheck.cli import main
from crosscheck.flags import Format
from crosscheck.publish import Target, targets

if TYPE_CHECKING:
    from conftest import Run

Pair = tuple[Path, Path]


def test_one_run_prints_one_format_and_writes_others(pair: Pair, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "deep" / "er"
    reports = [part for form, name in (("sarif", "a.sarif"), ("markdown", "b.md"), ("junit", "c=d.xml")) for part in ("--report", f"{form}={folder / name}")]
    assert main(["compare", *map(str, pair), "--format", "concise", *reports]) == 1
    assert capfd.readouterr().out == f'{pair[1]}:3:61: error[NUM001] "40" in A, "60" in B ({pair[0]}:3:61)\n'
    assert json.loads((folder / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (folder / "b.md").read_text("utf-8").startswith("# ")
    assert ET.fromstring((folder / "c=d.xml").read_text("utf-8")).get("failures") == "1"
    assert len(list(folder.iterdir())) == 3


def test_files_are_utf_8_with_line_feeds_and_quiet_writes_them_too(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    a, b, file = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "report.md"
    a.write_bytes("Łukasz Żak met the minister on Friday, police said.\r\n".encode())
    b.write_bytes("Łukasz Żak met the minister on Monday, police said.\r\n".encode())
    main(["compare", str(a), str(b), "--quiet", "--report", f"markdown={file}"])
    assert capfd.readouterr() == ("", "")
    written = file.read_bytes()
    assert "Łukasz Żak".encode() in written
    assert b"\r" not in written


@pytest.mark.parametrize(
    ("report", "told"),
    [
        ("srif=x", "--report srif=x: there is no format 'srif': did you mean sarif?"),
        ("SARIF=x", "did you mean sarif?"),
        ("pdf=x", "choose from terminal, markdown, json"),
        ("sarif", "--report sarif: write FORMAT=FILE, such as sarif=report.sarif"),
        ("sarif=", "write FORMAT=FILE"),
        ("sarif=-", "write FORMAT=FILE"),
        ("=x", "there is no format ''"),
        ("sarif=.", "it is a folder"),
    ],
)
def test_a_report_in_no_format_or_to_no_file_ends_with_2(pair: Pair, report: str, told: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *map(str, pair), "--report", report]) == 2
    out, err = capfd.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert told in err


def test_nothing_is_written_over_an_input_or_twice(pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "crosscheck.toml").write_text('fail-on = "never"\n', "utf-8")
    (tmp_path / "crosscheck-ignore.toml").write_text("", "utf-8")
    (tmp_path / "link.md").symlink_to("report.md")
    main(["compare", *map(str, pair), "--write-baseline", "known.json"])
    capfd.readouterr()
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    for arguments, told in (
        (("--report", f"json={pair[0]}"), "one of the files to read"),
        (("--report", "json=crosscheck.toml"), "one of the files to read"),
        (("--output", "crosscheck-ignore.toml"), "one of the files to read"),
        (("--output", "known.json", "--baseline", "known.json"), "one of the files to read"),
        (("--output", "new.json", "--write-baseline", "./new.json"), "two things to one file"),
        (("--write-baseline", "crosscheck.toml"), "is not a baseline"),
        (("--report", "json=report.md", "--report", "markdown=./report.md"), "two things to one file"),
        (("--report", "json=report.md", "--output", "link.md"), "two things to one file"),
    ):
        assert main(["compare", *map(str, pair), *arguments]) == 2
        assert told in capfd.readouterr().err
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_files_come_before_standard_output() -> None:
    assert targets(Format.TERMINAL, None, ["json=a.json", "sarif=b=c"], ()) == (
        Target(Format.JSON, Path("a.json")),
        Target(Format.SARIF, Path("b=c")),
        Target(Format.TERMINAL, None),
    )


def test_check_writes_reports_of_all_its_pairs(run: Run, tmp_path: Path) -> None:
    flags = ["--config", "samples/crosscheck.toml", "--fail-on", "never", "--format", "concise"]
    done = run("check", *flags, "--report", f"jsonl={tmp_path / 'all.jsonl'}", "--report", f"github={tmp_path / 'all.txt'}")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text("utf-8").splitlines()]
    assert [line["name"] for line in lines if line["type"] == "pair"] == ["ferry", "budget", "merger"]
    assert sum(line["type"] == "finding" for line in lines) == len(done.stdout.splitlines())
    assert (tmp_path / "all.txt").read_text("utf-8").startswith("::error file=")
