"""Rules about who or what is named, where the sentence is otherwise the same."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.aliases import one_name
from crosscheck.annotate.document import touching, within
from crosscheck.annotate.gazetteer import is_metonym, is_place, state_of
from crosscheck.annotate.names import EntityType, acronym
from crosscheck.lexicon import words
from crosscheck.rules.people import are_one
from crosscheck.rules.rewordings import near_in_meaning
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.spans import Span
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from crosscheck.annotate import Document
    from crosscheck.annotate.names import Entity
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.rewordings import Rewording
    from crosscheck.segment import Sentence, Token


@rule("NAM005", "name-differs", Kind.NAMING, Severity.WARNING)
def name_differs(comparison: Comparison) -> Iterator[Difference]:
    """In a sentence told alike the reports name another person, body or country, or two of them the other way round.

    Only a name of the same sort in the very place of the other counts, where the words around it are the same. What two do to
    each other ("met", "talks with") is the same either way round.

    Flagged:

        A: Lumo Power will buy the wind farms of Brightwater for $40 million.
        B: Lumo Power will buy the wind farms of Stillmoor for $40 million.

        A: Arco Steel sued Dunmore Rail in March over a cancelled order for wagons.
        B: Dunmore Rail sued Arco Steel in March over a cancelled order for wagons.

    Not flagged:

        A: President Ana Duarte met the head of the central bank, Luis Prado, on Friday.
        B: The head of the central bank, Luis Prado, met President Ana Duarte on Friday.
    """
    for (one, other), met in _by_sentences(comparison).items():
        for a, b in met:
            back = next(((x, y) for x, y in met if a.start < x.start and (x.flat, y.flat) == (b.flat, a.flat)), None)
            if back and not _is_mutual(one, a, back[0]) and _between(one, a, back[0]) == _between(other, b, back[1]):
                yield Difference((a, back[0]), (b, back[1]), f'"{a.flat}" and "{b.flat}" have changed places')
            elif a.flat not in other.text and b.flat not in one.text and not (_is_credited(comparison.a, a) or _is_credited(comparison.b, b)):
                yield Difference((a,), (b,), f'"{a.flat}" in A, "{b.flat}" in B', 0.75)


def _by_sentences(comparison: Comparison) -> Mapping[tuple[Sentence, Sentence], list[tuple[Span, Span]]]:
    """Return the names that stand in each other's place, by the sentences they stand in."""
    found: dict[tuple[Sentence, Sentence], list[tuple[Span, Span]]] = defaultdict(list)
    for rewording in comparison.rewordings:
        here = found[rewording.one, rewording.other]
        here += [pair for pair in (*_named(comparison, rewording), *_of_states(rewording), *_unlisted(comparison, rewording)) if pair not in here]
    return found


def _named(comparison: Comparison, rewording: Rewording) -> Iterator[tuple[Span, Span]]:
    return (pair for pair in rewording.exchanged(comparison.a.mentions, comparison.b.mentions) if _are_two(comparison, *pair))


def _unlisted(comparison: Comparison, rewording: Rewording) -> Iterator[tuple[Span, Span]]:
    """Yield the capitalised words that are no common words, though nothing else tells that they are names: "Arsenal beat" at the beginning of a sentence."""
    for x, y in rewording.words():
        known = touching(comparison.a.mentions, x) or touching(comparison.b.mentions, y)
        if not known and _may_be_name(x) and _may_be_name(y) and not near_in_meaning(x.text, y.text) and not (state_of(x.text) or state_of(y.text)):
            yield x, y


def _may_be_name(word: Token) -> bool:
    plain = word.text.casefold()
    ordinary = words("calendar") | words("common_words") | words("function_words")
    return word.text[0].isupper() and word.text.isalpha() and not plain.endswith("s") and plain not in ordinary


def _of_states(rewording: Rewording) -> Iterator[tuple[Span, Span]]:
    """Yield the words for two countries, which are no names themselves: the "Russian" and the "Mexican" embassy."""
    for x, y in rewording.words():
        if x.text[0].isupper() and y.text[0].isupper() and not is_place(x.text) and not is_place(y.text):
            one, other = state_of(x.text), state_of(y.text)
            if one and other and one != other:
                yield x, y


def _are_two(comparison: Comparison, x: Span, y: Span) -> bool:
    """Say whether two names are surely of two, and of one sort; places are for another rule, and so are two people with one surname."""
    (a, *_), (b, *_) = comparison.a.named_in(x), comparison.b.named_in(y)
    known = {a.type, b.type} - {EntityType.OTHER}
    if len(known) > 1 or (EntityType.PLACE in known and not (state_of(x.text) and state_of(y.text))):
        return False
    if is_metonym(x.text) or is_metonym(y.text) or one_name(x.text, y.text, comparison.aliases) or (state_of(x.text) and state_of(x.text) == state_of(y.text)):
        return False
    return not are_one(a, b) and not _is_short_for(a, b) and not _is_short_for(b, a)


def _is_short_for(short: Entity, full: Entity) -> bool:
    return any(mention.text.replace(".", "") == acronym(full.name) for mention in short.mentions)


def _is_credited(document: Document, name: Span) -> bool:
    """Say whether a name is a source's, which the rules of attribution hold against the other's."""
    credited = document.credits.get(document.sentence_of(name).id, ())
    return any(span.covers(name) for credit in credited for span in credit.source)


def _is_mutual(sentence: Sentence, first: Span, second: Span) -> bool:
    """Say whether the words between two names make what they do the same either way round: "and", "met", "in talks with"."""
    return any(stem(word) in _mutual() or word in _JOINED for word in _between(sentence, first, second))


def _between(sentence: Sentence, first: Span, second: Span) -> list[str]:
    return [token.text.casefold() for token in within(sentence.tokens, Span(first.end, second.start, ""))]


_JOINED = frozenset({"and", "or", "with", ",", "between"})


@cache
def _mutual() -> frozenset[str]:
    return frozenset(stem(word) for word in words("mutual"))
