"""Lines of styled words for a terminal of any width and encoding: the styles, the glyphs and the layout that its views share."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from crosscheck import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.console import Console, ConsoleOptions, RenderResult

# Colour tells the sides apart and nothing else: blue and orange can be told by readers who cannot tell red from green, and
# both read on black and on white. Severity is told by weight, a symbol and a word.
STYLES = {
    "plain": Style(),
    "verdict": Style(bold=True),
    "heading": Style(bold=True),
    "error": Style(bold=True, reverse=True),
    "warning": Style(bold=True),
    "note": Style(),
    "code": Style(bold=True),
    "aside": Style(dim=True),
    "A": Style(color="color(33)", bold=True),
    "B": Style(color="color(166)", bold=True),
    "mark A": Style(color="color(33)", bold=True, underline=True),
    "mark B": Style(color="color(166)", bold=True, underline=True),
}

# Each symbol with what stands for it where the encoding is not a Unicode one: a cp1252 console dies on arrows.
GLYPHS = {
    "error": ("✖", "x"),
    "warning": ("▲", "!"),
    "note": ("•", "-"),
    "identical": ("=", "="),
    "agrees": ("≈", "~"),
    "overlaps": ("∩", "&"),
    "differs": ("≠", "#"),
    "rule": ("─", "-"),
    "bar": ("│", "|"),
}

CARET = "^"
# Narrower than this, a hanging indent leaves no room for words; wider, the eye loses the line.
NARROWEST = 20
WIDEST = 160


@dataclass(frozen=True)
class Page:
    """A terminal as its views see it: how wide, in which encoding, and whether styles show."""

    console: Console
    width: int
    encoding: str
    styled: bool

    @classmethod
    def of(cls, console: Console, options: ConsoleOptions) -> Page:
        """Return the page that a console prints on."""
        return cls(console, min(options.max_width, WIDEST), console.encoding, styled=console.color_system is not None)

    def glyph(self, name: str) -> str:
        """Return a symbol that the encoding has."""
        unicode, plain = GLYPHS[name]
        return unicode if self.encoding.startswith("utf") else plain

    def text(self, words: str, style: str = "plain") -> Text:
        """Return words of any origin, safe to print and never read as markup."""
        return Text(safe.text(words, self.encoding), STYLES[style])

    def marked(self, pieces: Iterable[tuple[str, bool]], letter: str) -> Text:
        """Return pieces of a sentence as one text, with the marked ones in the style of their side."""
        return Text.assemble(*(self.text(words, f"mark {letter}" if mark else "plain") for words, mark in pieces))

    def heading(self, title: str, aside: str) -> list[Text]:
        """Return the line that opens a section, after an empty one."""
        line = Text.assemble(self.text(title, "heading"), self.text(f" {aside} ", "aside"))
        rule = self.text(self.glyph("rule") * (self.width - line.cell_len), "aside")
        return [Text(), *self.wrap(Text.assemble(line, rule))]

    def wrap(self, body: Text, indent: int = 0) -> list[Text]:
        """Return the lines of a text that is indented as a whole, each with its carets."""
        return self.hang(Text(), body, indent)

    def hang(self, gutter: Text, body: Text, indent: int) -> list[Text]:
        """Return the lines of a text that hangs beside a gutter of `indent` cells; where styles do not show, carets stand under its marks."""
        if self.width - indent < NARROWEST and indent > len("  "):
            return [*self.wrap(gutter), *self.wrap(body, len("  "))]
        lines = []
        for line in body.wrap(self.console, max(self.width - indent, 1), overflow="fold"):
            line.rstrip()
            lines += [line] if self.styled else [line, *_carets(line)]
        first, *rest = lines or [Text()]
        opening = Text.assemble(gutter, " " * (indent - gutter.cell_len) if first else "", first)
        return [opening, *(Text.assemble(" " * indent, line) for line in rest)]

    def beside(self, left: Callable[[Page], Iterable[Text]], right: Callable[[Page], Iterable[Text]]) -> Iterator[Text]:
        """Yield two columns line by line."""
        bar = f" {self.glyph('bar')} "
        half = Page(self.console, (self.width - len(bar)) // 2, self.encoding, styled=self.styled)
        for one, other in zip_longest(left(half), right(half), fillvalue=Text()):
            line = Text.assemble(one, " " * (half.width - one.cell_len), (bar, STYLES["aside"]), other)
            line.rstrip()
            yield line


@dataclass(frozen=True)
class View:
    """Something a rich console can print, whose lines depend on the console."""

    lines: Callable[[Page], Iterable[Text]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines for this console."""
        yield from self.lines(Page.of(console, options))


def _carets(line: Text) -> Iterator[Text]:
    """Yield the line that marks the words above it, none where nothing is marked."""
    row = ""
    for span in sorted(line.spans, key=lambda span: span.start):
        if isinstance(span.style, Style) and span.style.underline:
            row = row.ljust(cell_len(line.plain[: span.start])) + CARET * cell_len(line.plain[span.start : span.end].rstrip())
    if row:
        yield Text(row)
