"""What a brief puts where the story that it tells has another, though the one stands nowhere in the story and the other nowhere in the brief."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, TypeVar

from crosscheck.annotate.amounts import compatible
from crosscheck.annotate.document import within
from crosscheck.annotate.gazetteer import country, state_of
from crosscheck.annotate.names import EntityType, acronym
from crosscheck.lexicon import table
from crosscheck.rules.people import are_one, is_kin
from crosscheck.rules.rewordings import senses
from crosscheck.rules.rivals import rivals
from crosscheck.rules.rule import Difference
from crosscheck.similarity import is_content, likeness, profile
from crosscheck.spans import Span
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.names import Entity, Mention
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.rivals import Rivals
    from crosscheck.segment import Sentence

Found = TypeVar("Found", bound=Span)

MISCOUNTED = 0.2
"""How alike the sentences of two amounts, or the words around them, must be for the one to stand for the other; set by eye, as are those below."""
ROUNDED = 2
"""A bound is told of amounts up to so many times as large."""
MISNAMED = 0.2
"""How alike the words around two names must be for the one to stand where the story has the other, and a word beside them the same."""
OF_ANY_SORT = 0.35
"""The same where it is not known of which sort one of the names is: "Varo" may be a singer or a band."""
TOLD = 0.75
"""So much of a sentence beside a name must the story tell for the name to be a slip and no other news."""
LEAST = 5
"""So many content words beside it, at least."""


def misfits(comparison: Comparison, found: Callable[[Document], Sequence[Found]], agree: Callable[[Found, Found], bool | None]) -> Iterator[Rivals[Found]]:
    """Yield the figures or days of a brief and its story of which neither report has the other's, none where neither report is a brief.

    Two reports of their own tell each what the other has not; a brief can tell only what its story has, so that a figure of its own
    is likelier to be a slip, and needs less around it in common with what the story has there.
    """
    if comparison.brief is not None:
        mine, theirs = found(comparison.a), found(comparison.b)
        text_a, text_b = (document.article.text.casefold() for document in (comparison.a, comparison.b))
        open_a = [x for x in mine if x.flat.casefold() not in text_b and not any(agree(x, y) for y in theirs)]
        open_b = [y for y in theirs if y.flat.casefold() not in text_a and not any(agree(x, y) for x in mine)]
        yield from rivals(comparison, lambda document: open_a if document is comparison.a else open_b, agree)


def misfit_amounts(comparison: Comparison) -> Iterator[Rivals[Quantity]]:
    """Yield the misfits among the amounts, where the sentences or the words around them are somewhat alike."""
    for rival in misfits(comparison, lambda document: document.quantities, _may_be_told_for):
        bags = comparison.bags_a.features[comparison.a.sentence_of(rival.a).id], comparison.bags_b.features[comparison.b.sentence_of(rival.b).id]
        mine, theirs = (profile(bag, comparison.idf) for bag in bags)
        if max(rival.context, likeness(mine, theirs)) >= MISCOUNTED:
            yield rival


def _may_be_told_for(x: Quantity, y: Quantity) -> bool | None:
    """Say whether a brief can tell one amount for another: "more than 100" for 120, not for 1,200 nor for "more than 200", though all can be right."""
    if inf in {x.high, y.high} and x.unit == y.unit:
        least, most = sorted((x.value, y.value))
        return most <= ROUNDED * least if x.high != y.high else most == least
    return compatible(x, y)


def is_told_by_story(comparison: Comparison, rival: Rivals[Quantity]) -> bool:
    """Say whether the story has the amount of its brief somewhere else, of the same thing: "nine weeks at best" further down."""
    if comparison.brief is None:
        return False
    of_brief, story = (rival.a, comparison.b) if comparison.brief is comparison.a else (rival.b, comparison.a)
    return any(amount.unit == of_brief.unit and amount.of == of_brief.of and compatible(amount, of_brief) for amount in story.quantities)


def misnamed(comparison: Comparison) -> Iterator[tuple[Mention, Mention, EntityType]]:
    """Yield the names of two people, two bodies or two places of which a brief has the one where its story has the other, with the sort.

    The brief has the story's name nowhere; the story may have the brief's, but not in that passage: "Lee" for "Kim", of whom it tells in full.
    """
    if comparison.brief is None:
        return
    owners_a, owners_b = _owners(comparison.a), _owners(comparison.b)

    def agree(x: Mention, y: Mention) -> bool | None:
        a, b = owners_a[x], owners_b[y]
        if are_one(a, b, comparison.aliases) or _is_short_for(a.name, b.name) or _is_short_for(b.name, a.name):
            return True
        sorts = {a.type, b.type}
        return False if len(sorts) == 1 or (EntityType.OTHER in sorts and EntityType.PLACE not in sorts) else None

    story = comparison.b if comparison.brief is comparison.a else comparison.a
    known = _words(comparison.brief.sentences)
    lacking = [name for name in story.mentions if _words_of(name).isdisjoint(known)]
    for rival in rivals(comparison, lambda document: lacking if document is story else document.mentions, agree):
        sorts = {owners_a[rival.a].type, owners_b[rival.b].type}
        there, name = (rival.a, rival.b) if story is comparison.a else (rival.b, rival.a)
        alike = rival.beside and rival.context >= (MISNAMED if len(sorts) == 1 else OF_ANY_SORT)
        if alike and _words_of(name).isdisjoint(_words(_passage(story, there))):
            yield rival.a, rival.b, max(sorts, key=lambda sort: sort is not EntityType.OTHER)


def unheard_of(comparison: Comparison) -> Iterator[tuple[Mention, EntityType]]:
    """Yield the people, by their full names, and the countries and states that a brief names and its story nowhere, in a sentence told but for the name.

    A country counts where the linked sentences name another: a story may leave it to its reader where Lyon is.
    """
    if comparison.brief is None:
        return
    brief, story = comparison.brief, comparison.b if comparison.brief is comparison.a else comparison.a
    partners = comparison.partners_of_a if brief is comparison.a else comparison.partners_of_b
    known = _words(story.sentences)
    for name, entity in sorted(_owners(brief).items(), key=lambda pair: pair[0].start):
        sentence = brief.sentence_of(name)
        linked = partners.get(sentence.id, ())
        if linked and _words_of(name).isdisjoint(known) and _is_telling(name, entity, story, linked) and _is_told_but_for(name, sentence, linked):
            yield name, entity.type


def told_by_brief_alone(comparison: Comparison, name: Span) -> Difference:
    """Return that a brief has a name which is nowhere in its story."""
    if comparison.brief is comparison.a:
        return Difference((name,), (), f'"{name.flat}" in A, nowhere in B', 0.75)
    return Difference((), (name,), f'"{name.flat}" in B, nowhere in A', 0.75)


def _is_telling(name: Mention, entity: Entity, story: Document, linked: Iterable[Sentence]) -> bool:
    if entity.type is EntityType.PERSON:
        return " " in name.text and not is_kin(name.text, story)
    sort = _sort_of_land(name)
    return bool(sort) and any(_sort_of_land(other) == sort for sentence in linked for other in within(story.mentions, sentence))


def _sort_of_land(name: Span) -> str:
    """Return whether a name is of a country or of a state in one, nothing for any other: a town may lie in what the story tells of."""
    if country(name.text) is not None:
        return "country"
    return "state" if name.text in table("us_states") else ""


def _is_told_but_for(name: Span, sentence: Sentence, linked: Iterable[Sentence]) -> bool:
    """Say whether linked sentences tell nearly all of a sentence but a name in it."""
    told = {sense for other in linked for token in other.tokens for sense in senses(token.stem)}
    rest = [token for token in sentence.tokens if is_content(token) and not name.covers(token)]
    return len(rest) >= LEAST and sum(not told.isdisjoint(senses(token.stem)) for token in rest) >= TOLD * len(rest)


def _passage(document: Document, item: Span) -> Sequence[Sentence]:
    """Return the sentence of an item with those beside it, which tell of the same people as "he" and "she"."""
    number = document.sentence_of(item).id
    return document.sentences[max(0, number - 1) : number + 2]


def _owners(document: Document) -> Mapping[Mention, Entity]:
    return {mention: entity for entity in document.entities for mention in entity.mentions}


def _is_short_for(short: str, full: str) -> bool:
    """Say whether one name is the letters of another, "FAA", or has some letters of each of its words in order: "Man Utd"."""
    one, other = short.casefold().split(), full.casefold().split()
    cut = len(one) == len(other) > 1 and all(_is_cut_from(word, whole) for word, whole in zip(one, other, strict=True))
    return cut or short.replace(".", "") == acronym(full)


def _is_cut_from(word: str, whole: str) -> bool:
    rest = iter(whole)
    return all(letter in rest for letter in word)


def _words(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Return the stems of the words of sentences, with the states that they stand for."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    return frozenset((*(token.stem for token in tokens), *(f"state={state}" for token in tokens if (state := state_of(token.text)))))


def _words_of(name: Span) -> frozenset[str]:
    """Return the stems of the words of a name, with the state that it stands for."""
    words = name.text.replace("’", "'").removesuffix("'s").replace("-", " ").split()
    state = state_of(name.text)
    return frozenset((*(stem(word.casefold()) for word in words), *([f"state={state}"] if state else [])))
