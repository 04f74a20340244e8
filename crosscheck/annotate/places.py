"""Where it happened: place names with the preposition that makes them a location ("off Buton island")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.annotate.capitals import key
from crosscheck.annotate.contexts import context
from crosscheck.annotate.gazetteer import is_island, is_place
from crosscheck.annotate.kinds import EntityType
from crosscheck.lexicon import words
from crosscheck.read import Role
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosscheck.annotate.capitals import Word
    from crosscheck.annotate.names import Entity, Mention
    from crosscheck.segment import Sentence


@dataclass(frozen=True, slots=True)
class Place(Span):
    """A location as written, the name alone ("Buton island"); `preposition` is the lower-case word before it ("off"), "" where there is none."""

    preposition: str
    entity: int | None


def places(sentences: Sequence[Sentence], cast: Sequence[Entity], written: Mapping[int, tuple[Word, ...]]) -> tuple[Place, ...]:
    """Return the locations of a report, in order; `written` are the words of its sentences."""
    named = sorted(((mention, entity) for entity in cast for mention in entity.mentions), key=lambda pair: pair[0].start)
    found: list[Place] = []
    at = 0
    for sentence in sentences:
        while at < len(named) and named[at][0].start < sentence.start:
            at += 1
        if at == len(named):
            break
        if named[at][0].start >= sentence.end:
            continue
        found_here = written[sentence.id]
        positions = {word.start: number for number, word in enumerate(found_here)}
        while at < len(named) and named[at][0].start < sentence.end:
            mention, entity = named[at]
            place = _place(sentence, found_here, positions[mention.start], mention, entity)
            found += [place] if place else []
            at += 1
    return tuple(found)


def _place(sentence: Sentence, found: Sequence[Word], at: int, mention: Mention, entity: Entity) -> Place | None:
    """Return the place that a mention is, None where it is none."""
    if entity.type is EntityType.PERSON:
        return None
    after = next((word for word in found[at : at + _LONGEST_NAME] if word.start >= mention.end), None)
    followed = after is not None and after.key in context("geography after")  # Buton "island"
    preposition = "" if sentence.role is Role.DATELINE else _preposition(found, at)
    geographic = followed or is_island(mention.text) or any(key(word) in words("geo_nouns") for word in mention.text.split())
    if _is_idle(found, at, preposition, geographic=geographic):
        preposition = ""
    if not _is_location(mention, entity.type, preposition) and not (preposition == "from" and _is_stage(found, at, mention)):
        return None
    end = after.end if after and followed else mention.end
    return Place(mention.start, end, sentence.text[mention.start - sentence.start : end - sentence.start], preposition, entity.id)


def _is_idle(found: Sequence[Word], at: int, preposition: str, *, geographic: bool) -> bool:
    """Say whether a preposition puts nothing at the place: "a tax on Kenya", "stave off Moscow's plan", "shares in Calder"; "on Ardent Avenue" does."""
    if preposition in context("preposition not of states") and not geographic:
        return True
    return at > 1 and found[at - 2].key in {"off": context("verb before off"), "in": context("holding")}.get(preposition, ())


def _is_stage(found: Sequence[Word], at: int, mention: Mention) -> bool:
    """Say whether a name is where a way begins that ends at a place: "from [Semere] to Split"."""
    behind = [word for word in found[at : at + _LONGEST_NAME] if word.start >= mention.end][:2]
    return len(behind) == len(("to", "Split")) and behind[0].key == "to" and is_place(behind[1].text)


_LONGEST_NAME = 20  # words


def _is_location(mention: Mention, kind: EntityType, preposition: str) -> bool:
    if kind is EntityType.PLACE or is_place(mention.text):
        return True
    if kind is EntityType.BODY:
        return preposition in context("preposition of building") and any(key(word) in context("building") for word in mention.text.split())
    return preposition in context("preposition of place") or preposition.endswith(" of")


def _preposition(found: Sequence[Word], at: int) -> str:
    """Return the locative before a name, past its article, owner and kind: "off" in "off Indonesia's southern island of Buton"."""
    before = at - 1
    while before >= 0:
        word = found[before].key
        if word == "of" and before and found[before - 1].key in context("direction"):
            return f"{found[before - 1].key} of"
        if word == "to" and before and found[before - 1].key in {"close", "next"}:
            return "near"
        if word == "of" and before and found[before - 1].key in context("geography after"):
            before = _before_attributes(found, before - 2)
        elif word == "'s" and before and found[before - 1].capital:
            before -= 2
        elif word in context("before place name"):
            before -= 1
        elif word == "on" and before and found[before - 1].key in context("verb before on"):
            return "towards"
        else:
            return word if word in words("locatives") else ""
    return ""


def _before_attributes(found: Sequence[Word], at: int) -> int:
    """Return the place of the article or preposition before what tells of a village what it is: "[the] small fishing village of Semere"."""
    start = at
    while at > max(0, start - _ATTRIBUTES) and found[at].text.islower() and found[at].key not in words("function_words"):
        at -= 1
    return at if found[at].key in words("function_words") else start


_ATTRIBUTES = 3
