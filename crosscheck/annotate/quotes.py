"""What stands between quotation marks, and who said it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.read import Article
    from crosscheck.segment import Sentence


@dataclass(frozen=True, slots=True)
class Quote(Span):
    """The words inside the marks; a quote split by its attribution is two quotes. `speaker` is None until attributed."""

    speaker: Span | None = None


def quotes(article: Article, sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """Return the quotes of a report, in order, without their speakers."""
    raise NotImplementedError
