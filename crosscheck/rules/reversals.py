"""Who did it to whom: a deed that the reports tell the other way round, in whatever words around it: "the mayor rang her", "she rang the mayor"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.gazetteer import state_of
from crosscheck.annotate.grammar import Tag
from crosscheck.annotate.phrases import clause_subject, phrase_after, phrase_before, subject, verb_group
from crosscheck.lexicon import table, words
from crosscheck.rules.rewordings import groups
from crosscheck.rules.states import at_two_times
from crosscheck.similarity import is_content, meaning
from crosscheck.spans import Span
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.phrases import Range
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence


class _Party(NamedTuple):
    """One of the two: the stems of the words for him, with those of his name, what they mean ("ship" for "ferry"), and the countries they tell of."""

    words: frozenset[str]
    means: frozenset[str]
    states: frozenset[str]


class _Deed(NamedTuple):
    """A verb that may tell what one does to the other, by its place and that of where its group begins.

    `keys` are what it may mean; `how` is the preposition before him to whom it is done: "to" in "wrote to the bank".
    """

    at: int
    group: int
    is_passive: bool
    keys: frozenset[str]
    how: str


@dataclass(frozen=True, slots=True)
class _Act(Span):
    """A deed from its doer to whom it is done, or back; `verb` is its lemma, `doer` and `target` are the two."""

    verb: str
    doer: _Party
    target: _Party


def reversals(comparison: Comparison) -> Iterator[tuple[Span, Span, tuple[int, int]]]:
    """Yield the deeds of linked sentences that one does to the other in A and the other to the one in B, with the numbers of the sentences.

    Not what two do to each other ("met"), nor where a report tells that each did it, nor where they tell of other times.
    """
    deeds_a, deeds_b = (cache(partial(_deeds, document)) for document in (comparison.a, comparison.b))
    for one, other in comparison.pairs:
        met = [(x, y) for x, y in product(deeds_a(one.id), deeds_b(other.id)) if x.how == y.how and not x.keys.isdisjoint(y.keys)]
        acts = ((_act(comparison.a, one, x), _act(comparison.b, other, y)) for x, y in met)
        found = [
            (x, y)
            for x, y in acts
            if x and y and _are_reversed(x, y) and not _is_returned(x, comparison.a.tagged(one)) and not _is_returned(y, comparison.b.tagged(other))
        ]
        if found and not at_two_times(comparison.a, one, comparison.b, other):
            yield (*found[0], (one.id, other.id))


def _are_reversed(x: _Act, y: _Act) -> bool:
    if x.doer.words <= _PRONOUNS and x.target.words <= _PRONOUNS:
        return False
    if x.doer.words & y.doer.words or x.doer.words & x.target.words or y.doer.words & y.target.words:
        return _have_changed_sides(x, y)
    there, back = x.doer.words & y.target.words, x.target.words & y.doer.words
    one = (there and x.target.means & y.doer.means) or (back and x.doer.means & y.target.means)
    return bool((there and back) or (one and not x.target.words & y.target.words)) or _have_changed_sides(x, y)


def _have_changed_sides(x: _Act, y: _Act) -> bool:
    """Say whether the two countries have changed places: "Laotian soldiers seized Thai fishermen", "Lao fishermen were seized by Thai marines"."""
    states = (x.doer.states, x.target.states, y.doer.states, y.target.states)
    return all(len(told) == 1 for told in states) and states[0] == states[3] != states[1] == states[2]


def _is_returned(act: _Act, line: Sequence[Word]) -> bool:
    """Say whether a sentence tells the deed twice, of each to the other: "fired at the rebels, who fired back"."""
    return sum(word.lemma == act.verb and word.tag is not Tag.NOUN for word in line) > 1


def _deeds(document: Document, number: int) -> tuple[_Deed, ...]:
    """Return the deeds that a sentence tells, by its number, but not what tells of the telling or is denied."""
    line = document.tagged(document.sentences[number])
    found = []
    for at, word in enumerate(line):
        if not word.lemma or word.quote >= 0 or word.tag not in {Tag.VERB, Tag.ING} or word.lemma in _ALIKE or word.lemma in words("mutual"):
            continue
        group = verb_group(line, at)
        lows = [other.low for other in line[group:at]]
        if any(low in _UNDONE or low.endswith("n't") for low in lows):
            continue
        passive = word.tag is Tag.VERB and any(low in table("word_classes")["be"] for low in lows)
        found.append(_Deed(at, group, passive, *_told(line, at, "" if passive else _towards(line, at))))
    return tuple(found)


def _act(document: Document, sentence: Sentence, deed: _Deed) -> _Act | None:
    """Return a deed with the two, None where it has no doer or nobody it is done to."""
    line, at = document.tagged(sentence), deed.at
    doer, target = _passive(line, deed.group, at) if deed.is_passive else _active(line, deed.group, at)
    if doer is None or target is None:
        return None
    of_doer, of_target = _party(document, sentence, line, doer), _party(document, sentence, line, target)
    if not of_doer.words or not of_target.words:
        return None
    first, last = min(doer[0], target[0], at), max(doer[1], target[1], at + 1)
    text = sentence.text[line[first].start - sentence.start : line[last - 1].end - sentence.start]
    return _Act(line[first].start, line[last - 1].end, text, line[at].lemma, of_doer, of_target)


_ALIKE = frozenset({"add", "ask", "be", "become", "come", "do", "follow", "get", "give", "go", "have", "include", "make", "say", "see", "take", "tell", "call"})
"""Verbs that tell too little to be one deed, or of what two do by turns in one talk: "he asked her", "she asked him"."""
_UNDONE = frozenset({"can", "cannot", "could", "may", "might", "must", "never", "not", "should", "would"})


def _active(line: Sequence[Word], start: int, at: int) -> tuple[Range | None, Range | None]:
    if line[at].tag is Tag.ING and start == at:  # "she signed it after [telephoning] the mayor"
        doer = clause_subject(line, at, _clause(line, at)) if at and line[at - 1].low in _LEADING else None
    else:
        doer = _antecedent(line, subject(line, start))
    return doer, _object(line, at + 1 + bool(_towards(line, at)))


def _antecedent(line: Sequence[Word], doer: Range | None) -> Range | None:
    """Return the phrase that a "who" stands for, any other phrase itself: "[Ann Lee], 34, who beat"."""
    if doer is None or line[doer[0]].low != "who":
        return doer
    end = doer[0]
    while end and (line[end - 1].tag is Tag.MARK or line[end - 1].low.isdigit()):
        end -= 1
    return phrase_before(line, end)


def _towards(line: Sequence[Word], at: int) -> str:
    """Return the preposition right behind a verb, "" where there is none."""
    return line[at + 1].low if at + 1 < len(line) and line[at + 1].low in _TOWARDS else ""


_LEADING = frozenset({"after", "before", "by", "without"})
_TOWARDS = frozenset({"against", "at", "for", "from", "into", "on", "to", "with"})


def _clause(line: Sequence[Word], at: int) -> int:
    """Return where the clause of a participle begins: behind the last "that", "who" or semicolon."""
    return next((low + 1 for low in range(at - 1, -1, -1) if line[low].low in {";", "that", "which", "who"}), 0)


def _object(line: Sequence[Word], at: int) -> Range | None:
    """Return the noun phrase at a place, or the "him" or "her" that stands alone there: "telephoned [her] at home"."""
    if at < len(line) and line[at].low in _OBJECTS:
        alone = at + 1 >= len(line) or line[at + 1].tag is not Tag.NOUN or line[at + 1].low in table("word_classes")["weekday"]
        if alone:
            return at, at + 1
    return phrase_after(line, at) if at < len(line) else None


def _passive(line: Sequence[Word], start: int, at: int) -> tuple[Range | None, Range | None]:
    by = next((n for n in range(at + 1, min(at + _NEAR, len(line) - 1)) if line[n].low == "by"), None)
    plain = by is not None and not any(word.tag in {Tag.MARK, Tag.VERB} for word in line[at + 1 : by])
    return (_object(line, by + 1) if by is not None and plain else None), subject(line, start)


_NEAR = 9
"""How far behind a passive its "by" may stand: "was accused of misleading residents by"."""


def _party(document: Document, sentence: Sentence, line: Sequence[Word], phrase: Range) -> _Party:
    """Return one of the two up to the first preposition or comma; "he" for "him"."""
    first = line[phrase[0]]
    if first.low in _GENDERS and phrase[1] == phrase[0] + 1:
        pronoun = frozenset({_GENDERS[first.low]})
        return _Party(pronoun, pronoun, frozenset())
    start = next((n + 2 for n in range(*phrase) if line[n].low in _SIDES and n + 2 < phrase[1] and line[n + 1].low == "of"), phrase[0])
    stop = next((n for n in range(start + 1, phrase[1]) if line[n].tag is Tag.PREPOSITION or line[n].low == ","), phrase[1])
    tokens = [token for token in sentence.tokens[start:stop] if is_content(token) and token.text[0].isalpha()]
    named = document.appearing_in(Span(line[start].start, line[stop - 1].end, ""))
    stems = frozenset((*(token.stem for token in tokens), *(stem(word) for _, entity in named for word in entity.name.split())))
    states = frozenset(state for token in tokens if token.text[0].isupper() and (state := state_of(token.text)))
    return _Party(stems, frozenset(map(meaning, stems)), states)


_SIDES = frozenset({"back", "front", "rear", "side"})
"""What is hit of a thing where the thing is: "ran into the [back] of the bus"."""
_GENDERS: Mapping[str, str] = {"he": "he", "him": "he", "she": "she", "her": "she"}
_OBJECTS = frozenset({"him", "her"})
_PRONOUNS = frozenset(_GENDERS.values())


def _told(line: Sequence[Word], at: int, how: str) -> tuple[frozenset[str], str]:
    """Return what a verb with the word behind it means, with the groups of near synonyms, and its preposition; to run "into" is to hit."""
    lemma = line[at].lemma
    if (how == "into" and lemma in _INTO) or (not how and lemma in _HIT):
        return _meant(lemma) | {"collide"}, ""
    behind = line[at + 1].low if at + 1 < len(line) else ""
    plain = table("phrasal_verbs").get(f"{lemma} {behind}", (lemma,))
    return frozenset().union(*map(_meant, plain)), how


_INTO = frozenset({"bump", "career", "crash", "drive", "plough", "plow", "run", "skid", "slam", "slide", "smash", "steer", "swerve"})
_HIT = frozenset({"hit", "ram", "rear-end", "strike"})


@cache
def _meant(lemma: str) -> frozenset[str]:
    return frozenset((meaning(stem(lemma)), *(f"near {group}" for group in groups(stem(lemma)))))
