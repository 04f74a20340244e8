"""Where a rendered report goes: onto a console of a known width and colour, to standard output, or whole into a file."""

from __future__ import annotations

import io
import os
import shutil
import sys
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from crosscheck import actions
from crosscheck.errors import CrosscheckError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.console import RenderableType

PIPED_WIDTH = 100


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def check_target(output: Path | None, inputs: Iterable[str | Path]) -> None:
    """Refuse an output that would destroy an input, or is a folder, before any work is done."""
    if output is None:
        return
    if output == Path("-"):
        raise CrosscheckError("cannot write to standard output what is no report: name a file")
    try:
        there = output.exists()
    except OSError as error:  # a name too long
        raise CrosscheckError(f"cannot write {output}: {error.strerror or error}") from error
    if output.is_dir():
        raise CrosscheckError(f"cannot write {output}: it is a folder")
    for path in inputs:
        if path != "-" and there and os.path.exists(path) and output.samefile(path):  # noqa: PTH110 - Path.exists() raises where a name is too long
            raise CrosscheckError(f"cannot write {output}: it is one of the files to read")


def show(told: RenderableType, color: Color, width: int | None, output: Path | None, *, commands: bool = False) -> None:
    """Write what a format made of a report: text as it is, anything else as a console prints it.

    `commands` says that it is made of commands to GitHub Actions; no other line of the log may be one, whatever stands in the report.
    """
    data = told.encode("utf-8") if isinstance(told, str) else printed(told, color, width, output)
    deliver(actions.tamed(data) if actions.is_job() and not output and not commands else data, output)


def printed(renderable: RenderableType, color: Color, width: int | None, output: Path | None) -> bytes:
    """Return what rich makes of a renderable: in the encoding of standard output, or UTF-8 for a file."""
    from rich.console import Console  # noqa: PLC0415  (a tenth of a second that JSON and Markdown need not wait for)

    encoding = "utf-8" if output else (sys.stdout.encoding or "utf-8")
    page = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", newline="\n", write_through=True)
    colored = color is Color.ALWAYS or (color is Color.AUTO and not output and _colors_wanted())
    console = Console(
        file=page,
        width=width or shutil.get_terminal_size((PIPED_WIDTH, 25)).columns,
        color_system=_color_system() if colored else None,
        force_terminal=colored,
        no_color=not colored,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(renderable)
    return page.detach().getvalue()


@contextmanager
def progress(total: int, noun: str) -> Iterator[Callable[[int], None]]:
    """Give what says on standard error how many of the total are done, in a line that is gone in the end; it is silent where that is no terminal."""
    shown = sys.stderr.isatty() and total > 1

    def tell(done: int) -> None:
        if shown:
            sys.stderr.write(f"\r{done} of {total} {noun}")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write(f"\r{' ' * len(f'{total} of {total} {noun}')}\r")


def deliver(text: str | bytes, output: Path | None) -> None:
    """Write to the file, or to standard output where there is none; text is written as UTF-8 with plain line feeds."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    if output:
        _write_whole(output, data)
    else:
        _write_out(data)


def _colors_wanted() -> bool:
    """Say whether the environment asks for colour: NO_COLOR wins, as in Python itself; "0" means off; then what standard output is.

    rich takes FORCE_COLOR=0 for a yes and does not know CLICOLOR_FORCE.
    """
    if os.environ.get("NO_COLOR"):
        return False
    forced = [value for name in ("FORCE_COLOR", "CLICOLOR_FORCE") if (value := os.environ.get(name))]
    if forced:
        return any(value not in {"0", "false"} for value in forced)
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _color_system() -> Literal["auto", "standard"]:
    """Return "auto", or plain colours where rich would refuse a terminal that is asked to colour."""
    return "standard" if os.environ.get("TERM", "dumb") in {"dumb", "unknown"} else "auto"


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, making its parent folders; a link stays a link."""
    target = Path(os.path.realpath(path))
    partial = target.with_name(f".crosscheck-{os.getpid()}.part")
    try:
        if target.exists() and not target.is_file():  # /dev/null, a named pipe: nothing to replace
            target.write_bytes(data)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with partial.open("xb") as file:
                file.write(data)
            if target.exists():
                shutil.copymode(target, partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise CrosscheckError(f"cannot write {path}: {error.strerror or error}") from error


def _write_out(data: bytes) -> None:
    """Write to standard output; a reader that went away (`| head`) is no trouble, a full disk is."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        drop_unwritten()
        if not isinstance(error, BrokenPipeError):
            raise CrosscheckError(f"cannot write to standard output: {error.strerror or error}") from error


def drop_unwritten() -> None:
    """Let standard output go nowhere: what is left in its buffer would fail once more when Python ends, with an exit code of its own."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
