"""The baseline: findings that are known already and stay silent, so that only new ones fail a run."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from crosscheck.config import chosen
from crosscheck.errors import CrosscheckError
from crosscheck.report import Suppression
from crosscheck.rules.table import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from crosscheck.report import Check, Finding, Report

VERSION = 1


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A known finding: what it says and the files it is about, for whoever reads the baseline; and its id, by which it is known."""

    b: str
    a: str
    code: str
    message: str
    id: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings, and the file in which they stand."""

    path: Path
    entries: tuple[Entry, ...]


def load(path: Path) -> Baseline:
    """Return the baseline in a file; CrosscheckError where there is none."""
    try:
        return Baseline(path, tuple(_entries(json.loads(path.read_bytes()))))
    except FileNotFoundError:
        raise CrosscheckError(f"there is no baseline {path}: --write-baseline {path} writes one") from None
    except OSError as error:
        raise CrosscheckError(f"cannot read the baseline {path}: {error.strerror or error}") from error
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise CrosscheckError(f"{path} is not a baseline: name one that --write-baseline wrote") from error


def document(baseline: Baseline) -> dict[str, Any]:
    """Return what stands in the file: sorted by file, with nothing that changes from one run to the next."""
    findings = [{key: asdict(entry)[key] for key in ("id", "code", "a", "b", "message")} for entry in sorted(baseline.entries)]
    return {"baseline_version": VERSION, "findings": findings}


def renewed(path: Path, check: Check, old: Baseline | None, *, whole: bool) -> Baseline:
    """Return the baseline of a check: the findings that count and are shown, or would fail it.

    What an `old` one knows of other pairs stays, unless the check is the `whole` of them.
    """
    compared = _compared(check)
    kept = [entry for entry in old.entries if (entry.a, entry.b) not in compared] if old and not whole else []
    return Baseline(path, (*kept, *(_entry(report, finding) for report in check.reports for finding in report.counted if _matters(report, finding))))


def silenced(check: Check, baseline: Baseline) -> Check:
    """Return the check with the known findings suppressed; one that the baseline knows once is known once."""
    left = Counter(entry.id for entry in baseline.entries)

    def known(_: Report, finding: Finding) -> Suppression | None:
        if not left[finding.id]:
            return None
        left[finding.id] -= 1
        return Suppression("baseline", f"known in {baseline.path.as_posix()}")

    return check.silenced(known)


def stale(check: Check, baseline: Baseline, *, whole: bool) -> Iterator[str]:
    """Yield a line on each entry that is not found any more, though its pair was compared and its rule was run.

    Where the check is the `whole` of the pairs, the entries of any other are stale too.
    """
    found = Counter(finding.id for report in check.reports for finding in report.findings)
    compared = _compared(check)
    run = {rule.code for report in check.reports for rule in chosen(RULES, report.settings)}
    for entry in sorted(baseline.entries):
        if found[entry.id]:
            found[entry.id] -= 1
        elif entry.code in run and (whole or (entry.a, entry.b) in compared):
            yield f"{baseline.path}: no longer found: {entry.code} in {entry.b}, {entry.message}"


def _compared(check: Check) -> set[tuple[str, str]]:
    return {(report.a.article.origin, report.b.article.origin) for report in check.reports}


def _matters(report: Report, finding: Finding) -> bool:
    least, failing = report.settings.min_severity, report.settings.fail_on
    return finding.severity.rank <= max(least.rank, failing.rank if failing else 0)


def _entry(report: Report, finding: Finding) -> Entry:
    return Entry(report.b.article.origin, report.a.article.origin, finding.code, finding.message, finding.id)


def _entries(content: Any) -> Iterator[Entry]:  # noqa: ANN401 - whatever JSON can say
    if content["baseline_version"] != VERSION:
        raise ValueError(content["baseline_version"])
    for told in content["findings"]:
        entry = Entry(**told)
        if not all(isinstance(value, str) for value in told.values()):
            raise TypeError(entry)
        yield entry
