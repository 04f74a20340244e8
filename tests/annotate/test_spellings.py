"""Tests of one person under two spellings in one report."""

from __future__ import annotations

import pytest

from crosscheck import Article, annotate
from crosscheck.annotate.spellings import mixed_spellings
from crosscheck.rules.people import are_one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Tewodros Abera spoke on Monday. Foreign Minister Teodros Aberra left on Tuesday.", [("Tewodros Abera", "Teodros Aberra")]),
        ("Mayor Heather Donaldson resigned on Monday. Aides to Donladson gave no reason.", [("Heather Donaldson", "Donladson")]),
        ("Mayor Heather Donaldson resigned on Monday. Donaldson gave no reason.", []),
        ("Mayor Heather Donaldson resigned on Monday. The Donaldsons live in Leeds.", []),
        ("Mayor Ann Lee spoke on Monday. Her deputy, Jane Lee, left on Tuesday.", []),
        ("Mayor Rohan Patel spoke on Monday. Captain Maria Oduya left on Tuesday.", []),
    ],
)
def test_two_spellings_of_one_person_are_seen(text: str, expected: list[tuple[str, str]]) -> None:
    cast = annotate(Article.from_text(text)).entities
    assert [(one.name, other.name) for one, other in mixed_spellings(cast)] == expected


def test_spellings_that_the_reader_takes_for_one_are_no_slip() -> None:
    cast = annotate(Article.from_text("Mayor Heather Donaldson resigned on Monday. Aides to Mayor Heather Donalson gave no reason.")).entities
    assert [(one.name, other.name) for one, other in mixed_spellings(cast)] == [("Heather Donaldson", "Heather Donalson")]
    assert list(mixed_spellings(cast, (("Donaldson", ("Donalson",)),))) == []


def test_people_of_two_reports_are_one_by_the_aliases() -> None:
    (one,), (other,) = (annotate(Article.from_text(f"Mayor {name} resigned on Monday.")).entities for name in ("Ana Ruzicka", "Nan Kovats"))
    assert not are_one(one, other)
    assert are_one(one, other, (("Ana Ruzicka", ("Nan Kovats",)),))
