"""What a run lets stand: its ignore file and its baseline, read before the work and laid over what was found."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from crosscheck import directives
from crosscheck.output import deliver

if TYPE_CHECKING:
    from pathlib import Path

    from crosscheck.baseline import Baseline
    from crosscheck.configuration import Configuration
    from crosscheck.ignore_file import Ignore
    from crosscheck.report import Check


class Known(NamedTuple):
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
        _ignores(used.ignore_file) if used.ignore_file else (),
        _baseline(old) if old and not missing else None,
        target,
        bool(used.pairs),
    )


def _ignores(path: Path) -> tuple[Ignore, ...]:
    from crosscheck import ignore_file  # noqa: PLC0415 - few runs have one

    return ignore_file.read(path)


def _baseline(path: Path) -> Baseline:
    from crosscheck import baseline  # noqa: PLC0415 - few runs have one

    return baseline.load(path)


def silenced(check: Check, over: Known, *, whole: bool) -> tuple[Check, tuple[str, ...]]:
    """Return a check with what is known suppressed, and what the user should know of it, one line each; a baseline that is asked for is written.

    `whole` says that the check is of all the pairs there are.
    """
    whole = whole and not check.unread
    told = tuple(directives.stale(check))
    if over.ignores:
        check, stale = _with_ignores(check, over.ignores, whole=whole or not over.paired)
        told += stale
    if over.target or over.baseline:
        check, stale = _with_baseline(check, over, whole=whole)
        told += stale
    return check, told


def _with_ignores(check: Check, ignores: tuple[Ignore, ...], *, whole: bool) -> tuple[Check, tuple[str, ...]]:
    from crosscheck import ignore_file  # noqa: PLC0415

    today = dt.datetime.now().astimezone().date()
    return ignore_file.silenced(check, ignores, today), tuple(ignore_file.stale(check, ignores, today, whole=whole))


def _with_baseline(check: Check, over: Known, *, whole: bool) -> tuple[Check, tuple[str, ...]]:
    from crosscheck import baseline  # noqa: PLC0415
    from crosscheck.render import json  # noqa: PLC0415

    base = over.baseline
    told: tuple[str, ...] = ()
    if over.target and check.unread:
        told = (f"{over.target} was not written, since not every pair could be read",)
    elif over.target:
        base = baseline.renewed(over.target, check, over.baseline, whole=whole)
        deliver(json.dump(baseline.document(base)), over.target)
    elif base:
        told = tuple(baseline.stale(check, base, whole=whole))
    return baseline.silenced(check, base) if base else check, told
