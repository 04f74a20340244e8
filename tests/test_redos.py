"""No pattern of the package takes longer than in proportion to what it reads, whatever a report may hold."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import crosscheck

if TYPE_CHECKING:
    from collections.abc import Iterator

UNITS = ['"', "“", "”", "'", "’", ",", ".", ":", ";", "-", "–", "(", ")", "[", "<", "&", "*", "|", "/", " ", "\t", "\n", "0", "1,", "12:", "$1 "]
UNITS += ["A", "A.", "Ab ", "A. ", "a", "a ", "“a” ", "a.b@", "1 000", "<a ", "<!", "[a](", "May "]

LONG = frozenset({'"', ",", "A", "(", "0", " "})
"""What a line of 100,000 characters is made of as well; a pattern that grows with the square shows it sooner."""
TIMES = 8
"""How many times as long the longer line is."""
TOO_FAST = 28
"""How many times as long it may take to read: what grows with the square takes 64 times as long."""
NOISE = 5e-5
"""Seconds added to either, since the clock does not tell less apart."""


def patterns() -> Iterator[tuple[str, re.Pattern[str], frozenset[str]]]:
    """Yield every compiled pattern of the package's modules, once, with the methods by which it is used.

    Patterns stand in the modules' names, in tables, and in what cached functions without a parameter give.
    """
    seen = set()
    for found in pkgutil.walk_packages(crosscheck.__path__, "crosscheck."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            made = value() if hasattr(value, "cache_info") and not inspect.signature(value).parameters else value
            for pattern in held(made):
                if isinstance(pattern.pattern, str) and (pattern.pattern, pattern.flags) not in seen:
                    seen.add((pattern.pattern, pattern.flags))
                    yield f"{found.name}.{name}", pattern, USES.get(name, frozenset()) or frozenset({"finditer"})


METHODS = frozenset({"findall", "finditer", "fullmatch", "match", "search", "split", "sub"})


def uses() -> dict[str, frozenset[str]]:
    """Return by which methods the package uses each name: "finditer" of `_MARK` in `_MARK.finditer(text)` and in `_mark().finditer(text)`."""
    found = defaultdict(set)
    for path in Path(crosscheck.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                owner = node.value.func if isinstance(node.value, ast.Call) else node.value
                found[owner.id if isinstance(owner, ast.Name) else ""].add(node.attr)
    return {name: frozenset(methods) for name, methods in found.items()}


USES = uses()


def held(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from held([*value, *value.values()])
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from held(item)


BOUNDED = {"crosscheck.markup.html._TAG"}
"""Patterns that are linear for the way they are called: tags are looked for up to the last ">" of a page, so that each has its end."""
FOUND = [found for found in patterns() if found[0] not in BOUNDED]


def test_the_walk_finds_the_patterns() -> None:
    assert {"crosscheck.annotate.quotes._MARK", "crosscheck.annotate.dates._date_pattern", "crosscheck.rules.remarks._WORD"} <= {name for name, *_ in FOUND}
    assert USES["_MARK"] >= {"finditer"}
    assert USES["_date_pattern"]


def seconds(pattern: re.Pattern[str], methods: frozenset[str], line: str) -> float:
    """Return the time the processor takes, which does not count what else the computer has to do."""
    start = time.process_time()
    if methods - {"fullmatch", "match"}:
        for _ in pattern.finditer(line):
            pass
    if "match" in methods:
        pattern.match(line)
    if "fullmatch" in methods:
        pattern.fullmatch(line)
    return time.process_time() - start


def is_growing(pattern: re.Pattern[str], methods: frozenset[str], unit: str, length: int) -> bool:
    """Say whether the time grows faster than the line in each of a few measurements."""
    short, long = (unit * (size // len(unit)) + "\x00" for size in (length, TIMES * length))
    least = min(seconds(pattern, methods, short) for _ in range(3)) + NOISE
    return all(seconds(pattern, methods, long) + NOISE >= TOO_FAST * least for _ in range(4))


def is_too_fast(pattern: re.Pattern[str], methods: frozenset[str], unit: str) -> bool:
    return is_growing(pattern, methods, unit, 1_000) or (unit in LONG and is_growing(pattern, methods, unit, 12_500))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "pattern", "methods"), FOUND, ids=[f"{name}-{number}" for number, (name, *_) in enumerate(FOUND)])
def test_time_grows_no_faster_than_the_line(name: str, pattern: re.Pattern[str], methods: frozenset[str]) -> None:
    assert [unit for unit in UNITS if is_too_fast(pattern, methods, unit)] == [], name


def test_the_test_tells_a_pattern_that_backtracks() -> None:
    assert is_too_fast(re.compile(r"a+b"), frozenset({"search"}), "a")
