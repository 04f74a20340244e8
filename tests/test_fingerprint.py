"""A finding keeps its id while its words stand, wherever they move and however they are set."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from crosscheck import Article, compare, read
from crosscheck.fingerprint import fingerprint, normal, origin

if TYPE_CHECKING:
    from pathlib import Path

WIRE = "The ferry Astrid ran aground off Holm island on Friday with 40 passengers on board, police said."
COPY = WIRE.replace("40", "60")
QUOTE = "Mayor Ann Lee said: “We will not close the harbour – not now, not ever.”"
MISQUOTE = QUOTE.replace("close", "leave")


def ids(a: str, b: str, name: str = "copy.txt") -> list[str]:
    return [finding.id for finding in compare(Article.from_text(a, "wire.txt"), Article.from_text(b, name)).findings if finding.code != "ADD001"]


@pytest.mark.parametrize(
    "moved",
    [
        f"Ferry aground\n\n{COPY}",
        f"{COPY}\n\nNobody on shore had seen the storm come.",
        COPY.replace("60 passengers", "60\npassengers"),
        COPY.replace("60 passengers", "60\u00a0passengers"),
    ],
)
def test_id_survives_lines_that_move(moved: str) -> None:
    assert len(ids(WIRE, COPY)) == 1
    assert ids(WIRE, moved) == ids(WIRE, COPY)


@pytest.mark.parametrize(
    "set_anew",
    [
        MISQUOTE.replace("“", '"').replace("”", '"'),
        MISQUOTE.replace(" – ", "—"),
        MISQUOTE.replace(" – ", " -- "),
        MISQUOTE.replace("not now", "not\nnow"),
    ],
)
def test_id_survives_typography(set_anew: str) -> None:
    assert len(ids(QUOTE, MISQUOTE)) == 1
    assert ids(QUOTE, set_anew) == ids(QUOTE, MISQUOTE)


def test_another_word_another_rule_and_another_file_have_another_id() -> None:
    known = {
        fingerprint("NUM001", ("wire.txt", "copy.txt"), (["40"], ["60"])),
        fingerprint("NUM001", ("wire.txt", "copy.txt"), (["40"], ["61"])),
        fingerprint("NUM002", ("wire.txt", "copy.txt"), (["40"], ["60"])),
        fingerprint("NUM001", ("wire.txt", "web.txt"), (["40"], ["60"])),
        fingerprint("NUM001", ("wire.txt", "copy.txt"), (["60"], ["40"])),
        fingerprint("NUM001", ("wire.txt", "copy.txt"), (["40", "60"], [])),
        fingerprint("NUM001", ("wire.txt", "copy.txt"), (["40"], ["60"]), 2),
    }
    assert len(known) == 7


def test_the_same_words_twice_are_two_findings() -> None:
    boats = "Rescue boats took 40 survivors to the port of Kelda on Saturday, the coast guard said."
    once = ids(WIRE, COPY)
    twice = ids(f"{WIRE}\n\n{boats}", f"{COPY}\n\n{boats.replace('40', '60')}")
    assert len(set(twice)) == 2
    assert once == twice[:1]


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("“Don’t”", '"don\'t"'),
        ("a — b", "a-b"),
        ("a--b", "a-b"),
        ("−5", "-5"),
        ("Zelenskyy", "zelenskyy"),
        ("Ružić", "ružić"),
        ("  a\n b ", "a b"),
        ("har\u00adbour", "harbour"),
    ],
)
def test_normal(words: str, plain: str) -> None:
    assert normal(words) == plain


@pytest.mark.parametrize(
    ("marks", "known"),
    [
        (("top/.git",), "desk/copy/ferry.txt"),
        (("top/.git", "top/desk/crosscheck.toml"), "desk/copy/ferry.txt"),
        (("top/.git", "top/desk/.git"), "copy/ferry.txt"),
        (("top/desk/crosscheck.toml",), "copy/ferry.txt"),
        ((), "ferry.txt"),
    ],
)
def test_origin_leads_from_the_top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, marks: tuple[str, ...], known: str) -> None:
    file = tmp_path / "top" / "desk" / "copy" / "ferry.txt"
    file.parent.mkdir(parents=True)
    file.write_text(WIRE, "utf-8")
    for mark in marks:
        (tmp_path / mark).touch()
    assert origin(file) == known
    for folder in (tmp_path, file.parent, file.parent.parent):
        monkeypatch.chdir(folder)
        assert read(os.path.relpath(file)).origin == known
