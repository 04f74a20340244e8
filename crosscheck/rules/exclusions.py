"""What the one report rules out and the other leaves open, where both deny something: "there will be no layoffs", "refused to rule out redundancies"."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from crosscheck.annotate.grammar import verb_forms
from crosscheck.rules.rewordings import near_in_meaning
from crosscheck.rules.sources import same_source, voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.tellings import ClaimPair, Telling
    from crosscheck.segment import Token
    from crosscheck.spans import Span


def left_open(comparison: Comparison) -> Iterator[tuple[Span, Span, tuple[int, int]]]:
    """Yield the double denial of one report ("would not rule out") with what the other denies once, with the numbers of the sentences.

    The sentences need not be linked: it is seldom that a report says of more than one thing that it is not ruled out. Not where two
    sources tell of it, each for himself.
    """
    in_a, in_b = ([found for telling in _denying(told, 2) for found in _doubled(telling)] for told in (comparison.tellings_a, comparison.tellings_b))
    for mine, theirs, other, is_turned in ((in_a, in_b, comparison.tellings_b, False), (in_b, in_a, comparison.tellings_a, True)):
        for telling, first, denied in mine:
            if any(near_in_meaning(denied.text, also.text) for _, _, also in theirs):
                continue
            for single in _denying(other, 1):
                same = _denied(single, single.claim.negations[0], denied)
                if same and _is_affirmed(other, denied):
                    break
                if same and len(single.claim.negations) == 1 and not _sources_differ(telling, single):
                    pair = telling.through(first, denied), single.through(single.claim.negations[0], same)
                    numbers = telling.sentence.id, single.sentence.id
                    yield (pair[1], pair[0], numbers[::-1]) if is_turned else (*pair, numbers)
                    break


def withdrawn(pair: ClaimPair) -> Iterator[tuple[Span, Span]]:
    """Yield "does not dispute" and "disputes": the verb of denial in one claim that the other denies."""
    yield from _withdrawn(pair.a, pair.b)
    yield from (found[::-1] for found in _withdrawn(pair.b, pair.a))


def _denying(told: Iterable[Iterable[Telling]], least: int) -> Iterator[Telling]:
    """Return the claims with so many denials or more."""
    return (telling for telling in chain.from_iterable(told) if len(telling.claim.negations) >= least)


def _doubled(telling: Telling) -> Iterator[tuple[Telling, Span, Token]]:
    """Yield where a denial stands right behind another, with what both deny: "refused to rule out [redundancies]"."""
    for first, second in pairwise(telling.claim.negations):
        if not telling.document.article.text[first.end : second.start].strip():
            yield from ((telling, first, denied) for denied in telling.after(second, 1))


def _is_affirmed(told: Iterable[Iterable[Telling]], thing: Token) -> bool:
    """Say whether a report tells of a thing without denying it as well: "did not rule out [layoffs]", "had feared [layoffs]"."""
    affirmed = (token for telling in chain.from_iterable(told) if not telling.claim.negations for token in telling.content)
    return any(near_in_meaning(token.text, thing.text) for token in affirmed)


def _sources_differ(one: Telling, other: Telling) -> bool:
    voices = (voice(telling.document, telling.claim.attribution) for telling in (one, other))
    return same_source(*voices) is False


_REACH = 2
"""How many content words after a denial may be what it denies: "no [compulsory] [layoffs]"."""


def _denied(telling: Telling, negation: Span, like: Token) -> Token | None:
    """Return the word near in meaning to another that a negation denies; a cue before the claim denies all of it."""
    reach = _REACH if telling.claim.covers(negation) else len(telling.content)
    return next((token for token in telling.after(negation, reach) if near_in_meaning(token.text, like.text)), None)


def _withdrawn(denial: Telling, affirmation: Telling) -> Iterator[tuple[Span, Span]]:
    if len(denial.claim.negations) != 1 or len(affirmation.claim.negations) != 1:
        return
    (negation,), (verb,) = denial.claim.negations, affirmation.claim.negations
    lemma, _ = verb_forms().get(verb.text.casefold(), ("", None))
    following = denial.after(negation, 1)
    if lemma and negation.text.casefold() in _PLAIN and following and verb_forms().get(following[0].text.casefold(), ("", None))[0] == lemma:
        yield denial.through(negation, following[0]), verb


_PLAIN = frozenset({"never", "not", "didn't", "doesn't", "don't", "didn’t", "doesn’t", "don’t"})
