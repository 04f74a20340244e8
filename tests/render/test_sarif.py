from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from published import problems
from reports import A, B, build, check, example, finding, words

from crosscheck.render import sarif
from crosscheck.report import Check


def run(done: Check) -> dict[str, Any]:
    (found,) = json.loads(sarif.render(done))["runs"]
    assert isinstance(found, dict)
    return found


@pytest.fixture(autouse=True)
def _top(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(Path.cwd()))


@pytest.mark.parametrize("done", [Check((example(),)), check(), Check(()), Check((build("One.", "One."),))])
def test_it_is_sarif(done: Check) -> None:
    document = json.loads(sarif.render(done))
    assert problems(document, "sarif-2.1.0") == []
    assert (document["version"], len(document["runs"])) == ("2.1.0", 1)
    # What GitHub's code scanning asks for beyond the schema.
    found = run(done)
    for rule in found["tool"]["driver"]["rules"]:
        assert all(0 < len(rule[key]["text"]) <= 1024 for key in ("shortDescription", "fullDescription"))
        assert rule["help"]["text"]
    for result in found["results"]:
        (location,) = result["locations"]
        assert set(location["physicalLocation"]["region"]) == {"startLine", "startColumn", "endLine", "endColumn"}
        assert found["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_result_stands_in_the_copy_and_leads_to_the_other_report() -> None:
    result = run(Check((example(),)))["results"][0]
    assert result["message"]["text"] == "12 people injured in A, 15 in B. (A is [the other report](1))"
    assert (result["level"], result["partialFingerprints"]) == ("error", {"crosscheckFinding/v1": "f" * 16})
    here, there = result["locations"][0]["physicalLocation"], result["relatedLocations"][0]
    assert here["artifactLocation"] == {"uri": "courier.txt", "uriBaseId": "%SRCROOT%"}
    assert here["region"] == {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 15}
    assert (there["id"], there["physicalLocation"]["artifactLocation"]["uri"]) == (1, "gazette.txt")


def test_a_finding_in_one_report_has_no_link_and_says_which_it_is() -> None:
    results = run(Check((example(),)))["results"]
    alone = [result for result in results if not result["relatedLocations"]]
    assert [result["message"]["text"] for result in alone] == [
        "Only A tells this. (A is this report)",
        "Only A tells this. (A is this report)",
        "Only B tells this. (B is this report)",
    ]


def test_more_places_in_one_report_are_related_and_not_called_the_other() -> None:
    (result,) = run(Check((build(findings=[finding("NUM001", (), words(B, "Fifteen", "bus"), "Twice in B.")]),)))["results"]
    assert result["message"]["text"] == "Twice in B. (B is this report)"
    assert [place["message"]["text"] for place in result["relatedLocations"]] == ["this report, again"]


def test_a_silenced_finding_says_by_what_and_every_other_that_it_is_not() -> None:
    silenced = [result["suppressions"] for result in run(Check((example(),)))["results"]]
    assert [found for found in silenced if found] == [[{"kind": "external", "justification": "baseline: agreed with the desk"}]]
    assert silenced.count([]) == len(silenced) - 1


def test_brackets_in_the_copy_are_no_link() -> None:
    text = "The mayor [sic](1) spoke.\n"
    found = finding("NUM001", words(text, "[sic](1)"), words(text, "[sic]"), r'"[sic](1)" \ differs')
    (result,) = run(Check((build(text, text, findings=[found]),)))["results"]
    assert result["message"]["text"].startswith(r'"\[sic\](1)" \\ differs (A is [the')


def test_reports_are_artifacts_once_each() -> None:
    found = run(check())
    assert [one["location"]["uri"] for one in found["artifacts"]] == ["gazette.txt", "courier.txt"]
    assert found["columnKind"] == "unicodeCodePoints"


def test_a_pair_that_could_not_be_read_is_no_success() -> None:
    (ended,) = run(check())["invocations"]
    assert (ended["executionSuccessful"], ended["exitCode"]) == (False, 2)
    assert [told["message"]["text"] for told in ended["toolExecutionNotifications"]] == ["strike.txt: no such file"]
    assert run(Check((example(),)))["invocations"] == [{"executionSuccessful": True, "exitCode": 1, "toolExecutionNotifications": []}]


def test_only_the_rules_that_found_something_are_told_in_order() -> None:
    found = run(Check((example(),)))["tool"]["driver"]
    assert (found["name"], [rule["id"] for rule in found["rules"]]) == ("crosscheck", ["ADD001", "CER001", "NAM003", "NUM001", "SRC002"])


def test_a_text_of_any_sort_is_encodable() -> None:
    text = "tag \U000e0041 over\u202eride \udc80\n"
    sarif.render(Check((build(text, A, findings=[finding("NUM001", words(text, text[:9]), (), text)]),))).encode()
