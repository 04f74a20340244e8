"""What one report states as its own, where the other has a source for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from crosscheck.annotate.attributions import ContentKind, SourceKind, Stance
from crosscheck.annotate.document import touching, within
from crosscheck.lexicon import words
from crosscheck.read import Role
from crosscheck.rules.remarks import within_longer
from crosscheck.rules.rewordings import near_in_meaning
from crosscheck.rules.sources import credit, credited_words, hides, is_insider, is_pronoun, reports, same_source, spoken_by, voice, voice_of
from crosscheck.rules.stances import cue_word
from crosscheck.similarity import terms
from crosscheck.tokens import stems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.document import Document
    from crosscheck.annotate.quotes import Quote
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.remarks import Remark
    from crosscheck.rules.tellings import ClaimPair, Telling

LIKENESS = 0.6
"""How alike two claims must be for one to be what the other states; tuned on the gold pairs, leaving one pair out.

The lower ones below are set by eye, on the gold pairs and on pairs written apart from the program, each for what claims must have in common besides.
"""
SAME_NEWS = 0.5
"""The same where they share `MANY` words, and most of them are no names, which stand in any claim about their bearer."""
MANY = 6
SAME_CHARGE = 0.35
"""The same where one of them accuses, counts the dead and hurt or tells of armed action."""
SAME_LEAK = 0.35
"""The same where the source may not be named, without whom nobody would know, and they share `SEVERAL` words."""
SEVERAL = 3
SAME_DECISION = 0.2
"""The same where both tell, with one verb, what somebody decided."""
RETOLD = 0.85
"""From here on a claim is told in the words of the other report, and what it lacks was left out of them."""


def states_as_its_own(comparison: Comparison, pair: ClaimPair, told: Telling, source: Attribution) -> bool:
    """Say whether the other report of a pair of claims states as its own what a source tells in this one."""
    plain = pair.b if told is pair.a else pair.a
    if Role.HEADLINE in {told.sentence.role, plain.sentence.role} or pair.likeness < _least_likeness(pair, source):
        return False
    if _is_denied(told) != _is_denied(plain):
        return False  # what the other denies is another claim
    if source not in told.document.credits.get(told.sentence.id, ()) and not _is_contested(told):
        return False  # "Police said the gate was shut. It had been raining.": who tells the rest is not told
    return (
        _is_stated(plain) and not _acts(told, source, plain) and not _speaks_beside(source, plain) and not _goes_without_saying(comparison, pair, source, plain)
    )


def _is_denied(telling: Telling) -> bool:
    """Say whether a verb of the claim is denied: "has decided not to appeal"; "a vial with no label" denies nothing of it."""
    lows = (negation.text.casefold() for negation in telling.claim.negations)
    return any(low in {"never", "not"} or low.endswith(("n't", "n’t")) for low in lows)


def quoted_of_nobody(comparison: Comparison) -> Iterator[tuple[Remark, Attribution | None, Attribution | None]]:
    """Yield the quotes that only one report gives to somebody, with who it is there; None stands for nobody."""
    for remark in comparison.remarks:
        if not within_longer(remark):
            continue
        a, b = spoken_by(comparison.a, remark.a), spoken_by(comparison.b, remark.b)
        if a and not b and _is_anybodys(comparison.b, remark.b, a):
            yield remark, a, None
        elif b and not a and _is_anybodys(comparison.a, remark.a, b):
            yield remark, None, b


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


def _least_likeness(pair: ClaimPair, source: Attribution) -> float:
    """Return how alike the claims must be: less for what is decided, contested or leaked, and where they share many words."""
    if _tells_a_decision(pair):
        return SAME_DECISION
    if _is_contested(pair.a) or _is_contested(pair.b):
        return SAME_CHARGE
    shared = {*terms(pair.a.content)} & {*terms(pair.b.content)}
    if hides(source):
        return SAME_LEAK if len(shared) >= SEVERAL else SAME_NEWS
    plain = shared & {*terms(token for token in (*pair.a.content, *pair.b.content) if not token.text[0].isupper())}
    return SAME_NEWS if len(shared) >= MANY and 2 * len(plain) >= len(shared) else LIKENESS


def _tells_a_decision(pair: ClaimPair) -> bool:
    """Say whether both claims tell what somebody has decided or agreed, which nobody knows until it is told."""
    return any(token.stem in stems("decisions") and pair.b.word(token) for token in pair.a.content)


def _is_contested(telling: Telling) -> bool:
    """Say whether a claim is one of those that somebody must answer for: an accusation, a toll, an account of armed action.

    One death is no toll: "a woman was killed" is on record.
    """
    found = {token.stem for token in telling.content}
    return not found.isdisjoint(stems("accusations") | stems("hostilities")) or (not found.isdisjoint(stems("casualties")) and _counts_several(telling))


def _counts_several(telling: Telling) -> bool:
    counted = any(amount.value > 1 and not amount.unit for amount in within(telling.document.quantities, telling.claim))
    return counted or not _SEVERAL.isdisjoint(telling.claim.text.casefold().split())


_SEVERAL = frozenset({"few", "many", "most", "several", "some"})


def _is_stated(telling: Telling) -> bool:
    """Say whether the report states the claim in a sentence that credits nobody, not even with an accusation, and quotes nobody.

    What is told in the first person is somebody's words, though its marks be lost.
    """
    accused = any(one.source and cue_word(one) in words("accusations") for one in telling.document.credits.get(telling.sentence.id, ()))
    credited = next(reports(telling.document, telling.sentence), None)
    first_person = any(token.text in {"I", "me", "my"} for token in telling.sentence.tokens)
    return not accused and credited is None and telling.claim.outermost is None and not first_person and not touching(telling.document.quotes, telling.sentence)


def _acts(told: Telling, source: Attribution, plain: Telling) -> bool:
    """Say whether the other report has the source in its own claim: who "rejected the budget" there acted, and told nothing."""
    if source.content_kind is ContentKind.PHRASE and source.stance is Stance.DENYING:
        return True  # who "rejected the bid" did so, and told nothing
    if is_pronoun(source):
        if source.speaker is None and source.source_kind is SourceKind.UNNAMED:
            return True  # whoever "it" is
        if plain.claim.text.casefold().split()[0] == credit(source).casefold():
            return True  # "It has said it may cut the rate", "It will cut the rate"
        return bool(same_source(voice(told.document, source), voice_of(plain.document, (plain.sentence,), None)))
    said = credited_words(source)
    if _mostly(said, said & {token.text.casefold() for token in plain.content}):
        return True
    # The "competition authority" that fined somebody is the "watchdog" that ruled so.
    doer = next((token for token in plain.content if token.text.casefold() in words("offices")), None)
    return doer is not None and any(near_in_meaning(word, doer.text) for word in said & words("offices"))


def _speaks_beside(source: Attribution, plain: Telling) -> bool:
    """Say whether the paragraph of the plain claim, or the sentence next to it, credits the same source, in the same words, and so may mean it for both."""
    here, said, sentences = plain.sentence, credited_words(source), plain.document.sentences
    first = min(bisect_left(sentences, here.block, key=_BLOCK), max(0, here.id - 1))
    near = sentences[first : max(bisect_right(sentences, here.block, key=_BLOCK), here.id + 2)]
    return any(_are_one(said, credited_words(one)) for sentence in near for one in reports(plain.document, sentence))


_BLOCK = attrgetter("block")


def _are_one(said: AbstractSet[str], named: AbstractSet[str]) -> bool:
    return _mostly(min(said, named, key=len), said & named)


def _goes_without_saying(comparison: Comparison, pair: ClaimPair, source: Attribution, plain: Telling) -> bool:
    """Say whether a report may tell the claim without its source.

    Either an authority has it on record ("was charged on Friday, police said"), or the report tells in words of its own what nobody contests or kept
    to himself, and credits that source elsewhere.
    """
    if not is_insider(source) and _is_on_record(pair.a) and _is_on_record(pair.b):
        return True
    contested = _is_contested(pair.a) or _is_contested(pair.b) or _tells_a_decision(pair)
    if pair.likeness >= RETOLD or contested:
        return False
    credited = comparison.credited_a if plain is pair.a else comparison.credited_b
    said = credited_words(source)
    return any(_are_one(said, named) for word in said for named in credited.get(word, ()))


def _is_on_record(telling: Telling) -> bool:
    return any(token.stem in stems("on_record") for token in telling.content)


def _mostly(whole: AbstractSet[str], part: AbstractSet[str]) -> bool:
    """Say whether a part has half of the words or more: "Sund" alone of "the Sund Tea Board" names another."""
    return bool(part) and 2 * len(part) >= len(whole)
