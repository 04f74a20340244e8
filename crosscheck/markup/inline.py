"""The marks inside a paragraph of Markdown: emphasis, links, images, code, escapes."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from crosscheck.markup.page import PAD, pads

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_MARK = re.compile(
    r"""(?P<escape>\\)[!-/:-@\[-`{-~]
      | (?<!`)(?P<ticks>`++)[^`]++(?P=ticks)(?!`)
      | (?P<run>\*++|_++|~~)
      | (?P<opening>!?\[)  |  (?P<closing>\])
      | <[A-Za-z/!][^<>]*+>  |  https?://[^\s<>\[\]()]++  # what looks like emphasis in a tag or an address is none
    """,
    re.VERBOSE,
)


def without_marks(paragraph: str, labels: Collection[str]) -> str:
    """Return a paragraph with pads for its marks; `labels` are those of the links that are defined elsewhere."""
    out = list(paragraph)
    for start, end in _marks(paragraph, labels):
        out[start:end] = pads(paragraph[start:end])
    return "".join(out)


def _marks(paragraph: str, labels: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield start and end of every mark."""
    brackets: list[re.Match[str]] = []
    runs: list[re.Match[str]] = []
    at = 0
    while mark := _MARK.search(paragraph, at):
        at = mark.end()
        if mark["escape"]:
            yield mark.start(), mark.start() + 1
        elif mark["ticks"]:
            yield mark.span("ticks")
            yield at - len(mark["ticks"]), at
        elif mark["run"]:
            runs.append(mark)
        elif mark["opening"]:
            brackets.append(mark)
        elif mark["closing"] and brackets:
            opening = brackets.pop()
            if end := _link_end(paragraph, opening.end(), mark.start(), labels):
                at = end
                if opening[0] == "![" or paragraph[opening.end()] == "^":  # an image, the number of a footnote
                    yield opening.start(), end
                else:
                    yield opening.span()
                    yield mark.start(), end
    yield from _emphasis(paragraph, runs)


def _link_end(paragraph: str, start: int, end: int, labels: Collection[str]) -> int:
    """Return where the link ends whose words stand from `start` to `end`, 0 where the brackets are the writer's own: "[sic]"."""
    if target := _TARGET.match(paragraph, end + 1):
        return target.end()
    if paragraph.startswith("^", start):
        return end + 1
    reference = _REFERENCE.match(paragraph, end + 1)
    label = (reference and reference["label"]) or paragraph[start : min(end, start + _LONGEST_LABEL)]
    if not labels or label_key(label) not in labels:
        return 0
    return reference.end() if reference else end + 1


_TARGET = re.compile(
    r"""\( \s*+ (?:<[^<>\r\n]*+> | [^\s()<>]*+(?:\([^\s()]*+\)[^\s()]*+)*+) (?:\s++(?:"[^"]*+"|'[^']*+'|\([^()]*+\)))?+ \s*+ \)""",
    re.VERBOSE,
)
_REFERENCE = re.compile(r"\[(?P<label>[^\[\]]*+)\]")
_LONGEST_LABEL = 999


def label_key(label: str) -> str:
    """Return the form in which the label of a link is matched."""
    return " ".join(label.casefold().split())


def _emphasis(paragraph: str, runs: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield where the marks of emphasis stand that find their partner; a footnote's asterisk and a masked word ("s**t") find none."""
    waiting: dict[str, list[list[int]]] = defaultdict(list)  # start and end of what may open an emphasis
    for run in runs:
        start, end = run.span()
        opens, closes = _sides(paragraph, run)
        openers = waiting[run[0][0]]
        while closes and openers and start < end:
            opener = openers[-1]
            width = min(end - start, opener[1] - opener[0])
            yield opener[1] - width, opener[1]
            yield start, start + width
            opener[1] -= width
            start += width
            if opener[0] == opener[1]:
                openers.pop()
        if opens and start < end:
            openers.append([start, end])


def _sides(paragraph: str, run: re.Match[str]) -> tuple[bool, bool]:
    """Say whether a run of marks may open and whether it may close an emphasis (CommonMark 0.31, 6.2)."""
    before, after = paragraph[run.start() - 1 : run.start()], paragraph[run.end() : run.end() + 1]
    spaced, follows = _is_space(before), _is_space(after)
    left = not follows and (after.isalnum() or not before.isalnum())
    right = not spaced and (before.isalnum() or not after.isalnum())
    if run[0][0] == "_":  # "snake_case" is one word
        return left and not before.isalnum(), right and not after.isalnum()
    return left, right


def _is_space(letter: str) -> bool:
    return letter in {"", PAD} or letter.isspace()
