"""A file of TOML, and the line on which each of its keys stands."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from crosscheck.errors import CrosscheckError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

Key: TypeAlias = str | int
"""A key of a table, or the number of an item in a list, from 0."""


@dataclass(frozen=True, slots=True)
class Place:
    """A key in a file: where what it holds comes from, or what is wrong with that stands. As a string it is "crosscheck.toml:3".

    `table` is the table in which the keys begin, as in `[tool.crosscheck]`.
    """

    path: Path
    text: str
    table: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.table or self.keys else str(self.path)

    @property
    def name(self) -> str:
        """The key as its reader knows it: "pairs[2].date-a"."""
        return "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in self.keys).removeprefix(".") or ".".join(self.table)

    @property
    def line(self) -> int:
        """The line on which the key stands, from 1.

        tomllib keeps no lines. But of the beginnings of a file that are TOML by themselves, the shorter ones do not hold the key and the longer
        ones do, and its line is the one after the longest that does not.
        """
        lines = self.text.split("\n")
        end = bisect_left(range(len(lines)), True, key=lambda count: _holds(_beginning(lines, count)[1], (*self.table, *self.keys)))  # noqa: FBT003
        return _beginning(lines, end - 1)[0] + 1

    def at(self, *keys: Key) -> Place:
        """Return the place of a key below this one."""
        return replace(self, keys=(*self.keys, *keys))

    def trouble(self, said: str) -> CrosscheckError:
        """Return the error that tells what is wrong here."""
        return CrosscheckError(f"{self}: {said}")


def load(path: Path) -> tuple[Place, Mapping[str, Any]]:
    """Return the place that is a whole file, and what the file holds; CrosscheckError where it cannot be read or is not TOML."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return Place(path, text), tomllib.loads(text)
    except OSError as error:
        raise CrosscheckError(f"cannot read {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise CrosscheckError(f"cannot read {path}: not UTF-8 from byte {error.start} on") from error
    except RecursionError as error:
        raise CrosscheckError(f"cannot read {path}: its lists stand too deep in one another") from error
    except tomllib.TOMLDecodeError as error:
        where = str(error).replace("at end of document", f"at line {len(text.splitlines())}, the last")
        raise CrosscheckError(f"cannot read {path}: {where}") from error
    except ValueError as error:  # a path with a NUL in it, which TOML can say
        raise CrosscheckError(f"cannot read {path}: {error}") from error


def _beginning(lines: Sequence[str], count: int) -> tuple[int, Mapping[str, Any]]:
    """Return the longest beginning of at most so many lines that is TOML by itself, as their number and what they hold.

    A value may take several lines, and is none before its last.
    """
    for end in range(count, 0, -1):
        try:
            return end, tomllib.loads("\n".join((*lines[:end], "")))
        except tomllib.TOMLDecodeError:
            continue
    return 0, {}


def _holds(content: Any, keys: Sequence[Key]) -> bool:  # noqa: ANN401 - whatever TOML can say
    try:
        for key in keys:
            content = content[key]
    except LookupError:
        return False
    return True
