"""Rules about how sure the reports are."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from crosscheck.annotate.document import touching, within
from crosscheck.lexicon import words
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.similarity import meaning
from crosscheck.spans import Span
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.tellings import Telling
    from crosscheck.segment import Sentence, Token

# Tuned on the gold pairs, leaving one pair out.
LIKENESS = 0.2
"""How alike two claims must be for a hedge in one of them to count."""
SOFT = frozenset({"can", "meant", "should", "would"})
"""Words that state less than plainly, though they hedge nothing by themselves."""
TOLD_WHOLE = 0.8
"""How much of the shorter sentence the longer must have for a condition in it to be what the other leaves out."""
EXCEPTIONS = frozenset({"only if", "on condition that", "on the condition that", "provided", "provided that", "unless"})
"""Conditions without which a plan is another plan."""
MODALS = frozenset({"could", "may", "might"})
"""Hedges that qualify the verb behind them and nothing further on."""
ANSWERED = frozenset({"could", "may", "might", "whether"})
"""Hedges that a condition in the other report answers: "faces jail if convicted", "could be jailed"; "asked if", "asked whether"."""


@rule("CER001", "certainty-differs", Kind.CERTAINTY, Severity.WARNING)
def certainty_differs(comparison: Comparison) -> Iterator[Difference]:
    """One report states plainly what the other hedges.

    A hedge is often all that parts a suspicion from a fact, and the first word to go when copy is cut.
    Hedges are modal verbs (may, could), adverbs (tentatively, allegedly), conditions and words for what is only expected,
    suspected or preliminary. What is hedged, the next word, must be stated in the other claim without a hedge.

    Flagged:

        A: The merged company will cut 2,000 jobs in the spring.
        B: The merged company may cut 2,000 jobs in the spring.

    Not flagged:

        A: The merged company may cut 2,000 jobs in the spring.
        B: The merged company could cut 2,000 jobs in the spring.
    """
    for pair in comparison.claims:
        if pair.likeness < LIKENESS or bool(_hedges(pair.a)) == bool(_hedges(pair.b)):
            continue
        hedged, plain = (pair.a, pair.b) if _hedges(pair.a) else (pair.b, pair.a)
        for hedge, stated in _qualified(hedged, plain):
            a, b = (hedge, stated) if hedged is pair.a else (stated, hedge)
            yield Difference((a,), (b,), f'"{pair.a.phrase(a)}" in A, "{pair.b.phrase(b)}" in B', 0.5 + pair.likeness / 2)
    yield from _lost_conditions(comparison)


def _lost_conditions(comparison: Comparison) -> Iterator[Difference]:
    """Yield the condition ("unless", "only if") that only one report has, at the end of a sentence told alike."""
    for rewording in comparison.rewordings:
        if rewording.kept_of_shorter < TOLD_WHOLE or bool(rewording.a) == bool(rewording.b):
            continue
        document, other, words_there = (comparison.a, comparison.b, rewording.a) if rewording.a else (comparison.b, comparison.a, rewording.b)
        condition = next((hedge for claim in touching(document.claims, words_there[0]) for hedge in claim.hedges if hedge.start == words_there[0].start), None)
        sentence = rewording.other if rewording.a else rewording.one
        if condition is None or condition.text.casefold() not in EXCEPTIONS or _tells_condition(other, sentence):
            continue
        beside = rewording.at_b if rewording.a else rewording.at_a
        a, b = (condition, beside) if rewording.a else (beside, condition)
        where = "B" if rewording.a else "A"
        yield Difference((a,), (b,), f'"{condition.flat}" is not in {where}', 0.7)


def _tells_condition(document: Document, sentence: Sentence) -> bool:
    """Say whether a sentence, or the next, tells under what condition: "The strike may yet be called off. If the company pays, ..."."""
    near = document.sentences[sentence.id : sentence.id + 2]
    return any(hedge.text.casefold() in words("conditions") for claim in document.claims for hedge in claim.hedges if any(each.covers(hedge) for each in near))


def _qualified(hedged: Telling, plain: Telling) -> Iterator[tuple[Span, Span]]:
    """Yield the first hedge whose qualified word, the next but for names, the plain claim has, with that word there."""
    for hedge in _hedges(hedged):
        if _is_answered(hedge, plain):
            continue
        named = within(hedged.document.mentions, hedged.claim)
        unnamed = (token for token in hedged.after(hedge, len(hedged.content)) if not any(mention.covers(token) for mention in named))
        for token in islice(unnamed, 1):
            if hedge.text.casefold() in MODALS and _begins_another_phrase(hedged, hedge, token):
                continue
            if stated := plain.word(token):
                yield hedged.through(hedge, token), stated
                return


def _begins_another_phrase(telling: Telling, modal: Span, word: Token) -> bool:
    """Say whether a word is not the verb that a modal qualifies: "what it may have done to the water"."""
    between = within(telling.sentence.tokens, Span(modal.end, word.start, ""))
    return any(token.text.casefold() in {"do", "done"} for token in between)


def _is_answered(hedge: Span, plain: Telling) -> bool:
    """Say whether the plain claim is not so plain: it has a soft modal, a condition for a modal, or the hedge's own word in another form."""
    said = {word.casefold() for word in plain.claim.text.split()}
    conditional = len(plain.claim.hedges) > len(_hedges(plain))
    echoed = {meaning(stem(word)) for word in hedge.text.split()} & {meaning(token.stem) for token in plain.content}
    return bool(said & SOFT or echoed or (conditional and hedge.text.casefold() in ANSWERED))


def _hedges(telling: Telling) -> list[Span]:
    """Return the claim's hedges but for conditions, which make it no less sure."""
    return [hedge for hedge in telling.claim.hedges if hedge.text.casefold() not in words("conditions")]
