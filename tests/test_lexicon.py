"""The word lists are data that stay tidy: told what belongs, sorted, each entry once, each list in use."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "crosscheck"
LISTS = sorted(path.stem for path in (PACKAGE / "lexicon").glob("*.txt"))


def lines(name: str) -> list[str]:
    return (PACKAGE / "lexicon" / f"{name}.txt").read_bytes().decode("utf-8").split("\n")


@pytest.mark.parametrize("name", LISTS)
def test_list_says_first_what_belongs(name: str) -> None:
    first = lines(name)[0]
    assert first.startswith("# ")
    assert len(first) > len("# a few words")


@pytest.mark.parametrize("name", LISTS)
def test_list_ends_with_one_line_feed_and_has_no_stray_space(name: str) -> None:
    *entries, last = lines(name)
    assert last == ""
    assert [entry for entry in entries if entry != entry.strip() or not entry or "\r" in entry] == []


@pytest.mark.parametrize("name", LISTS)
def test_list_is_sorted_and_holds_every_key_once(name: str) -> None:
    entries = lines(name)[1:-1]
    keys = [entry.partition(":")[0] for entry in entries]
    assert keys == sorted(set(keys)) or entries == sorted(entries)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", [name for name in LISTS if "lower case" in lines(name)[0]])
def test_list_is_lower_case_where_it_says_so(name: str) -> None:
    assert [entry for entry in lines(name)[1:] if entry != entry.lower()] == []


@pytest.mark.parametrize("name", LISTS)
def test_a_table_is_one_throughout(name: str) -> None:
    assert len({":" in entry for entry in lines(name)[1:-1]}) == 1


@pytest.mark.parametrize("name", LISTS)
def test_a_table_parts_its_values_in_one_way(name: str) -> None:
    values = [value for entry in lines(name)[1:-1] for colon, told in [entry.partition(":")[1:]] if colon and told for value in told[1:].split(", ")]
    assert [value for value in values if not value or value != value.strip() or "," in value] == []
    assert [entry for entry in lines(name)[1:-1] if entry.partition(":")[2][:1] not in {"", " "}] == []


def strings(path: Path) -> set[str]:
    return {node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_list_is_used() -> None:
    assert set(LISTS) - set().union(*map(strings, PACKAGE.rglob("*.py"))) == set()
