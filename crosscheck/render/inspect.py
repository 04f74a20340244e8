"""What the program sees in one report, for the terminal: cast, sources, numbers, days, places, quotes, and every sentence with its role."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from rich.text import Text

from crosscheck.annotate.silences import Silence
from crosscheck.annotate.spellings import mixed_spellings
from crosscheck.render.page import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.document import Document
    from crosscheck.annotate.ledger import Entry
    from crosscheck.annotate.names import Entity
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.render.page import Page
    from crosscheck.spans import Span

    Row = tuple[Span, Iterable[tuple[str, str]]]
    """Where something stands, and the words about it, each with a style."""


def render(document: Document) -> View:
    """Return the report's annotations as something that a rich console prints."""
    return View(lambda page: _document(page, document))


def _document(page: Page, document: Document) -> Iterator[Text]:
    article = document.article
    aside = ", ".join(part for part in (article.path if article.path != article.label else "", str(article.date or ""), article.encoding) if part)
    yield from page.wrap(Text.assemble(page.text(article.label, "code"), "  ", page.text(aside, "aside")))
    yield from _section(page, document, "Cast", (_entity(document, entity) for entity in document.entities))
    slips = tuple(_slip(document, one, other) for one, other in mixed_spellings(document.entities, document.aliases))
    if slips:
        yield from _section(page, document, "One person, two spellings?", slips)
    yield from _section(page, document, "Sources", (row for entry in document.ledger for row in _source(entry)), len(document.ledger))
    unsourced = [(claim, ((claim.need, "aside"), (claim.text, "plain"))) for claim in document.unsourced]
    if unsourced:
        yield from _section(page, document, "Stated without a source", unsourced)
    yield from _section(
        page, document, "Numbers", ((one, ((one.text, "plain"), (_amount(one, _counted(document, one)), "aside"))) for one in document.quantities)
    )
    yield from _section(page, document, "Days and times", ((one, ((one.text, "plain"), (one.value, "aside"))) for one in document.times))
    yield from _section(page, document, "Places", ((one, ((one.preposition, "aside"), (one.text, "plain"))) for one in document.places))
    yield from _section(
        page, document, "Quotes", ((one, ((one.text, "plain"), (one.speaker.text if one.speaker else "no speaker", "aside"))) for one in document.quotes)
    )
    yield from _section(page, document, "Sentences", ((one, ((one.role, "aside"), (one.text, "plain"))) for one in document.sentences))


def _slip(document: Document, one: Entity, other: Entity) -> Row:
    where = document.article.locate(other.mentions[0])
    return one.mentions[0], ((one.name, "plain"), (f"{other.name} at {where['line']}:{where['column']}", "warning"))


def _section(page: Page, document: Document, title: str, rows: Iterable[Row], count: int | None = None) -> Iterator[Text]:
    """Yield what was found of one sort, each beside the line and column where it stands; `count` where a thing has more than one row."""
    found = tuple(rows)
    yield from page.heading(title, f"({len(found) if count is None else count})")
    for span, words in found:
        where = document.article.locate(span)
        told = Text("  ").join(page.text(word, style) for word, style in words if word)
        gutter = page.text(f"{where['line']}:{where['column']}", "aside")
        yield from page.hang(gutter, told, max(8, gutter.cell_len + 2))


def _entity(document: Document, entity: Entity) -> Row:
    again = f"again at {', '.join(others)}" if (others := [_again(document, entity, span) for span in entity.appearances[1:]]) else ""
    return entity.mentions[0], ((entity.type, "aside"), (entity.name, "code"), (", ".join(entity.titles), "plain"), (again, "aside"))


def _again(document: Document, entity: Entity, span: Span) -> str:
    """Return where somebody appears again, with the words where they are no name: 5:12 "the minister"."""
    where = document.article.locate(span)
    return f"{where['line']}:{where['column']}" + (f' "{span.flat}"' if span in entity.described else "")


def _source(entry: Entry) -> Iterator[Row]:
    """Yield a source, and below it each thing it is credited with where that stands, and where it did not comment."""
    yield entry.first, ((entry.kind, "aside"), (entry.name, "code"))
    items: tuple[Attribution | Silence, ...] = (*entry.credited, *entry.silent)
    for one in sorted(items, key=_start):
        if isinstance(one, Silence):
            yield one, (("-", "aside"), (one.text, "plain"))
        else:
            cue, content = (" ... ".join(span.text for span in part) for part in (one.cue, one.content))
            yield one.content[0], (("-", "aside"), (cue, "aside"), (content, "plain"))


def _start(one: Attribution | Silence) -> int:
    return one.start if isinstance(one, Silence) else one.content[0].start


def _counted(document: Document, quantity: Quantity) -> str:
    """Return what an amount counts as the report has it, "employees" where the quantity keeps the stem "employe"."""
    nouns = [token for sentence in document.sentences_of(quantity) for token in sentence.tokens if quantity.of and token.stem == quantity.of]
    return min(nouns, key=lambda token: abs(token.start - quantity.end)).text if nouns else quantity.of


def _amount(quantity: Quantity, counted: str) -> str:
    """Return a quantity as a number or a range with its unit: "40 or more metre", "54 to 66 percent of votes", "12 people"."""
    low, value, high = quantity.low, quantity.value, quantity.high
    if low == high:
        amount = f"{value:,.15g}"
    elif high == inf:
        amount = f"{low:,.15g} or more"
    elif low in (0, -inf):
        amount = f"{high:,.15g} or less"
    else:
        amount = f"{low:,.15g} to {high:,.15g}"
    return " ".join(part for part in (amount, quantity.unit, "of" if quantity.unit and counted else "", counted) if part)
