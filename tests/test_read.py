"""Reading: decoding, places in the text, and each trouble with the input as one line."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from crosscheck.errors import CrosscheckError
from crosscheck.read import Article, InputError, Role, read, read_pair
from crosscheck.spans import Span

if TYPE_CHECKING:
    from pathlib import Path

COPY = "Café owner wins prize in Rome\n\nPublished: 9 March 2024\n\nROME, March 8 -- Ann Lee won.\r\nShe wept.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_text_stays_as_it_was_read(folder: Path) -> None:
    (folder / "a.txt").write_bytes(COPY.encode())
    article = read("a.txt")
    assert article.text == COPY
    assert (article.path, article.label, article.encoding, article.warnings) == ("a.txt", "a.txt", "utf-8", ())
    assert article.sha256 == hashlib.sha256(COPY.encode()).hexdigest()
    assert [block.role for block in article.blocks] == [Role.HEADLINE, Role.FURNITURE, Role.DATELINE, Role.BODY, Role.BODY]


def test_text_in_hand_reads_as_the_file_does(folder: Path) -> None:
    (folder / "a.txt").write_bytes(COPY.encode())
    assert Article.from_text(COPY, "a.txt") == read("a.txt")


def test_label_and_date_are_taken_where_given(folder: Path) -> None:
    (folder / "a.txt").write_bytes(COPY.encode())
    article = read(folder / "a.txt", label="ours", date=date(2020, 1, 2))
    assert (article.path, article.label, article.date) == (str(folder / "a.txt"), "ours", date(2020, 1, 2))
    assert read("a.txt").date == date(2024, 3, 8)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (COPY.encode("utf-8-sig"), "utf-8"),
        (COPY.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + COPY.encode("utf-16-be"), "utf-16"),
        (COPY.encode("utf-32"), "utf-32"),
        (COPY.encode("cp1252"), "cp1252"),
    ],
)
def test_decoding(folder: Path, data: bytes, encoding: str) -> None:
    (folder / "a.txt").write_bytes(data)
    article = read("a.txt")
    assert (article.text, article.encoding) == (COPY, encoding)
    assert bool(article.warnings) == (encoding == "cp1252")


def test_a_guess_names_the_byte(folder: Path) -> None:
    (folder / "a.txt").write_bytes(COPY.encode("cp1252"))
    assert read("a.txt").warnings == ("a.txt: not UTF-8: byte 0xE9 at offset 3: read as cp1252",)
    assert read("a.txt", encoding="cp1252").warnings == ()


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(COPY.encode())))
    article = read("-", label="desk")
    assert (article.text, article.path, article.label) == (COPY, "-", "desk")


@pytest.mark.parametrize(
    ("text", "words", "line", "column"),
    [
        ("one\ntwo", "two", 2, 1),
        ("one\r\n two", "two", 2, 2),
        ("one\r\rtwo", "two", 3, 1),
        ("one\u2028two", "two", 1, 5),
        ("🙂é two", "two", 1, 4),
        ("two\n", "two", 1, 1),
    ],
)
def test_locate(text: str, words: str, line: int, column: int) -> None:
    start = text.index(words)
    assert Article.from_text(text).locate(Span.of(text, start, start + len(words))) == {
        "start": start,
        "end": start + len(words),
        "line": line,
        "column": column,
        "text": words,
    }


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("Dos personas murieron y siete resultaron heridas este martes al derrumbarse un puente peatonal. " * 3, True),
        ("Le maire a dit que le pont était fermé depuis mardi. On ne sait pas si les deux hommes sont morts dans la nuit. " * 3, True),
        ("市長は火曜日に橋が閉鎖されたと述べた。 " * 40, True),
        ("The mayor said on Tuesday that the bridge was closed and that no one knew why. " * 3, False),
        ("- Bridge closed\n- Two dead\n- Police investigating\n", False),  # too short to tell
        ("Puente cerrado en Sevilla", False),
        ("Advertisement\n\n" * 40, False),
    ],
)
def test_another_language_is_told(text: str, warned: bool) -> None:  # noqa: FBT001
    told = ("a: does not read as English, the only language crosscheck knows: expect few findings",)
    assert Article.from_text(text).warnings == (told if warned else ())


@pytest.fixture
def troubles(folder: Path) -> Path:
    (folder / "wire.txt").write_bytes(COPY.encode())
    (folder / "folder").mkdir()
    (folder / "binary").write_bytes(b"\x89PNG\0\1")
    (folder / "empty").write_bytes(b"")
    (folder / "white").write_bytes(b"\xef\xbb\xbf \r\n\t\n")
    (folder / "stars").write_bytes(b"* * *\n\n---\n")
    (folder / "buttons").write_bytes(b"Share\n\nAdvertisement\n")
    (folder / "script.html").write_bytes(b"<title>Ferry runs aground off Holm island</title><script>show()</script>")
    (folder / "latin").write_bytes(COPY.encode("latin-1"))
    (folder / "odd").write_bytes(COPY.encode("utf-16") + b"!")
    return folder


@pytest.mark.parametrize(
    ("path", "encoding", "message"),
    [
        ("wirr.txt", None, "wirr.txt: no such file: did you mean wire.txt?"),
        ("qqq", None, "qqq: no such file"),
        ("mice.txt", None, "mice.txt: no such file"),
        ("nowhere/wire.txt", None, "nowhere/wire.txt: no such file: there is no folder nowhere"),
        ("folder", None, "folder: is a directory: name a file in it"),
        ("binary", None, "binary: binary, not text: byte 4 is NUL: give plain text, or name its encoding"),
        ("empty", None, "empty: is empty: give the text of a report"),
        ("white", None, "white: holds white space only: give the text of a report"),
        ("stars", None, "stars: no sentence found: nothing in it reads as a paragraph; give the text of a report"),
        ("script.html", None, "script.html: no sentence found: nothing in it reads as a paragraph; give the text of a report"),
        ("buttons", None, "buttons: no sentence found: nothing in it reads as a paragraph; give the text of a report"),
        ("latin", "utf-8", "latin: not utf-8: byte 0xE9 at offset 3: name another encoding"),
        ("odd", None, "odd: not utf-16: byte 0x21 at offset 196: name another encoding"),
        ("wire.txt", "utf-nine", "wire.txt: unknown encoding 'utf-nine': try utf-8, utf-16, cp1252 or iso-8859-1"),
        ("wire.txt", "base64", "wire.txt: unknown encoding 'base64': try utf-8, utf-16, cp1252 or iso-8859-1"),
        ("x" * 300, None, "x" * 300 + ": cannot be read: File name too long"),
    ],
)
@pytest.mark.usefixtures("troubles")
def test_trouble_is_one_line(path: str, encoding: str | None, message: str) -> None:
    with pytest.raises(CrosscheckError) as caught:
        read(path, encoding=encoding)
    assert str(caught.value) == message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may read anything")
def test_a_file_that_may_not_be_read(troubles: Path) -> None:
    (troubles / "wire.txt").chmod(0)
    with pytest.raises(CrosscheckError, match="permission denied"):
        read("wire.txt")


def test_a_pair(troubles: Path) -> None:
    (troubles / "ours.txt").write_bytes((troubles / "wire.txt").read_bytes())
    a, b = read_pair("wire.txt", "ours.txt", labels=("wire", None), dates=(None, date(2020, 1, 2)))
    assert (a.label, b.label, a.date, b.date) == ("wire", "ours.txt", date(2024, 3, 8), date(2020, 1, 2))
    assert a.sha256 == b.sha256


@pytest.mark.parametrize(
    ("a", "b", "messages"),
    [
        ("-", "-", ["standard input can be only one of the two reports: give a path for the other"]),
        ("wire.txt", "wire.txt", ["wire.txt: the same file twice: give two reports of one event"]),
        ("wire.txt", "./folder/../wire.txt", ["./folder/../wire.txt: the same file twice: give two reports of one event"]),
        ("empty", "folder", ["empty: is empty: give the text of a report", "folder: is a directory: name a file in it"]),
        ("qqq", "qqq", ["qqq: no such file"]),
        ("wire.txt", "qqq", ["qqq: no such file"]),
    ],
)
@pytest.mark.usefixtures("troubles")
def test_all_troubles_of_a_pair_are_told_at_once(a: str, b: str, messages: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        read_pair(a, b)
    assert list(caught.value.messages) == messages
