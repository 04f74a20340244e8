"""Where it happened."""

from __future__ import annotations

import pytest

from crosscheck.annotate.capitals import words_of
from crosscheck.annotate.names import entities
from crosscheck.annotate.places import places
from crosscheck.read import Article
from crosscheck.segment import sentences


def found(text: str) -> list[tuple[str, str]]:
    article = Article.from_text(f"Talks go on for another week\n\n{text}\n\nThe rest of the report is here to make a body of it.\n")
    read = sentences(article)
    here = places(read, entities(read, words_of(read)), words_of(read))
    assert all(article.text[place.start : place.end] == place.text for place in here)
    return [(place.preposition, place.text) for place in here]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boat sank off Selaru island.", [("off", "Selaru island")]),
        ("The boat sank off Indonesia's southern island of Selaru.", [("off", "Indonesia"), ("off", "Selaru")]),
        ("The tank leaked into the Varna River near Oldbury.", [("into", "Varna River"), ("near", "Oldbury")]),
        ("They were freed in Kidal, north of Gao.", [("in", "Kidal"), ("north of", "Gao")]),
        ("They met at the Riverside Hospital in Nairobi.", [("at", "Riverside Hospital"), ("in", "Nairobi")]),
        ("Shots were heard on Ardent Avenue.", [("on", "Ardent Avenue")]),
        ("The plane landed on Tenerife.", [("on", "Tenerife")]),
        ("A tax on Kenya was dropped.", [("", "Kenya")]),
        ("A tax on Cuba was dropped.", [("", "Cuba")]),
        ("It may stave off Moscow's plan.", [("", "Moscow")]),
        ("They believed in Anna Berg, who won, and in October.", []),
        ("Shares in Calder rose.", []),
        ("The minister said so to Bank Merel.", []),
    ],
)
def test_places_with_their_prepositions(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_place_knows_its_entity() -> None:
    article = Article.from_text("Talks go on\n\nThey met in Nairobi. Nairobi was quiet.\n")
    read = sentences(article)
    cast = entities(read, words_of(read))
    assert {place.entity for place in places(read, cast, words_of(read))} == {cast[0].id}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It happened in the hill village of Semere.", ("in", "Semere")),
        ("It happened in a small fishing village of Semere.", ("in", "Semere")),
        ("The rain went on. Semere airport was closed.", ("", "Semere airport")),
        ("The army is advancing on Semere.", ("towards", "Semere")),
        ("The ferry was sailing from Semere to Oslo.", ("from", "Semere")),
    ],
)
def test_places_told_with_what_they_are_or_which_way_it_goes(text: str, place: tuple[str, str]) -> None:
    assert place in found(f"The wind fell. {text}")
