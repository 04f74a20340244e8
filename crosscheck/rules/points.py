"""What a clause says, and how settled it says it is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from crosscheck.annotate.grammar import NOMINAL, Tag, verb_forms
from crosscheck.annotate.predications import Grade, Predication, predications
from crosscheck.lexicon import table, words
from crosscheck.similarity import features
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.names import Entity
    from crosscheck.rules.tellings import Telling
    from crosscheck.segment import Sentence, Token


@dataclass(frozen=True)
class Point:
    """What is said in a clause, and how settled it is once its source is heard: what "police believe" is no more than expected."""

    told: Telling
    said: Predication
    grade: Grade
    shown: Span
    is_first: bool = False
    is_relative: bool = False

    @cached_property
    def about(self) -> frozenset[str]:
        """What the clause tells beside the verb: its words, amounts and days."""
        tokens = [token for token in self.told.sentence.tokens if self.told.claim.covers(token) and not self.said.covers(token)]
        return frozenset(features(self.told.document, self.told.claim, tokens))

    @property
    def object(self) -> Token | None:
        """The first word of what the verb is said of, after it; how surely it is said ("was probably dead") is no part of it."""
        return next((token for token in self.told.after(self.said, 2) if token.text.casefold() not in words("hedges")), None)


def points(document: Document, tellings: Sequence[Sequence[Telling]], number: int) -> list[Point]:
    """Return what a sentence, by its number, says in its clauses, in order; `tellings` are the clauses of every sentence."""
    sentence, clauses = document.sentences[number], tellings[number]
    found: list[Point] = []
    for said in predications(sentence, document.tagged(sentence)):
        told = next((telling for telling in clauses if telling.claim.covers(said.head) or (said.grade < Grade.DONE and telling.claim.start >= said.end)), None)
        if told is None or (_is_guess(said) and (told.claim.attribution is None or conditions(told))):
            continue
        relative = _word_before(sentence, said) in {"that", "which", "who", "whose"}
        first = not relative and all(said.covers(point.said) or point.is_relative for point in found if point.told is told)
        outside = [hedge for hedge in told.claim.hedges if not told.claim.overlaps(hedge)]
        doubts = [hedge for hedge in outside if first and not _gives_grounds(told) and _word_before(sentence, hedge) not in {"i", "we"}]
        grade = min(said.grade, Grade.EXPECTED) if doubts else said.grade
        since = min((said.since, *(hedge.start for hedge in doubts if sentence.covers(hedge))))
        shown = Span.of(document.article.text, since, said.end)
        found.append(Point(told, said, grade, shown, first, relative))
    return found


def _word_before(sentence: Sentence, span: Span) -> str:
    """Return the word before another in lower case: in "I think we will win" a hedge is the speaker's manner, and as sure as "we will win"."""
    at = bisect_right(sentence.tokens, span.start, key=_END)
    return sentence.tokens[at - 1].text.lower() if at else ""


_END = attrgetter("end")


def _gives_grounds(told: Telling) -> bool:
    """Say whether a clause only tells why or when, which a doubt of what it hangs on leaves standing: "think it fell [because it was drifting]"."""
    return told.claim.text.casefold().split()[0] in {"after", "although", "as", "because", "before", "since", "though", "when", "while"}


def _is_guess(said: Predication) -> bool:
    """Say whether a verb is told with "would", which tells what is to be only where it is reported: "said it would close"."""
    return bool({"would", "'d"} & set(said.text.casefold().replace("’", " '").split()))


def conditions(told: Telling) -> bool:
    """Say whether a claim hangs on a condition: "if it rains", "provided he pays"."""
    return any(hedge.text.casefold() in words("conditions") for hedge in told.claim.hedges)


def deeds(point: Point) -> tuple[str, ...]:
    """Return what a verb does: in "look into" to investigate, in "open an inquiry" the inquiry; nothing where it may be anything."""
    lemma = verb_forms().get(point.said.head.text.lower(), (point.said.head.text.lower(), None))[0]
    behind = next((token.text.lower() for token in point.told.sentence.tokens if token.start >= point.said.end), "")
    joined = table("phrasal_verbs").get(f"{lemma} {behind}", ())
    return joined or (() if lemma in words("light_verbs") else (lemma,))


def things(point: Point) -> list[Token]:
    """Return the content words of the noun phrase right after a verb, none where a preposition leads it in."""
    line = point.told.document.tagged(point.told.sentence)
    phrase = takewhile(lambda word: word.tag in NOMINAL, (word for word in line if word.start >= point.said.end))
    starts = {word.start for word in phrase}
    return [token for token in point.told.content if token.start in starts]


def denied(point: Point) -> tuple[bool, bool]:
    """Say whether the clause is denied, and whether the verb itself: "rejected a request to delay", "did not delay"; not where "it is not clear whether"."""
    asked = point.said.since < point.said.start and point.shown.text.casefold().startswith(("whether", "if"))
    negations = [negation for negation in point.told.claim.negations if not asked or negation.start > point.said.since]
    negations = [negation for negation in negations if not _tells_which(point, negation)]
    return bool(negations), any(point.said.overlaps(negation) for negation in negations)


def _tells_which(point: Point, negation: Span) -> bool:
    """Say whether a negation stands in a relative clause before the verb and denies that clause alone: "a load that had not been tied down [shifted]"."""
    line = point.told.document.tagged(point.told.sentence)
    before = next((word for word in reversed(line) if word.end <= negation.start and word.tag is not Tag.AUXILIARY), None)
    if before is None or before.low not in {"that", "which", "who"}:
        return False
    return any(word.tag is Tag.VERB for word in line if negation.end <= word.start < point.said.start)


def auxiliary(point: Point) -> str:
    """Return which auxiliary stands for the verb, "" for a verb of its own: "may be", "is", "had"."""
    low = point.said.head.text.lower()
    if low in table("word_classes")["be"]:
        return "be"
    return next((name for name, forms in _AUXILIARIES.items() if low in forms), "")


_AUXILIARIES = {"have": {"had", "has", "have", "having"}, "do": {"did", "do", "does", "doing", "done"}}


def named(point: Point, *, before: bool) -> list[Entity]:
    """Return whom a clause names on one side of its verb."""
    names = point.told.document.appearing_in(point.told.claim)
    return [entity for span, entity in names if (span.end <= point.said.start if before else span.start >= point.said.end)]


def group(point: Point) -> set[str]:
    """Return the words that tell what is said and grade it: "would", "recall"."""
    return set(point.shown.text.casefold().split())
