"""What a rule looks at: two documents, their links, and what in linked sentences answers to what."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from crosscheck.align import told
from crosscheck.annotate.document import touching, within
from crosscheck.rules.people import kin
from crosscheck.similarity import features, is_content, likeness, meaning, profile, rarity, terms
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from crosscheck.align import Link
    from crosscheck.annotate import Document
    from crosscheck.annotate.claims import Claim
    from crosscheck.annotate.names import Entity
    from crosscheck.rules.people import Kin
    from crosscheck.segment import Sentence, Token
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
        before = [mention for mention in within(self.document.mentions, self.claim) if mention.end <= word.start]
        return self.document.named_in(before[-1])[0] if before else None

    def word(self, like: Token) -> Token | None:
        """Return the first content word that means the same as another."""
        return next((token for token in self.content if meaning(token.stem) == meaning(like.stem)), None)


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """One claim as the two reports make it, and how alike they are, 0..1."""

    a: Telling
    b: Telling
    likeness: float


@dataclass(frozen=True)
class Comparison:
    """Two reports with the links between their sentences."""

    a: Document
    b: Document
    links: tuple[Link, ...]

    @cached_property
    def idf(self) -> Mapping[str, float]:
        """How rare each feature and each word is over the sentences of both reports."""
        sentences = ((document, sentence) for document in (self.a, self.b) for sentence in document.sentences)
        return rarity(features(document, sentence, sentence.tokens) | terms(sentence.tokens) for document, sentence in sentences)

    @cached_property
    def pairs(self) -> tuple[tuple[Sentence, Sentence], ...]:
        """The linked sentences that are not the same word for word, in order."""
        linked = ((self.a.sentences[link.a], self.b.sentences[link.b]) for link in self.links)
        return tuple((one, other) for one, other in linked if one.text.split() != other.text.split())

    @cached_property
    def partners_of_a(self) -> Mapping[int, tuple[Sentence, ...]]:
        """The sentences of B linked with each sentence of A."""
        return _grouped((link.a, self.b.sentences[link.b]) for link in self.links)

    @cached_property
    def partners_of_b(self) -> Mapping[int, tuple[Sentence, ...]]:
        """The sentences of A linked with each sentence of B."""
        return _grouped((link.b, self.a.sentences[link.a]) for link in self.links)

    @cached_property
    def kin(self) -> tuple[Kin, ...]:
        """The people who may be one."""
        return kin(self.a, self.b)

    @cached_property
    def only_a(self) -> tuple[Sentence, ...]:
        """The sentences of A that tell news and have no partner."""
        return tuple(sentence for sentence in told(self.a) if sentence.id not in self.partners_of_a)

    @cached_property
    def only_b(self) -> tuple[Sentence, ...]:
        """The sentences of B that tell news and have no partner."""
        return tuple(sentence for sentence in told(self.b) if sentence.id not in self.partners_of_b)

    def rivals(self, found: Callable[[Document], Sequence[Found]], agree: Callable[[Found, Found], bool | None]) -> Iterator[Rivals[Found]]:
        """Yield the things of linked sentences that stand in each other's place and do not agree.

        `found` gives a document's things of one sort in order; `agree` says of two whether they can be the same (True),
        cannot (False) or are not to be compared (None). Of several candidates the two in the likeliest context meet,
        each thing once.
        """
        candidates = [rival for one, other in self.pairs for rival in self._rivals_in(one, other, found, agree)]
        taken_a, taken_b = set(), set()
        for rival in sorted(candidates, key=lambda rival: (-rival.context, rival.a.start + rival.b.start, abs(rival.a.start - rival.b.start))):
            if rival.a.start not in taken_a and rival.b.start not in taken_b:
                taken_a.add(rival.a.start)
                taken_b.add(rival.b.start)
                yield rival

    def _rivals_in(
        self, one: Sentence, other: Sentence, found: Callable[[Document], Sequence[Found]], agree: Callable[[Found, Found], bool | None]
    ) -> Iterator[Rivals[Found]]:
        open_a, open_b = (
            [item for item in within(found(self.a), one) if not self._is_told(item, found(self.b), self.partners_of_a[one.id], agree)],
            [item for item in within(found(self.b), other) if not self._is_told(item, found(self.a), self.partners_of_b[other.id], agree)],
        )
        at_odds = [(x, y) for x in open_a for y in open_b if agree(x, y) is False]
        for x, y in at_odds:
            yield Rivals(x, y, likeness(self._context(self.a, one, x), self._context(self.b, other, y)), alone=len(at_odds) == 1)

    @staticmethod
    def _is_told(item: Found, found: Sequence[Found], partners: Sequence[Sentence], agree: Callable[[Found, Found], bool | None]) -> bool:
        """Say whether one of the partner sentences has the like of the item, or the very words of it."""
        spelled = {word.casefold() for word in item.text.split()}
        return any(
            spelled <= {token.text.casefold() for token in sentence.tokens} or any(agree(item, like) for like in within(found, sentence))
            for sentence in partners
        )

    def _context(self, document: Document, sentence: Sentence, item: Span) -> Profile:
        """Return what stands around an item in its sentence, weighed."""
        content = [token for token in sentence.tokens if is_content(token)]
        before = [token for token in content if token.end <= item.start][-WINDOW:]
        after = [token for token in content if token.start >= item.end][:WINDOW]
        spans = (Span(side[0].start, side[-1].end, "") for side in (before, after) if side)
        around = (features(document, span, within(sentence.tokens, span)) for span in spans)
        return profile(sum(around, Counter()), self.idf)

    @cached_property
    def claims(self) -> tuple[ClaimPair, ...]:
        """The claims of linked sentences that are each other's likeliest, the stronger link the likelier.

        Headlines, which tell the lead's claims again, meet headlines alone.
        """
        met = [pair for link in self.links for pair in self._claims_in(self.a.sentences[link.a], self.b.sentences[link.b], link.score)]
        best_a = _best((pair.a.claim.start, rank) for pair, rank in met)
        best_b = _best((pair.b.claim.start, rank) for pair, rank in met)
        return tuple(pair for pair, rank in met if rank == best_a[pair.a.claim.start] == best_b[pair.b.claim.start])

    def _claims_in(self, one: Sentence, other: Sentence, score: float) -> Iterator[tuple[ClaimPair, float]]:
        if one.role is not other.role or one.text.split() == other.text.split():
            return
        theirs = [(telling, self._weighed(telling)) for telling in _tellings(self.b, other)]
        for mine in _tellings(self.a, one):
            weighed = self._weighed(mine)
            for rival, against in theirs:
                alike = likeness(weighed, against)
                if alike > 0:
                    yield ClaimPair(mine, rival, alike), alike * score

    def _weighed(self, telling: Telling) -> Profile:
        return profile(terms(telling.content), self.idf)


def _tellings(document: Document, sentence: Sentence) -> list[Telling]:
    content = [token for token in sentence.tokens if is_content(token)]
    return [Telling(document, sentence, claim, within(content, claim)) for claim in within(document.claims, sentence)]


def _grouped(links: Iterator[tuple[int, Sentence]]) -> Mapping[int, tuple[Sentence, ...]]:
    grouped: dict[int, tuple[Sentence, ...]] = defaultdict(tuple)
    for number, partner in links:
        grouped[number] += (partner,)
    return grouped


def _best(scores: Iterator[tuple[int, float]]) -> Mapping[int, float]:
    best: dict[int, float] = defaultdict(float)
    for key, score in scores:
        best[key] = max(best[key], score)
    return best
