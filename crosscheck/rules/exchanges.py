"""Which names stand in each other's place where a sentence is told alike, and are surely of two."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from crosscheck.aliases import one_name
from crosscheck.annotate.document import touching
from crosscheck.annotate.gazetteer import is_metonym, is_place, state_of
from crosscheck.annotate.names import EntityType, acronym
from crosscheck.annotate.namesakes import Kinship, kinship
from crosscheck.lexicon import words
from crosscheck.rules.people import are_one
from crosscheck.rules.place import are_of_one_size
from crosscheck.rules.rewordings import near_in_meaning
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.names import Entity
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.rewordings import Rewording
    from crosscheck.segment import Sentence, Token


def exchanged_names(comparison: Comparison, rewording: Rewording) -> Iterator[tuple[Span, Span]]:
    """Yield the names of one sort that stand in each other's place and are of two: "Ann Lee", "Omar Haddad"; places are for another rule."""
    met = tuple(rewording.exchanged(comparison.a.mentions, comparison.b.mentions))
    yield from (pair for pair in met if _are_two(comparison, *pair) and not _are_told_as_places(comparison, *pair))
    yield from _of_states(rewording)
    if not met:
        yield from _unlisted(comparison, rewording)


def numbered_otherwise(comparison: Comparison) -> Iterator[tuple[Token, Token]]:
    """Yield the names in linked sentences that are one but for their figure, each in its own report alone: "F-16" and "F-35"."""
    for one, other in comparison.pairs:
        mine, theirs = _numbered(one), _numbered(other)
        yield from (
            (x, y)
            for x in mine
            for y in theirs
            if _letters(x) == _letters(y) and x.stem not in comparison.b.vocabulary and y.stem not in comparison.a.vocabulary
        )


def _numbered(sentence: Sentence) -> tuple[Token, ...]:
    return tuple(token for token in sentence.tokens if "-" in token.text and _NUMBERED.fullmatch(token.text))


_NUMBERED = re.compile(r"[A-Z][A-Za-z]{0,15}(?:-[A-Za-z]{1,15})?-\d{1,4}s?")


def _letters(name: Token) -> str:
    return name.stem.rstrip("0123456789")


def _are_told_as_places(comparison: Comparison, x: Span, y: Span) -> bool:
    """Say whether the rule on places holds two names against each other: two countries in which, or to which, something is."""
    return any(are_of_one_size(a, b) for a in touching(comparison.a.places, x) for b in touching(comparison.b.places, y))


def _are_two(comparison: Comparison, x: Span, y: Span) -> bool:
    """Say whether two names are surely of two, and of one sort."""
    (a, *_), (b, *_) = comparison.a.named_in(x), comparison.b.named_in(y)
    known = {a.type, b.type} - {EntityType.OTHER}
    if len(known) > 1 or (EntityType.PLACE in known and not (state_of(x.text) and state_of(y.text))):
        return False
    if is_metonym(x.text) or is_metonym(y.text) or one_name(x.text, y.text, comparison.aliases) or (state_of(x.text) and state_of(x.text) == state_of(y.text)):
        return False
    if _is_short_for(a, b) or _is_short_for(b, a):
        return False
    if EntityType.PERSON in known:
        return not are_one(a, b) or _are_relatives(x.text, y.text)
    return not are_one(a, b) or _are_sisters(x, comparison.a.sentence_of(x), y, comparison.b.sentence_of(y))


def _is_short_for(short: Entity, full: Entity) -> bool:
    return any(mention.text.replace(".", "") == acronym(full.name) for mention in short.mentions)


def _are_relatives(x: str, y: str) -> bool:
    """Say whether two people share a surname alone: "John Paul Newman", "Doris Newman"; one other first name is for the rule on variants of a name."""
    mine, theirs = ([word for word in name.casefold().split() if word.rstrip(".") not in words("name_suffixes")] for name in (x, y))
    if len(mine) == len(theirs) or min(len(mine), len(theirs)) < _FULL or mine[-1] != theirs[-1]:
        return False
    return all(kinship(first, other) is Kinship.DIFFERENT and first[0] != other[0] for first, other in product(mine[:-1], theirs[:-1]))


_FULL = 2
"""Words of a name with a first name and a surname."""


def _are_sisters(x: Span, one: Sentence, y: Span, other: Sentence) -> bool:
    """Say whether two bodies share only what many have in their names ("Bank of Japan", "Bank of India"), or all but what they are ("European Parliament").

    The rest of the one name stands nowhere in the other's sentence: the "European Commission" is the "European Union's Commission".
    """
    shared = {*x.text.casefold().split()} & {*y.text.casefold().split()} - words("function_words")
    mine, theirs = ([word for word in name.text.casefold().split() if word not in shared | words("function_words")] for name in (x, y))
    if {*mine} & _words(other) or {*theirs} & _words(one):
        return False
    if not shared or not mine or not theirs or any(_may_be_one(x, y) for x, y in product(mine, theirs)):
        return False
    return shared <= words("body_words") or (len(mine) == len(theirs) == 1 and {*mine, *theirs} <= words("body_words"))


def _words(sentence: Sentence) -> frozenset[str]:
    return frozenset(token.text.casefold() for token in sentence.tokens)


def _may_be_one(x: str, y: str) -> bool:
    """Say whether two words may stand for one thing in a name: "Russian" and "Russia", "Ministry" and "Department", "EU" and "European"."""
    if near_in_meaning(x, y) or kinship(x, y) is not Kinship.DIFFERENT or (state_of(x) and state_of(x) == state_of(y)):
        return True
    return min(len(x), len(y)) <= _LETTERS and (x.startswith(y) or y.startswith(x))


_LETTERS = 3
"""So few letters of a word may stand for it."""


def _of_states(rewording: Rewording) -> Iterator[tuple[Span, Span]]:
    """Yield the words for two countries, one of which at least is no name itself: the "Russian" and the "Mexican" embassy, the "Chile" striker."""
    for x, y in rewording.words():
        if x.text[0].isupper() and y.text[0].isupper() and not (is_place(x.text) and is_place(y.text)):
            one, other = state_of(x.text), state_of(y.text)
            if one and other and one != other:
                yield x, y


def _unlisted(comparison: Comparison, rewording: Rewording) -> Iterator[tuple[Span, Span]]:
    """Yield the capitalised words that are no common words, though nothing else tells that one is a name: "Arsenal beat" at the beginning of a sentence."""
    a, b = _capitalised(comparison.a, rewording.a), _capitalised(comparison.b, rewording.b)
    if a is None or b is None or state_of(a.text) or state_of(b.text) or is_place(a.text) or is_place(b.text):
        return
    if one_name(a.text, b.text, comparison.aliases) or acronym(a.text) == b.text or acronym(b.text) == a.text:
        return
    if not any(near_in_meaning(x, y) or kinship(x, y) is not Kinship.DIFFERENT for x, y in product(a.text.split(), b.text.split())):
        yield a, b


def _capitalised(document: Document, place: Sequence[Token]) -> Span | None:
    """Return the words of a place as one name, None where one of them can be none."""
    if not place or not all(token.text[0].isupper() for token in place) or (place[-1].end - place[0].start) > sum(len(token.text) + 1 for token in place):
        return None
    named = touching(document.mentions, place[0]) or touching(document.mentions, place[-1])
    return Span.of(document.article.text, place[0].start, place[-1].end) if named or all(map(_may_be_name, place)) else None


def _may_be_name(word: Token) -> bool:
    plain = word.text.casefold()
    return word.text.isalpha() and not plain.endswith("s") and plain not in words("calendar") | words("common_words") | words("function_words") | words("roles")
