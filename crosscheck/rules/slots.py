"""What fills one slot of one deed in the two reports, whatever words stand around it: when the trawler was boarded, where she was told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, takewhile
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

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
    from crosscheck.annotate.names import Entity
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence, Token

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
    a, b = _Told.of(comparison.a, found(comparison.a), comparison.deed_of_a), _Told.of(comparison.b, found(comparison.b), comparison.deed_of_b)
    is_told_by_a = cache(lambda y: any(agree(y.thing, x) for x in a.likely(y.deed)))
    is_told_by_b = cache(lambda x: any(agree(x.thing, y) for y in b.likely(x.deed)))
    candidates = []
    for x, y in _met(a, b):
        together = (x.deed.sentence, y.deed.sentence) in linked
        if not _may_be_one(x.deed, y.deed, together=together) or agree(x.thing, y.thing) is not False:
            continue  # most pairs: only for the others is the whole of the other report looked through
        if not is_told_by_b(x) and not is_told_by_a(y):
            candidates.append(Slots(x.thing, y.thing, together))
    return each_once(candidates, lambda slot: slot.linked)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a verb and all that has a part in it mean, each word with the groups of near synonyms that it stands in.

    `sentence` is the number of its sentence, `things` are those parts that are no people and no bodies;
    `by_pronoun` says that a part is a pronoun alone, "he" or "it".
    """

    sentence: int
    verb: frozenset[str]
    parts: frozenset[str]
    things: frozenset[str]
    by_pronoun: bool


class _Hung(NamedTuple, Generic[Found]):
    """A thing with the deed on which it hangs."""

    thing: Found
    deed: Deed


@dataclass(frozen=True, slots=True)
class _Told(Generic[Found]):
    """The things of one sort that a report tells: those that hang on no deed, and the others by what the verb means and by each part in the deed."""

    loose: Sequence[Found]
    by_verb: Mapping[str, Sequence[_Hung[Found]]]
    by_part: Mapping[str, Sequence[_Hung[Found]]]

    @classmethod
    def of(cls, document: Document, things: Sequence[Found], deed_of: Callable[[int, int], Deed | None]) -> _Told[Found]:
        """Sort the things, looking up the deed of each verb that governs one."""
        found = [(thing, _deed(document, thing, deed_of)) for thing in things]
        by_verb: dict[str, list[_Hung[Found]]] = defaultdict(list)
        by_part: dict[str, list[_Hung[Found]]] = defaultdict(list)
        for hung in (_Hung(thing, deed) for thing, deed in found if deed):
            for holders, keys in ((by_verb, hung.deed.verb), (by_part, hung.deed.parts)):
                for key in keys:
                    holders[key].append(hung)
        return cls([thing for thing, deed in found if deed is None], by_verb, by_part)

    def likely(self, deed: Deed) -> Sequence[Found]:
        """Return what can tell of a deed: what hangs on none, or on one like it; the "Wednesday" of a resignation is not that of a search."""
        hung = (hung.thing for holders, keys in ((self.by_verb, deed.verb), (self.by_part, deed.parts)) for key in keys for hung in holders.get(key, ()))
        return (*self.loose, *{thing.start: thing for thing in hung}.values())


def _may_be_one(a: Deed, b: Deed, *, together: bool) -> bool:
    return not a.verb.isdisjoint(b.verb) or (together and not a.things.isdisjoint(b.things))


def _met(a: _Told[Found], b: _Told[Found]) -> Iterator[tuple[_Hung[Found], _Hung[Found]]]:
    """Yield the things whose deeds have a part in common that is not in too many, which are looked up so that long reports stay quick."""
    common = ((a.by_part[key], b.by_part[key]) for key in a.by_part.keys() & b.by_part.keys())
    met = ((x, y) for mine, theirs in common if max(len(mine), len(theirs)) <= COMMON for x in mine for y in theirs)
    pairs = {(x.thing.start, y.thing.start): (x, y) for x, y in met}
    yield from (pair for _, pair in sorted(pairs.items()))


def _deed(document: Document, item: Span, deed_of: Callable[[int, int], Deed | None]) -> Deed | None:
    """Return the deed on which a thing hangs, where a verb of some weight governs it, with who "he" is if he tells of it himself."""
    sentence = document.sentence_of(item)
    at = _governor(document.tagged(sentence), item)
    deed = None if at is None else deed_of(sentence.id, at)
    speakers = [document.entities[number] for number in _speakers(document, sentence, item)] if deed and deed.by_pronoun else []
    return replace(deed, parts=deed.parts | _names(speakers)) if deed and speakers else deed


def deed_of(document: Document, number: int, at: int) -> Deed | None:
    """Return the deed of the verb at a place in the sentence of a number, None where the verb tells too little."""
    sentence = document.sentences[number]
    line = document.tagged(sentence)
    verbs = _meant(line, at)
    if _MOVES.issuperset(verbs) and any(word.low == "to" for word in takewhile(lambda word: word.low not in _BOUNDS, line[at:])):
        verbs = ("transport",)  # "were [taken] to a hospital in Raipur"
    if _LIGHT.issuperset(verbs):
        return None
    group = verb_group(line, at)
    passive = at > group and line[at - 1].low in table("word_classes")["be"]  # "was pronounced [dead]": no part of the deed
    ranges = [part for part in (subject(line, group), None if passive else phrase_after(line, at + 1)) if part]
    spans = [Span(line[first].start, line[last - 1].end, "") for first, last in ranges]
    nouns = [token for span in spans for token in within(sentence.tokens, span) if is_content(token) and _tells(token.text)]
    named = [pair for span in spans for pair in document.appearing_in(span)]
    acting = [place for place, entity in named if entity.type in {EntityType.PERSON, EntityType.BODY}]
    return Deed(
        number,
        verb=_keys(map(stem, verbs)) | {f"deed {deed}" for verb in verbs for deed in _sorts().get(verb, ())},
        parts=_keys(token.stem for token in nouns) | _names(entity for _, entity in named),
        things=_keys(token.stem for token in nouns if not any(place.covers(token) for place in acting) and not _acts(token)),
        by_pronoun=any(last - first == 1 and line[first].tag is Tag.PRONOUN for first, last in ranges),
    )


@cache
def _sorts() -> Mapping[str, Sequence[str]]:
    """Return the deeds that each verb may tell of."""
    found: dict[str, list[str]] = defaultdict(list)
    for deed, verbs in table("deed_verbs").items():
        for verb in verbs:
            found[verb].append(deed)
    return found


def _meant(line: Sequence[Word], at: int) -> Sequence[str]:
    """Return the plain verbs for a verb with the words behind it: "comes [into force]" is "begins", "broke [out]" is "began"."""
    behind = (" ".join((line[at].lemma, *(word.low for word in line[at + 1 : at + size]))) for size in (3, 2))
    return next((table("phrasal_verbs")[words_] for words_ in behind if words_ in table("phrasal_verbs")), (line[at].lemma,))


def _governor(line: Sequence[Word], item: Span) -> int | None:
    """Return the verb of the clause on which a thing hangs: the last before it, or else the first behind it ("on Monday the [vote] was held")."""
    before = next((n for n, word in enumerate(line) if word.end > item.start), len(line))
    for at in range(before - 1, -1, -1):
        if line[at].tag in {Tag.VERB, Tag.INFINITIVE} and line[at].lemma and not _tells_where(line, at):
            return at
        if line[at].low in _BOUNDS:
            break
    for at in range(before, len(line)):
        if line[at].start >= item.end and line[at].tag is Tag.VERB and line[at].lemma:
            return at
        if line[at].start >= item.end and line[at].low in _BOUNDS:
            break
    return None


def _tells_where(line: Sequence[Word], at: int) -> bool:
    """Say whether a word is the "close" of "started close to the village"."""
    return [word.low for word in line[at : at + 2]] == ["close", "to"]


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


_MOVES = frozenset({"bring", "move", "rush", "shift", "take"})
"""Verbs that carry somebody with a "to" behind them."""


def _acts(token: Token) -> bool:
    """Say whether a noun is for people or bodies: "the minister", "the company"."""
    return any(
        noun in words(acting) for noun in (token.text.casefold(), dictionary_form(token.text.casefold())) for acting in ("body_words", "offices", "roles")
    )


def _tells(word: str) -> bool:
    return word[0].isalpha() and word.casefold() not in words("everyday_words")


def _speakers(document: Document, sentence: Sentence, item: Span) -> Iterator[int]:
    """Yield who "he" is where he says so himself: "Lee said he had heard of it on Monday"."""
    for credit in document.credits.get(sentence.id, ()):
        if credit.speaker is not None and any(span.covers(item) for span in credit.content):
            yield credit.speaker


def _names(entities: Iterable[Entity]) -> frozenset[str]:
    return _keys(stem(word) for entity in entities for word in entity.name.split())


def _keys(stems: Iterable[str]) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(senses, stems)))
