"""What is done in the one report in the place of what in the other: a verb, with the word behind it that makes another verb of the two."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from crosscheck.annotate.document import touching
from crosscheck.annotate.grammar import Form, Tag, verb_forms
from crosscheck.lexicon import table, words
from crosscheck.rules.rewordings import near_in_meaning, share_group
from crosscheck.spans import Span
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.grammar import Word
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.rewordings import Rewording
    from crosscheck.segment import Sentence, Token


@dataclass(frozen=True, slots=True)
class Act(Span):
    """A verb in its sentence, through its particle: "fired", "called off".

    `lemma` is its dictionary form, `plain` the verbs that mean what it does, itself alone where it has no particle,
    `before` the auxiliaries in the same place; `is_sure` says that its class is a verb's.
    """

    lemma: str
    form: Form
    plain: tuple[str, ...]
    before: tuple[str, ...]
    is_sure: bool


def other_act(comparison: Comparison, rewording: Rewording) -> tuple[Act, Act] | None:
    """Return the verbs that stand in each other's place and do not mean the same: "touched" and "painted", "called off" and "won".

    Verbs of many senses tell nothing, nor do two of saying or of intent, which are for other rules.
    """
    mine, theirs = _act(comparison.a, rewording.one, rewording.a), _act(comparison.b, rewording.other, rewording.b)
    if not mine or not theirs or mine.before != theirs.before or not (mine.is_sure or theirs.is_sure):
        return None
    if (mine.form is Form.ING) is not (theirs.form is Form.ING):
        return None
    if _has(rewording.other, mine) or _has(rewording.one, theirs) or {mine.lemma, theirs.lemma} <= _graded():
        return None
    if {*mine.plain, *theirs.plain} <= _said() and (_is_cue(comparison.a, mine) or _is_cue(comparison.b, theirs)):
        return None
    return None if any(near_in_meaning(x, y) or share_group("near_verbs", x, y) for x in mine.plain for y in theirs.plain) else (mine, theirs)


def _act(document: Document, sentence: Sentence, place: Sequence[Token]) -> Act | None:
    """Return the verb that is all of a place, None where there is none, or one that may mean anything."""
    line = [word for word in document.tagged(sentence) if place and word.start >= place[0].start]
    before = tuple(takewhile(lambda word: word.tag is Tag.AUXILIARY, line))
    if len(before) >= len(place) or not _may_be_verb(document, line[len(before)]):
        return None
    head, *behind = line[len(before) :]
    lemma, form = verb_forms().get(head.low) or (head.low, _look(head.low))
    joined = table("phrasal_verbs").get(f"{lemma} {behind[0].low}", ()) if behind else ()
    rest = behind[bool(joined) : len(place) - len(before) - 1]
    if any(word.low not in _PREPOSITIONS | _REFLEXIVE for word in rest):
        return None
    if not joined and (lemma in words("light_verbs") or (behind and behind[0].low in _PARTICLES and not _is_agent(behind))):
        return None
    end = behind[0].end if joined else head.end
    text = document.article.text[head.start : end]
    return Act(head.start, end, text, lemma, form, joined or (lemma,), tuple(word.low for word in before), bool(joined) or head.tag in _VERBAL)


_PREPOSITIONS = frozenset({"about", "against", "at", "for", "from", "in", "into", "of", "on", "to", "with"})
_REFLEXIVE = frozenset({"herself", "himself", "itself", "themselves"})
_PARTICLES = frozenset(
    {"ahead", "along", "apart", "around", "aside", "away", "back", "by", "down", "forward", "off", "out", "over", "through", "together", "up"}
)


def _is_agent(behind: Sequence[Word]) -> bool:
    """Say whether a verb is followed by whoever did it: "criticised [by politicians]", not "passed [by]"."""
    return behind[0].low == "by" and len(behind) > 1 and behind[1].tag in {Tag.NOUN, Tag.DETERMINER}


def _may_be_verb(document: Document, word: Word) -> bool:
    """Say whether a word is a verb by its class or is listed as one, outside names and quotation marks."""
    if not word.text.isalpha() or any(touching(found, word) for found in (document.mentions, document.quotes, document.quantities, document.times)):
        return False
    return word.tag in _VERBAL or (word.tag is Tag.NOUN and (word.low in verb_forms() or word.low.endswith(("s", "ed"))))


_VERBAL = frozenset({Tag.VERB, Tag.ING, Tag.INFINITIVE})


def _look(low: str) -> Form:
    """Return the form that an unlisted verb has by its ending."""
    endings = {"ed": Form.PAST, "ing": Form.ING, "s": Form.THIRD}
    return next((form for ending, form in endings.items() if low.endswith(ending)), Form.BASE)


def _has(sentence: Sentence, act: Act) -> bool:
    """Say whether a sentence has the verb too, in another place."""
    return any(token.stem == stem(act.lemma) for token in sentence.tokens)


def _is_cue(document: Document, act: Act) -> bool:
    """Say whether a verb credits a source with what follows."""
    return any(span.overlaps(act) for credit in document.credits.get(document.sentence_of(act).id, ()) for span in credit.cue)


@cache
def _said() -> frozenset[str]:
    return frozenset(verb.partition(" ")[0] for verb in table("cue_verbs"))


@cache
def _graded() -> frozenset[str]:
    """Return the verbs that bring what they govern less than all the way: "hopes to sue", "asks him to go"."""
    return frozenset(verb.partition(" ")[0] for grade, verbs in table("prospects").items() if grade not in {"done", "doubtful"} for verb in verbs)
