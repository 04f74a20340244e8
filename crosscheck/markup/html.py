"""HTML to a page: tags, comments and what no reader reads are blank, entities are their characters.

The standard library's `html.parser` is not used: on Python 3.11 its time grows with the square of the input ("<a <a <a"), it stops at "<![x[",
and it does not tell where a tag ends. Less than a parser is needed: the order of the tags.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.markup.page import PAD, Marks, Page, Role, pads, page
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BLOCKS = frozenset(
    """address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head
    header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead title tr ul""".split()  # noqa: SIM905
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROLES = {
    "h1": Role.HEADLINE,
    "title": Role.HEADLINE,
    "figcaption": Role.CAPTION,
    "aside": Role.FURNITURE,
    "footer": Role.FURNITURE,
    "header": Role.FURNITURE,
}
_STORY = frozenset({"article", "main"})


def blank_html(text: str) -> Page:
    """Return the page of an HTML text, whole or a fragment, well-formed or not."""
    return page(html_marks(text), comments(text))


def html_marks(text: str) -> Marks:
    """Return an HTML text with pads for its markup."""
    shown = without_unread(text)
    shown = _without_title(shown)
    walk = _Walk(shown)
    last = shown.rfind(">") + 1
    for tag in _TAG.finditer(shown, 0, last):
        walk.pass_tag(tag)
    written = _ENTITY.sub(_character, "".join(walk.out))
    return Marks(written, walk.roles(written), _published(text))


def without_unread(text: str) -> str:
    """Return the text with pads for comments and for elements that are not read: scripts, menus, buttons."""
    pieces: list[str] = []
    done = 0
    for start, end in _unread(text):
        pieces += text[done:start], pads(text[start:end])
        done = end
    return "".join((*pieces, text[done:]))


def comments(text: str) -> tuple[Span, ...]:
    """Return the comments of a text, outside of what is not read."""
    return tuple(Span.of(text, start, end) for start, end in _unread(text) if text.startswith("<!--", start))


def _unread(text: str) -> Iterator[tuple[int, int]]:
    """Yield where comments, and elements that are not read, begin and end; what is never closed is its opening alone."""
    done = 0
    endless: set[str] = set()  # what is opened, but not closed any more
    while opened := _UNREAD.search(text, done):
        name = (opened["name"] or "").lower()
        closing = f"</{name}" if name else "-->"
        closed = None if closing in endless else re.compile(closing, re.IGNORECASE).search(text, opened.end() if name else opened.start() + 2)
        if closed is None:
            endless.add(closing)
        done = opened.end() if closed is None else closed.start() if name else closed.end()  # "</nav>" still parts paragraphs
        yield opened.start(), done


# A form is read: some publishing systems wrap the whole page in one.
_UNREAD = re.compile(
    r"""<!-- | <(?P<name>audio|button|canvas|datalist|iframe|map|math|nav|noscript|object|script|select|style|svg|template|textarea|video)
    (?:\s[^<>]*+)?(?<!/)>""",
    re.VERBOSE | re.IGNORECASE,
)


def _without_title(text: str) -> str:
    """Return the text without its title where it has a headline of its own, else without the name of the site: "Ferry sinks off Java | Sample News"."""
    title = _TITLE.search(text)
    if title is None:
        return text
    kept = "" if _HEADLINE.search(text) else _SITE.sub("", title["words"])
    return text[: title.start("words")] + kept + pads(text[title.start("words") + len(kept) : title.end("words")]) + text[title.end("words") :]


_TITLE = re.compile(r"<title(?:\s[^<>]*+)?>(?P<words>[^<]*+)", re.IGNORECASE)
_HEADLINE = re.compile(r"<h1[\s>]", re.IGNORECASE)
_SITE = re.compile(r"\s(?:[|–—-]|&[mn]dash;)\s(?:[A-Z]\S*\s){0,4}[A-Z]\S*\s*\Z")

# Up to the last ">" of a text, whatever begins as a tag ends as one, so that no search runs over the text in vain.
_TAG = re.compile(
    r"""<(?P<closing>/?)(?P<name>[a-z][^\s/>]*+)(?:[^>"'=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|["'=])*+>  |  <[!?/][^>]*+>""",
    re.VERBOSE | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:\#\d{1,8}|\#x[\da-f]{1,8}|[a-z][a-z\d]{1,31});?", re.VERBOSE | re.IGNORECASE)


def _character(entity: re.Match[str]) -> str:
    """Return what an entity stands for, with pads to the same length; "&nonsense;" stands for itself."""
    meant = unescape(entity[0]).replace("\r", " ").replace("\n", " ")
    return meant + PAD * (len(entity[0]) - len(meant))


class _Open(NamedTuple):
    """An element that is open: its name, the role of what stands in it, whether it is part of the story."""

    name: str
    role: Role | None
    in_story: bool


class _Walk:
    """The way through the tags of a text: the text with pads for the tags, and where paragraphs begin."""

    def __init__(self, text: str) -> None:
        self.out = list(text)
        self._text = text
        self._unlinked = list(text)
        self._link: int | None = None  # where the open one began
        self._starts: dict[int, _Open] = {}
        self._headings: set[int] = set()  # those of the starts that begin a heading
        self._open = [_Open("", None, in_story=False)]
        self._names = Counter[str]()

    def pass_tag(self, tag: re.Match[str]) -> None:
        """Pad a tag, and note where it parts two paragraphs."""
        name = (tag["name"] or "").lower()
        self.out[tag.start() : tag.end()] = self._unlinked[tag.start() : tag.end()] = pads(tag[0])
        if name == "br" and self._flows(tag.end()):
            self.out[tag.end() - 1] = " "
            return
        if tag["closing"]:
            self._close(name)
            if name == "a" and self._link is not None:
                self._unlinked[self._link : tag.end()] = pads(self._text[self._link : tag.end()])
                self._link = None
        elif name in _ROLES or name in _STORY:
            self._enter(name)
        elif name == "p":
            self._close("h1")  # that was never closed
        elif name == "a":
            self._link = tag.start()
        if name in _BLOCKS:
            self._starts[tag.end()] = self._open[-1]
            if name in _HEADINGS and not tag["closing"]:
                self._headings.add(tag.end())

    def _flows(self, at: int) -> bool:
        """Say whether a line was broken for its looks: in a headline, or where the sentence goes on."""
        return self._open[-1].role is Role.HEADLINE or self._text[at : at + _NEAR].lstrip()[:1].islower()

    def _enter(self, name: str) -> None:
        _, role, in_story = self._open[-1]
        plain = name == "header" and in_story  # the head of the story, not of the page
        self._open.append(_Open(name, role if plain else _ROLES.get(name, role), in_story or name in _STORY))
        self._names[name] += 1

    def _close(self, name: str) -> None:
        while self._names[name]:
            closed = self._open.pop()
            self._names[closed.name] -= 1
            if closed.name == name:
                break

    def roles(self, written: str) -> Mapping[int, Role | None]:
        """Return where paragraphs begin, with their roles; where most of the text stands in the story, what stands around it is furniture."""
        pieces = [(start, written[start:end]) for start, end in pairwise((*self._starts, len(written)))]
        teasers = {start for start, piece in pieces if start not in self._headings and self._is_teaser(start, piece)}
        told = Counter[bool]()
        for start, piece in pieces:
            if self._starts[start].role is None and start not in teasers:
                told[self._starts[start].in_story] += len(piece.replace(PAD, "").split())
        around = Role.FURNITURE if told[True] > told[False] else None
        return {start: place.role or (Role.RELATED if start in teasers else None if place.in_story else around) for start, place in self._starts.items()}

    def _is_teaser(self, start: int, piece: str) -> bool:
        """Say whether a paragraph is a link and nothing else, and no sentence."""
        told = piece.replace(PAD, " ").rstrip()
        return bool(told) and not told.endswith(_STOPS) and not any(map(str.isalnum, self._unlinked[start : start + len(piece)]))


_STOPS = (".", "!", "?", "…", "”", '"')
_NEAR = 40  # characters after a line break


def _published(text: str) -> str:
    """Return the date the page gives for itself: in its metadata, else as its first time."""
    for found in (*_META.finditer(text), *_TIME.finditer(text)):
        given = _GIVEN.search(found[0])
        if given:
            return given[1]
    linked = _LINKED_DATA.search(text)
    return linked[1] if linked else ""


_META = re.compile(
    r"""<meta\s(?=[^<>]*?["'](?:article:published_time|og:published_time|datePublished|date|dc\.date(?:\.issued)?|pubdate|parsely-pub-date)["'])[^<>]*+>""",
    re.IGNORECASE,
)
_TIME = re.compile(r"<time\s[^<>]*+>", re.IGNORECASE)
_GIVEN = re.compile(r"""\b(?:content|datetime)\s*=\s*["']?(\d{4}-\d\d-\d\d)""", re.IGNORECASE)
_LINKED_DATA = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')
