"""What somebody inside tells in one report, and somebody who answers for it in the other, in whatever words and wherever it stands."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.align import told
from crosscheck.annotate.amounts import compatible
from crosscheck.annotate.document import within
from crosscheck.annotate.grammar import verb_forms
from crosscheck.annotate.quantities import Quantity
from crosscheck.annotate.times import Time, may_agree
from crosscheck.lexicon import table
from crosscheck.read import Role
from crosscheck.rules.rewordings import near_in_meaning, share_group
from crosscheck.rules.sources import ACCOUNTABLE, answering, credit, hides, is_insider, is_pronoun, is_unnamed
from crosscheck.rules.tellings import tellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.attributions import Attribution
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.tellings import Telling
    from crosscheck.segment import Token


class Agreement(NamedTuple):
    """How much two claims have in common in meaning: how many words, amounts and times, and which share of the shorter claim's, 0..1."""

    share: float
    shared: int


HIDDEN = Agreement(0.5, 3)
"""What a claim whose source may not be named must have in common with one of the other report; set by eye on pairs written apart from the program."""
INSIDE = Agreement(0.6, 4)
"""The same for other insiders ("officials"), who are many and say much."""


def leaks(comparison: Comparison) -> Iterator[tuple[Attribution, Attribution, float]]:
    """Yield who is credited with a leak, and who with the same in the other report, where only one of them can be held to it; last how alike the claims are.

    Not where the leak's own report also has it from somebody who answers for it, nor where the other report has it from an insider, too.
    """
    mine, theirs = list(_credited(comparison.a)), list(_credited(comparison.b))
    for leak, weak in mine:
        for strong, share in _answered(leak, weak, mine, theirs):
            yield weak, strong, share
    for leak, weak in theirs:
        for strong, share in _answered(leak, weak, theirs, mine):
            yield strong, weak, share


def _credited(document: Document) -> Iterator[tuple[Telling, Attribution]]:
    """Yield the claims of a report that rest on somebody, with who it is."""
    for sentence in told(document):
        if sentence.role is Role.BODY and sentence.id in document.credits:
            for telling in tellings(document, sentence):
                if source := answering(telling):
                    yield telling, source


Credited = tuple["Telling", "Attribution"]


def _answered(leak: Telling, weak: Attribution, mine: Sequence[Credited], theirs: Sequence[Credited]) -> Iterator[tuple[Attribution, float]]:
    """Yield who tells a leak in the other report, where he can be held to it and nobody is who tells it in this one."""
    if not is_insider(weak):
        return
    least = HIDDEN if hides(weak) or not _are_officials(weak) else INSIDE
    found = [(agreement, source) for telling, source in theirs if _is_as_alike(agreement := _agreement(leak, telling), least)]
    if not found or any(_answers(source) and _is_as_alike(_agreement(leak, telling), least) for telling, source in mine if telling is not leak):
        return
    agreement, strong = max(found, key=lambda pair: pair[0])
    if _answers(strong):
        yield strong, agreement.share


def _is_as_alike(found: Agreement, least: Agreement) -> bool:
    return found.share >= least.share and found.shared >= least.shared


def _are_officials(source: Attribution) -> bool:
    return bool({"official", "officials"} & set(credit(source).casefold().replace(",", "").split()))


def _answers(source: Attribution) -> bool:
    """Say whether a source can be held to what it tells; "he" where the report has told who that is."""
    return source.source_kind in ACCOUNTABLE and not is_unnamed(source) and not (is_pronoun(source) and source.speaker is None)


def _agreement(x: Telling, y: Telling) -> Agreement:
    """Return how much two claims have in common, each part of them at most once; nothing where only one of them denies."""
    if bool(x.claim.negations) != bool(y.claim.negations):
        return Agreement(0.0, 0)
    mine, theirs = _parts(x), _parts(y)
    left = list(theirs)
    for part in mine:
        like = next((other for other in left if _may_be_one(part, other)), None)
        if like:
            left.remove(like)
    shared = len(theirs) - len(left)
    return Agreement(shared / max(1, min(len(mine), len(theirs))), shared)


def _parts(telling: Telling) -> list[Quantity | Time | tuple[str, ...]]:
    """Return what a claim is made of: its amounts, its times, and for every other content word the words that may stand for it."""
    document, claim = telling.document, telling.claim
    figures: list[Quantity | Time] = [*within(document.quantities, claim), *within(document.times, claim)]
    plain = [token for token in telling.content if not any(figure.overlaps(token) for figure in figures)]
    return [*figures, *(_meant(telling, token) for token in plain)]


def _meant(telling: Telling, word: Token) -> tuple[str, ...]:
    """Return what a word means with the one behind it: "resign" and "quit" for "step down"; itself where they make no verb."""
    lemma, _ = verb_forms().get(word.text.lower(), ("", None))
    behind = next((token.text.lower() for token in telling.sentence.tokens if token.start > word.start), "")
    return table("phrasal_verbs").get(f"{lemma} {behind}", (word.text,))


def _may_be_one(x: Quantity | Time | tuple[str, ...], y: Quantity | Time | tuple[str, ...]) -> bool:
    """Say whether two parts may be one; an amount is not one that only lies within the bounds of the other: "more than 300", "54,000"."""
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return bool(compatible(x, y)) and max(x.value, y.value) <= 2 * min(x.value, y.value)
    if isinstance(x, Time) and isinstance(y, Time):
        return may_agree(x, y) is True
    if isinstance(x, tuple) and isinstance(y, tuple):
        return any(near_in_meaning(one, other) or share_group("near_verbs", one, other) for one, other in product(x, y))
    return False
