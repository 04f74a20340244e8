"""Settings from a file: which file speaks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscheck.errors import CrosscheckError
from crosscheck.fingerprint import SETTINGS
from crosscheck.keys import checked
from crosscheck.toml import Place, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TABLE = ("tool", "crosscheck")
"""Where the settings stand in a `pyproject.toml`."""


def settings_file(given: Path | None = None, *, start: Path | None = None) -> tuple[Place, Mapping[str, Any]] | None:
    """Return the place of the settings in the file given, or in the nearest one from the folder `start` (the current one) upwards, and what they are.

    None where no file speaks. No two files are merged; a `pyproject.toml` speaks only through its table `[tool.crosscheck]`.
    Raises CrosscheckError where the file cannot be read or is not TOML.
    """
    if given:
        found = _spoken(given)
        if found is None:
            raise CrosscheckError(f"{given} has no table [tool.crosscheck]")
        return found
    return next((found for path in _candidates(start or Path.cwd()) if (found := _spoken(path)) is not None), None)


def _candidates(start: Path) -> Iterator[Path]:
    """Return the files that may hold settings, the nearest first, by their paths from the current folder."""
    folder = start.resolve()
    return (Path(os.path.relpath(path)) for above in (folder, *folder.parents) for name in SETTINGS if (path := above / name).is_file())


def _spoken(path: Path) -> tuple[Place, Mapping[str, Any]] | None:
    """Return the settings in a file as they stand, None where a `pyproject.toml` has none."""
    place, content = load(path)
    if path.name != "pyproject.toml":
        return place, content
    tools = content.get(TABLE[0], {})
    table = tools.get(TABLE[1]) if isinstance(tools, dict) else None
    if table is None:
        return None
    inside = Place(place.path, place.text, TABLE)
    return inside, checked(inside, table, dict, "a table")
