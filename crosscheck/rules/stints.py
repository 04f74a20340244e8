"""Whether what was being done goes on: "had stopped supplying the batch", "would go on supplying the batch"."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.grammar import Tag
from crosscheck.annotate.phrases import verb_group
from crosscheck.rules.rewordings import near_in_meaning
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence


class _Stint(NamedTuple):
    """The words that tell whether something goes on, what is done ("supplying"), and whether it goes on."""

    shown: Span
    deed: str
    goes_on: bool


def stints_at_odds(comparison: Comparison) -> Iterator[tuple[Span, Span, tuple[int, int]]]:
    """Yield what goes on in one of two linked sentences and has stopped in the other, with the numbers of the sentences; not where one tells both."""
    for one, other in comparison.pairs:
        met = [(x, y) for x, y in product(_stints(comparison.a, one), _stints(comparison.b, other)) if near_in_meaning(x.deed, y.deed)]
        if met and all(x.goes_on != y.goes_on for x, y in met):
            yield met[0][0].shown, met[0][1].shown, (one.id, other.id)


def _stints(document: Document, sentence: Sentence) -> Iterator[_Stint]:
    line = document.tagged(sentence)
    for at, word in enumerate(line[:-1]):
        on = line[at + 1].low == "on" and word.lemma in {"go", "carry"}
        deed = at + 1 + on
        if word.quote >= 0 or not (on or word.lemma in _ENDING or word.lemma in _LASTING) or deed >= len(line) or line[deed].tag is not Tag.ING:
            continue
        start = verb_group(line, at)
        denied = any(other.low in {"never", "not"} or other.low.endswith("n't") for other in line[start:at])
        shown = Span.of(document.article.text, line[start].start, line[deed].end)
        yield _Stint(shown, line[deed].low, (word.lemma not in _ENDING) != denied)


_ENDING = frozenset({"cease", "halt", "quit", "stop", "suspend"})
_LASTING = frozenset({"continue", "keep"})
