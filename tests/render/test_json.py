from __future__ import annotations

import json as standard

import pytest
from reports import A, B, build, example, finding, words

from crosscheck.config import Settings
from crosscheck.render import json
from crosscheck.report import Relation
from crosscheck.rules.rule import Severity


def test_the_keys_of_the_contract() -> None:
    told = standard.loads(json.render(example()))
    assert list(told) == ["schema_version", "tool", "complete", "articles", "alignments", "only", "findings", "settings", "summary"]
    assert (told["schema_version"], list(told["tool"]), told["complete"]) == ("1.0", ["name", "version"], True)
    assert list(told["articles"]["a"]) == ["path", "label", "sha256", "encoding", "headline", "date", "sentences"]
    assert set(told["articles"]["a"]["sentences"][0]) == {"id", "start", "end", "line", "column", "role", "text"}
    assert told["alignments"][0] == {"a": 0, "b": 0, "score": 0.5, "relation": "agrees"}
    assert told["only"] == {"a": [4, 5], "b": [3, 5]}
    assert list(told["findings"][0]) == ["id", "code", "name", "kind", "severity", "confidence", "message", "a", "b", "suppressed"]
    assert list(told["summary"]) == ["exit_code", "verdict", "aligned", "only_a", "only_b", "by_severity", "by_kind", "suppressed"]


def test_a_finding() -> None:
    told = standard.loads(json.render(example()))["findings"][0]
    assert told["a"] == [{"sentence": 2, "start": 42, "end": 55, "line": 5, "column": 1, "text": "Twelve people"}]
    assert (told["code"], told["kind"], told["severity"], told["suppressed"]) == ("NUM001", "number", "error", None)


def test_a_suppressed_finding_says_by_what_and_is_not_counted() -> None:
    told = standard.loads(json.render(example()))
    suppressed = [finding["suppressed"] for finding in told["findings"] if finding["suppressed"]]
    assert suppressed == [{"by": "baseline", "reason": "agreed with the desk"}]
    assert told["summary"]["suppressed"] == 1
    assert told["summary"]["by_severity"] == {"error": 1, "warning": 2, "note": 3}
    assert told["summary"]["by_kind"]["naming"] == 0


def test_every_span_holds_its_text() -> None:
    told = standard.loads(json.render(example()))
    for side, text in (("a", A), ("b", B)):
        spans = [*told["articles"][side]["sentences"], *(span for finding in told["findings"] for span in finding[side])]
        assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_the_same_keys_when_clean() -> None:
    clean = standard.loads(json.render(build("One.", "One.", [(0, 0, Relation.IDENTICAL)])))
    told = standard.loads(json.render(example()))
    assert (list(clean), list(clean["summary"]), list(clean["summary"]["by_kind"])) == (list(told), list(told["summary"]), list(told["summary"]["by_kind"]))


def test_what_min_severity_hides_is_still_counted() -> None:
    told = standard.loads(json.render(example(Settings(min_severity=Severity.ERROR))))
    assert [finding["code"] for finding in told["findings"]] == ["NUM001"]
    assert told["summary"]["by_severity"]["note"] == 3


@pytest.mark.parametrize("words_of_others", ["lone \udc80 surrogate", "over\u202eride", "tag \U000e0041", "bell \x07 \x9b", "line\u2028end", "“naïve” 東京"])
def test_any_text_is_encodable_and_comes_back(words_of_others: str) -> None:
    written = json.render(build(words_of_others, "Other.", findings=[finding("NUM001", words(words_of_others, words_of_others[:3]), ())]))
    assert standard.loads(written.encode())["articles"]["a"]["sentences"][0]["text"] == words_of_others
    assert "\u202e" not in written


def test_letters_stay_letters() -> None:
    assert "“naïve” 東京" in json.render(build("“naïve” 東京", "Other."))


def test_it_ends_with_a_line_feed() -> None:
    assert json.render(example()).endswith("\n}\n")


def test_infinity_is_no_json() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json.dump({"high": float("inf")})
