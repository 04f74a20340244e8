"""What two claims say of one thing in words that share little else: the state it is in, and whether there was any of it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from crosscheck.annotate.document import within
from crosscheck.annotate.times import may_agree
from crosscheck.lexicon import words
from crosscheck.rules.fates import people
from crosscheck.rules.rewordings import near_in_meaning
from crosscheck.rules.turns import are_opposite, is_left

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate import Document
    from crosscheck.rules.tellings import ClaimPair, Telling
    from crosscheck.segment import Token
    from crosscheck.spans import Span


def opposite_states(pair: ClaimPair) -> Iterator[tuple[Span, Span]]:
    """Yield the opposite states that one thing is said to be in: "the airport stayed open", "the airport was closed for five hours".

    Not where the claims tell of two times, nor where either report has both states.
    """
    if pair.a.claim.negations or pair.b.claim.negations or at_two_times(pair.a.document, pair.a.claim, pair.b.document, pair.b.claim):
        return
    for x, of_x in _states(pair.a):
        for y, of_y in _states(pair.b):
            both = any(token.stem == y.stem for token in pair.a.sentence.tokens) or any(token.stem == x.stem for token in pair.b.sentence.tokens)
            if are_opposite(x.stem, y.stem) and not both and any(near_in_meaning(one.text, other.text) for one in of_x for other in of_y):
                yield x, y
                return


def none_and_some(pair: ClaimPair) -> Iterator[tuple[Span, Span]]:
    """Yield a number, or the name of a thing, in one claim and what says in the other that there was none: "detained 14", "no one was arrested"."""
    if pair.a.claim.negations and not pair.b.claim.negations:
        yield from _none_and_some(pair.a, pair.b)
    elif pair.b.claim.negations and not pair.a.claim.negations:
        yield from ((some, none) for none, some in _none_and_some(pair.b, pair.a))


def at_two_times(a: Document, one: Span, b: Document, other: Span) -> bool:
    """Say whether two stretches of the reports tell of times that cannot be one."""
    mine, theirs = within(a.times, one), within(b.times, other)
    return any(may_agree(x, y) is False for x in mine for y in theirs)


def _states(telling: Telling) -> Iterator[tuple[Token, tuple[Token, ...]]]:
    """Yield the words behind a "was" or "remained", each with the words for what is in that state: "airport" of "the airport at Quito was"."""
    tokens = within(telling.sentence.tokens, telling.claim)
    for at, token in enumerate(tokens):
        if token.text.casefold() in _COPULAS:
            subject = takewhile(lambda word: word.text.casefold() not in words("locatives") | {"of"}, tokens[:at])
            state = next((word for word in tokens[at + 1 : at + 1 + _NEAR] if word in telling.content), None)
            if state and not is_left(telling.document, state):
                yield state, tuple(word for word in subject if word in telling.content and word.text.casefold() not in words("everyday_words"))


_NEAR = 3
_COPULAS = frozenset({"are", "be", "been", "being", "is", "kept", "left", "remain", "remained", "remains", "stay", "stayed", "stays", "was", "were"})


def _none_and_some(none: Telling, some: Telling) -> Iterator[tuple[Span, Span]]:
    for negation in none.claim.negations:
        if negation.text.casefold() not in _NONE:
            continue
        for denied in none.after(negation, 1):
            told = some.word(denied)
            counted = told and next((amount for amount in within(some.document.quantities, some.claim) if _counts(some, told, amount)), None)
            if counted:
                yield none.through(negation, denied), counted
                return
        named = none.after(negation, 2)
        there = tuple(filter(None, map(some.word, named)))
        if len(there) == len(named) == _FULL and _is_one_name(none, negation, named) and there[0].end + 1 == there[1].start:
            yield none.through(negation, named[1]), some.through(there[0], there[1])
            return


_FULL = 2
"""So many words name a thing so that it is no other: "no gale warning", "a gale warning"."""


def _is_one_name(telling: Telling, negation: Span, named: Sequence[Token]) -> bool:
    """Say whether the words behind a "no" name a thing, which follows it at once; "no Japanese woman has run faster" denies no Japanese woman."""
    if people()[named[-1].stem]:
        return False
    return negation.text.casefold() == "no" and negation.end + 1 == named[0].start and named[0].end + 1 == named[1].start and named[1] in telling.content


_NONE = frozenset({"no", "no one", "nobody", "none"})


def _counts(telling: Telling, word: Token, amount: Span) -> bool:
    """Say whether an amount stands next to a word, at most one other content word between them: "detained 14", "three of them were hurt"."""
    between = [token for token in telling.content if min(word.end, amount.end) <= token.start and token.end <= max(word.start, amount.start)]
    return len(between) <= 1 and not amount.overlaps(word)
