"""How far a content reaches: past when and to whom it was said, up to the next attribution."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from crosscheck.annotate.grammar import DASHES, FINITE, NOMINAL, Form, Tag, is_finite, is_quote_mark, verb_forms
from crosscheck.annotate.phrases import CONTRASTING
from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate.grammar import Word


def is_relative(line: Sequence[Word], that: int) -> bool:
    """Say whether a "that" is the subject of its clause, so that it tells which and not what: "a deal announced that would end it"."""
    if that + 2 >= len(line):
        return False
    after = line[that + 1]
    return after.tag in FINITE or (after.low in verb_forms() and after.tag is Tag.NOUN and line[that + 2].tag is Tag.DETERMINER)


# The complements of verbs that tell something, rather than do something to somebody.
SAYING = frozenset({"bare", "that", "quote"})


def is_clause(words: Sequence[Word]) -> bool:
    """Say whether the words begin with a subject and go on to a finite verb."""
    if not words or words[0].tag not in _OPENS_CLAUSE:
        return False
    return any(is_finite(word) for word in takewhile(lambda word: word.low != ":", words))


_OPENS_CLAUSE = NOMINAL | {Tag.PRONOUN, Tag.ING, Tag.ADVERB, Tag.PREPOSITION, Tag.SUBORDINATOR}


def setting(line: Sequence[Word], at: int, high: int) -> int:
    """Skip when, where and how it was said: "on Monday", "in a statement", "late Tuesday", "at a news conference in Oslo"."""
    classes = table("word_classes")
    while at < high:
        word = line[at]
        if _bounds_amount(line, at):
            break
        if (
            word.low in classes["weekday"]
            or word.low in {"morning", "afternoon", "evening", "night"}
            or (word.tag is Tag.ADVERB and word.low not in {"there", "not", "so"})
        ):
            at += 1
        elif word.tag is Tag.PREPOSITION and word.low in _WHERE and at + 1 < high and line[at + 1].tag in NOMINAL | {Tag.ING}:
            at = _past_phrase(line, at + 1, high)
        elif word.lemma in _SENT_OUT and line[at - 1].low in words("documents") and at + 1 < high:
            at += 1 + (line[at + 1].low == "online")
        elif (
            word.low in {"this", "last", "next", "earlier"}
            and at + 1 < high
            and line[at + 1].low in {"week", "month", "year", "day", "summer", "spring", "autumn", "fall", "winter", "morning", "evening", "afternoon", "night"}
        ):
            at += 2
        else:
            break
    return at


def _bounds_amount(line: Sequence[Word], at: int) -> bool:
    """Say whether an amount begins here: "said [at least] 12 people were killed", "said [about a] dozen houses were lost", "said [up to] half had fled"."""
    lows = [word.low for word in line[at : at + 4]]
    start = 2 if lows[:2] in _BOUNDS else int(lows[0] in {"about", "from", "over"})
    counted = lows[start : start + 2] if lows[start : start + 1] == ["a"] else lows[start : start + 1]
    return start > 0 and any(low[0].isdigit() or low == "half" or low in table("numbers") or low in table("magnitudes") for low in counted)


_BOUNDS = (["at", "least"], ["at", "most"], ["up", "to"])


_SENT_OUT = frozenset({"air", "broadcast", "circulate", "issue", "post", "publish", "record", "release", "send", "share", "write"})
"""What is done with a statement in which something was said: "said in a statement [issued] on Friday", "in a video [posted] online"."""
_WHERE = frozenset({"on", "in", "at", "during", "after", "before", "by", "from", "to", "via", "through", "outside", "of", "over", "with", "about"})


def _past_phrase(line: Sequence[Word], at: int, high: int) -> int:
    """Return the end of a plain noun phrase: an article and what follows it up to the next article or small word."""
    start = at
    while at < high and (line[at].tag in NOMINAL or (line[at].tag is Tag.ING and at > start)):
        if line[at].tag is Tag.DETERMINER and at > start and line[at - 1].tag is not Tag.DETERMINER:
            break
        if at == start and line[at].low in table("word_classes")["weekday"]:
            return at + 1
        at += 1
    if at + 1 < high and line[at].low in {"of", "for", "with"} and line[at + 1].tag in NOMINAL:
        return _past_phrase(line, at + 1, high)
    return at


def hearer(line: Sequence[Word], at: int) -> int:
    """Skip whoever was told: up to "that", a quote or a colon where one comes before the next verb, else a pronoun or one bare noun."""
    for index in range(at, min(at + 16, len(line))):
        word = line[index]
        if word.low in {"that", "whether", ":", ".", ","} or is_quote_mark(word) or word.tag in {Tag.TO, Tag.WH}:
            return index
        if word.tag in FINITE:
            break
    if at < len(line) and line[at].tag is Tag.PRONOUN:
        return at if at + 1 < len(line) and is_finite(line[at + 1]) else at + 1
    end = at
    while end < len(line) and line[end].tag is Tag.NOUN and (end == at or line[end].text[:1].isupper() == line[at].text[:1].isupper()):
        end += 1
    if end < len(line) and end > at and line[end].tag in FINITE:
        return end - 1
    return max(end, at)


def clause_end(line: Sequence[Word], start: int, high: int, stops: frozenset[int]) -> int:
    """Return where a content that begins at `start` ends: with the sentence, or before the next attribution beside it."""
    at = start
    while at < high:
        word = line[at]
        if at > start and (at in stops or (word.low == ";" and word.quote < 0) or _next_attribution(line, at, start)):
            break
        at += 1
    while at > start and line[at - 1].low in {",", ".", ";", "—", "--", "–", ":"}:
        at -= 1
    return at


def _next_attribution(line: Sequence[Word], at: int, start: int) -> bool:
    """Say whether the word at `at` leads over from a content to another attribution: ", adding", "and warned that", "while noting"."""
    word = line[at]
    if word.quote >= 0 and word.quote == line[start].quote:
        return False
    if word.low in {"according", "citing"}:
        return True
    verbs = table("cue_verbs")
    if word.tag is Tag.ING and word.lemma in verbs and (line[at - 1].low in {",", "while"} or is_quote_mark(line[at - 1])):
        return bool({"bare", "that", "quote"} & set(verbs[word.lemma]))
    leads_over = word.tag is Tag.CONJUNCTION or (word.low in CONTRASTING and line[at - 1].low == ",")
    if leads_over and at + 1 < len(line) and any(is_finite(other) for other in line[start:at]):
        return _is_telling(line[_past_subject(line, at + 1)])
    return word.low == "while" and at + 1 < len(line) and line[at + 1].tag is Tag.ING


def _past_subject(line: Sequence[Word], at: int) -> int:
    """Return the index after a subject that may have an apposition: "but [Bo Kim, the owner,] said"."""
    end = _past_words(line, at)
    if line[end].low == ",":
        closing = _past_words(line, end + 1)
        return _past_words(line, closing + 1) if line[closing].low == "," else end
    return end


def _past_words(line: Sequence[Word], at: int) -> int:
    limit = min(len(line) - 1, at + _LONGEST_SUBJECT)
    while at < limit and line[at].tag in _IN_SUBJECT:
        at += 1
    return min(at, len(line) - 1)


_LONGEST_SUBJECT = 10
_IN_SUBJECT = NOMINAL | {Tag.ADVERB, Tag.AUXILIARY, Tag.PRONOUN, Tag.PREPOSITION}


def _is_telling(word: Word) -> bool:
    """Say whether a word is a verb in the past or present that tells a clause: "said", "warns"."""
    return word.tag is Tag.VERB and "bare" in table("cue_verbs").get(word.lemma, ()) and word.low in verb_forms() and verb_forms()[word.low][1] is not Form.BASE


def phrase_end(line: Sequence[Word], start: int, high: int) -> int:
    """Return where a noun phrase that is a content ends: before a comma, a new clause or a second verb."""
    at = start
    while at < high:
        word = line[at]
        if at > start and word.quote < 0:
            if word.low == "," or word.low in DASHES:
                break
            if word.tag is Tag.SUBORDINATOR and word.low not in {"that", "as", "than"}:
                break
            if word.tag is Tag.CONJUNCTION and at + 1 < high and line[at + 1].tag in FINITE | {Tag.PRONOUN}:
                break
        at += 1
    return at
