"""How alike two stretches of text are."""

from __future__ import annotations

import pytest

from crosscheck.lexicon import table
from crosscheck.similarity import meaning
from crosscheck.tokens import stem


@pytest.mark.parametrize("concept", table("thesaurus"))
def test_words_of_one_meaning_have_one_stem(concept: str) -> None:
    assert {meaning(stem(word)) for word in (concept, *table("thesaurus")[concept])} == {stem(concept)}


def test_a_word_without_others_of_its_meaning_keeps_its_stem() -> None:
    assert meaning(stem("ferries")) == stem("ferry")
