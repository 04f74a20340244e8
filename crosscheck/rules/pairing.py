"""Which candidates meet, where each thing may meet only once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from crosscheck.spans import Span


class Pair(Protocol):
    """Something of each report, held against each other."""

    @property
    def a(self) -> Span:
        """What report A has."""

    @property
    def b(self) -> Span:
        """What report B has."""


Candidate = TypeVar("Candidate", bound=Pair)


def each_once(candidates: Iterable[Candidate], likelihood: Callable[[Candidate], float]) -> Iterator[Candidate]:
    """Yield the candidates, the likeliest first, whose two sides have not met anything yet; the same whichever report is which."""
    taken_a, taken_b = set(), set()
    for pair in sorted(candidates, key=lambda pair: (-likelihood(pair), pair.a.start + pair.b.start, abs(pair.a.start - pair.b.start))):
        if pair.a.start not in taken_a and pair.b.start not in taken_b:
            taken_a.add(pair.a.start)
            taken_b.add(pair.b.start)
            yield pair
