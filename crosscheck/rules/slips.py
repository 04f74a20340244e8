"""Exact figures that differ by a slip of the pen: "2:20:09" and "2:20:19", "1,342" and "1,324", "$186m" and "$168m"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from crosscheck.annotate.amounts import compatible
from crosscheck.annotate.document import within
from crosscheck.annotate.names import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.rules.comparison import Comparison

EXACT = 4
"""From so many digits on, noughts at the end left out, a figure is too exact to be near another by chance."""
CROSSED = 3
"""From so many on where two neighbours have changed places, which chance seldom does."""
ALONE = 5
"""So many digits tell as much of figures whose sentences are not linked, where both tell of one person."""


def is_slip(a: Quantity, b: Quantity) -> bool:
    """Say whether two exact figures differ by one digit or by two that have changed places."""
    mine, theirs = _digits(a), _digits(b)
    if len(mine) != len(theirs) or len(mine) < CROSSED or (a.of and b.of and a.of != b.of):
        return False
    apart = [at for at, (x, y) in enumerate(zip(mine, theirs, strict=True)) if x != y]
    crossed = len(apart) == 2 and apart[1] == apart[0] + 1 and mine[apart[0]] + mine[apart[1]] == theirs[apart[1]] + theirs[apart[0]]  # noqa: PLR2004
    return crossed or (len(apart) == 1 and len(mine) >= EXACT)


def lone_slips(comparison: Comparison) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the slips in sentences that need not be linked, but tell of one person; neither report has the other's figure anywhere."""
    in_a, in_b = ({_digits(amount) for amount in document.quantities} for document in (comparison.a, comparison.b))
    theirs: dict[str, list[Quantity]] = defaultdict(list)
    for b in comparison.b.quantities:
        if len(_digits(b)) >= ALONE and _digits(b) not in in_a:
            for key in _masked(_digits(b)):
                theirs[key].append(b)
    for a in comparison.a.quantities:
        if len(_digits(a)) < ALONE or _digits(a) in in_b:
            continue
        near = {b.start: b for key in _masked(_digits(a)) for b in theirs.get(key, ())}
        for b in near.values():
            if a.unit == b.unit and is_slip(a, b) and compatible(a, b) is False and _people(comparison.a, a) & _people(comparison.b, b):
                yield a, b


def _digits(amount: Quantity) -> str:
    return "".join(filter(str.isdigit, amount.text)).rstrip("0")


def _masked(digits: str) -> Iterator[str]:
    """Yield a figure with one digit left out, and with two neighbours: what two figures have in common where one is a slip for the other."""
    for at in range(len(digits)):
        yield f"{digits[:at]}_{digits[at + 1 :]}"
        yield f"{digits[:at]}__{digits[at + 2 :]}"


def _people(document: Document, amount: Quantity) -> frozenset[str]:
    """Return the surnames of the people whom the sentence of an amount names."""
    named = {entity.id: entity for name in within(document.mentions, document.sentence_of(amount)) for entity in document.named_in(name)}
    return frozenset(entity.name.casefold().split()[-1] for entity in named.values() if entity.type is EntityType.PERSON)
