"""Sourcing over the border of a paragraph, where the text files of cases have one line each."""

from __future__ import annotations

import pytest

from crosscheck import Article, compare

TOLD = "The inquiry said the gate had been left open for years."


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("The inquiry said nobody had been told.\n\nThe gate had been left open for years.", []),
        ("The inquiry said nobody had been told.\n\nIt rained.\n\nThe gate had been left open for years.", ["SRC002"]),
    ],
)
def test_a_source_holds_for_the_next_sentence(plain: str, expected: list[str]) -> None:
    report = compare(Article.from_text(TOLD), Article.from_text(plain))
    assert [finding.code for finding in report.findings if finding.code == "SRC002"] == expected
