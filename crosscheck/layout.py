"""How a report is laid out: its paragraphs, and what each is for."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.dateline import dateline
from crosscheck.furniture import Role, is_captioned, is_signed, mark, sign_off
from crosscheck.lexicon import table, words
from crosscheck.markup.page import Paragraph
from crosscheck.spans import Span, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Block", "Role", "blocks"]


@dataclass(frozen=True, slots=True)
class Block(Span):
    """A stretch of a report with one role: a paragraph, a headline, a dateline ("CAIRO --")."""

    role: Role


def blocks(text: str, paragraphs: Sequence[Paragraph] = (), furniture: Sequence[str] = ()) -> tuple[Block, ...]:
    """Return the blocks of a text, in order; its paragraphs are found by its lines where no markup gave them.

    `furniture` are patterns of lines to set aside beside those that every house prints.

    What is not surely something else is body: a lost paragraph is worse than a caption among the paragraphs.
    """
    found = [part for paragraph in paragraphs or _paragraphs(text, furniture) for part in _without_sign_off(paragraph)]
    roles = _roles([squeezed(paragraph.text)[0] for paragraph in found], [paragraph.role for paragraph in found], furniture)
    lead = roles.index(Role.BODY) if Role.BODY in roles else len(roles)
    return (
        *(_block(paragraph, role) for paragraph, role in zip(found[:lead], roles[:lead], strict=True)),
        *(block for paragraph in found[lead : lead + 1] for block in _lead(paragraph)),
        *(_block(paragraph, role) for paragraph, role in zip(found[lead + 1 :], roles[lead + 1 :], strict=True)),
    )


def _block(span: Span, role: Role) -> Block:
    return Block(span.start, span.end, span.text, role)


def _lead(paragraph: Span) -> Iterator[Block]:
    """Yield the first paragraph of the body, its dateline as a block of its own."""
    text, places = squeezed(paragraph.text)
    letters = len(dateline(text))
    place = places[letters - 1] + 1 if letters else 0
    if place:
        yield Block(paragraph.start, paragraph.start + place, paragraph.text[:place], Role.DATELINE)
    rest = paragraph.text[place:].lstrip(_BLANK)
    yield Block(paragraph.end - len(rest), paragraph.end, rest, Role.BODY)


def _paragraphs(text: str, furniture: Sequence[str]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text without markup: parted by blank lines, or one to a line, or hard-wrapped."""
    groups = list(_groups(text))
    wrapped = _is_wrapped(groups)
    for lines in groups:
        yield from _unwrapped(text, lines, furniture, wrapped=wrapped)


def _groups(text: str) -> Iterator[list[Span]]:
    """Yield the lines between two blank lines, without the white space around each."""
    group: list[Span] = []
    for match in _LINE.finditer(text):
        line = match[0].strip(_BLANK)
        if line:
            start = match.end() - len(match[0].lstrip(_BLANK))
            group.append(Span(start, start + len(line), line))
        elif group:
            yield group
            group = []
    if group:
        yield group


_LINE = re.compile(r"[^\r\n]+|(?<=\n)(?=\n|\r)|(?<=\r)(?=\r)")
_BLANK = "".join(map(chr, (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF)))


def _is_wrapped(groups: Sequence[Sequence[Span]]) -> bool:
    """Say whether the text was wrapped at a width: then many lines begin in the middle of a sentence."""
    following = [line.text for lines in groups for line in lines[1:]]
    widest = max((len(line.text) for lines in groups for line in lines), default=0)
    return widest <= _WIDEST_WRAP and sum(line[0].islower() for line in following) >= _WRAPPED * len(following)


_WIDEST_WRAP = 120  # characters: longer lines are whole paragraphs
_WRAPPED = 1 / 5  # of the lines begin with a small letter; lists of headlines have none, wrapped copy half or more


def _unwrapped(text: str, lines: Sequence[Span], furniture: Sequence[str], *, wrapped: bool) -> Iterator[Paragraph]:
    """Yield the paragraphs of neighbouring lines: a line ended only because the next word did not fit goes on in the next."""
    width = max(len(line.text) for line in lines) if wrapped else sys.maxsize
    start, last = lines[0].start, lines[0]
    for line in lines[1:]:
        if not _flows(last.text, line.text, width, furniture):
            yield Paragraph(start, last.end, text[start : last.end], None)
            start = line.start
        last = line
    yield Paragraph(start, last.end, text[start : last.end], None)


def _flows(line: str, following: str, width: int, furniture: Sequence[str]) -> bool:
    if mark(line, furniture) or mark(following, furniture) or dateline(following):
        return False
    if _ITEM.match(following) and (_is_told(line) or _ITEM.match(line)):
        return False
    return (following[0].islower() and not _is_told(line)) or len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


_ITEM = re.compile(r"(?:[•*–-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s")  # an item of a list: "2. The road is open."


def _without_sign_off(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph, and apart from it the end mark or credit that closes it ("... in Europe. ==Kyodo")."""
    at = sign_off(paragraph.text)
    if at <= 0:
        yield paragraph
        return
    told = paragraph.text[:at].rstrip(_BLANK)
    yield Paragraph(paragraph.start, paragraph.start + len(told), told, paragraph.role)
    yield Paragraph(paragraph.start + at, paragraph.end, paragraph.text[at:], None)


def _roles(texts: Sequence[str], given: Sequence[Role | None], furniture: Sequence[str]) -> list[Role]:
    marks = _marks(texts, given, furniture)
    unmarked = [number for number, role in enumerate(marks) if role is None]
    if not unmarked:
        alone = len(texts) == 1 and given[0] is None and _length(texts[0]) >= _SHORTEST_HEADLINE  # a summary that reads like a caption
        return [Role.BODY] if alone else [role for role in marks if role is not None]
    first = _first_told(texts, unmarked, titled=Role.HEADLINE in marks)
    head = _head(texts[:first], marks[:first])
    headlines = {_bare(text) for text, role in zip(texts[:first], head, strict=True) if role is Role.HEADLINE}
    return [*head, *_after_head(texts[first:], marks[first:], headlines)]


def _marks(texts: Sequence[str], given: Sequence[Role | None], furniture: Sequence[str]) -> list[Role | None]:
    """Return the roles that the paragraphs have wherever they stand, by the markup or by their words.

    The first heading long enough is the headline ("Daily Sample" may be one too); what stands before it is furniture, the others are subheads.
    """
    headings = [number for number, role in enumerate(given) if role is Role.HEADLINE]
    long = [number for number in headings if _length(texts[number]) >= _SHORTEST_HEADLINE]
    headline = (long or headings or [-1])[0]
    marks = [mark(text, furniture) if role in (None, Role.HEADLINE) else role for text, role in zip(texts, given, strict=True)]
    before, after = [role or Role.FURNITURE for role in marks[: max(headline, 0)]], marks[headline + 1 :]
    return [*before, Role.HEADLINE, *after] if headings else marks


def _first_told(texts: Sequence[str], unmarked: Sequence[int], *, titled: bool) -> int:
    """Return the number of the first paragraph of the story, the lead; only headlines and furniture stand before it, one of them marked if `titled`."""
    for number in unmarked[:_DEEPEST_DATELINE]:
        if _is_filed(texts[number]) and _is_told(texts[number]):
            return number  # whatever stands before a dateline is head, even where it has a full stop
        if _length(texts[number]) > _LONGEST_HEADLINE:
            break
    told = (number for number in unmarked if _is_told(texts[number]) and not (number < unmarked[-1] and _is_title(texts[number])))
    # Where no line ends as a sentence does, the text is a headline with its summary, or one line that lost its full stop.
    return next(told, unmarked[0 if titled else min(1, len(unmarked) - 1)])


_DEEPEST_DATELINE = 4  # paragraphs: a headline and two lines under it


def _is_title(text: str) -> bool:
    """Say whether a line has the capitals of a headline, which may end in a full stop: "Talks on Dam to Open in Rome."."""
    long = re.findall(r"[^\W\d_]{4,}", text)
    return _length(text) <= _LONGEST_HEADLINE and len(long) >= _SHORTEST_HEADLINE - 1 and all(word[0].isupper() for word in long)


def _is_told(text: str) -> bool:
    """Say whether a paragraph is told in sentences, as no headline or label is."""
    last = text.rsplit(maxsplit=1)[-1]
    if _length(text) > _LONGEST_HEADLINE:
        return True
    return text.rstrip("\"'”’)]»").endswith((".", "…", ":")) and last not in table("abbreviations")


def _is_filed(text: str) -> bool:
    """Say whether a line opens with a dateline that no headline opens with: "CAIRO --", but not "Egypt - Ethiopia talks" or "UPDATE: Talks"."""
    place = dateline(text)
    return place[:2].isupper() and not place.endswith(":")


_LONGEST_HEADLINE = 25  # words
_SHORTEST_HEADLINE = 4  # words: "Nile talks collapse" is shorter, but so is "International News"


def _length(text: str) -> int:
    return len(text.split())


def _head(texts: Sequence[str], marks: Sequence[Role | None]) -> list[Role]:
    """Return the roles of what stands before the first paragraph: the headline, the names of sections before it, what is set under it."""
    unmarked = [number for number, role in enumerate(marks) if role is None]
    long = [number for number in unmarked if _length(texts[number]) >= _SHORTEST_HEADLINE]
    worded = [number for number in long if not _is_names(texts[number])]
    known = [number for number, role in enumerate(marks) if role is Role.HEADLINE]
    headline = (known or worded or long or sorted(unmarked, key=lambda number: -_length(texts[number])) or [-1])[0]
    return [role or _beside(texts[number], texts[headline], number - headline) for number, role in enumerate(marks)]


def _beside(text: str, headline: str, distance: int) -> Role:
    """Return the role of a line `distance` lines after the headline."""
    if distance == 0:
        return Role.HEADLINE
    if distance < 0 or _bare(text) == _bare(headline):
        return Role.FURNITURE
    if _is_names(text):
        return Role.CAPTION if "," in text else Role.BYLINE
    return Role.HEADLINE if _length(text) >= _SHORTEST_HEADLINE else Role.FURNITURE


def _is_names(text: str) -> bool:
    """Say whether a line is made of names alone: "President Ann Lee, Jo Roe", "World News"; a headline in capitals has other words ("Mayor To Quit")."""
    found = re.findall(r"\w[\w.'’-]*", text)
    if _length(text) > _LONGEST_NAMES or not all(word[0].isupper() or word in words("particles") or word in _BETWEEN_NAMES for word in found):
        return False
    ordinary = (words("function_words") | words("common_words")) - _BETWEEN_NAMES
    return _length(text) < _SHORTEST_HEADLINE or not any(word.lower() in ordinary for word in found)


_LONGEST_NAMES = 8  # words
_BETWEEN_NAMES = frozenset({"and", "in", "of"})


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _after_head(texts: Sequence[str], marks: Sequence[Role | None], headlines: set[str]) -> Iterator[Role]:
    """Yield the roles from the first paragraph on."""
    last_told = max(number for number, role in enumerate(marks) if role in (None, Role.CAPTION))
    listing = False  # within the lines that follow "Related coverage:"
    for number, (text, role) in enumerate(zip(texts, marks, strict=True)):
        listing = role is Role.RELATED or (listing and not _is_told(text))
        if listing and role is not Role.FURNITURE:
            yield Role.RELATED
        elif role in (Role.BYLINE, Role.DATELINE) and number < last_told:
            yield Role.BODY  # a line of the story that begins "By ..."
        elif role is Role.CAPTION and number == last_told and is_signed(text) and not is_captioned(text):
            yield Role.BODY  # the agency signs its last paragraph: "... the ministry said. (Reuters)"
        elif role is None and _bare(text) in headlines:
            yield Role.FURNITURE
        else:
            yield role or Role.BODY
