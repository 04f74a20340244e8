"""Rules about how well a claim is sourced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.attributions import SourceKind
from crosscheck.annotate.document import touching
from crosscheck.lexicon import words
from crosscheck.read import Role
from crosscheck.rules.comments import unanswered
from crosscheck.rules.remarks import remarks, within_longer
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.sources import ACCOUNTABLE, credit, hides, is_unnamed, reporter, reports, same_source, spoken_by, voice
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.document import Document
    from crosscheck.annotate.quotes import Quote
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.tellings import ClaimPair, Telling

# Tuned on the gold pairs, leaving one pair out.
LIKENESS = 0.6
"""How alike two claims must be for their sources to be held against each other."""
SAME_DECISION = 0.2
"""The same where both tell, with one verb, what somebody decided."""


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
    for pair in comparison.claims:
        if pair.likeness < LIKENESS or Role.HEADLINE in {pair.a.sentence.role, pair.b.sentence.role}:
            continue
        a, b = reporter(pair.a), reporter(pair.b)
        if not a or not b or credit(a) == credit(b):
            continue
        is_one = same_source(voice(comparison.a, a), voice(comparison.b, b))
        for weak, strong, where in ((a, b, "A"), (b, a, "B")):
            if is_one and not (hides(weak) and strong.source_kind is SourceKind.OFFICE):
                continue  # "a party official who asked not to be named" is of the party, and yet not the party on the record
            if is_unnamed(weak) and strong.source_kind in ACCOUNTABLE:
                yield Difference(a.source, b.source, f'the source is not named in {where}: "{credit(a)}" in A, "{credit(b)}" in B', 0.5 + pair.likeness / 2)


@rule("SRC002", "attribution-dropped", Kind.SOURCING, Severity.WARNING)
def attribution_dropped(comparison: Comparison) -> Iterator[Difference]:
    """One report credits a source for what the other states as fact.

    What is stated without a source the report vouches for itself. It is a warning where the source is not named or tells a decision,
    which nobody knows until it is told, and else a note.

    Flagged:

        A: The ferry was overloaded when it left the harbour.
        B: The ferry was overloaded when it left the harbour, survivors told local television.

    Not flagged:

        A: The ferry was overloaded when it left the harbour, survivors said.
        B: The ferry was overloaded when it left the harbour, survivors told local television.
    """
    for pair in comparison.claims:
        a, b = reporter(pair.a), reporter(pair.b)
        decision = _tells_a_decision(pair)
        if pair.likeness < (SAME_DECISION if decision else LIKENESS) or Role.HEADLINE in {pair.a.sentence.role, pair.b.sentence.role}:
            continue
        severity = None if decision or is_unnamed(a or b) else Severity.NOTE
        if a and not b and _is_stated(pair.b) and not _acts(a, pair.b) and not _speaks_beside(a, pair.b):
            yield Difference(a.source, (pair.b.claim,), f'B states as fact what A credits to "{credit(a)}"', 0.4 + pair.likeness / 2, severity)
        elif b and not a and _is_stated(pair.a) and not _acts(b, pair.a) and not _speaks_beside(b, pair.a):
            yield Difference((pair.a.claim,), b.source, f'A states as fact what B credits to "{credit(b)}"', 0.4 + pair.likeness / 2, severity)
    for remark in remarks(comparison):
        if not within_longer(remark):
            continue
        a, b = spoken_by(comparison.a, remark.a), spoken_by(comparison.b, remark.b)
        if a and not b and _is_anybodys(comparison.b, remark.b, a):
            yield Difference(a.source, (remark.b,), f'B quotes nobody for what A quotes from "{credit(a)}"', 0.8)
        elif b and not a and _is_anybodys(comparison.a, remark.a, b):
            yield Difference((remark.a,), b.source, f'A quotes nobody for what B quotes from "{credit(b)}"', 0.8)


def _is_anybodys(document: Document, quote: Quote, speaker: Attribution) -> bool:
    """Say whether a quote stands in a paragraph of quotes alone, with nothing around it that tells whose words they are.

    The paragraph before may lead over to it (with a colon, or with a quote that goes on), or credit its speaker, and so may the one after.
    """
    block = document.sentence_of(quote).block
    near = [sentence for sentence in document.sentences if abs(sentence.block - block) <= 1 and sentence.role is Role.BODY]
    whole = [token for sentence in near if sentence.block == block for token in sentence.tokens if token.text[0].isalnum()]
    if not whole or not all(any(spoken.covers(token) for spoken in touching(document.quotes, token)) for token in whole):
        return False
    before = next((sentence for sentence in reversed(near) if sentence.block < block), None)
    if before is not None and (before.text.endswith(":") or any(spoken.end == before.end for spoken in touching(document.quotes, before))):
        return False
    named = {word for span in speaker.source for word in span.text.split() if word[:1].isupper()}
    beside = {word for sentence in near for one in document.credits.get(sentence.id, ()) for span in one.source for word in span.text.split()}
    return not named & beside


def _acts(source: Attribution, plain: Telling) -> bool:
    """Say whether the other report has the source's words in its own claim: who "rejected the budget" there acted, and told nothing."""
    said = {word.casefold() for span in source.source for word in span.text.split()}
    return any(token.text.casefold() in said for token in plain.content)


def _speaks_beside(source: Attribution, plain: Telling) -> bool:
    """Say whether the paragraph of the plain claim credits the same source, in the same words, with what stands beside it, and so may mean it for both."""
    said = _named(source)
    beside = (sentence for sentence in plain.document.sentences if sentence.block == plain.sentence.block)
    return any(said & _named(one) for sentence in beside for one in reports(plain.document, sentence))


def _named(source: Attribution) -> set[str]:
    return {word.casefold() for span in source.source for word in span.text.split()} - words("function_words")


def _tells_a_decision(pair: ClaimPair) -> bool:
    """Say whether both claims tell what somebody has decided or agreed, which nobody knows until it is told."""
    decisions = {stem(word) for word in words("decisions")}
    return any(token.stem in decisions and pair.b.word(token) for token in pair.a.content)


def _is_stated(telling: Telling) -> bool:
    """Say whether the report states the claim in a sentence that credits nobody and quotes nobody."""
    credited = reports(telling.document, telling.sentence)
    return next(credited, None) is None and not touching(telling.document.quotes, telling.sentence)


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
