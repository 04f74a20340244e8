"""The report for a terminal: what differs first, then what both tell, what one tells alone, and what was set aside; no word is left out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from crosscheck.render import outline
from crosscheck.render.page import STYLES, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from crosscheck.render.outline import Letter, Match, Passage
    from crosscheck.render.page import Page
    from crosscheck.report import Finding, Report, Side
    from crosscheck.spans import Span

# From this width on the two reports stand side by side, with some 58 cells each; a narrower column is tiring to read.
SIDE_BY_SIDE = 120


def render(report: Report) -> View:
    """Return the report as something that a rich console prints at its own width, in its own encoding, with or without styles."""
    return View(lambda page: _report(page, report))


def _report(page: Page, report: Report) -> Iterator[Text]:
    passages = outline.passages(report)
    yield from _summary(page, report)
    yield from _legend(page, report)
    yield from _differences(page, report, passages)
    yield from _matches(page, report, passages)
    for letter in outline.LETTERS:
        yield from _additions(page, report, letter)
    yield from _set_aside(page, report)


def _summary(page: Page, report: Report) -> Iterator[Text]:
    line = page.text(outline.summary(report))
    line.stylize(STYLES["verdict"], 0, len(outline.VERDICTS[report.verdict]))
    yield from page.wrap(line)
    yield from page.wrap(page.text(outline.coverage(report)))


def _legend(page: Page, report: Report) -> Iterator[Text]:
    for letter in outline.LETTERS:
        article = outline.side(report, letter).article
        path = article.path if article.path != article.label else ""
        aside = ", ".join(part for part in (path, article.date.isoformat() if article.date else "") if part)
        yield from page.hang(page.text(letter, letter), _beside(page.text(article.label), page.text(aside, "aside")), 3)


def _differences(page: Page, report: Report, passages: Sequence[Passage]) -> Iterator[Text]:
    if passages:
        yield from page.heading("Differences", f"({sum(len(passage.findings) for passage in passages)})")
    for passage in passages:
        yield Text()
        for finding in passage.findings:
            yield from _finding(page, finding)
        yield Text()
        yield from _sides(page, partial(_quotation, report=report, passage=passage))


def _finding(page: Page, finding: Finding) -> Iterator[Text]:
    title = Text.assemble(page.text(finding.severity, finding.severity), " ", page.text(finding.code, "code"), " ", page.text(finding.name, "aside"))
    yield from page.hang(page.text(page.glyph(finding.severity), "code"), _beside(title, page.text(finding.message)), 2)


def _quotation(page: Page, letter: Letter, report: Report, passage: Passage) -> Iterator[Text]:
    """Yield the sentences of a passage in one report, the words at issue marked, each under the place of its first mark."""
    here = outline.side(report, letter)
    marks = [span for finding in passage.findings for span in outline.evidence(finding, letter)]
    sentences = passage.a if letter == "A" else passage.b
    for sentence in sentences:
        yield from page.hang(page.text(letter, letter), page.text(outline.place(here, outline.first(sentence, marks)), "aside"), 3)
        yield from page.wrap(page.marked(outline.pieces(sentence, marks), letter), 3)
    if not sentences:
        yield from page.hang(page.text(letter, letter), page.text("has no word of this", "aside"), 3)


def _matches(page: Page, report: Report, passages: Sequence[Passage]) -> Iterator[Text]:
    """Yield the aligned sentences that no passage quotes together."""
    edges, total = outline.unquoted(report, passages), len(report.alignments)
    if edges:
        yield from page.heading("In both", f"({len(edges)} of {total} pairs, the others are quoted above)" if len(edges) < total else f"({total})")
    for match in outline.matches(report, edges):
        yield Text()
        yield from page.wrap(page.text(f"{page.glyph(match.relation)} {match.relation}", "aside"))
        same = [page.text(one.text).plain for one in match.a] == [page.text(one.text).plain for one in match.b]
        yield from _sides(page, partial(_matched, report=report, match=match, same=same))


def _matched(page: Page, letter: Letter, report: Report, match: Match, *, same: bool) -> Iterator[Text]:
    for sentence in match.a if letter == "A" else match.b:
        words = page.text("the same words", "aside") if same and letter == "B" else page.text(sentence.text)
        yield from _listed(page, outline.side(report, letter), letter, sentence, words)


def _additions(page: Page, report: Report, letter: Letter) -> Iterator[Text]:
    here, found = outline.side(report, letter), outline.additions(report, letter)
    if found:
        yield from page.heading(f"Only in {letter}", f"({', '.join((str(len(found)), *outline.codes(found)))})")
        yield Text()
    for addition in found:
        aside = page.text("part of a sentence" if addition.partial else "", "aside")
        yield from _listed(page, here, letter, addition.span, _beside(page.text(addition.span.text), aside))


def _set_aside(page: Page, report: Report) -> Iterator[Text]:
    aside = [(letter, sentence) for letter in outline.LETTERS for sentence in outline.set_aside(report, letter)]
    if aside:
        yield from page.heading("Set aside", f"({len(aside)}, not compared)")
        yield Text()
    for letter, sentence in aside:
        words = page.text(f"{sentence.role}: {sentence.text}", "aside")
        yield from _listed(page, outline.side(report, letter), letter, sentence, words)


def _sides(page: Page, lines: Callable[[Page, Letter], Iterator[Text]]) -> Iterator[Text]:
    """Yield both reports' lines, side by side where the page is wide enough."""
    if page.width >= SIDE_BY_SIDE:
        yield from page.beside(lambda half: lines(half, "A"), lambda half: lines(half, "B"))
    else:
        for letter in outline.LETTERS:
            yield from lines(page, letter)


def _listed(page: Page, here: Side, letter: Letter, span: Span, words: Text) -> Iterator[Text]:
    """Yield words beside the line and column where they stand."""
    where = here.article.locate(span)
    gutter = Text.assemble(page.text(letter, letter), " ", page.text(f"{where['line']}:{where['column']}", "aside"))
    yield from page.hang(gutter, words, max(10, gutter.cell_len + 2))


def _beside(words: Text, aside: Text) -> Text:
    return Text.assemble(words, "  ", aside) if aside else words
