"""Quotes: where they begin and end, what only looks like one, and who is speaking."""

from __future__ import annotations

import pytest

from crosscheck.annotate.attributions import attributions
from crosscheck.annotate.capitals import words_of
from crosscheck.annotate.grammar import tagged_sentences
from crosscheck.annotate.names import entities
from crosscheck.annotate.quotes import Quote, quotes, with_speakers
from crosscheck.read import Article
from crosscheck.segment import sentences

LEAD = "The harbour reopened on Friday.\n\n"


def found(text: str) -> tuple[Quote, ...]:
    article = Article.from_text(LEAD + text)
    spoken = quotes(article, sentences(article))
    assert all(article.text[quote.start : quote.end] == quote.text for quote in spoken)
    return spoken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"We will rebuild," the mayor said.', ["We will rebuild,"], id="straight, comma inside"),
        pytest.param("“We will rebuild,” the mayor said.", ["We will rebuild,"], id="curly"),
        pytest.param("''We will rebuild,'' the mayor said.", ["We will rebuild,"], id="two apostrophes"),
        pytest.param("'We can't rebuild,' the mayor said.", ["We can't rebuild,"], id="British, apostrophe inside"),
        pytest.param("‘We can’t rebuild,’ the mayor said.", ["We can’t rebuild,"], id="British curly"),
        pytest.param("“He told me ‘go home’ and left,” she said.", ["He told me ‘go home’ and left,"], id="nested"),
        pytest.param("‘They shouted “fire” twice,’ she said.", ["They shouted “fire” twice,"], id="nested the British way"),
        pytest.param('"We waited," she said, "and nobody came."', ["We waited,", "and nobody came."], id="split by its attribution"),
        pytest.param("The so-called “guests” were “convinced”.", ["guests", "convinced"], id="scare quotes"),
        pytest.param("“We waited.\n\n“Nobody came,” she said.", ["We waited.", "Nobody came,"], id="over paragraphs"),
        pytest.param('"We waited. Then the boat sank.\n\nNobody was hurt.', ["We waited."], id="unclosed"),
        pytest.param("The workers' pay and the owners' boats were insured.", [], id="genitive plurals"),
        pytest.param("It was the '90s, rock 'n' roll, and 'twas fun.", [], id="elisions"),
        pytest.param("They called the workers' pay 'too low' again.", ["too low"], id="genitive beside a British quote"),
        pytest.param('The pole is 27" long and the man 6\'2".', [], id="feet and inches"),
        pytest.param("She wrote the novel “The Quiet Water” in 1990.", [], id="title of a work"),
        pytest.param("A film titled “Low Tide” opens here.", [], id="titled"),
        pytest.param('He praised the film as "a quiet triumph".', ["a quiet triumph"], id="what is said of a work"),
    ],
)
def test_quotes(text: str, expected: list[str]) -> None:
    assert [quote.text for quote in found(text)] == expected


def speakers(text: str) -> list[str | None]:
    article = Article.from_text(LEAD + text)
    split = sentences(article)
    spoken = quotes(article, split)
    credited = attributions(split, spoken, entities(split, words_of(split)), tagged_sentences(split))
    return [quote.speaker.text if quote.speaker else None for quote in with_speakers(spoken, credited)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"The pier is safe," Mayor Ann Reed said.', ["Mayor Ann Reed"], id="after"),
        pytest.param('"The pier is safe," said Ann Reed, the mayor.', ["Ann Reed, the mayor"], id="inverted"),
        pytest.param('Ann Reed told reporters: "The pier is safe."', ["Ann Reed"], id="before"),
        pytest.param('"The pier," Ann Reed said, "is safe."', ["Ann Reed", "Ann Reed"], id="split"),
        pytest.param('"The pier is safe," Ann Reed said. "We checked it twice."', ["Ann Reed", "Ann Reed"], id="goes on in the paragraph"),
        pytest.param('"The pier is safe. We checked it twice," Ann Reed said.', ["Ann Reed"], id="more than one sentence"),
        pytest.param('Ann Reed said the pier was "quite safe".', ["Ann Reed"], id="part of a sentence"),
        pytest.param('"The pier is safe." A dog barked.', [None], id="nobody"),
    ],
)
def test_speakers(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected
