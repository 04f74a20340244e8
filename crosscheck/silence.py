"""What a run lets stand: its ignore file and its baseline, read before the work and laid over what was found."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck import baseline, directives, ignore_file
from crosscheck.output import deliver
from crosscheck.render import json

if TYPE_CHECKING:
    from pathlib import Path

    from crosscheck.baseline import Baseline
    from crosscheck.configuration import Configuration
    from crosscheck.ignore_file import Ignore
    from crosscheck.report import Check


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before a run: the entries of the ignore file, the baseline, and where a new baseline is to be written.

    `paired` says that the settings name pairs, so that the ignore file is about more than two reports compared by themselves.
    """

    ignores: tuple[Ignore, ...] = ()
    baseline: Baseline | None = None
    target: Path | None = None
    paired: bool = False


def known(used: Configuration, target: Path | None = None) -> Known:
    """Return what the settings of a run let stand; a baseline that is to be written may be missing, and else is the old one.

    Raises CrosscheckError where a file cannot be read or is not what it should be.
    """
    old = used.baseline if target is None else target
    missing = target is not None and not target.exists()
    return Known(
        ignore_file.read(used.ignore_file) if used.ignore_file else (),
        baseline.load(old) if old and not missing else None,
        target,
        bool(used.pairs),
    )


def silenced(check: Check, over: Known, *, whole: bool) -> tuple[Check, tuple[str, ...]]:
    """Return a check with what is known suppressed, and what the user should know of it, one line each; a baseline that is asked for is written.

    `whole` says that the check is of all the pairs there are.
    """
    whole = whole and not check.unread
    today = dt.datetime.now().astimezone().date()
    done = ignore_file.silenced(check, over.ignores, today)
    told = [*directives.stale(check), *ignore_file.stale(check, over.ignores, today, whole=whole or not over.paired)]
    base = over.baseline
    if over.target and done.unread:
        told.append(f"{over.target} was not written, since not every pair could be read")
    elif over.target:
        base = baseline.renewed(over.target, done, over.baseline, whole=whole)
        deliver(json.dump(baseline.document(base)), over.target)
    elif base:
        told += baseline.stale(done, base, whole=whole)
    return baseline.silenced(done, base) if base else done, tuple(told)
