"""What stands between quotation marks, and who said it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from crosscheck.lexicon import words
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate.attributions import Attribution
    from crosscheck.read import Article
    from crosscheck.segment import Sentence


@dataclass(frozen=True, slots=True)
class Quote(Span):
    """The words inside the marks, with the comma or stop that was printed inside them.

    A quote split by its attribution is two quotes. `speaker` is None until attributed.
    """

    speaker: Span | None = None


def quotes(article: Article, sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """Return the quotes of a report, in order, without their speakers.

    A quote inside a quote is part of the outer one. A quote that runs over paragraphs, each of which
    opens with a mark, is one quote a paragraph. One that is never closed ends with its sentence.
    Titles of works are no quotes where the copy shows that they are titles.
    """
    text = article.text
    ends = [sentence.end for sentence in sentences]
    found = []
    for block, following in zip_longest(article.blocks, article.blocks[1:]):
        carried = following is not None and following.text[:1] in _OPENING
        for start, end, closed in _stretches(block.text):
            low, high = block.start + start, block.start + end
            if not closed and not (carried and high == block.end):
                high = min(high, ends[min(bisect_right(ends, low), len(ends) - 1)]) if ends else high
            quote = _trimmed(text, low, high)
            if quote.text and not _is_title(text, quote):
                found.append(quote)
    return tuple(found)


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield start, end and whether it was closed for what stands between the outer marks of a paragraph."""
    marks = list(_MARK.finditer(text))
    opened: tuple[int, set[str]] | None = None
    skip_to = 0
    for index, mark in enumerate(marks):
        if mark.start() < skip_to:
            continue
        if opened is not None:
            start, closer = opened
            if mark[0] not in closer and not (mark[0] == "“" and "”" in closer):
                continue
            yield start, mark.start(), not _opens(text, mark)
            opened = (mark.end(), closer) if _opens(text, mark) else None
        elif mark[0] in "'‘’":
            if _opens_single(text, mark) and (closing := _single_closer(text, marks, index)) is not None:
                yield mark.end(), closing.start(), True
                skip_to = closing.end()
        elif mark[0] in _CLOSER and _starts(text, mark):
            opened = mark.end(), _CLOSER[mark[0]]
    if opened is not None:
        yield opened[0], len(text), False


def _starts(text: str, mark: re.Match[str]) -> bool:
    """Say whether a mark that is not preceded by an open one opens a quote: 27" is a length."""
    return mark.end() < len(text) and not text[mark.end()].isspace() and not (mark.start() and text[mark.start() - 1].isalnum())


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Say whether a mark found inside a quote opens another, the first never having been closed."""
    return mark[0] in "“„«" or (
        mark[0] in {'"', "''", "``"} and mark.start() > 0 and text[mark.start() - 1].isspace() and text[mark.end() : mark.end() + 1].isalnum()
    )


def _opens_single(text: str, mark: re.Match[str]) -> bool:
    before, after = text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    return (
        mark[0] != "’"
        and (not before or before.isspace() or before in "([—–-")
        and (after.isalnum() or after in '“"…$£€')
        and not _ELISIONS.match(text, mark.start())
    )


def _single_closer(text: str, marks: Sequence[re.Match[str]], index: int) -> re.Match[str] | None:
    """Return the mark that closes a British quote.

    Of those before the next opening one, the first that is not the genitive of a plural ("the workers' pay").
    """
    genitive = None
    for later in range(index + 1, len(marks)):
        mark = marks[later]
        if mark[0] not in "'’‘":
            continue
        if _opens_single(text, mark):
            break
        before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
        if before.isspace() or after.isalnum():
            continue
        if before in "sS" and after.isspace() and text[mark.end() + 1 : mark.end() + 2].islower():
            genitive = genitive or mark
            continue
        return mark
    return genitive


def _trimmed(text: str, start: int, end: int) -> Quote:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quote.of(text, start, end)


# Letters from which a word in a title is written with a capital.
_TITLE_WORD = 4


def _is_title(text: str, quote: Quote) -> bool:
    """Say whether the copy calls what stands in the marks a work: the film "The Long Road"."""
    if not all(word[0].isupper() or len(word) < _TITLE_WORD for word in re.findall(r"[^\W\d_]+", quote.text)):
        return False
    before = re.findall(r"\w+", text[max(0, quote.start - 40) : quote.start].lower())[-2:]
    return bool(before) and (
        before[-1] in {"titled", "entitled"} or before[-1] in words("works") or (before[-1] in {"called", "named"} and before[0] in words("works"))
    )


def with_speakers(quotes: Sequence[Quote], attributions: Sequence[Attribution]) -> tuple[Quote, ...]:
    """Return the quotes, each with the source of the innermost attribution whose content holds it."""
    owned = sorted(((part, one.source[0]) for one in attributions if one.source for part in one.content), key=lambda pair: (pair[0].start, -pair[0].end))
    return tuple(_spoken(quotes, owned))


def _spoken(quotes: Sequence[Quote], owned: Sequence[tuple[Span, Span]]) -> Iterator[Quote]:
    """Walk quotes and contents together; what has ended before a quote begins is dropped, so that the walk is linear."""
    upcoming, open_parts = iter(owned), []
    part = next(upcoming, None)
    for quote in quotes:
        while part is not None and part[0].start <= quote.start:
            open_parts.append(part)
            part = next(upcoming, None)
        open_parts = [pair for pair in open_parts if pair[0].end > quote.start]
        holding = [pair for pair in open_parts if pair[0].covers(quote)]
        yield replace(quote, speaker=min(holding, key=lambda pair: pair[0].end - pair[0].start)[1]) if holding else quote


_MARK = re.compile(r"''|``|[\"“”„«»‘’']")
_OPENING = frozenset("\"“„«‘'")
_CLOSER = {"“": {"”"}, "„": {"“", "”"}, "«": {"»"}, '"': {'"'}, "``": {"''"}, "''": {"''"}}
_ELISIONS = re.compile(r"['’‘](?:\d\ds?\b|tis\b|twas\b|em\b|til\b|cause\b|n['’]|bout\b|round\b|cos\b)", re.IGNORECASE)
