"""Which sentences of two reports tell the same thing: scored links, each one sentence with one, m:n over all."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.annotate.document import within
from crosscheck.read import Role
from crosscheck.similarity import cosine, features, profile, rarity, shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from crosscheck.annotate import Document
    from crosscheck.segment import Sentence
    from crosscheck.similarity import Profile

TOLD = frozenset({Role.HEADLINE, Role.BODY})
"""The roles whose sentences tell the news; the rest is furniture."""

# The weights of a logistic regression over the evidence for a link, fitted on the gold pairs and on pairs of real reports;
# leaving one pair out, the alignment F1 is .86 on the one and .77 on the other, against .82 and .69 for the cosine alone.
COSINE = 15.1
"""Of the two sentences as a whole, 0..1."""
CLAIM = 1.7
"""The logarithm of what the two likeliest claims in them share: one sentence is often told as a part of a longer one."""
HEADLINES = 5.3
"""Both are headlines, which tell the same news in a handful of words, often no two the same."""
LEADS = 2.7
"""One is a headline or a lead, and so is the other."""
DISTANCE = -2.3
"""How far apart they stand, 0 for the same place in both reports, 1 for the beginning of one and the end of the other."""
NEIGHBOUR = 1.7
"""The cosine of the likeliest pair beside them, 0..1: what is told together in the one is told together in the other."""
BIAS = -7.5

RIVALRY = 0.3
"""A link stands beside stronger ones of both its sentences where it reaches this share of the weaker of them."""


@dataclass(frozen=True, slots=True)
class Link:
    """Sentence `a` of one report tells what sentence `b` of the other tells; `score` is how likely, 0..1."""

    a: int
    b: int
    score: float


def align(a: Document, b: Document, min_similarity: float) -> tuple[Link, ...]:
    """Return the links that score at least `min_similarity` and hold their own beside stronger ones, in order of sentence.

    A sentence that the other report repeats word for word is told whole by its repeat, and has no other link.
    Swapping the reports swaps each link and changes nothing else.
    """
    repeats = _repeats(a, b)
    links = [Link(one, other, 1.0) for one, other in repeats.items()]
    links += [link for link in _scored(a, b) if link.a not in repeats and link.b not in set(repeats.values())]
    best_a: dict[int, float] = defaultdict(float)
    best_b: dict[int, float] = defaultdict(float)
    for link in links:
        best_a[link.a] = max(best_a[link.a], link.score)
        best_b[link.b] = max(best_b[link.b], link.score)
    return tuple(
        link
        for link in sorted(links, key=lambda link: (link.a, link.b))
        if link.score >= min_similarity and link.score >= RIVALRY * min(best_a[link.a], best_b[link.b])
    )


def told(document: Document) -> Iterator[Sentence]:
    """Yield the sentences that tell the news, headline and body, in order."""
    return (sentence for sentence in document.sentences if sentence.role in TOLD)


def _repeats(a: Document, b: Document) -> dict[int, int]:
    """Return the sentences of A that B repeats word for word, each with its repeat, the first with the first."""
    waiting: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for sentence in told(b):
        waiting[tuple(sentence.text.split())].append(sentence.id)
    repeats = ((sentence.id, waiting[tuple(sentence.text.split())]) for sentence in told(a))
    return {number: same.popleft() for number, same in repeats if same}


@dataclass(frozen=True)
class _Telling:
    """A sentence weighed: itself and its claims as profiles, its place in the report (0 first, 1 last), whether it is headline or lead."""

    whole: Profile
    claims: tuple[Profile, ...]
    place: float
    top: Role | None


def _scored(a: Document, b: Document) -> Iterator[Link]:
    """Yield every pair of sentences that share a feature, or that both are headline or lead, with its score."""
    tellings_a, tellings_b = _weighed(a, b)
    cosines = dict(_cosines(tellings_a, tellings_b))
    for (one, other), alike in cosines.items():
        x, y = tellings_a[one], tellings_b[other]
        claim = max((shared(mine, theirs) for mine in x.claims for theirs in y.claims), default=0.0)
        evidence = (
            COSINE * alike,
            CLAIM * math.log1p(claim),
            HEADLINES * (x.top is y.top is Role.HEADLINE),
            LEADS * (x.top is not None and y.top is not None and not x.top is y.top is Role.HEADLINE),
            DISTANCE * abs(x.place - y.place),
            NEIGHBOUR * max(cosines.get((one + m, other + n), 0.0) for m in (-1, 0, 1) for n in (-1, 0, 1) if m or n),
            BIAS,
        )
        yield Link(one, other, 1 / (1 + math.exp(-math.fsum(evidence))))


def _cosines(a: Mapping[int, _Telling], b: Mapping[int, _Telling]) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the pairs worth a look with their cosine, found through an inverted index."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, telling in b.items():
        for feature in telling.whole.weights:
            holders[feature].append(number)
    tops = {number for number, telling in b.items() if telling.top}
    for one, telling in a.items():
        met = {number for feature in telling.whole.weights for number in holders[feature]} if telling.whole.weights else set()
        for other in met | (tops if telling.top else set()):
            yield (one, other), cosine(telling.whole, b[other].whole)


def _weighed(a: Document, b: Document) -> tuple[Mapping[int, _Telling], Mapping[int, _Telling]]:
    """Return the sentences of both reports, weighed by how rare their features are over the two."""
    idf = rarity(features(document, sentence, sentence.tokens) for document in (a, b) for sentence in told(document))
    return _tellings(a, idf), _tellings(b, idf)


def _tellings(document: Document, idf: Mapping[str, float]) -> Mapping[int, _Telling]:
    sentences = list(told(document))
    tops: dict[Role, int] = {}
    for sentence in sentences:
        tops.setdefault(sentence.role, sentence.id)
    return {
        sentence.id: _Telling(
            whole=profile(features(document, sentence, sentence.tokens), idf),
            claims=tuple(profile(features(document, claim, within(sentence.tokens, claim)), idf) for claim in within(document.claims, sentence)),
            place=position / max(1, len(sentences) - 1),
            top=sentence.role if tops[sentence.role] == sentence.id else None,
        )
        for position, sentence in enumerate(sentences)
    }
