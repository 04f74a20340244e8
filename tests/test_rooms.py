"""The rooms of the package know only the rooms before them, and nothing outside but typer, rich, nltk and the standard library."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parent.parent / "crosscheck"

STORY = [
    "spans",
    "safe",
    "errors",
    "fingerprint",
    "lexicon",
    "aliases",
    "dateline",
    "furniture",
    "markup",
    "layout",
    "read",
    "tokens",
    "segment",
    "contract",
    "annotate",
    "similarity",
    "bags",
    "align",
    "rules",
    "config",
    "pairs",
    "toml",
    "keys",
    "settings_file",
    "configuration",
    "report",
    "directives",
    "baseline",
    "ignore_file",
    "compare",
    "batch",
    "render",
    "actions",
    "output",
    "silence",
    "ending",
    "flags",
    "publish",
    "cli",
    "__main__",
]

# Who may use what comes from outside, and whether at once or only inside a function: importing nltk takes a third of a second.
OUTSIDE = {"typer": {"cli", "ending", "flags"}, "rich": {"output", "render"}, "nltk": {"segment", "tokens", "similarity", "annotate"}}


class Import(NamedTuple):
    file: str
    line: int
    module: str
    at_once: bool

    @property
    def room(self) -> str:
        return Path(self.file).parts[0].removesuffix(".py")


MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[Import]:
    tree = ast.parse(path.read_text("utf-8"))
    later = {
        id(node)
        for outer in ast.walk(tree)
        if isinstance(outer, (ast.FunctionDef, ast.If)) and (isinstance(outer, ast.FunctionDef) or ast.unparse(outer.test) == "TYPE_CHECKING")
        for node in ast.walk(outer)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            yield Import(str(path.relative_to(PACKAGE)), node.lineno, name, id(node) not in later)


EVERY = [found for path in MODULES for found in imports(path)]


def test_every_room_has_its_place_in_the_story() -> None:
    rooms = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES} - {"__init__"}
    assert sorted(rooms) == sorted(STORY)


def test_a_room_knows_only_the_rooms_before_it() -> None:
    wrong = []
    for found in EVERY:
        top, _, rest = found.module.partition(".")
        known = rest.split(".")[0]
        if top == "crosscheck" and found.room != "__init__" and known in STORY and STORY.index(known) > STORY.index(found.room):
            wrong.append(found)
    assert wrong == []


def test_nothing_is_imported_but_typer_rich_nltk_and_the_standard_library() -> None:
    allowed = {"crosscheck", *OUTSIDE, *sys.stdlib_module_names}
    assert [found for found in EVERY if found.module.split(".")[0] not in allowed] == []


@pytest.mark.parametrize("package", OUTSIDE)
def test_a_package_from_outside_stays_in_its_rooms(package: str) -> None:
    assert [found for found in EVERY if found.module.split(".")[0] == package and found.room not in OUTSIDE[package]] == []


def test_nltk_is_imported_only_where_it_is_used() -> None:
    assert [found for found in EVERY if found.module.split(".")[0] == "nltk" and found.at_once] == []


def test_nothing_is_stemmed_while_the_program_is_imported() -> None:
    # Importing nltk takes a third of a second, which "--help" and a missing file need not wait for.
    code = "import sys, crosscheck.cli, crosscheck.compare; sys.exit('nltk' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
