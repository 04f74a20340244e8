"""What a job on GitHub Actions gets besides the report: annotations beside the copy, a summary of its step, and a log that no copy can command."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from crosscheck.errors import CrosscheckError

ROOM = 1_000_000
"""How many bytes of summary a step writes; GitHub drops one of more than 1,048,576 without a word."""
CUT = "\n\n*Cut here: GitHub shows no more in a summary. `--report markdown=FILE` writes the whole report.*\n"


def is_job() -> bool:
    """Say whether this run is part of a job on GitHub Actions."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def annotate(commands: str) -> None:
    """Give the job workflow commands on standard error, to which it listens too, so that standard output holds the report and nothing else."""
    sys.stderr.flush()
    sys.stderr.buffer.write(commands.encode("utf-8"))
    sys.stderr.buffer.flush()


def summarize(markdown: str) -> None:
    """Append Markdown to the summary of the step, where the job has one, as far as there is room."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    try:
        with Path(file).open("ab") as summary:
            taken = summary.tell()
            summary.write((b"\n" if taken else b"") + fitted(markdown, ROOM - taken).encode("utf-8"))
    except OSError as error:
        raise CrosscheckError(f"cannot write GITHUB_STEP_SUMMARY {file}: {error.strerror or error}") from error


def fitted(markdown: str, room: int) -> str:
    """Return Markdown that takes `room` bytes at most: where it takes more, it ends before a section that does not fit, and says so.

    A section that takes more than half the room is not left out but ends before a line: one table may be all there is.
    """
    whole = markdown.encode("utf-8")
    if len(whole) <= room:
        return markdown
    fit = whole[: max(0, room - len(CUT))]
    section, line = fit.rfind(b"\n\n#"), fit.rfind(b"\n")
    end = section if section > len(fit) // 2 else line
    return fit[: max(0, end)].decode("utf-8") + CUT


def tamed(printed: bytes) -> bytes:
    """Return what goes to the log so that no line of it is a command: "::error::" at the start of one, or "##[error]" anywhere, is parted by a space."""
    return _COMMAND.sub(rb"\g<0> ", printed)


_COMMAND = re.compile(rb"^[ \t]*:(?=:)|#(?=#\[)", re.MULTILINE)
