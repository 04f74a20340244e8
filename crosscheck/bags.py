"""The words that the sentences of a report are made of, gathered once for all that hold sentences against each other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from crosscheck.annotate.document import within
from crosscheck.similarity import features, is_content, terms

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.attributions import Attribution
    from crosscheck.segment import Token
    from crosscheck.spans import Span


@dataclass(frozen=True)
class Bags:
    """A report as bags of words, what every sentence has in the order of the sentences."""

    document: Document

    @cached_property
    def content(self) -> tuple[tuple[Token, ...], ...]:
        """The content words of each sentence, in order."""
        return tuple(tuple([token for token in sentence.tokens if is_content(token)]) for sentence in self.document.sentences)

    @cached_property
    def said(self) -> tuple[tuple[Attribution, frozenset[str]], ...]:
        """The attributions of the report, each with the stems of what its source is credited with."""
        return tuple((one, frozenset(token.stem for span in one.content for token in self._tokens(span))) for one in self.document.attributions)

    def _tokens(self, span: Span) -> Iterator[Token]:
        return (token for sentence in self.document.sentences_of(span) for token in within(sentence.tokens, span))

    @cached_property
    def terms(self) -> tuple[Counter[str], ...]:
        """What the content words of each sentence mean."""
        return tuple(map(terms, self.content))

    @cached_property
    def features(self) -> tuple[Counter[str], ...]:
        """What each sentence is about: its words, amounts, days and names."""
        return tuple(features(self.document, sentence, sentence.tokens) for sentence in self.document.sentences)
