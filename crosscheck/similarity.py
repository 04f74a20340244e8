"""How alike two stretches of text are: weighted features, cosine and coverage."""

from __future__ import annotations

import math
from collections import Counter
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.aliases import house_name
from crosscheck.annotate.document import within
from crosscheck.annotate.gazetteer import state_of
from crosscheck.annotate.names import acronym
from crosscheck.lexicon import table, words
from crosscheck.tokens import ByStem, stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.segment import Token
    from crosscheck.spans import Span

COVERAGE = 0.15
"""How much of likeness is coverage, the rest being cosine; tuned with the thresholds of the rules."""

ACRONYM = 3
"""From this length on the letters of a name tell which name it is; two may stand for any."""

PIECE = 3
"""How many letters a piece of a word has, its ends counted as letters."""


class Profile(NamedTuple):
    """A stretch of text as weighted features; `norm` is the length of the vector."""

    weights: Mapping[str, float]
    norm: float


def features(document: Document, span: Span, tokens: Sequence[Token]) -> Counter[str]:
    """Count what a stretch of a report is about: stems of content words, amounts and days in normal form, states.

    An amount is a feature by its value and by what it counts, so that "27 bodies" is somewhat like "23 bodies";
    figures inside an amount or a day are no words of their own. A name that has variants counts as the house writes it.
    """
    amounts, days = within(document.quantities, span), within(document.times, span)
    named = within(document.mentions, span)
    known = [(mention, name) for mention in named if not state_of(mention.text) and (name := house_name(mention.text, document.aliases))]
    apart = {token.start for other in (*amounts, *days, *(mention for mention, _ in known)) for token in within(tokens, other)}
    plain = [(token, state_of(token.text)) for token in tokens if token.start not in apart]
    return Counter(
        [
            *_meanings([token for token, state in plain if not state]),
            *[meaning(stem(word)) for _, name in known for word in name.split()],
            *[f"state={state}" for _, state in plain if state],
            *[f"letters={letters}" for mention in named if len(letters := acronym(mention.text)) >= ACRONYM],
            *[f"{amount.unit}={amount.value:g}" for amount in amounts],
            *[f"{amount.unit} of {amount.of}" for amount in amounts],
            *[f"day={day.value}" for day in days],
        ]
    )


def terms(tokens: Iterable[Token]) -> Counter[str]:
    """Count what the content words among the tokens mean: stems, words of one meaning as one."""
    return Counter(_meanings(tokens))


def pooled(bags: Iterable[Counter[str]]) -> Counter[str]:
    """Count what several stretches are about together."""
    pool: Counter[str] = Counter()
    for bag in bags:
        pool.update(bag)
    return pool


def _meanings(tokens: Iterable[Token]) -> list[str]:
    return [meaning(token.stem) for token in tokens if _tells(token.text)]


@cache
def meaning(of: str) -> str:
    """Return the stem that stands for all words of the same meaning ("blaze" for "fire"), the stem itself where it has none."""
    return next((stem(concept) for concept in _concepts()[of]), of)


@cache
def _concepts() -> ByStem[str]:
    """Return the concept that each word of the thesaurus is listed under."""
    return ByStem((word, concept) for concept, others in table("thesaurus").items() for word in others)


def pieces(content: Iterable[Token]) -> Counter[str]:
    """Count the runs of three letters in content words, which hold for what stems part: "mountaineer" is somewhat like "Mount"."""
    return Counter(chain.from_iterable([_pieces(token.text) for token in content]))


@lru_cache(maxsize=1 << 14)
def _pieces(word: str) -> Sequence[str]:
    padded = f" {word.lower()} "
    return tuple(padded[at : at + PIECE] for at in range(len(padded) - PIECE + 1))


def is_content(token: Token) -> bool:
    """Say whether a token is a word or figure that tells something: no punctuation, no function word."""
    return _tells(token.text)


@cache
def _tells(word: str) -> bool:
    return word[0].isalnum() and word.lower().replace("’", "'") not in words("function_words")


def rarity(bags: Iterable[Collection[str]]) -> Mapping[str, float]:
    """Return the inverse document frequency of every feature, the features in each bag being one document (Spärck Jones 1972)."""
    listed = list(bags)
    seen = Counter(chain.from_iterable(listed))
    return {feature: math.log(1 + len(listed) / count) for feature, count in seen.items()}


def profile(bag: Counter[str], idf: Mapping[str, float]) -> Profile:
    """Weigh a bag of features by how often they stand in it and how rare they are."""
    weights = {feature: idf[feature] if count == 1 else (1 + math.log(count)) * idf[feature] for feature, count in bag.items() if feature in idf}
    return Profile(weights, math.sqrt(math.fsum([weight * weight for weight in weights.values()])))


def likeness(a: Profile, b: Profile) -> float:
    """Return how alike two profiles are, 0..1, the same either way round.

    The weighted geometric mean of the cosine and of the coverage (how much of the lesser profile the shared features make up):
    a short text told whole inside a long one is like it, though their cosine is low.
    """
    if not a.norm or not b.norm:
        return 0.0
    common = shared(a, b)
    coverage = min(1.0, common / min(a.norm, b.norm) ** 2)
    return min(1.0, math.pow(common / (a.norm * b.norm), 1 - COVERAGE) * math.pow(coverage, COVERAGE))


def cosine(a: Profile, b: Profile) -> float:
    """Return the cosine of two profiles, 0..1; 0 where one is empty."""
    return shared(a, b) / (a.norm * b.norm) if a.norm and b.norm else 0.0


def beyond_everyday(of: Profile) -> Profile:
    """Return a profile without everyday words, at the length that it has with them: "time" and "people" are in any two reports."""
    return Profile({feature: weight for feature, weight in of.weights.items() if not is_everyday(feature)}, of.norm)


@lru_cache(maxsize=1 << 14)
def is_everyday(feature: str) -> bool:
    """Say whether a feature is what an everyday word means, by itself or, in the thesaurus, by its concept."""
    alike = (feature, *(stem(word) for words_of_concept in by_concept()[feature] for word in words_of_concept))
    return any(meaning(of) == feature and _everyday()[of] for of in alike)


@cache
def _everyday() -> ByStem[str]:
    return ByStem((word, word) for word in words("everyday_words"))


@cache
def by_concept() -> ByStem[tuple[str, ...]]:
    """Return the words of the thesaurus under the stems of their concepts."""
    return ByStem(table("thesaurus").items())


def shared(a: Profile, b: Profile) -> float:
    """Return the weight of the features that two profiles share, not bounded above: their dot product.

    `fsum` makes it independent of the order of the features, and so of which report comes first.
    """
    mine, theirs = a.weights, b.weights
    return math.fsum([mine[feature] * theirs[feature] for feature in mine.keys() & theirs.keys()])
