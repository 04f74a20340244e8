"""Markdown to a page: the marks of CommonMark and of the front matter are blank, and so are code, comments and HTML tags."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from crosscheck.markup.html import comments, html_marks, without_unread
from crosscheck.markup.inline import label_key, without_marks
from crosscheck.markup.page import PAD, Marks, Page, Role, pads, page

if TYPE_CHECKING:
    from collections.abc import Mapping


def blank_markdown(text: str) -> Page:
    """Return the page of a Markdown text; there is no text that is none."""
    front = _FRONT_MATTER.match(text)
    begin = front.end() if front else 0
    walk = _Walk(without_unread(text), begin)
    body = walk.without_marks()
    head = _front_matter(text[:begin], titled=Role.HEADLINE in walk.starts.values())
    written = html_marks(head + body)
    dated = _DATE.search(text, 0, begin)
    starts = ({0: Role.HEADLINE} if begin else {}) | {begin: None} | walk.starts
    return page(Marks(written.text, _merged(starts, written.starts), dated[1] if dated else written.published), comments(text))


_END = r"(?:\r\n?|\n)"
_FRONT_MATTER = re.compile(rf"(?P<fence>---|\+\+\+)[ \t]*+{_END}(?=[\w-]+[ \t]*[:=])(?:(?!(?P=fence))[^\r\n]*+{_END})*+(?P=fence)[ \t]*+(?={_END}|\Z)")
_TITLE = re.compile(r"(?<=[\r\n])(?:title|headline)[ \t]*+[:=][ \t]*+(?P<quote>[\"']?)(?P<words>[^\r\n]*+)")
_DATE = re.compile(r"(?<=[\r\n])(?:date|published|pubdate)[ \t]*+[:=][ \t]*+[\"']?(\d{4}-\d\d-\d\d)")


def _front_matter(matter: str, *, titled: bool) -> str:
    """Return the front matter with pads for all but its title; for that too where the text has a headline of its own."""
    title = None if titled else _TITLE.search(matter)
    if title is None:
        return pads(matter)
    words = title["words"].rstrip().removesuffix(title["quote"])
    return pads(matter[: title.start("words")]) + without_marks(words, frozenset()) + pads(matter[title.start("words") + len(words) :])


def _merged(ours: Mapping[int, Role | None], tags: Mapping[int, Role | None]) -> Mapping[int, Role | None]:
    """Return where paragraphs begin by the marks and by the tags; inside a heading a tag begins no other role."""
    known = sorted(ours)
    return {**{start: role or ours[known[bisect_right(known, start) - 1]] for start, role in tags.items()}, **ours}


_LINE = re.compile(rf"[^\r\n]*+{_END}|[^\r\n]++")
_QUOTE = re.compile(r"(?:[ \t]{0,3}>)++")
_ITEM = re.compile(r"[ \t]*+(?:[-*+]|(?P<number>\d{1,9})[.)])(?:[ \t]++\[[ xX]\])?(?=[ \t])")
_HEADING = re.compile(r" {0,3}(?P<level>\#{1,6})(?=[ \t\r\n]|\Z)")
_HEADING_END = re.compile(r"[ \t]\#++\s*+\Z")
_UNDERLINE = re.compile(r" {0,3}(?P<mark>=++|-++)\s*+\Z")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}+|~{3,}+)(?P<info>[^`\r\n]*+)\s*+\Z")
_RULE = re.compile(r"(?:[ \t]*+-){3,}+\s*+\Z|(?:[ \t]*+\*){3,}+\s*+\Z|(?:[ \t]*+_){3,}+\s*+\Z|(?=[ \t:-]*+\|)(?=[ \t:|]*+-)[ \t:|-]++\s*+\Z")
_DEFINITION = re.compile(r" {0,3}\[(?P<label>(?!\^)[^\[\]]{1,999})\]:[ \t]*+[^\s]++")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\[\]\s]{1,99}\]:")
_HARD_BREAK = re.compile(r"(?:\\|  )(?=[\r\n])")
_ROW = re.compile(r"[ \t]*+\|")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_IMAGE_ALONE = re.compile(
    rf"(?P<before>[\s{PAD}]*+\[?!\[)(?P<alt>[^\[\]]*+)(?P<after>\](?:\([^()]*+\)|\[[^\[\]]*+\])(?:\]\([^()]*+\))?[\s{PAD}]*+)",
)
_LINK_ALONE = re.compile(rf"[\s{PAD}]*+\[[^\[\]]*+(?<![.!?…”\"])\]\([^()]*+\)[\s{PAD}]*+")


class _Walk:
    """The way through the lines of a text: the text with pads for the marks of blocks, and where paragraphs begin."""

    def __init__(self, text: str, begin: int) -> None:
        lines = [(line.start(), line[0]) for line in _LINE.finditer(text, begin)]
        self.starts: dict[int, Role | None] = {}
        self._text, self._begin = text, begin
        self._out = list(text)
        self._labels: set[str] = set()
        self._paragraph: int | None = None  # where the open one began
        self._listed = False  # it is an item of a list
        self._fence = ""
        self._last_fence = {found["fence"][0]: start for start, line in lines if (found := _FENCE.match(line)) and not found["info"]}
        for start, line in lines:
            self._pass_line(start, line)

    def without_marks(self) -> str:
        """Return the text with pads for the marks of its paragraphs too; an image that stands alone is its caption, a link is related coverage."""
        bounds = (self._begin, *self.starts, len(self._out))
        written = []
        for start, end in pairwise(bounds):
            paragraph = "".join(self._out[start:end])
            image = _IMAGE_ALONE.fullmatch(paragraph)
            if image:
                self.starts[start] = Role.CAPTION
                paragraph = pads(image["before"]) + image["alt"] + pads(image["after"])
            elif _LINK_ALONE.fullmatch(paragraph) and not _HEADING.match(self._text, start):
                self.starts[start] = Role.RELATED
            written.append(without_marks(paragraph, self._labels))
        return "".join(written)

    def _pad(self, start: int, end: int) -> None:
        self._out[start:end] = pads(self._text[start:end])

    def _begin_paragraph(self, start: int, role: Role | None = None) -> None:
        self._paragraph, self._listed = start, False
        self.starts[start] = role

    def _pass_line(self, start: int, line: str) -> None:
        """Pad the marks of a line, and note whether a paragraph begins with it."""
        if self._fence:
            self._pass_code(start, line)
            return
        quote = _QUOTE.match(line)
        if quote:
            self._pad(start, start + quote.end())
            start, line = start + quote.end(), line[quote.end() :]
        fence = _FENCE.match(line)
        if not line.strip(f" \t\r\n{PAD}"):
            self._paragraph = None
        elif fence and start < self._last_fence.get(fence["fence"][0], -1):
            self._fence = fence["fence"]
            self._begin_paragraph(start)
            self._pad(start, start + len(line))
        elif heading := _HEADING.match(line):
            self._pass_heading(start, line, heading)
        elif self._paragraph is not None and (underline := _UNDERLINE.match(line)):
            if underline["mark"][0] == "=":
                self.starts[self._paragraph] = Role.HEADLINE
            self._pass_rule(start, line)
        elif _RULE.match(line):
            self._pass_rule(start, line)
        elif self._paragraph is None and (definition := _DEFINITION.match(line)):
            self._labels.add(label_key(definition["label"]))
            self._pass_rule(start, line)
        else:
            self._pass_words(start, line)

    def _pass_code(self, start: int, line: str) -> None:
        self._pad(start, start + len(line))
        fence = _FENCE.match(line)
        if fence and not fence["info"].strip() and fence["fence"].startswith(self._fence):
            self._fence, self._paragraph = "", None

    def _pass_rule(self, start: int, line: str) -> None:
        self._pad(start, start + len(line))
        self._paragraph = None

    def _pass_heading(self, start: int, line: str, heading: re.Match[str]) -> None:
        self._begin_paragraph(start, Role.HEADLINE if heading["level"] == "#" else None)
        self._pad(start, start + heading.end())
        if end := _HEADING_END.search(line, heading.end()):
            self._pad(start + end.start(), start + len(line))
        self._paragraph = None

    def _pass_words(self, start: int, line: str) -> None:
        item = _ITEM.match(line)
        if item and (self._paragraph is None or self._listed or item["number"] in {None, "1"}):  # a wrapped line may begin "2019. The year ..."
            self._begin_paragraph(start)
            self._listed = True
            self._pad(start, start + item.end())
        elif _ROW.match(line):
            self._begin_paragraph(start)
            for border in _CELL_BORDER.finditer(line):
                self._out[start + border.start()] = " "
        elif footnote := _FOOTNOTE.match(line):
            self._begin_paragraph(start)
            self._pad(start, start + footnote.end())
        elif self._paragraph is None:
            self._begin_paragraph(start)
        if broken := _HARD_BREAK.search(line):
            self._pad(start + broken.start(), start + broken.end())
            if not self._text[start + len(line) : start + len(line) + 1].islower():
                self._paragraph = None
