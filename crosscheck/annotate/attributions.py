"""Who says it: attributions as source, cue and content (the scheme of PARC and PolNeAR)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate.names import Entity
    from crosscheck.annotate.quotes import Quote
    from crosscheck.segment import Sentence
    from crosscheck.spans import Span


class SourceKind(StrEnum):
    """How much a reader can hold a source to account, strongest first."""

    NAMED = "named"
    OFFICE = "office"
    DOCUMENT = "document"
    OUTLET = "outlet"
    UNNAMED = "unnamed"
    NONE = "none"


class Stance(StrEnum):
    """What the cue says of the content's truth: said, claimed, admitted, insisted, denied."""

    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    CONCEDING = "conceding"
    ASSERTING = "asserting"
    DENYING = "denying"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution; each of its parts is zero or more spans, in order."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_kind: SourceKind
    stance: Stance


def attributions(sentences: Sequence[Sentence], quotes: Sequence[Quote], cast: Sequence[Entity]) -> tuple[Attribution, ...]:
    """Return the attributions of a report, in order of their content."""
    raise NotImplementedError
