"""What the tests share: crosscheck run as its users run it, and golden files that are rewritten on request."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent

# The colours and widths of whoever runs the tests are not those of the golden reports.
AMBIENT = (
    "CI",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "GITHUB_WORKSPACE",
    "LINES",
    "NO_COLOR",
    "PYTHONIOENCODING",
    "PYTHONUNBUFFERED",  # a user's output is buffered, and fails once more when Python ends
    "PYTHONUTF8",
    "TERM",
)


class Run(Protocol):
    """`run("compare", "a.txt", "b.txt")`: a fresh interpreter, from the top of the checkout unless told otherwise."""

    def __call__(self, *arguments: str | Path, stdin: bytes = b"", cwd: Path = ROOT, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden reports; read the diff")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*AMBIENT, *(name for name in os.environ if name.startswith("CROSSCHECK_"))):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """Let the processes of a test hear Ctrl-C, which a shell makes those deaf to that it starts in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def run() -> Run:
    def crosscheck(*arguments: str | Path, stdin: bytes = b"", cwd: Path = ROOT, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "crosscheck", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            check=False,
            cwd=cwd,
            env=os.environ | (env or {}),
            timeout=60,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return crosscheck


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two short reports that agree but for a number."""
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("Harbour ferry runs aground\n\nThe ferry Astrid ran aground off Holm island on Friday with 40 passengers on board, police said.\n", "utf-8")
    b.write_text("Ferry aground off Holm\n\nThe ferry Astrid ran aground off Holm island on Friday with 60 passengers on board, police said.\n", "utf-8")
    return a, b
