"""Who says it: attributions as source, cue and content (the scheme of PARC and PolNeAR)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crosscheck.annotate.cues import ContentKind, Found, Stance
from crosscheck.annotate.grammar import Tag
from crosscheck.annotate.lines import Lines, span_of
from crosscheck.annotate.sources import Cast, Source, SourceKind
from crosscheck.annotate.statements import found_in
from crosscheck.layout import Role
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.names import Entity
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

    @property
    def extent(self) -> int:
        """How much it reports, in code points."""
        return sum(span.end - span.start for span in self.content)


def attributions(
    sentences: Sequence[Sentence], quotes: Sequence[Quote], cast: Sequence[Entity], tagged: Mapping[int, tuple[Word, ...]]
) -> tuple[Attribution, ...]:
    """Return the attributions of a report, in order of their content.

    A content is what is said as it stands in the sentence, with its "that" and its marks. Where a quote runs on over
    sentences, the whole quote belongs to it (then without marks), and so do sentences that follow and are all quote.
    The source is as written; who "he" and "the minister" are is told by `speaker`.
    """
    lines = Lines(quotes, Cast(cast), tagged)
    found: list[Attribution] = []
    previous: Source | None = None
    last: tuple[int, Sentence] | None = None
    for sentence in sentences:
        if sentence.role not in _SEARCHED or len(sentence.tokens) > _LONGEST:
            continue
        line = lines.line(sentence)
        if last is not None and (more := _all_quoted(line, quotes)) and sentence.block == last[1].block:
            found[last[0]] = replace(found[last[0]], content=(*found[last[0]].content, *more))
            last = last[0], sentence
            continue
        last = None
        for one in found_in(line, headline=sentence.role is Role.HEADLINE):
            if all(start == end for start, end in one.content):
                continue  # "She says: .", where what she says was a picture or a clip
            source = lines.source(sentence, line, one.source, previous)
            if source.kind is not SourceKind.NONE:
                previous = source
            if one.aside or any(word.quote >= 0 for part in one.content for word in line[slice(*part)]):
                last = len(found), sentence
            found.append(_attribution(sentence, line, one, source, quotes))
    return tuple(sorted(found, key=lambda one: (one.content[0].start, -one.content[-1].end)))


_SEARCHED = frozenset({Role.HEADLINE, Role.BODY})

# Tokens; what is longer is no sentence but a table or a list, and every cue in it would reach over all of it.
_LONGEST = 400


def _all_quoted(line: Sequence[Word], quotes: Sequence[Quote]) -> tuple[Span, ...]:
    """Return the quotes of a sentence that holds nothing else, none where it holds something else or only goes on with a quote begun before."""
    if any(word.tag is not Tag.MARK and word.quote < 0 for word in line):
        return ()
    numbers = sorted({word.quote for word in line if word.quote >= 0})
    return tuple(_plain(quotes[number]) for number in numbers)


def _attribution(sentence: Sentence, line: Sequence[Word], one: Found, source: Source, quotes: Sequence[Quote]) -> Attribution:
    """Return the attribution of a sentence as spans."""
    content = tuple(span for part in one.content for span in _content(sentence, line, part, quotes))
    spans = (span_of(sentence, line, one.source),) if one.source else ()
    return Attribution(spans, (span_of(sentence, line, one.cue),), content, source.kind, one.stance, source.speaker, one.kind)


def _content(sentence: Sentence, line: Sequence[Word], part: Range, quotes: Sequence[Quote]) -> list[Span]:
    """Return a content as spans: a quote that begins or ends in another sentence is a span of its own, whole."""
    low, high = part
    spans: list[Span] = []
    first, last = line[low].quote, line[high - 1].quote
    if first >= 0 and quotes[first].start < sentence.start:
        spans.append(_plain(quotes[first]))
        while low < high and (line[low].quote == first or line[low].tag is Tag.MARK):
            low += 1
    tail: list[Span] = []
    if low < high and last >= 0 and quotes[last].end > sentence.end:
        tail.append(_plain(quotes[last]))
        while high > low and (line[high - 1].quote == last or line[high - 1].tag is Tag.MARK):
            high -= 1
    if low < high:
        spans.append(span_of(sentence, line, (low, high)))
    return spans + tail


def _plain(quote: Quote) -> Span:
    return Span(quote.start, quote.end, quote.text)
