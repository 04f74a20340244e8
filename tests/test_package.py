"""The names of the package mean the same whatever was imported before."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

import crosscheck


@pytest.mark.parametrize("name", crosscheck.__all__)
def test_a_name_of_the_package_is_what_its_room_defines(name: str) -> None:
    importlib.import_module("crosscheck.compare")
    assert getattr(crosscheck, name).__name__ == name


def test_a_module_is_found_in_the_package() -> None:
    assert importlib.import_module("crosscheck.spans") is crosscheck.spans


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'compote'"):
        _ = crosscheck.compote  # type: ignore[attr-defined]


@pytest.mark.parametrize("before", ["", "import crosscheck.compare", "from crosscheck.cli import main", "from crosscheck.annotate.names import entities"])
def test_a_function_keeps_the_name_it_shares_with_its_room(before: str) -> None:
    script = f"{before}\nfrom crosscheck import annotate, compare, read\nassert all(map(callable, [annotate, compare, read]))"
    subprocess.run([sys.executable, "-c", script], check=True)
