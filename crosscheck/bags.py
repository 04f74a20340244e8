"""The words that the sentences of a report are made of, gathered once for all that hold sentences against each other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from crosscheck.similarity import features, is_content, terms

if TYPE_CHECKING:
    from collections import Counter

    from crosscheck.annotate import Document
    from crosscheck.segment import Token


@dataclass(frozen=True)
class Bags:
    """A report as bags of words, each a tuple with what every sentence has, in order."""

    document: Document

    @cached_property
    def content(self) -> tuple[tuple[Token, ...], ...]:
        """The content words of each sentence, in order."""
        return tuple(tuple([token for token in sentence.tokens if is_content(token)]) for sentence in self.document.sentences)

    @cached_property
    def terms(self) -> tuple[Counter[str], ...]:
        """What the content words of each sentence mean."""
        return tuple(map(terms, self.content))

    @cached_property
    def features(self) -> tuple[Counter[str], ...]:
        """What each sentence is about: its words, amounts, days and names."""
        return tuple(features(self.document, sentence, sentence.tokens) for sentence in self.document.sentences)
