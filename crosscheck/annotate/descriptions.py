"""Who is meant without a name: "the minister", "the 54-year-old", "the company", where the report has named one who is called so."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from crosscheck.annotate.callings import Description, calling, fits, is_thing, keys_of, role, words_of_offices
from crosscheck.annotate.grammar import Tag
from crosscheck.annotate.names import EntityType
from crosscheck.layout import Role
from crosscheck.lexicon import words
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosscheck.annotate.callings import Calling
    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.names import Entity
    from crosscheck.segment import Sentence


def with_descriptions(sentences: Sequence[Sentence], cast: Sequence[Entity], text: str, tagged: Mapping[int, tuple[Word, ...]]) -> tuple[Entity, ...]:
    """Return the cast, each with where the report means him or it by a description.

    A description means whom it fits where that is exactly one of those named before, and since the report last spoke of
    him or it nobody else has been described so, and nothing been named of which it does not tell what it is.
    """
    names = _Names(cast)
    found = [phrase for sentence in sentences if sentence.role is Role.BODY for phrase in _phrases(sentence, tagged[sentence.id], names)]
    beside: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in found:
        if phrase.thing is not None:
            beside[phrase.thing].append(phrase.words)
    meant = _meant(found, [calling(entity, beside[entity.id], text) for entity in cast])
    return tuple(replace(entity, described=tuple(meant[entity.id])) if entity.id in meant else entity for entity in cast)


class _Use(Enum):
    """What a noun phrase does."""

    NAMES = auto()  # "Minister Ann Lee"; "the captain, Bayu Santoso"
    MEANS = auto()  # "the minister", "Norway's minister", who may have been named
    TELLS = auto()  # "Norrbalt, a shipping company", "the ferry Sinar Bahari"
    ADDS = auto()  # "a minister", "the minister who resigned": somebody else


@dataclass(frozen=True, slots=True)
class _Phrase(Span):
    """A noun phrase with what it does; `words` are in lower case and without the article.

    `thing` is the number of the one of which it tells what it is, `owner` the phrase that owns it, `complement` the words of what it is of.
    """

    words: tuple[str, ...]
    use: _Use
    thing: int | None
    owner: _Phrase | None
    complement: frozenset[str]


class _Names:
    """Where the cast is named."""

    def __init__(self, cast: Sequence[Entity]) -> None:
        """Sort the mentions and the titles beside them."""
        self._covered = sorted((span.start, span.end) for entity in cast for mention in entity.mentions for span in (mention, *mention.titles))
        things = [(mention, entity.id) for entity in cast if entity.type is not EntityType.PERSON for mention in entity.mentions]
        self.starting = {mention.start: number for mention, number in things}
        self.ending = {mention.end: number for mention, number in things if cast[number].type is not EntityType.PLACE}  # "In Oslo, the bank, ..."

    def cover(self, word: Word) -> bool:
        """Say whether a word is part of a name or of a title."""
        at = bisect_left(self._covered, (word.end, 0)) - 1
        return at >= 0 and word.start < self._covered[at][1]


def _phrases(sentence: Sentence, line: Sequence[Word], names: _Names) -> Iterator[_Phrase]:
    """Yield the noun phrases of a sentence that tell what somebody or something is, but for titles."""
    if len(sentence.tokens) > _LONGEST or not any(map(_is_head, [word.low for word in line])):
        return
    last: _Phrase | None = None
    for nouns in _noun_runs(line):
        if _owns(line, nouns.stop) or any(map(_tells_what, [word.low for word in line[nouns.start : nouns.stop]])):
            before = nouns.start - 1 - (nouns.start > 0 and line[nouns.start - 1].tag is Tag.DETERMINER)
            owned = last is not None and line[before].tag is Tag.POSSESSIVE and last.end == line[before].start
            last = _phrase(sentence, line, nouns, last if owned else None, names)
            yield last


def _noun_runs(line: Sequence[Word]) -> Iterator[range]:
    """Yield the stretches of nouns and adjectives of a sentence, as long as they are."""
    start = -1
    for at, word in enumerate(line):
        if word.tag is not Tag.NOUN or not _goes_on(word.low):
            if start >= 0:
                yield range(start, at)
            start = -1
        elif start < 0:
            start = at
    if start >= 0:
        yield range(start, len(line))


@lru_cache(maxsize=1 << 14)
def _goes_on(noun: str) -> bool:
    """Say whether a noun goes on with a noun phrase; "the company Monday" and "the president herself" end before their last word."""
    return noun not in words("calendar") and not noun.endswith(("self", "selves"))


def _owns(line: Sequence[Word], after: int) -> bool:
    """Say whether a noun phrase owns what follows it."""
    return after < len(line) and line[after].tag is Tag.POSSESSIVE


@lru_cache(maxsize=1 << 14)
def _tells_what(noun: str) -> bool:
    """Say whether a word may be part of what somebody or something is called; most noun phrases, "two hours" and "the vote", hold none."""
    return _is_head(noun) or noun in words_of_offices() or noun in {"man", "woman"}


@lru_cache(maxsize=1 << 14)
def _is_head(noun: str) -> bool:
    """Say whether a word, alone, may be the noun by which somebody or something is described."""
    return noun == "year-old" or noun.endswith("-year-old") or is_thing(noun) or role((noun,)) is not None


_LONGEST = 400  # tokens; what is longer is a table or a list


def _phrase(sentence: Sentence, line: Sequence[Word], nouns: range, owner: _Phrase | None, names: _Names) -> _Phrase:
    """Return the noun phrase whose nouns and adjectives are `line[nouns]`."""
    article = line[nouns.start - 1] if nouns.start and line[nouns.start - 1].tag is Tag.DETERMINER else None
    start = owner.start if owner else (article or line[nouns.start]).start
    named = nouns.start
    while named < nouns.stop and line[named].start not in names.starting:  # "the ferry Sinar Bahari"
        named += 1
    told = range(nouns.start, named) if named > nouns.start and is_thing(line[named - 1].low) else nouns
    thing = names.starting.get(line[named].start) if told != nouns else _beside(line, nouns, article, names)
    if thing is not None:
        use = _Use.TELLS
    elif names.cover(line[nouns.stop - 1]):
        use = _Use.NAMES
    else:
        use = _Use.MEANS if _is_definite(line, nouns.stop, article, owner) else _Use.ADDS
    end = line[nouns.stop - 1].end
    text = sentence.text[start - sentence.start : end - sentence.start]
    return _Phrase(start, end, text, tuple([word.low for word in line[told.start : told.stop]]), use, thing, owner, _complement(line, nouns.stop))


def _beside(line: Sequence[Word], nouns: range, article: Word | None, names: _Names) -> int | None:
    """Return the thing that a noun phrase is set beside: "Norrbalt, a shipping company", "the company, Norrbalt Lines," "Norrbalt is a company"."""
    if article is None or article.low not in {"a", "an", "the"} or not is_thing(line[nouns.stop - 1].low):
        return None
    after = line[nouns.stop] if nouns.stop < len(line) else line[-1]
    if after.low == "," and nouns.stop + 1 < len(line) and line[nouns.stop + 1].start in names.starting:
        return names.starting[line[nouns.stop + 1].start]
    link = nouns.start - 2
    if link < 1 or line[link].low not in {",", "is", "was"} or (article.low == "the" and after.low not in {",", "."}):
        return None
    if after.tag in {Tag.AUXILIARY, Tag.CONJUNCTION} or (after.tag is Tag.VERB and line[link].low == ","):
        return None  # "at Norrbalt, a bank said"; "Norrbalt, a bank and two funds"
    return names.ending.get(line[link - 1].end)


def _is_definite(line: Sequence[Word], after: int, article: Word | None, owner: _Phrase | None) -> bool:
    """Say whether a noun phrase may mean one already named; "the minister who resigned" and "the company making them" tell which one first."""
    following = line[after] if after < len(line) else None
    tells_which = following is not None and (following.tag in {Tag.WH, Tag.ING} or (following.low == "that" and is_thing(line[after - 1].low)))
    known = article.low == "the" if article else owner is not None and owner.use is not _Use.ADDS
    return known and not tells_which


def _complement(line: Sequence[Word], at: int) -> frozenset[str]:
    """Return the words of what something is of: "the mayor of Porto", "the spokesman for the union"."""
    if at >= len(line) or line[at].low not in {"of", "for"} or (line[at].low == "for" and is_thing(line[at - 1].low)):
        return frozenset()
    first = at + 1 + (at + 1 < len(line) and line[at + 1].tag is Tag.DETERMINER)
    stop = next((n for n in range(first, len(line)) if line[n].tag is not Tag.NOUN), len(line))
    return frozenset(word.low for word in line[first:stop]) or frozenset({line[at].low})


def _meant(found: Iterable[_Phrase], callings: Sequence[Calling]) -> Mapping[int, Sequence[Span]]:
    """Return the descriptions of each of the cast, by number."""
    known = _Known(callings)
    meant: dict[int, list[Span]] = defaultdict(list)
    bearers: dict[int, Entity] = {}
    others: dict[str, int] = {}
    for phrase in found:
        noun = phrase.words[-1]
        one = known.bearer(_description(phrase, bearers), phrase.start) if phrase.use is _Use.MEANS else None
        if one and known.is_at_hand(one, phrase, meant[one.id], others.get(noun, -1)):
            meant[one.id].append(Span(phrase.start, phrase.end, phrase.text))
            bearers[phrase.end] = one
        elif phrase.use is _Use.MEANS or phrase.use is _Use.ADDS:
            others[noun] = phrase.start
    return meant


class _Known:
    """The cast by what each may be called."""

    def __init__(self, callings: Sequence[Calling]) -> None:
        """Sort the cast by offices, nouns and ages."""
        self._by_key: dict[str, list[Calling]] = defaultdict(list)
        for one in callings:
            for key in one.keys:
                self._by_key[key].append(one)
        self._unknown = sorted(mention.start for one in callings if one.is_unknown for mention in one.entity.mentions)

    def bearer(self, said: Description, before: int) -> Entity | None:
        """Return the only one named before a place whom a description fits, None where there is none or are several."""
        likely = {one.entity.id: one for key in keys_of(said) for one in self._by_key.get(key, ())}
        fitting = [one.entity for one in likely.values() if one.entity.mentions[0].start < before and fits(said, one)]
        return fitting[0] if len(fitting) == 1 else None

    def is_at_hand(self, one: Entity, phrase: _Phrase, described: Sequence[Span], other: int) -> bool:
        """Say whether the report has spoken of an entity since it spoke of another of its sort, and, of a thing, named nothing of unknown sort since."""
        named = one.mentions[bisect_left(one.mentions, phrase.start, key=_START) - 1].start
        spoken = max(named, *(span.start for span in described[-1:]), other)
        between = bisect_left(self._unknown, phrase.start) > bisect_left(self._unknown, spoken + 1)
        return spoken > other and not (between and one.type is not EntityType.PERSON)


_START = attrgetter("start")


def _description(phrase: _Phrase, bearers: Mapping[int, Entity]) -> Description:
    """Return what a phrase tells; `bearers` are those whom the phrases before mean, by their ends."""
    told, age = list(phrase.words), None
    at = told.index("year-old") if "year-old" in told else 0
    if at > 1 and told[at - 2].isdigit():  # "54", "-", "year-old"
        age = int(told[at - 2])
        del told[at - 2 : at + 1]
    if age is not None and told[-1:] in ([], ["man"], ["woman"]):
        told = [*told[:-1], ""]
    owners: list[frozenset[str]] = [phrase.complement] if phrase.complement else []
    if phrase.owner:
        owner = bearers.get(phrase.owner.end)
        forms = [frozenset(mention.text.casefold().split()) for mention in owner.mentions] if owner else []
        owners = [form | phrase.complement for form in (frozenset(phrase.owner.words), *forms)]
    return Description(told[-1], tuple(told[:-1]), tuple(owners), age)
