"""The baseline as its users meet it: written once, silent for what it knows, loud for what is new."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from crosscheck.cli import main

if TYPE_CHECKING:
    from pathlib import Path

WIRE = "The ferry Astrid ran aground off Holm island on Friday with 40 passengers on board, police said.\n"
BOATS = "Rescue boats took 25 survivors to the port of Kelda on Saturday, the coast guard said.\n"
PAIRS = '[[pairs]]\nname = "ferry"\na = "wire.txt"\nb = "copy/ferry.md"\n\n[[pairs]]\nname = "boats"\na = "boats.txt"\nb = "copy/boats.md"\n'


class Here(Protocol):
    """`here("check")`: the command in this process, with its report in report.json; gives the exit code and the errors."""

    def __call__(self, *arguments: str) -> tuple[int, str]: ...


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with two pairs that differ in a number each."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copy").mkdir()
    (tmp_path / "crosscheck.toml").write_text(PAIRS, "utf-8")
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "boats.txt").write_text(BOATS, "utf-8")
    (tmp_path / "copy" / "ferry.md").write_text(WIRE.replace("40", "60"), "utf-8")
    (tmp_path / "copy" / "boats.md").write_text(BOATS.replace("25", "52"), "utf-8")
    return tmp_path


@pytest.fixture
def here(capfd: pytest.CaptureFixture[str]) -> Here:
    def crosscheck(*arguments: str) -> tuple[int, str]:
        return main([*arguments, "--output", "report.json", "--format", "json"]), capfd.readouterr().err

    return crosscheck


def report(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "report.json").read_bytes())
    return told


def known(folder: Path) -> list[tuple[str, str]]:
    return [(entry["b"], entry["code"]) for entry in json.loads((folder / "known.json").read_bytes())["findings"]]


def test_what_the_baseline_knows_is_silent_and_told_as_such(folder: Path, here: Here) -> None:
    assert here("check") == (1, "")
    assert here("check", "--write-baseline", "known.json") == (0, "")
    assert known(folder) == [("copy/boats.md", "NUM001"), ("copy/ferry.md", "NUM001")]
    assert here("check", "--baseline", "known.json") == (0, "")
    told = report(folder)
    assert told["summary"] == {"exit_code": 0, "pairs": 2, "failed": 0, "unread": 0, "by_severity": {"error": 0, "warning": 0, "note": 0}, "suppressed": 2}
    assert [finding["suppressed"] for pair in told["pairs"] for finding in pair["report"]["findings"]] == [
        {"by": "baseline", "reason": "known in known.json"},
        {"by": "baseline", "reason": "known in known.json"},
    ]
    assert here("check") == (1, "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (WIRE.replace("40", "60"), 0),
        (f"Ferry aground off Holm\n\n{WIRE.replace('40 passengers', '60' + chr(0xA0) + 'passengers')}", 0),
        (WIRE.replace("40", "70"), 1),
        (WIRE.replace("40", "60").replace("ran aground", "did not run aground"), 1),
    ],
)
def test_only_what_is_new_fails(folder: Path, here: Here, text: str, code: int) -> None:
    here("check", "--write-baseline", "known.json")
    (folder / "copy" / "ferry.md").write_text(text, "utf-8")
    assert here("check", "--baseline", "known.json")[0] == code


def test_a_second_mistake_with_the_same_words_fails(folder: Path, here: Here) -> None:
    here("check", "ferry", "--write-baseline", "known.json")
    guard = "The coast guard sent 40 divers to the wreck of the Astrid on Sunday morning, a spokesman said.\n"
    (folder / "wire.txt").write_text(f"{WIRE}\n{guard}", "utf-8")
    (folder / "copy" / "ferry.md").write_text(f"{WIRE}\n{guard}".replace("40", "60"), "utf-8")
    assert here("check", "ferry", "--baseline", "known.json")[0] == 1
    told = report(folder)["pairs"][0]["report"]
    assert (told["summary"]["by_severity"]["error"], told["summary"]["suppressed"]) == (1, 1)


def test_an_entry_that_is_not_found_any_more_is_told(folder: Path, here: Here) -> None:
    here("check", "--write-baseline", "known.json")
    (folder / "copy" / "ferry.md").write_text(WIRE.replace("ran", "went"), "utf-8")
    line = 'crosscheck: warning: known.json: no longer found: NUM001 in copy/ferry.md, "40" in A, "60" in B\n'
    assert here("check", "--baseline", "known.json") == (0, line)
    assert here("compare", "wire.txt", "copy/ferry.md", "--baseline", "known.json") == (0, line)
    assert here("check", "boats", "--baseline", "known.json") == (0, "")
    assert here("check", "--baseline", "known.json", "--ignore", "NUM") == (0, "")
    assert here("check", "--baseline", "known.json", "--quiet") == (0, "")


def test_a_pair_that_is_gone_leaves_the_baseline_only_when_all_are_checked(folder: Path, here: Here) -> None:
    here("check", "--write-baseline", "known.json")
    (folder / "copy" / "boats.md").write_text(BOATS.replace("took", "brought"), "utf-8")
    assert here("check", "boats", "--write-baseline", "known.json")[0] == 0
    assert known(folder) == [("copy/ferry.md", "NUM001")]
    assert here("compare", "boats.txt", "copy/boats.md", "--write-baseline", "known.json")[0] == 0
    assert known(folder) == [("copy/ferry.md", "NUM001")]
    (folder / "crosscheck.toml").write_text(PAIRS[PAIRS.rindex("[[pairs]]") :], "utf-8")
    assert here("check", "--baseline", "known.json")[1].count("no longer found") == 1
    assert here("check", "--write-baseline", "known.json") == (0, "")
    assert known(folder) == []


def test_the_baseline_is_the_same_from_every_folder_and_every_run(folder: Path, here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    here("check", "--write-baseline", "known.json")
    monkeypatch.chdir(folder / "copy")
    here("check", "--write-baseline", "known.json", "--jobs", "2")
    assert (folder / "copy" / "known.json").read_bytes() == (folder / "known.json").read_bytes()
    (folder / "crosscheck.toml").write_text(f'baseline = "known.json"\n{PAIRS}', "utf-8")
    assert here("check") == (0, "")
    assert here("check", "--baseline", "")[0] == 1


def test_lesser_findings_are_left_out_on_demand(folder: Path, here: Here) -> None:
    (folder / "copy" / "ferry.md").write_text(f"{WIRE.replace('40', '60')}\nNobody on the shore had seen the storm coming in.\n", "utf-8")
    here("check", "--write-baseline", "known.json")
    assert ("copy/ferry.md", "ADD001") in known(folder)
    here("check", "--write-baseline", "known.json", "--min-severity", "error")
    assert ("copy/ferry.md", "ADD001") not in known(folder)
    here("check", "--write-baseline", "known.json", "--min-severity", "error", "--fail-on", "note")
    assert ("copy/ferry.md", "ADD001") in known(folder)


def test_a_baseline_is_not_written_where_a_pair_cannot_be_read(folder: Path, here: Here) -> None:
    (folder / "copy" / "boats.md").unlink()
    ended, told = here("check", "--write-baseline", "known.json")
    assert ended == 2
    assert "known.json was not written, since not every pair could be read" in told
    assert not (folder / "known.json").exists()


ENTRY = {"id": "0" * 16, "code": "NUM001", "a": "wire.txt", "b": "copy.txt", "message": "differs"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "there is no baseline known.json: --write-baseline known.json writes one"),
        (b"", "known.json is not a baseline: name one that --write-baseline wrote"),
        (b"\xff{", "is not a baseline"),
        (b"[]", "is not a baseline"),
        (b"[" * 10_000, "is not a baseline"),
        (b'{"findings": []}', "is not a baseline"),
        (b'{"baseline_version": 2, "findings": []}', "is not a baseline"),
        (json.dumps({"baseline_version": 1, "findings": [ENTRY | {"line": "3"}]}).encode(), "is not a baseline"),
        (json.dumps({"baseline_version": 1, "findings": [ENTRY | {"id": 3}]}).encode(), "is not a baseline"),
        (json.dumps({"baseline_version": 1, "findings": [3]}).encode(), "is not a baseline"),
    ],
)
def test_a_baseline_that_cannot_be_read_ends_the_run(folder: Path, here: Here, content: bytes | None, told: str) -> None:
    if content is not None:
        (folder / "known.json").write_bytes(content)
    for command in (("check",), ("compare", "wire.txt", "copy/ferry.md")):
        ended, error = here(*command, "--baseline", "known.json")
        assert (ended, len(error.splitlines())) == (2, 1)
        assert told in error


@pytest.mark.parametrize("target", ["copy/ferry.md", "crosscheck.toml", "wire.txt", "copy"])
def test_a_baseline_is_not_written_over_another_file(folder: Path, here: Here, target: str) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert here("check", "--write-baseline", target)[0] == 2
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
