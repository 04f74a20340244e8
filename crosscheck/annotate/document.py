"""A report with all that was found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from math import isfinite
from typing import TYPE_CHECKING, Any

from crosscheck import contract
from crosscheck.annotate.grammar import tagged
from crosscheck.annotate.ledger import ledger, unsourced
from crosscheck.spans import Span, touching, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from crosscheck.aliases import Aliases
    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.claims import Claim
    from crosscheck.annotate.deeds import Deed
    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.ledger import Entry, Unsourced
    from crosscheck.annotate.names import Entity, Mention
    from crosscheck.annotate.places import Place
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.annotate.quotes import Quote
    from crosscheck.annotate.silences import Silence
    from crosscheck.annotate.times import Time
    from crosscheck.read import Article
    from crosscheck.segment import Sentence

__all__ = ["Document", "touching", "within"]


@dataclass(frozen=True)
class Document:
    """A report, its sentences, and what each room of `annotate` found; every item is a span of `article.text`.

    `aliases` are the names that the reader takes for one; `words` are the tagged words of the sentences that tell the news, by number.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    aliases: Aliases = ()
    silences: tuple[Silence, ...] = ()
    deeds: tuple[Deed, ...] = ()
    words: Mapping[int, tuple[Word, ...]] = field(default_factory=dict)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions of all entities, in order."""
        return tuple(sorted((mention for entity in self.entities for mention in entity.mentions), key=lambda mention: mention.start))

    @cached_property
    def appearances(self) -> tuple[tuple[Span, Entity], ...]:
        """Where each of the cast is named or described, in order, with who it is."""
        return tuple(sorted(((span, entity) for entity in self.entities for span in entity.appearances), key=lambda pair: (pair[0].start, pair[0].end)))

    def appearing_in(self, span: Span) -> tuple[tuple[Span, Entity], ...]:
        """Return the names and descriptions of the cast that lie inside the span, in order, with who it is."""
        first = bisect_left(self._appearing, span.start)
        last = bisect_left(self._appearing, span.end, lo=first)
        return tuple([pair for pair in self.appearances[first:last] if pair[0].end <= span.end])

    @cached_property
    def _appearing(self) -> tuple[int, ...]:
        return tuple(span.start for span, _ in self.appearances)

    @cached_property
    def ledger(self) -> tuple[Entry, ...]:
        """The sources, each once, with what it is credited with."""
        return ledger(self.attributions, self.silences, self.entities)

    @cached_property
    def unsourced(self) -> tuple[Unsourced, ...]:
        """The claims without a source that another report would have to source."""
        return unsourced(self.claims, self.sentences, self.quantities, self.attributions, self.silences)

    @cached_property
    def credits(self) -> Mapping[int, tuple[Attribution, ...]]:
        """The attributions that have a part in each sentence, by its number."""
        found: dict[int, list[Attribution]] = defaultdict(list)
        for attribution in self.attributions:
            parts = (*attribution.source, *attribution.cue, *attribution.content)
            for number in sorted({sentence.id for part in parts for sentence in self.sentences_of(part)}):
                found[number].append(attribution)
        return {number: tuple(parts) for number, parts in found.items()}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The stems of all words of the report."""
        return frozenset(token.stem for sentence in self.sentences for token in sentence.tokens)

    def named_in(self, span: Span) -> tuple[Entity, ...]:
        """Return the entities that have a mention in the span, in order of the cast."""
        owners = {self._owners[mention.start] for mention in within(self.mentions, span)}
        return tuple(self.entities[number] for number in sorted(owners))

    @cached_property
    def _owners(self) -> Mapping[int, int]:
        return {mention.start: entity.id for entity in self.entities for mention in entity.mentions}

    def tagged(self, sentence: Sentence) -> tuple[Word, ...]:
        """Return the tagged words of a sentence."""
        return self.words[sentence.id] if sentence.id in self.words else tagged(sentence.tokens)

    def sentences_of(self, span: Span) -> tuple[Sentence, ...]:
        """Return the sentences that the span touches, in order."""
        last = bisect_left(self._beginning, span.end)
        return self.sentences[self.sentence_of(span).id : last]

    def sentence_of(self, span: Span) -> Sentence:
        """Return the sentence in which the span begins."""
        return self.sentences[max(0, bisect_right(self._beginning, span.start) - 1)]

    @cached_property
    def _beginning(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    def to_dict(self) -> dict[str, Any]:
        """Return what `crosscheck inspect --format json` prints: the contract of schema version 1.0."""
        return {
            **contract.header(),
            "article": contract.article(self.article, self.sentences),
            "entities": [
                {"id": entity.id, "name": entity.name, "type": str(entity.type), "titles": list(entity.titles), "mentions": self._spans(entity.appearances)}
                for entity in self.entities
            ],
            "quantities": [
                {
                    **self._span(quantity),
                    "value": _bounded(quantity.value),
                    "low": _bounded(quantity.low),
                    "high": _bounded(quantity.high),
                    "unit": quantity.unit,
                    "of": quantity.of,
                }
                for quantity in self.quantities
            ],
            "times": [{**self._span(time), "value": time.value} for time in self.times],
            "places": [{**self._span(place), "preposition": place.preposition, "entity": place.entity} for place in self.places],
            "quotes": [{**self._span(quote), "speaker": quote.speaker and self._span(quote.speaker)} for quote in self.quotes],
            "attributions": [
                {
                    "source": self._spans(attribution.source),
                    "cue": self._spans(attribution.cue),
                    "content": self._spans(attribution.content),
                    "source_kind": str(attribution.source_kind),
                }
                for attribution in self.attributions
            ],
            "sources": [
                {
                    "name": entry.name,
                    "kind": str(entry.kind),
                    "entity": entry.entity,
                    "first": self._span(entry.first),
                    "credited": [{"cue": self._spans(one.cue), "content": self._spans(one.content)} for one in entry.credited],
                    "silent": self._spans(entry.silent),
                }
                for entry in self.ledger
            ],
            "unsourced": [{**self._span(claim), "need": str(claim.need)} for claim in self.unsourced],
        }

    def _spans(self, spans: Iterable[Span]) -> list[dict[str, Any]]:
        return [self._span(span) for span in spans]

    def _span(self, span: Span) -> dict[str, Any]:
        return contract.span(self.article, span)


def _bounded(number: float) -> float | None:
    """Return the number, None for an infinite bound ("at least 40" has no upper one): JSON has no infinity."""
    return number if isfinite(number) else None
