"""The source ledger: each source of a report once, with what it is credited with, and what another report would have to source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.cues import ContentKind, Stance
from crosscheck.annotate.silences import Silence
from crosscheck.layout import Role
from crosscheck.spans import Span, touching, within
from crosscheck.tokens import stem, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.claims import Claim
    from crosscheck.annotate.names import Entity
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.annotate.sources import SourceKind
    from crosscheck.segment import Sentence, Token


@dataclass(frozen=True, slots=True)
class Entry:
    """A source: its fullest name or its first description, where it first stands, its number in the cast where known, and what it is credited with."""

    name: str
    kind: SourceKind
    first: Span
    entity: int | None
    credited: tuple[Attribution, ...]
    silent: tuple[Silence, ...]


def ledger(attributions: Sequence[Attribution], silences: Sequence[Silence], cast: Sequence[Entity]) -> tuple[Entry, ...]:
    """Return the sources of a report in order of appearance, each with its attributions in order.

    Who "he" and "the minister" are is told by the cast; "it" and "they" go with the source before. "The police" and "police" are one.
    """
    told = (_Appearance(one.source[0], one.source_kind, one.speaker, one) for one in attributions if one.source and _is_statement(one))
    kept = (_Appearance(one.party, one.kind, one.speaker, one) for one in silences)
    found: dict[int | str, list[_Appearance]] = {}
    last: int | str = ""
    for one in sorted((*told, *kept), key=lambda one: one.phrase.start):
        key = one.speaker if one.speaker is not None else _plain(one.phrase)
        if key in _STANDING_IN and last in found and found[last][0].kind is one.kind:
            key = last
        found.setdefault(key, []).append(one)
        last = key
    return tuple(_entry(appearances, cast) for appearances in found.values())


class _Appearance(NamedTuple):
    phrase: Span
    kind: SourceKind
    speaker: int | None
    item: Attribution | Silence


def _is_statement(one: Attribution) -> bool:
    """Say whether it is a statement, a denial or an accusation, and not what the source only feels or means to do ("praised", "vowed to")."""
    accuses = any(stem(word) in stems("accusations") for span in one.cue for word in span.text.split())
    return one.content_kind is not ContentKind.ATTITUDE or one.stance is Stance.DENYING or accuses


def _plain(phrase: Span) -> str:
    """Return a source phrase without its article, for telling whether it was there before."""
    first, _, rest = phrase.flat.casefold().partition(" ")
    return rest if rest and first in {"a", "an", "the"} else phrase.flat.casefold()


_STANDING_IN = frozenset({"he", "her", "his", "it", "its", "she", "their", "they", "which", "who"})


def _entry(appearances: Sequence[_Appearance], cast: Sequence[Entity]) -> Entry:
    first = appearances[0]
    items = [one.item for one in appearances]
    return Entry(
        name=first.phrase.flat if first.speaker is None else cast[first.speaker].name,
        kind=first.kind,
        first=first.phrase,
        entity=first.speaker,
        credited=tuple(one for one in items if not isinstance(one, Silence)),
        silent=tuple(one for one in items if isinstance(one, Silence)),
    )


class Need(StrEnum):
    """Why a claim would want a source: what it tells is contested, counted by somebody, or known to nobody until it is told."""

    ACCUSATION = "accusation"
    TOLL = "toll"
    INTENTION = "intention"


@dataclass(frozen=True, slots=True)
class Unsourced(Span):
    """A claim that the report states with nobody behind it, and why another report would source it."""

    need: Need


def unsourced(
    claims: Sequence[Claim], sentences: Sequence[Sentence], quantities: Sequence[Quantity], attributions: Sequence[Attribution], silences: Sequence[Silence]
) -> tuple[Unsourced, ...]:
    """Return the accusations, tolls, and intentions or decisions that stand in sentences of the body which credit nobody, in order.

    Who "agreed to meet" told nothing by it, and who "declined to comment" decided nothing; what somebody said may go on in the next sentence.
    """
    parts = [span for one in attributions if one.source and _is_statement(one) for part in (one.source, one.cue, one.content) for span in part]
    credited = {sentence.id for sentence in _touched(sentences, parts)}
    plain = [sentence for sentence in sentences if sentence.role is Role.BODY and sentence.id not in credited]
    found = []
    for sentence in plain:
        for claim in within(claims, sentence):
            if claim.outermost or touching(silences, claim):
                continue
            need = _need([token for token in sentence.tokens if claim.covers(token)], counted=bool(within(quantities, claim)))
            if need:
                found.append(Unsourced(claim.start, claim.end, claim.text, need))
    return tuple(found)


def _touched(sentences: Sequence[Sentence], spans: Iterable[Span]) -> Iterator[Sentence]:
    for span in spans:
        first = max(0, bisect_right(sentences, span.start, key=attrgetter("start")) - 1)
        yield from takewhile(span.overlaps, sentences[first:])


def _need(tokens: Sequence[Token], *, counted: bool) -> Need | None:
    told = [token.stem for token in tokens]
    if not stems("accusations").isdisjoint(told):
        return Need.ACCUSATION
    if counted and not stems("casualties").isdisjoint(told):
        return Need.TOLL
    decided = any(one.stem in stems("decisions") and following.text.lower() in {"to", "that"} for one, following in pairwise(tokens))
    return Need.INTENTION if decided else None
