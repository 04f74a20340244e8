"""Rules about yes and no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.rules.people import are_one
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.sources import same_source, voice
from crosscheck.rules.turns import BOUNDS, opposites, turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.tellings import ClaimPair, Telling
    from crosscheck.spans import Span

# Tuned on the gold pairs, leaving one pair out.
LIKENESS = 0.5
"""How alike two claims must be for a "not" in one of them to turn the other around."""


@rule("POL001", "polarity-differs", Kind.POLARITY, Severity.ERROR)
def polarity_differs(comparison: Comparison) -> Iterator[Difference]:
    """One report affirms what the other denies.

    A "not" that is lost turns a report into its opposite.
    What a negation denies must stand in the other claim without one; or the two claims must tell the same in words of opposite
    meaning. Where the two credit different sources, the sources disagree, and not the reports: a warning.

    Flagged:

        A: There were enough life jackets on board for everyone.
        B: There were not enough life jackets on board for everyone.

        A: She rejected the accusation that the hospital had run out of disinfectant.
        B: She accepted the accusation that the hospital had run out of disinfectant.

    Not flagged:

        A: No deaths were reported after the fire.
        B: Nobody was reported to have died after the fire.
    """
    told: set[tuple[int, int]] = set()
    for pair in comparison.claims:
        if pair.likeness < LIKENESS or (pair.a.is_quoted and pair.b.is_quoted):
            continue  # other words between quotation marks are told as such
        for a, b in (*_opposed(pair), *_negated(pair)):
            if _others_act(pair, a, b):
                continue
            disagree = _sources_differ(pair)
            told.add((pair.a.sentence.id, pair.b.sentence.id))
            words = f'"{pair.a.phrase(a)}" in A, "{pair.b.phrase(b)}" in B'
            yield Difference(
                (a,),
                (b,),
                f"the sources disagree: {words}" if disagree else words,
                min(1.0, 0.6 + pair.likeness / 2),
                Severity.WARNING if disagree else None,
            )
            break
    for turn in turns(comparison):
        if turn.sentences not in told:
            yield Difference((turn.a,), (turn.b,), f'"{turn.a.flat}" in A, "{turn.b.flat}" in B', turn.confidence)


def _others_act(pair: ClaimPair, a: Span, b: Span) -> bool:
    """Say whether the words are said of two: "Leeds lost to Derby" and "Derby won at Leeds" agree."""
    one, other = pair.a.subject_before(a), pair.b.subject_before(b)
    return one is not None and other is not None and not are_one(one, other, pair.a.document.aliases)


def _negated(pair: ClaimPair) -> Iterator[tuple[Span, Span]]:
    """Yield the negation that only one of the claims has, with the word it denies where the other affirms it."""
    if pair.a.claim.negations and not pair.b.claim.negations:
        yield from _denials(pair.a, pair.b)
    elif pair.b.claim.negations and not pair.a.claim.negations:
        yield from ((affirmed, negation) for negation, affirmed in _denials(pair.b, pair.a))


def _denials(denial: Telling, affirmation: Telling) -> Iterator[tuple[Span, Span]]:
    """Yield the first negation whose denied word stands in the affirmation, through that word, with the word there.

    What is denied is the next content word; where the negation stands before the claim ("denied that ..."), all of the claim.
    """
    bounds = BOUNDS & set(denial.claim.text.casefold().split())
    if bounds - set(affirmation.claim.text.casefold().split()):
        return
    for negation in denial.claim.negations:
        reach = 1 if denial.claim.covers(negation) else len(denial.content)
        for token in denial.after(negation, reach):
            if affirmed := affirmation.word(token):
                yield denial.through(negation, token), affirmed
                return


def _opposed(pair: ClaimPair) -> Iterator[tuple[Span, Span]]:
    """Yield the first two words of opposite meaning in claims that are both affirmed or both denied."""
    if bool(pair.a.claim.negations) != bool(pair.b.claim.negations):
        return
    for token in pair.a.content:
        opposed = [other for other in pair.b.content if other.stem in opposites("antonyms", token.stem)]
        if opposed and not pair.a.word(opposed[0]) and not pair.b.word(token):
            yield token, opposed[0]
            return


def _sources_differ(pair: ClaimPair) -> bool:
    a, b = pair.a.claim.attribution, pair.b.claim.attribution
    return same_source(voice(pair.a.document, a), voice(pair.b.document, b)) is False
