"""Who is credited with what deed."""

from __future__ import annotations

import pytest

from crosscheck import Article, annotate


def found(text: str) -> list[tuple[str, str, str]]:
    document = annotate(Article.from_text("The harbour reopened on Friday.\n\n" + text))
    spans = [span for deed in document.deeds for span in (deed, deed.doer, deed.object)]
    assert all(document.article.text[span.start : span.end] == span.text for span in spans)
    return [(deed.sort, deed.doer.text, deed.object.text) for deed in document.deeds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan was put forward by Ann Reed.", ("propose", "Ann Reed", "The plan")),
        ("The plan was first proposed by the council.", ("propose", "the council", "The plan")),
        ("A plan drawn up by the council was rejected.", ("draft", "the council", "A plan")),
        ("Students of the college discovered the wreck.", ("discover", "Students of the college", "the wreck")),
        ("The wreck was spotted in an aerial survey by the Alder Trust.", ("discover", "the Alder Trust", "The wreck")),
        ("Ann Reed accused Bo Kim of fraud.", ("accuse", "Ann Reed", "Bo Kim")),
        ("Bo Kim was accused by Ann Reed of fraud.", ("accuse", "Ann Reed", "Bo Kim")),
    ],
)
def test_sort_doer_and_object(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Kim was accused of fraud.",
        "The divers never found the wreck.",
        "The wreck may have been found by divers.",
        "The divers could find the wreck.",
        'Ann Reed said: "Bo Kim proposed the plan."',
    ],
)
def test_what_credits_nobody(text: str) -> None:
    assert found(text) == []
