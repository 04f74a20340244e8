"""What of two reports stands in each other's place and cannot be the same: another amount, another day, another place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Generic, TypeVar

from crosscheck.annotate.document import within
from crosscheck.rules.pairing import each_once
from crosscheck.similarity import features, is_content, likeness, pooled, profile
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence
    from crosscheck.similarity import Profile

Found = TypeVar("Found", bound="Span")

WINDOW = 7
"""How many content words on either side of a thing make its context."""


@dataclass(frozen=True, slots=True)
class Rivals(Generic[Found]):
    """Two things of one sort, each in a sentence linked with the other's, that cannot be the same.

    Neither has its like in the sentences linked with its own; `context` is how alike the words around them are, 0..1;
    `alone` says that no other thing of the sort was in question.
    """

    a: Found
    b: Found
    context: float
    alone: bool


def rivals(comparison: Comparison, found: Callable[[Document], Sequence[Found]], agree: Callable[[Found, Found], bool | None]) -> Iterator[Rivals[Found]]:
    """Return the things of linked sentences that stand in each other's place and do not agree.

    `found` gives a document's things of one sort in order; `agree` says of two whether they can be the same (True),
    cannot (False) or are not to be compared (None). Of several candidates the two in the likeliest context meet,
    each thing once.
    """
    open_a = _open(found(comparison.a), comparison.a, comparison.partners_of_a, found(comparison.b), agree)
    open_b = _open(found(comparison.b), comparison.b, comparison.partners_of_b, found(comparison.a), lambda x, y: agree(y, x))
    context_a, context_b = (cache(partial(_context, document, comparison.idf)) for document in (comparison.a, comparison.b))
    met = [[(x, y) for x in open_a[one.id] for y in open_b[other.id] if agree(x, y) is False] for one, other in comparison.pairs]
    candidates = [Rivals(x, y, likeness(context_a(x), context_b(y)), alone=len(at_odds) == 1) for at_odds in met for x, y in at_odds]
    return each_once(candidates, lambda rival: rival.context)


def _open(
    items: Sequence[Found],
    document: Document,
    partners: Mapping[int, Sequence[Sentence]],
    others: Sequence[Found],
    agree: Callable[[Found, Found], bool | None],
) -> Mapping[int, list[Found]]:
    """Return, by the number of the sentence, the things that the partner sentences have neither the like nor the very words of."""
    return {
        number: [item for item in within(items, document.sentences[number]) if not _has_like(item, sentences, others, agree)]
        for number, sentences in partners.items()
    }


def _has_like(item: Found, sentences: Sequence[Sentence], others: Sequence[Found], agree: Callable[[Found, Found], bool | None]) -> bool:
    if any(agree(item, like) for sentence in sentences for like in within(others, sentence)):
        return True
    words = {word.casefold() for word in item.text.split()}
    return any(words <= {token.text.casefold() for token in sentence.tokens} for sentence in sentences)


def _context(document: Document, idf: Mapping[str, float], item: Span) -> Profile:
    """Return what stands around an item in its sentence, weighed."""
    sentence = document.sentence_of(item)
    content = [token for token in sentence.tokens if is_content(token)]
    before = [token for token in content if token.end <= item.start][-WINDOW:]
    after = [token for token in content if token.start >= item.end][:WINDOW]
    spans = (Span(side[0].start, side[-1].end, "") for side in (before, after) if side)
    around = (features(document, span, within(sentence.tokens, span)) for span in spans)
    return profile(pooled(around), idf)
