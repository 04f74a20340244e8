"""The files that patterns match, and many pairs compared in one process or several."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from crosscheck import CrosscheckError, Settings, compare, read
from crosscheck.batch import Work, check, found
from crosscheck.pairs import Pair, chosen
from crosscheck.report import Unread
from crosscheck.rules.rule import Severity


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name in ("wire/ferry.txt", "copy/ferry.txt", "copy/late/ferry.txt", "copy/late/ferry.md", "copy/story[1].txt", "copy/story1.txt", "copy/.hidden.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        passengers = 40 + len(name)
        (tmp_path / name).write_text(f"The ferry Astrid ran aground on Friday with {passengers} passengers on board, police said.\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("b", "named", "files"),
    [
        ("copy/ferry.txt", "ours", {"ours": "copy/ferry.txt"}),
        ("copy/nowhere.txt", "ours", {"ours": "copy/nowhere.txt"}),  # reading it will tell
        ("copy/story[1].txt", "ours", {"ours": "copy/story[1].txt"}),
        ("copy/story[1]*", "", {"copy/story[1].txt": "copy/story[1].txt"}),
        ("copy/story?*", "", {}),
        ("copy/*.txt", "", {name: name for name in ("copy/ferry.txt", "copy/story1.txt", "copy/story[1].txt")}),
        ("copy/**/*.md", "ours", {"ours: copy/late/ferry.md": "copy/late/ferry.md"}),
        ("**/ferry.txt", "", {name: name for name in ("copy/ferry.txt", "copy/late/ferry.txt")}),  # but for the report itself
        ("copy/*", "", {name: name for name in ("copy/ferry.txt", "copy/story1.txt", "copy/story[1].txt")}),  # files alone
    ],
)
def test_a_pattern_is_a_pair_for_each_file(desk: Path, b: str, named: str, files: dict[str, str]) -> None:
    pairs, unmatched = found([Pair(named or b, "wire/ferry.txt", b, label_a="Wire")], desk)
    assert {pair.name: pair.b for pair in pairs} == {name: str(desk / file) for name, file in files.items()}
    assert {(pair.a, pair.label_a) for pair in pairs} <= {(str(desk / "wire/ferry.txt"), "Wire")}
    assert [pair.name for pair in unmatched] == [b for _ in [()] if not files]


def test_the_pattern_may_be_the_first_report(desk: Path) -> None:
    pairs, _ = found([Pair("ours", "copy/late/*", "wire/ferry.txt")], desk)
    assert [Path(pair.a).name for pair in pairs] == ["ferry.md", "ferry.txt"]


def test_paths_lead_from_the_folder_of_the_settings(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk / "copy")
    pairs, _ = found([Pair("ours", "wire/ferry.txt", "copy/late/*.md")], Path(".."))
    assert [(pair.a, pair.b) for pair in pairs] == [(os.path.join("..", "wire", "ferry.txt"), os.path.join("..", "copy", "late", "ferry.md"))]  # noqa: PTH118
    monkeypatch.chdir(desk)
    pairs, _ = found([Pair("ours", "wire/ferry.txt", "copy/late/*.md")], Path())
    assert [pair.b for pair in pairs] == ["copy/late/ferry.md"]


def test_a_pattern_that_matches_nothing_is_told_unless_it_may(desk: Path) -> None:
    pair = Pair("web", "wire/ferry.txt", "web/*.html")
    assert found([pair], Path()) == ((), (Unread("web", ("web: no file matches web/*.html (--allow-empty lets that pass)",)),))
    assert found([pair], desk, allow_empty=True) == ((), ())


def test_pairs_are_chosen_by_name() -> None:
    pairs = [Pair(name, "wire.txt", f"{name}.txt") for name in ("ferry", "budget", "merger")]
    assert [pair.name for pair in chosen(pairs, ())] == ["ferry", "budget", "merger"]
    assert [pair.name for pair in chosen(pairs, ("merger", "ferry", "ferry"))] == ["ferry", "merger"]
    with pytest.raises(CrosscheckError, match="no pair is called 'budgte': did you mean budget"):
        chosen(pairs, ("ferry", "budgte"))
    with pytest.raises(CrosscheckError, match="no pair is called 'zoo': `crosscheck config` lists the pairs"):
        chosen(pairs, ("zoo",))


@pytest.mark.parametrize("jobs", [None, 1, 3])
def test_reports_stand_in_the_order_of_the_pairs(desk: Path, jobs: int | None) -> None:
    pairs, _ = found([Pair("late", "wire/ferry.txt", "copy/late/ferry.txt"), Pair("gone", "wire/gone.txt", "copy/gone.txt"), *_several()], desk)
    heard: list[int] = []
    done = check(pairs, Work(Settings(fail_on=Severity.ERROR)), jobs, heard.append)
    assert [report.name for report in done.reports] == ["late", "pair 0", "pair 1", "pair 2"]
    assert heard == [1, 2, 3, 4, 5]
    (gone,) = done.unread
    assert (gone.name, [problem.rpartition(": ")[2] for problem in gone.problems]) == ("gone", ["no such file", "no such file"])
    assert done.exit_code == 2
    alone = compare(read(pairs[0].a), read(pairs[0].b), Settings(fail_on=Severity.ERROR))
    assert done.reports[0].to_dict() == alone.to_dict()


def _several() -> list[Pair]:
    return [Pair(f"pair {number}", "wire/ferry.txt", "copy/story1.txt") for number in range(3)]


def test_labels_dates_encoding_and_furniture_reach_the_reading(desk: Path) -> None:
    (desk / "copy/old.txt").write_bytes("Sign up for our caf\xe9 letter\n\nThe ferry Astrid ran aground on Friday, police said.\n".encode("latin-1"))
    pairs, _ = found([Pair("old", "wire/ferry.txt", "copy/old.txt", label_a="Wire", label_b="Ours")], desk)
    (report,) = check(pairs, Work(Settings(), ("sign up for * letter",), "latin-1")).reports
    assert (report.a.article.label, report.b.article.label, report.b.article.encoding) == ("Wire", "Ours", "latin-1")
    assert report.b.sentences[0].role == "furniture"
    assert report.b.article.warnings == ()
