"""What fills one slot of one deed in the two reports, whatever words stand around it: when the trawler was boarded, where she was told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

from crosscheck.annotate.grammar import Tag
from crosscheck.annotate.names import EntityType
from crosscheck.annotate.phrases import phrase_after, subject, verb_group
from crosscheck.lexicon import table, words
from crosscheck.rules.pairing import each_once
from crosscheck.rules.rewordings import senses
from crosscheck.similarity import is_content
from crosscheck.spans import Span, within
from crosscheck.tokens import dictionary_form, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.phrases import Range
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Token

Found = TypeVar("Found", bound="Span")

COMMON = 12
"""A noun or name that has a part in more deeds of a report than this tells none from another."""


@dataclass(frozen=True, slots=True)
class Slots(Generic[Found]):
    """Two things that fill the same slot of one deed and cannot both do so; `linked` says that their sentences are linked."""

    a: Found
    b: Found
    linked: bool


def slots(comparison: Comparison, found: Callable[[Document], Sequence[Found]], agree: Callable[[Found, Found], bool | None]) -> Iterator[Slots[Found]]:
    """Yield the things of one sort, times or places, that both reports tell of one deed and that do not agree, each once, those of linked sentences first.

    In linked sentences it is enough that one thing has a part in both deeds; a man or a body does many, and elsewhere there are
    many, so that the verbs must be near in meaning as well. A thing that the other report has too is at odds with nothing.
    """
    linked = {(link.a, link.b) for link in comparison.links}
    mine, theirs = found(comparison.a), found(comparison.b)
    deeds_a, deeds_b = (_deeds(document, things) for document, things in ((comparison.a, mine), (comparison.b, theirs)))
    told_a, told_b = [(x, deeds_a.get(x)) for x in mine], [(y, deeds_b.get(y)) for y in theirs]
    is_told_by_a = cache(lambda y: any(_may_tell(deed, deeds_b[y]) and agree(y, x) for x, deed in told_a))
    is_told_by_b = cache(lambda x: any(_may_tell(deed, deeds_a[x]) and agree(x, y) for y, deed in told_b))
    candidates = []
    for x, y in _met(deeds_a, deeds_b):
        together = (comparison.a.sentence_of(x).id, comparison.b.sentence_of(y).id) in linked
        if not _may_be_one(deeds_a[x], deeds_b[y], together=together) or agree(x, y) is not False:
            continue  # most pairs: only for the others is the whole of the other report looked through
        if not is_told_by_b(x) and not is_told_by_a(y):
            candidates.append(Slots(x, y, together))
    return each_once(candidates, lambda slot: slot.linked)


@dataclass(frozen=True, slots=True)
class _Deed:
    """What a verb and all that has a part in it mean, each word with the groups of near synonyms that it stands in.

    `things` are those parts that are no people and no bodies.
    """

    verb: frozenset[str]
    parts: frozenset[str]
    things: frozenset[str]


def _may_tell(told: _Deed | None, deed: _Deed) -> bool:
    """Say whether what hangs on a deed, or on none, can tell of another one: the "Wednesday" of a resignation is not that of a search."""
    return told is None or not told.verb.isdisjoint(deed.verb) or not told.parts.isdisjoint(deed.parts)


def _may_be_one(a: _Deed, b: _Deed, *, together: bool) -> bool:
    return not a.verb.isdisjoint(b.verb) or (together and not a.things.isdisjoint(b.things))


def _deeds(document: Document, things: Iterable[Found]) -> Mapping[Found, _Deed]:
    """Return the deed on which each thing hangs, where a verb of some weight governs it."""
    return {thing: deed for thing in things if (deed := _deed(document, thing))}


def _met(a: Mapping[Found, _Deed], b: Mapping[Found, _Deed]) -> Iterator[tuple[Found, Found]]:
    """Yield the things whose deeds have a part in common, which are looked up so that long reports stay quick."""
    holders_a, holders_b = _holders(a), _holders(b)
    pairs = {(x.start, y.start): (x, y) for key in holders_a.keys() & holders_b.keys() for x in holders_a[key] for y in holders_b[key]}
    yield from (pair for _, pair in sorted(pairs.items()))


def _holders(deeds: Mapping[Found, _Deed]) -> Mapping[str, list[Found]]:
    holders: dict[str, list[Found]] = defaultdict(list)
    for thing, deed in deeds.items():
        for key in deed.parts:
            holders[key].append(thing)
    return {key: things for key, things in holders.items() if len(things) <= COMMON}


def _deed(document: Document, item: Span) -> _Deed | None:
    sentence = document.sentence_of(item)
    line = document.tagged(sentence)
    at = _governor(line, item)
    if at is None:
        return None
    pair = f"{line[at].lemma} {line[at + 1].low}" if at + 1 < len(line) else ""
    verbs = table("phrasal_verbs").get(pair, (line[at].lemma,))
    if _LIGHT.issuperset(verbs):
        return None
    group = verb_group(line, at)
    passive = at > group and line[at - 1].low in table("word_classes")["be"]  # "was pronounced [dead]": no part of the deed
    ranges = [part for part in (subject(line, group), None if passive else phrase_after(line, at + 1)) if part]
    spans = [Span(line[first].start, line[last - 1].end, "") for first, last in ranges]
    nouns = [token for span in spans for token in within(sentence.tokens, span) if is_content(token) and _tells(token.text)]
    named = [pair for span in spans for pair in document.appearing_in(span)]
    acting = [place for place, entity in named if entity.type in {EntityType.PERSON, EntityType.BODY}]
    things = _keys(token.stem for token in nouns if not _acts(token) and not any(place.covers(token) for place in acting))
    cast = [entity for _, entity in named] + [document.entities[number] for number in _speakers(document, line, ranges, item)]
    names = _keys(stem(word) for entity in cast for word in entity.name.split())
    return _Deed(
        _keys(map(stem, verbs)) | {f"deed {deed}" for verb in verbs for deed in _sorts().get(verb, ())}, _keys(token.stem for token in nouns) | names, things
    )


@cache
def _sorts() -> Mapping[str, Sequence[str]]:
    """Return the deeds that each verb may tell of."""
    found: dict[str, list[str]] = defaultdict(list)
    for deed, verbs in table("deed_verbs").items():
        for verb in verbs:
            found[verb].append(deed)
    return found


def _governor(line: Sequence[Word], item: Span) -> int | None:
    """Return the verb of the clause on which a thing hangs: the last before it, or else the first behind it ("on Monday the [vote] was held")."""
    before = next((n for n, word in enumerate(line) if word.end > item.start), len(line))
    for at in range(before - 1, -1, -1):
        if line[at].tag in {Tag.VERB, Tag.INFINITIVE} and line[at].lemma:
            return at
        if line[at].low in _BOUNDS:
            break
    for at in range(before, len(line)):
        if line[at].start >= item.end and line[at].tag is Tag.VERB and line[at].lemma:
            return at
        if line[at].start >= item.end and line[at].low in _BOUNDS:
            break
    return None


_BOUNDS = frozenset(
    {
        ":",
        ";",
        "after",
        "although",
        "as",
        "because",
        "before",
        "during",
        "following",
        "if",
        "since",
        "that",
        "though",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whose",
    }
)
_LIGHT = frozenset(
    {
        "add",
        "announce",
        "be",
        "believe",
        "come",
        "do",
        "expect",
        "get",
        "give",
        "go",
        "have",
        "know",
        "make",
        "put",
        "report",
        "say",
        "see",
        "set",
        "show",
        "take",
    }
    | {"tell", "think"}
)
"""Verbs that tell too little to make one deed of two, or tell of the telling."""


def _acts(token: Token) -> bool:
    """Say whether a noun is for people or bodies: "the minister", "the company"."""
    return any(
        noun in words(acting) for noun in (token.text.casefold(), dictionary_form(token.text.casefold())) for acting in ("body_words", "offices", "roles")
    )


def _tells(word: str) -> bool:
    return word[0].isalpha() and word.casefold() not in words("everyday_words")


def _speakers(document: Document, line: Sequence[Word], ranges: Iterable[Range], item: Span) -> Iterator[int]:
    """Yield who "he" is where he says so himself: "Lee said he had heard of it on Monday"."""
    if any(last - first == 1 and line[first].tag is Tag.PRONOUN for first, last in ranges):
        for credit in document.credits.get(document.sentence_of(item).id, ()):
            if credit.speaker is not None and any(span.covers(item) for span in credit.content):
                yield credit.speaker


def _keys(stems: Iterable[str]) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(senses, stems)))
