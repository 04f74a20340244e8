"""The settings of a run, each with its value and where that comes from: as TOML, and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from crosscheck import contract
from crosscheck.configuration import Given
from crosscheck.render.json import dump

if TYPE_CHECKING:
    from crosscheck.configuration import Configuration, Setting


def render(configuration: Configuration) -> str:
    """Return the settings as a settings file would have them, each with where it comes from in a comment; a long list has an item a line."""
    return "".join(_setting(key, _plain(key, setting.value), setting.origin or "default") for key, setting in configuration.told.items())


def document(configuration: Configuration) -> str:
    """Return the settings as a JSON document."""
    settings = [{"key": key, "value": _plain(key, setting.value), **_origin(setting)} for key, setting in configuration.told.items()]
    return dump({**contract.header(), "file": configuration.path and str(configuration.path), "settings": settings})


_COMMENTS = 40  # cells: the comments stand below each other, but for those of longer lines
_LONGEST = 80  # cells


def _setting(key: str, value: Any, origin: object) -> str:  # noqa: ANN401 - whatever TOML can say
    line = f"{key} = {_toml(value)}"
    if isinstance(value, list) and len(line) > _LONGEST:
        return "".join((f"{key} = [".ljust(_COMMENTS), f"  # {origin}\n", *(f"  {_toml(item)},\n" for item in value), "]\n"))
    return f"{line.ljust(_COMMENTS)}  # {origin}\n"


def _origin(setting: Setting) -> dict[str, str | None]:
    if setting.origin is None:
        return {"source": "default", "where": None}
    if isinstance(setting.origin, Given):
        return {"source": "flag" if setting.origin.name.startswith("--") else "environment", "where": str(setting.origin)}
    return {"source": "file", "where": str(setting.origin)}


def _plain(key: str, value: Any) -> Any:  # noqa: ANN401 - whatever a setting can be
    """Return a value as a settings file would have it."""
    if key == "fail-on":
        return str(value or "never")
    if key == "severity":
        return {rule: str(severity or "off") for rule, severity in value}
    if key == "aliases":
        return {name: list(variants) for name, variants in value}
    if key == "pairs":
        return [{field.replace("_", "-"): str(held) for field, held in asdict(pair).items() if held is not None} for pair in value]
    return list(value) if isinstance(value, tuple) else value


def _toml(value: Any) -> str:  # noqa: ANN401 - whatever TOML can say
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(key)} = {_toml(held)}' for key, held in value.items())} }}" if value else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return dump(value, indent=None).rstrip("\n")  # a text of JSON is one of TOML


def _key(name: str) -> str:
    bare = name.replace("-", "").replace("_", "")
    return name if bare.isascii() and bare.isalnum() else _toml(name)
