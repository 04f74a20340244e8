"""Cues: the words that attribute, with what the lexicon says of them."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.grammar import Form, Tag, verb_forms
from crosscheck.annotate.phrases import verb_group
from crosscheck.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.phrases import Range


class Stance(StrEnum):
    """What the cue says of the content's truth: said, claimed, admitted, insisted, denied."""

    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    CONCEDING = "conceding"
    ASSERTING = "asserting"
    DENYING = "denying"


class ContentKind(StrEnum):
    """What the content is.

    A clause or quote that was said, a noun phrase that was said ("announced the closure"), or the object of an attitude or intent ("praised", "vowed to").
    """

    CLAUSE = "clause"
    PHRASE = "phrase"
    ATTITUDE = "attitude"


class Found(NamedTuple):
    """An attribution inside one sentence; ranges are indexes of its words. One that stands `aside` is not what the sentence leads with ("..., Lee said")."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    stance: Stance
    aside: bool = False
    kind: ContentKind = ContentKind.CLAUSE


class Cue(NamedTuple):
    """A verb that may attribute: its group from `start`, the verb `at`, the words after it from `end`.

    `low` and `high` bound the words among which its source and content are looked for.
    """

    start: int
    at: int
    end: int
    form: Form
    stance: Stance
    frames: frozenset[str]
    passive: bool
    low: int
    high: int


def cues_in(line: Sequence[Word]) -> Iterator[Cue]:
    """Yield the cue verbs of a sentence outside its quotes, infinitives apart: "to say" tells that nothing was said."""
    table_of_verbs = table("cue_verbs")
    for at, word in enumerate(line):
        if not word.lemma or (word.tag is not Tag.VERB and word.tag is not Tag.ING):
            continue
        key, end = _longest(line, at)
        if key not in table_of_verbs:
            continue
        start = verb_group(line, at)
        if word.quote >= 0 or (line[at - 1].tag is Tag.TO and at):
            continue
        if at and line[at - 1].low.endswith("-old") and word.low in _DESCRIBING:
            continue  # "the 24-year-old suspected gunman"
        form = verb_forms().get(word.low, ("", Form.PAST))[1]
        auxiliaries = [other.low for other in line[start:at] if other.tag is Tag.AUXILIARY]
        passive = form is Form.PAST and ((bool(auxiliaries) and auxiliaries[-1] in table("word_classes")["be"]) or _is_reduced(line, at))
        stance, *frames = table_of_verbs[key]
        low, high = bounds(line, at)
        high = _relative_end(line, start, at, high)
        yield Cue(max(start, low), at, end, form, Stance(stance), frozenset(frames), passive, low, high)


def _relative_end(line: Sequence[Word], start: int, at: int, high: int) -> int:
    """Return where the clause of a cue ends that is set off in the subject of another: "the railway, which expects [no delays], asked the cabinet"."""
    if start < _SET_OFF or line[start - 1].tag is not Tag.WH or line[start - 2].low != ",":
        return high
    close = next((index for index in range(at, high - 1) if line[index].low == "," and line[index].quote < 0), high - 1)
    return close if close < high - 1 and line[close + 1].tag in {Tag.AUXILIARY, Tag.VERB} else high


_SET_OFF = 2
"""How many words stand before the verb of a clause that is set off: a comma and "which"."""
_DESCRIBING = frozenset({"accused", "alleged", "suspected"})


@cache
def cue_nouns() -> frozenset[str]:
    """Return the nouns that attribute, singular and plural: "claim", "claims"."""
    nouns = table("cue_nouns")
    return frozenset((*nouns, *(f"{noun}s" for noun in nouns)))


def _is_reduced(line: Sequence[Word], at: int) -> bool:
    """Say whether a participle is a passive without its auxiliary: "troops said to have been massed"."""
    return (
        0 < at < len(line) - 2
        and line[at - 1].tag is Tag.NOUN
        and line[at + 1].tag is Tag.TO
        and line[at + 2].low in {"be", "have"}
        and line[at].lemma in _REDUCED
    )


_REDUCED = frozenset({"allege", "believe", "estimate", "fear", "report", "rumor", "rumour", "say", "think", "understand"})


def _longest(line: Sequence[Word], at: int) -> tuple[str, int]:
    """Return the longest cue that begins here: "go on to say" rather than "go"."""
    key, best = line[at].lemma, (line[at].lemma, at + 1)
    for end in range(at + 1, min(at + 4, len(line))):
        key = f"{key} {line[end].low}"
        if key in table("cue_verbs"):
            best = key, end + 1
    return best


def bounds(line: Sequence[Word], at: int) -> Range:
    """Return the words among which a cue's source and content are looked for: those of its own quote where it stands in one."""
    quote = line[at].quote
    if quote < 0:
        return 0, len(line)
    low, high = at, at + 1
    while low and line[low - 1].quote == quote:
        low -= 1
    while high < len(line) and line[high].quote == quote:
        high += 1
    return low, high
