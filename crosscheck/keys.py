"""The keys of the settings, and what each may hold."""

from __future__ import annotations

import datetime as dt
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

from crosscheck.config import named
from crosscheck.errors import CrosscheckError
from crosscheck.pairs import Pair
from crosscheck.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from crosscheck.aliases import Aliases

Kind = TypeVar("Kind")


class Spot(Protocol):
    """Where a value stands: a key of a file, a variable of the environment."""

    @property
    def name(self) -> str:
        """What the spot is called, to begin a message with."""

    def at(self, *keys: str | int) -> Spot:
        """Return the spot of a key below this one."""

    def trouble(self, said: str) -> CrosscheckError:
        """Return the error that tells what is wrong there."""


def read(spot: Spot, table: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return each setting of a table as it is used; CrosscheckError where a key is none, or its value cannot be meant."""
    known(spot, table, KEYS)
    return {key: KEYS[key](spot.at(key), value) for key, value in table.items()}


def known(spot: Spot, table: Iterable[str], keys: Iterable[str]) -> None:
    """Refuse a key that is none of those there are."""
    for key in table:
        if key not in keys:
            near = get_close_matches(key.lower().replace("_", "-"), keys, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there is {', '.join(keys)}"
            raise spot.at(key).trouble(f"no setting is called {key!r}: {hint}")


def checked(spot: Spot, value: object, kind: type[Kind] | tuple[type[Kind], ...], wanted: str) -> Kind:
    """Return a value that is of its kind; CrosscheckError, which says what is wanted, where it is not."""
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise spot.trouble(f"{spot.name} is {_SORTS.get(type(value), 'a date or time')}: give {wanted}")
    return value


_SORTS: Mapping[type, str] = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list", dict: "a table"}


def fail_on(spot: Spot, value: object) -> Severity | None:
    """Return a severity, None for "never"."""
    return _severity(spot, value, "never")


def min_severity(spot: Spot, value: object) -> Severity:
    """Return a severity."""
    return Severity(_one_of(spot, value, tuple(Severity)))


def min_similarity(spot: Spot, value: object) -> float:
    """Return a number from 0 to 1."""
    number = checked(spot, value, (int, float), "a number from 0 to 1")
    if not 0 <= number <= 1:
        raise spot.trouble(f"{spot.name} is {number}: give a number from 0 to 1")
    return float(number)


def rules(spot: Spot, value: object) -> tuple[str, ...]:
    """Return a list of codes, prefixes of codes and names of rules."""
    return tuple(one_rule(one, entry) for one, entry in _texts(spot, value, 'a list of rules, as in ["ADD", "NUM001"]'))


def severity(spot: Spot, value: object) -> tuple[tuple[str, Severity | None], ...]:
    """Return `NUM002 = "error"` as rules with severities, "off" as None."""
    table = checked(spot, value, dict, 'rules with severities, as in NUM002 = "error"')
    return tuple((one_rule(spot.at(rule), rule), _severity(spot.at(rule), given, "off")) for rule, given in table.items())


def aliases(spot: Spot, value: object) -> Aliases:
    """Return `Kyiv = ["Kiev"]` as aliases; each variant stands for one name only."""
    told: dict[str, tuple[str, ...]] = {}
    owners: dict[str, str] = {}
    for name, variants in checked(spot, value, dict, _ALIASES).items():
        here = spot.at(name)
        told[name] = tuple(checked(here, variant, str, _ALIASES) for variant in checked(here, variants, list, _ALIASES))
        for spelling in (name, *told[name]):
            if not spelling.strip():
                raise here.trouble(f"{here.name} holds an empty name")
            owner = owners.setdefault(spelling.casefold(), name)
            if owner != name:
                raise here.trouble(f"{here.name} and {spot.at(owner).name} both hold '{spelling}': a spelling can stand for one name only")
    return tuple(told.items())


_ALIASES = 'names with lists of variants, as in Kyiv = ["Kiev"]'


def furniture(spot: Spot, value: object) -> tuple[str, ...]:
    """Return a list of patterns of lines.

    Patterns have "*" and no regular expressions: a line of boilerplate is copied as it stands, with its brackets, dots and question marks,
    and no pattern can make reading slow.
    """
    patterns = tuple(_texts(spot, value, 'a list of lines, as in ["Sign up for *"]'))
    for one, pattern in patterns:
        if not any(letter.isalnum() for letter in pattern):
            raise one.trouble(f"{one.name} is {pattern!r}, which would set aside every line: give words of the line")
    return tuple(pattern for _, pattern in patterns)


def path(spot: Spot, value: object) -> str:
    """Return the path of a file, "" for none."""
    return checked(spot, value, str, "the path of a file")


def pairs(spot: Spot, value: object) -> tuple[Pair, ...]:
    """Return the tables `[[pairs]]` as pairs; a pair without a name has that of its second report."""
    found: list[Pair] = []
    for number, table in enumerate(checked(spot, value, list, _PAIRS)):
        here = spot.at(number)
        pair = _pair(here, checked(here, table, dict, _PAIRS))
        if "name" in table and pair.name in {other.name for other in found}:
            raise here.at("name").trouble(f"{here.at('name').name} is {pair.name!r}, the name of another pair: give each its own")
        found.append(pair)
    return tuple(found)


_PAIRS = '[[pairs]] with two files, as in a = "wire.txt" and b = "copy.txt"'


def _pair(here: Spot, table: Mapping[str, Any]) -> Pair:
    known(here, table, ("a", "b", "name", "label-a", "label-b", "date-a", "date-b"))
    for side in ("a", "b"):
        if side not in table:
            raise here.trouble(f"{here.name} has no '{side}': give {_PAIRS}")
        if table[side] == "-":
            raise here.at(side).trouble(f"{here.at(side).name} is standard input, which a check does not read: give a file")
    texts = {key: filled(here.at(key), value) for key, value in table.items() if not key.startswith("date-")}
    days = {key: one_day(here.at(key), value) for key, value in table.items() if key.startswith("date-")}
    if "*" in texts["a"] and "*" in texts["b"]:
        raise here.trouble(f"{here.name} has '*' in both a and b: give one report, and a pattern of those to compare with it")
    return Pair(
        name=texts.get("name", texts["b"]),
        a=texts["a"],
        b=texts["b"],
        label_a=texts.get("label-a"),
        label_b=texts.get("label-b"),
        date_a=days.get("date-a"),
        date_b=days.get("date-b"),
    )


def filled(spot: Spot, value: object) -> str:
    """Return a text that says something."""
    text = checked(spot, value, str, "a text")
    if not text.strip():
        raise spot.trouble(f"{spot.name} is empty: give a text, or leave the key out")
    return text


def one_day(spot: Spot, value: object) -> dt.date:
    """Return a day, written as TOML's own or as text."""
    wanted = "a day, as in 2024-05-01"
    if type(value) is dt.date:  # a datetime is a date too, and no day
        return value
    try:
        return dt.date.fromisoformat(checked(spot, value, str, wanted))
    except ValueError:
        raise spot.trouble(f"{spot.name} is {value!r}: give {wanted}") from None


def one_rule(spot: Spot, entry: str) -> str:
    """Return a code, prefix of codes or name that means a rule."""
    from crosscheck.rules.table import RULES  # noqa: PLC0415  (all the rules, which settings that name none need not wait for)

    try:
        named(RULES, entry)
    except CrosscheckError as unknown:
        raise spot.trouble(f"{spot.name}: {unknown}") from None
    return entry


def _severity(spot: Spot, value: object, none: str) -> Severity | None:
    chosen = _one_of(spot, value, (*Severity, none))
    return None if chosen == none else Severity(chosen)


def _one_of(spot: Spot, value: object, choices: Sequence[str]) -> str:
    wanted = f"{', '.join(choices[:-1])} or {choices[-1]}"
    text = checked(spot, value, str, wanted)
    if text not in choices:
        raise spot.trouble(f"{spot.name} is {text!r}: give {wanted}")
    return text


def _texts(spot: Spot, value: object, wanted: str) -> Iterator[tuple[Spot, str]]:
    for number, entry in enumerate(checked(spot, value, list, wanted)):
        yield spot.at(number), checked(spot.at(number), entry, str, wanted)


Reader: TypeAlias = "Callable[[Spot, object], Any]"
KEYS: Mapping[str, Reader] = {
    "fail-on": fail_on,
    "min-severity": min_severity,
    "select": rules,
    "ignore": rules,
    "min-similarity": min_similarity,
    "severity": severity,
    "aliases": aliases,
    "furniture": furniture,
    "baseline": path,
    "ignore-file": path,
    "pairs": pairs,
}
"""Each key of a settings file, with what reads its value; a line here, and a field where it is used, is the whole of adding one."""
