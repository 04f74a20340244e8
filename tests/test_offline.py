"""A comparison needs no network and no nltk data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

# Python runs sitecustomize before anything else; an audit hook sees every socket and every file from then on and cannot be taken off.
GUARD = """
import sys

def guard(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}:
        raise RuntimeError(f"the network was used: {event}{arguments}")
    if event == "open" and "nltk_data" in str(arguments[0]):
        raise RuntimeError(f"nltk data was read: {arguments[0]}")

sys.addaudithook(guard)
"""


@pytest.fixture
def offline(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD, "utf-8")
    (tmp_path / "nltk_data").mkdir()
    return {"PYTHONPATH": str(tmp_path / "guard"), "NLTK_DATA": str(tmp_path / "nltk_data"), "HOME": str(tmp_path)}


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_compare_works_offline_and_without_nltk_data(run: Run, offline: dict[str, str], form: str) -> None:
    done = run("compare", "samples/ferry/a.txt", "samples/ferry/b.txt", "--format", form, "--fail-on", "never", env=offline)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Wawonii" in done.stdout


def test_inspect_works_offline_and_without_nltk_data(run: Run, offline: dict[str, str]) -> None:
    done = run("inspect", "samples/ferry/a.txt", env=offline)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("forbidden", ["__import__('socket').create_connection(('127.0.0.1', 9))", "open('/nowhere/nltk_data/punkt')"])
def test_the_guard_itself_holds(run: Run, offline: dict[str, str], tmp_path: Path, forbidden: str) -> None:
    guarded = tmp_path / "guard" / "sitecustomize.py"
    guarded.write_text(f"{GUARD}\ntry:\n    {forbidden}\nexcept RuntimeError as seen:\n    sys.stderr.write(str(seen))\n", "utf-8")
    assert "was" in run("--version", env=offline).stderr
