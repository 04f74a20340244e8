"""Which of flag, environment, file and default a setting comes from, and what is said of a value that cannot be meant."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from crosscheck import CrosscheckError, Settings
from crosscheck.configuration import VARIABLES, configuration
from crosscheck.keys import KEYS
from crosscheck.pairs import Pair
from crosscheck.render import settings
from crosscheck.rules.rule import Severity

if TYPE_CHECKING:
    from conftest import Run

    from crosscheck.configuration import Configuration

FILE = """\
fail-on = "warning"
ignore = ["ADD"]
min-similarity = 0.5
furniture = ["Sign up for *"]

[severity]
NUM002 = "error"
NAM = "off"

[aliases]
Kyiv = ["Kiev"]

[[pairs]]
name = "ferry"
a = "wire/ferry.txt"
b = "copy/ferry.md"
date-a = 2024-05-01
date-b = "2024-05-02"
label-a = "Wire"

[[pairs]]
a = "wire/budget.txt"
b = "copy/budget/**/*.md"
"""


def used(folder: Path, file: str = FILE, flags: dict[str, Any] | None = None, **environment: str) -> Configuration:
    (folder / "crosscheck.toml").write_text(file, "utf-8")
    return configuration(flags or {}, config=folder / "crosscheck.toml", environment={f"CROSSCHECK_{name}": value for name, value in environment.items()})


def test_a_file_tells_every_setting(tmp_path: Path) -> None:
    told = used(tmp_path)
    assert told.settings == Settings(
        fail_on=Severity.WARNING,
        ignore=("ADD",),
        min_similarity=0.5,
        severity=(("NUM002", Severity.ERROR), ("NAM", None)),
        aliases=(("Kyiv", ("Kiev",)),),
    )
    assert told.furniture == ("Sign up for *",)
    ferry, budget = told.pairs
    assert ferry == Pair("ferry", "wire/ferry.txt", "copy/ferry.md", label_a="Wire", date_a=ferry.date_a, date_b=ferry.date_b)
    assert (str(ferry.date_a), str(ferry.date_b)) == ("2024-05-01", "2024-05-02")
    assert budget == Pair("copy/budget/**/*.md", "wire/budget.txt", "copy/budget/**/*.md")
    assert told.folder == tmp_path


def test_without_a_file_everything_is_the_default() -> None:
    told = configuration(isolated=True, environment={})
    assert (told.settings, told.furniture, told.pairs, told.path) == (Settings(), (), (), None)
    assert {setting.origin for setting in told.told.values()} == {None}


@pytest.mark.parametrize(
    ("flags", "environment", "value", "origin"),
    [
        ({}, {}, Severity.WARNING, "crosscheck.toml:1"),
        ({}, {"FAIL_ON": ""}, Severity.WARNING, "crosscheck.toml:1"),  # as a workflow sets it where nobody chose
        ({}, {"FAIL_ON": "note"}, Severity.NOTE, "CROSSCHECK_FAIL_ON"),
        ({}, {"FAIL_ON": "never"}, None, "CROSSCHECK_FAIL_ON"),
        ({"fail-on": None}, {"FAIL_ON": "note"}, Severity.NOTE, "CROSSCHECK_FAIL_ON"),
        ({"fail-on": "error"}, {"FAIL_ON": "note"}, Severity.ERROR, "--fail-on"),
        ({"fail-on": "never"}, {}, None, "--fail-on"),
        ({"fail-on": "error"}, {"FAIL_ON": "nonsense"}, Severity.ERROR, "--fail-on"),
    ],
)
def test_a_flag_goes_before_a_variable_and_that_before_the_file(
    tmp_path: Path, flags: dict[str, Any], environment: dict[str, str], value: Severity | None, origin: str
) -> None:
    told = used(tmp_path, flags=flags, **environment).told["fail-on"]
    assert (told.value, str(told.origin).removeprefix(f"{tmp_path}/")) == (value, origin)


def test_every_variable_is_read(tmp_path: Path) -> None:
    told = used(
        tmp_path,
        FAIL_ON="never",
        MIN_SEVERITY="error",
        SELECT="NUM, quote-altered",
        IGNORE="ADD",
        MIN_SIMILARITY="0.7",
        BASELINE="known.json",
        IGNORE_FILE="let.toml",
    )
    assert {name for name, key in VARIABLES.items() if str(told.told[key].origin) == name} == set(VARIABLES)
    assert (told.settings.select, told.settings.ignore, told.settings.min_similarity) == (("NUM", "quote-altered"), ("ADD",), 0.7)
    assert (told.baseline, told.ignore_file) == (Path("known.json"), Path("let.toml"))


def test_a_path_in_a_file_leads_from_its_folder_and_one_in_a_flag_from_the_current(tmp_path: Path) -> None:
    file = 'baseline = "known.json"\nignore-file = ""'
    assert (used(tmp_path, file).baseline, used(tmp_path, file).ignore_file) == (tmp_path / "known.json", None)
    assert used(tmp_path, file, flags={"baseline": "known.json"}).baseline == Path("known.json")
    assert used(tmp_path, file, flags={"baseline": ""}).baseline is None


def test_lists_are_replaced_and_not_joined(tmp_path: Path) -> None:
    assert used(tmp_path, IGNORE="NUM,QUO").settings.ignore == ("NUM", "QUO")
    assert used(tmp_path, flags={"ignore": []}, IGNORE="NUM,QUO").settings.ignore == ()


def test_a_variable_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "desk.toml").write_text("min-similarity = 1", "utf-8")
    (tmp_path / "crosscheck.toml").write_text("min-similarity = 0", "utf-8")
    environment = {"CROSSCHECK_CONFIG": str(tmp_path / "desk.toml")}
    assert configuration(start=tmp_path, environment=environment).settings.min_similarity == 1
    assert configuration(config=tmp_path / "crosscheck.toml", environment=environment).settings.min_similarity == 0
    assert configuration(isolated=True, environment=environment).path is None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("\nfail_on = 'error'", ":2: no setting is called 'fail_on': did you mean fail-on?"),
        ('"odd\\nkey" = 1', r":1: no setting is called 'odd\nkey': there is"),
        ("format = 'json'", ":1: no setting is called 'format': there is fail-on, min-severity,"),
        ("fail-on = 'info'", ":1: fail-on is 'info': give error, warning, note or never"),
        ("fail-on = 1", ":1: fail-on is a number: give error, warning, note or never"),
        ("min-severity = 'never'", ":1: min-severity is 'never': give error, warning or note"),
        ("min-similarity = 1.5", ":1: min-similarity is 1.5: give a number from 0 to 1"),
        ("min-similarity = nan", ":1: min-similarity is nan: give a number from 0 to 1"),
        ("min-similarity = true", ":1: min-similarity is true or false: give a number from 0 to 1"),
        ("min-similarity = '0.5'", ":1: min-similarity is a text: give a number from 0 to 1"),
        ("ignore = 'ADD'", ":1: ignore is a text: give a list of rules, as in"),
        ("ignore = ['ADD', 3]", ":1: ignore[2] is a number: give a list of rules"),
        ("select = ['ADD', 'NUM01']", ":1: select[2]: no rule is called 'NUM01': did you mean NUM001?"),
        ("[severity]\nNUM002 = 'error'\nNUM01 = 'note'", ":3: severity.NUM01: no rule is called 'NUM01': did you mean NUM001?"),
        ("[severity]\nNUM002 = 'never'", ":2: severity.NUM002 is 'never': give error, warning, note or off"),
        ("severity = 'off'", ":1: severity is a text: give rules with severities"),
        ("furniture = 'Sign up'", ":1: furniture is a text: give a list of lines"),
        ("furniture = ['Sign up', ' * ']", ":1: furniture[2] is ' * ', which would set aside every line: give words of the line"),
        ("furniture = ['']", ":1: furniture[1] is '', which would"),
        ("[pairs]\na = 'a.txt'", ":1: pairs is a table: give [[pairs]] with two files"),
        ("pairs = ['a.txt']", ":1: pairs[1] is a text: give [[pairs]] with two files"),
        ("[[pairs]]\na = 'a.txt'\nb = 'b.txt'\n[[pairs]]\na = 'a.txt'\n", ":4: pairs[2] has no 'b': give [[pairs]] with two files"),
        ("[[pairs]]\na = 'a.txt'\nb = 3", ":3: pairs[1].b is a number: give a text"),
        ("[[pairs]]\na = ' '\nb = 'b.txt'", ":2: pairs[1].a is empty: give a text"),
        ("[[pairs]]\na = '-'\nb = 'b.txt'", ":2: pairs[1].a is standard input, which a check does not read: give a file"),
        ("[[pairs]]\na = '*.txt'\nb = '*.md'", ":1: pairs[1] has '*' in both a and b"),
        ("[[pairs]]\na = 'a.txt'\nb = 'b.txt'\nlabel_a = 'x'", ":4: no setting is called 'label_a': did you mean label-a?"),
        ("[[pairs]]\na = 'a.txt'\nb = 'b.txt'\ndate-a = '1 May'", ":4: pairs[1].date-a is '1 May': give a day, as in 2024-05-01"),
        ("[[pairs]]\na = 'a.txt'\nb = 'b.txt'\ndate-a = 2024-05-01T10:00:00", ":4: pairs[1].date-a is a date or time: give a day, as in 2024-05-01"),
        (
            "[[pairs]]\nname = 'x'\na = 'a.txt'\nb = 'b.txt'\n[[pairs]]\nname = 'x'\na = 'a.txt'\nb = 'c.txt'",
            ":6: pairs[2].name is 'x', the name of another pair: give each its own",
        ),
    ],
)
def test_what_cannot_be_meant_is_told_with_file_line_and_key(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(CrosscheckError) as error:
        used(tmp_path, content)
    assert str(error.value).startswith(f"{tmp_path / 'crosscheck.toml'}{told}")
    assert len(str(error.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("FAIL_ON", "info", "CROSSCHECK_FAIL_ON is 'info': give error, warning, note or never"),
        ("MIN_SIMILARITY", "half", "CROSSCHECK_MIN_SIMILARITY is a text: give a number from 0 to 1"),
        ("MIN_SIMILARITY", "7", "CROSSCHECK_MIN_SIMILARITY is 7.0: give a number from 0 to 1"),
        ("IGNORE", "ADD,NUM01", "CROSSCHECK_IGNORE: no rule is called 'NUM01': did you mean NUM001?"),
        ("CONFIG", "nowhere.toml", "cannot read nowhere.toml: No such file or directory"),
    ],
)
def test_a_variable_that_cannot_be_meant_is_told(name: str, value: str, told: str) -> None:
    with pytest.raises(CrosscheckError, match="^" + told.replace("?", r"\?")):
        configuration(environment={f"CROSSCHECK_{name}": value})


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("CROSSCHECK_FAILON", "CROSSCHECK_FAIL_ON"),
        ("CROSSCHECK_MIN_SEVERTY", "CROSSCHECK_MIN_SEVERITY"),
        ("CROSSCHECK_CONFIGS", "CROSSCHECK_CONFIG"),
        ("CROSSCHECK_VERSION", None),
        ("CROSSCHECK_TOKEN", None),
        ("MY_CROSSCHECK_FAILON", None),
    ],
)
def test_a_misspelt_variable_is_told_and_another_is_somebody_elses(name: str, meant: str | None) -> None:
    environment = {name: "warning"}
    if meant is None:
        assert configuration(environment=environment).settings == Settings()
    else:
        with pytest.raises(CrosscheckError, match=rf"^no setting is called {name}: did you mean {meant}\?$"):
            configuration(environment=environment)


def test_the_settings_shown_are_a_settings_file_with_where_each_comes_from(tmp_path: Path) -> None:
    shown = settings.render(used(tmp_path, MIN_SEVERITY="error"))
    path = tmp_path / "crosscheck.toml"
    assert [line.rsplit("  # ", 1)[1] for line in shown.splitlines() if "  # " in line] == [
        f"{path}:1",
        "CROSSCHECK_MIN_SEVERITY",
        "default",
        f"{path}:2",
        f"{path}:3",
        f"{path}:6",
        f"{path}:10",
        f"{path}:4",
        "default",
        "default",
        f"{path}:13",
    ]
    assert list(tomllib.loads(shown)) == list(KEYS)
    assert used(tmp_path, shown).settings == used(tmp_path, MIN_SEVERITY="error").settings
    assert used(tmp_path, shown).pairs == used(tmp_path).pairs


def test_config_as_json(tmp_path: Path, run: Run) -> None:
    (tmp_path / "crosscheck.toml").write_text(FILE, "utf-8")
    done = run("config", "--format", "json", "--ignore", "NUM", cwd=tmp_path, env={"CROSSCHECK_SELECT": "QUO"})
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    assert document["file"] == "crosscheck.toml"
    told = {one.pop("key"): one for one in document["settings"]}
    assert told["fail-on"] == {"value": "warning", "source": "file", "where": "crosscheck.toml:1"}
    assert told["select"] == {"value": ["QUO"], "source": "environment", "where": "CROSSCHECK_SELECT"}
    assert told["ignore"] == {"value": ["NUM"], "source": "flag", "where": "--ignore"}
    assert told["min-severity"] == {"value": "note", "source": "default", "where": None}
    assert told["severity"]["value"] == {"NUM002": "error", "NAM": "off"}


def test_a_file_above_is_told_by_its_path_from_here(tmp_path: Path, run: Run) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "desk"\n[tool.crosscheck]\nfail-on = "info"\n', "utf-8")
    (tmp_path / "copy").mkdir()
    done = run("config", cwd=tmp_path / "copy")
    assert (done.returncode, done.stderr) == (2, "crosscheck: error: ../pyproject.toml:4: fail-on is 'info': give error, warning, note or never\n")
