"""What is told: clauses with what hangs on them, their attribution, negations and hedges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate.attributions import Attribution
    from crosscheck.segment import Sentence


@dataclass(frozen=True, slots=True)
class Claim(Span):
    """A clause: `negations` and `hedges` are the words that deny it or make it less than certain; `attribution` is the innermost, None where it is stated as fact."""

    attribution: Attribution | None
    negations: tuple[Span, ...]
    hedges: tuple[Span, ...]


def claims(sentences: Sequence[Sentence], attributions: Sequence[Attribution]) -> tuple[Claim, ...]:
    """Return the clauses of the headline and body sentences, in order; together they cover each sentence's words but not its cues and sources."""
    raise NotImplementedError
