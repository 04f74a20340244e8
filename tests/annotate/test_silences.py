"""Who was asked and did not comment."""

from __future__ import annotations

import pytest

from crosscheck import Article, annotate
from crosscheck.annotate.sources import SourceKind


def found(text: str) -> list[tuple[str, str, str]]:
    document = annotate(Article.from_text("The harbour reopened on Friday.\n\n" + text))
    assert all(document.article.text[one.start : one.end] == one.text for one in document.silences)
    return [(one.party.text, one.text, one.topic.text if one.topic else "") for one in document.silences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aerovale declined to comment.", ("Aerovale", "declined to comment", "")),
        ("Aerovale refused to comment on the alarm.", ("Aerovale", "refused to comment", "on the alarm")),
        ("Aerovale declined to comment on Monday.", ("Aerovale", "declined to comment", "")),
        ("The ministry would not comment.", ("The ministry", "would not comment", "")),
        ("The school board has not publicly commented.", ("The school board", "has not publicly commented", "")),
        ("The bank had no immediate comment.", ("The bank", "had no immediate comment", "")),
        ("A spokeswoman for Aerovale declined an interview request.", ("A spokeswoman for Aerovale", "declined an interview request", "")),
        (
            "Aerovale did not immediately respond to several requests for comment.",
            ("Aerovale", "did not immediately respond to several requests for comment", ""),
        ),
        ("The ministry didn’t reply to emails.", ("The ministry", "didn’t reply to emails", "")),
        ("The ministry did not return calls seeking comment.", ("The ministry", "did not return calls seeking comment", "")),
        ("Ann Reed could not be reached for comment on Tuesday.", ("Ann Reed", "could not be reached for comment", "")),
        ("Ann Reed was not immediately available for comment.", ("Ann Reed", "was not immediately available for comment", "")),
        ("Ann Reed was unavailable for comment.", ("Ann Reed", "was unavailable for comment", "")),
        ("Aerovale has been approached for comment.", ("Aerovale", "has been approached for comment", "")),
        ("Calls to the ministry were not returned.", ("the ministry", "were not returned", "")),
        ("Emails sent to the ministry went unanswered.", ("the ministry", "went unanswered", "")),
        ("Attempts to reach Ann Reed failed.", ("Ann Reed", "failed", "")),
        ("A spokesman said the airline would not comment on pending lawsuits.", ("the airline", "would not comment", "on pending lawsuits")),
    ],
)
def test_party_words_and_topic(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Aerovale declined to comment further.",
        "Police did not respond to the alarm.",
        "Police did not respond to the first call.",
        "The witness could not answer the question.",
        "The prime minister declined an invitation to the summit.",
        "Talks on a deal failed.",
        "The party's efforts to reach voters failed.",
        'He said: "I will not comment."',
        "The mayor commented on the plan.",
    ],
)
def test_what_tells_of_no_silence(text: str) -> None:
    assert found(text) == []


def test_the_party_is_looked_up_in_the_cast() -> None:
    document = annotate(Article.from_text("Mayor Ann Reed opened the pier on Friday.\n\nReed, who had no comment, left by a back door."))
    (silence,) = document.silences
    assert silence.kind is SourceKind.NAMED
    assert silence.speaker is not None
    assert document.entities[silence.speaker].name == "Ann Reed"
