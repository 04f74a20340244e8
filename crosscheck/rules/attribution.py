"""Rules about who is credited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.amounts import compatible
from crosscheck.annotate.document import within
from crosscheck.rules.credits import rival_credits
from crosscheck.rules.positions import rival_positions
from crosscheck.rules.remarks import SAME_REMARK
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.sources import answering, are_apart, credit, is_unnamed, same_source, spoken_by, voice
from crosscheck.rules.stances import cue, stances
from crosscheck.rules.swaps import swapped_figures
from crosscheck.similarity import meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.claims import Claim
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.swaps import Reckoning
    from crosscheck.rules.tellings import ClaimPair, Telling
    from crosscheck.spans import Span

LIKENESS = 0.3
"""How alike two claims must be for their sources to be held against each other; tuned on the gold pairs, leaving one pair out."""

SAME_FIGURE = 0.1
"""The same where both tell one amount of one thing: "could take two million tons off the crop", "2m tonnes may be lost"."""

MANY = 100
"""From this amount on a figure is one that two would hardly tell of two things."""

OPPOSED = 0.5
"""How alike two claims must be for a "not" in one to make them two statements."""

SAME_STATEMENT = 0.5
"""How alike two claims must be for the verbs with which they are told to be held against each other."""


@rule("ATT001", "source-differs", Kind.ATTRIBUTION, Severity.WARNING)
def source_differs(comparison: Comparison) -> Iterator[Difference]:
    """The reports credit the same statement to different people or bodies.

    A reader weighs a statement by who makes it. Only sources that both reports name are held against each other; a person and the body
    he speaks for are one, two people of one body are two. Who made a demand or laid blame, put a plan forward, found or drew something up
    or brokered a deal is held against each other too, and so are accuser and accused, or two sources with a figure each, who change places.

    Flagged:

        A: Regulators are likely to demand the sale of two terminals, said Peter Holt, an analyst at Bank Lind.
        B: Regulators are likely to demand the sale of two terminals, said Claire Ashby, an analyst at Merrow Securities.

        A: The idea of a ferry tunnel was put forward by Mayor Ann Lee in the spring.
        B: It was the harbour master, Omar Haddad, who proposed the idea of a ferry tunnel.

    Not flagged:

        A: Regulators are likely to demand the sale of two terminals, said Peter Holt, an analyst at Bank Lind.
        B: Regulators are likely to demand the sale of two terminals, Mr Holt said.
    """
    for pair in comparison.claims:
        if not _is_one_statement(pair) or (pair.a.is_quoted and pair.b.is_quoted):
            continue  # whose words stand between the marks is for the next rule
        a, b = answering(pair.a), answering(pair.b)
        if pair.likeness >= OPPOSED and _is_denied(pair.a) != _is_denied(pair.b):
            continue  # one says what the other denies: two statements
        if is_unnamed(a) != is_unnamed(b):
            continue  # "officers said" and "Sergeant Lee said" may be one; how well a claim is sourced is for another rule
        if a and b and are_apart(pair.a, pair.b):
            yield _credited_apart(a, b, 0.5 + pair.likeness / 2)
    for x, y in comparison.decisions:
        a, b = answering(x), answering(y)
        if a and b and is_unnamed(a) == is_unnamed(b) and are_apart(x, y):
            yield _credited_apart(a, b, 0.7)
    for mine, theirs in swapped_figures(comparison):
        yield Difference(_sources(mine), _sources(theirs), f"{_told(mine)} in A, {_told(theirs)} in B", 0.9)
    yield from (_credited_apart(a, b, 0.6) for a, b in rival_positions(comparison))
    for one, other in rival_credits(comparison):
        yield Difference((one.doer,), (other.doer,), f'credited to "{one.doer.flat}" in A, "{other.doer.flat}" in B', 0.8)


def _credited_apart(a: Attribution, b: Attribution, confidence: float) -> Difference:
    return Difference(a.source, b.source, f'credited to "{credit(a)}" in A, "{credit(b)}" in B', confidence)


@rule("ATT002", "speaker-differs", Kind.ATTRIBUTION, Severity.ERROR)
def speaker_differs(comparison: Comparison) -> Iterator[Difference]:
    """The reports put the same quoted words into two mouths.

    Whoever is quoted answers for the words; a wrong name beside them has to be corrected in print.

    Flagged:

        A: "We gave them too much respect after the break," coach Adam Reyes said.
        B: "We gave them too much respect after the break," captain Luis Ortega said.

    Not flagged:

        A: "We gave them too much respect after the break," coach Adam Reyes said.
        B: "We gave them too much respect after the break," said Reyes.
    """
    for remark in comparison.remarks:
        a, b = spoken_by(comparison.a, remark.a), spoken_by(comparison.b, remark.b)
        if a and b and remark.alike >= SAME_REMARK and same_source(voice(comparison.a, a), voice(comparison.b, b)) is False:
            yield Difference(a.source, b.source, f'quoted from "{credit(a)}" in A, "{credit(b)}" in B', 0.5 + remark.alike * 0.45)


@rule("ATT003", "stance-verb", Kind.ATTRIBUTION, Severity.WARNING)
def stance_verb(comparison: Comparison) -> Iterator[Difference]:
    """The reports give one remark of one source with verbs that judge it differently: said against claimed, admitted, confirmed.

    "Said" is neutral, as are "told", "added" and "announced"; "claimed" doubts, "admitted" concedes, "confirmed" vouches. That one
    denies what the other says is polarity-differs.

    Flagged:

        A: The ferry had passed its inspection in May, said Marta Kovacs, the harbour master.
        B: The ferry had passed its inspection in May, claimed Marta Kovacs, the harbour master.

    Not flagged:

        A: The ferry had passed its inspection in May, said Marta Kovacs, the harbour master.
        B: The ferry had passed its inspection in May, Marta Kovacs told reporters.
    """
    for pair in comparison.claims:
        a, b = answering(pair.a), answering(pair.b)
        if not a or not b or pair.likeness < SAME_STATEMENT or not _say_the_same(pair):
            continue
        one, other = stances(pair.a), stances(pair.b)
        if one and other and not one & other and same_source(voice(comparison.a, a), voice(comparison.b, b)):
            yield Difference(a.cue, b.cue, f'told with "{cue(a)}" in A, "{cue(b)}" in B', 0.5 + pair.likeness / 2)


def _is_one_statement(pair: ClaimPair) -> bool:
    """Say whether two claims are alike enough, and not in a name alone: "would lead her Progress Alliance", "Progress Alliance is on 24 percent"."""
    if _share_a_figure(pair):
        return pair.likeness >= SAME_FIGURE
    mine, theirs = ({meaning(token.stem) for token in telling.content if not token.text[0].isupper()} for telling in (pair.a, pair.b))
    return pair.likeness >= LIKENESS and not mine.isdisjoint(theirs)


def _share_a_figure(pair: ClaimPair) -> bool:
    """Say whether both claims tell one amount, without bounds, that is seldom told by chance, of many or in tenths ("3.4%"), or two amounts."""
    mine, theirs = ([one for one in within(telling.document.quantities, telling.claim) if one.low == one.high] for telling in (pair.a, pair.b))
    shared = [x.value for x in mine for y in theirs if compatible(x, y)]
    return len(set(shared)) > 1 or any(value >= MANY or value % 1 for value in shared)


def _sources(reckonings: Iterable[Reckoning]) -> tuple[Span, ...]:
    return tuple(span for one in reckonings for span in one.source.source)


def _told(reckonings: Iterable[Reckoning]) -> str:
    return " and ".join(f'"{one.number.flat}" is credited to "{credit(one.source)}"' for one in reckonings)


def _is_denied(telling: Telling) -> bool:
    """Say whether the claim denies, or bounds what is denied before it: "nobody may go home [until the dam is safe]"."""
    earlier = [claim for claim in within(telling.document.claims, telling.sentence) if claim.start < telling.claim.start]
    bounds = telling.claim.text.casefold().split()[0] in _BOUNDING
    return bool(telling.claim.negations or (bounds and earlier and earlier[-1].negations))


_BOUNDING = frozenset({"before", "unless", "until"})


def _say_the_same(pair: ClaimPair) -> bool:
    """Say whether both claims affirm or both deny, and both plainly or both with a hedge: else they are two statements."""
    a, b = pair.a.claim, pair.b.claim
    return bool(a.negations) == bool(b.negations) and _is_hedged(a) == _is_hedged(b)


def _is_hedged(claim: Claim) -> bool:
    """Say whether the claim has a hedge of its own; "alleged" is both cue and hedge."""
    return any(claim.covers(hedge) for hedge in claim.hedges)
