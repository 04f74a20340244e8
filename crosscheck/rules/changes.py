"""Amounts that changed, what was beside what is: "rose to 31 from 22", "22, compared with 31 the year before"."""

from __future__ import annotations

import re
from itertools import pairwise, product
from typing import TYPE_CHECKING

from crosscheck.annotate.amounts import equal
from crosscheck.annotate.document import within
from crosscheck.rules.turns import opposites

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence


def is_one_change(comparison: Comparison, a: Quantity, b: Quantity) -> bool:
    """Say whether two amounts stand in changes that agree, told in another order: "to 31 from 22", "from 22 to 31"."""
    mine, theirs = (
        [change for change in _changes(document, document.sentence_of(amount)) if amount in change]
        for document, amount in ((comparison.a, a), (comparison.b, b))
    )
    return any([x.value for x in change] == [y.value for y in other] for change in mine for other in theirs)


def exchanged(comparison: Comparison) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield what is now in the one report and was before in the other: "22, compared with 31 in 2022", "31, against 22 in 2022".

    Not where the claims turn what happens around as well ("raised to", "lowered to"), which is told as that.
    """
    for one, other in comparison.pairs:
        for (now, before), (then_now, then_before) in product(_changes(comparison.a, one), _changes(comparison.b, other)):
            crossed = equal(now, then_before) and equal(before, then_now)
            if crossed and not any(y.stem in opposites("antonyms", x.stem) for x in one.tokens for y in other.tokens):
                yield now, then_now


def _changes(document: Document, sentence: Sentence) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield an amount with the one it was before, which stands behind it: "to 31 from 22", "31, compared with 22"; or ahead of it: "from 22 to 31"."""
    amounts = within(document.quantities, sentence)
    for first, second in pairwise(amounts):
        if first.unit == second.unit or not second.unit or not first.unit:
            ahead = document.article.text[max(sentence.start, first.start - len("from  ")) : first.start]
            between = document.article.text[first.end : second.start].casefold()
            if _FORMER.search(between):
                yield first, second
            elif _FROM.search(ahead.casefold()) and _TO.search(between):
                yield second, first


_FORMER = re.compile(r"\b(?:from|against|versus|than|compared (?:with|to)|rather than|over)(?: (?:about|around|some|nearly|just|only|the|a))?\s*$")
_TO = re.compile(r"\bto(?: (?:about|around|some|nearly|just|only))?\s*$")


def is_former(document: Document, amount: Quantity) -> bool:
    """Say whether an amount is what there was before: "rose to 14 from 11"."""
    return bool(_FROM.search(document.article.text, max(0, amount.start - len("from   ")), amount.start))


_FROM = re.compile(r"\bfrom\s+$")
