"""What one report has in place of what in the other, where both tell a sentence, or a stretch of it, in the same words but for a few."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from crosscheck.annotate.document import touching, within
from crosscheck.lexicon import table
from crosscheck.similarity import by_concept, is_content, meaning
from crosscheck.spans import Span
from crosscheck.tokens import BEGINNING, ByStem, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosscheck.annotate import Document
    from crosscheck.segment import Sentence, Token

Found = TypeVar("Found", bound=Span)

NEARLY = 0.6
"""From this share of words in common on, two sentences are one sentence reworded."""
ENOUGH = 4
"""Fewer words in common than this make no reworded sentence, or one fewer where a single place is reworded: "Police said on Monday" begins many."""
FRAMED = 2
"""So few do where both sentences stand between the same two, word for word: "Were the police right to stop her?", "Were the police right to search her?"."""
ANCHORED = 4
"""So many words told alike directly before and after make a reworded stretch of two sentences that are otherwise told apart."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """The words of A and the words of B that stand in one place, `a` or `b` empty where one report has nothing there.

    `kept` is the share of content words that the two sentences have in common, in one order, 0..1, `kept_of_shorter` of the shorter one's;
    `before` and `after` count those told alike directly on either side; `others` is how many more places of the sentences are reworded,
    apart from those that tell nothing: "to" for "from"; `is_framed` says that what stands before and after the sentences is the same word for word.
    `at_a` and `at_b` are the first words there, or the words beside it where there are none.
    """

    one: Sentence
    other: Sentence
    a: tuple[Token, ...]
    b: tuple[Token, ...]
    at_a: Token
    at_b: Token
    kept: float
    kept_of_shorter: float
    before: int
    after: int
    others: int
    is_framed: bool

    @property
    def is_near(self) -> bool:
        """Whether the sentences are one sentence reworded."""
        return self.is_framed or self.kept >= NEARLY

    def exchanged(self, items_a: Sequence[Found], items_b: Sequence[Found]) -> Iterator[tuple[Found, Found]]:
        """Yield the things of one sort that stand in each other's place; nothing where the one has more of them than the other."""
        mine, theirs = _touched(items_a, self.a), _touched(items_b, self.b)
        if len(mine) == len(theirs):
            yield from zip(mine, theirs, strict=True)

    def words(self) -> Iterator[tuple[Token, Token]]:
        """Yield the words that stand in each other's place, content words unless it is one for one; nothing where one report has more of them."""
        lone = len(self.a) == len(self.b) == 1
        mine, theirs = ([token for token in side if lone or is_content(token)] for side in (self.a, self.b))
        if len(mine) == len(theirs):
            yield from zip(mine, theirs, strict=True)


def rewordings(a: Document, b: Document, pairs: Iterable[tuple[Sentence, Sentence]]) -> Iterator[Rewording]:
    """Yield every rewording of linked sentences that are told alike around it; the same whichever report is which.

    Names answer to names, amounts to amounts and times to times, so that in "Lee sued Kim" and "Kim sued Lee" the first name meets the first.
    """
    alike = [(one, other) for one, other in pairs if one.role is other.role]
    units_a = {number: _units(a, a.sentences[number]) for number in {one.id for one, _ in alike}}
    units_b = {number: _units(b, b.sentences[number]) for number in {other.id for _, other in alike}}
    for one, other in alike:
        yield from _reworded(one, units_a[one.id], other, units_b[other.id], is_framed=_is_framed(a, one, b, other))


def _is_framed(a: Document, one: Sentence, b: Document, other: Sentence) -> bool:
    """Say whether what stands before and after two sentences is the same word for word, so that the one is the other as an editor left it."""
    mine, theirs = _frame(a, one), _frame(b, other)
    return mine == theirs and any(mine)


def _frame(document: Document, sentence: Sentence) -> tuple[Sequence[str], Sequence[str]]:
    before = document.sentences[sentence.id - 1].text if sentence.id else ""
    after = document.sentences[sentence.id + 1].text if sentence.id + 1 < len(document.sentences) else ""
    return before.split(), after.split()


class _Unit(NamedTuple):
    """A word, or all words of a name, an amount or a time; `key` is what it is matched by, `meant` what makes two of one key the same.

    `tells` says whether it holds a content word.
    """

    tokens: tuple[Token, ...]
    key: str
    meant: str
    tells: bool


def _units(document: Document, sentence: Sentence) -> list[_Unit]:
    """Return what a sentence is made of, without marks, articles, "that" and possessives."""
    kinds = (("name", document.mentions), ("amount", document.quantities), ("time", document.times))
    starts = {item.start: (kind, item) for kind, items in kinds for item in within(items, sentence)}
    units: list[_Unit] = []
    end = sentence.start
    for token in sentence.tokens:
        if token.start < end:
            continue
        kind, item = starts.get(token.start, ("", token))
        end = max(item.end, token.end)
        if kind:
            parts = touching(sentence.tokens, item)  # an item may end inside a token: the "1.5" of "1.5C"
            units.append(_Unit(parts, f"a {kind}", " ".join(_key(part) for part in parts), any(map(is_content, parts))))
        elif (token.text[0].isalnum() or token.text in "%$£€¥") and token.text.casefold() not in _IDLE:
            key = _key(token)
            units.append(_Unit((token,), key, key, is_content(token)))
    return units


_IDLE = frozenset({"'s", "’s", "a", "an", "that", "the"})


def _reworded(one: Sentence, mine: Sequence[_Unit], other: Sentence, theirs: Sequence[_Unit], *, is_framed: bool) -> Iterator[Rewording]:
    enough = FRAMED if is_framed else ENOUGH
    lengths = sorted((sum(unit.tells for unit in mine), sum(unit.tells for unit in theirs)))
    known = {unit.meant for unit in theirs}
    most = sum(unit.meant in known for unit in mine if unit.tells)  # whatever their order
    if most < enough - 1 or (not is_framed and most < min(ANCHORED, NEARLY * lengths[1])):
        return
    columns = _columns(mine, theirs)
    same = [sum(unit.tells for unit in a) if _alike(a, b) else -1 for a, b in columns]
    shared = sum(count for count in same if count > 0)
    if shared < enough - (same.count(-1) == 1):
        return
    at_a, at_b = 0, 0
    for number, (a, b) in enumerate(columns):
        if same[number] < 0:
            found = Rewording(
                one=one,
                other=other,
                a=tuple(token for unit in a for token in unit.tokens),
                b=tuple(token for unit in b for token in unit.tokens),
                at_a=mine[min(at_a, len(mine) - 1)].tokens[0],
                at_b=theirs[min(at_b, len(theirs) - 1)].tokens[0],
                kept=shared / lengths[1],
                kept_of_shorter=shared / lengths[0],
                before=_run(same[:number][::-1]),
                after=_run(same[number + 1 :]),
                others=sum(any(unit.tells for unit in (*x, *y)) for at, (x, y) in enumerate(columns) if same[at] < 0 and at != number),
                is_framed=is_framed,
            )
            if found.is_near or found.before + found.after >= ANCHORED:
                yield found
        at_a, at_b = at_a + len(a), at_b + len(b)


def _alike(a: Sequence[_Unit], b: Sequence[_Unit]) -> bool:
    return [unit.meant for unit in a] == [unit.meant for unit in b]


def _run(same: Sequence[int]) -> int:
    """Return how many words are told alike until something differs."""
    return sum(takewhile(lambda count: count >= 0, same))


def _columns(mine: Sequence[_Unit], theirs: Sequence[_Unit]) -> list[tuple[Sequence[_Unit], Sequence[_Unit]]]:
    """Return the two sentences side by side: what is matched one by one, and between them what is not."""
    columns: list[tuple[Sequence[_Unit], Sequence[_Unit]]] = []
    a = b = 0
    for at_a, at_b, size in _blocks([unit.key for unit in mine], [unit.key for unit in theirs]):
        columns += _trimmed(mine[a:at_a], theirs[b:at_b])
        columns += [((x,), (y,)) for x, y in zip(mine[at_a : at_a + size], theirs[at_b : at_b + size], strict=True)]
        a, b = at_a + size, at_b + size
    return columns


def _trimmed(a: Sequence[_Unit], b: Sequence[_Unit]) -> list[tuple[Sequence[_Unit], Sequence[_Unit]]]:
    """Return what is not matched, apart from what means the same at its ends: a name that only one report lets be known for one."""
    before = sum(1 for _ in takewhile(lambda pair: pair[0].meant == pair[1].meant, zip(a, b, strict=False)))
    rest = min(len(a), len(b)) - before
    after = sum(1 for _ in takewhile(lambda pair: pair[0].meant == pair[1].meant, islice(zip(reversed(a), reversed(b), strict=False), rest)))
    middle = (a[before : len(a) - after], b[before : len(b) - after])
    same = [((x,), (y,)) for x, y in zip(a, b, strict=False)]
    last = [((x,), (y,)) for x, y in zip(a[len(a) - after :], b[len(b) - after :], strict=True)]
    return [*same[:before], *([middle] if any(middle) else []), *last]


def _blocks(a: list[str], b: list[str]) -> list[tuple[int, int, int]]:
    """Return where the runs that two sequences share begin, and how long they are, with an empty one at the end.

    `SequenceMatcher` looks for its longest run from the first sequence on; to be the same both ways round the lesser comes first.
    """
    if b < a:
        return [(at_a, at_b, size) for at_b, at_a, size in _blocks(b, a)]
    return [(block.a, block.b, block.size) for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()]


def _key(token: Token) -> str:
    return meaning(token.stem)


def _touched(items: Sequence[Found], tokens: Sequence[Token]) -> tuple[Found, ...]:
    return touching(items, Span(tokens[0].start, tokens[-1].end, "")) if tokens else ()


def near_in_meaning(a: str, b: str) -> bool:
    """Say whether two words may stand for one thing in the same sentence: "accusations" and "allegations", "vaccine" and "vaccination"."""
    one, other = a.casefold(), b.casefold()
    if meaning(stem(a)) == meaning(stem(b)) or (one[:_ROOT] == other[:_ROOT] and min(len(one), len(other)) >= _ROOT):
        return True
    return bool(groups(stem(a)) & groups(stem(b)))


_ROOT = 5
"""Words that begin with so many letters in common are mostly forms of one."""


@cache
def groups(of: str) -> frozenset[str]:
    """Return the groups of near synonyms that a stem stands in, by their first words; "marry" stands in those of "marriage", which begins as it does."""
    forms = (stem(word) for words in by_concept()[of] for word in words if word[:BEGINNING] == of[:BEGINNING])
    return frozenset(group for form in (of, *forms) if form == of or meaning(form) == of for group in _near_words()[form])


@cache
def senses(of: str) -> tuple[str, ...]:
    """Return what a stem means, with the groups of near synonyms that it stands in."""
    return (meaning(of), *(f"near {group}" for group in groups(of)))


@cache
def _near_words() -> ByStem[str]:
    return ByStem((word, group) for group, others in table("near_words").items() for word in (group, *others))


@lru_cache(maxsize=1 << 12)
def likenesses(word: str) -> frozenset[str]:
    """Return keys for a word, of which it has one in common with each word near it in meaning (see `near_in_meaning`) or in a group of verbs with it."""
    low, of = word.casefold(), stem(word)
    root = {f"root {low[:_ROOT]}"} if len(low) >= _ROOT else set[str]()
    return frozenset({*senses(of), *root, *(f"verb {group}" for group in _grouped("near_verbs")[of])})


def share_group(lexicon: str, a: str, b: str) -> bool:
    """Say whether a list of near synonyms has two words in one group."""
    return not {*_grouped(lexicon)[stem(a)]}.isdisjoint(_grouped(lexicon)[stem(b)])


@cache
def _grouped(lexicon: str) -> ByStem[str]:
    return ByStem((word, group) for group, others in table(lexicon).items() for word in (group, *others))


@cache
def exclusive(a: str, b: str) -> str | None:
    """Return the sort of which two stems name two members that rule each other out: "colour" for "red" and "blue"."""
    return min({*exclusive_sorts()[a]} & {*exclusive_sorts()[b]}, default=None)


@cache
def exclusive_sorts() -> ByStem[str]:
    """Return the sorts of whose members no two can stand in one place, by the stems of the members."""
    return ByStem((word, sort) for sort, members in table("exclusive_words").items() for word in members)
