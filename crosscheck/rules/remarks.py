"""Which quotes of two reports are one remark."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.document import touching
from crosscheck.lexicon import table
from crosscheck.lexicon import words as listed
from crosscheck.rules.pairing import each_once
from crosscheck.spans import Span
from crosscheck.tokens import one_spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosscheck.annotate.quotes import Quote
    from crosscheck.rules.comparison import Comparison

MIN_WORDS = 3
"""A shorter quote is no remark of its own: "far too little" may be anybody's."""
SAME_REMARK = 0.6
"""From this share of words in common and in order, two quotes are one remark."""
PIECE = 6
"""How many words a quote must have to be sought in what is left of a longer one."""
SAME_PIECE = 0.8
"""The share of its words that must stand there in order."""

BUILT_ALIKE = 0.4
"""From this share of words in common, "we" and "and" as well, two quotes of one speaker are one remark in other words; two remarks have .25 at most."""
BUILT_OF = 4
"""So many words in common at least."""

_WORD = re.compile(r"per cent\b|\d+(?:[.,:]\d+)*|[^\W_]+(?:(?:['’]|\*+|-{3,})[^\W_]+)*(?:\*+|-{3,})?|%", re.IGNORECASE)
_BRACKETED = re.compile(r"\[[^\]]{0,200}\]|\([^)]{0,200}\)")


class Remark(NamedTuple):
    """One remark as the two reports quote it; `alike` is the share of words in common and in order, 0..1."""

    a: Quote
    b: Quote
    alike: float


def words(quote: Span) -> tuple[str, ...]:
    """Return the words of a quote as they are compared: no case, no punctuation, no typography, no [insertion], no house style.

    How a house writes what was spoken is no alteration: "ten" and "10", "neighbour" and "neighbor", "6:00" and "6", "per cent" and "%",
    and no more is how it spares its readers an oath: "sh*t".
    """
    return tuple(_in_one_style(word.text.casefold().replace("’", "'")) for word in placed(quote))


def _in_one_style(word: str) -> str:
    if word in {"%", "per cent"}:
        return "percent"
    if word[0].isdigit():
        return word.replace(",", "").removesuffix(":00")
    if "*" in word or "---" in word or word in listed("profanities"):
        return f"{word[0]}*"
    return table("numbers")[word][0] if word in table("numbers") else one_spelling(word)


def placed(quote: Span) -> tuple[Span, ...]:
    """Return the words of a quote where they stand, without any [insertion]."""
    text = _BRACKETED.sub(lambda inserted: " " * len(inserted.group()), quote.text)
    return tuple(Span(quote.start + match.start(), quote.start + match.end(), match.group()) for match in _WORD.finditer(text))


def altered(remark: Remark) -> tuple[Span, Span]:
    """Return the words at which the quotes part, from the first to the last that differ.

    Where one has no word of its own there, the words on either side stand for it: "will help pay", "will pay".
    """
    a, b = words(remark.a), words(remark.b)
    least = min(len(a), len(b))
    before = next((n for n in range(least) if a[n] != b[n]), least)
    after = next((n for n in range(least - before) if a[-1 - n] != b[-1 - n]), least - before)
    if before + after == least and before:
        before, after = before - 1, max(0, after - 1)
    return _between(remark.a, before, after), _between(remark.b, before, after)


def _between(quote: Quote, before: int, after: int) -> Span:
    found = placed(quote)
    first, last = found[before], found[max(before, len(found) - 1 - after)]
    return Span(first.start, last.end, quote.text[first.start - quote.start : last.end - quote.start])


def remarks(comparison: Comparison) -> Iterator[Remark]:
    """Return the remarks that both reports quote, each quote at most once.

    Quotes of the same words meet wherever they stand; others only inside linked sentences, the likeliest first.
    """
    candidates = list(_candidates(comparison))
    met = list(each_once(candidates, lambda remark: remark.alike))
    yield from met
    yield from _pieces(candidates, met)


def left_over(comparison: Comparison, told: Iterable[Remark]) -> Iterator[Remark]:
    """Yield the pairs of quotes that are no part of what is told already and may be one remark in other words, wherever they stand.

    "We dropped our catches and we paid for it" and "We put down our chances and we got what we deserved" are built alike: `alike` is here
    twice the words in common and in order over the words of both.
    """
    told_a, told_b = {remark.a.start for remark in told}, {remark.b.start for remark in told}
    others = [(other, words(other)) for other in _quotes(comparison.b.quotes) if other.start not in told_b]
    for one, mine in [(one, words(one)) for one in _quotes(comparison.a.quotes) if one.start not in told_a]:
        for other, theirs in others:
            enough = max(BUILT_OF, BUILT_ALIKE * (len(mine) + len(theirs)) / 2)
            if (Counter(mine) & Counter(theirs)).total() < enough:
                continue  # whatever their order
            common = shared(mine, theirs) * min(len(mine), len(theirs))
            if common >= enough:
                yield Remark(one, other, 2 * common / (len(mine) + len(theirs)))


def _pieces(candidates: Iterable[Remark], met: Iterable[Remark]) -> Iterator[Remark]:
    """Yield the quotes left over that are another piece of a longer quote, with that piece: one report often breaks up what the other runs on."""
    taken = {(side, quote.start) for remark in met for side, quote in (("a", remark.a), ("b", remark.b))}
    for remark in sorted(candidates, key=lambda remark: (-remark.alike, remark.a.start + remark.b.start)):
        shorter, longer = sorted((remark.a, remark.b), key=lambda quote: len(words(quote)))
        side = "a" if shorter is remark.a else "b"
        if (side, shorter.start) in taken or not PIECE <= len(words(shorter)) < len(words(longer)) or remark.alike < SAME_PIECE:
            continue
        taken.add((side, shorter.start))
        piece = _piece(longer, words(shorter))
        yield Remark(shorter, piece, remark.alike) if side == "a" else Remark(piece, shorter, remark.alike)


def _piece(longer: Quote, part: Sequence[str]) -> Quote:
    """Return the words of a quote from the first to the last that it has in common with a part."""
    blocks = [block for block in SequenceMatcher(None, words(longer), part, autojunk=False).get_matching_blocks() if block.size]
    found = placed(longer)[blocks[0].a : blocks[-1].a + blocks[-1].size]
    start, end = found[0].start, found[-1].end
    return replace(longer, start=start, end=end, text=longer.text[start - longer.start : end - longer.start])


def within_longer(remark: Remark) -> bool:
    """Say whether the one quote is a part of the other, word for word."""
    shorter, longer = sorted((words(remark.a), words(remark.b)), key=len)
    return any(longer[at : at + len(shorter)] == shorter for at in range(len(longer) - len(shorter) + 1))


def shared(a: Sequence[str], b: Sequence[str]) -> float:
    """Return the share of the shorter sequence's words that stand in both in the same order; the same either way round."""
    if not a or not b:
        return 0.0
    return max(_matched(a, b), _matched(b, a)) / min(len(a), len(b))


def _matched(a: Sequence[str], b: Sequence[str]) -> int:
    return sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())


def _candidates(comparison: Comparison) -> Iterator[Remark]:
    told_a, told_b = _quotes(comparison.a.quotes), _quotes(comparison.b.quotes)
    same: dict[tuple[str, ...], list[Quote]] = defaultdict(list)
    for quote in told_b:
        same[words(quote)].append(quote)
    for quote in told_a:
        for repeated in same[words(quote)]:
            yield Remark(quote, repeated, 1.0)
    for one, other in comparison.pairs:
        for mine in touching(told_a, one):
            for theirs in touching(told_b, other):
                if words(mine) != words(theirs):
                    yield Remark(mine, theirs, _likeness(words(mine), words(theirs)))


def _likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """Return how alike two quotes of other words are; a few words are no part of a much longer remark for their "I tried to" alone."""
    alike = min(0.99, shared(a, b))
    shorter, longer = sorted((len(a), len(b)))
    return alike if alike >= SAME_PIECE or shorter >= PIECE or longer < 2 * shorter else min(alike, SAME_REMARK / 2)


def _quotes(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    return tuple(quote for quote in quotes if len(words(quote)) >= MIN_WORDS)
