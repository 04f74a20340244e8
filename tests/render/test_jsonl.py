from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reports import build, check, example, finding, words

from crosscheck.render import jsonl

if TYPE_CHECKING:
    from crosscheck.report import Check, Report


def lines(told: Check | Report) -> list[dict[str, Any]]:
    return [json.loads(line) for line in jsonl.render(told).splitlines()]


def test_a_comparison_is_a_meta_line_a_line_for_each_finding_and_a_summary_line() -> None:
    report = example()
    document = report.to_dict()
    meta, *findings, summary = lines(report)
    assert list(meta) == ["type", "schema_version", "tool", "complete", "articles", "settings"]
    assert meta["articles"]["a"] == {key: value for key, value in document["articles"]["a"].items() if key != "sentences"}
    paths = {"a": "gazette.txt", "b": "courier.txt"}
    assert findings == [{"type": "finding", "pair": "", "paths": paths, **found} for found in document["findings"]]
    assert summary == {"type": "summary", **document["summary"]}


def test_the_same_lines_when_clean() -> None:
    assert [line["type"] for line in lines(build())] == ["meta", "summary"]


def test_a_check_has_a_line_for_each_pair_before_its_findings() -> None:
    found = lines(check())
    assert [line["type"] for line in found] == ["meta", "pair", *["finding"] * 7, "pair", "unread", "summary"]
    assert [line["name"] for line in found if line["type"] in {"pair", "unread"}] == ["bridge", "ferry [sic]", "strike"]
    assert {line["pair"] for line in found if line["type"] == "finding"} == {"bridge"}
    assert (found[0]["complete"], found[-1]["exit_code"], found[-1]["pairs"]) == (False, 2, 3)


def test_no_text_breaks_a_line() -> None:
    text = "One\u2028two\x85three\u2029four\x0bfive ##[error]six.\n"
    written = jsonl.render(build(text, "Other.", findings=[finding("NUM001", words(text, text[:-1]), ())]))
    assert len(written.splitlines()) == 3
    assert "##[" not in written
    assert json.loads(written.splitlines()[1])["a"][0]["text"] == text[:-1]
