"""Rules about how sure the reports are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.document import touching
from crosscheck.lexicon import words
from crosscheck.rules.grades import alike, graded_apart
from crosscheck.rules.rule import Difference, Kind, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence

TOLD_WHOLE = 0.8
"""How much of the shorter sentence the longer must have for a condition in it to be what the other leaves out."""
EXCEPTIONS = frozenset({"only if", "on condition that", "on the condition that", "provided", "provided that", "unless"})
"""Conditions without which a plan is another plan."""


@rule("CER001", "certainty-differs", Kind.CERTAINTY, Severity.WARNING)
def certainty_differs(comparison: Comparison) -> Iterator[Difference]:
    """One report states plainly what the other hedges.

    A hedge is often all that parts a suspicion from a fact, and the first word to go when copy is cut.
    Things may be, or somebody considers them or tries them; they are expected, believed, alleged or asked for; they are planned;
    they are settled; they are done. Two of these grades differ where neither is the other's neighbour: "will close" and "has closed"
    may be one event told before and after. What is graded is one verb, or one clause that has the same things in it.

    Flagged:

        A: The merged company will cut 2,000 jobs in the spring.
        B: The merged company may cut 2,000 jobs in the spring.

        A: The union asked the court to declare the lockout unlawful.
        B: The court declared the lockout unlawful.

    Not flagged:

        A: The merged company may cut 2,000 jobs in the spring.
        B: The merged company could cut 2,000 jobs in the spring.
    """
    for a, b in graded_apart(comparison):
        yield Difference((a.shown,), (b.shown,), f'"{a.told.phrase(a.shown)}" in A, "{b.told.phrase(b.shown)}" in B', 0.5 + alike(a, b) / 2)
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
