"""Many pairs: the files that their patterns match, each pair read and compared, one after the other or several at once."""

from __future__ import annotations

import os
import re
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.compare import compare
from crosscheck.errors import CrosscheckError
from crosscheck.read import read_pair
from crosscheck.report import Check, Report, Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from crosscheck.config import Settings
    from crosscheck.pairs import Pair

FEW = 8
"""Fewer pairs than this are compared in one process: where a process starts from nothing, starting others takes as long as these pairs do."""

MOST = 60
"""More processes than this Windows cannot wait for."""


@dataclass(frozen=True, slots=True)
class Work:
    """What every pair of a check is read and compared with."""

    settings: Settings
    furniture: tuple[str, ...] = ()
    encoding: str | None = None


def found(pairs: Iterable[Pair], folder: Path, *, allow_empty: bool = False) -> tuple[tuple[Pair, ...], tuple[Unread, ...]]:
    """Return the pairs with their patterns filled in and their paths, which lead from `folder`, from the current one; and those that no file matches.

    With `allow_empty` a pattern may match no file.
    """
    matched = [(pair, _matched(pair, folder)) for pair in pairs]
    empty = (pair for pair, files in matched if not (files or allow_empty))
    return (
        tuple(one for _, files in matched for one in files),
        tuple(Unread(pair.name, (f"{pair.name}: no file matches {folder / pair.pattern} (--allow-empty lets that pass)",)) for pair in empty),
    )


def check(pairs: Sequence[Pair], work: Work, jobs: int | None = None, tell: Callable[[int], None] = lambda _: None) -> Check:
    """Read and compare the pairs, `jobs` at once (by default as many as there are processors, and one where there are few pairs).

    `tell` hears after each pair how many are done. The reports stand in the order of the pairs, whichever is done first.
    Raises CrosscheckError where the settings name a rule that there is none of, or a process dies.
    """
    jobs = min(jobs or (1 if len(pairs) < FEW else _processors()), len(pairs), MOST)
    results = []
    for result in _side_by_side(pairs, work, jobs) if jobs > 1 else (_compared(pair, work) for pair in pairs):
        results.append(result)
        tell(len(results))
    reports = (result for result in results if isinstance(result, Report))
    return Check(tuple(reports), tuple(result for result in results if isinstance(result, Unread)))


def _matched(pair: Pair, folder: Path) -> tuple[Pair, ...]:
    """Return a pair with its paths from the current folder, which lead from `folder`; where one is a pattern, a pair for each file, in their order.

    In a pattern "*" is any part of a name and "**" any folders; every other character is itself, as in "story[1].txt".
    """
    if not pair.pattern:
        return (replace(pair, a=str(folder / pair.a), b=str(folder / pair.b)),)
    files = glob(_MAGIC.sub(r"[\g<0>]", pair.pattern), root_dir=folder, recursive=True)  # noqa: PTH207 - Path.glob looks into .git and .venv
    found = (_filled(pair, Path(file).as_posix()) for file in sorted(files) if (folder / file).is_file())
    return tuple(replace(one, a=str(folder / one.a), b=str(folder / one.b)) for one in found if Path(one.a) != Path(one.b))


_MAGIC = re.compile(r"[?[]")


def _filled(pair: Pair, file: str) -> Pair:
    """Return a pair with a file in the place of its pattern, named by that file."""
    name = file if pair.name == pair.pattern else f"{pair.name}: {file}"
    return replace(pair, name=name, a=file if "*" in pair.a else pair.a, b=file if "*" in pair.b else pair.b)


def _compared(pair: Pair, work: Work) -> Report | Unread:
    try:
        a, b = read_pair(
            pair.a,
            pair.b,
            labels=(pair.label_a, pair.label_b),
            dates=(pair.date_a, pair.date_b),
            encoding=work.encoding,
            furniture=work.furniture,
        )
    except CrosscheckError as trouble:
        return Unread(pair.name, trouble.messages)
    return replace(compare(a, b, work.settings), name=pair.name)


def _processors() -> int:
    """Return how many processors this process may use, which a container or a job of CI may limit."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _side_by_side(pairs: Sequence[Pair], work: Work, jobs: int) -> Iterator[Report | Unread]:
    executor = ProcessPoolExecutor(jobs, initializer=_leave_interrupts)
    try:
        yield from executor.map(partial(_compared, work=work), pairs)
    except BrokenProcessPool as error:
        raise CrosscheckError("a process of the check died, perhaps for want of memory: try --jobs 1") from error
    finally:  # what has begun ends first, which takes no longer than a pair does
        executor.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Let the process that started this one answer Ctrl-C, which the terminal sends to both."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
