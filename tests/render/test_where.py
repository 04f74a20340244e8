"""Paths as machine formats tell them, for every place from which crosscheck may be run."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from reports import A, build, example, finding, words

from crosscheck.render import github, rdjson, sarif, where
from crosscheck.report import Check, Report


def at(report: Report, path: str) -> Report:
    """Return a report whose B has another path."""
    return replace(report, b=replace(report.b, article=replace(report.b.article, path=path)))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with a folder of copy."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "copy").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("folder", "path", "told"),
    [
        (".", "copy/story.txt", "copy/story.txt"),
        (".", "./copy/../story.txt", "story.txt"),
        ("copy", "story.txt", "copy/story.txt"),
        ("copy", "../wire.txt", "wire.txt"),
        (".", "-", ""),
    ],
)
def test_a_path_leads_from_the_top_of_the_repository(checkout: Path, monkeypatch: pytest.MonkeyPatch, folder: str, path: str, told: str) -> None:
    monkeypatch.chdir(checkout / folder)
    assert where.paths(Check((at(example(), path),)))[path] == told
    monkeypatch.setenv("GITHUB_WORKSPACE", str(checkout))
    assert where.paths(Check((at(example(), path),)))[path] == told


def test_the_job_on_github_has_its_own_top(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(checkout.parent))
    assert where.paths(Check((at(example(), "story.txt"),)))["story.txt"] == f"{checkout.name}/story.txt"
    monkeypatch.setenv("GITHUB_WORKSPACE", str(checkout / "copy"))  # left over from a job elsewhere
    assert where.paths(Check((at(example(), "story.txt"),)))["story.txt"] == "story.txt"


def test_a_path_outside_the_repository_is_absolute(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout)
    outside = str(checkout.parent / "wire.txt")
    done = Check((at(example(), "../wire.txt"),))
    assert where.paths(done)["../wire.txt"] == Path(outside).as_posix()
    assert located(done)["artifactLocation"] == {"uri": Path(outside).as_uri()}
    assert located(Check((at(example(), "-"),)))["artifactLocation"] == {"uri": "-", "description": {"text": "standard input"}}


def test_odd_characters_in_a_path_are_quoted(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout)
    done = Check((at(example(), "copy/Ein Bericht: 5,% \udcff.txt"),))
    assert located(done)["artifactLocation"]["uri"] == "copy/Ein%20Bericht%3A%205%2C%25%20%FF.txt"
    odd = Check((at(example(), "copy/Ein Bericht: 5,%.txt"),))
    assert github.render(odd).startswith("::error file=copy/Ein Bericht%3A 5%2C%25.txt,line=3,")


def located(done: Check) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(sarif.render(done))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    return found


def test_standard_input_is_no_file_to_annotate() -> None:
    assert github.render(Check((at(example(), "-"),))).startswith("::error title=NUM001 number-differs::12 people")
    assert json.loads(rdjson.render(Check((at(example(), "-"),))))["diagnostics"][0]["location"]["path"] == "-"


def test_both_ends_of_a_stretch_over_lines() -> None:
    text = "One.\r\nTwo three\rfour 🎉 five.\n"
    report = build(text, A, findings=[finding("NUM001", words(text, "three\rfour 🎉"), ())])
    place = where.here(report, report.findings[0])
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 5, 3, 7)
