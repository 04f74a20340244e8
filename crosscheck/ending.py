"""How a run ends: its exit code, and what it says on standard error."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
import traceback
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import typer

from crosscheck import safe
from crosscheck.errors import CrosscheckError
from crosscheck.output import drop_unwritten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DONE, FAILED, INTERRUPTED = 0, 2, 130  # 1 is the report's own: see Report.exit_code
PATIENCE = 1_000_000
"""How many new objects Python lets pass before it looks for garbage: a run of a second makes hardly any, and looking took a twelfth of it."""
SOON = 0.01
"""Seconds, after which no callback runs any more."""


def run(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code.

    0: ran to the end, nothing at or above `--fail-on`; 1: something is; 2: could not do the job; 130: interrupted.
    The codes are kept here because typer would end with 1, "findings", on a bug, an abort and a closed pipe.
    """
    gc.set_threshold(PATIENCE)
    atexit.register(gc.freeze)  # or Python looks once more before it ends, through all that nltk has brought: a seventh of the run
    sys.unraisablehook = _interrupt_again
    _stand_in_for_closed_streams()
    try:
        return app(arguments, prog_name="crosscheck", standalone_mode=False) or DONE
    except CrosscheckError as trouble:
        tell("error", trouble.messages)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except SystemExit:  # typer's answer to a reader that went away (`crosscheck --help | head -1`)
        return DONE
    except Exception as error:  # noqa: BLE001 - a bug is told in one line and ends with 2, as 1 means findings
        if usage := getattr(error, "format_message", None):  # typer's own errors, whose class moved between its versions
            path = getattr(getattr(error, "ctx", None), "command_path", "crosscheck")
            said = " ".join(usage().split()).replace(": Value error, ", ": ").removesuffix(".")  # its validator's words say nothing to a user
            tell("error", [f"{said} (try '{path} --help')"])
            return FAILED
        if isinstance(error, OSError):  # what reads and writes reports tells its own: this is a disk that is full under the help, a system out of processes
            drop_unwritten()
            tell("error", [f"cannot go on: {error.strerror or error} (--debug shows where)"])
        else:
            tell("error", [f"a bug, not your text: {type(error).__name__}: {' '.join(str(error).split())} (--debug shows where)"])
        if "--debug" in arguments:
            traceback.print_exc()
    return FAILED


def tell(level: str, lines: Iterable[str]) -> None:
    """Write lines on standard error; what would act in a path or a key, a line end or an escape, is made visible."""
    for line in lines:
        sys.stderr.write(f"crosscheck: {level}: {safe.text(line)}\n")


def _interrupt_again(lost: sys.UnraisableHookArgs) -> None:
    """Send Ctrl-C once more where it struck in a destructor, of which importing nltk runs thousands: Python only writes that it was ignored."""
    if lost.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(lost)
        return
    again = Timer(SOON, signal.raise_signal, [signal.SIGINT])  # not now: it would be lost again
    again.daemon = True
    again.start()


def _stand_in_for_closed_streams() -> None:
    """Let the null device stand in for a stream that was closed before the run (`>&-`), which Python leaves None: the exit code tells all the same."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open as long as the run
