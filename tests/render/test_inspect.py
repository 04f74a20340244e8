from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any

import pytest
from reports import A, example, shown, words

from crosscheck import Article, annotate
from crosscheck.annotate.attributions import Attribution, SourceKind, Stance
from crosscheck.annotate.document import Document
from crosscheck.annotate.names import Entity, EntityType, Mention
from crosscheck.annotate.places import Place
from crosscheck.annotate.quantities import Quantity
from crosscheck.annotate.quotes import Quote
from crosscheck.annotate.times import Time
from crosscheck.render import inspect

if TYPE_CHECKING:
    from collections.abc import Iterator


def document() -> Document:
    """Return what might have been found in report A."""
    lee, again = (Mention(span.start, span.end, span.text) for span in words(A, "Ann Lee", "Lee said.\n\nThe bus"))
    again = Mention(again.start, again.start + 3, "Lee")
    (people,), (night,), (bridge,), (spoken,) = (
        words(A, phrase) for phrase in ("Twelve people", "Monday night", "Harbour Bridge", "We are working around the clock,")
    )
    return Document(
        article=example().a.article,
        sentences=example().a.sentences,
        entities=(Entity(0, "Ann Lee", EntityType.PERSON, ("Mayor",), (lee, again)),),
        quantities=(Quantity(people.start, people.end, people.text, 12, 12, inf, "", "person"),),
        times=(Time(night.start, night.end, night.text, "2024-03-04"),),
        places=(Place(bridge.start, bridge.end, bridge.text, "on", None),),
        quotes=(Quote(spoken.start, spoken.end, spoken.text, again),),
        attributions=(
            Attribution(words(A, "police"), words(A, "said"), words(A, "Twelve people were injured"), SourceKind.OFFICE, Stance.NEUTRAL),
            Attribution((), (), (spoken,), SourceKind.NONE, Stance.NEUTRAL),
        ),
        claims=(),
    )


def test_the_view() -> None:
    assert (
        shown(inspect.render(document()), 80)
        == """\
gazette.txt  utf-8

Cast (1) ───────────────────────────────────────────────────────────────────────
7:55    person  Ann Lee  Mayor  again at 9:36

Sources (1) ────────────────────────────────────────────────────────────────────
5:79    office  police
5:1     -  said  Twelve people were injured

Numbers (1) ────────────────────────────────────────────────────────────────────
5:1     Twelve people  12 or more person

Days and times (1) ─────────────────────────────────────────────────────────────
5:65    Monday night  2024-03-04

Places (1) ─────────────────────────────────────────────────────────────────────
5:47    on  Harbour Bridge

Quotes (1) ─────────────────────────────────────────────────────────────────────
9:2     We are working around the clock,  Lee

Sentences (8) ──────────────────────────────────────────────────────────────────
1:1     headline  Bridge to close after crash
3:1     byline  By Jo Marsh
5:1     body  Twelve people were injured when a bus hit the Harbour Bridge on
        Monday night, police said.
7:1     body  The bridge will stay closed until Friday [sic], Mayor Ann Lee
        said.
7:69    body  It was built in 1911.
9:1     body  "We are working around the clock," Lee said.
11:1    body  The bus company said it was cooperating.
13:1    caption  Photo: the bridge on Tuesday. (Jo Marsh/Gazette)
"""
    )


def test_what_was_not_found_is_told_too() -> None:
    empty = Document(example().a.article, (), (), (), (), (), (), (), ())
    assert "Numbers (0)" in shown(inspect.render(empty))


@pytest.mark.parametrize(
    ("low", "value", "high", "told"),
    [
        (12, 12, 12, "12 metre"),
        (1_200_000.5, 1_200_000.5, 1_200_000.5, "1,200,000.5 metre"),
        (40, 40, inf, "40 or more metre"),
        (0, 40, 40, "40 or less metre"),
        (-inf, 40, 40, "40 or less metre"),
        (54, 60, 66, "54 to 66 metre"),
    ],
)
def test_amounts(low: float, value: float, high: float, told: str) -> None:
    assert inspect._amount(Quantity(0, 1, "x", value, low, high, "metre", ""), "") == told


@pytest.mark.parametrize(("unit", "counted", "told"), [("", "people", "9 people"), ("percent", "votes", "9 percent of votes"), ("metre", "", "9 metre")])
def test_what_an_amount_counts(unit: str, counted: str, told: str) -> None:
    assert inspect._amount(Quantity(0, 1, "x", 9, 9, 9, unit, ""), counted) == told


def test_the_contract_of_inspect() -> None:
    told = document().to_dict()
    assert list(told) == [
        "schema_version",
        "tool",
        "complete",
        "article",
        "entities",
        "quantities",
        "times",
        "places",
        "quotes",
        "attributions",
        "sources",
        "unsourced",
    ]
    assert list(told["entities"][0]) == ["id", "name", "type", "titles", "mentions"]
    assert told["entities"][0]["mentions"][0] == {"start": 188, "end": 195, "line": 7, "column": 55, "text": "Ann Lee"}
    assert told["quantities"] == [
        {"start": 42, "end": 55, "line": 5, "column": 1, "text": "Twelve people", "value": 12, "low": 12, "high": None, "unit": "", "of": "person"}
    ]
    assert told["times"][0]["value"] == "2024-03-04"
    assert told["quotes"][0]["speaker"]["text"] == "Lee"
    assert list(told["attributions"][0]) == ["source", "cue", "content", "source_kind"]
    assert list(told["sources"][0]) == ["name", "kind", "entity", "first", "credited", "silent"]
    assert told["attributions"][1] == {"source": [], "cue": [], "content": [told["attributions"][1]["content"][0]], "source_kind": "none"}


def test_every_span_of_the_contract_holds_its_text() -> None:
    found = list(spans(document().to_dict()))
    assert len(found) == 22
    assert all(A[span["start"] : span["end"]] == span["text"] for span in found)


def spans(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every object with offsets in a JSON document."""
    if "start" in value:
        yield value
    for part in value.values():
        for inner in part if isinstance(part, list) else [part]:
            if isinstance(inner, dict):
                yield from spans(inner)


def test_two_spellings_of_one_person_are_told() -> None:
    read = annotate(Article.from_text("Mayor Heather Donaldson resigned on Monday. Aides to Donladson gave no reason.\n", "a"))
    told = shown(inspect.render(read), 100)
    assert "One person, two spellings? (1)" in told
    assert "Heather Donaldson  Donladson at 1:54" in told
