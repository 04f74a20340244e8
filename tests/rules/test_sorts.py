"""Sorts of sources: which nouns tell them, and which rule each other out."""

from __future__ import annotations

import pytest

from crosscheck.annotate import annotate
from crosscheck.lexicon import table
from crosscheck.read import Article
from crosscheck.rules.sorts import are_two_sorts, sorts


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Police", {"police"}),
        ("The county council's roads team", {"councils"}),
        ("A doctor at the hospital", {"doctors", "hospitals"}),
        ("The fire service", {"firefighters"}),
        ("Judge Ann Bishop", {"courts"}),
        ("A man who had called the police", set()),
        ("Officials", set()),
    ],
)
def test_sorts(source: str, expected: set[str]) -> None:
    document = annotate(Article.from_text(f"The pier was shut on Monday.\n\n{source} said the pier was safe."))
    assert sorts(document, document.attributions[-1]) == expected


def test_a_sort_is_tied_to_itself_and_to_its_own() -> None:
    assert are_two_sorts(frozenset({"police"}), frozenset({"hospitals"}))
    assert not are_two_sorts(frozenset({"police"}), frozenset({"police"}))
    assert not are_two_sorts(frozenset({"doctors"}), frozenset({"hospitals"}))
    assert not are_two_sorts(frozenset({"doctors", "hospitals"}), frozenset({"hospitals"}))
    assert not are_two_sorts(frozenset(), frozenset({"hospitals"}))


def test_every_tie_is_between_sorts() -> None:
    named = {*table("source_ties"), *(sort for tied in table("source_ties").values() for sort in tied)}
    assert named <= table("source_sorts").keys()


def test_a_noun_is_of_one_sort() -> None:
    nouns = [noun for listed in table("source_sorts").values() for noun in listed]
    assert len(nouns) == len(set(nouns))
