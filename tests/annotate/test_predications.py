"""Predications: what a sentence says to be so, and how settled it is."""

from __future__ import annotations

import time

import pytest

from crosscheck.annotate.predications import Grade, doubted_nouns, predications
from crosscheck.read import Article
from crosscheck.segment import Sentence, sentences


def only(text: str) -> Sentence:
    (sentence,) = sentences(Article.from_text(text))
    return sentence


@pytest.mark.parametrize(
    ("text", "head", "grade"),
    [
        ("The pier may close in May.", "close", Grade.OPEN),
        ("The pier will likely close.", "close", Grade.EXPECTED),
        ("The council provisionally approved the plan.", "approved", Grade.EXPECTED),
        ("The council agreed in principle to close the pier.", "close", Grade.EXPECTED),
        ('The council accepts "in principle" a plan for the pier.', "accepts", Grade.EXPECTED),
        ("The council agreed on Friday to close the pier.", "close", Grade.SETTLED),
        ("Nurses are on course to strike.", "strike", Grade.EXPECTED),
        ("Sund is in talks to buy the pier.", "buy", Grade.OPEN),
        ("Nurses may ask for a rise.", "rise", Grade.OPEN),
        ("The owner is considering a halt to repairs.", "halt", Grade.OPEN),
        ("The waves appear to have come over the pier.", "come", Grade.EXPECTED),
        ("It is unclear if the pier closed.", "closed", Grade.OPEN),
        ("The pier could be sold.", "sold", Grade.OPEN),
        ("The council is considering whether to sue.", "sue", Grade.OPEN),
        ("The council is considering closing the pier.", "closing", Grade.OPEN),
        ("The council is weighing an appeal.", "appeal", Grade.OPEN),
        ("The council has asked the court to close the pier.", "close", Grade.EXPECTED),
        ("The council called on the owner to close the pier.", "close", Grade.EXPECTED),
        ("The council called for a ban.", "ban", Grade.EXPECTED),
        ("Two men tried to burn the pier.", "burn", Grade.OPEN),
        ("The council filed a request to close the pier.", "close", Grade.EXPECTED),
        ("The pier is likely to close.", "close", Grade.EXPECTED),
        ("The pier is expected to be closed.", "closed", Grade.EXPECTED),
        ("Two men are believed to have escaped.", "escaped", Grade.EXPECTED),
        ("Two men are suspected of stealing the boat.", "stealing", Grade.EXPECTED),
        ("The pier probably collapsed at dawn.", "collapsed", Grade.EXPECTED),
        ("The council plans to close the pier.", "close", Grade.PLANNED),
        ("The council intends to sue.", "sue", Grade.PLANNED),
        ("The pier will close.", "close", Grade.SETTLED),
        ("The pier is due to close.", "close", Grade.PLANNED),
        ("The two men are to meet on Friday.", "meet", Grade.SETTLED),
        ("The council has decided to close the pier.", "close", Grade.SETTLED),
        ("The council has tentatively agreed to close the pier.", "agreed", Grade.EXPECTED),
        ("The council has drawn up a plan to close the pier.", "close", Grade.PLANNED),
        ("The mayor raised the possibility of closing the pier.", "closing", Grade.OPEN),
        ("It is unclear whether the pier was closed.", "closed", Grade.OPEN),
        ("It is possible that the pier was closed.", "closed", Grade.EXPECTED),
        ("Police believe the pier was closed.", "closed", Grade.EXPECTED),
        ("Asked whether the pier was closed, Ann Reed said she believed so.", "closed", Grade.EXPECTED),
        ("I believe the pier was closed.", "closed", Grade.DONE),
        ("The pier seems to have shifted.", "shifted", Grade.EXPECTED),
        ("The pier closed on Friday.", "closed", Grade.DONE),
        ("The council filed a lawsuit.", "lawsuit", Grade.DONE),
    ],
)
def test_grade(text: str, head: str, grade: Grade) -> None:
    assert [found.grade for found in predications(only(text)) if found.head.text == head] == [grade]


@pytest.mark.parametrize(
    "text",
    [
        "The pier should close.",
        "The pier must close.",
        "The pier can close.",
        "The blast could be heard at sea.",
        "He asked that the pier be closed.",
        "Ann Reed was asked whether the pier closed.",
    ],
)
def test_what_is_neither_stated_nor_expected_has_no_grade(text: str) -> None:
    assert [found.head.text for found in predications(only(text)) if found.head.text in {"close", "closed", "heard"}] == []


def test_a_headline_tells_what_is_to_be_by_to() -> None:
    headline, *_ = sentences(Article.from_text("Kisumu to ban lorries\n\nThe council met on Friday. It sat until noon."))
    assert [(found.text, found.grade) for found in predications(headline)] == [("Kisumu to ban", Grade.PLANNED)]


def test_a_span_holds_what_grades_the_verb() -> None:
    assert [found.text for found in predications(only("The council has asked the court to close the pier."))] == [
        "has asked",
        "has asked the court to close",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A suspected bomb damaged the pier.", ["suspected bomb"]),
        ("Preliminary test results pointed to a leak.", ["Preliminary test results"]),
        ("Police suspected Ann Reed.", []),
        ("It is possible.", []),
    ],
)
def test_doubted_nouns(text: str, expected: list[str]) -> None:
    assert [found.text for found in doubted_nouns(only(text))] == expected


def test_a_long_chain_of_verbs_takes_little_time() -> None:
    start = time.process_time()
    predications(only("Ann Reed " + "hopes to " * 3000 + "win."))
    assert time.process_time() - start < 2
