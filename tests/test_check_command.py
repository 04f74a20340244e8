"""`crosscheck check` as its users run it: pairs from the settings, one table, one exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from time import sleep
from typing import TYPE_CHECKING, Protocol

import pytest

from crosscheck.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

WIRE = "The ferry Astrid ran aground off Holm island on Friday with 40 passengers on board, police said.\n"
PAIRS = """\
[[pairs]]
name = "ferry"
a = "wire.txt"
b = "copy/ferry.txt"

[[pairs]]
a = "wire.txt"
b = "copy/web/*.md"
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with settings and two pairs: one that agrees, one whose number differs."""
    (tmp_path / "copy" / "web").mkdir(parents=True)
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "copy" / "ferry.txt").write_text(WIRE.replace("ran aground", "went aground"), "utf-8")
    (tmp_path / "copy" / "web" / "ferry.md").write_text(WIRE.replace("40", "60"), "utf-8")
    (tmp_path / "crosscheck.toml").write_text(PAIRS, "utf-8")
    return tmp_path


class Here(Protocol):
    """`here("check")`: the command in this process, which is quicker than one of its own; gives the exit code, the output and the errors."""

    def __call__(self, *arguments: str, **environment: str) -> tuple[int, str, str]: ...


@pytest.fixture
def here(desk: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Here:
    def crosscheck(*arguments: str, **environment: str) -> tuple[int, str, str]:
        with monkeypatch.context() as patched:
            patched.chdir(desk)
            for name, value in environment.items():
                patched.setenv(name, value)
            return (main(arguments), *capfd.readouterr())

    return crosscheck


def test_a_table_the_findings_and_one_exit_code(desk: Path, run: Run) -> None:
    done = run("check", cwd=desk)
    assert (done.returncode, done.stderr) == (1, "")
    assert (
        done.stdout
        == """\
2 pairs checked: 1 failed

Result      Errors  Warnings     Notes  Pair
passed           0         0         0  ferry
failed           1         0         0  copy/web/ferry.md

Findings (1) ───────────────────────────────────────────────────────────────────────────────────────

✖ copy/web/ferry.md:1:61: error[NUM001] "40" in A, "60" in B (wire.txt:1:61)
"""
    )


def test_findings_are_found_from_a_folder_below(desk: Path, run: Run) -> None:
    done = run("check", "--format", "concise", cwd=desk / "copy")
    line = '../copy/web/ferry.md:1:61: error[NUM001] "40" in A, "60" in B (../wire.txt:1:61)\n'
    assert (done.returncode, done.stdout.replace(os.sep, "/"), done.stderr) == (1, line, "")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("ferry",), 0),
        (("ferry", "copy/web/*.md"), 1),
        (("--fail-on", "never"), 0),
        (("--ignore", "NUM"), 0),
        (("--quiet",), 1),
        (("--format", "json"), 1),
        (("--format", "markdown", "--output", "report.md"), 1),
        (("fery",), 2),
        (("--jobs", "0"), 2),
        (("--output", "wire.txt"), 2),
        (("--config", "nowhere.toml"), 2),
    ],
)
def test_exit_code(here: Here, arguments: tuple[str, ...], code: int) -> None:
    ended, out, err = here("check", *arguments)
    assert ended == code
    assert len(err.splitlines()) == (code == 2)
    assert bool(out) is (code != 2 and "--quiet" not in arguments and "--output" not in arguments)


def test_the_environment_speaks_before_the_file_and_a_flag_before_it(desk: Path, here: Here) -> None:
    (desk / "crosscheck.toml").write_text(f'fail-on = "never"\n{PAIRS}', "utf-8")
    assert here("check")[0] == 0
    assert here("check", CROSSCHECK_FAIL_ON="error")[0] == 1
    assert here("check", "--fail-on", "never", CROSSCHECK_FAIL_ON="error")[0] == 0


def test_a_pair_that_cannot_be_read_fails_the_run_after_the_others(desk: Path, run: Run) -> None:
    (desk / "copy" / "ferry.txt").unlink()
    done = run("check", "--format", "json", "--jobs", "2", cwd=desk)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"crosscheck: error: {os.path.join('copy', 'ferry.txt')}: no such file")  # noqa: PTH118
    document = json.loads(done.stdout)
    assert (document["complete"], document["summary"]["exit_code"]) == (False, 2)
    assert [pair["name"] for pair in document["pairs"]] == ["copy/web/ferry.md"]
    assert [pair["name"] for pair in document["unread"]] == ["ferry"]


def test_a_report_that_many_pairs_lack_is_told_once(desk: Path, here: Here) -> None:
    (desk / "wire.txt").unlink()
    code, out, err = here("check")
    assert (code, len(err.splitlines())) == (2, 1)
    assert out.startswith("2 pairs checked: 2 could not be read\n")


def test_a_pattern_that_matches_no_file_fails_the_run_unless_it_may(desk: Path, here: Here) -> None:
    (desk / "copy" / "web" / "ferry.md").unlink()
    told = f"copy/web/*.md: no file matches {os.path.join('copy', 'web', '*.md')} (--allow-empty lets that pass)"  # noqa: PTH118
    code, out, err = here("check")
    assert (code, err, out.splitlines()[0]) == (2, f"crosscheck: error: {told}\n", "2 pairs checked: 1 could not be read")
    code, out, err = here("check", "--allow-empty")
    assert (code, err, out.splitlines()[0]) == (0, "", "1 pair checked: none failed")


@pytest.mark.parametrize("content", ["", "pairs = []"])
def test_without_pairs_there_is_nothing_to_pass(desk: Path, here: Here, content: str) -> None:
    (desk / "crosscheck.toml").write_text(content, "utf-8")
    told = 'crosscheck.toml names no pairs: write [[pairs]] with a = "wire.txt" and b = "copy.txt" into crosscheck.toml'
    assert here("check") == (2, "", f"crosscheck: error: {told}\n")


def test_warnings_are_told_and_quiet_silences_them(desk: Path, here: Here) -> None:
    (desk / "copy" / "ferry.txt").write_bytes("The café ferry Astrid ran aground on Friday, police said.\n".encode("cp1252"))
    assert "read as cp1252" in here("check", "ferry")[2]
    assert here("check", "ferry", "--quiet")[1:] == ("", "")


def test_a_pair_of_two_events_is_told(desk: Path, here: Here) -> None:
    story = "The city council voted on Tuesday to raise the budget of the library.\n\nNew books will be bought in autumn, the mayor's office said.\n"
    (desk / "copy" / "ferry.txt").write_text(story, "utf-8")
    wire, copy = "wire.txt", os.path.join("copy", "ferry.txt")  # noqa: PTH118
    assert here("check", "ferry")[2] == f"crosscheck: warning: {wire} and {copy} seem to be about different events: is it the right pair?\n"
    assert here("check", "ferry", "--quiet")[2] == ""


def test_progress_is_for_terminals(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from crosscheck.output import progress

    for terminal in (False, True):
        monkeypatch.setattr(sys.stderr, "isatty", lambda terminal=terminal: terminal, raising=False)
        with suppress(KeyboardInterrupt), progress(12, "pairs") as tell:
            tell(1)
            raise KeyboardInterrupt
        assert capsys.readouterr().err == ("\r1 of 12 pairs\r              \r" if terminal else "")


# Ends of a run that only a process of its own can come to


@pytest.mark.slow
@pytest.mark.usefixtures("ctrl_c")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT between processes")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_with_130_and_leaves_no_process(desk: Path, jobs: str) -> None:
    pairs = "".join(f'[[pairs]]\na = "wire.txt"\nb = "copy/long.txt"\nname = "{number}"\n' for number in range(2000))
    (desk / "copy" / "long.txt").write_text("\n\n".join(WIRE.replace("40", str(number)) for number in range(40, 70)), "utf-8")
    (desk / "crosscheck.toml").write_text(pairs, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "crosscheck", "check", "--jobs", jobs], cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(2)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to every process of the run
        out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (130, b"", b"")
    sleep(0.1)
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)


@pytest.mark.usefixtures("ctrl_c")
def test_ctrl_c_that_python_ignores_ends_with_130_all_the_same(desk: Path, run: Run) -> None:
    (desk / "sitecustomize.py").write_text(
        "import sys, time, crosscheck.compare\n"
        "class Deaf:\n"
        "    def __del__(self): raise KeyboardInterrupt\n"
        "def align(*_):\n"
        "    Deaf()\n"
        "    for _ in range(200): time.sleep(0.05)\n"
        "sys.modules['crosscheck.compare'].align = align\n",
        "utf-8",
    )
    done = run("check", "--jobs", "1", cwd=desk, env={"PYTHONPATH": str(desk)})
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_closed_pipe_ends_quietly(desk: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run([sys.executable, "-m", "crosscheck", "check", "ferry"], cwd=desk, stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("mishap", "told"),
    [
        ("None", "a bug, not your text: TypeError"),
        ("lambda *_: __import__('os')._exit(9)", "a process of the check died, perhaps for want of memory: try --jobs 1"),
    ],
)
def test_a_process_of_the_check_that_fails_or_dies_ends_the_run_with_2(desk: Path, run: Run, mishap: str, told: str) -> None:
    (desk / "sitecustomize.py").write_text(f"import sys, crosscheck.compare\nsys.modules['crosscheck.compare'].align = {mishap}\n", "utf-8")
    done = run("check", "--jobs", "2", cwd=desk, env={"PYTHONPATH": str(desk)})
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert told in done.stderr
