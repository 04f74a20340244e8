"""How alike two stretches of text are."""

from __future__ import annotations

from collections import Counter

import pytest

from crosscheck.lexicon import table
from crosscheck.read import Article
from crosscheck.rules.turns import opposites
from crosscheck.segment import sentences
from crosscheck.similarity import cosine, is_content, meaning, pieces, pooled, profile, rarity
from crosscheck.tokens import stem


@pytest.mark.parametrize("concept", table("thesaurus"))
def test_words_of_one_meaning_have_one_stem(concept: str) -> None:
    assert {meaning(stem(word)) for word in (concept, *table("thesaurus")[concept])} == {stem(concept)}


@pytest.mark.parametrize("concept", table("thesaurus"))
def test_no_two_words_of_one_meaning_are_opposed(concept: str) -> None:
    meant = {stem(word) for word in (concept, *table("thesaurus")[concept])}
    assert [word for word in meant if meant & (opposites("antonyms", word) | opposites("contraries", word))] == []


@pytest.mark.parametrize(
    ("one", "other"), [("wharf", "quay"), ("apology", "apologised"), ("aubergines", "eggplant"), ("gruelling", "arduous"), ("stalemate", "deadlock")]
)
def test_words_of_one_meaning_are_one(one: str, other: str) -> None:
    assert meaning(stem(one)) == meaning(stem(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("injured", "killed"), ("charged", "convicted"), ("guilty", "innocent"), ("general", "unselfish"), ("political", "courteous"), ("public", "edition")],
)
def test_words_that_tell_different_facts_stay_apart(one: str, other: str) -> None:
    assert meaning(stem(one)) != meaning(stem(other))


def test_a_word_without_others_of_its_meaning_keeps_its_stem() -> None:
    assert meaning(stem("orchards")) == stem("orchard")


def test_bags_are_pooled_by_their_counts() -> None:
    assert pooled([Counter(ferry=2, sink=1), Counter(ferry=1, rescue=1)]) == Counter(ferry=3, sink=1, rescue=1)
    assert pooled([]) == Counter()


def test_a_feature_is_as_rare_as_the_bags_that_hold_it() -> None:
    idf = rarity([Counter(ferry=3, sink=1), {"ferry"}, {"rescue"}])
    assert idf["ferry"] < idf["sink"] == idf["rescue"]


def test_words_of_one_root_share_pieces_where_stems_part() -> None:
    def alike(x: str, y: str) -> float:
        bags = [pieces(filter(is_content, sentences(Article.from_text(word))[0].tokens)) for word in (x, y)]
        idf = dict.fromkeys(bags[0] | bags[1], 1.0)
        return cosine(profile(bags[0], idf), profile(bags[1], idf))

    assert alike("Piracy.", "Pirates.") > alike("Piracy.", "Papacy.") > alike("Piracy.", "Orchards.") == 0
    assert alike("Teodros.", "Tewodros.") > 0.5
