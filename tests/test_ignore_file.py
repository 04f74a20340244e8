"""The ignore file: which finding an entry means, when it is over, and what is said of one that cannot be meant."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from crosscheck import Article, CrosscheckError, Settings, compare, ignore_file
from crosscheck.cli import main
from crosscheck.report import Check, Suppression

if TYPE_CHECKING:
    from pathlib import Path

WIRE = "The ferry Astrid ran aground off Holm island on Friday with 40 passengers on board, police said.\n"
COPY = WIRE.replace("40", "60")
TODAY = dt.date(2024, 5, 1)


def differing() -> Check:
    return Check((compare(Article.from_text(WIRE, "wire.txt"), Article.from_text(COPY, "copy.txt")),))


def entries(folder: Path, content: str) -> tuple[ignore_file.Ignore, ...]:
    (folder / "let.toml").write_text(content, "utf-8")
    return ignore_file.read(folder / "let.toml")


@pytest.mark.parametrize(
    ("entry", "silent"),
    [
        ('code = "NUM001"\ntext = "60"', True),
        ('code = "NUM001"\ntext = "40"', True),
        ('code = "NUM"\ntext = "60 Passengers on board"', True),
        ('code = "number-differs"\ntext = "with 60\u00a0passengers"', True),
        ('code = "NUM001"\ntext = "6"', False),
        ('code = "NUM001"\ntext = "passengers on board"', False),
        ('code = "NUM001"\ntext = "Friday"', False),
        ('code = "NUM001"\ntext = "60 crew"', False),
        ('code = "QUO"\ntext = "60"', False),
        ('id = "ID"', True),
        ('id = "0123456789abcdef"', False),
    ],
)
def test_which_finding_is_meant(tmp_path: Path, entry: str, silent: bool) -> None:  # noqa: FBT001 - the expectation
    check = differing()
    (finding,) = check.reports[0].findings
    ignores = entries(tmp_path, f"[[ignore]]\n{entry.replace('ID', finding.id)}\nreason = 'The owner gave both'\n")
    (found,) = ignore_file.silenced(check, ignores, TODAY).reports[0].findings
    assert found.suppressed == (Suppression("ignore-file", "The owner gave both") if silent else None)
    unused = [f"{tmp_path / 'let.toml'}:1: there is no such finding: take it out"]
    assert list(ignore_file.stale(check, ignores, TODAY, whole=True)) == ([] if silent else unused)
    assert list(ignore_file.stale(check, ignores, TODAY, whole=False)) == []


@pytest.mark.parametrize(("expires", "silent"), [("2024-05-01", True), ("2024-04-30", False), ('"2024-05-02"', True)])
def test_an_entry_holds_through_its_last_day(tmp_path: Path, expires: str, silent: bool) -> None:  # noqa: FBT001 - the expectation
    ignores = entries(tmp_path, f'[[ignore]]\ncode = "NUM"\ntext = "60"\nreason = "checked"\nexpires = {expires}\n')
    assert bool(ignore_file.silenced(differing(), ignores, TODAY).reports[0].findings[0].suppressed) is silent
    told = f"{tmp_path / 'let.toml'}:1: expired on 2024-04-30 and silences nothing: look again, or take it out"
    assert list(ignore_file.stale(differing(), ignores, TODAY, whole=False)) == ([] if silent else [told])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[[ignored]]\nid = 'a'", ":1: no setting is called 'ignored': did you mean ignore?"),
        ("[[ignore]]\nid = 'a'\nreson = 'b'", ":3: no setting is called 'reson': did you mean reason?"),
        ("[[ignore]]\nid = 'a'", ":1: ignore[1] has no reason: say why the finding may stand"),
        ("[[ignore]]\nid = 'a'\nreason = ' '", ":3: ignore[1].reason is empty"),
        ("[[ignore]]\nreason = 'b'", ":1: ignore[1] names no one finding: give [[ignore]] with id"),
        ("[[ignore]]\nid = 'a'\ncode = 'NUM'\ntext = 'x'\nreason = 'b'", ":1: ignore[1] names no one finding"),
        ("[[ignore]]\ncode = 'NUM'\nreason = 'b'", ":1: ignore[1] names no one finding"),
        ("[[ignore]]\ntext = 'x'\nreason = 'b'", ":1: ignore[1] names no one finding"),
        ("[[ignore]]\ncode = 'NUM'\ntext = '--'\nreason = 'b'", ":3: ignore[1].text holds no word"),
        ("[[ignore]]\ncode = 'NUM01'\ntext = '6'\nreason = 'b'", ":2: ignore[1].code: no rule is called 'NUM01': did you mean NUM001?"),
        ("\n[[ignore]]\nid = 'a'\nreason = 'b'\nexpires = 'soon'", ":5: ignore[1].expires is 'soon': give a day, as in 2024-05-01"),
        ("[[ignore]]\nid = 3\nreason = 'b'", ":2: ignore[1].id is a number: give a text"),
        ("ignore = 'a'", ":1: ignore is a text: give [[ignore]]"),
    ],
)
def test_an_entry_that_cannot_be_meant_is_told_with_its_line(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(CrosscheckError) as error:
        entries(tmp_path, content)
    assert str(error.value).startswith(f"{tmp_path / 'let.toml'}{told}")


@pytest.mark.parametrize(
    ("place", "arguments", "code"),
    [
        ("desk/crosscheck-ignore.toml", ("check",), 0),
        ("desk/copy/crosscheck-ignore.toml", ("check",), 0),
        ("crosscheck-ignore.toml", ("check",), 1),
        ("crosscheck-ignore.toml", ("check", "--ignore-file", "../../crosscheck-ignore.toml"), 0),
        ("desk/crosscheck-ignore.toml", ("compare", "../wire.txt", "ferry.txt"), 0),
        ("desk/crosscheck-ignore.toml", ("compare", "../wire.txt", "ferry.txt", "--isolated"), 1),
        ("desk/crosscheck-ignore.toml", ("check", "--ignore-file", "nowhere.toml"), 2),
    ],
)
def test_where_it_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], place: str, arguments: tuple[str, ...], code: int
) -> None:
    (tmp_path / "desk" / "copy").mkdir(parents=True)
    (tmp_path / "desk" / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "desk" / "copy" / "ferry.txt").write_text(COPY, "utf-8")
    (tmp_path / "desk" / "crosscheck.toml").write_text('[[pairs]]\na = "wire.txt"\nb = "copy/ferry.txt"\n', "utf-8")
    (tmp_path / place).write_text('[[ignore]]\ncode = "NUM"\ntext = "60"\nreason = "the owner gave both"\n', "utf-8")
    monkeypatch.chdir(tmp_path / "desk" / "copy")
    assert main([*arguments, "--format", "json"]) == code
    out, err = capfd.readouterr()
    assert len(err.splitlines()) == (code == 2)
    if code == 0:
        told = json.loads(out)
        report = told["pairs"][0]["report"] if "pairs" in told else told
        assert report["findings"][0]["suppressed"] == {"by": "ignore-file", "reason": "the owner gave both"}
        assert (report["summary"]["suppressed"], report["summary"]["exit_code"]) == (1, 0)


def test_an_entry_of_a_rule_that_is_not_run_is_not_called_unused(tmp_path: Path) -> None:
    ignores = entries(tmp_path, '[[ignore]]\ncode = "QUO001"\ntext = "60"\nreason = "checked"\n')
    assert len(list(ignore_file.stale(differing(), ignores, TODAY, whole=True))) == 1
    report = compare(Article.from_text(WIRE, "wire.txt"), Article.from_text(COPY, "copy.txt"), Settings(ignore=("QUO",)))
    assert list(ignore_file.stale(Check((report,)), ignores, TODAY, whole=True)) == []
    selected = compare(Article.from_text(WIRE, "wire.txt"), Article.from_text(COPY, "copy.txt"), Settings(select=("QUO",)))
    by_id = entries(tmp_path, f'[[ignore]]\nid = "{differing().reports[0].findings[0].id}"\nreason = "checked"\n')
    assert list(ignore_file.stale(Check((selected,)), by_id, TODAY, whole=True)) == []
