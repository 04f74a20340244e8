"""What became of somebody named: dead in the one report and hurt in the other, arrested and on the run, convicted and cleared."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.align import told
from crosscheck.annotate.document import touching
from crosscheck.annotate.grammar import Tag, verb_forms
from crosscheck.annotate.names import EntityType
from crosscheck.annotate.phrases import clause_subject, phrase_after, subject, verb_group
from crosscheck.lexicon import table
from crosscheck.rules.people import ONE
from crosscheck.rules.states import at_two_times
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.phrases import Range
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence


class Fortune(NamedTuple):
    """What became of somebody ("dead") in a sphere of life ("life"), with the words that tell it."""

    sphere: str
    name: str
    shown: Span


def fortunes_at_odds(comparison: Comparison) -> Iterator[tuple[Span, Span, tuple[int, int]]]:
    """Yield what the reports say became of one person, where it cannot be both, with the numbers of the sentences.

    All that a report tells of him in that sphere must be at odds with all that the other tells: who was missing on Monday may be
    found on Tuesday, and a report that tells so tells both. But for life and death the sentences must be linked, for many a life has
    more than one arrest in it. Nor may the two be told of two times.
    """
    linked = {(one.id, other.id) for one, other in comparison.pairs}
    told_a, told_b = _told(comparison.a), _told(comparison.b)
    for kin in comparison.kin:
        if kin.bond not in ONE or not kin.only:
            continue
        for sphere in told_a.get(kin.a.id, {}).keys() & told_b.get(kin.b.id, {}).keys():
            met = list(product(told_a[kin.a.id][sphere], told_b[kin.b.id][sphere]))
            if any(x.name == y.name or {x.name, y.name} in _TOGETHER for x, y in met):
                continue
            for x, y in met:
                one, other = comparison.a.sentence_of(x.shown), comparison.b.sentence_of(y.shown)
                if (sphere == "life" or (one.id, other.id) in linked) and not at_two_times(comparison.a, one, comparison.b, other):
                    yield x.shown, y.shown, (one.id, other.id)
                    break


_TOGETHER = ({"alive", "hurt"}, {"alive", "unhurt"}, {"caught", "held"}, {"caught", "free"})
"""Fortunes of one sphere that one may meet with together, or one after the other on one day."""


class _Phrase(NamedTuple):
    """A phrase that tells a fortune: whether it is told of the verb's object, the words that lead to him ("body of") and those behind."""

    sphere: str
    name: str
    of_object: bool
    lead: tuple[str, ...]
    rest: tuple[str, ...]


def _told(document: Document) -> Mapping[int, Mapping[str, Sequence[Fortune]]]:
    """Return what a report tells of each of its cast, by number and sphere."""
    found: dict[int, dict[str, list[Fortune]]] = defaultdict(lambda: defaultdict(list))
    for sentence in told(document):
        for number, fortune in _in_sentence(document, sentence):
            found[number][fortune.sphere].append(fortune)
    return found


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[tuple[int, Fortune]]:
    """Yield what a sentence tells outside quotes as settled, with the numbers of those of whom it does."""
    line: Sequence[Word] = ()
    for at, token in enumerate(sentence.tokens):
        phrases = _by_form().get(token.text.lower())
        if not phrases:
            continue
        line = line or document.tagged(sentence)
        start = verb_group(line, at)
        joined = any(word.low in table("word_classes")["be"] for word in line[start:at])
        if line[at].quote >= 0 or line[at].tag not in _VERBS or (line[at].tag is Tag.ING and not joined):
            continue
        passive = joined and line[at].tag is Tag.VERB
        # Of the many that "was" begins hardly any stands here; where a phrase goes on behind its object, that is looked for first.
        fitting = [phrase for phrase in phrases if (phrase.of_object and not passive) or _end(line, at + 1, phrase.rest) is not None]
        acting, longest = (subject(line, start) or clause_subject(line, at)) if fitting else None, 0
        for phrase in fitting:
            part = acting if passive or not phrase.of_object else _object(line, at + 1, phrase.lead)
            whom = _whom(document, line, _owner(line, part, phrase.lead) if passive and phrase.lead else part)
            rest = at + 1 if passive or not phrase.of_object or not whom else _after(line, whom[-1][0])
            end = _end(line, rest, phrase.rest)
            if not whom or end is None or len(phrase.lead + phrase.rest) < longest or (line[at].tag is Tag.ING and phrase.name == "dead"):
                continue  # who is dying is not dead
            longest = len(phrase.lead + phrase.rest)
            shown = Span.of(document.article.text, line[start].start, line[end - 1].end)
            if not _is_open(document, line[start:at], shown):
                yield from ((number, Fortune(phrase.sphere, phrase.name, shown)) for _, number in whom)


_VERBS = frozenset({Tag.AUXILIARY, Tag.INFINITIVE, Tag.ING, Tag.VERB})


def _object(line: Sequence[Word], at: int, lead: Sequence[str]) -> Range | None:
    """Return the phrase after a verb, without the words that lead to whom it is about."""
    start = _end(line, at, lead)
    return None if start is None else phrase_after(line, start)


def _owner(line: Sequence[Word], part: Range | None, lead: Sequence[str]) -> Range | None:
    """Return the phrase for whose body it is, None where it is none: "the body of [Ann Lee]", "[Ann Lee]'s body"."""
    if part is None:
        return None
    start = _end(line, part[0], lead)
    if start is not None and start < part[1]:
        return start, part[1]
    owned = line[part[1] - 1].low == lead[0] and line[part[1] - 2].tag is Tag.POSSESSIVE
    return (part[0], part[1] - 2) if owned else None


def _whom(document: Document, line: Sequence[Word], part: Range | None) -> list[tuple[Span, int]]:
    """Return the people whom a phrase is about, each with where: "Ann Lee" of "the driver, Ann Lee, 34", nobody of "Ann Lee's brother"."""
    if part is None:
        return []
    first, last = part
    if line[first].low == "who":
        last = first
        while last and (line[last - 1].tag is Tag.MARK or line[last - 1].low.isdigit()):
            last -= 1
        first = max(0, last - _LONGEST_NAME)
    within = document.appearing_in(Span(line[first].start, line[last - 1].end, "")) if last > first else ()
    people = [(span, entity.id) for span, entity in within if entity.type is EntityType.PERSON]
    if line[part[0]].low == "who":
        return people[-1:] if people and people[-1][0].end == line[last - 1].end else []
    return [(span, number) for span, number in people if _is_meant(line[first:last], span)]


_LONGEST_NAME = 5


def _is_meant(phrase: Sequence[Word], person: Span) -> bool:
    """Say whether a phrase is about somebody named in it, and not about what is his, or what he is by."""
    before = [word for word in phrase if word.end <= person.start]
    after = next((word for word in phrase if word.start >= person.end), None)
    if after is not None and after.tag is Tag.POSSESSIVE:
        return False
    apposed = bool(before) and before[-1].low in {",", "as", "called", "named"}
    return apposed or all(word.tag not in {Tag.PREPOSITION, Tag.POSSESSIVE} for word in before)


def _after(line: Sequence[Word], span: Span) -> int:
    return next((n for n, word in enumerate(line) if word.start >= span.end), len(line))


def _end(line: Sequence[Word], at: int, rest: Sequence[str]) -> int | None:
    """Return where the words that follow a verb end, None where others follow; articles and adverbs stand between them."""
    for word in rest:
        while at < len(line) and line[at].low != word and (line[at].low in _DROPPED or line[at].tag is Tag.ADVERB):
            at += 1
        if at >= len(line) or line[at].low != word:
            return None
        at += 1
    return at


_DROPPED = frozenset({"a", "an", "her", "his", "own", "the", "their"})


def _is_open(document: Document, group: Sequence[Word], shown: Span) -> bool:
    """Say whether what is told may or may not be, or is denied: "may have drowned", "is due to be freed", "denied that he had fled"."""
    if any(word.tag is Tag.TO or word.low in _POSSIBLE or word.low.endswith("n't") for word in group):
        return True
    return any(claim.hedges or any(not shown.covers(negation) for negation in claim.negations) for claim in touching(document.claims, shown))


_POSSIBLE = frozenset({"can", "cannot", "could", "may", "might", "must", "never", "not", "should"})


@cache
def _by_form() -> Mapping[str, Sequence[_Phrase]]:
    """Return the phrases that each form of a verb may begin, the longest first; "remained missing" is told with those of "be"."""
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for fortune, phrases in table("fortunes").items():
        sphere, _, name = fortune.partition(" ")
        for phrase in phrases:
            verb, *behind = phrase.split()
            whom = behind.index("somebody") if "somebody" in behind else -1
            found[verb].append(_Phrase(sphere, name, whom >= 0, tuple(behind[: max(0, whom)]), tuple(behind[whom + 1 :])))
    found["remain"] += found["be"]
    forms = {form: lemma for form, (lemma, _) in verb_forms().items() if lemma in found} | dict.fromkeys(table("word_classes")["be"], "be")
    return {form: sorted(found[lemma], key=lambda phrase: -len(phrase.lead + phrase.rest)) for form, lemma in forms.items()}
