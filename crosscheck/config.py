"""The settings of a comparison."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.rules.rule import Severity

MIN_SIMILARITY = 0.3


@dataclass(frozen=True, slots=True)
class Settings:
    """What to look for and what to make of it.

    `select` and `ignore` hold codes, prefixes of codes or rule names; an empty `select` means all.
    `fail_on` None means that findings never fail the run. `min_severity` hides lesser findings and changes nothing else.
    `min_similarity` (0..1) is the score from which two sentences are aligned.
    """

    fail_on: Severity | None = Severity.ERROR
    min_severity: Severity = Severity.NOTE
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_similarity: float = MIN_SIMILARITY
