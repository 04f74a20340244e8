"""Word lists as data: one entry a line, sorted, the first line a comment that says what belongs."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of `lexicon/<name>.txt` as a set."""
    return frozenset(_lines(name))


@cache
def table(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return `lexicon/<name>.txt`, whose lines read `key: value, value`, as a mapping."""
    split = (line.partition(":") for line in _lines(name))
    return MappingProxyType({key: tuple(values[1:].split(", ")) if values else () for key, _, values in split})


def _lines(name: str) -> Sequence[str]:
    return _FOLDER.joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()[1:]


_FOLDER = files(__name__)
