"""How settled a sentence says that something is: what may be, is expected, is planned, will be, is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from crosscheck.annotate.grammar import FINITE, NOMINAL, Form, Tag, is_quote_mark, tagged, verb_forms
from crosscheck.annotate.phrases import tells_which
from crosscheck.annotate.plurals import is_plural
from crosscheck.layout import Role
from crosscheck.lexicon import table, words
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosscheck.annotate.grammar import Word
    from crosscheck.segment import Sentence, Token


class Grade(IntEnum):
    """How far a thing is from being so, after the certain, probable and possible of FactBank (Saurí and Pustejovsky 2009), with what people mean to do.

    Two grades that are neighbours are told for each other ("is expected to" and "plans to", "will" and "has").
    """

    OPEN = 1
    """It may be; somebody considers it or tries it."""
    EXPECTED = 2
    """It is likely, believed, alleged, or wished for: who asks for it, or wants it, as good as plans it."""
    PLANNED = 3
    """Somebody means to do it."""
    SETTLED = 4
    """It will be; somebody has decided on it."""
    DONE = 5
    """It is, or was."""


@dataclass(frozen=True, slots=True)
class Predication(Span):
    """A verb, or the noun that a verb of intent governs, with what grades it: "may close", "weighs an appeal", "asked the court to declare".

    `head` is what it is about, `since` where the words begin that grade all of its clause: the "believe" of "police believe he fled".
    """

    head: Token
    grade: Grade
    since: int


def predications(sentence: Sentence, line: Sequence[Word] = ()) -> tuple[Predication, ...]:
    """Return what a sentence says to be so, or to be expected, in order, but not what it neither states nor expects ("should", "can").

    `line` are its words where they are tagged already; in a headline, whose capitals mean nothing here, they are tagged anew.
    """
    line = tagged(sentence.tokens, title_case=True) if sentence.role is Role.HEADLINE else line or tagged(sentence.tokens)
    found: dict[int, Predication] = {}
    at = 0
    while at < len(line):
        head, tag = at, line[at].tag
        aside = tag is Tag.VERB and (_is_absolute(line, at) or _is_doubted(line, at))
        if aside or (at == 0 and tells_which(line, 0, len(line))):
            said: Iterable[tuple[int, Grade | None]] = ()
            first = since = at
        elif tag is Tag.AUXILIARY or tag is Tag.VERB:
            head, first = _head(line, at), _before_adverbs(line, at)
            grade, (ceiling, since) = _grade(line, first, at, head), _ceiling(line, first)
            said = _governed(line, head, None if grade is None or ceiling is None else min(grade, ceiling))
        else:
            first, since = at, at
            said = _by_noun(line, at, is_headline=sentence.role is Role.HEADLINE) if tag is Tag.NOUN else ()
        for place, grade in said:
            if grade is not None and place not in found:
                start, end = min(line[first].start, line[place].start), line[place].end
                text = sentence.text[start - sentence.start : end - sentence.start]
                found[place] = Predication(start, end, text, sentence.tokens[place], grade, min(start, line[since].start))
        at = head + 1
    return tuple(found.values())


def _is_absolute(line: Sequence[Word], at: int) -> bool:
    """Say whether a participle has its time and its doubt from the clause it hangs on: "it would take a year, with lanes [closed]"."""
    start = at
    while start and line[start - 1].tag in NOMINAL:
        start -= 1
    return 1 < start < at and line[start - 1].low in {"with", "without"} and line[start - 2].tag is Tag.MARK


def doubted_nouns(sentence: Sentence) -> tuple[Predication, ...]:
    """Return the nouns that an adjective makes less than certain, from the adjective on: "a suspected bomb", "preliminary results"."""
    doubtful = table("prospects")["doubtful"]
    if sentence.lows.isdisjoint(doubtful):
        return ()
    line = tagged(sentence.tokens)
    found = []
    for at, word in enumerate(line):
        if word.low not in doubtful or (word.tag is Tag.VERB and at and line[at - 1].tag is not Tag.MARK):
            continue
        end = at + 1
        while end < len(line) and line[end].text.islower() and (line[end].tag is Tag.NOUN or (end == at + 1 and _modifies(line, end))):
            end += 1
        if end > at + 1:
            text = sentence.text[word.start - sentence.start : line[end - 1].end - sentence.start]
            found.append(Predication(word.start, line[end - 1].end, text, sentence.tokens[end - 1], Grade.EXPECTED, word.start))
    return tuple(found)


def _is_doubted(line: Sequence[Word], at: int) -> bool:
    """Say whether a participle is part of what an adjective before it doubts: "a suspected [torn] hamstring"."""
    return at > 0 and line[at - 1].low in table("prospects")["doubtful"] and _modifies(line, at)


def _modifies(line: Sequence[Word], at: int) -> bool:
    """Say whether a participle stands before the noun it belongs to: "a suspected [broken] ankle"."""
    return line[at].tag is Tag.VERB and at + 1 < len(line) and line[at + 1].tag is Tag.NOUN and line[at + 1].text.islower()


def reach_of(head: Token) -> Grade:
    """Return how far a verb brings what it governs: "hopes" and "wants" less than all the way."""
    lemma, _ = verb_forms().get(head.text.lower(), ("", None))
    return _prospects().get(lemma, Grade.DONE)


def is_light(head: Token) -> bool:
    """Say whether a verb tells little without what it is done to: "took over" and "took part" are two deeds."""
    return verb_forms().get(head.text.lower(), ("", None))[0] in _LIGHT


_LIGHT = frozenset({"bring", "do", "get", "give", "have", "hold", "keep", "make", "put", "run", "set", "take", "turn"})


def is_past(head: Token) -> bool:
    """Say whether a verb is in its past form or a participle of it: "agreed", "has agreed"."""
    return verb_forms().get(head.text.lower(), ("", None))[1] is Form.PAST


def _before_adverbs(line: Sequence[Word], at: int) -> int:
    """Return where the adverbs before a verb begin: "[reportedly] fled"; not the end of another verb, as in "had been tied [down]"."""
    while at and line[at - 1].tag is Tag.ADVERB and line[at - 1].low not in _PARTICLES:
        at -= 1
    return at


_PARTICLES = frozenset({"down", "off", "out", "over", "up"})


def _head(line: Sequence[Word], at: int) -> int:
    """Return the last verb of the group that begins at a place: "may already have been [sold]"."""
    head = at
    for index in range(at + 1, len(line)):
        word = line[index]
        aside = word.tag is Tag.ADVERB or (word.low == "likely" and line[head].low in _MODALS)
        modal = line[head].low in _MODALS and word.tag is Tag.NOUN and word.text.islower()  # a verb that is not listed
        if line[head].tag is not Tag.AUXILIARY or not (aside or modal or word.tag in {Tag.AUXILIARY, Tag.VERB, Tag.ING}):
            break
        if not aside:
            head = index
    return head


def _grade(line: Sequence[Word], first: int, at: int, head: int) -> Grade | None:
    """Return the grade of a verb by its modal and adverbs, None where it is not told how settled it is."""
    group = line[first : head + 1]
    lows = [word.low for word in group]
    if line[at].low in _ASIDE or (line[at].low == "could" and _ABLE & {*lows, line[head].lemma}):
        return None
    modal = next((_MODALS[low] for low in lows if low in _MODALS), Grade.DONE)
    doubted = any(word.low in words("hedges") for word in group if word.tag is Tag.ADVERB or word.low == "likely")
    return min(modal, Grade.EXPECTED) if doubted or _is_doubted_after(line, head) else modal


def _is_doubted_after(line: Sequence[Word], head: int) -> bool:
    """Say whether what follows a verb makes it less than certain: "agreed [provisionally]", "accepts [in principle]"."""
    after = [word for word in line[head + 1 : head + 4] if not is_quote_mark(word)][:2]  # 'accepts "in principle"'
    if " ".join(word.low for word in after) in _RESERVED:
        return True
    hedged = bool(after) and after[0].tag is Tag.ADVERB and after[0].low in words("hedges")
    return hedged and not (len(after) > 1 and after[1].tag in FINITE)


_RESERVED = frozenset({"in principle", "in theory"})


_ASIDE = frozenset({"can", "cannot", "can't", "could've", "couldn't", "be", "been", "being", "must", "mustn't", "ought", "should", "shouldn't", "wouldn't"})
_ABLE = frozenset({"barely", "feel", "hardly", "hear", "not", "only", "see", "smell"})
_MODALS = {
    **dict.fromkeys(("could", "may", "might", "mightn't"), Grade.OPEN),
    **dict.fromkeys(("will", "shall", "won't", "would", "'ll", "he'll", "i'll", "it'll", "she'll", "they'll", "we'll", "you'll"), Grade.SETTLED),
}


def _ceiling(line: Sequence[Word], first: int) -> tuple[Grade | None, int]:
    """Return how far at most the words before a clause bring its verb, and where they begin: "[unclear whether] he fled", "[believe] he fled"."""
    for at in range(first - 1, max(0, first - _NEAR - 1), -1):
        if line[at].low == "whether" or (line[at].low == "if" and line[at - 1].low in _ASKING):
            return _ceiling_of_question(line, at), at
        hedge = at - (line[at].low == "that")
        if line[at].tag in FINITE or hedge < at:
            aside = hedge and (line[hedge - 1].low in {"i", "we"} or (hedge == at and line[hedge - 1].tag is Tag.AUXILIARY))
            return (Grade.EXPECTED, hedge) if line[hedge].low in words("hedges") and not aside else (Grade.DONE, first)
        if line[at].tag in {Tag.CONJUNCTION, Tag.MARK, Tag.WH}:
            break
    return Grade.DONE, first


def _ceiling_of_question(line: Sequence[Word], at: int) -> Grade | None:
    """Return how far what "whether" opens can go: what somebody is asked goes as far as the answer, whose yes or no is not read: "I believe so"."""
    if all(word.low not in {"ask", "asked", "asks", "asking"} for word in line[:at]):
        return Grade.OPEN
    return Grade.EXPECTED if any(word.low in words("hedges") for word in line[at + 1 :]) else None


_ASKING = frozenset({"ask", "asked", "asks", "clear", "determine", "know", "known", "say", "see", "sure", "unclear", "uncertain", "wonder", "wondered"})
"""After these "if" is "whether", and no condition: "it is not clear if he fled"."""


def _by_noun(line: Sequence[Word], at: int, *, is_headline: bool) -> Sequence[tuple[int, Grade | None]]:
    """Return what a noun governs, "a plan to [sell]", and what a headline says is to be: "Lagos to [ban] lorries"."""
    limit = _limit(line[at].low)
    step = _infinitive(line, at + 1, limit) or _gerund(line, at + 1, limit) if limit else None
    if step is None and is_headline and not _has_verb(line[:at]):
        step = _infinitive(line, at + 1, Grade.PLANNED)
    return (step,) if step else ()


@cache
def _limit(noun: str) -> Grade | None:
    """Return how far at most a noun, or what it is the plural of, brings what it governs."""
    return _prospects().get(noun) or _prospects().get(noun.removesuffix("s"))


def _has_verb(line: Sequence[Word]) -> bool:
    """Say whether a headline has told what is done before a place; what stands behind a plural may be a verb: "Police [storm] bank to end siege"."""
    plural = ((word, before.low == "police" or is_plural(before.low)) for before, word in pairwise(line))
    return any(word.tag in FINITE for word in line) or any(word.lemma and behind for word, behind in plural)


def _governed(line: Sequence[Word], head: int, grade: Grade | None) -> Iterator[tuple[int, Grade | None]]:
    """Yield a verb with its grade, and what it governs with the lesser of the two: "[hopes]", "hopes to [win]"."""
    while True:
        step = _step(line, head) if grade is not None else None
        if step is None or line[head].tag is not Tag.AUXILIARY:
            yield head, grade
        if step is None or grade is None:
            return
        head, limit = step
        grade = min(grade, limit)


def _step(line: Sequence[Word], head: int) -> tuple[int, Grade] | None:
    """Return where the verb or noun stands that a verb governs, and how far at most it brings it; None where it governs nothing so."""
    word = line[head]
    after = _past_adverbs(line, head + 1)
    if word.tag is Tag.AUXILIARY:  # "is to open", "is due to open", "is likely to open"
        if word.low not in table("word_classes")["be"]:
            return None
        limit = _prospects().get(line[after].low) if after < len(line) else None
        return _infinitive(line, _past_adverbs(line, after + 1), limit) if limit else _infinitive(line, after, Grade.SETTLED)
    if after < len(line) and line[after].low == "whether":
        return _infinitive(line, after + 1, Grade.OPEN)
    pair = f"{word.lemma} {line[after].low}" if after < len(line) else ""
    limit = _prospects().get(pair) or _prospects().get(word.lemma)
    if limit is None:
        return None
    at = after + (pair in _prospects() or (limit is Grade.OPEN and pair.endswith(" for")))
    step = _infinitive(line, at, limit) or _gerund(line, at, limit) or _thing(line, at, limit)
    wished = not {pair, word.lemma}.isdisjoint(table("prospects")["wished"])
    return (step[0], Grade.EXPECTED) if step and wished else step


def _infinitive(line: Sequence[Word], at: int, limit: Grade) -> tuple[int, Grade] | None:
    """Return the last verb of the infinitive at a place, None where there is none: "to have been [massed]"."""
    if at + 1 >= len(line) or line[at].low != "to" or not line[at + 1].text.islower() or line[at + 1].tag in _NO_VERB:
        return None
    if line[at].tag is not Tag.TO and line[at + 1].low.endswith("s") and not line[at + 1].low.endswith("ss"):
        return None  # "considers a halt to [operations]"
    end = at + 1 if line[at].tag is Tag.TO else at + 2  # what follows "plans to" is a verb, listed or not
    while end < len(line) and (line[end].tag in {Tag.INFINITIVE, Tag.ADVERB, Tag.AUXILIARY} or _is_participle(line, end)):
        end += 1
    verbs = [index for index in range(at + 1, end) if line[index].tag is not Tag.ADVERB]
    return (verbs[-1], limit) if verbs else None


def _is_participle(line: Sequence[Word], at: int) -> bool:
    """Say whether a word is a verb after "be" or "have", listed or not: "to have [copied]", "to have [come]"."""
    if line[at - 1].low not in {"be", "been", "have"} or line[at].tag not in {Tag.NOUN, Tag.VERB}:
        return False
    return line[at].low.endswith("ed") or (line[at - 1].low == "have" and bool(line[at].lemma))


_NO_VERB = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.POSSESSIVE, Tag.WH, Tag.MARK})


def _gerund(line: Sequence[Word], at: int, limit: Grade) -> tuple[int, Grade] | None:
    """Return the gerund at a place: "considers [suing]", "suspected of [stealing]"."""
    if at + 1 >= len(line):
        return None
    if line[at].low == "of" and line[at + 1].tag is Tag.ING:
        return at + 1, limit
    return (at, limit) if line[at].tag is Tag.ING and limit in _GOVERNING else None


_GOVERNING = frozenset({Grade.OPEN, Grade.PLANNED, Grade.DONE})


def _thing(line: Sequence[Word], at: int, limit: Grade) -> tuple[int, Grade] | None:
    """Return the noun that a verb governs, "weighs an [appeal]", or the verb for which it names somebody: "asked the court to [rule]"."""
    end = at
    while end < len(line) and end - at < _NEAR and line[end].tag in {*NOMINAL, Tag.PRONOUN}:
        end += 1
    if end == at or line[at].low == "no" or not (limit in _GOVERNING or line[at - 1].lemma in _SETTLING):
        return None
    if limit is Grade.OPEN and line[end - 1].low not in _TO_A_THING and (infinitive := _infinitive(line, end, limit)):
        return infinitive
    return (end - 1, limit) if line[end - 1].tag is Tag.NOUN else None


_SETTLING = frozenset({"call", "order"})
"""Verbs that settle the thing they govern, though what they govern as a verb is only told to be done: "ordered an [inquiry]"."""
_TO_A_THING = frozenset({"amendment", "challenge", "change", "changes", "end", "extension", "halt", "limit", "limits", "return", "stop", "switch"})
"""Nouns behind which "to" leads in a thing, be it told by a verb: "a halt to [work]", "an end to [strikes]"."""
_NEAR = 6
"""How many words may name whom somebody asks: "asked [the European Court of Justice] to rule"."""


def _past_adverbs(line: Sequence[Word], at: int) -> int:
    """Skip what stands between a verb and what it governs: "agreed [tentatively] to", "agreed [on Friday] to", "agree [in principle] to"."""
    while at < len(line):
        pair = [word.low for word in line[at : at + 2]]
        if line[at].tag is Tag.ADVERB and line[at].low != "about":
            at += 1
        elif " ".join(pair) in _RESERVED or (pair[0] == "on" and pair[-1] in table("word_classes")["weekday"]):
            at += 2
        else:
            break
    return at


@cache
def _prospects() -> Mapping[str, Grade]:
    """Return how far at most each verb or adjective brings what it governs."""
    return {word: grade for grade in Grade for word in table("prospects").get(grade.name.lower(), ())}
