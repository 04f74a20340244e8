"""Which sentences of two reports tell the same thing: scored links, each one sentence with one, m:n over all."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.read import Role
from crosscheck.similarity import features, likeness, profile, rarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from crosscheck.annotate import Document
    from crosscheck.segment import Sentence
    from crosscheck.similarity import Profile

TOLD = frozenset({Role.HEADLINE, Role.BODY})
"""The roles whose sentences tell the news; the rest is furniture."""

# Tuned on the gold pairs, leaving one pair out.
RIVALRY = 0.7
"""A link stands beside a stronger one of both its sentences where it reaches this share of one of them."""
HEADLINES = 0.15
"""What two headlines gain for being headlines: they tell the same news in a handful of words, often no two the same."""
LEADS = 0.1
"""What a headline gains with the other report's lead, and a lead with the other's."""


@dataclass(frozen=True, slots=True)
class Link:
    """Sentence `a` of one report tells what sentence `b` of the other tells; `score` is 0..1."""

    a: int
    b: int
    score: float


def align(a: Document, b: Document, min_similarity: float) -> tuple[Link, ...]:
    """Return the links that score at least `min_similarity` and hold their own beside stronger ones, in order of sentence.

    A sentence that the other report repeats word for word is told whole by its repeat, and has no other link.
    Swapping the reports swaps each link and changes nothing else.
    """
    repeats = _repeats(a, b)
    scores = {Link(one, other, 1.0) for one, other in repeats.items()}
    scores.update(_scores(a, b, frozenset(repeats), frozenset(repeats.values())))
    best_a: dict[int, float] = defaultdict(float)
    best_b: dict[int, float] = defaultdict(float)
    for link in scores:
        best_a[link.a] = max(best_a[link.a], link.score)
        best_b[link.b] = max(best_b[link.b], link.score)
    return tuple(
        link
        for link in sorted(scores, key=lambda link: (link.a, link.b))
        if link.score >= min_similarity and link.score >= RIVALRY * min(best_a[link.a], best_b[link.b])
    )


def _repeats(a: Document, b: Document) -> dict[int, int]:
    """Return the sentences of A that B repeats word for word, each with its repeat, the first with the first."""
    waiting: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for sentence in told(b):
        waiting[tuple(sentence.text.split())].append(sentence.id)
    repeats = ((sentence.id, waiting[tuple(sentence.text.split())]) for sentence in told(a))
    return {number: same.popleft() for number, same in repeats if same}


def _scores(a: Document, b: Document, done_a: frozenset[int], done_b: frozenset[int]) -> Iterator[Link]:
    """Yield what each pair of sentences that share a feature scores, leaving out those that are done with, through an inverted index."""
    bags = [{sentence.id: features(document, sentence, sentence.tokens) for sentence in told(document)} for document in (a, b)]
    idf = rarity(bag for side in bags for bag in side.values())
    profiles_a, profiles_b = (
        {number: profile(bag, idf) for number, bag in side.items() if number not in done} for side, done in zip(bags, (done_a, done_b), strict=True)
    )
    tops_a, tops_b = _tops(a), _tops(b)
    holders = _index(profiles_b)
    for one, weighed in profiles_a.items():
        for other in {number for feature in weighed.weights for number in holders.get(feature, ())}:
            bonus = _bonus(tops_a.get(one), tops_b.get(other))
            yield Link(one, other, min(1.0, likeness(weighed, profiles_b[other]) + bonus))


def told(document: Document) -> Iterator[Sentence]:
    """Yield the sentences that tell the news, headline and body, in order."""
    return (sentence for sentence in document.sentences if sentence.role in TOLD)


def _index(profiles: Mapping[int, Profile]) -> Mapping[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, weighed in profiles.items():
        for feature in weighed.weights:
            holders[feature].append(number)
    return holders


def _tops(document: Document) -> Mapping[int, Role]:
    """Return the numbers of the headline and of the lead, the first sentence of the body, each with its role."""
    tops: dict[Role, int] = {}
    for sentence in told(document):
        tops.setdefault(sentence.role, sentence.id)
    return {number: role for role, number in tops.items()}


def _bonus(a: Role | None, b: Role | None) -> float:
    if a is None or b is None:
        return 0.0
    return HEADLINES if a is b is Role.HEADLINE else LEADS
