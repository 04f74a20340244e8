"""Rules about how well a claim is sourced."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate.attributions import SourceKind
from crosscheck.lexicon import words
from crosscheck.read import Role
from crosscheck.rules.comments import unanswered
from crosscheck.rules.leaks import leaks
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.sorts import sorts
from crosscheck.rules.sources import ACCOUNTABLE, answering, credit, credited_words, hides, is_insider, is_nobody, is_pronoun, is_unnamed, same_source, voice
from crosscheck.rules.uncredited import quoted_of_nobody, states_as_its_own
from crosscheck.similarity import is_everyday, terms
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate.attributions import Attribution
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.tellings import ClaimPair, Telling

LIKENESS = 0.6
"""How alike two claims must be for their sources to be held against each other; tuned on the gold pairs, leaving one pair out."""
SAME_LEAK = 0.25
"""The same where one of them is somebody inside who may not be named; set by eye, on the gold pairs and on pairs written apart from the program."""


@rule("SRC001", "source-strength", Kind.SOURCING, Severity.WARNING)
def source_strength(comparison: Comparison) -> Iterator[Difference]:
    """The same claim rests on a source who may not be named in one report, and on one who answers for it in the other.

    A claim is as strong as its source, and one who is not named cannot be held to it: house rules ask for a reason to use him.

    Flagged:

        A: The alarm had been switched off since Thursday, said two officials who asked not to be named.
        B: The alarm had been switched off since Thursday, Commissioner Ann Lee said.

    Not flagged:

        A: The alarm had been switched off since Thursday, said Commissioner Ann Lee.
        B: The alarm had been switched off since Thursday, Commissioner Ann Lee said.
    """
    told: set[Attribution] = set()
    for pair in comparison.claims:
        a, b = answering(pair.a), answering(pair.b)
        if not a or not b or credit(a) == credit(b) or _asks(pair.a) or _asks(pair.b) or Role.HEADLINE in {pair.a.sentence.role, pair.b.sentence.role}:
            continue
        if not (_is_one_claim(pair, a, b) or _is_one_claim(pair, b, a)):
            continue
        for weak, strong, where in ((a, b, "A"), (b, a, "B")):
            if _are_one(comparison, a, b, weak):
                continue
            if not is_insider(weak) and set() < credited_words(strong) <= credited_words(weak):
                continue  # "police and a neighbour" against "police"
            if is_unnamed(weak) and strong.source_kind in ACCOUNTABLE:
                told.add(weak)
                yield _unnamed(a, b, where, 0.5 + pair.likeness / 2, _weight(comparison, pair.a if weak is a else pair.b))
    for a, b, share in leaks(comparison):
        weak = a if is_unnamed(a) else b
        if weak not in told and not _are_one(comparison, a, b, weak):
            told.add(weak)
            yield _unnamed(a, b, "A" if weak is a else "B", 0.4 + share / 2)
    yield from _leaked_decisions(comparison)


def _unnamed(a: Attribution, b: Attribution, where: str, confidence: float, weight: Severity | None = None) -> Difference:
    return Difference(a.source, b.source, f'the source is not named in {where}: "{credit(a)}" in A, "{credit(b)}" in B', confidence, weight)


def _are_one(comparison: Comparison, a: Attribution, b: Attribution, weak: Attribution) -> bool:
    """Say whether two sources are one; "a party official who asked not to be named" is of the party, and yet not the party on the record."""
    strong = b if weak is a else a
    where = comparison.a if weak is a else comparison.b
    if strong.source_kind is SourceKind.DOCUMENT and not credited_words(strong).isdisjoint(_STUDIES) and _LEARNED & sorts(where, weak):
        return True  # "researchers found", "a study has found"
    return bool(same_source(voice(comparison.a, a), voice(comparison.b, b))) and not (hides(weak) and strong.source_kind is SourceKind.OFFICE)


_LEARNED = frozenset({"analysts", "doctors", "scholars"})
_STUDIES = frozenset({"analysis", "findings", "paper", "research", "review", "studies", "study", "survey", "trial"})


def _weight(comparison: Comparison, weaker: Telling) -> Severity | None:
    """Return how much it weighs that one report has no source, or a weaker one, for what it tells: little in a brief, which has no room for sources.

    A wrong that somebody is said to have done is for no brief to vouch for either.
    """
    wrongs = any(token.stem in _wrongs() for token in weaker.content)
    return Severity.NOTE if weaker.document is comparison.brief and not wrongs else None


@cache
def _wrongs() -> frozenset[str]:
    return frozenset(stem(word) for word in words("accusations") - _ACCUSING)


_ACCUSING = frozenset({"accuse", "allege", "blame", "implicate", "suspect"})
"""What tells by itself that it is an accusation: "investigators look into the accusations against him"."""


def _asks(telling: Telling) -> bool:
    """Say whether the claim is a question, which nobody vouches for: "asked [whether he would go]"."""
    return telling.claim.text.casefold().split()[0] in {"if", "whether"}


def _is_one_claim(pair: ClaimPair, weak: Attribution, strong: Attribution) -> bool:
    """Say whether the claims are alike enough: less where an insider stands against a name, for such news has few sources."""
    denied = bool(pair.a.claim.negations) != bool(pair.b.claim.negations)
    if pair.likeness >= LIKENESS:
        return not denied
    if is_pronoun(strong) or strong.source_kind not in ACCOUNTABLE or not is_insider(weak):
        return False
    if hides(weak):
        telling = [term for term in {*terms(pair.a.content)} & {*terms(pair.b.content)} if not is_everyday(term)]
        return bool(telling) and pair.likeness >= SAME_LEAK
    return not denied and strong.source_kind is not SourceKind.OFFICE and pair.likeness >= SAME_LEAK


def _leaked_decisions(comparison: Comparison) -> Iterator[Difference]:
    """Yield what insiders tell of a decision in one report, and somebody who answers for it in the other, however far from each other it is told."""
    for x, y in comparison.decisions:
        a, b = answering(x), answering(y)
        for weak, strong, where in ((a, b, "A"), (b, a, "B")):
            if a and b and strong and is_insider(weak) and strong.source_kind in ACCOUNTABLE and not is_pronoun(strong):
                yield _unnamed(a, b, where, 0.7)


@rule("SRC002", "attribution-dropped", Kind.SOURCING, Severity.WARNING)
def attribution_dropped(comparison: Comparison) -> Iterator[Difference]:
    """One report credits a source for what the other states as fact.

    What is stated without a source the report vouches for itself. A report that credits the source elsewhere may tell in its own words
    what nobody contests, and what police, courts and hospitals have on record needs no source. A brief a quarter as long as the other
    report leaves sources out for room: that is a note, unless it states as fact that somebody did wrong.

    Flagged:

        A: The ferry was overloaded when it left the harbour.
        B: The ferry was overloaded when it left the harbour, survivors told local television.

    Not flagged:

        A: The ferry was overloaded when it left the harbour, survivors said.
        B: The ferry was overloaded when it left the harbour, survivors told local television.
    """
    told = set()
    for pair in sorted(comparison.claims, key=lambda pair: (-pair.likeness, pair.a.claim.start + pair.b.claim.start)):
        a, b = answering(pair.a), answering(pair.b)
        if bool(a) == bool(b) or any(one and is_nobody(one) for one in (a, b)):
            continue
        sentences = pair.a.sentence.id, pair.b.sentence.id
        confidence = 0.4 + pair.likeness / 2
        if sentences in told:  # one report's sentence, split in two claims, is told of once
            continue
        if a and states_as_its_own(comparison, pair, pair.a, a):
            told.add(sentences)
            yield Difference(a.source, (pair.b.claim,), f'B states as fact what A credits to "{credit(a)}"', confidence, _weight(comparison, pair.b))
        elif b and states_as_its_own(comparison, pair, pair.b, b):
            told.add(sentences)
            yield Difference((pair.a.claim,), b.source, f'A states as fact what B credits to "{credit(b)}"', confidence, _weight(comparison, pair.a))
    for remark, a, b in quoted_of_nobody(comparison):
        if a:
            yield Difference(a.source, (remark.b,), f'B quotes nobody for what A quotes from "{credit(a)}"', 0.8)
        elif b:
            yield Difference((remark.a,), b.source, f'A quotes nobody for what B quotes from "{credit(b)}"', 0.8)


@rule("SRC003", "response-status", Kind.SOURCING, Severity.WARNING)
def response_status(comparison: Comparison) -> Iterator[Difference]:
    """One report says that somebody did not comment, and the other has his comment.

    A party is a person, or a body with whoever speaks for it. Where the report without a comment credits him with other words of his own, or tells on
    what he would not comment and the other report's comment is about something else, there is no difference.

    Flagged:

        A: Two pumps failed overnight. Norrbalt Lines did not respond to a request for comment.
        B: Two pumps failed overnight. Norrbalt Lines said both had been inspected in May.

    Not flagged:

        A: Two pumps failed overnight. Norrbalt Lines did not respond to a request for comment.
        B: Two pumps failed overnight. Norrbalt Lines declined to comment.
    """
    for silent, comment in unanswered(comparison.a, comparison.b):
        yield Difference((silent,), comment.source, f'"{silent.flat}" in A, a comment by "{credit(comment)}" in B', 0.8)
    for silent, comment in unanswered(comparison.b, comparison.a):
        yield Difference(comment.source, (silent,), f'a comment by "{credit(comment)}" in A, "{silent.flat}" in B', 0.8)
