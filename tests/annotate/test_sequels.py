"""Days told by a day before them in the sentence."""

from __future__ import annotations

import pytest

from crosscheck.annotate import annotate
from crosscheck.read import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed on May 6 and opened two days later.", ["XXXX-05-06", "XXXX-05-08"]),
        ("It closed on December 31 and opened the next day.", ["XXXX-12-31", "XXXX-01-01"]),
        ("It opened on Monday, having closed three days earlier.", ["XXXX-WXX-1", "XXXX-WXX-5"]),
        ("It closed on Sunday and opened the following day.", ["XXXX-WXX-7", "XXXX-WXX-1"]),
        ("It closed on 6 May 2024 and opened a week later.", ["2024-05-06", "2024-05-13"]),
        ("It closed on May 6 and opened about two days later.", ["XXXX-05-06"]),
        ("It closed on May 6 and opened a few days later.", ["XXXX-05-06"]),
        ("It closed in May and opened two days later.", ["XXXX-05"]),
        ("It closed and opened two days later.", []),
    ],
)
def test_sequels(text: str, expected: list[str]) -> None:
    assert [time.value for time in annotate(Article.from_text(text, "a")).times] == expected
