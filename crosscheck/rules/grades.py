"""What the two reports tell in grades that are apart: what may be in the one is settled in the other."""

from __future__ import annotations

from functools import cache, partial
from itertools import product
from typing import TYPE_CHECKING

from crosscheck.align import told
from crosscheck.annotate.document import within
from crosscheck.annotate.names import EntityType
from crosscheck.annotate.predications import Grade, Predication, doubted_nouns, is_light, is_past, reach_of
from crosscheck.annotate.times import may_agree
from crosscheck.lexicon import words
from crosscheck.rules.people import are_one
from crosscheck.rules.points import Point, auxiliary, conditions, deeds, denied, group, named, points, things
from crosscheck.rules.rewordings import near_in_meaning, senses, share_group
from crosscheck.rules.sorts import are_two_sorts, sorts_of
from crosscheck.rules.sources import answering, credited_words, is_unnamed, same_source, voice
from crosscheck.similarity import is_content, is_everyday, meaning, terms
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.names import Entity
    from crosscheck.rules.comparison import Comparison
    from crosscheck.rules.tellings import Telling
    from crosscheck.segment import Sentence
    from crosscheck.spans import Span

APART = 2
"""So many steps lie between two grades that differ: "may close" and "is expected to close" are told for each other."""
TOUCHING = 0.2
"""So much of the shorter clause must the two have in common beside the verb that both have."""
NEARLY = 0.25
"""So much of it where the verbs are near in meaning, for a story to tell elsewhere in its brief's grade what the two tell apart."""
COVERED = 0.5
"""So much of it where they have other verbs."""
LONGEST = 12
"""How many content words after a verb tell what it is done to, and where and why."""


def graded_apart(comparison: Comparison) -> Iterator[tuple[Point, Point]]:
    """Yield what linked sentences tell in grades that are apart, one thing for two sentences: the one told most alike.

    A headline is held against a lead, in one verb, where neither is told of already.
    """
    mine, theirs = cache(partial(points, comparison.a, comparison.tellings_a)), cache(partial(points, comparison.b, comparison.tellings_b))
    told_a, told_b = set[int](), set[int]()
    for one, other in sorted(comparison.pairs, key=lambda pair: pair[0].role is not pair[1].role):
        if one.role is other.role:
            found = (*_differing(mine(one.id), theirs(other.id)), *_doubted(comparison, one, other))
        elif one.id in told_a or other.id in told_b:
            continue
        else:
            found = tuple((a, b) for a, b in _differing(mine(one.id), theirs(other.id)) if _same(a, b))
        near = COVERED if comparison.brief is None else NEARLY
        borne_out = ((a, b) for a, b in found if not _is_told_so(a, comparison.b, theirs, near) and not _is_told_so(b, comparison.a, mine, near))
        for pair in sorted(borne_out, key=_likeliest_first)[:1]:
            told_a.add(one.id)
            told_b.add(other.id)
            yield pair


def _is_told_so(point: Point, document: Document, said_in: Callable[[int], Sequence[Point]], near: float) -> bool:
    """Say whether a report tells a thing anywhere in about this grade: what "was backed" by gold in the lead "was meant to be supported" by it further down.

    `near` is how much the clauses must have in common where the verbs are no more than near in meaning.
    """
    means = frozenset(senses(point.said.head.stem))
    return any(
        not means.isdisjoint(senses(one.said.head.stem))
        and not _differ(point, one)
        and alike(point, one) >= (COVERED if not is_content(point.said.head) else TOUCHING if _same(point, one) else near)
        for sentence in told(document)
        if any(not means.isdisjoint(senses(token.stem)) for token in sentence.tokens)
        for one in said_in(sentence.id)
    )


def alike(a: Point, b: Point) -> float:
    """Return how much of the shorter clause the two have in common beside their verbs, 0..1."""
    return len(a.about & b.about) / max(1, min(len(a.about), len(b.about)))


def _likeliest_first(pair: tuple[Point, Point]) -> tuple[float, int, int]:
    """Return the order of what differs, the same whichever report is which."""
    a, b = pair
    return -alike(a, b), a.said.start + b.said.start, abs(a.said.start - b.said.start)


def _differing(mine: Sequence[Point], theirs: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """Yield what is told in two grades, but not where one of the reports tells it in the other's grade as well."""
    for a, b in product(mine, theirs):
        if (
            _differ(a, b)
            and not (_nobody(a) and _nobody(b))
            and _is_one_thing(a, b)
            and not any(_same(a, x) and not _differ(a, x) for x in theirs)
            and not any(_same(x, b) and not _differ(x, b) for x in mine)
        ):
            yield a, b


def _nobody(point: Point) -> bool:
    """Say whether a clause is about nobody, who is not willing to do what nobody will do."""
    before = (token.text.casefold() for token in point.told.sentence.tokens if token.end <= point.said.start)
    return not {"nobody", "none"}.isdisjoint(before)


def _differ(a: Point, b: Point) -> bool:
    return abs(a.grade - b.grade) >= APART or _is_undone(a, b)


def _is_undone(a: Point, b: Point) -> bool:
    """Say whether one source says on one day that it has done a thing and that it will: "said it had recalled its envoy", "would recall its envoy"."""
    less, more = sorted((a, b), key=lambda point: point.grade)
    if (less.grade, more.grade) != (Grade.SETTLED, Grade.DONE) or less.told.document.article.date != more.told.document.article.date:
        return False
    return {"will", "would"} & group(less) != set() != {"had", "has", "have"} & group(more) and _same(a, b) and _of_one_source(a, b)


def _same(a: Point, b: Point) -> bool:
    """Say whether two points have one verb, or two that bring one thing as far: "will seek a rise" and "may ask for an increase"."""
    if meaning(a.said.head.stem) == meaning(b.said.head.stem):
        return True
    reach = reach_of(a.said.head)
    return reach < Grade.SETTLED and reach is reach_of(b.said.head) and a.object is not None and _have_one_object(a, b)


def _is_one_thing(a: Point, b: Point) -> bool:
    """Say whether two points are one: the same verb of something that both name, or two clauses that tell the same beside their verbs."""
    if _others_act(a, b) or _another_time(a, b) or _is_answered(a, b) or denied(a) != denied(b) or _to_others(a, b) or _is_charged(a, b):
        return False
    if a.told.is_quoted and b.told.is_quoted:
        return False  # other words between quotation marks are told as such
    if _same(a, b) and is_content(a.said.head):
        if is_light(a.said.head) and not _have_one_object(a, b):
            return False
        return alike(a, b) >= (TOUCHING if _doers_meet(a, b) or _of_one_source(a, b) else COVERED) or _is_retold(a, b)
    return _stand_alike(a, b) or (_mean_alike(a, b) and alike(a, b) >= (TOUCHING if _one_acts(a, b) else COVERED))


def _is_retold(a: Point, b: Point) -> bool:
    """Say whether one source tells of a deed in two clauses that have only the deed in common: "she will sue for her fee", "she might sue the club"."""
    plain = not is_everyday(meaning(a.said.head.stem)) and not is_light(a.said.head)
    return plain and a.is_first and b.is_first and _doers_meet(a, b) and _of_one_source(a, b)


def _of_one_source(a: Point, b: Point) -> bool:
    """Say whether one and the same source, who is named or known, tells both."""
    x, y = answering(a.told), answering(b.told)
    if x is None or y is None:
        return False
    in_one_word = not is_unnamed(x) and credited_words(x) == credited_words(y) != set()
    return in_one_word or same_source(voice(a.told.document, x), voice(b.told.document, y)) is True


def _mean_alike(a: Point, b: Point) -> bool:
    """Say whether two verbs stand for each other: "may be barred" and "had been banned", "will pick up" and "is expected to take over"."""
    if auxiliary(a) or auxiliary(b) or conditions(a.told) or conditions(b.told):
        return False
    return any(near_in_meaning(x, y) or share_group("near_verbs", x, y) for x, y in product(deeds(a), deeds(b)))


def _one_acts(a: Point, b: Point) -> bool:
    """Say whether one and the same is named before both verbs."""
    return _meet(a, named(a, before=True), named(b, before=True))


def _to_others(a: Point, b: Point) -> bool:
    """Say whether the verbs are followed by two things: "may cut its [rates]" and "has cut its [forecast]"."""
    mine, theirs = things(a), things(b)
    ahead_a, ahead_b = ({*terms(point.told.after(point.said, LONGEST))} for point in (a, b))
    return bool(mine and theirs) and ahead_a.isdisjoint(ahead_b) and not any(near_in_meaning(x.text, y.text) for x, y in product(mine, theirs))


def _doers_meet(a: Point, b: Point) -> bool:
    """Say whether what stands before the verbs has a word in common, or nothing tells who does it in one of them ("they", a passive)."""
    mine, theirs = ({*terms(token for token in point.told.content if token.end <= point.said.start)} for point in (a, b))
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _stand_alike(a: Point, b: Point) -> bool:
    """Say whether two clauses tell the same with other verbs: "may meet in Juba on Friday" and "will sit down in Juba on Friday"."""
    surer = max(a, b, key=lambda point: point.grade)
    if a.told.word(b.said.head) or b.told.word(a.said.head) or reach_of(surer.said.head) < Grade.SETTLED or auxiliary(a) != auxiliary(b):
        return False
    return (
        a.is_first
        and b.is_first
        and _objects_meet(a, b)
        and (len(a.about & b.about) > 1 or (auxiliary(a) == "be" and _tell_the_same(a, b)))
        and alike(a, b) >= COVERED
    )


def _tell_the_same(a: Point, b: Point) -> bool:
    """Say whether the sentences around two clauses that tell little ("and was probably dead") have half of the words of the shorter in common."""
    mine, theirs = ({*terms([token for token in point.told.sentence.tokens if is_content(token)])} for point in (a, b))
    return len(mine & theirs) >= COVERED * min(len(mine), len(theirs))


def _objects_meet(a: Point, b: Point) -> bool:
    """Say whether the verbs are said of the same: each of what the other clause has, or, where one is done, of one word.

    So "may boycott the elections" and "will stay out of the elections" meet, and "may raise rates" and "has cut 300 jobs" do not.
    """
    x, y = a.object, b.object
    if x is None or y is None or Grade.DONE in {a.grade, b.grade}:
        return _have_one_object(a, b)
    return bool(b.told.word(x) and a.told.word(y))


def _have_one_object(a: Point, b: Point) -> bool:
    x, y = a.object, b.object
    return x is y or (x is not None and y is not None and meaning(x.stem) == meaning(y.stem))


def _others_act(a: Point, b: Point) -> bool:
    """Say whether each clause names somebody before its verb, or some place or thing after it, and none of them is the same.

    Without names, what they are called tells: "prosecutors may appeal", "the defence has appealed".
    """
    sides = ((named(a, before=before), named(b, before=before)) for before in (True, False))
    if any(mine and theirs and not _meet(a, mine, theirs) for mine, theirs in sides):
        return True
    doers = (sorts_of([token.text.casefold() for token in point.told.content if token.end <= point.said.head.start]) for point in (a, b))
    return are_two_sorts(*doers)


def _meet(a: Point, mine: Sequence[Entity], theirs: Sequence[Entity]) -> bool:
    return any(are_one(one, other, a.told.document.aliases) for one, other in product(mine, theirs))


def _another_time(a: Point, b: Point) -> bool:
    """Say whether the clauses tell of two occasions: other days, or once more, or before, in one of them."""
    mine, theirs = (within(point.told.document.times, point.told.claim) for point in (a, b))
    more_a, more_b = (_ONCE_MORE & set(point.told.claim.text.casefold().replace(_UNTIL_TOLD, "").split()) for point in (a, b))
    begun_a, begun_b = (_BEFORE & group(point) for point in (a, b))
    return bool(more_a) != bool(more_b) or begun_a != begun_b or (bool(mine and theirs) and all(may_agree(x, y) is False for x, y in product(mine, theirs)))


_ONCE_MORE = frozenset({"again", "another", "fresh", "further", "more"})
_BEFORE = frozenset({"earlier", "first", "initially", "once", "originally", "previously"})
"""Adverbs that put a verb at the beginning of what came of it: "first sought its return"."""
_UNTIL_TOLD = "further notice"
"""What a thing lasts until, and not another of its kind: "suspended until further notice"."""


def _is_answered(a: Point, b: Point) -> bool:
    """Say whether a condition makes the surer of the two no surer: "faces jail if convicted" and "could be jailed".

    What is over hangs on nothing: in "has agreed to meet if it rains" they have agreed.
    """
    less, more = sorted((a, b), key=lambda point: point.grade)
    return conditions(more.told) and not conditions(less.told) and not (more.grade is Grade.DONE and is_past(more.said.head))


def _is_charged(a: Point, b: Point) -> bool:
    """Say whether somebody is accused in one report and his accuser speaks in the other: "is accused of taking", "prosecutors say he took"."""
    less, more = sorted((a, b), key=lambda point: point.grade)
    accuser = answering(more.told)
    return bool({"accused", "alleged", "allegedly"} & group(less)) and accuser is not None and bool(accuser.source) and answering(less.told) is None


def _doubted(comparison: Comparison, one: Sentence, other: Sentence) -> Iterator[tuple[Point, Point]]:
    """Yield the noun that only one of the sentences doubts, with it in the other: "a suspected bomb" and "a bomb"."""
    mine, theirs = comparison.tellings_a[one.id], comparison.tellings_b[other.id]
    yield from _doubts(one, mine, other, theirs)
    yield from ((plain, doubted) for doubted, plain in _doubts(other, theirs, one, mine))


def _doubts(sentence: Sentence, mine: Sequence[Telling], other: Sentence, theirs: Sequence[Telling]) -> Iterator[tuple[Point, Point]]:
    for said in doubted_nouns(sentence):
        told = _clause(said.head, mine)
        for word in (token for token in other.tokens if meaning(token.stem) == meaning(said.head.stem)):
            clause = _clause(word, theirs)
            if told and clause and not clause.claim.hedges and not _accuses(clause):
                stated = Predication(word.start, word.end, word.text, word, Grade.DONE, word.start)
                doubted, plain = Point(told, said, said.grade, said), Point(clause, stated, stated.grade, stated)
                if _is_one_thing(doubted, plain) or _befell_one(doubted, plain):
                    yield doubted, plain


def _befell_one(a: Point, b: Point) -> bool:
    """Say whether both sentences name one person for a noun of two clauses: "Lee left with a suspected broken ankle", "Lee, who broke an ankle"."""
    return denied(a) == denied(b) and not _may_be(b) and _meet(a, _told_of(a), _told_of(b))


def _may_be(point: Point) -> bool:
    """Say whether a clause has a modal that leaves it open: "may have torn a hamstring"."""
    return any(point.told.claim.covers(token) and token.text.casefold() in {"could", "may", "might"} for token in point.told.sentence.tokens)


def _told_of(point: Point) -> list[Entity]:
    """Return the people whom a sentence names, but not as its source, who may have seen what befell another."""
    source = answering(point.told)
    named = point.told.document.appearing_in(point.told.sentence)
    return [entity for _, entity in named if entity.type is EntityType.PERSON and (source is None or source.speaker != entity.id)]


def _clause(word: Span, clauses: Sequence[Telling]) -> Telling | None:
    """Return the clause that a word stands in, or whose source it belongs to: "preliminary [results] showed that"."""
    for telling in clauses:
        credited = telling.claim.attribution
        if telling.claim.covers(word) or (credited and any(span.covers(word) for span in credited.source)):
            return telling
    return None


def _accuses(told: Telling) -> bool:
    """Say whether a clause tells what somebody is accused of, which is as doubtful: "charged with fraud", "alleged fraud"."""
    return any(token.stem in _accusing() for token in told.content)


@cache
def _accusing() -> frozenset[str]:
    return frozenset(stem(word) for word in (*words("accusations"), "charge", "investigate", "trial", "inquiry"))
