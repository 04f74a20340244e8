"""A report's sentences as tagged words, and who the sources in them are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from crosscheck.annotate.grammar import Tag, Word, tagged
from crosscheck.annotate.names import EntityType
from crosscheck.annotate.phrases import phrase_before
from crosscheck.annotate.sources import Cast, Source, SourceKind, source_of, stands_for
from crosscheck.layout import Role
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosscheck.annotate.names import Entity, Mention
    from crosscheck.annotate.phrases import Range
    from crosscheck.annotate.quotes import Quote
    from crosscheck.segment import Sentence


@dataclass(frozen=True)
class Lines:
    """What sources are worked out from, beside the sentence in hand: the quotes, the cast, and the words of every sentence by its number."""

    quotes: Sequence[Quote]
    cast: Cast
    words: Mapping[int, tuple[Word, ...]]

    def line(self, sentence: Sentence) -> tuple[Word, ...]:
        """Return the words of a sentence, each with the quote it stands in."""
        titled = sentence.role is Role.HEADLINE and _is_title_case(sentence)
        line = tagged(sentence.tokens, title_case=True) if titled else self.words[sentence.id]
        begun = range(max(0, bisect_right(self._starts, sentence.start) - 1), bisect_left(self._starts, sentence.end))
        if all(self.quotes[number].end <= sentence.start for number in begun):
            return line
        return tuple([self._placed(word) for word in line])

    def _placed(self, word: Word) -> Word:
        """Return a word with the number of the quote that it stands in."""
        number = bisect_right(self._starts, word.start) - 1
        if number < 0 or word.start >= self.quotes[number].end:
            return word
        return Word(word.start, word.end, word.text, word.low, word.tag, word.lemma, number)

    @cached_property
    def _starts(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    def source(self, sentence: Sentence, line: Sequence[Word], part: Range | None, previous: Source | None) -> Source:
        """Return what a source phrase of the sentence comes to; `previous` is the source before it, whom a pronoun may mean."""
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
        nobody = previous is None or (pronoun.low in {"it", "its"} and previous.kind is SourceKind.NAMED)
        default = Source(SourceKind.UNNAMED, None, pronoun.start) if previous is None or nobody else previous._replace(start=pronoun.start)
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


def span_of(sentence: Sentence, line: Sequence[Word], part: Range) -> Span:
    """Return the words of a sentence from one place in its line to another."""
    start, end = line[part[0]].start, line[part[1] - 1].end
    return Span(start, end, sentence.text[start - sentence.start : end - sentence.start])
