"""Tests of one person under two spellings in one report."""

from __future__ import annotations

import pytest

from crosscheck import Article, annotate
from crosscheck.annotate.spellings import mixed_spellings


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
