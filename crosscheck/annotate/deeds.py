"""Who is credited with a deed: "the plan was put forward by Lee", "students spotted the tomb", "Lee accused Kim"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate.grammar import NOMINAL, Form, Tag, verb_forms
from crosscheck.annotate.lines import Lines, span_of
from crosscheck.annotate.phrases import phrase_after, phrase_before, subject, verb_group
from crosscheck.annotate.sources import Cast
from crosscheck.layout import Role
from crosscheck.lexicon import table
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.names import Entity
    from crosscheck.annotate.phrases import Range
    from crosscheck.annotate.quotes import Quote
    from crosscheck.segment import Sentence


@dataclass(frozen=True, slots=True)
class Deed(Span):
    """The words that credit somebody, from the doer to what was done or back; `sort` is one of the lexicon's ("discover").

    `who` and `whom` are the numbers of doer and object in the cast, None where they are not known.
    """

    sort: str
    doer: Span
    object: Span
    who: int | None
    whom: int | None


def deeds(sentences: Sequence[Sentence], quotes: Sequence[Quote], cast: Sequence[Entity], tagged: Mapping[int, tuple[Word, ...]]) -> tuple[Deed, ...]:
    """Return who the report credits with what, in order; what is said inside a quote is the speaker's word, and left out."""
    lines = Lines(quotes, Cast(cast), tagged)
    found = []
    for sentence in sentences:
        if sentence.role is Role.BODY and not _forms().isdisjoint(sentence.lows):
            line = lines.line(sentence)
            for sort, doer, thing in _done(line):
                who, whom = (lines.source(sentence, line, part, None).speaker for part in (doer, thing))
                whole = min(doer[0], thing[0]), max(doer[1], thing[1])
                stretch = span_of(sentence, line, whole)
                found.append(
                    Deed(stretch.start, stretch.end, stretch.text, sort, span_of(sentence, line, doer), span_of(sentence, line, thing), who, whom),
                )
    return tuple(found)


@cache
def _sorts() -> Mapping[str, str]:
    """Return the sort of deed for each verb: "put forward" is "propose"."""
    return {verb: sort for sort, verbs in table("deeds").items() for verb in verbs}


@cache
def _forms() -> frozenset[str]:
    """Return the forms in which the verbs of deeds begin, for passing by the sentences that have none."""
    lemmas = {verb.partition(" ")[0] for verb in _sorts()}
    return frozenset(form for form, (lemma, _) in verb_forms().items() if lemma in lemmas)


def _done(line: Sequence[Word]) -> Iterator[tuple[str, Range, Range]]:
    """Yield sort, doer and object of each deed of a sentence."""
    for at, word in enumerate(line):
        if word.tag is not Tag.VERB or word.quote >= 0 or word.low not in _forms():
            continue
        pair = f"{word.lemma} {line[at + 1].low}" if at + 1 < len(line) else ""
        sort, end = (_sorts()[pair], at + 2) if pair in _sorts() else (_sorts().get(word.lemma, ""), at + 1)
        ends = _ends(line, verb_group(line, at), at, end) if sort else None
        if ends is not None:
            yield sort, *ends


def _ends(line: Sequence[Word], start: int, at: int, end: int) -> tuple[Range, Range] | None:
    """Return doer and object of a verb, None where one of them is not told or the verb is denied or only possible."""
    while start and line[start - 1].tag is Tag.ADVERB:
        start -= 1
    group = [word.low for word in line[start:at]]
    if any(word in _UNDONE or word.endswith("n't") for word in group):
        return None
    passive = any(word in table("word_classes")["be"] for word in group)
    by = next((index for index in range(end, min(end + _NEAR, len(line) - 1)) if line[index].low == "by"), None)
    if passive or (by == end and at and line[at - 1].tag is Tag.NOUN):
        thing = subject(line, start) if passive else phrase_before(line, at)
        doer = phrase_after(line, by + 1) if by and not any(word.tag in {Tag.MARK, Tag.VERB} for word in line[end:by]) else None
    elif verb_forms()[line[at].low][1] is Form.BASE:
        return None  # what somebody may do or always does
    else:
        doer = subject(line, start)
        thing = phrase_after(line, end) if end < len(line) and line[end].tag in NOMINAL else None
    if doer is None or thing is None:
        return None
    return (_uncharged(line, doer), _uncharged(line, thing)) if line[at].lemma == "accuse" else (doer, thing)


def _uncharged(line: Sequence[Word], phrase: Range) -> Range:
    """Return a phrase without the charge that follows it: "accused [Bo Kim] of fraud"."""
    return phrase[0], next((index for index in range(phrase[0] + 1, phrase[1]) if line[index].low == "of"), phrase[1])


_UNDONE = frozenset({"can", "cannot", "could", "may", "might", "must", "never", "not", "should", "will", "would"})
_NEAR = 8
"""How many words may stand between a passive and its "by": "was spotted in an aerial survey by"."""
