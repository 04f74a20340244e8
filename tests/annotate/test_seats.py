"""Where a report says that somebody is at home and a firm has its seat."""

from __future__ import annotations

import pytest

from crosscheck.annotate import annotate
from crosscheck.annotate.seats import seats
from crosscheck.read import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leeds-based Halden Foods will close.", [("Leeds", "base")]),
        ("The Mountain View-based search company Halden Foods will close.", [("Mountain View", "base")]),
        ("Halden Foods, which is based in Lyon, will close.", [("Lyon", "base")]),
        ("Halden Foods has its headquarters in Lyon.", [("Lyon", "base")]),
        ("Halden Foods, whose head office is in the port of Bristol, will close.", [("Bristol", "base")]),
        ("Halden Foods opened a plant in Lyon.", []),
        ("John Dunn, 41, who lives in Leeds, was charged.", [("Leeds", "home")]),
        ("Bradford resident John Dunn was charged.", [("Bradford", "home")]),
        ("The Bristol-born writer Anna Roe won.", [("Bristol", "birth")]),
        ("Anna Roe, who was born in Kraków, won.", [("Kraków", "birth")]),
    ],
)
def test_seats(text: str, expected: list[tuple[str, str]]) -> None:
    document = annotate(Article.from_text(text, "a"))
    assert [(seat.text, seat.tie) for entity in document.entities for seat in seats(document, entity)] == expected
