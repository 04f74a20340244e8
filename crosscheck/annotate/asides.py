"""Attributions that stand aside from what they attribute: "..., Lee said", "according to Lee", "Lee: ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.contents import clause_end, hearer, setting
from crosscheck.annotate.cues import Cue, Found, Stance, bounds
from crosscheck.annotate.grammar import DASHES, NOMINAL, Form, Tag, is_finite, is_quote_mark
from crosscheck.annotate.phrases import names_people, phrase_after, subject, tells_which
from crosscheck.annotate.sources import may_speak
from crosscheck.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.phrases import Range


def asides_in(line: Sequence[Word], cues: Sequence[Cue]) -> Iterator[Found]:
    """Yield the attributions whose content comes before them: "..., Lee said", "..., said Lee, ...", "... Lee said, ..."."""
    low = 0
    for cue in cues:
        if cue.passive or cue.form is Form.ING or not cue.frames & {"quote", "bare", "hearer"} or line[cue.at].quote >= 0:
            continue
        one = _postposed(line, cue, low) or _inverted(line, cue, low)
        if one is not None:
            yield one
            low = max(part[1] for part in (one.source, one.cue) if part)


def _inverted(line: Sequence[Word], cue: Cue, low: int) -> Found | None:
    if cue.start != cue.at or cue.start <= low or not _ends_content(line[cue.start - 1]) or "quote" not in cue.frames:
        return None
    source = phrase_after(line, cue.end)
    if source is None:
        return None
    if subject(line, cue.start, low) is not None and not _closes(line, source):
        return None
    following = line[source[1]] if source[1] < len(line) else None
    if following and (following.tag is Tag.AUXILIARY or (line[source[0]].tag is Tag.PRONOUN and is_finite(following))):
        return None  # "Lee, for the owners, said they would appeal"
    if following and following.tag is Tag.TO and cue.frames & {"hearer", "to"}:
        return None  # "the railway, which has lost a bridge, asked passengers to wait"
    content = _around(line, (low, cue.start), source[1])
    return Found(source, (cue.start, cue.end), content, cue.stance, aside=True) if content else None


def _closes(line: Sequence[Word], source: Range) -> bool:
    """Say whether whoever speaks ends a sentence but for what tells who that is: "..., Hull and Leith, said Pieter Holt, an analyst", "said two officials"."""
    start, end = source
    last = line[end - 1]
    named = last.text[0].isupper() and last.low not in words("calendar")
    return (named or any(names_people(word.low) for word in line[start:end])) and not any(is_finite(word) for word in line[end:])


def _postposed(line: Sequence[Word], cue: Cue, low: int) -> Found | None:
    source = subject(line, cue.start, low)
    if source is None or source[0] <= low or not _ends_content(line[source[0] - 1]) or line[source[0]].tag is Tag.WH or line[source[0]].low == "according":
        return None
    after = setting(line, hearer(line, cue.end) if "hearer" in cue.frames else cue.end, cue.high)
    if after < len(line) and line[after].low not in _ENDS_ASIDE and not _adverbial(line, after):
        return None
    content = _around(line, (low, source[0]), after)
    return Found(source, (cue.start, cue.end), content, cue.stance, aside=True) if content else None


def _ends_content(word: Word) -> bool:
    return word.low in _ENDS_CONTENT or is_quote_mark(word)


_PAUSES = DASHES | {","}
_ENDS_CONTENT = _PAUSES | {"?", "!", "..."}


_ENDS_ASIDE = frozenset({",", ".", ";", "!", "?"}) | DASHES


def _adverbial(line: Sequence[Word], at: int) -> bool:
    """Say whether what follows an aside only tells how, when or where it was said: "as he left", "after the vote"."""
    return line[at].tag is Tag.SUBORDINATOR and line[at].low in {"after", "as", "before", "when", "while"}


def _around(line: Sequence[Word], before: Range, after: int) -> tuple[Range, ...]:
    """Return what an aside attributes: the words before it, and those after it where the sentence goes on; together they hold a verb or a quote."""
    first = _before(line, *before)
    if first is None:
        return ()
    content = (first, *_resumed(line, after, first))
    opening, following = line[first[0]], line[first[0] + 1]
    if _opens_without_subject(opening) and not (opening.tag is Tag.ING and content[1:] and is_finite(line[content[1][0]])) and not tells_which(line, *first):
        return ()
    subordinate = opening.tag in {Tag.SUBORDINATOR, Tag.WH} and not (opening.low == "that" and is_finite(following))  # "That was why, Lee said"
    if len(content) == 1 and subordinate and all(word.low != "," for word in line[slice(*first)]):
        return ()
    return content if any(is_finite(word) or word.quote >= 0 for part in content for word in line[slice(*part)]) else ()


def _before(line: Sequence[Word], low: int, end: int) -> Range | None:
    """Return the words before an aside back to `low` or a semicolon, without the conjunction that leads in."""
    while end > low and line[end - 1].low in _PAUSES:
        end -= 1
    start = low
    while start < end and (line[start].tag is Tag.CONJUNCTION or line[start].low == ";" or line[start].low in _PAUSES):
        start += 1
    for index in range(end - 1, start - 1, -1):
        if line[index].low == ";" and line[index].quote < 0:
            start = index + 1
            break
    return (start, end) if start < end else None


def _opens_without_subject(word: Word) -> bool:
    """Say whether a clause opens with its verb: "Speaking in Oslo, Lee said"; but the subject of what follows is "Selling it, Lee said, is wrong"."""
    return word.tag in {Tag.VERB, Tag.ING}


def _resumed(line: Sequence[Word], after: int, before: Range) -> tuple[Range, ...]:
    """Return where the content goes on after an aside: "The plan, Lee said, [will fail]"."""
    if after + 2 >= len(line) or line[after].low not in _PAUSES:
        return ()
    following = line[after + 1]
    if not is_quote_mark(following):
        whole = any(is_finite(word) for word in line[slice(*before)])
        if following.tag in {Tag.ING, Tag.WH} or following.low in {"according", "citing", "while", "but", "although", "though"}:
            return ()
        if whole and following.tag not in {Tag.CONJUNCTION, Tag.VERB, Tag.AUXILIARY, Tag.SUBORDINATOR}:
            return ()
    return ((after + 1, clause_end(line, after + 1, len(line), frozenset())),)


def according_in(line: Sequence[Word]) -> Iterator[Found]:
    """Yield "according to X", "as per X" (but not "as per the rules") and "citing X"."""
    for at in [at for at, word in enumerate(line[:-2]) if word.low in _CITING]:
        if (line[at].low, line[at + 1].low) in {("according", "to"), ("as", "per")}:
            cue = at, at + 2
        elif line[at].low == "citing":
            cue = at, at + 1
        else:
            continue
        low, high = bounds(line, at)
        source = phrase_after(line, cue[1])
        if source is None or (line[at].low != "according" and not may_speak(line[slice(*source)])):
            continue
        before = _before(line, low, at)
        if before and _opens_without_subject(line[before[0]]):
            before = None
        if before and line[at].low == "citing" and not any(is_finite(word) for word in line[slice(*before)]):
            continue  # "A minister, citing police, said": the content is yet to come
        if before:
            yield Found(source, cue, (before, *_resumed(line, source[1], before)), Stance.NEUTRAL, aside=True)
        elif source[1] < high and line[source[1]].low in {",", ":"}:
            yield Found(source, cue, ((source[1] + 1, clause_end(line, source[1] + 1, high, frozenset())),), Stance.NEUTRAL)
        elif amount := _amount_behind(line, source):
            yield Found((source[0], amount), cue, ((amount, clause_end(line, amount, high, frozenset())),), Stance.NEUTRAL)


def _amount_behind(line: Sequence[Word], source: Range) -> int | None:
    """Return where the content begins behind a source without a comma, with an amount: "according to police [14 people] were held"."""
    start, end = source
    if end >= len(line) or not is_finite(line[end]):
        return None
    return next((at for at in range(start + 1, end - 1) if line[at].low[0].isdigit() and line[at + 1].text.islower()), None)


_CITING = frozenset({"according", "as", "citing"})


def labels_in(line: Sequence[Word], *, headline: bool) -> Iterator[Found]:
    """Yield the source that a colon sets off: "Lee: Bridge to close", "Bridge to close: Lee", and outside headlines only before a quote."""
    at = next((index for index, word in enumerate(line) if word.low == ":" and word.quote < 0), None)
    if at is None or at == 0 or at + 1 >= len(line):
        return
    if at <= _LONGEST_LABEL and line[0].text[0].isupper() and _is_label(line[:at]) and (headline or is_quote_mark(line[at + 1])):
        yield Found((0, at), (at, at + 1), ((at + 1, clause_end(line, at + 1, len(line), frozenset())),), Stance.NEUTRAL)
    elif headline and len(line) - at - 1 <= _LONGEST_LABEL and _is_label(line[at + 1 :]) and any(is_finite(word) for word in line[:at]):
        yield Found((at + 1, len(line)), (at, at + 1), ((0, at),), Stance.NEUTRAL, aside=True)


def _is_label(phrase: Sequence[Word]) -> bool:
    """Say whether a phrase may name a source: "White House press secretary", not "Check your kitchen"."""
    return all(word.tag in NOMINAL for word in phrase) and all(word.tag is not Tag.DETERMINER for word in phrase[1:])


# How many words a source set off by a colon has at most: "White House press secretary: ...".
_LONGEST_LABEL = 4
