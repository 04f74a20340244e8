"""The settings of a run and where each comes from: a flag, the environment, a file, or else the default."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from crosscheck import keys
from crosscheck.config import Settings
from crosscheck.errors import CrosscheckError
from crosscheck.settings_file import settings_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from crosscheck.pairs import Pair
    from crosscheck.toml import Place

VARIABLES = {
    "CROSSCHECK_FAIL_ON": "fail-on",
    "CROSSCHECK_MIN_SEVERITY": "min-severity",
    "CROSSCHECK_SELECT": "select",
    "CROSSCHECK_IGNORE": "ignore",
    "CROSSCHECK_MIN_SIMILARITY": "min-similarity",
    "CROSSCHECK_BASELINE": "baseline",
    "CROSSCHECK_IGNORE_FILE": "ignore-file",
}
"""The variables of the environment, each with its key: those that are a word, a number, a path or a list of words."""
FILE_VARIABLE = "CROSSCHECK_CONFIG"
"""The variable that names the settings file, as `--config` does."""
IGNORE_FILE = "crosscheck-ignore.toml"
"""The ignore file that is read where it stands, whether the settings name it or not."""


@dataclass(frozen=True, slots=True)
class Given:
    """A flag or a variable of the environment; as a string it is its name."""

    name: str

    def __str__(self) -> str:
        return self.name

    def at(self, *_: str | int) -> Given:
        """Return itself: what is in it has no place of its own."""
        return self

    def trouble(self, said: str) -> CrosscheckError:
        """Return the error that tells what is wrong with it; its name stands in what is said."""
        return CrosscheckError(said)


@dataclass(frozen=True, slots=True)
class Setting:
    """The value of a setting, and where it comes from: None for the default."""

    value: Any
    origin: Given | Place | None = None


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of a run by their keys; `path` is the file that was read, None where none was; `isolated` says that none was to be looked for."""

    told: Mapping[str, Setting]
    path: Path | None
    isolated: bool = False

    @property
    def settings(self) -> Settings:
        """What a comparison is made with."""
        return Settings(**{field.name: self.told[field.name.replace("_", "-")].value for field in fields(Settings)})

    @property
    def furniture(self) -> tuple[str, ...]:
        """The patterns of lines to set aside when a report is read."""
        return cast("tuple[str, ...]", self.told["furniture"].value)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs to check."""
        return cast("tuple[Pair, ...]", self.told["pairs"].value)

    @property
    def folder(self) -> Path:
        """The folder from which the paths of the pairs lead."""
        return self.path.parent if self.path else Path()

    @property
    def baseline(self) -> Path | None:
        """The file of the findings that are known already."""
        return self._file("baseline")

    @property
    def ignore_file(self) -> Path | None:
        """The file of the findings that may stand: the one that the settings name, or that which stands beside them or in the current folder."""
        beside = () if self.isolated else (folder / IGNORE_FILE for folder in (self.folder, Path()))
        return self._file("ignore-file") or next((path for path in beside if path.is_file()), None)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that a run reads beside its reports."""
        return tuple(path for path in (self.path, self.ignore_file, self.baseline) if path)

    def _file(self, key: str) -> Path | None:
        """Return the path that a setting holds, which leads from the folder of its file, or, in a flag or a variable, from the current one."""
        value, origin = self.told[key].value, self.told[key].origin
        return (Path(value) if isinstance(origin, Given) else self.folder / value) if value else None


def configuration(
    flags: Mapping[str, Any] = MappingProxyType({}),
    *,
    config: Path | None = None,
    isolated: bool = False,
    environment: Mapping[str, str] = os.environ,
    start: Path | None = None,
) -> Configuration:
    """Return the settings of a run: a flag goes before a variable, a variable before the file, the file before the default.

    `flags` are by key, None where they were not given. The file is `config`, or that of CROSSCHECK_CONFIG, or the nearest from the folder `start`
    (the current one) upwards; `isolated` reads none.
    Raises CrosscheckError where the file cannot be read, or holds what means nothing, and where a flag or a variable does.
    """
    _meant(environment)
    if isolated and config:
        raise CrosscheckError(f"--isolated reads no settings and --config {config} does: leave one out")
    named = environment.get(FILE_VARIABLE, "")
    found = None if isolated else settings_file(config or (Path(named) if named else None), start=start)
    told = dict(_DEFAULTS)
    if found:
        place, table = found
        told |= {key: Setting(value, place.at(key)) for key, value in keys.read(place, table).items()}
    told |= {key: Setting(keys.KEYS[key](where, value), where) for key, where, value in _given(flags, environment)}
    return Configuration(MappingProxyType(told), found[0].path if found else None, isolated)


def entries(given: Iterable[str]) -> list[str]:
    """Return "ADD, NUM001" and "naming", given one by one, as ["ADD", "NUM001", "naming"]."""
    return [entry.strip() for text in given for entry in text.split(",") if entry.strip()]


def _meant(environment: Mapping[str, str]) -> None:
    """Refuse a variable that is one of ours misspelt; another that begins as ours do is somebody else's, such as a CROSSCHECK_VERSION to install."""
    known = {name.removeprefix(_PREFIX): name for name in (*VARIABLES, FILE_VARIABLE)}
    for name in environment:
        if name.startswith(_PREFIX) and (ending := name.removeprefix(_PREFIX)) not in known:
            for near in get_close_matches(ending, known, n=1, cutoff=_NEAR):
                raise CrosscheckError(f"no setting is called {name}: did you mean {known[near]}?")


_PREFIX = "CROSSCHECK_"
_NEAR = 0.75  # of 1: "FAILON" is, "FAIL_UNDER" is not


def _given(flags: Mapping[str, Any], environment: Mapping[str, str]) -> Iterator[tuple[str, Given, Any]]:
    """Yield what the environment and the flags say, each key once, as TOML would say it; an empty variable says nothing."""
    for name, key in VARIABLES.items():
        if flags.get(key) is not None:
            yield key, Given(f"--{key}"), flags[key]
        elif text := environment.get(name, "").strip():
            yield key, Given(name), _toml(key, text)


def _toml(key: str, text: str) -> list[str] | float | str:
    if key in {"select", "ignore"}:
        return entries([text])
    try:
        return float(text) if key == "min-similarity" else text
    except ValueError:
        return text


_PATHS = {"baseline", "ignore-file"}
_DEFAULTS = {key: Setting("" if key in _PATHS else getattr(Settings(), key.replace("-", "_"), ())) for key in keys.KEYS}
