"""What of two reports stands in each other's place and cannot be the same: another amount, another day, another place."""

from __future__ import annotations

from functools import cache, partial
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from crosscheck.annotate.document import touching, within
from crosscheck.rules.pairing import each_once
from crosscheck.rules.rewordings import senses
from crosscheck.similarity import features, is_content, likeness, pooled, profile
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.bags import Bags
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence, Token
    from crosscheck.similarity import Profile

Found = TypeVar("Found", bound="Span")

WINDOW = 7
"""How many content words on either side of a thing make its context."""
BESIDE = 0.08
"""How alike the context must be where a word next to the one thing is next to the other: few are the things that "the fighting lasted"."""
NEXT = 3
"""How many of them, on either side, are next to it."""


class Rivals(NamedTuple, Generic[Found]):
    """Two things of one sort, each in a sentence linked with the other's, that cannot be the same.

    Neither has its like in the sentences linked with its own; `context` is how alike the words around them are, 0..1;
    `beside` says that a word next to the one is a word next to the other, or near it in meaning: "a plant in Vietnam", "a factory in Malaysia";
    `named` says so of a name, which tells less: one firm is in many events, that "fired him on Thursday" and that "reopened on Monday";
    `alone` says that no other thing of the sort was in question.
    """

    a: Found
    b: Found
    context: float
    beside: bool
    named: bool
    alone: bool


def rivals(comparison: Comparison, found: Callable[[Document], Sequence[Found]], agree: Callable[[Found, Found], bool | None]) -> Iterator[Rivals[Found]]:
    """Return the things of linked sentences that stand in each other's place and do not agree.

    `found` gives a document's things of one sort in order; `agree` says of two whether they can be the same (True),
    cannot (False) or are not to be compared (None). Of several candidates the two in the likeliest context meet,
    each thing once.
    """
    in_a, in_b = found(comparison.a), found(comparison.b)
    if not (in_a and in_b):
        return iter(())
    open_a = _open(in_a, comparison.a, comparison.partners_of_a, in_b, agree)
    open_b = _open(in_b, comparison.b, comparison.partners_of_b, in_a, lambda x, y: agree(y, x))
    place_a, place_b = (cache(partial(_place, bags, comparison.idf)) for bags in (comparison.bags_a, comparison.bags_b))
    met = [[(x, y) for x in open_a[one.id] for y in open_b[other.id] if agree(x, y) is False] for one, other in comparison.pairs]
    candidates = [_rivals(comparison, (x, place_a(x)), (y, place_b(y)), alone=len(at_odds) == 1) for at_odds in met for x, y in at_odds]
    return each_once(candidates, lambda rival: rival.context)


def is_firm(rival: Rivals[Found], context: float) -> bool:
    """Say whether two things stand in one place: their context is alike enough, or they have a word beside them in common and no other rival."""
    return rival.context >= (BESIDE if rival.beside and rival.alone else context)


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
    return any(_has_words(sentence, words) for sentence in sentences)


def _has_words(sentence: Sentence, words: set[str]) -> bool:
    """Say whether all of some words are in a sentence; in most not even their letters are."""
    text = sentence.text.casefold()
    return all(word in text for word in words) and words <= {token.text.casefold() for token in sentence.tokens}


class _Place(NamedTuple):
    """Where a thing stands: its sentence; the words around it, weighed; what the words next to it mean."""

    sentence: Sentence
    context: Profile
    beside: frozenset[str]


def _place(bags: Bags, idf: Mapping[str, float], item: Span) -> _Place:
    document = bags.document
    sentence = document.sentence_of(item)
    content = bags.content[sentence.id]
    before = [token for token in content if token.end <= item.start][-WINDOW:]
    after = [token for token in content if token.start >= item.end][:WINDOW]
    spans = [Span(before[0].start, item.start, "")] if before else []  # up to the item, for an amount may begin with a function word: "over three years"
    spans += [Span(item.end, after[-1].end, "")] if after else []
    around = (features(document, span, within(sentence.tokens, span)) for span in spans)
    return _Place(sentence, profile(pooled(around), idf), _keys(_beside(sentence, item)))


def _beside(sentence: Sentence, item: Span) -> Iterator[Token]:
    """Yield the content words next to an item, the three before it in its clause and the three after."""
    before = takewhile(_goes_on, reversed([token for token in sentence.tokens if token.end <= item.start]))
    after = (token for token in sentence.tokens if token.start >= item.end)
    for side in (before, after):
        yield from islice(filter(is_content, side), NEXT)


def _goes_on(token: Token) -> bool:
    """Say whether a clause goes on to the left: what stands before "after" is another event, as in "spoke hours after Monday's vote"."""
    return token.text.casefold() not in _OTHER_EVENT


_OTHER_EVENT = frozenset({"after", "although", "because", "though", "when", "while"})


def _rivals(comparison: Comparison, x: tuple[Found, _Place], y: tuple[Found, _Place], *, alone: bool) -> Rivals[Found]:
    (a, place_a), (b, place_b) = x, y
    shared = place_a.beside & place_b.beside
    names = _names(comparison.a, place_a.sentence) | _names(comparison.b, place_b.sentence) if shared else frozenset()
    return Rivals(a, b, likeness(place_a.context, place_b.context), beside=bool(shared - names), named=bool(shared & names), alone=alone)


def _names(document: Document, sentence: Sentence) -> frozenset[str]:
    """Return what the words of the names in a sentence mean."""
    return _keys(token for mention in touching(document.mentions, sentence) for token in touching(sentence.tokens, mention))


def _keys(tokens: Iterable[Token]) -> frozenset[str]:
    """Return what words mean, with the groups of near synonyms that they stand in."""
    return frozenset(chain.from_iterable(senses(token.stem) for token in tokens))
