from __future__ import annotations

import json

import pytest
from published import problems
from reports import A, build, check, example, finding, words

from crosscheck.render import rdjson
from crosscheck.report import Check


@pytest.mark.parametrize("done", [Check((example(),)), check(), Check(())])
def test_it_is_rdjson(done: Check) -> None:
    document = json.loads(rdjson.render(done))
    assert problems(document, "rdjson") == []
    assert document["source"] == {"name": "crosscheck"}


def test_a_finding_is_a_diagnostic_of_the_copy() -> None:
    found = json.loads(rdjson.render(Check((example(),))))["diagnostics"]
    assert [one["severity"] for one in found] == ["ERROR", "WARNING", "WARNING", "INFO", "INFO", "INFO"]
    first = found[0]
    assert (first["message"], first["code"]) == ("12 people injured in A, 15 in B. (number-differs)", {"value": "NUM001"})
    assert first["location"]["path"].endswith("courier.txt")
    assert first["location"]["range"] == {"start": {"line": 3, "column": 1}, "end": {"line": 3, "column": 15}}
    assert first["related_locations"][0]["message"] == "A"


@pytest.mark.parametrize(
    ("text", "phrase", "start", "end"),
    [
        ("Café owner Lee\n", "owner", 7, 12),
        ("One.\r\n“Naïve” 🎉 Lee\n", "Lee", 19, 22),
        ("One.\n東京\n", "京", 4, 7),
    ],
)
def test_columns_count_bytes(text: str, phrase: str, start: int, end: int) -> None:
    (found,) = json.loads(rdjson.render(Check((build(A, text, findings=[finding("NUM001", (), words(text, phrase))]),))))["diagnostics"]
    bounds = found["location"]["range"]
    assert (bounds["start"]["column"], bounds["end"]["column"]) == (start, end)
