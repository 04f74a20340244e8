"""Which settings file speaks, and what is said of one that cannot be meant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from crosscheck import CrosscheckError, Settings
from crosscheck.configuration import configuration

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

ALIASES = '[aliases]\nKyiv = ["Kiev"]\n'
TOOL = '[tool.crosscheck.aliases]\nLviv = ["Lvov"]\n'


def file_settings(given: Path | None = None, *, isolated: bool = False, start: Path | None = None) -> Settings:
    return configuration(config=given, isolated=isolated, start=start, environment={}).settings


def folder(root: Path, **files: str) -> Path:
    """Write files into a folder two below the root, `above_` before a name putting it one higher, and return the folder."""
    below = root / "desk" / "copy"
    below.mkdir(parents=True)
    for name, content in files.items():
        place = below.parent if name.startswith("above_") else below
        (place / _FILES[name.removeprefix("above_")]).write_text(content, "utf-8")
    return below


_FILES = {"plain": "crosscheck.toml", "hidden": ".crosscheck.toml", "project": "pyproject.toml"}


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ({}, []),
        ({"plain": ALIASES}, ["Kyiv"]),
        ({"hidden": ALIASES}, ["Kyiv"]),
        ({"project": TOOL}, ["Lviv"]),
        ({"above_plain": ALIASES}, ["Kyiv"]),
        ({"plain": "", "above_plain": ALIASES}, []),  # an empty file speaks, and says nothing
        ({"plain": ALIASES, "hidden": "nonsense", "project": TOOL}, ["Kyiv"]),  # the first in a folder; the others are not read
        ({"hidden": ALIASES, "project": TOOL}, ["Kyiv"]),
        ({"project": "[project]\nname = 'desk'\n", "above_hidden": ALIASES}, ["Kyiv"]),  # nothing for us in it
        ({"project": TOOL, "above_plain": ALIASES}, ["Lviv"]),  # no merging
    ],
)
def test_the_nearest_file_speaks_alone(tmp_path: Path, files: dict[str, str], names: list[str]) -> None:
    assert [name for name, _ in file_settings(start=folder(tmp_path, **files)).aliases] == names


def test_the_search_begins_in_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder(tmp_path, plain=ALIASES))
    assert file_settings() == Settings(aliases=(("Kyiv", ("Kiev",)),))


def test_a_file_given_goes_before_the_nearest(tmp_path: Path) -> None:
    below = folder(tmp_path, plain=ALIASES, project=TOOL)
    (below / "style.toml").write_text('aliases = { Odesa = ["Odessa", "Одеса"] }', "utf-8")
    assert file_settings(below / "style.toml", start=below).aliases == (("Odesa", ("Odessa", "Одеса")),)
    assert file_settings(below / "pyproject.toml", start=below).aliases == (("Lviv", ("Lvov",)),)


def test_isolated_reads_no_file(tmp_path: Path) -> None:
    assert file_settings(isolated=True, start=folder(tmp_path, plain="nonsense")) == Settings()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("alias = 1", "no setting is called 'alias': did you mean aliases?"),
        ("Aliases = {}", "no setting is called 'Aliases': did you mean aliases?"),
        ("xyzzy = 1", "no setting is called 'xyzzy': there is fail-on, min-severity, select,"),
        ("aliases = 3", 'aliases is a number: give names with lists of variants, as in Kyiv = ["Kiev"]'),
        ("aliases = true", "aliases is true or false: give names"),
        ("aliases = ['Kiev']", "aliases is a list: give names"),
        ("[aliases]\nKyiv = 'Kiev'", "aliases.Kyiv is a text: give names with lists of variants"),
        ("[aliases]\nKyiv = ['Kiev', 3.5]", "aliases.Kyiv is a number: give"),
        ("[aliases]\nKyiv = 2022-02-24", "aliases.Kyiv is a date or time: give"),
        ("[aliases.Ann]\nLee = ['Li']", "aliases.Ann is a table: give"),
        ("[aliases]\nKyiv = ['']", "aliases.Kyiv holds an empty name"),
        ("[aliases]\n' ' = ['Kiev']", "holds an empty name"),
        ("[aliases]\nKyiv = ['Kiev']\nKharkiv = ['kiev']", "aliases.Kharkiv and aliases.Kyiv both hold 'kiev': a spelling can stand for one name only"),
        ("[aliases]\nKyiv ['Kiev']", "(at line 2, column 6)"),
        ("[aliases]\nKyiv = ['Kiev']\nKyiv = ['Kief']", "(at line 3, the last)"),
        (b"[aliases]\nKyiv = ['Ki\xe9v']", "not UTF-8 from byte 21 on"),
    ],
)
def test_a_file_that_cannot_be_meant_is_told_in_one_line(tmp_path: Path, content: str | bytes, told: str) -> None:
    path = tmp_path / "crosscheck.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CrosscheckError) as error:
        file_settings(path)
    assert told in str(error.value)
    assert str(path) in str(error.value)
    assert len(str(error.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[project]\nname = 'desk'", "has no table [tool.crosscheck]"),
        ("tool = 3", "has no table [tool.crosscheck]"),
        ("[tool]\ncrosscheck = 3", "tool.crosscheck is a number: give a table"),
        ("[tool.crosscheck]\nfail = 1", "no setting is called 'fail'"),
    ],
)
def test_a_project_file_given_must_speak_to_us(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "pyproject.toml").write_text(content, "utf-8")
    with pytest.raises(CrosscheckError) as error:
        file_settings(tmp_path / "pyproject.toml")
    assert told in str(error.value)


# On the command line


def write(below: Path) -> Path:
    (below / "a.txt").write_text("Eleven dock workers were hurt in Wostrowa on Monday when a crane fell, the port said.\n", "utf-8")
    (below / "b.txt").write_text("Eleven dock workers were hurt in Vostrova on Monday when a crane fell, the port said.\n", "utf-8")
    return below


def test_aliases_of_the_nearest_file_reach_the_report(tmp_path: Path, run: Run) -> None:
    below = write(folder(tmp_path, above_plain='[aliases]\nVostrova = ["Wostrowa"]\n'))
    told = run("compare", "a.txt", "b.txt", "--fail-on", "warning", "--format", "json", cwd=below)
    assert (told.returncode, told.stderr) == (0, "")
    report = json.loads(told.stdout)
    assert report["settings"]["aliases"] == {"Vostrova": ["Wostrowa"]}
    assert {finding["severity"] for finding in report["findings"]} <= {"note"}
    alone = run("compare", "a.txt", "b.txt", "--fail-on", "warning", "--isolated", cwd=below)
    assert (alone.returncode, alone.stderr) == (1, "")


@pytest.mark.parametrize(
    ("command", "flags", "told"),
    [
        (("compare", "a.txt", "b.txt"), (), "no setting is called 'alias': did you mean aliases?"),
        (("inspect", "a.txt"), (), "no setting is called 'alias': did you mean aliases?"),
        (("compare", "a.txt", "b.txt"), ("--config", "nowhere.toml"), "cannot read nowhere.toml: No such file or directory"),
        (("inspect", "a.txt"), ("--config", "nowhere.toml"), "cannot read nowhere.toml: No such file or directory"),
        (("compare", "a.txt", "b.txt"), ("--config", "."), "cannot read .: Is a directory"),
        (("compare", "a.txt", "b.txt"), ("--config", "crosscheck.toml", "--isolated"), "--isolated reads no settings and --config crosscheck.toml does"),
    ],
)
def test_trouble_with_settings_ends_with_2(tmp_path: Path, run: Run, command: tuple[str, ...], flags: tuple[str, ...], told: str) -> None:
    done = run(*command, *flags, cwd=write(folder(tmp_path, plain="[alias]\n")))
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("crosscheck: error: ")
    assert told in line


def test_toml_that_is_too_deep_is_no_bug(tmp_path: Path) -> None:
    (tmp_path / "crosscheck.toml").write_text(f"furniture = {'[' * 5000}{']' * 5000}", "utf-8")
    with pytest.raises(CrosscheckError, match="too deep"):
        file_settings(start=tmp_path)


def test_a_path_with_a_nul_is_no_bug(tmp_path: Path, run: Run) -> None:
    done = run("compare", "a.txt", "b.txt", cwd=write(folder(tmp_path, plain='ignore-file = "a\\u0000b"\n')))
    assert (done.returncode, done.stderr) == (2, "crosscheck: error: cannot read a<U+0000>b: embedded null byte\n")


@pytest.mark.parametrize("command", [("compare", "a.txt", "b.txt", "--fail-on", "never"), ("inspect", "a.txt")])
def test_isolated_minds_no_broken_file(tmp_path: Path, run: Run, command: tuple[str, ...]) -> None:
    done = run(*command, "--isolated", cwd=write(folder(tmp_path, plain="[alias]\n")))
    assert (done.returncode, done.stderr) == (0, "")
