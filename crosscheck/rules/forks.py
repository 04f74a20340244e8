"""Which of two courses somebody or something takes, in whatever words: "would not support the budget", "was ready to back it"; "was sacked", "quit"."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from crosscheck.annotate.names import EntityType
from crosscheck.lexicon import table
from crosscheck.rules.courses import courses, nouns_of
from crosscheck.rules.people import are_one
from crosscheck.rules.states import at_two_times
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from crosscheck.annotate.names import Entity
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.courses import Course
    from crosscheck.segment import Sentence
    from crosscheck.spans import Span


def rival_courses(comparison: Comparison) -> Iterator[tuple[Span, Span, tuple[int, int]]]:
    """Yield how the reports answer one question in two ways, of one subject, with the numbers of the sentences.

    The sentences are linked, or both name the one of whom it is told. Not where a report tells both answers, nor where they tell of
    other times: a road that was shut may be open tomorrow.
    """
    mine, theirs = courses(comparison.a), courses(comparison.b)
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


def _are_at_odds(x: Course, y: Course) -> bool:
    return x.answer != y.answer and x.is_ahead == y.is_ahead


def _is_told_too(x: Course, also: Course) -> bool:
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


def _are_of_one(comparison: Comparison, x: Course, y: Course, *, together: bool) -> bool:
    """Say whether two courses are of one subject: by name, or in linked sentences by noun, or where the one is a pronoun."""
    if x.by_some or y.by_some or not _have_one_doer(comparison, x, y):
        return False
    if not together and x.question not in _OF_HIMSELF:
        return False
    if x.names and y.names:
        return any(are_one(a, b, comparison.aliases) for a in x.names for b in y.names)
    if not together:
        return False
    if not x.nouns or not y.nouns or not x.nouns.isdisjoint(y.nouns):
        return True
    return (not y.names and _may_be_called(x.names, y.nouns)) or (not x.names and _may_be_called(y.names, x.nouns))


_OF_HIMSELF = frozenset({"alive", "career", "concede", "exit", "foul", "office", "plea", "run", "verdict"})
"""What somebody does once or is, and not about one thing and another, as he supports this and opposes that."""


def _have_one_doer(comparison: Comparison, x: Course, y: Course) -> bool:
    """Say whether who does the one may be who does the other: not "Italy backed the plan", "Hungary opposed it", nor "the house", "the churches"."""
    if x.doers and y.doers:
        return any(are_one(a, b, comparison.aliases) for a in x.doers for b in y.doers)
    if not x.doing or not y.doing or not x.doing.isdisjoint(y.doing):
        return True
    return (not y.doers and _may_be_called(x.doers, y.doing)) or (not x.doers and _may_be_called(y.doers, x.doing))


def _may_be_called(names: Sequence[Entity], nouns: AbstractSet[str]) -> bool:
    """Say whether who has a name in the one report may be whom the other calls by a noun: "Ann Lee" is "the star", "Kenya" is "the team"."""
    sorts = {"roles" if one.type is EntityType.PERSON else "body_words" for one in names}
    return any(noun in nouns_of(sort) for sort in sorts for noun in nouns)
