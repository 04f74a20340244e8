"""What somebody or something does or is, as the answer to a question that has two: "would not support the budget", "was sacked", "reopened"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.document import touching, within
from crosscheck.annotate.grammar import Tag
from crosscheck.annotate.phrases import clause_subject, phrase_after, subject
from crosscheck.annotate.plurals import is_plural
from crosscheck.lexicon import table, words
from crosscheck.rules.turns import BOUNDS
from crosscheck.similarity import is_content, meaning
from crosscheck.spans import Span
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.names import Entity
    from crosscheck.annotate.phrases import Range
    from crosscheck.segment import Sentence


class _Phrase(NamedTuple):
    """A phrase of the lexicon: the stems of its words, the question that it answers and how ("support", "+"), whether it is done to what stands behind it."""

    words: tuple[str, ...]
    question: str
    answer: str
    transitive: bool


@dataclass(frozen=True, slots=True)
class Course(Span):
    """The words that tell a course, from the first denial on; of whom or what by name and by noun: `nouns` is empty for a pronoun.

    `doers` are who does it to them, as far as they are named, `doing` the nouns for them; `by_some` says that they are counted, so that there
    are others ("101 lawmakers backed him"), `is_ahead` that it is still to come.
    """

    sentence: Sentence
    question: str
    answer: str
    names: tuple[Entity, ...]
    nouns: frozenset[str]
    doers: tuple[Entity, ...]
    doing: frozenset[str]
    by_some: bool
    is_ahead: bool


def courses(document: Document) -> Mapping[str, Sequence[Course]]:
    """Return what a report tells that somebody or something does or is, by the question that it answers, in order."""
    found: dict[str, list[Course]] = defaultdict(list)
    for sentence in document.sentences:
        line = document.tagged(sentence)
        stems = _stems(sentence, line)
        told = {*stems}
        known = [phrase for first in _phrases().keys() & told for phrase in _phrases()[first] if told.issuperset(phrase.words)]
        at = 0
        while known and at < len(line):
            here, end = _phrases_at(known, stems, line, at)
            for phrase in here:
                if course := _course(document, sentence, line, (at, end), phrase):
                    found[phrase.question].append(course)
            at = end
    return found


def _phrases_at(known: Sequence[_Phrase], stems: Sequence[str], line: Sequence[Word], at: int) -> tuple[list[_Phrase], int]:
    """Return the longest of some phrases that begin with a word, and where they end."""
    ends = [(phrase, end) for phrase in known if phrase.words[0] == stems[at] and (end := _end(stems, line, at, phrase.words))]
    last = max((end for _, end in ends), default=at + 1)
    return [phrase for phrase, end in ends if end == last], last


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """Return the phrases by their first words."""
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for key, listed in table("courses").items():
        question, answer = key.split()
        for form in listed:
            parts = tuple(map(stem, form.removesuffix("*").split()))
            found[parts[0]].append(_Phrase(parts, question, answer, form.endswith("*")))
    return found


def _end(stems: Sequence[str], line: Sequence[Word], at: int, parts: Sequence[str]) -> int:
    """Return where a phrase that begins at a place ends, 0 where it does not stand there; articles, adverbs and adjectives may stand in it."""
    if parts[0] != "be" and line[at].tag is Tag.NOUN and len(parts) == 1:
        return 0  # "a strike"
    for part in parts[1:]:
        at += 1
        stop = at + _BETWEEN
        while at < min(stop, len(line)) and stems[at] != part and (line[at].tag in _LOOSE or line[at].low in _THEIRS):
            at += 1
        if at >= len(line) or stems[at] != part:
            return 0
    return at + 1


_BETWEEN = 4
_LOOSE = frozenset({Tag.ADVERB, Tag.AUXILIARY, Tag.DETERMINER, Tag.NOUN, Tag.POSSESSIVE})
_THEIRS = frozenset({"her", "him", "his", "its", "their", "them"})


def _stems(sentence: Sentence, line: Sequence[Word]) -> list[str]:
    be = table("word_classes")["be"]
    both = zip(sentence.tokens, line, strict=False)
    return ["be" if word.low in be else stem(word.lemma) if word.lemma else token.stem for token, word in both]


def _course(document: Document, sentence: Sentence, line: Sequence[Word], place: Range, phrase: _Phrase) -> Course | None:
    """Return what a phrase tells of whom, None where it is only asked for, possible or supposed."""
    start, end = place
    before = _clause_before(line, start, _REACH)
    denials = _denials(document, sentence, line, (before, start))
    turned = len(denials) + sum(word.low in _NOT for word in line[start:end])  # "was not closed", "failed no test"
    answer = phrase.answer if turned % 2 == 0 else _turned(phrase.question, phrase.answer)
    if answer is None or touching(document.quotes, line[start]) or _is_noun_of_another(line, start, phrase):
        return None
    lows = [word.low for word in line[before:start]]
    after = [word.low for word in line[end : end + _REACH]]
    nobody = any(word.low in _NOBODY for word in line[_clause_before(line, start, _LONGEST_SUBJECT) : start])
    if nobody or not _OPEN.isdisjoint(lows) or not _IF.isdisjoint(after) or not _WANTED.isdisjoint(() if denials else lows):
        return None
    if phrase.question in _STATES and not BOUNDS.isdisjoint(after):
        return None  # "will stay closed until Thursday" is open on Thursday
    if turned and not (_PARTLY | BOUNDS).isdisjoint((*lows, *after)):
        return None  # "had not been fully closed", "had not closed since 2007"
    theme = _theme(line, start, end, phrase)
    if (phrase.transitive and theme is None) or (phrase.question in _OF_ONE and (theme is None or _is_of_many(document, line, theme))):
        return None
    names, nouns = _who(document, sentence, line, theme)
    doer = _doer(line, start) if phrase.transitive else None
    doers, doing = _who(document, sentence, line, doer)
    counted = doer is not None and _counts(document, line, *doer)
    first = min((one.start for one in denials), default=line[start].start)
    text = sentence.text[first - sentence.start : line[end - 1].end - sentence.start]
    ahead = not _AHEAD.isdisjoint(lows) and phrase.question in _STATES
    return Course(first, line[end - 1].end, text, sentence, phrase.question, answer, names, nouns, doers, doing, counted, ahead)


_NOT = frozenset({"never", "no", "not"})
_NOBODY = frozenset({"few", "neither", "nobody", "none", "nor"})
"""Words that deny what their clause says, however long its subject is: "none of the 16 people put on trial was convicted"."""
_LONGEST_SUBJECT = 14


def _turned(question: str, answer: str) -> str | None:
    """Return the answer that a denial makes of another, None where it makes none: who was not sacked need not have resigned."""
    if answer == "-":
        return "+"
    return next((no for no in "-~" if answer == "+" and f"{question} {no}" in table("courses")), None)


def _denials(document: Document, sentence: Sentence, line: Sequence[Word], place: Range) -> list[Span]:
    """Return what denies in a stretch of a sentence: what the lexicon lists, and each "not" beside it."""
    stretch = line[slice(*place)]
    listed = [one for claim in within(document.claims, sentence) for one in claim.negations if any(word.start == one.start for word in stretch)]
    plain = [word for word in stretch if (word.low in {"never", "not"} or word.low.endswith("n't")) and not any(one.overlaps(word) for one in listed)]
    return [*listed, *plain]


def _clause_before(line: Sequence[Word], at: int, reach: int) -> int:
    """Return where the words begin that bear on a verb: its auxiliaries and what governs it, "has rejected demands that he [resign]"."""
    start = at
    while start > max(0, at - reach) and line[start - 1].tag is not Tag.MARK and line[start - 1].low not in _BREAKS:
        start -= 1
    return start


_REACH = 7
_BREAKS = frozenset(
    {"after", "although", "and", "as", "because", "before", "but", "or", "since", "so", "though", "when", "where", "which", "while", "who", "whom", "whose"}
)
_OPEN = frozenset(
    {"ask", "asked", "asking", "asks", "called", "can", "consider", "considering", "could", "if", "may", "might", "must", "ordered", "should"}
    | {"fear", "fears", "risk", "risks", "threat", "threatened", "threatens", "told", "unless", "until", "urged", "urges", "wanted", "wants", "whether"}
)
"""What makes a course one of several, or another's wish."""
_IF = frozenset({"if", "provided", "unless"})
_PARTLY = frozenset({"all", "always", "completely", "entirely", "fully", "just", "merely", "only", "since", "wholly"})
_WANTED = frozenset({"appeal", "appeals", "call", "calls", "demand", "demanded", "demands", "pressure", "request", "requests", "try", "tried", "trying"})
"""What leaves a course open unless it is denied: "demands that he resign", "rejected demands that he resign"."""
_AHEAD = frozenset({"'ll", "shall", "to", "will", "would"})
_STATES = frozenset({"open"})
"""What may be so today and otherwise tomorrow."""


def _is_noun_of_another(line: Sequence[Word], start: int, phrase: _Phrase) -> bool:
    """Say whether a phrase that begins with a verb begins here with a noun or an attribute: "the [retired] captain"."""
    if phrase.words[0] in {"be", stem("have"), stem("legal")}:
        return False
    before = line[start - 1].tag if start else Tag.MARK
    return before in {Tag.DETERMINER, Tag.POSSESSIVE} or not (line[start].tag in {Tag.VERB, Tag.INFINITIVE, Tag.ING} or before in {Tag.AUXILIARY, Tag.TO})


def _theme(line: Sequence[Word], start: int, end: int, phrase: _Phrase) -> Range | None:
    group = _group(line, start)
    passive = any(word.low in table("word_classes")["be"] for word in line[group:start])
    if phrase.transitive and not passive:
        return phrase_after(line, end) if end < len(line) else None
    return _doer(line, start)


def _doer(line: Sequence[Word], start: int) -> Range | None:
    """Return the subject of a verb, and of what governs it."""
    clause = next((low + 1 for low in range(start - 1, -1, -1) if line[low].low == ";" or (line[low].low == "that" and line[low].tag is not Tag.DETERMINER)), 0)
    return subject(line, _group(line, start), clause) or clause_subject(line, start, clause)


_OF_ONE = frozenset({"alive", "injury", "plea", "verdict"})
"""What befalls some and not others: "nine passengers died", "the passengers survived"."""


def _is_of_many(document: Document, line: Sequence[Word], theme: Range) -> bool:
    """Say whether a phrase is for several, or for "he" or "she", who may be any of them."""
    stop = next((at for at in range(theme[0] + 1, theme[1]) if line[at].tag is Tag.PREPOSITION or line[at].low == ","), theme[1])
    head = line[stop - 1]
    if head.tag is Tag.PRONOUN or head.tag is Tag.WH:
        return True
    return _counts(document, line, theme[0], stop) or (head.text.islower() and is_plural(head.low))


def _counts(document: Document, line: Sequence[Word], first: int, stop: int) -> bool:
    """Say whether a phrase counts people: "two of his own MPs"."""
    return any(amount.value > 1 and not amount.unit for amount in touching(document.quantities, Span(line[first].start, line[stop - 1].end, "")))


def _group(line: Sequence[Word], at: int) -> int:
    """Return where a verb begins with all that governs it: "[has refused to] step down", "[was ready to] play on"."""
    while at and line[at - 1].tag in {Tag.AUXILIARY, Tag.ADVERB, Tag.TO}:
        at -= 1
        if line[at].tag is Tag.TO and at and line[at - 1].tag in {Tag.VERB, Tag.NOUN} and (line[at - 1].tag is Tag.VERB or line[at - 1].low in _WILLING):
            at -= 1
    return at


_WILLING = frozenset({"due", "likely", "prepared", "ready", "set", "sure", "unable", "unwilling", "willing"})


def _who(document: Document, sentence: Sentence, line: Sequence[Word], phrase: Range | None) -> tuple[tuple[Entity, ...], frozenset[str]]:
    """Return the names and the nouns of a phrase; whoever is called by a role has no name in it: "the star of the new [Tosca]"."""
    if phrase is None:
        return (), frozenset()
    comma = next((at for at in range(phrase[0] + 1, phrase[1]) if line[at].low == ","), phrase[1])
    joint = next((at for at in range(phrase[0] + 1, phrase[1]) if line[at].tag is Tag.PREPOSITION), phrase[1])
    head, apposed, whole = (Span(line[phrase[0]].start, line[last - 1].end, "") for last in (min(comma, joint), joint, phrase[1]))
    nouns = frozenset(meaning(token.stem) for token in within(sentence.tokens, head) if is_content(token) and token.text[0].isalpha())
    names = document.appearing_in(apposed) or (() if nouns & nouns_of("roles") else document.appearing_in(whole))
    return tuple(entity for _, entity in names), nouns


@cache
def nouns_of(lexicon: str) -> frozenset[str]:
    """Return what the nouns of a list mean, "team" and "side" among those for bodies."""
    sides = ("outfit", "side", "team") if lexicon == "body_words" else ()
    return frozenset(meaning(stem(word)) for word in (*words(lexicon), *sides))
