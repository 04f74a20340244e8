"""The line of a key, however the file is written."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from crosscheck.toml import Key, Place

FILE = """\
# The desk's settings
fail-on = "warning"
furniture = [
  "Sign up for *",  # pairs = 3
  "[Advertisement]",
]

note = '''
[severity]
NUM = "off"
'''

[severity]
"NUM002" = "off"
NAM.inner = 1

[aliases]

Kyiv = ["Kiev"]\r
[[pairs]]
a = "wire.txt"
b = "copy.txt"
[[pairs]]
b = "late.txt"
inline = { deep = [1,
  2] }
[tool.crosscheck.aliases]
Lviv = ["Lvov"]"""


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("fail-on",), 2),
        (("furniture",), 3),
        (("furniture", 1), 3),  # a value of several lines is where it begins
        (("note",), 8),
        (("severity",), 13),
        (("severity", "NUM002"), 14),
        (("severity", "NAM", "inner"), 15),
        (("aliases",), 17),
        (("aliases", "Kyiv", 0), 19),
        (("pairs",), 20),
        (("pairs", 0, "b"), 22),
        (("pairs", 1), 23),
        (("pairs", 1, "b"), 24),
        (("pairs", 1, "inline", "deep", 1), 25),
        (("tool", "crosscheck", "aliases", "Lviv"), 28),
    ],
)
def test_the_line_of_a_key(keys: tuple[Key, ...], line: int) -> None:
    assert tomllib.loads(FILE)
    assert Place(Path("crosscheck.toml"), FILE, keys=keys).line == line


def test_a_place_is_told_by_file_line_and_key() -> None:
    whole = Place(Path("desk.toml"), FILE)
    assert str(whole) == "desk.toml"
    assert (str(whole.at("pairs", 1).at("b")), whole.at("pairs", 1, "b").name) == ("desk.toml:24", "pairs[2].b")
    inside = Place(Path("pyproject.toml"), FILE, ("tool", "crosscheck"))
    assert (str(inside), inside.name) == ("pyproject.toml:27", "tool.crosscheck")
    assert (str(inside.at("aliases", "Lviv")), inside.at("aliases", "Lviv").name) == ("pyproject.toml:28", "aliases.Lviv")
    assert str(inside.at("aliases", "Lviv").trouble("is wrong")) == "pyproject.toml:28: is wrong"


def test_a_long_file_is_searched_by_halves() -> None:
    text = "".join(f'[[pairs]]\na = "wire.txt"\nb = "copy-{number}.txt"\n' for number in range(500))
    assert Place(Path("crosscheck.toml"), text, keys=("pairs", 400, "b")).line == 1203
