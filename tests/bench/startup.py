"""Measure how long a comparison of the ferry sample takes beside an empty typer program that imports nltk.

    python tests/bench/startup.py [RUNS]

The two take turns, so that a busy moment of the machine falls on both; the medians are printed with their ratio. The goal is 1.4 at most.
Python may keep its compiled modules, as it does where a package is installed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
GOAL = 1.4
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

EMPTY = """
import nltk
import typer

app = typer.Typer()


@app.command()
def one(a: str, b: str) -> None:
    pass


@app.command()
def two(a: str) -> None:
    pass


app()
"""


def main(runs: int) -> None:
    reports = ["samples/ferry/a.txt", "samples/ferry/b.txt"]
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY, "utf-8")
        commands = {
            "empty typer program": [sys.executable, str(empty), "one", *reports],
            "crosscheck compare": [sys.executable, "-m", "crosscheck", "compare", *reports, "--fail-on", "never"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs + 1):
            for name, command in commands.items():
                times[name].append(seconds(command))
    # The first turn fills the disk's and Python's caches.
    medians = {name: statistics.median(taken[1:]) for name, taken in times.items()}
    for name, median in medians.items():
        print(f"{name:20} {median:.3f} s")
    floor, compare = medians.values()
    print(f"ratio                {compare / floor:.2f}   (goal {GOAL})")


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
