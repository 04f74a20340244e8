"""Words that rule each other out beside a word that both reports have: "the Danish terminal" and "the Norwegian terminal", "raises" and "cuts the budget"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from crosscheck.align import told
from crosscheck.annotate.document import touching, within
from crosscheck.annotate.gazetteer import is_adjective, state_of
from crosscheck.lexicon import table, words
from crosscheck.rules.pairing import each_once
from crosscheck.rules.rewordings import exclusive, exclusive_sorts, near_in_meaning
from crosscheck.rules.turns import is_left, is_one_trade, is_phrasal, opposites
from crosscheck.similarity import likeness, profile
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.bags import Bags
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Token
    from crosscheck.similarity import Profile

BESIDE = 2
"""How many content words on a side are beside a word."""
AROUND = 4
"""So many on either side must not have the other report's word either, anywhere in a report, for it to tell that nowhere.

In a brief, which has one sentence for several things ("delete it from their work devices, and keep it on their own"), it is those beside it."""
TOLD_ALIKE = 0.5
"""How alike linked sentences of two reports of their own must be, 0..1: each tells what the other has not, of "a British rival", "a Swedish rival"."""
OF_BRIEF = 0.1
"""How alike a sentence of a brief and one of its story must be, where all that the brief tells comes from."""


class Sort(StrEnum):
    """By what two words rule each other out."""

    STATE = "state"  # "Danish", "Norwegian"
    TERM = "term"  # "blue", "yellow"
    OPPOSITE = "opposite"  # "raises", "cuts"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two words that rule each other out, told of one thing, each in its own report alone.

    `alike` is how alike their sentences are, 0..1; `sentences` are their numbers.
    """

    a: Token
    b: Token
    sort: Sort
    alike: float
    sentences: tuple[int, int]


def clashes(comparison: Comparison) -> Iterator[Clash]:
    """Return the words that clash, each once, those of the likeliest sentences first.

    Not where only one of the sentences denies, nor where a report tells the other's word of the thing as well, anywhere.
    """
    a, b = _Side.of(comparison.bags_a, comparison.idf), _Side.of(comparison.bags_b, comparison.idf)
    linked = {(one.id, other.id) for one, other in comparison.pairs}
    is_pair = comparison.brief is None
    met, least = (sorted(linked), TOLD_ALIKE) if is_pair else (product(a.content, b.content), OF_BRIEF)
    alike = ((numbers, likeness(a.profiles[numbers[0]], b.profiles[numbers[1]])) for numbers in met)
    found = [
        Clash(x, y, sort, likely, numbers)
        for numbers, likely in alike
        if likely >= least
        for x, y, sort in _clashing(a, b, numbers, is_linked=numbers in linked, is_pair=is_pair)
    ]
    return each_once(found, lambda clash: clash.alike)


@dataclass(frozen=True, slots=True)
class _Side:
    """A report with the content words of its sentences, by number, and what they are about."""

    document: Document
    content: Mapping[int, Sequence[Token]]
    profiles: Mapping[int, Profile]

    @classmethod
    def of(cls, bags: Bags, idf: Mapping[str, float]) -> _Side:
        numbers = [sentence.id for sentence in told(bags.document)]
        content = {number: bags.content[number] for number in numbers}
        return cls(bags.document, content, {number: profile(bags.features[number], idf) for number in numbers})

    def tells(self, word: Token, of: Sequence[Token], reach: int) -> bool:
        """Say whether the report has a word, or one near in meaning, so near to any of some other words, in any sentence."""
        for content in self.content.values():
            for at, token in enumerate(content):
                around = content[max(0, at - reach) : at + reach + 1]
                if near_in_meaning(token.text, word.text) and any(near_in_meaning(other.text, thing.text) for other in around for thing in of):
                    return True
        return False


def _clashing(a: _Side, b: _Side, numbers: tuple[int, int], *, is_linked: bool, is_pair: bool) -> Iterator[tuple[Token, Token, Sort]]:
    """Yield the words that clash in two sentences; where they are not linked, the thing must stand behind the words."""
    one, other = numbers
    mine, theirs = a.content[one], b.content[other]
    found = {token.stem for token in theirs}
    states = any(map(_state, theirs))
    for at_a, x in enumerate(mine):
        loose = opposites("contraries", x.stem) if is_linked else frozenset()
        if _rivals(x.stem).keys().isdisjoint(found) and loose.isdisjoint(found) and not (states and _state(x)):
            continue
        for at_b, y in enumerate(theirs):
            sort = _sort(x, y) or (Sort.OPPOSITE if is_linked and y.stem in opposites("contraries", x.stem) else None)
            if sort is Sort.OPPOSITE and (is_phrasal(a.document, x) or is_phrasal(b.document, y) or is_one_trade(a.document, x, b.document, y)):
                continue
            if sort is None or not (_is_plain(a.document, x) and _is_plain(b.document, y)):
                continue
            things = _shared(mine[at_a + 1 : at_a + 1 + BESIDE], theirs[at_b + 1 : at_b + 1 + BESIDE])
            if is_linked and sort is not Sort.STATE:
                things += _shared(mine[max(0, at_a - BESIDE) : at_a], theirs[max(0, at_b - BESIDE) : at_b])
            if x.text.casefold() in table("ordinals"):
                things = [thing for thing in things if thing.text.casefold() not in words("everyday_words")]  # "for the second time" is no count of one thing
            lone = not is_pair and sort is Sort.TERM and _are_of_one(a, x, b, y)
            reach = AROUND if is_pair or sort is not Sort.OPPOSITE else BESIDE
            if (things or lone) and _denies(a, one) == _denies(b, other) and not a.tells(y, things, reach) and not b.tells(x, things, reach):
                yield x, y, sort


def _are_of_one(a: _Side, x: Token, b: _Side, y: Token) -> bool:
    """Say whether a brief and its story have each one word of a sort where the other has nothing but its own: "flu" in the one, "measles" in the other.

    There are many firsts, and relatives must have one owner, "his sister" and "his brother": "her son" is the one who has "his mother".
    """
    if x.stem in b.document.vocabulary or y.stem in a.document.vocabulary:
        return False
    sort = exclusive(x.stem, y.stem)
    return sort != "order" and (sort not in _OF_PEOPLE or _owner(a, x) == _owner(b, y) != "")


_OF_PEOPLE = frozenset({"age", "child", "kin", "person"})


def _owner(side: _Side, word: Token) -> str:
    """Return the "his" or "their" before a word."""
    before = next((token.text.casefold() for token in reversed(side.document.sentence_of(word).tokens) if token.end <= word.start), "")
    return before if before in {"her", "his", "its", "my", "our", "their"} else ""


def _sort(x: Token, y: Token) -> Sort | None:
    """Return by what two words rule each other out, None where they do not."""
    if sort := _rivals(x.stem).get(y.stem):
        return sort
    return Sort.STATE if _state(x) and _state(y) and _state(x) != _state(y) else None


@cache
def _rivals(of: str) -> Mapping[str, Sort]:
    """Return the stems that rule a stem out, each with how."""
    terms = {stem(word): Sort.TERM for sort in exclusive_sorts()[of] if sort not in _OF_FIGURES for word in table("exclusive_words")[sort]}
    return {other: sort for other, sort in {**terms, **dict.fromkeys(opposites("antonyms", of), Sort.OPPOSITE)}.items() if other != of}


_OF_FIGURES = frozenset({"he", "her", "of his", "period", "quantity", "term", "time of day"})
"""The sorts of pronouns, which stand for whomever, and of what is counted and dated, which other rules hold against each other."""


def _state(word: Token) -> str | None:
    """Return the country that an adjective tells of; a name of the country may be anybody's in the sentence."""
    return state_of(word.text) if word.text[0].isupper() and is_adjective(word.text) else None


def _is_plain(document: Document, word: Token) -> bool:
    """Say whether a word stands for itself: not quoted, not denied ("unaware") or left ("out of jail"), no part of an amount, a time, a name ("Red Cross")."""
    if is_left(document, word) or any(negation.overlaps(word) for claim in touching(document.claims, word) for negation in claim.negations):
        return False
    longer = any(not word.covers(mention) for mention in touching(document.mentions, word))
    return (not longer or _state(word) is not None) and not any(touching(items, word) for items in (document.quotes, document.quantities, document.times))


def _shared(mine: Sequence[Token], theirs: Sequence[Token]) -> list[Token]:
    """Return the words of two stretches, names apart, that are in both, as each has them."""
    pairs = product((token for token in mine if token.text.islower()), [token for token in theirs if token.text.islower()])
    return [token for pair in pairs if near_in_meaning(pair[0].text, pair[1].text) for token in pair]


def _denies(side: _Side, number: int) -> bool:
    return any(claim.negations for claim in within(side.document.claims, side.document.sentences[number]))
