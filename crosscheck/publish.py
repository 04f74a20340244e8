"""A comparison written wherever it is asked for: to standard output, to files, and to the job on GitHub Actions."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crosscheck import actions
from crosscheck.errors import CrosscheckError
from crosscheck.flags import Format
from crosscheck.output import check_target, show

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crosscheck.output import Color
    from crosscheck.report import Check, Report


class Target(NamedTuple):
    """A format, and the file that it is to be written to; None for standard output."""

    form: Format
    file: Path | None


def targets(form: Format, output: Path | None, reports: Iterable[str], inputs: Iterable[str | Path], baseline: Path | None = None) -> tuple[Target, ...]:
    """Return where a comparison is to be written: files ("sarif=report.sarif") first, then what `--format` and `--output` say.

    `baseline` is the one that the run writes as well.
    Raises CrosscheckError, before any work is done, where a report is asked for in no format or no file, two go to one file, or one to an input.
    """
    found = (*map(_target, reports), Target(form, output))
    read, written = tuple(inputs), {_place(baseline)} if baseline else set()
    for file in (target.file for target in found if target.file):
        check_target(file, read)
        if _place(file) in written:
            raise CrosscheckError(f"cannot write two things to one file: {file}")
        written.add(_place(file))
    return found


def publish(told: Report | Check, found: Iterable[Target], color: Color, width: int | None, *, quiet: bool = False) -> None:
    """Write a comparison, or a check, to each target, and on GitHub Actions to the job; `quiet` leaves the files alone."""
    from crosscheck.render import rendered  # noqa: PLC0415 - not before the input is known to be good

    asked = tuple(target for target in found if target.file or not quiet)
    for target in asked:
        show(rendered(told, target.form), color, width, target.file, commands=target.form is Format.GITHUB)
    if actions.is_job() and not quiet:
        if Target(Format.GITHUB, None) not in asked:
            actions.annotate(str(rendered(told, Format.GITHUB)))
        actions.summarize(str(rendered(told, Format.MARKDOWN)))


def _place(file: Path) -> str:
    """Return what a file is known by, whichever way its path leads."""
    return os.path.normcase(os.path.realpath(file))


def _target(report: str) -> Target:
    name, equals, file = report.partition("=")
    if not equals or not file or file == "-":
        raise CrosscheckError(f"--report {report}: write FORMAT=FILE, such as sarif=report.sarif")
    if name not in list(Format):
        near = get_close_matches(name.lower(), list(Format), n=1)
        hint = f"did you mean {near[0]}?" if near else f"choose from {', '.join(Format)}"
        raise CrosscheckError(f"--report {report}: there is no format '{name}': {hint}")
    return Target(Format(name), Path(file))
