"""Amounts that may both be right: parts of one whole, what it was and what it is, what comes on top."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crosscheck.annotate.amounts import compatible
from crosscheck.annotate.document import within
from crosscheck.annotate.units import FRACTION
from crosscheck.rules.changes import is_former

if TYPE_CHECKING:
    from crosscheck.annotate import Document
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.rules.comparison import Comparison


def is_part(comparison: Comparison, a: Quantity, b: Quantity) -> bool:
    """Say whether two amounts are parts of one, what it was and what it is, or what there is and what is to come on top: "31 points", "two more points"."""
    if adds_up(comparison, a, b) or _is_the_rest(a, b) or are_conversions(comparison, a, b):
        return True
    return any(tells(comparison.a, a) != tells(comparison.b, b) for tells in (is_former, is_on_top, _is_of_each))


def is_on_top(document: Document, amount: Quantity) -> bool:
    """Say whether an amount comes on top of what there is: "two more points", "another 12 days"."""
    text = document.article.text
    return bool(_MORE.match(text, amount.end) or _ANOTHER.search(text, max(0, amount.start - len("additional  ")), amount.start))


_MORE = re.compile(r"\s+(?:more|additional|extra|further|others)\b(?! than)", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|additional|extra|further)\s+$", re.IGNORECASE)


def _is_of_each(document: Document, amount: Quantity) -> bool:
    """Say whether an amount is what each of several has: "Spain and Italy are each sending two", "two planes apiece"."""
    text = document.article.text
    return bool(_EACH_BEFORE.search(text, max(0, amount.start - _REACH), amount.start) or _EACH_AFTER.match(text, amount.end))


_REACH = 24
_EACH_BEFORE = re.compile(r"\beach(?: [a-z]{1,12}){0,2} $")
_EACH_AFTER = re.compile(r"(?: [a-z]{1,12}){0,2} (?:each|apiece)\b")


def adds_up(comparison: Comparison, a: Quantity, b: Quantity) -> bool:
    """Say whether the two are parts of one whole that both reports give: "cut from 16 beds to 10", "lost six of its 16 beds"."""
    if a.unit != b.unit:
        return False
    if is_total(comparison.a, a, b) or is_total(comparison.b, b, a):
        return True
    whole = a.value + b.value
    return all(any(amount.value == whole and amount.unit == a.unit for amount in amounts) for amounts in (comparison.a.quantities, comparison.b.quantities))


def are_conversions(comparison: Comparison, a: Quantity, b: Quantity) -> bool:
    """Say whether both are one sum converted for the reader: "1 billion reais ($172 million)", "a billion reais ($274 million)".

    The rate, and whose dollars they are, are each outlet's own.
    """
    x, y = _converted(comparison.a, a), _converted(comparison.b, b)
    return x is not None and y is not None and compatible(x, y) is True


def _converted(document: Document, amount: Quantity) -> Quantity | None:
    """Return the sum before an amount in brackets that tells it in another currency."""
    match = _BRACKET.search(document.article.text, max(0, amount.start - _REACH), amount.start)
    beside = within(document.quantities, document.sentence_of(amount)) if match else ()
    return next((other for other in beside if match and other.end == match.start() and other.unit != amount.unit), None)


_BRACKET = re.compile(r",? ?(?:\(|or )(?:about |around |roughly |some |or |over |nearly )*$")


def is_total(document: Document, part: Quantity, whole: Quantity) -> bool:
    """Say whether an amount is the sum of another and one beside that: "70 damaged and 12 destroyed", "82 damaged or destroyed"."""
    beside = within(document.quantities, document.sentence_of(part))
    others = [other for other in beside if other is not part and other.unit == part.unit and not _is_among(document, other)]
    return any(other.value + part.value == whole.value for other in others) or (len(others) > 1 and sum(one.value for one in (part, *others)) == whole.value)


def _is_among(document: Document, amount: Quantity) -> bool:
    """Say whether an amount is part of the one before it, and not beside it: "four guns, among them two rifles", "nine people, two of them boys"."""
    text = document.article.text
    return bool(_AMONG.search(text, max(0, amount.start - _REACH), amount.start) or _OF_THEM.match(text, amount.end))


_AMONG = re.compile(r"\b(?:among (?:them|which|whom)|including|of (?:them|which|whom))(?: at least| some)? $")
_OF_THEM = re.compile(r" (?:[a-z]+ )?of (?:them|which|whom)\b")


def _is_the_rest(a: Quantity, b: Quantity) -> bool:
    """Say whether one share can be what the other leaves: "83 percent paid", "fewer than one in five did not"."""
    if not (_is_share(a) and _is_share(b)):
        return False
    (low, high), (least, most) = _share(a), _share(b)
    return low + least <= 1 + _ROUNDED <= high + most + 2 * _ROUNDED


_ROUNDED = 0.01


def _is_share(amount: Quantity) -> bool:
    return amount.unit in {"percent", FRACTION}


def _share(amount: Quantity) -> tuple[float, float]:
    """Return the bounds of a share of a whole, 0..1."""
    whole = 100.0 if amount.unit == "percent" else 1.0
    return amount.low / whole, min(amount.high / whole, 1.0)
