"""Which claims of two reports are one claim."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.document import touching, within
from crosscheck.similarity import is_content, likeness, meaning, profile, terms
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.claims import Claim
    from crosscheck.annotate.names import Entity
    from crosscheck.bags import Bags
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence, Token
    from crosscheck.similarity import Profile


SHOWN = 5
"""How many words of a claim a message shows."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim where one report makes it: the document, the sentence, the claim, its content words in order."""

    document: Document
    sentence: Sentence
    claim: Claim
    content: tuple[Token, ...]

    def after(self, cue: Span, reach: int) -> tuple[Token, ...]:
        """Return the next content words after a cue, at most `reach` of them."""
        return tuple(token for token in self.content if token.start >= cue.end)[:reach]

    @property
    def is_quoted(self) -> bool:
        """Whether any of the claim stands between quotation marks."""
        return bool(touching(self.document.quotes, self.claim))

    def subject_before(self, word: Span) -> Entity | None:
        """Return whom the claim names last before the word, which mostly is who does it."""
        before = [entity for span, entity in self.document.appearing_in(self.claim) if span.end <= word.start]
        return before[-1] if before else None

    def through(self, first: Span, last: Span) -> Span:
        """Return the words from one to another, the first alone where the other stands elsewhere: "not", "lifted", "not been lifted"."""
        if first.start <= last.start and self.sentence.covers(first) and self.sentence.covers(last):
            return Span.of(self.document.article.text, first.start, last.end)
        return first

    def phrase(self, span: Span) -> str:
        """Return the words of the claim from a span on, five at most, for a reader to see what it is about: "not enough life jackets"."""
        end = max(span.end, self.claim.end)
        ahead = [token for token in self.sentence.tokens if span.end <= token.start < end][: max(0, SHOWN - len(span.text.split()))]
        while ahead and not is_content(ahead[-1]):
            ahead.pop()
        return Span.of(self.document.article.text, span.start, ahead[-1].end if ahead else span.end).flat

    def word(self, like: Token) -> Token | None:
        """Return the first content word that means the same as another."""
        return next((token for token in self.content if meaning(token.stem) == meaning(like.stem)), None)


class ClaimPair(NamedTuple):
    """One claim as the two reports make it, and how alike they are, 0..1."""

    a: Telling
    b: Telling
    likeness: float


def claim_pairs(comparison: Comparison) -> tuple[ClaimPair, ...]:
    """Return the claims of linked sentences that are each other's likeliest, the stronger link the likelier.

    Headlines, which tell the lead's claims again, meet headlines alone.
    """
    linked = [(link, comparison.a.sentences[link.a], comparison.b.sentences[link.b]) for link in comparison.links]
    apart = [(link, one, other) for link, one, other in linked if one.role is other.role and one.text.split() != other.text.split()]
    told_a = {number: _weighed(comparison.tellings_a[number], comparison.idf) for number in {one.id for _, one, _ in apart}}
    told_b = {number: _weighed(comparison.tellings_b[number], comparison.idf) for number in {other.id for _, _, other in apart}}
    met = [pair for link, one, other in apart for pair in _met(told_a[one.id], told_b[other.id], link.score)]
    best_a = _best((pair.a.claim.start, rank) for pair, rank in met)
    best_b = _best((pair.b.claim.start, rank) for pair, rank in met)
    return tuple(pair for pair, rank in met if rank == best_a[pair.a.claim.start] == best_b[pair.b.claim.start])


def tellings(bags: Bags) -> tuple[tuple[Telling, ...], ...]:
    """Return the claims of each sentence of a report, in order."""
    document = bags.document
    told = zip(document.sentences, bags.content, strict=True)
    return tuple(
        tuple([Telling(document, sentence, claim, within(content, claim)) for claim in within(document.claims, sentence)]) for sentence, content in told
    )


def _weighed(told: Sequence[Telling], idf: Mapping[str, float]) -> list[tuple[Telling, Profile]]:
    return [(telling, profile(terms(telling.content), idf)) for telling in told]


def _met(mine: Sequence[tuple[Telling, Profile]], theirs: Sequence[tuple[Telling, Profile]], score: float) -> Iterator[tuple[ClaimPair, float]]:
    for telling, weighed in mine:
        for rival, against in theirs:
            alike = likeness(weighed, against)
            if alike > 0:
                yield ClaimPair(telling, rival, alike), alike * score


def _best(scores: Iterable[tuple[int, float]]) -> Mapping[int, float]:
    best: dict[int, float] = defaultdict(float)
    for key, score in scores:
        best[key] = max(best[key], score)
    return best
