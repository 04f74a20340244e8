"""What is told: clauses with what hangs on them, their attribution, negations and hedges."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from crosscheck.annotate.cues import ContentKind, Stance, cue_nouns
from crosscheck.annotate.grammar import DASHES, NOMINAL, Tag, Word, is_finite, is_quote_mark
from crosscheck.annotate.markers import dismisses_people, markers, may_stand
from crosscheck.annotate.sources import SourceKind
from crosscheck.layout import Role
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosscheck.annotate.attributions import Attribution
    from crosscheck.segment import Sentence


@dataclass(frozen=True, slots=True)
class Claim(Span):
    """A clause: `negations` and `hedges` are the words that deny it or make it less than certain.

    `attribution` is the innermost, None where it is stated as fact; `outermost` is the one that reports all of it, with a source:
    in "outlets said that officials believe he fled" the officials' and the outlets'. Beliefs and decisions report nothing, and are never outermost.
    Where what was said goes on in the next sentence ("Police said he fled. He had stolen a car."), its claims have that outermost one alone.
    """

    attribution: Attribution | None
    outermost: Attribution | None
    negations: tuple[Span, ...]
    hedges: tuple[Span, ...]


def claims(sentences: Sequence[Sentence], attributions: Sequence[Attribution], tagged: Mapping[int, tuple[Word, ...]]) -> tuple[Claim, ...]:
    """Return the clauses of the headline and body sentences, in order; together they cover each sentence's words but not its cues and sources.

    A denial both attributes and denies: in "Lee denied that he knew", the claim "that he knew" has Lee's attribution,
    and "denied" among its negations; in "Lee rejected an accusation by Kim
    that he knew", the accusation is Lee's, and denied. So with hedges: in "early results suggest a leak", "suggest" hedges "a leak".
    A cue without a source is a part of its claim: "Two men are believed to have escaped" is one. Left out is what only
    tells when and to whom it was said ("told a committee on Monday").
    A condition ("if", "provided") stays with the clause that hangs on it, as its hedge.
    """
    upcoming = sorted(attributions, key=_start)
    found: list[Claim] = []
    position = 0
    at_hand: list[Attribution] = []
    going_on: Attribution | None = None
    block = -1
    for sentence in sentences:
        if sentence.role not in {Role.HEADLINE, Role.BODY}:
            continue
        while position < len(upcoming) and _start(upcoming[position]) < sentence.end:
            at_hand.append(upcoming[position])
            position += 1
        at_hand = [one for one in at_hand if _end(one) > sentence.start]
        line = tagged[sentence.id]
        if any(_reports(one) or _acted_before(one) for one in at_hand) or sentence.block != block or not _goes_on(line):
            going_on = None
        told = list(_claims(sentence, line, at_hand, going_on))
        found.extend(told)
        block, going_on = sentence.block, next((claim.outermost for claim in reversed(told) if claim.outermost), None)
    return tuple(found)


def _goes_on(line: Sequence[Word]) -> bool:
    """Say whether a sentence may be told by whom the one before it credits: its verb is set back in time, as after "said", and nothing in it is quoted."""
    first = next((at for at, word in enumerate(line) if is_finite(word)), None)
    if first is None or line[first].low not in {"had", "would"} or any(is_quote_mark(word) for word in line):
        return False
    following = next((word for word in line[first + 1 :] if word.tag is not Tag.ADVERB), None)
    perfect = line[first].low == "had" and following is not None and (following.tag is Tag.VERB or following.low == "been")
    return perfect or line[first].low == "would"


def _reports(one: Attribution) -> bool:
    """Say whether it tells what a source said, and not what it feels or means to do."""
    return bool(one.source) and one.content_kind is not ContentKind.ATTITUDE


def _acted_before(one: Attribution) -> bool:
    """Say whether it tells what another, who is named, had done: in "Lee said no. The union had called for a vote." the vote is not Lee's news."""
    return one.source_kind in {SourceKind.NAMED, SourceKind.OFFICE} and one.speaker is not None and one.cue[0].text.casefold().startswith("had ")


def _start(one: Attribution) -> int:
    return min([part[0].start for part in (one.source, one.cue, one.content) if part])


def _end(one: Attribution) -> int:
    return max([part[-1].end for part in (one.source, one.cue, one.content) if part])


def _claims(sentence: Sentence, line: Sequence[Word], attributions: Sequence[Attribution], going_on: Attribution | None) -> Iterator[Claim]:
    reports = [one for one in attributions if _reports(one)]
    attributions = [one for one in attributions if not _is_aside_noun(one, attributions)]
    owners = _owners(line, attributions)
    credited = _MASKED in owners
    start = 0
    for end in range(1, len(line) + 1):
        if end < len(line) and owners[end] == owners[start]:
            continue
        owner = owners[start]
        if owner != _MASKED:
            attribution = attributions[owner] if owner >= 0 else None
            for low, high in _clauses(line, start, end):
                if owner >= 0 or not credited or any(is_finite(word) for word in line[low:high]):
                    yield _claim(sentence, line[low:high], attribution, reports, going_on)
        start = end


# In place of an owner's number: a word of a cue or a source, and a word that nobody is credited with.
_MASKED, _NOBODY = -2, -1


def _owners(line: Sequence[Word], attributions: Sequence[Attribution]) -> list[int]:
    """Return for each word the number of the innermost attribution whose content holds it.

    A noun phrase that was said owns its cue and source as well: "Police confirmed two deaths" is one claim, with police
    as its source. What somebody does or feels ("praised", "vowed to") is no statement and owns nothing.
    """
    owners = [_NOBODY] * len(line)
    if not attributions:
        return owners
    starts, ends = [word.start for word in line], [word.end for word in line]

    def inside(span: Span) -> range:
        return range(bisect_left(starts, span.start), bisect_right(ends, span.end))

    contents = [(span, number) for number, one in enumerate(attributions) for span in _owned(one)]
    for span, number in sorted(contents, key=lambda pair: pair[0].start - pair[0].end):
        for index in inside(span):
            owners[index] = number
    for one in attributions:
        for span in (*one.source, *one.cue) if _stands_outside(one) else ():
            if span in one.source and any(is_finite(word) for word in line[inside(span).stop : inside(one.cue[0]).start]):
                continue  # "Lee voted against the plan, saying": a source that is the subject of its own clause stays there
            for index in inside(span):
                if line[index].tag is Tag.WH and index and line[index - 1].low == ",":
                    break
                owners[index] = _MASKED
    return owners


def _is_aside_noun(one: Attribution, others: Sequence[Attribution]) -> bool:
    """Say whether a noun with its clause is better read as part of what is around it: "raised concern that", and "rejected an accusation that"."""
    if not all(span.text.lower() in cue_nouns() for span in one.cue):
        return False
    return not one.source or any(other.stance is Stance.DENYING and span.covers(one.cue[0]) for other in others for span in other.content)


def _owned(one: Attribution) -> tuple[Span, ...]:
    """Return what an attribution owns: its content, or all from its first word to its last."""
    if one.content_kind is ContentKind.ATTITUDE and one.stance is not Stance.DENYING:
        return ()
    parts = sorted((span for part in (one.source, one.cue, one.content) for span in part), key=lambda span: span.start)
    return one.content if _stands_outside(one) else (Span(parts[0].start, parts[-1].end, ""),)


def _stands_outside(one: Attribution) -> bool:
    """Say whether cue and source stand outside the claim: not in "Police confirmed two deaths", nor in "Two men are believed to have escaped"."""
    denied = one.stance is Stance.DENYING and one.content[0].start > one.cue[0].start
    return bool(one.source) and (one.content_kind is ContentKind.CLAUSE or denied)


def _clauses(line: Sequence[Word], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a stretch without its outer marks; a piece without a verb stays with its neighbour."""
    while start < end and line[start].tag is Tag.MARK and line[start].low not in _MONEY:
        start += 1
    while end > start and line[end - 1].tag in {Tag.MARK, Tag.CONJUNCTION, Tag.SUBORDINATOR} and line[end - 1].low not in {"%", "that"}:
        end -= 1
    low = start
    verbs = [at for at in range(start, end) if is_finite(line[at])]
    for at in range(verbs[0] + 1, verbs[-1] + 1) if verbs else ():
        if _is_border(line, at) and bisect_left(verbs, low) < bisect_left(verbs, at):
            yield low, _without_marks(line, low, at)
            low = at
    if low < end and any(word.tag is Tag.NOUN or is_finite(word) for word in line[low:end]):
        yield low, end


_MONEY = frozenset("$£€¥")


def _without_marks(line: Sequence[Word], low: int, high: int) -> int:
    while high > low and line[high - 1].tag is Tag.MARK:
        high -= 1
    return high


def _is_border(line: Sequence[Word], at: int) -> bool:
    """Say whether a clause may begin at a word: after a semicolon or dash, at ", which", at "and" with a verb or a new subject, at "while"."""
    word, before = line[at], line[at - 1]
    if before.tag is not Tag.MARK and word.tag is not Tag.CONJUNCTION and word.low not in _OPENING:
        return False
    if before.low == ";" or (before.low in DASHES and before.tag is Tag.MARK):
        return True
    if word.low in _SUBORDINATING:
        return word.low not in _PREPOSED or _leads_a_clause(line, at)
    if before.low == ",":
        return word.tag is Tag.WH or word.tag is Tag.CONJUNCTION or word.low == "as"
    if word.tag is Tag.CONJUNCTION and word.low != "yet" and at + 1 < len(line):  # "have not yet named": without a comma it is an adverb
        return is_finite(line[at + 1]) or line[at + 1].tag is Tag.PRONOUN or (word.low == "but" and line[at + 1].tag in NOMINAL)
    return word.low == "that" and word.tag is Tag.SUBORDINATOR and before.tag is Tag.VERB


# Not the conditional ones: a condition stays with what hangs on it.
_SUBORDINATING = frozenset({"after", "although", "because", "before", "though", "until", "when", "whereas", "while"})


_OPENING = _SUBORDINATING | {"that"}

# These lead in a phrase as well: "before dawn", "after the vote".
_PREPOSED = frozenset({"after", "before", "until"})


def _leads_a_clause(line: Sequence[Word], at: int) -> bool:
    """Say whether a verb follows before anything ends the phrase: "after [the gate was shut]", not "before [dawn] and attacked"."""
    for word in line[at + 1 :]:
        if word.tag in {Tag.MARK, Tag.CONJUNCTION}:
            return False
        if is_finite(word) or word.tag is Tag.ING:
            return True
    return False


def _claim(sentence: Sentence, clause: Sequence[Word], attribution: Attribution | None, reports: Sequence[Attribution], going_on: Attribution | None) -> Claim:
    start, end = clause[0].start, clause[-1].end
    negations = markers(_without_condition(clause), "negations") if may_stand(sentence.lows, "negations") else []
    hedges = markers(clause, "hedges") if may_stand(sentence.lows, "hedges") else []
    if attribution is not None and _stands_outside(attribution):
        if attribution.stance is Stance.DENYING and _denies(attribution.cue, clause):
            negations = [*attribution.cue, *negations]
        study = attribution.source if attribution.source_kind is SourceKind.DOCUMENT else ()
        hedges = [*markers(_words(study), "hedges"), *markers(_words(attribution.cue), "hedges"), *hedges]
    text = sentence.text[start - sentence.start : end - sentence.start]
    reporting = [one for one in reports if any(span.start < end and start < span.end for span in one.content)]
    outermost = max(reporting, key=attrgetter("extent")) if reporting else going_on
    return Claim(start, end, text, attribution, outermost, tuple(negations), tuple(hedges))


def _denies(cue: Sequence[Span], clause: Sequence[Word]) -> bool:
    """Say whether a cue of denying denies a clause: not "did not deny", nor "dismissed two hundred welders"."""
    told = _words(cue)
    reversed_ = any(word.text.lower() in _REVERSING or word.text.lower().endswith("n't") for word in told)
    return not (reversed_ or _is_granted(clause[0]) or _is_sacking(told, clause))


def _is_granted(first: Word) -> bool:
    """Say whether a clause only tells of when or whom, which a denial leaves standing: "denied that he slept [when the ship sank]"."""
    return first.low in _SUBORDINATING or (first.tag is Tag.WH and first.low in {"which", "who", "whose"})


def _is_sacking(cue: Sequence[Span], clause: Sequence[Word]) -> bool:
    """Say whether people are dismissed, which denies nothing: "dismissed two hundred welders", "dismissed the captain"."""
    return any(word.text.lower().startswith("dismiss") for word in cue) and dismisses_people([word.low for word in clause])


def _without_condition(clause: Sequence[Word]) -> Sequence[Word]:
    """Return the part of a clause that does not hang on "if" or "provided": "agreed to meet [if it does not rain]" denies nothing."""
    at = next((index for index, word in enumerate(clause) if word.low in _CONDITIONAL), None)
    if at is None:
        return clause
    end = next((index for index in range(at, len(clause)) if clause[index].low == ","), len(clause))
    return [*clause[:at], *clause[end:]]


_CONDITIONAL = frozenset({"if", "provided", "providing", "unless"})

# "Did not deny" is no denial.
_REVERSING = frozenset({"never", "no", "not"})


def _words(spans: Iterable[Span]) -> list[Span]:
    return [Span(span.start + match.start(), span.start + match.end(), match[0]) for span in spans for match in _WORD.finditer(span.text)]


_WORD = re.compile(r"[\w'’-]+")
