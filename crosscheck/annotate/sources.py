"""What sort of source it is, and who of the cast."""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.grammar import DASHES, Tag
from crosscheck.annotate.names import EntityType
from crosscheck.annotate.phrases import names_people
from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.names import Entity, Mention


class SourceKind(StrEnum):
    """How much a reader can hold a source to account, strongest first."""

    NAMED = "named"
    OFFICE = "office"
    DOCUMENT = "document"
    OUTLET = "outlet"
    UNNAMED = "unnamed"
    NONE = "none"


class Source(NamedTuple):
    """What a source phrase comes to: its kind, its number in the cast where known, and where it stands."""

    kind: SourceKind
    speaker: int | None = None
    start: int = -1


class Cast:
    """The mentions of a report in order of place, for looking up who is named where."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        """Sort the mentions."""
        self._mentions = sorted(((mention, entity) for entity in entities for mention in entity.mentions), key=lambda pair: pair[0].start)
        self._starts = [mention.start for mention, _ in self._mentions]
        self._described = {span.end: entity for entity in entities for span in entity.described}

    @property
    def is_known(self) -> bool:
        """Say whether anybody is named at all."""
        return bool(self._mentions)

    def between(self, start: int, end: int) -> list[tuple[Mention, Entity]]:
        """Return the mentions that begin in a stretch of the text."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def described(self, phrase: Sequence[Word]) -> Entity | None:
        """Return who is meant by a phrase without a name: "the minister", "the company"."""
        return self._described.get(phrase[-1].end) if phrase else None


def source_of(phrase: Sequence[Word], cast: Cast) -> Source:  # noqa: PLR0911  (one return for each way to tell)
    """Return the kind of a source phrase that is no pronoun, and who of the cast it names."""
    head = _head(phrase)
    start, end = phrase[0].start, next((word.start for word in phrase if word.low == "whose"), phrase[-1].end)
    mentions = cast.between(start, end)
    for mention, entity in mentions:
        if entity.type is EntityType.PERSON and _stands_free(phrase, mention) and not _is_told_of(phrase, mention):
            return Source(SourceKind.NAMED, entity.id, start)
    base = _base(head)
    noun = base[-1].low if base else ""
    listed = SourceKind.UNNAMED if _hides(phrase) else _listed(tuple([word.low for word in base[-_LONGEST_LISTED:]]))
    if base and noun and not base[-1].text[:1].isupper():
        meant = cast.described(base)
        if meant and meant.type is EntityType.PERSON:
            return Source(SourceKind.NAMED, meant.id, start)
        named = None if meant else _apposed(phrase, mentions)
        return named or Source(listed or SourceKind.UNNAMED, meant.id if meant else None, start)
    for mention, entity in mentions:
        if base and base[0].start <= mention.start < base[-1].end and entity.type is not EntityType.PERSON and mention.end == base[-1].end:
            return Source(listed if listed in {SourceKind.OUTLET, SourceKind.DOCUMENT} else SourceKind.OFFICE, entity.id, start)
    if listed is not None:
        return Source(listed, None, start)
    names = [word for word in base if word.text[:1].isupper() and word.tag is Tag.NOUN]
    if not names:
        return Source(SourceKind.UNNAMED, None, start)
    if len(names) == 1 and cast.is_known and not mentions:
        return Source(SourceKind.UNNAMED, None, start)  # a capital that only begins the sentence: "Campaigners"
    acronym = len(names) == 1 and len(names[0].text) > 1 and names[0].text.replace(".", "").isupper()
    return Source(SourceKind.OFFICE if acronym or base[0].low == "the" else SourceKind.NAMED, None, start)


def _hides(phrase: Sequence[Word]) -> bool:
    """Say whether a source may not be named: "two prosecutors who asked not to be identified"."""
    lows = {word.low for word in phrase}
    return "anonymity" in lows or ("not" in lows and not lows.isdisjoint({"authorised", "authorized", "identified", "named"}))


def may_speak(phrase: Sequence[Word]) -> bool:
    """Say whether a phrase is of somebody or something that tells: "two officials", "the ministry's report"; not "weak tourism", which is a reason."""
    base = _base(_head(phrase))
    return any(word.text[:1].isupper() for word in base[-2:]) or _listed(tuple([word.low for word in base[-_LONGEST_LISTED:]])) is not None


def _apposed(phrase: Sequence[Word], mentions: Sequence[tuple[Mention, Entity]]) -> Source | None:
    """Return the source by the name set beside a description: "the builder, [Norrbalt Lines]", "his neighbour, [Bo Kim]"."""
    set_off = {following.start for comma, following in pairwise(phrase) if comma.low == ","}
    for mention, entity in mentions:
        if mention.start in set_off and entity.type is not EntityType.PLACE:
            return Source(SourceKind.OFFICE if entity.type is EntityType.BODY else SourceKind.NAMED, entity.id, phrase[0].start)
    return None


def _head(phrase: Sequence[Word]) -> Sequence[Word]:
    """Return the phrase without its appositions, and without "herself"."""
    end = next((index for index, word in enumerate(phrase) if word.low in _ENDS_HEAD or (index and word.tag is Tag.WH)), len(phrase))
    return phrase[:end] or phrase


_EMPHATIC = frozenset({"herself", "himself", "itself", "themselves"})
_ENDS_HEAD = DASHES | _EMPHATIC | {",", "("}


def _base(head: Sequence[Word]) -> Sequence[Word]:
    """Return the words up to the noun that names the source: "two people" of "two people familiar with the plan", "officials" of "some of the officials"."""
    if head[2:] and head[1].low == "of" and (head[0].low in _SHARES or head[0].low in table("numbers") or head[0].low.isdigit()):
        return _base(head[2:])
    end = next((index for index, word in enumerate(head) if index and word.tag in {Tag.PREPOSITION, Tag.VERB, Tag.ING, Tag.SUBORDINATOR, Tag.TO}), len(head))
    people = next(
        (
            index + 1
            for index, word in enumerate(head[:end])
            if index + 1 < end and names_people(word.low) and not word.text[:1].isupper() and head[index + 1].low in _AFTER_PEOPLE
        ),
        end,
    )
    return head[:people]


_SHARES = frozenset({"all", "both", "few", "half", "many", "most", "several", "some"})
_AFTER_PEOPLE = frozenset({"familiar", "close", "privy", "present", "aware", "here", "there", "loyal", "involved", "knowledgeable"})


def _stands_free(phrase: Sequence[Word], mention: Mention) -> bool:
    """Say whether a name is the source itself, not the owner or the employer of it ("Macron's office", "a spokesman for Macron")."""
    at = next((index for index, word in enumerate(phrase) if word.start >= mention.start), 0)
    end = next((index for index, word in enumerate(phrase) if word.start >= mention.end), len(phrase))
    if end < len(phrase) and phrase[end].tag is Tag.POSSESSIVE:
        return False
    before = at - 1
    while before >= 0 and phrase[before].tag in {Tag.NOUN, Tag.DETERMINER}:
        before -= 1
    return before < 0 or phrase[before].low not in {"of", "for", "by", "to", "with", "from", "against", "on", "about"}


def _is_told_of(phrase: Sequence[Word], mention: Mention) -> bool:
    """Say whether a name stands in a clause on whoever the source is: "a doctor [who treated Lee]", not "the owner, who was there, [Ann Lee]"."""
    opened = next((at for at, word in enumerate(phrase) if at and word.tag is Tag.WH), len(phrase))
    return any(word.start == mention.start for word in phrase[opened:]) and all(word.low != "," for word in phrase[opened:] if word.start < mention.start)


@lru_cache(maxsize=1 << 12)
def _listed(lows: tuple[str, ...]) -> SourceKind | None:
    """Look up the longest end of a phrase in the lists of sources, by its last words: "press secretary" before "secretary".

    Bare "reports" are what others print, and no document.
    """
    if lows == ("reports",):
        return SourceKind.OUTLET
    for size in range(len(lows), 0, -1):
        phrase = " ".join(lows[-size:])
        for name, kind in _LISTS:
            if phrase in words(name) or (phrase.endswith("s") and phrase[:-1] in words(name)) or (phrase.endswith("ies") and phrase[:-3] + "y" in words(name)):
                return kind
        if size == 1 and names_people(phrase):
            return SourceKind.UNNAMED
    return None


_LONGEST_LISTED = 3
_LISTS = (
    ("documents", SourceKind.DOCUMENT),
    ("outlets", SourceKind.OUTLET),
    ("offices", SourceKind.OFFICE),
    ("unnamed_sources", SourceKind.UNNAMED),
)


def stands_for(low: str, entity: Entity) -> bool:
    """Say whether "he" or "she" may stand for a person, going by the titles."""
    genders = table("gendered_titles")
    other = {"he": "she", "him": "she", "she": "he", "her": "he"}.get(low)
    return other is None or not any(word.lower() in genders[other] for title in entity.titles for word in (title, *title.split()))
