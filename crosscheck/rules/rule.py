"""What a rule is: a code, a name, a kind, a severity, and a function that yields what differs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from crosscheck.rules.comparison import Comparison
    from crosscheck.spans import Span


class Kind(StrEnum):
    """What a finding is about."""

    NAMING = "naming"
    SOURCING = "sourcing"
    ATTRIBUTION = "attribution"
    QUOTATION = "quotation"
    NUMBER = "number"
    TIME = "time"
    PLACE = "place"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    ADDITION = "addition"


class Severity(StrEnum):
    """How much a finding weighs: an error is a conflict of fact, a warning is for an editor to judge, a note is for completeness."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Return 0 for the gravest; a lower rank weighs more."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Difference:
    """What a rule saw: the words on each side (none on one side where only the other tells it), and one sentence about it.

    `confidence` is 0..1; `severity` is set only where it is not the rule's own.
    """

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    message: str
    confidence: float = 0.9
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check of two compared reports; `doc` is its paper, with examples."""

    code: str
    name: str
    kind: Kind
    severity: Severity
    doc: str
    check: Callable[[Comparison], Iterator[Difference]]


def rule(code: str, name: str, kind: Kind, severity: Severity) -> Callable[[Callable[[Comparison], Iterator[Difference]]], Rule]:
    """Make a rule of a function over the comparison; the function's docstring is the rule's paper."""

    def make(check: Callable[[Comparison], Iterator[Difference]]) -> Rule:
        return Rule(code, name, kind, severity, check.__doc__ or "", check)

    return make
