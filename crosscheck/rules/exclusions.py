"""What the one report rules out and the other leaves open, where both deny something: "there will be no layoffs", "refused to rule out redundancies"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from crosscheck.annotate.grammar import verb_forms
from crosscheck.rules.rewordings import near_in_meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.rules.tellings import ClaimPair, Telling
    from crosscheck.segment import Token
    from crosscheck.spans import Span


def left_open(pair: ClaimPair) -> Iterator[tuple[Span, Span]]:
    """Yield the double denial of one claim ("would not rule out") with what the other denies once, or the verb of denial that the other denies."""
    for mine, theirs, is_turned in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        for found in (*_doubled(mine, theirs), *_withdrawn(mine, theirs)):
            yield found[::-1] if is_turned else found


def _doubled(double: Telling, single: Telling) -> Iterator[tuple[Span, Span]]:
    """Yield "refused to rule out" and "no", each through what it denies, where that is one thing."""
    once = single.claim.negations
    if len(once) != 1:
        return
    for first, second in pairwise(double.claim.negations):
        if double.document.article.text[first.end : second.start].strip():
            continue
        for denied in double.after(second, _REACH):
            same = _denied(single, once[0], denied)
            if same:
                yield double.through(first, denied), single.through(once[0], same)
                return


_REACH = 2
"""How many content words after a denial may be what it denies: "no [compulsory] [layoffs]"."""


def _denied(telling: Telling, negation: Span, like: Token) -> Token | None:
    """Return the word near in meaning to another that a negation denies; a cue before the claim denies all of it."""
    reach = _REACH if telling.claim.covers(negation) else len(telling.content)
    return next((token for token in telling.after(negation, reach) if near_in_meaning(token.text, like.text)), None)


def _withdrawn(denial: Telling, affirmation: Telling) -> Iterator[tuple[Span, Span]]:
    """Yield "does not dispute" and "disputes": the negation of a verb that is itself a negation in the other claim."""
    if len(denial.claim.negations) != 1 or len(affirmation.claim.negations) != 1:
        return
    (negation,), (verb,) = denial.claim.negations, affirmation.claim.negations
    lemma, _ = verb_forms().get(verb.text.casefold(), ("", None))
    following = denial.after(negation, 1)
    if lemma and negation.text.casefold() in _PLAIN and following and verb_forms().get(following[0].text.casefold(), ("", None))[0] == lemma:
        yield denial.through(negation, following[0]), verb


_PLAIN = frozenset({"never", "not", "didn't", "doesn't", "don't", "didn’t", "doesn’t", "don’t"})
