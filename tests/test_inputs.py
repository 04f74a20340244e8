"""Every trouble with the input is one clear line on standard error and exit code 2, never a report on nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

GOOD = "Harbour ferry runs aground\n\nThe ferry Astrid ran aground off Holm island on Friday, police said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "wire.txt").write_text(GOOD, "utf-8")
    (tmp_path / "ours.txt").write_text(GOOD.replace("Friday", "Thursday"), "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.txt").symlink_to("wire.txt")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" + GOOD.encode())
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "white.txt").write_bytes(b" \n\t\n\r\n")
    (tmp_path / "marks.txt").write_bytes(b"* * *\n\n---\n")
    (tmp_path / "figures.txt").write_bytes(b"12345\n\n6 7 8\n")
    (tmp_path / "latin.txt").write_bytes("The café Astrid closed on Friday, police said.\n".encode("cp1252"))
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("wirr.txt", "ours.txt"), ["wirr.txt", "wire.txt"]),  # a missing file, the nearest name is suggested
        (("wire.txt", "nowhere/ours.txt"), ["nowhere/ours.txt"]),
        (("wire.txt", "folder"), ["folder"]),
        (("wire.txt", "binary.txt"), ["binary.txt", "binary"]),
        (("empty.txt", "ours.txt"), ["empty.txt", "empty"]),
        (("white.txt", "ours.txt"), ["white.txt"]),
        (("marks.txt", "ours.txt"), ["marks.txt", "sentence"]),
        (("wire.txt", "figures.txt"), ["figures.txt", "sentence"]),
        (("wire.txt", ""), ["path of a report is empty"]),
        (("wire.txt", "two\nlines.txt"), ["two lines.txt"]),
        (("wire.txt", "\x1b[31mred\u202e.txt"), ["<U+001B>[31mred<U+202E>.txt"]),
        (("-", "-"), ["standard input"]),
        (("wire.txt", "wire.txt"), ["wire.txt", "same"]),
        (("wire.txt", "./wire.txt"), ["wire.txt", "same"]),
        (("wire.txt", "link.txt"), ["link.txt", "same"]),
        (("wire.txt", "latin.txt", "--encoding", "utf-8"), ["latin.txt", "utf-8"]),
    ],
    ids=" ".join,
)
def test_input_error_is_one_clear_line(run: Run, folder: Path, arguments: tuple[str, ...], told: list[str]) -> None:
    done = run("compare", *arguments, cwd=folder)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("crosscheck: error: ")
    assert all(words in line for words in told), line


@pytest.mark.parametrize("path", ["wirr.txt", "folder", "binary.txt", "empty.txt", "white.txt", "marks.txt"])
def test_inspect_tells_the_same_troubles(run: Run, folder: Path, path: str) -> None:
    done = run("inspect", path, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("crosscheck: error: ")
    assert len(done.stderr.splitlines()) == 1


def test_the_troubles_of_both_files_are_told_at_once(run: Run, folder: Path) -> None:
    done = run("compare", "empty.txt", "binary.txt", cwd=folder)
    assert done.returncode == 2
    first, second = done.stderr.splitlines()
    assert first.startswith("crosscheck: error: ")
    assert "empty.txt" in first
    assert second.startswith("crosscheck: error: ")
    assert "binary.txt" in second


def test_an_unknown_encoding_is_an_error(run: Run, folder: Path) -> None:
    done = run("inspect", "wire.txt", "--encoding", "utf-nine", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "unknown encoding 'utf-nine'" in done.stderr


def test_empty_standard_input_is_an_error(run: Run, folder: Path) -> None:
    done = run("compare", "-", "ours.txt", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_one_side_may_come_from_standard_input(run: Run, folder: Path) -> None:
    done = run("compare", "-", "ours.txt", "--fail-on", "never", cwd=folder, stdin=GOOD.encode())
    assert (done.returncode, done.stderr) == (0, "")
    assert "Thursday" in done.stdout


def test_a_file_that_is_not_utf8_is_read_as_cp1252_with_a_warning_that_names_the_byte(run: Run, folder: Path) -> None:
    done = run("compare", "wire.txt", "latin.txt", "--fail-on", "never", cwd=folder)
    assert done.returncode == 0
    (line,) = done.stderr.splitlines()
    assert line.startswith("crosscheck: warning: ")
    assert "latin.txt" in line
    assert "0xe9" in line.lower()
    assert "café" in done.stdout


def test_identical_bytes_end_with_0_and_a_note(run: Run, folder: Path) -> None:
    (folder / "copy.txt").write_text(GOOD, "utf-8")
    done = run("compare", "wire.txt", "copy.txt", "--fail-on", "note", cwd=folder)
    assert done.returncode == 0
    assert "identical" in done.stderr
    assert len(done.stderr.splitlines()) == 1
