"""From a path, standard input or text in hand to an Article: its text as decoded, its blocks, its date."""

from __future__ import annotations

import codecs
import re
import sys
from bisect import bisect_right
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.dateline import filed
from crosscheck.errors import CrosscheckError
from crosscheck.fingerprint import origin
from crosscheck.layout import Block, Role, blocks
from crosscheck.lexicon import words
from crosscheck.markup import Comment, page
from crosscheck.spans import squeezed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from crosscheck.spans import Span

__all__ = ["Article", "Block", "InputError", "Role", "read", "read_pair"]

STDIN = "-"


class InputError(CrosscheckError):
    """All that is wrong with the input, one line each; as a string they are joined by line ends."""

    def __init__(self, messages: Iterable[str]) -> None:
        """Take the messages in the order in which they are to be told."""
        self._messages = tuple(messages)
        super().__init__("\n".join(self._messages))

    @property
    def messages(self) -> tuple[str, ...]:
        """All that is wrong, one line each."""
        return self._messages


@dataclass(frozen=True)
class Article:
    """One report as read: its text unchanged, its blocks, its date where known; in the text of a file of Markdown or HTML, spaces stand for the markup.

    `sha256` is of the bytes read (of the UTF-8 text where it came from no file); `warnings` are for the user, one line each.
    `origin` is the path from the top of the repository, by which findings are known whatever folder crosscheck runs in.
    `comments` are those of Markdown and HTML, where spaces stand in the text.
    """

    path: str
    label: str
    text: str
    encoding: str
    sha256: str
    blocks: tuple[Block, ...]
    date: dt.date | None = None
    warnings: tuple[str, ...] = ()
    origin: str = ""
    comments: tuple[Comment, ...] = ()

    @classmethod
    def from_text(cls, text: str, name: str = "a", *, date: dt.date | None = None, furniture: Sequence[str] = ()) -> Article:
        """Return the article of a text in hand, read as a file of that name would be; an empty text gives an article without blocks."""
        return _article(name, name, _Decoded(text, "utf-8", text.encode("utf-8", "surrogatepass")), date, furniture)

    def locate(self, span: Span) -> dict[str, int | str]:
        """Return `{"start", "end", "line", "column", "text"}` of a span; line and column are 1-based and count code points."""
        line, column = self.position(span.start)
        return {"start": span.start, "end": span.end, "line": line, "column": column, "text": span.text}

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset; both are 1-based, and the column counts code points."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in re.finditer(r"\r\n?|\n", self.text)))


def read(path: str | Path, *, label: str | None = None, encoding: str | None = None, date: dt.date | None = None, furniture: Sequence[str] = ()) -> Article:
    """Read a report from a file, or from standard input where `path` is "-".

    The text is decoded by `encoding` strictly where it is given, else by its byte order mark, as UTF-8, or as cp1252 with a warning.
    `label` is the name to show (the path as given, by default); `date` overrides the day the report gives for itself.
    `furniture` are patterns of lines to set aside: "Sign up for *".

    Raises CrosscheckError where the input cannot be read, is no text, or tells nothing.
    """
    if not str(path):
        raise CrosscheckError("the path of a report is empty: name a file (is a variable of the shell empty?)")
    name = "standard input" if str(path) == STDIN else str(path)
    data = _bytes(path, name)
    article = _article(str(path), label or str(path), _decoded(data, encoding, name), date, furniture)
    if not any(block.role is Role.BODY and _LETTERS.search(block.text) for block in article.blocks):  # a page that a script fills has a title only
        raise CrosscheckError(f"{name}: no sentence found: nothing in it reads as a paragraph; give the text of a report")
    return article if str(path) == STDIN else replace(article, origin=origin(Path(path)))


def read_pair(  # noqa: PLR0913 - what two reports are read with
    a: str | Path,
    b: str | Path,
    *,
    labels: tuple[str | None, str | None] = (None, None),
    encoding: str | None = None,
    dates: tuple[dt.date | None, dt.date | None] = (None, None),
    furniture: Sequence[str] = (),
) -> tuple[Article, Article]:
    """Read the two reports of a comparison; both are looked at before anything is said, and InputError tells all that is wrong."""
    if str(a) == str(b) == STDIN:
        raise InputError(["standard input can be only one of the two reports: give a path for the other"])
    articles, problems = [], []
    for path, label, day in zip((a, b), labels, dates, strict=True):
        try:
            articles.append(read(path, label=label, encoding=encoding, date=day, furniture=furniture))
        except CrosscheckError as problem:
            problems.append(str(problem))
    if not problems and STDIN not in (str(a), str(b)) and Path(a).resolve() == Path(b).resolve():
        problems.append(f"{b}: the same file twice: give two reports of one event")
    if problems:
        raise InputError(dict.fromkeys(problems))
    first, second = articles
    return first, second


class _Decoded(NamedTuple):
    """A text, the encoding it was in, its bytes, and what the user should know about that."""

    text: str
    encoding: str
    data: bytes
    warnings: tuple[str, ...] = ()


def _article(path: str, label: str, decoded: _Decoded, day: dt.date | None, furniture: Sequence[str]) -> Article:
    shown = page(decoded.text, path)
    found = blocks(shown.text, shown.paragraphs, furniture)
    datelines = (squeezed(block.text)[0] for block in found if block.role is Role.DATELINE)
    notes = (squeezed(block.text)[0] for block in found if block.role is Role.FURNITURE)
    date = day or filed(datelines, (shown.published, *notes))
    warnings = (*decoded.warnings, *_foreign(found, path))
    return Article(path, label, shown.text, decoded.encoding, sha256(decoded.data).hexdigest(), found, date, warnings, path, shown.comments)


def _foreign(found: Iterable[Block], path: str) -> Iterator[str]:
    """Yield a warning where a report is not English: the little that is found in it would read as agreement."""
    copy = " ".join(block.text for block in found if block.role in (Role.HEADLINE, Role.BODY))
    told = [match[0].casefold() for match in islice(_LETTERS.finditer(copy), _SAMPLE)]
    small = words("function_words")
    if len(told) >= _TELLING and sum(word in small for word in told) < _ENGLISH * len(told):
        yield f"{'standard input' if path == STDIN else path}: does not read as English, the only language crosscheck knows: expect few findings"


_LETTERS = re.compile(r"[^\W\d_]+")
_SAMPLE = 1_000  # words that are looked at
_TELLING = 30  # words: a headline or a short list has too few small ones to tell
_ENGLISH = 0.2  # of the words: "the", "of" and their like make up 0.36 to 0.58 of news copy, 0.28 of a company's release, below 0.2 of Spanish, French, German


def _bytes(path: str | Path, name: str) -> bytes:
    try:
        data = sys.stdin.buffer.read() if str(path) == STDIN else Path(path).read_bytes()
    except FileNotFoundError:
        raise CrosscheckError(f"{name}: no such file{_nearest(Path(path))}") from None
    except IsADirectoryError:
        raise CrosscheckError(f"{name}: is a directory: name a file in it") from None
    except PermissionError:
        reason = "is a directory: name a file in it" if Path(path).is_dir() else "cannot be read: permission denied"  # Windows denies a directory
        raise CrosscheckError(f"{name}: {reason}") from None
    except (OSError, ValueError) as error:  # a path with a NUL, a name too long, a disk that fails
        raise CrosscheckError(f"{name}: cannot be read: {error.strerror if isinstance(error, OSError) and error.strerror else error}") from None
    if not data:
        raise CrosscheckError(f"{name}: is empty: give the text of a report")
    return data


def _nearest(path: Path) -> str:
    """Return the name of the file that may have been meant, as the end of a message."""
    try:
        names = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except OSError:
        return f": there is no folder {path.parent}" if not path.parent.exists() else ""
    return "".join(f": did you mean {path.parent / near}?" for near in get_close_matches(path.name, names, n=1, cutoff=_NEAR))


_NEAR = 0.8  # of 1: two short names with one ending are alike to 0.7, "late.txt" and "ours.txt"


_MARKS = (  # the mark of little-endian UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def _decoded(data: bytes, encoding: str | None, name: str) -> _Decoded:
    used = encoding or next((marked for mark, marked in _MARKS if data.startswith(mark)), "utf-8")
    warnings: tuple[str, ...] = ()
    try:
        text = data.decode(used)
    except LookupError:
        raise CrosscheckError(f"{name}: unknown encoding {used!r}: try utf-8, utf-16, cp1252 or iso-8859-1") from None
    except UnicodeError as error:
        where = _where(error, data)
        if encoding or used != "utf-8":
            raise CrosscheckError(f"{name}: not {used}: {where}: name another encoding") from None
        used, text = "cp1252", data.decode("cp1252", "replace")
        warnings = (f"{name}: not UTF-8: {where}: read as cp1252",)
    if "\0" in text:
        raise CrosscheckError(f"{name}: binary, not text: byte {data.find(0)} is NUL: give plain text, or name its encoding")
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise CrosscheckError(f"{name}: holds white space only: give the text of a report")
    return _Decoded(text.removeprefix("\ufeff"), "utf-8" if used == "utf-8-sig" else used, data, warnings)


def _where(error: UnicodeError, data: bytes) -> str:
    """Return which byte cannot be decoded."""
    if isinstance(error, UnicodeDecodeError):
        return f"byte 0x{data[error.start]:02X} at offset {error.start}"
    return str(error)
