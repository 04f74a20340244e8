"""Who says it: attributions as source, cue and content (the scheme of PARC and PolNeAR)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from crosscheck.annotate.cues import ContentKind, Found, Stance
from crosscheck.annotate.grammar import Tag, Word, tagged
from crosscheck.annotate.names import EntityType
from crosscheck.annotate.phrases import phrase_before
from crosscheck.annotate.sources import Cast, Source, SourceKind, source_of, stands_for
from crosscheck.annotate.statements import found_in
from crosscheck.layout import Role
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate.names import Entity, Mention
    from crosscheck.annotate.phrases import Range
    from crosscheck.annotate.quotes import Quote
    from crosscheck.segment import Sentence

__all__ = ["Attribution", "ContentKind", "SourceKind", "Stance", "attributions"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution; each of its parts is zero or more spans, in order. `speaker` is the source's number in the cast, None where it is not known."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_kind: SourceKind
    stance: Stance
    speaker: int | None = None
    content_kind: ContentKind = ContentKind.CLAUSE


def attributions(sentences: Sequence[Sentence], quotes: Sequence[Quote], cast: Sequence[Entity]) -> tuple[Attribution, ...]:
    """Return the attributions of a report, in order of their content.

    A content is what is said as it stands in the sentence, with its "that" and its marks. Where a quote runs on over
    sentences, the whole quote belongs to it (then without marks), and so do sentences that follow and are all quote.
    The source is as written; who "he" and "the minister" are is told by `speaker`.
    """
    report = _Report(quotes, Cast(cast))
    found: list[Attribution] = []
    previous: Source | None = None
    last: tuple[int, Sentence] | None = None
    for sentence in sentences:
        if sentence.role not in _SEARCHED or len(sentence.tokens) > _LONGEST:
            continue
        line = report.line(sentence)
        if last is not None and (more := report.all_quoted(line)) and sentence.block == last[1].block:
            found[last[0]] = replace(found[last[0]], content=(*found[last[0]].content, *more))
            last = last[0], sentence
            continue
        last = None
        for one in found_in(line, headline=sentence.role is Role.HEADLINE):
            attribution, source = report.attribution(sentence, line, one, previous)
            if source.kind is not SourceKind.NONE:
                previous = source
            if one.aside or any(word.quote >= 0 for part in one.content for word in line[slice(*part)]):
                last = len(found), sentence
            found.append(attribution)
    return tuple(sorted(found, key=lambda one: (one.content[0].start, -one.content[-1].end)))


_SEARCHED = frozenset({Role.HEADLINE, Role.BODY})

# Tokens; what is longer is no sentence but a table or a list, and every cue in it would reach over all of it.
_LONGEST = 400


@dataclass(frozen=True)
class _Report:
    """What attributions are worked out from, beside the sentence in hand."""

    quotes: Sequence[Quote]
    cast: Cast

    def line(self, sentence: Sentence) -> tuple[Word, ...]:
        """Return the words of a sentence."""
        starts = self._starts
        numbers = [bisect_right(starts, token.start) - 1 for token in sentence.tokens]
        quoted = [number if number >= 0 and token.start < self.quotes[number].end else -1 for number, token in zip(numbers, sentence.tokens, strict=True)]
        return tagged(sentence.tokens, quoted, title_case=sentence.role is Role.HEADLINE and _is_title_case(sentence))

    @cached_property
    def _starts(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    def all_quoted(self, line: Sequence[Word]) -> tuple[Span, ...]:
        """Return the quotes of a sentence that holds nothing else, none where it holds something else or only goes on with a quote begun before."""
        if any(word.tag is not Tag.MARK and word.quote < 0 for word in line):
            return ()
        numbers = sorted({word.quote for word in line if word.quote >= 0})
        return tuple(_plain(self.quotes[number]) for number in numbers)

    def attribution(self, sentence: Sentence, line: Sequence[Word], one: Found, previous: Source | None) -> tuple[Attribution, Source]:
        """Return the attribution of a sentence as spans, and its source resolved."""
        source = self._source(sentence, line, one.source, previous)
        content = [span for part in one.content for span in self._content(sentence, line, part)]
        spans = (_span(sentence, line, one.source),) if one.source else ()
        made = Attribution(spans, (_span(sentence, line, one.cue),), tuple(content), source.kind, one.stance, source.speaker, one.kind)
        return made, source

    def _content(self, sentence: Sentence, line: Sequence[Word], part: Range) -> list[Span]:
        """Return a content as spans: a quote that begins or ends in another sentence is a span of its own, whole."""
        low, high = part
        spans: list[Span] = []
        first, last = line[low].quote, line[high - 1].quote
        if first >= 0 and self.quotes[first].start < sentence.start:
            spans.append(_plain(self.quotes[first]))
            while low < high and (line[low].quote == first or line[low].tag is Tag.MARK):
                low += 1
        tail: list[Span] = []
        if low < high and last >= 0 and self.quotes[last].end > sentence.end:
            tail.append(_plain(self.quotes[last]))
            while high > low and (line[high - 1].quote == last or line[high - 1].tag is Tag.MARK):
                high -= 1
        if low < high:
            spans.append(_span(sentence, line, (low, high)))
        return spans + tail

    def _source(self, sentence: Sentence, line: Sequence[Word], part: Range | None, previous: Source | None) -> Source:
        if part is None:
            return Source(SourceKind.NONE)
        phrase = line[slice(*part)]
        if len(phrase) > 1 or phrase[0].tag not in {Tag.PRONOUN, Tag.WH, Tag.DETERMINER}:
            return source_of(phrase, self.cast)
        pronoun = phrase[0]
        if pronoun.tag is Tag.WH:
            end = part[0] - (line[part[0] - 1].low == ",") if part[0] else 0
            antecedent = phrase_before(line, end) if end else None
            return source_of(line[slice(*antecedent)], self.cast) if antecedent else Source(SourceKind.UNNAMED)
        return self._antecedent(sentence, pronoun, previous)

    def _antecedent(self, sentence: Sentence, pronoun: Word, previous: Source | None) -> Source:
        """Resolve a pronoun: "he" and "she" to the speaker before or the only person named near, others to the source before."""
        default = Source(SourceKind.UNNAMED, None, pronoun.start) if previous is None else replace(previous, start=pronoun.start)
        if pronoun.low not in {"he", "she", "his", "her"}:
            return default
        near = self._people(sentence.start, pronoun) or self._people(sentence.start - _REACH, pronoun)
        ids = {entity.id for _, entity in near}
        if not near or (previous is not None and (previous.speaker in ids or previous.start > near[-1][0].start)):
            return default
        return Source(SourceKind.NAMED, ids.pop() if len(ids) == 1 else None, pronoun.start)

    def _people(self, start: int, pronoun: Word) -> list[tuple[Mention, Entity]]:
        """Return the people named between a place and a pronoun for whom it may stand."""
        return [
            (mention, entity)
            for mention, entity in self.cast.between(start, pronoun.start)
            if entity.type is EntityType.PERSON and stands_for(pronoun.low, entity)
        ]


# How far back, in code points, a pronoun may look for a name: two or three sentences.
_REACH = 500


# Letters; "of", "and", "the" stay small in a title-case headline.
_SHORT_WORD = 3


def _is_title_case(sentence: Sentence) -> bool:
    """Say whether most words of a headline are capitalised, so that capitals do not tell names."""
    alphabetic = [token.text for token in sentence.tokens if token.text[0].isalpha() and len(token.text) > _SHORT_WORD]
    return sum(word[0].isupper() for word in alphabetic) * 3 > len(alphabetic) * 2


def _plain(quote: Quote) -> Span:
    return Span(quote.start, quote.end, quote.text)


def _span(sentence: Sentence, line: Sequence[Word], part: Range) -> Span:
    start, end = line[part[0]].start, line[part[1] - 1].end
    return Span(start, end, sentence.text[start - sentence.start : end - sentence.start])
