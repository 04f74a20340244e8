"""Rules about yes and no."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from crosscheck.annotate.document import touching, within
from crosscheck.annotate.grammar import verb_forms
from crosscheck.lexicon import words
from crosscheck.rules.avowals import denied_and_admitted
from crosscheck.rules.clashes import Sort
from crosscheck.rules.exclusions import left_open, withdrawn
from crosscheck.rules.forks import rival_courses
from crosscheck.rules.fortunes import fortunes_at_odds
from crosscheck.rules.people import are_one
from crosscheck.rules.reversals import reversals
from crosscheck.rules.rewordings import near_in_meaning
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.sources import same_source, voice
from crosscheck.rules.states import none_and_some, opposite_states
from crosscheck.rules.stints import stints_at_odds
from crosscheck.rules.themes import contrary_sayings
from crosscheck.rules.turns import BOUNDS, SUPPOSING, is_asked, is_left, is_one_trade, is_phrasal, is_taken_back, opposites, turns
from crosscheck.similarity import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from crosscheck.bags import Bags
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.sources import Voice
    from crosscheck.rules.tellings import ClaimPair, Telling
    from crosscheck.segment import Token
    from crosscheck.spans import Span

# Tuned on the gold pairs, leaving one pair out.
LIKENESS = 0.5
"""How alike two claims must be for a "not" in one of them to turn the other around."""

OF_ONE_THING = 0.15
"""How alike they must be where both tell of one thing what state it is in ("open", "closed"), or how many there were and that there was none."""


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
    for pair, difference in _at_odds(comparison):
        told.add((pair.a.sentence.id, pair.b.sentence.id))
        yield difference
    turned = [turn for turn in turns(comparison) if turn.sentences not in told]
    for turn in turned:
        yield Difference((turn.a,), (turn.b,), f'"{turn.a.flat}" in A, "{turn.b.flat}" in B', turn.confidence)
    told.update(turn.sentences for turn in turned)
    for clash in comparison.clashes:
        if clash.sort is Sort.OPPOSITE and clash.sentences not in told:
            told.add(clash.sentences)
            yield Difference((clash.a,), (clash.b,), f'"{clash.a.flat}" in A, "{clash.b.flat}" in B', 0.75)
    for a, b, sentences in chain.from_iterable(find(comparison) for find in _BY_WHAT_IS_DONE):
        if sentences not in told:
            told.add(sentences)
            yield Difference((a,), (b,), f'"{a.flat}" in A, "{b.flat}" in B', 0.75)


_BY_WHAT_IS_DONE = (contrary_sayings, denied_and_admitted, left_open, reversals, rival_courses, fortunes_at_odds, stints_at_odds)
"""How reports are at odds in whatever words: in what they say of one thing, in what a source avows, what is ruled out, who did it to whom,
how it went on, what became of somebody."""


def _at_odds(comparison: Comparison) -> Iterator[tuple[ClaimPair, Difference]]:
    """Yield the claims of which the one denies what the other affirms, with the difference."""
    for pair in comparison.claims:
        if pair.a.is_quoted and pair.b.is_quoted:
            continue  # other words between quotation marks are told as such
        a, b = next((words for words in _contrary(pair) if not _others_act(pair, *words)), (None, None))
        if a is None or b is None:
            continue
        disagree = _sources_differ(pair)
        if not (disagree and _has_both_sides(comparison, pair)):
            words = f'"{pair.a.phrase(a)}" in A, "{pair.b.phrase(b)}" in B'
            message = f"the sources disagree: {words}" if disagree else words
            yield pair, Difference((a,), (b,), message, min(1.0, 0.6 + pair.likeness / 2), Severity.WARNING if disagree else None)


def _contrary(pair: ClaimPair) -> Iterator[tuple[Span, Span]]:
    """Yield the words by which two claims cannot both be so; what is said of one thing's state or number needs less in common around it."""
    if pair.likeness >= LIKENESS:
        yield from _opposed(pair)
        yield from _negated(pair)
        yield from withdrawn(pair)
    if pair.likeness >= OF_ONE_THING:
        yield from opposite_states(pair)
        yield from none_and_some(pair)


def _others_act(pair: ClaimPair, a: Span, b: Span) -> bool:
    """Say whether the words are said of two: "Leeds lost to Derby" and "Derby won at Leeds" agree."""
    one, other = pair.a.subject_before(a), pair.b.subject_before(b)
    if one is None or other is None:
        return any(verb_forms().get(word.text.casefold(), ("", None))[0] in _CONTEST for word in (a, b))
    return not are_one(one, other, pair.a.document.aliases)


_CONTEST = frozenset({"beat", "defeat", "lose", "win"})
"""What one side does and the other suffers: "a vet has won the ward", "the party has lost the ward"."""


def _negated(pair: ClaimPair) -> Iterator[tuple[Span, Span]]:
    """Yield the negation that only one of the claims has, with the word it denies where the other affirms it."""
    if pair.a.claim.negations and not pair.b.claim.negations:
        yield from _denials(pair.a, pair.b)
    elif pair.b.claim.negations and not pair.a.claim.negations:
        yield from ((affirmed, negation) for negation, affirmed in _denials(pair.b, pair.a))


def _denials(denial: Telling, affirmation: Telling) -> Iterator[tuple[Span, Span]]:
    """Yield the first negation whose denied word stands in the affirmation, through that word, with the word there.

    What is denied is the next content word, or what was asked for ("rejected calls to resign"); where the negation stands before the
    claim ("denied that ..."), all of the claim.
    """
    denying, affirming = (telling.claim.text.casefold().split() for telling in (denial, affirmation))
    bounds = BOUNDS & set(denying)
    if affirming[0] in BOUNDS or ("since" in denying and "last" in affirming):
        return  # "nobody may enter [until the engineers allow it]"; "was last closed in 2007", "had not been closed since 2007"
    if bounds - set(affirming):
        return
    for negation in denial.claim.negations:
        reach = len(denial.content) if negation.end <= denial.claim.start else 1
        following = denial.after(negation, reach + 1)
        refused = negation.text.casefold() not in _PLAIN and not negation.text.casefold().endswith("n't")
        asked = refused and bool(following) and following[0].text.casefold() in words("demands")
        for token in following[1:] if asked else following[:reach]:
            if (
                (affirmed := affirmation.word(token))
                and not _is_supposed(affirmation, affirmed)
                and not is_taken_back(affirmation.document, affirmation.sentence, affirmed)
                and not _is_gone(affirmation, affirmed)
                and not (negation.text.casefold() == "instead of" and touching(denial.document.quantities, token))  # "six instead of eight"
                and not any(near_in_meaning(other.text, negation.text) for other in affirmation.content)  # "escaped a fine", "avoided a fine"
            ):
                yield denial.through(negation, token), affirmed
                return


def _is_supposed(telling: Telling, word: Token) -> bool:
    """Say whether a word stands in a condition, which affirms nothing ("if the bridge is open"), or is what somebody is asked to do."""
    before = [token.text.casefold() for token in telling.sentence.tokens if token.end <= word.start]
    return is_asked(before) or not SUPPOSING.isdisjoint(before[-_NEAR:])


_NEAR = 4


def _is_gone(telling: Telling, word: Token) -> bool:
    """Say whether a sentence says that there is no more of a thing: "[chlorine] had run out", "lost its [majority]", "stopped [paying]"."""
    before = [token.text.casefold() for token in telling.sentence.tokens if token.end <= word.start][-_FEW:]
    return not _ENDS.isdisjoint(before) or _GONE.search(telling.document.article.text, word.end, telling.sentence.end) is not None


_FEW = 2
_ENDS = frozenset(
    {"ceased", "ceases", "ended", "ends", "halted", "halts", "lose", "loses", "losing", "lost", "quit", "quits", "scrapped", "scraps"}
    | {"shed", "sheds", "stop", "stopped", "stopping", "stops", "suspended", "suspends"}
)

_GONE = re.compile(r"\b(?:ran|run|running|sold) out\b|\b(?:exhausted|expired|gone|lapsed|unavailable|unobtainable)\b")
_PLAIN = frozenset({"never", "no", "not", "without"})


def _opposed(pair: ClaimPair) -> Iterator[tuple[Span, Span]]:
    """Yield the first two words of opposite meaning in claims that are both affirmed or both denied."""
    if bool(pair.a.claim.negations) != bool(pair.b.claim.negations) or _lasts(pair.a) != _lasts(pair.b):
        return
    theirs = [token for token in pair.b.content if not is_phrasal(pair.b.document, token)]
    for token in (token for token in pair.a.content if not is_phrasal(pair.a.document, token)):
        rivals = (other for other in theirs if other.stem in opposites("antonyms", token.stem))
        opposed = [other for other in rivals if not is_one_trade(pair.a.document, token, pair.b.document, other)]
        if opposed and not (_does(pair.a, opposed[0]) or _does(pair.b, token) or is_left(pair.a.document, token) or is_left(pair.b.document, opposed[0])):
            yield token, opposed[0]
            return


def _lasts(telling: Telling) -> bool:
    """Say whether a claim tells until when something is so: "must shut at ten" is "may stay open until ten"."""
    return not _UNTIL.isdisjoint(token.text.casefold() for token in within(telling.sentence.tokens, telling.claim))


_UNTIL = frozenset({"till", "until"})


def _does(telling: Telling, like: Token) -> bool:
    """Say whether a sentence has a word, or its claim another verb of its meaning; the "growth" of "cut its growth forecast" raises nothing."""
    told = any(token.stem == like.stem for token in telling.sentence.tokens)
    return told or any(meaning(token.stem) == meaning(like.stem) and token.text.casefold() in verb_forms() for token in telling.content)


def _sources_differ(pair: ClaimPair) -> bool:
    a, b = pair.a.claim.attribution, pair.b.claim.attribution
    return same_source(voice(pair.a.document, a), voice(pair.b.document, b)) is False


def _has_both_sides(comparison: Comparison, pair: ClaimPair) -> bool:
    """Say whether a report tells what the other's source says too, in another place: both tell that Ann promises it and that Bo denies it."""
    common = {token.stem for token in pair.a.content} & {token.stem for token in pair.b.content}
    sides = (comparison.bags_a, pair.b), (comparison.bags_b, pair.a)
    return any(_credits(bags, voice(there.document, there.claim.attribution), common) for bags, there in sides)


def _credits(bags: Bags, source: Voice, stems: AbstractSet[str]) -> bool:
    """Say whether a report credits a source with what has two of the stems in it."""
    least = min(2, len(stems))
    return any(len(said & stems) >= least and same_source(voice(bags.document, one), source) for one, said in bags.said)
