"""Flags, streams and exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

from crosscheck import CrosscheckError, Settings, compare, output, read
from crosscheck.cli import main
from crosscheck.flags import Format
from crosscheck.render import RENDERERS

if TYPE_CHECKING:
    from conftest import Run

Pair = tuple[Path, Path]


# Exit codes


@pytest.mark.parametrize(
    ("flags", "code"),
    [
        ((), 1),
        (("--fail-on", "error"), 1),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "never"), 0),
        (("--ignore", "NUM"), 0),
        (("--ignore", "NUM,QUO", "--fail-on", "warning"), 0),
        (("--select", "number-differs"), 1),
        (("--select", "QUO", "--select", "num001"), 1),
        (("--select", "QUO"), 0),
        # What is shown, and where, changes nothing.
        (("--min-severity", "note"), 1),
        (("--ignore", "NUM", "--min-severity", "error"), 0),
        (("--quiet",), 1),
        (("--format", "json"), 1),
        (("--format", "markdown"), 1),
    ],
)
def test_exit_code_tells_whether_a_finding_reaches_fail_on(pair: Pair, flags: tuple[str, ...], code: int, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["compare", *map(str, pair), *flags]) == code
    assert capfdbinary.readouterr().err == b""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Missing command"),
        (("compare",), "Missing argument 'A'"),
        (("comapre", "a", "b"), "Did you mean 'compare'"),
        (("compare", "a", "b", "c"), "c"),
        (("compare", "a", "b", "--formt", "json"), "--format"),
        (("compare", "a", "b", "--format", "pdf"), "'--format' / '-f': 'pdf' is not one of"),
        (("compare", "a", "b", "--fail-on", "info"), "never"),
        (("compare", "a", "b", "--date-a", "1 May"), "%Y-%m-%d"),
        (("compare", "a", "b", "--width", "5"), "--width"),
        (("compare", "a", "b", "--min-similarity", "7"), "--min-similarity"),
        (("explain", "NUM01"), "did you mean NUM001?"),
        (("explain", "number-difers"), "did you mean number-differs?"),
        (("explain", ""), "no rule is called ''"),
        (("explain", "xyzzy"), "`crosscheck explain` lists the rules"),
    ],
    ids=" ".join,
)
def test_usage_error_is_one_line_and_ends_with_2(arguments: tuple[str, ...], told: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert line.startswith("crosscheck: error: ")
    assert told in line


@pytest.mark.parametrize(("flag", "entry", "hint"), [("--select", "NUM01", "NUM001"), ("--ignore", "quote-alterd", "quote-altered")])
def test_unknown_rule_ends_with_2_and_a_suggestion(pair: Pair, flag: str, entry: str, hint: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *map(str, pair), flag, entry]) == 2
    assert capfd.readouterr() == ("", f"crosscheck: error: {flag}: no rule is called '{entry}': did you mean {hint}?\n")


@pytest.mark.parametrize(
    ("arguments", "environment", "code", "told"),
    [
        (("a.txt", "b.txt", "--fail-on", "never"), {}, 0, ""),
        (("a.txt", "b.txt"), {}, 1, ""),
        (("a.txt", "b.txt", "--formt", "json"), {}, 2, "No such option"),
        (("a.txt", "nowhere.txt"), {}, 2, "nowhere.txt: no such file"),
        (("a.txt", "b.txt", "--config", "broken.toml"), {}, 2, "cannot read broken.toml"),
        (("a.txt", "b.txt"), {"CROSSCHECK_FAIL_ON": "info"}, 2, "CROSSCHECK_FAIL_ON is 'info'"),
        (("a.txt", "b.txt"), {"PYTHONPATH": "."}, 2, "a bug, not your text: ZeroDivisionError"),
    ],
)
def test_a_process_ends_with_its_code(pair: Pair, run: Run, arguments: tuple[str, ...], environment: dict[str, str], code: int, told: str) -> None:
    folder = pair[0].parent
    (folder / "broken.toml").write_text("fail-on =", "utf-8")
    (folder / "sitecustomize.py").write_text("import sys, crosscheck.read\nsys.modules['crosscheck.read'].read_pair = lambda *_, **__: 1 / 0\n", "utf-8")
    done = run("compare", *arguments, cwd=folder, env=environment)
    assert done.returncode == code
    assert len(done.stderr.splitlines()) == (code == 2)
    assert told in done.stderr


def test_a_bug_is_one_line_and_ends_with_2(pair: Pair, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["crosscheck.read"], "read_pair", lambda *_, **__: 1 / 0)
    assert main(["compare", *map(str, pair)]) == 2
    out, err = capfd.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert "ZeroDivisionError" in err
    assert main(["compare", *map(str, pair), "--debug"]) == 2
    assert "Traceback (most recent call last)" in capfd.readouterr().err


def test_interruption_ends_with_130(pair: Pair, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["crosscheck.read"], "read_pair", interrupted)
    assert main(["compare", *map(str, pair)]) == 130
    assert "Traceback" not in capfd.readouterr().err


def test_interruption_ends_with_130_while_the_program_is_loaded(tmp_path: Path, run: Run) -> None:
    interrupting = """
import sys

class Interruption:
    def find_spec(name, *_):
        if name == "crosscheck.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interruption)
"""
    (tmp_path / "sitecustomize.py").write_text(interrupting, "utf-8")
    done = run("--version", env={"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.usefixtures("ctrl_c")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT between processes")
def test_ctrl_c_while_waiting_for_standard_input_ends_with_130(pair: Pair) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "crosscheck", "compare", "-", pair[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as waiting:
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(1.5)
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=10)
    assert (waiting.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize("arguments", [("--help",), ("explain",), ("compare", "samples/ferry/a.txt", "samples/ferry/b.txt", "--fail-on", "never")])
def test_a_closed_pipe_ends_quietly(arguments: tuple[str, ...]) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run([sys.executable, "-m", "crosscheck", *arguments], stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(pair: Pair) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "crosscheck", "compare", *pair], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"crosscheck: error: cannot write to standard output: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_disk_full_of_help_is_no_bug() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "crosscheck", "--help"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (2, b"crosscheck: error: cannot go on: No space left on device (--debug shows where)\n")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("compare a.txt b.txt >&-", 1),
        ("compare a.txt b.txt --format json --ignore NUM >&- 2>&-", 0),
        ("compare a.txt nowhere.txt 2>&-", 2),
        ("compare - b.txt <&-", 2),
        ("check --jobs 2 <&- >&- 2>&-", 2),
    ],
)
def test_a_closed_stream_changes_no_exit_code(pair: Pair, arguments: str, code: int) -> None:
    done = subprocess.run(["/bin/sh", "-c", f"{sys.executable} -m crosscheck {arguments}"], cwd=pair[0].parent, capture_output=True, check=False)
    assert done.returncode == code
    assert b"bug" not in done.stderr


# What is printed


def test_json_is_what_the_python_api_gives(pair: Pair, capfd: pytest.CaptureFixture[str]) -> None:
    main(["compare", *map(str, pair), "--format", "json", "--fail-on", "warning", "--ignore", "ADD, CER001", "--min-similarity", "0.4"])
    told = json.loads(capfd.readouterr().out)
    settings = Settings(fail_on=Settings().min_severity.WARNING, ignore=("ADD", "CER001"), min_similarity=0.4)
    assert told == compare(read(pair[0]), read(pair[1]), settings).to_dict()


def test_labels_and_dates_reach_the_report(pair: Pair, capfd: pytest.CaptureFixture[str]) -> None:
    flags = ["--label-a", "Wire", "--label-b", "Ours", "--date-a", "2024-05-03", "--date-b", "2024-05-04"]
    main(["compare", *map(str, pair), "--format", "json", *flags])
    articles = json.loads(capfd.readouterr().out)["articles"]
    assert [(article["label"], article["date"]) for article in articles.values()] == [("Wire", "2024-05-03"), ("Ours", "2024-05-04")]


def test_inspect_json_is_what_the_python_api_gives(pair: Pair, capfd: pytest.CaptureFixture[str]) -> None:
    from crosscheck import annotate

    assert main(["inspect", str(pair[0]), "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out) == annotate(read(pair[0])).to_dict()


def test_inspect_shows_what_was_found(pair: Pair, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(pair[0])]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    assert "Astrid" in out
    assert "police" in out


def test_min_severity_hides_and_quiet_silences(pair: Pair, capfd: pytest.CaptureFixture[str]) -> None:
    main(["compare", *map(str, pair), "--format", "json", "--min-severity", "error"])
    assert {finding["severity"] for finding in json.loads(capfd.readouterr().out)["findings"]} == {"error"}
    main(["compare", *map(str, pair), "--quiet"])
    assert capfd.readouterr() == ("", "")


def test_quiet_still_tells_errors(pair: Pair, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(pair[0]), "nowhere.txt", "--quiet"]) == 2
    assert "nowhere.txt" in capfd.readouterr().err


def test_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capfd.readouterr().out.startswith("crosscheck ")


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("-h",), ("compare", "--help"), ("check", "--help"), ("inspect", "-h"), ("config", "--help"), ("explain", "--help")],
    ids=" ".join,
)
def test_help_is_short_and_has_an_example(arguments: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    out, err = capfd.readouterr()
    assert (err, "crosscheck" in out.split("Usage")[1]) == ("", True)
    assert len(out.splitlines()) < 60
    assert max(map(len, out.splitlines())) <= 80


def test_explain_lists_every_rule_and_tells_each_with_its_examples(capfd: pytest.CaptureFixture[str]) -> None:
    from crosscheck.rules.table import RULES

    assert main(["explain"]) == 0
    listed = capfd.readouterr().out.splitlines()
    assert [line.split()[0] for line in listed if not line.startswith(" ")] == [rule.code for rule in RULES]
    for rule in RULES:
        assert main(["explain", rule.code]) == 0
        told = capfd.readouterr().out
        assert rule.name in told
        assert "Flagged" in told
        assert "\n  A  " in told


def test_explain_all_and_its_formats(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from crosscheck.rules.table import RULES

    assert main(["explain", "--all"]) == 0
    assert [code for line in capfd.readouterr().out.splitlines() for code in line.split()[:1] if code[:3].isupper() and code[3:].isdigit()] == [
        rule.code for rule in RULES
    ]
    assert main(["explain", "--all", "--format", "markdown", "-o", str(tmp_path / "rules.md")]) == 0
    assert (tmp_path / "rules.md").read_text("utf-8").count("\n## ") == len(RULES) - 1
    assert main(["explain", "NUM", "--format", "json"]) == 0
    assert [rule["code"] for rule in json.loads(capfd.readouterr().out)["rules"]] == ["NUM001", "NUM002"]
    assert main(["explain", "NUM", "--all"]) == 2
    assert "leave one out" in capfd.readouterr().err


def test_every_format_can_be_asked_for() -> None:
    assert [str(form) for form in Format] == list(RENDERERS)


# Width and colour


def test_piped_output_is_100_wide_and_folded(run: Run) -> None:
    done = run("compare", "samples/ferry/a.txt", "samples/ferry/b.txt")
    assert 80 < max(map(len, done.stdout.splitlines())) <= 100


@pytest.mark.parametrize("width", [40, 77, 130])
def test_width_is_kept_and_nothing_is_cropped(run: Run, width: int) -> None:
    by_flag = run("compare", "samples/ferry/a.txt", "samples/ferry/b.txt", "--width", str(width)).stdout
    assert max(map(len, by_flag.splitlines())) <= width
    assert "…" not in by_flag
    assert run("compare", "samples/ferry/a.txt", "samples/ferry/b.txt", env={"COLUMNS": str(width)}).stdout == by_flag


@pytest.mark.parametrize(
    ("environment", "flag", "colored"),
    [
        ({}, "auto", False),
        ({}, "always", True),
        ({"NO_COLOR": "1"}, "always", True),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"FORCE_COLOR": "0"}, "auto", False),
        ({"FORCE_COLOR": ""}, "auto", False),
        ({"CLICOLOR_FORCE": "1"}, "auto", True),
        ({"CLICOLOR_FORCE": "0"}, "auto", False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, "auto", False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, "auto", True),
        ({"GITHUB_ACTIONS": "true"}, "auto", False),
    ],
)
def test_color(
    pair: Pair, environment: dict[str, str], flag: str, *, colored: bool, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    main(["compare", *map(str, pair), "--color", flag])
    assert ("\x1b[" in capfd.readouterr().out) is colored


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_terminal_report_survives_any_console_encoding(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Volodymyr Zelenskyy met Łukasz Żak — in Kraków on Friday, police said.\n", "utf-8")
    (tmp_path / "b.txt").write_text("Volodymyr Zelenskyy met Łukasz Żak — in Kraków on Monday, police said.\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "crosscheck", "compare", "a.txt", "b.txt"],
        cwd=tmp_path, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": encoding},
    )  # fmt: skip
    assert (done.returncode in {0, 1}, done.stderr) == (True, b"")
    assert "Zelenskyy" in done.stdout.decode(encoding)
    machine = subprocess.run(
        [sys.executable, "-m", "crosscheck", "compare", "a.txt", "b.txt", "--format", "json"],
        cwd=tmp_path, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": encoding},
    )  # fmt: skip
    assert "Łukasz" in machine.stdout.decode("utf-8")


# --output


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_output_holds_what_standard_output_would(pair: Pair, tmp_path: Path, form: str, capfd: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "deep" / "er" / "report"
    assert main(["compare", *map(str, pair), "--format", form, "--output", str(target)]) == 1
    assert capfd.readouterr() == ("", "")
    main(["compare", *map(str, pair), "--format", form])
    assert target.read_bytes().decode("utf-8") == capfd.readouterr().out
    assert list(target.parent.iterdir()) == [target]


def test_output_never_destroys_an_input(pair: Pair, capfd: pytest.CaptureFixture[str]) -> None:
    before = pair[1].read_bytes()
    link = pair[0].with_name("link.txt")
    link.symlink_to(pair[1])
    for target in (pair[1], link):
        assert main(["compare", *map(str, pair), "-o", str(target)]) == 2
        assert "is one of the files" in capfd.readouterr().err
    assert pair[1].read_bytes() == before


def test_output_to_a_dash_is_standard_output(pair: Pair, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(pair[0].parent)
    for arguments in (("compare", "a.txt", "b.txt"), ("inspect", "a.txt"), ("explain", "NUM001"), ("schema",)):
        main([*arguments, "-o", "-"])
        told = capfd.readouterr()
        main(arguments)
        assert capfd.readouterr() == told
    assert main(["compare", "a.txt", "b.txt", "--write-baseline", "-"]) == 2
    assert "name a file" in capfd.readouterr().err
    assert not Path("-").exists()


def test_output_to_a_folder_is_an_error(pair: Pair, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *map(str, pair), "-o", str(tmp_path)]) == 2
    assert "is a folder" in capfd.readouterr().err


def test_output_to_a_name_too_long_is_an_error(pair: Pair, capfd: pytest.CaptureFixture[str]) -> None:
    for flags in (("-o", "x" * 300), ("--report", f"json={'x' * 300}"), ("--write-baseline", "x" * 300)):
        assert main(["compare", *map(str, pair), *flags]) == 2
        assert capfd.readouterr() == ("", f"crosscheck: error: cannot write {'x' * 300}: File name too long\n")


def test_output_below_a_file_is_an_error(pair: Pair, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *map(str, pair), "-o", str(pair[0] / "report.md")]) == 2
    assert "cannot write" in capfd.readouterr().err


def test_output_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.json"
    target.write_text("the report of yesterday")
    target.chmod(0o640)

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.replace", broken)
        with pytest.raises(CrosscheckError, match="No space left"):
            output.deliver("today", target)
    assert target.read_text() == "the report of yesterday"
    assert list(tmp_path.iterdir()) == [target]
    output.deliver("today", target)
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("today", 0o640)


def test_output_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    output.deliver("new", tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


def test_output_to_a_device_is_written_in_place() -> None:
    output.deliver("nothing", Path(os.devnull))
    assert not Path(os.devnull).is_file()


# What is loaded


FORMATS = {f"crosscheck.render.{form}" for form in RENDERERS}
UNASKED = {"crosscheck.markup.html", "crosscheck.markup.markdown", "crosscheck.baseline", "crosscheck.ignore_file"}


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (("--help",), {"nltk", "rich.console", "crosscheck.annotate"}),
        (("--version",), {"nltk", "rich.console", "crosscheck.annotate"}),
        (("compare", "--help"), {"nltk", "rich.console", "crosscheck.annotate"}),
        (("explain",), {"nltk"}),
        (("config",), {"nltk", "rich.console"}),
        (("check",), {"nltk", "rich.console", "crosscheck.annotate"}),  # no pairs are configured
        (("compare", "nowhere.txt", "nowhere.md"), {"nltk", "rich.console", "crosscheck.annotate"}),
        (("compare", "samples/ferry/a.txt", "samples/ferry/b.txt"), UNASKED | FORMATS - {"crosscheck.render.terminal"}),
        (("compare", "samples/ferry/a.txt", "samples/ferry/b.txt", "-f", "json"), UNASKED | {"rich.console"} | FORMATS - {"crosscheck.render.json"}),
    ],
    ids=" ".join,
)
def test_a_command_loads_only_what_it_needs(arguments: tuple[str, ...], never: set[str]) -> None:
    script = f"import sys; from crosscheck.cli import main; main({list(arguments)}); sys.stderr.write(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True, encoding="utf-8", cwd=ROOT).stderr.split()
    assert "crosscheck.cli" in loaded
    assert never.isdisjoint(loaded)
