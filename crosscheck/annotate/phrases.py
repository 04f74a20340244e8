"""Noun phrases as sources: the subject of a verb, what follows "said" or "according to", and where they end."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from crosscheck.annotate.grammar import DASHES, NOMINAL, Tag, Word, is_finite, is_quote_mark
from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    Range = tuple[int, int]

_LINKS = frozenset({"of", "by", "for", "from", "at", "in", "with", "on", "near", "against", "behind", "inside", "within", "between", "to", "about"})
_BREAKS = frozenset({",", "(", ")"}) | DASHES


def verb_group(line: Sequence[Word], at: int) -> int:
    """Return where the verb group that ends with the verb `at` begins: "has", in "has also said"."""
    start = at
    while start and line[start - 1].tag in _IN_VERB_GROUP:
        start -= 1
    while start < at and line[start].tag is Tag.ADVERB:
        start += 1
    return start


_IN_VERB_GROUP = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.TO})


def phrase_before(line: Sequence[Word], end: int, low: int = 0) -> Range | None:
    """Return the noun phrase that ends at `end` (exclusive), None where there is none."""
    at = end - 1
    if at >= low and line[at].tag in {Tag.PRONOUN, Tag.WH}:
        return at, end
    start = end
    while at >= low:
        word = line[at]
        if word.tag in NOMINAL and word.quote == line[end - 1].quote:
            start = at
            at -= 1
            if word.tag is Tag.DETERMINER and at >= low and line[at].tag is Tag.NOUN:
                break
        elif at > low and start < end and _joins(line, at, low):
            at -= 1
        else:
            break
    if _is_modifier(line, start - 1, low) and start < end:
        start -= 1
    days = table("word_classes")["weekday"]
    while start < end - 1 and line[start].low in days:
        start += 1
    while end - 1 > start and (line[end - 1].low in days or line[end - 1].tag is Tag.PREPOSITION):
        end -= 1
    return (start, end) if any(word.tag is Tag.NOUN or word.tag is Tag.DETERMINER for word in line[start:end]) else None


def _is_modifier(line: Sequence[Word], at: int, low: int) -> bool:
    """Say whether a participle that opens a clause belongs to a role: "[housing] director Ann Lee said"; not "including director Ann Lee"."""
    opens = at == low or (at > low and line[at - 1].tag is Tag.MARK)
    return opens and line[at].tag is Tag.ING and line[at].low not in _LEADING and line[at + 1].low in words("roles")


_LEADING = frozenset({"according", "concerning", "excluding", "following", "including", "regarding"})


def _joins(line: Sequence[Word], at: int, low: int) -> bool:
    """Say whether the word at `at` ties the phrase after it to one before: "of", "and", "briefed" in "people briefed on the plan"."""
    word, left, right = line[at], line[at - 1], line[at + 1]
    if word.low == "'" or word.tag is Tag.POSSESSIVE:
        return True
    if word.tag in {Tag.VERB, Tag.ING} and left.tag is Tag.NOUN:
        return word.lemma in _DESCRIBING or (right.tag is Tag.PREPOSITION and names_people(left.low))
    if word.tag is Tag.PREPOSITION and left.tag in {Tag.VERB, Tag.ING}:
        return at - 1 > low and (left.lemma in _DESCRIBING or names_people(line[at - 2].low))
    if word.tag is Tag.PREPOSITION:
        return word.low in _LINKS and (left.tag is Tag.NOUN or (left.tag is Tag.DETERMINER and (word.low == "of" or left.low == "those")))
    return word.low in {"and", "&"} and left.tag is Tag.NOUN and right.tag in NOMINAL


# Participles that stand between a source and what tells more of it: "a report dated April 30", "officials briefed on the raid".
_DESCRIBING = frozenset(
    {
        "brief",
        "call",
        "conduct",
        "contact",
        "date",
        "file",
        "interview",
        "issue",
        "obtain",
        "post",
        "publish",
        "release",
        "sign",
        "survey",
        "title",
        "commission",
    }
)


def names_people(low: str) -> bool:
    """Say whether a noun, singular or plural, is one for people who speak unnamed: "officials"."""
    listed = words("unnamed_sources")
    return low in listed or (low.endswith("s") and low[:-1] in listed) or (low.endswith("men") and low[:-2] + "an" in listed)


def subject(line: Sequence[Word], group: int, low: int = 0) -> Range | None:
    """Return the subject that stands before a verb group, with its appositions: "Ann Lee, the mayor," before "said"."""
    while group > low and line[group - 1].tag is Tag.ADVERB:
        group -= 1
    if group <= low:
        return None
    if line[group - 1].low in _BREAKS:
        return _with_apposition(line, group - 1, low)
    phrase = phrase_before(line, group, low)
    if phrase is None:
        return _with_relative(line, group, low)
    verb = phrase[0] - 1
    verb -= verb > low and line[verb].tag is Tag.PREPOSITION
    while verb > low and line[verb].tag in {Tag.VERB, Tag.AUXILIARY, Tag.ADVERB}:
        verb -= 1
    # In "a doctor who examined them said" it is the doctor, in "a request to see the files was" the request.
    relative = low < verb < phrase[0] - 1 and line[verb].low in {"who", "that", "which"}
    aim = low < verb - 1 and line[verb].tag is Tag.INFINITIVE and line[verb - 1].tag is Tag.TO
    if (relative or aim) and line[verb - 1 - aim].tag is Tag.NOUN:
        whole = phrase_before(line, verb - aim, low)
        return (whole[0], phrase[1]) if whole else None
    if line[phrase[0]].low in {"him", "me", "them", "us", "her"} and phrase[1] - phrase[0] == 1:
        return None
    return _with_participle(line, phrase, low)


def _with_participle(line: Sequence[Word], phrase: Range, low: int) -> Range:
    """Return a subject with the document or the people before its participle: "[A letter read out to the court] said", not "the court"."""
    if phrase[0] <= low or line[phrase[0] - 1].tag is not Tag.PREPOSITION:
        return phrase
    start = phrase[0] - 1
    while start > low and line[start - 1].tag in _IN_SUBJECT:
        start -= 1
    verbs = [at for at in range(start, phrase[0]) if line[at].tag is Tag.VERB]
    if len(verbs) != 1 or (start > low and line[start - 1].tag not in {Tag.MARK, Tag.CONJUNCTION, Tag.SUBORDINATOR}):
        return phrase
    head = line[verbs[0] - 1].low if verbs[0] > start else ""
    if line[verbs[0] + 1].tag in NOMINAL or not (names_people(head) or head in words("documents")):
        return phrase
    return start, phrase[1]


_IN_SUBJECT = NOMINAL | {Tag.ADVERB, Tag.PREPOSITION, Tag.VERB}


def _with_relative(line: Sequence[Word], end: int, low: int) -> Range | None:
    """Return the people before a relative clause that ends in a verb: "[two officials who asked not to be named] said"."""
    end -= line[end - 1].low == ","
    for at in range(end - 2, max(end - _LONGEST_RELATIVE, low), -1):
        if line[at].tag is Tag.MARK:
            return None
        if line[at].low == "who":
            people = phrase_before(line, at, low) if is_finite(line[at + 1]) or line[at + 1].tag is Tag.ADVERB else None
            if people is None:
                return None
            named = _with_apposition(line, people[0] - 1, low) if people[0] > low and line[people[0] - 1].low == "," else None
            return (named or people)[0], end
    return None


_LONGEST_RELATIVE = 12


def _with_apposition(line: Sequence[Word], end: int, low: int) -> Range | None:  # noqa: C901  (one walk, its stops in order)
    """Walk back over the verbless or relative segments before a comma: [Donna Reed], [39], [who runs a bakery] said."""
    while end > low + 1 and line[end - 1].tag is Tag.ADVERB and line[end - 2].low in _BREAKS:
        end -= 2
        if line[end - 1].low not in _BREAKS:
            return phrase_before(line, end, low)
    first, stop = None, end
    while stop > low:
        start = stop
        while start > low and not _breaks(line[start - 1]) and not is_quote_mark(line[start - 1]) and line[start - 1].low not in {";", ":"}:
            start -= 1
        if start == stop:
            break
        if not _apposes(line[start:stop]):
            break
        if start + 1 < stop and line[start].tag is Tag.CONJUNCTION and line[start + 1].tag is Tag.WH and start > low and line[start - 1].low == ",":
            stop = start - 1  # "a doctor who treated him, [and who asked not to be named]"
            continue
        if start + 1 < stop and (line[start].tag is Tag.CONJUNCTION or (line[start].low in CONTRASTING and line[start + 1].tag in NOMINAL)):
            first = start + 1
            break
        if line[start].tag not in {Tag.PREPOSITION, Tag.ADVERB, Tag.SUBORDINATOR, Tag.WH, Tag.ING, Tag.VERB, Tag.CONJUNCTION}:
            first = start
        if start <= low or line[start - 1].low not in _BREAKS:
            break
        stop = start - 1
    if first is None or first == end:
        return None
    return first, end


def _breaks(word: Word) -> bool:
    """Say whether a mark sets an apposition off; the hyphen of "whose 10-month-old son took part" is no mark, but a part of its compound."""
    return word.low in _BREAKS and word.tag is Tag.MARK


# Words that lead in a clause of its own before its subject: "[while] Ann Lee, the mayor, said it was shut".
CONTRASTING = frozenset({"although", "because", "though", "whereas", "while"})


def _apposes(segment: Sequence[Word]) -> bool:
    """Say whether a segment has no verb of its own: "39", "who runs a bakery", "granted anonymity", "a teacher [who had come with her boys]"."""
    if segment[0].tag in {Tag.WH, Tag.ING} or segment[0].low in _INTRODUCED:
        return True
    own = takewhile(lambda pair: not _opens_relative(*pair), pairwise(segment))
    return not any(is_finite(word) and not (word.lemma in _DESCRIBING and names_people(before.low)) for before, word in own)


def _opens_relative(before: Word, word: Word) -> bool:
    """Say whether a word opens a clause on the noun before it: "a teacher [who] had come", "the utility [that] runs the plant"."""
    return word.low in {"who", "whose"} or (word.low in {"that", "which"} and before.tag is Tag.NOUN)


_INTRODUCED = frozenset({"asked", "contacted", "given", "granted", "identified", "interviewed", "promised", "quoted", "reached", "whose"})
"""What begins the words on how a source came to speak: "granted anonymity because they feared for their jobs", "reached by telephone"."""


def tells_which(line: Sequence[Word], start: int, end: int) -> bool:
    """Say whether the participle that opens a clause belongs to its subject: "Planned pay rises could add a point", not "Asked about it"."""
    opening = line[start]
    if opening.tag is not Tag.VERB or opening.lemma in table("cue_verbs") or start + 1 >= end or line[start + 1].tag is not Tag.NOUN:
        return False
    return any(is_finite(word) for word in takewhile(lambda word: word.low != ",", line[start + 1 : end]))


def phrase_after(line: Sequence[Word], start: int) -> Range | None:
    """Return the noun phrase that begins at `start`, with its appositions: "Ann Lee, the mayor", after "said"."""
    end = _bare_after(line, start)
    if end is None:
        return None
    while end < len(line) - 1 and line[end].low == ",":
        after = end + 1
        if line[after].tag is Tag.WH and line[after].low in {"who", "whose", "which"}:
            close = next((index for index in range(after, len(line)) if line[index].low in {",", ".", ";"} or is_quote_mark(line[index])), len(line))
            end = close
            continue
        if line[after].tag not in NOMINAL or line[after].low in table("word_classes")["weekday"]:
            break
        inner = _bare_after(line, after)
        if inner is None or inner >= len(line) or line[inner].low not in {",", ".", ";", ")"} | DASHES:
            break
        end = inner
    return start, end


def _bare_after(line: Sequence[Word], start: int) -> int | None:
    if start < len(line) and line[start].tag in {Tag.PRONOUN, Tag.WH}:
        return start + 1
    at = start
    while at < len(line):
        word = line[at]
        if word.tag in NOMINAL and not _is_when(line, at):
            if word.tag is Tag.DETERMINER and at > start and line[at - 1].tag is Tag.NOUN:
                break
            at += 1
        elif at > start and at + 1 < len(line) and line[at + 1].tag in NOMINAL and _extends(line, start, at):
            at += 1
        elif at > start and word.low == "who":
            return next((index for index in range(at, len(line)) if line[index].low in {",", ".", ";", ":"} or is_quote_mark(line[index])), len(line))
        else:
            break
    return at if any(word.tag is Tag.NOUN or word.low in {"both", "many", "some", "most"} for word in line[start:at]) else None


def _is_when(line: Sequence[Word], at: int) -> bool:
    """Say whether a day tells when, and not whose: "said on [Thursday]", not "[Thursday's] walkout"."""
    owns = at + 1 < len(line) and line[at + 1].tag is Tag.POSSESSIVE
    return line[at].low in table("word_classes")["weekday"] and not owns


def _extends(line: Sequence[Word], start: int, at: int) -> bool:
    """Say whether a preposition goes on with the phrase; "said Lee in Paris" and "said an official on Monday" tell where and when, not who."""
    low, following = line[at].low, line[at + 1]
    if low in {"and", "&", "of", "for", "by"}:
        return True
    settings = {"statement", "interview", "speech", "tweet", "letter", "email", "post"}
    ends = {word.low for word in line[at + 1 : at + 4]}
    name = line[at - 1].text[:1].isupper() and line[start].tag is not Tag.DETERMINER
    if low == "to" and line[at - 1].low == "close":
        return True
    return low in {"at", "with", "from", "in"} and not name and not ends & settings and following.low not in table("word_classes")["weekday"]


def clause_subject(line: Sequence[Word], at: int, low: int = 0) -> Range | None:
    """Return the subject of the first finite verb between `low` and `at`: that of a participle ("..., saying") or of a second verb ("but has denied")."""
    start = low
    if line[low].tag in {Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.ING, Tag.WH}:
        start = next((index + 1 for index in range(low, at) if line[index].low == ","), low)
    for index in range(start, at):
        word = line[index]
        if is_finite(word) and word.quote == line[at].quote and not (index and line[index - 1].tag is Tag.TO):
            first = subject(line, verb_group(line, index), start)
            return _with_relative(line, at, low) or first if first and line[first[0]].low == "who" else first
    return None
