"""What somebody inside tells in one report, and somebody who answers for it in the other, in whatever words and wherever it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from crosscheck.annotate.amounts import compatible
from crosscheck.annotate.document import within
from crosscheck.annotate.grammar import verb_forms
from crosscheck.annotate.times import may_agree
from crosscheck.lexicon import table
from crosscheck.read import Role
from crosscheck.rules.rewordings import likenesses
from crosscheck.rules.sources import ACCOUNTABLE, answering, credit, hides, is_insider, is_pronoun, is_unnamed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.annotate.times import Time
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.tellings import Telling
    from crosscheck.segment import Token


Part = TypeVar("Part")


class Agreement(NamedTuple):
    """How much two claims have in common in meaning: how many words, amounts and times, and which share of the shorter claim's, 0..1."""

    share: float
    shared: int


HIDDEN = Agreement(0.5, 3)
"""What a claim whose source may not be named must have in common with one of the other report; set by eye on pairs written apart from the program."""
INSIDE = Agreement(0.6, 4)
"""The same for other insiders ("officials"), who are many and say much."""
COMMON = 50
"""A word in more claims of a report than this brings no two claims together; it still counts in those that others bring."""


class _Credited(NamedTuple):
    """A claim with whom it rests on, and what it is made of: its amounts, its times, and for every other content word all that may stand for it.

    `size` is of how many parts that is.
    """

    telling: Telling
    source: Attribution
    amounts: Sequence[Quantity]
    times: Sequence[Time]
    words: Sequence[frozenset[str]]
    size: int


def leaks(comparison: Comparison) -> Iterator[tuple[Attribution, Attribution, float]]:
    """Yield who is credited with a leak, and who with the same in the other report, where only one of them can be held to it; last how alike the claims are.

    Not where the leak's own report also has it from somebody who answers for it, nor where the other report has it from an insider, too.
    """
    mine, theirs = _Told(comparison.tellings_a), _Told(comparison.tellings_b)
    for leak in mine.claims:
        for strong, share in _answered(leak, mine, theirs):
            yield leak.source, strong, share
    for leak in theirs.claims:
        for strong, share in _answered(leak, theirs, mine):
            yield strong, leak.source, share


class _Told:
    """The claims of a report that rest on somebody, looked up by what their words may stand for."""

    def __init__(self, told: Iterable[Iterable[Telling]]) -> None:
        """Gather the claims of the body."""
        self.claims = tuple(_credited(told))
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, claim in enumerate(self.claims):
            for key in frozenset().union(*claim.words):
                self._holders[key].append(number)

    def alike(self, leak: _Credited, least: Agreement) -> Iterator[tuple[Agreement, Attribution]]:
        """Yield the other claims that have so much in common with a leak, with whom they rest on."""
        met: Counter[int] = Counter()
        for keys in leak.words:
            held = (self._holders[key] for key in keys if key in self._holders)
            met.update({number for holders in held if len(holders) <= COMMON for number in holders})
        figures = len(leak.amounts) + len(leak.times)
        for number in sorted(met):
            claim = self.claims[number]
            most = met[number] + figures
            if claim is leak or most < max(least.shared, least.share * min(leak.size, claim.size)):
                continue
            found = _agreement(leak, claim)
            if found.share >= least.share and found.shared >= least.shared:
                yield found, claim.source


def _credited(told: Iterable[Iterable[Telling]]) -> Iterator[_Credited]:
    for telling in chain.from_iterable(told):
        source = answering(telling)
        if source and telling.sentence.role is Role.BODY:
            amounts, times = within(telling.document.quantities, telling.claim), within(telling.document.times, telling.claim)
            figures = (*amounts, *times)
            plain = [_meanings(telling, token) for token in telling.content if not any(figure.overlaps(token) for figure in figures)]
            yield _Credited(telling, source, amounts, times, plain, len(figures) + len(plain))


def _answered(leak: _Credited, mine: _Told, theirs: _Told) -> Iterator[tuple[Attribution, float]]:
    """Yield who tells a leak in the other report, where he can be held to it and nobody is who tells it in this one."""
    if not is_insider(leak.source):
        return
    least = HIDDEN if hides(leak.source) or not _are_officials(leak.source) else INSIDE
    found = list(theirs.alike(leak, least))
    if not found or any(_answers(source) for _, source in mine.alike(leak, least)):
        return
    agreement, strong = max(found, key=lambda pair: pair[0])
    if _answers(strong):
        yield strong, agreement.share


def _are_officials(source: Attribution) -> bool:
    return bool({"official", "officials"} & set(credit(source).casefold().replace(",", "").split()))


def _answers(source: Attribution) -> bool:
    """Say whether a source can be held to what it tells; "he" where the report has told who that is."""
    return source.source_kind in ACCOUNTABLE and not is_unnamed(source) and not (is_pronoun(source) and source.speaker is None)


def _agreement(x: _Credited, y: _Credited) -> Agreement:
    """Return how much two claims have in common, each part of them at most once; nothing where only one of them denies."""
    if bool(x.telling.claim.negations) != bool(y.telling.claim.negations):
        return Agreement(0.0, 0)
    shared = (
        _paired(x.amounts, y.amounts, _may_be_one_amount)
        + _paired(x.times, y.times, lambda one, other: may_agree(one, other) is True)
        + _paired(x.words, y.words, lambda one, other: not one.isdisjoint(other))
    )
    return Agreement(shared / max(1, min(x.size, y.size)), shared)


def _paired(mine: Sequence[Part], theirs: Sequence[Part], may_be_one: Callable[[Part, Part], bool]) -> int:
    """Return how many parts of one claim find one of the other's, each its own."""
    left = list(theirs)
    for part in mine:
        like = next((n for n, other in enumerate(left) if may_be_one(part, other)), None)
        if like is not None:
            del left[like]
    return len(theirs) - len(left)


def _may_be_one_amount(x: Quantity, y: Quantity) -> bool:
    """Say whether two amounts may be one, and not one only within the bounds of the other: "more than 300", "54,000"."""
    return bool(compatible(x, y)) and max(x.value, y.value) <= 2 * min(x.value, y.value)


def _meanings(telling: Telling, word: Token) -> frozenset[str]:
    """Return all that a word may stand for, with the one behind it: "step down" for what "resign" and "quit" may."""
    lemma, _ = verb_forms().get(word.text.lower(), ("", None))
    if not lemma:
        return likenesses(word.text)
    behind = next((token.text.lower() for token in telling.sentence.tokens if token.start > word.start), "")
    plain = table("phrasal_verbs").get(f"{lemma} {behind}", (word.text,))
    return frozenset().union(*map(likenesses, plain))
