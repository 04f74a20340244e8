"""Settings from a file: which file speaks, and whether what it says can be meant."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from crosscheck.config import Settings
from crosscheck.errors import CrosscheckError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from crosscheck.aliases import Aliases

Kind = TypeVar("Kind")

NAMES = ("crosscheck.toml", ".crosscheck.toml", "pyproject.toml")
"""The files that are looked for in each folder, the first first."""


def file_settings(given: Path | None = None, *, isolated: bool = False, start: Path | None = None) -> Settings:
    """Return the settings of the file given, or of the nearest one from the folder `start` (the current one) upwards; no two files are merged.

    A `pyproject.toml` speaks only through its table `[tool.crosscheck]`. `isolated` reads no file.
    Raises CrosscheckError where the file cannot be read, is not TOML, or holds a key or a value that means nothing.
    """
    if isolated:
        if given:
            raise CrosscheckError(f"--isolated reads no settings and --config {given} does: leave one out")
        return Settings()
    if given:
        table = _table(given)
        if table is None:
            raise CrosscheckError(f"{given} has no table [tool.crosscheck]")
        return _settings(given, table)
    found = ((path, table) for path in _candidates(start or Path.cwd()) if (table := _table(path)) is not None)
    path, table = next(found, (None, None))
    return _settings(path, table) if path and table is not None else Settings()


def _candidates(start: Path) -> Iterator[Path]:
    """Yield the files that may hold settings, the nearest first."""
    folder = start.resolve()
    return (path for above in (folder, *folder.parents) for name in NAMES if (path := above / name).is_file())


def _table(path: Path) -> Mapping[str, Any] | None:
    """Return the settings in a file as they stand, None where a `pyproject.toml` has none."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        content = tomllib.loads(text)
    except OSError as error:
        raise CrosscheckError(f"cannot read the settings in {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise CrosscheckError(f"cannot read the settings in {path}: not UTF-8 from byte {error.start} on") from error
    except tomllib.TOMLDecodeError as error:
        where = str(error).replace("at end of document", f"at line {len(text.splitlines())}, the last")
        raise CrosscheckError(f"cannot read the settings in {path}: {where}") from error
    if path.name != "pyproject.toml":
        return content
    tools = content.get("tool", {})
    table = tools.get("crosscheck") if isinstance(tools, dict) else None
    if table is None:
        return None
    return _checked(path, "tool.crosscheck", table, dict, "a table")


def _settings(path: Path, table: Mapping[str, Any]) -> Settings:
    for key in table:
        if key not in _KEYS:
            raise CrosscheckError(f"{path}: no setting is called '{key}': {_hint(key, _KEYS)}")
    read: dict[str, Any] = {key: _KEYS[key](path, key, value) for key, value in table.items()}
    return Settings(**read)


def _hint(key: str, known: Iterable[str]) -> str:
    near = get_close_matches(key.lower(), known, n=1)
    return f"did you mean {near[0]}?" if near else f"there is {', '.join(known)}"


def _aliases(path: Path, key: str, value: object) -> Aliases:
    """Return `Kyiv = ["Kiev"]` as aliases; each variant stands for one name only."""
    aliases: dict[str, tuple[str, ...]] = {}
    owners: dict[str, str] = {}
    for name, variants in _checked(path, key, value, dict, _ALIASES).items():
        where = f"{key}.{name}"
        aliases[name] = tuple(_checked(path, where, variant, str, _ALIASES) for variant in _checked(path, where, variants, list, _ALIASES))
        for spelling in (name, *aliases[name]):
            if not spelling.strip():
                raise CrosscheckError(f"{path}: {where} holds an empty name")
            owner = owners.setdefault(spelling.casefold(), name)
            if owner != name:
                raise CrosscheckError(f"{path}: {where} and {key}.{owner} both hold '{spelling}': a spelling can stand for one name only")
    return tuple(aliases.items())


_ALIASES = 'names with lists of variants, as in Kyiv = ["Kiev"]'


def _checked(path: Path, key: str, value: object, kind: type[Kind], wanted: str) -> Kind:
    """Return a value that is of its kind; CrosscheckError, which says what is wanted, where it is not."""
    if not isinstance(value, kind):
        raise CrosscheckError(f"{path}: {key} is {_SORTS.get(type(value), 'a date or time')}: give {wanted}")
    return value


_SORTS: Mapping[type, str] = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list", dict: "a table"}

_Reader: TypeAlias = "Callable[[Path, str, object], Any]"
_KEYS: Mapping[str, _Reader] = {
    "aliases": _aliases,
}
"""Each key of a settings file, a field of `Settings`, with what reads its value; a list here is the whole of adding one."""
