"""Which of two courses somebody or something takes, in whatever words: "would not support the budget", "was ready to back it"; "was sacked", "quit"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.document import touching, within
from crosscheck.annotate.grammar import Tag
from crosscheck.annotate.names import EntityType
from crosscheck.annotate.numerals import is_plural
from crosscheck.annotate.phrases import clause_subject, phrase_after, subject
from crosscheck.lexicon import table, words
from crosscheck.rules.people import are_one
from crosscheck.rules.states import at_two_times
from crosscheck.rules.turns import BOUNDS
from crosscheck.similarity import is_content, meaning
from crosscheck.spans import Span
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.names import Entity
    from crosscheck.annotate.phrases import Range
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence, Token


class _Phrase(NamedTuple):
    """A phrase of the lexicon: the stems of its words, the question that it answers and how ("support", "+"), whether it is done to what stands behind it."""

    words: tuple[str, ...]
    question: str
    answer: str
    transitive: bool


@dataclass(frozen=True, slots=True)
class _Course(Span):
    """The words that tell a course, from the first denial on; of whom or what by name and by noun: `nouns` is empty for a pronoun."""

    sentence: Sentence
    question: str
    answer: str
    names: tuple[Entity, ...]
    nouns: frozenset[str]
    is_ahead: bool


def rival_courses(comparison: Comparison) -> Iterator[tuple[Span, Span, tuple[int, int]]]:
    """Yield how the reports answer one question in two ways, of one subject, with the numbers of the sentences.

    The sentences are linked, or both name the one of whom it is told. Not where a report tells both answers, nor where they tell of
    other times: a road that was shut may be open tomorrow.
    """
    mine, theirs = _courses(comparison.a), _courses(comparison.b)
    linked = {(link.a, link.b) for link in comparison.links}
    for question in sorted(mine.keys() & theirs.keys()):
        for x, y in product(mine[question], theirs[question]):
            together = (x.sentence.id, y.sentence.id) in linked
            if not _are_at_odds(x, y) or not _are_of_one(comparison, x, y, together=together):
                continue
            both = any(_is_told_too(x, also) for also in mine[question]) or any(_is_told_too(y, also) for also in theirs[question])
            both = both or _has(x.sentence, question, y.answer) or _has(y.sentence, question, x.answer)
            if not both and not at_two_times(comparison.a, x.sentence, comparison.b, y.sentence):
                yield x, y, (x.sentence.id, y.sentence.id)


def _are_at_odds(x: _Course, y: _Course) -> bool:
    return x.answer != y.answer and x.is_ahead == y.is_ahead


def _is_told_too(x: _Course, also: _Course) -> bool:
    """Say whether a report has the other answer too, of the same subject: "refused to resign on Monday", "stepped down on Wednesday"."""
    if x.answer == also.answer:
        return False
    if x.names and also.names:
        return not {one.id for one in x.names}.isdisjoint(one.id for one in also.names)
    near = abs(x.sentence.id - also.sentence.id) <= 1
    return not x.nouns.isdisjoint(also.nouns) or (near and not (x.nouns and also.nouns))


def _has(sentence: Sentence, question: str, answer: str) -> bool:
    """Say whether a sentence has the words of an answer that rules its own out: "was booked and then sent off"."""
    if not answer.isdigit():
        return False
    told = {token.stem for token in sentence.tokens}
    return any(told.issuperset(map(stem, form.removeprefix("be ").removesuffix("*").split())) for form in table("courses")[f"{question} {answer}"])


def _are_of_one(comparison: Comparison, x: _Course, y: _Course, *, together: bool) -> bool:
    """Say whether two courses are of one subject: by name, or in linked sentences by noun, or where the one is a pronoun."""
    if x.names and y.names:
        return any(are_one(a, b, comparison.aliases) for a in x.names for b in y.names)
    if not together:
        return False
    return not x.nouns or not y.nouns or not x.nouns.isdisjoint(y.nouns) or _may_be_called(x, y) or _may_be_called(y, x)


def _may_be_called(named: _Course, described: _Course) -> bool:
    """Say whether who is named in the one may be whom the other calls by a noun: "Ann Lee" is "the star", "Kenya" is "the team"."""
    sorts = {"roles" if one.type is EntityType.PERSON else "body_words" for one in named.names}
    return not described.names and any(noun in _nouns(sort) for sort in sorts for noun in described.nouns)


@cache
def _nouns(lexicon: str) -> frozenset[str]:
    sides = ("outfit", "side", "team") if lexicon == "body_words" else ()
    return frozenset(meaning(stem(word)) for word in (*words(lexicon), *sides))


def _courses(document: Document) -> Mapping[str, Sequence[_Course]]:
    found: dict[str, list[_Course]] = defaultdict(list)
    for sentence in document.sentences:
        line = document.tagged(sentence)
        at = 0
        while at < len(line):
            here, end = _phrases_at(sentence.tokens, line, at)
            for phrase in here:
                if course := _course(document, sentence, line, (at, end), phrase):
                    found[phrase.question].append(course)
            at = end
    return found


def _phrases_at(tokens: Sequence[Token], line: Sequence[Word], at: int) -> tuple[list[_Phrase], int]:
    """Return the longest phrases of the lexicon that begin with a word, and where they end."""
    known = _phrases().get(_plain(tokens, line, at))
    if not known:
        return [], at + 1  # most words
    ends = [(phrase, end) for phrase in known if (end := _end(tokens, line, at, phrase.words))]
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


def _end(tokens: Sequence[Token], line: Sequence[Word], at: int, parts: Sequence[str]) -> int:
    """Return where a phrase that begins at a place ends, 0 where it does not stand there; articles, adverbs and adjectives may stand in it."""
    if parts[0] != "be" and line[at].tag is Tag.NOUN and len(parts) == 1:
        return 0  # "a strike"
    for part in parts[1:]:
        at += 1
        stop = at + _BETWEEN
        while at < min(stop, len(line)) and _plain(tokens, line, at) != part and (line[at].tag in _LOOSE or line[at].low in _THEIRS):
            at += 1
        if at >= len(line) or _plain(tokens, line, at) != part:
            return 0
    return at + 1


_BETWEEN = 4
_LOOSE = frozenset({Tag.ADVERB, Tag.AUXILIARY, Tag.DETERMINER, Tag.NOUN, Tag.POSSESSIVE})
_THEIRS = frozenset({"her", "him", "his", "its", "their", "them"})


def _plain(tokens: Sequence[Token], line: Sequence[Word], at: int) -> str:
    if line[at].low in table("word_classes")["be"]:
        return "be"
    return stem(line[at].lemma) if line[at].lemma else tokens[at].stem


def _course(document: Document, sentence: Sentence, line: Sequence[Word], place: Range, phrase: _Phrase) -> _Course | None:
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
    if turned and not (_PARTLY | BOUNDS).isdisjoint((*lows, *after)):
        return None  # "had not been fully closed", "had not closed since 2007"
    theme = _theme(line, start, end, phrase)
    if (phrase.transitive and theme is None) or (phrase.question in _OF_ONE and (theme is None or _is_of_many(document, line, theme))):
        return None
    names, nouns = _who(document, sentence, line, theme)
    first = min((one.start for one in denials), default=line[start].start)
    text = sentence.text[first - sentence.start : line[end - 1].end - sentence.start]
    ahead = not _AHEAD.isdisjoint(lows) and phrase.question in _STATES
    return _Course(first, line[end - 1].end, text, sentence, phrase.question, answer, names, nouns, ahead)


_NOT = frozenset({"never", "no", "not"})
_NOBODY = frozenset({"few", "neither", "nobody", "none", "nor"})
"""Words that deny what their clause says, however long its subject is: "none of the 16 people put on trial was convicted"."""
_LONGEST_SUBJECT = 14


@cache
def _turned(question: str, answer: str) -> str | None:
    """Return the answer that a denial makes of another, None where it makes none: who was not sacked need not have resigned."""
    return next((other for sign, other in (("+", "-"), ("+", "~"), ("-", "+")) if sign == answer and f"{question} {other}" in table("courses")), None)


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
    | {"threatened", "threatens", "told", "unless", "until", "urged", "urges", "wanted", "wants", "whether"}
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
    passive = phrase.transitive and any(word.low in table("word_classes")["be"] for word in line[group:start])
    if phrase.transitive and not passive:
        return phrase_after(line, end) if end < len(line) else None
    clause = next((low + 1 for low in range(start - 1, -1, -1) if line[low].low == ";" or (line[low].low == "that" and line[low].tag is not Tag.DETERMINER)), 0)
    return subject(line, group, clause) or clause_subject(line, start, clause)


_OF_ONE = frozenset({"alive", "injury", "plea", "verdict"})
"""What befalls some and not others: "nine passengers died", "the passengers survived"."""


def _is_of_many(document: Document, line: Sequence[Word], theme: Range) -> bool:
    """Say whether a phrase is for several, or for "he" or "she", who may be any of them."""
    stop = next((at for at in range(theme[0] + 1, theme[1]) if line[at].tag is Tag.PREPOSITION or line[at].low == ","), theme[1])
    head = line[stop - 1]
    if head.tag is Tag.PRONOUN or head.tag is Tag.WH:
        return True
    counted = any(amount.value > 1 and not amount.unit for amount in touching(document.quantities, Span(line[theme[0]].start, head.end, "")))
    return counted or (head.text.islower() and is_plural(head.low))


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
    names = document.appearing_in(apposed) or (() if nouns & _nouns("roles") else document.appearing_in(whole))
    return tuple(entity for _, entity in names), nouns
