"""The JSON documents against the schemas that ship with the package."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from crosscheck import annotate, compare, contract, read
from crosscheck.annotate.kinds import EntityType
from crosscheck.annotate.ledger import Need
from crosscheck.annotate.sources import SourceKind
from crosscheck.cli import main
from crosscheck.flags import Document, FailOn
from crosscheck.furniture import Role
from crosscheck.report import Check, Relation, Unread, Verdict
from crosscheck.rules.rule import Kind, Severity
from crosscheck.rules.table import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*/report.json"))


def problems(document: dict[str, Any], name: str) -> list[str]:
    schema = contract.schema(name)
    return [error.message[:200] for error in Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).iter_errors(document)]


def parts(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    """Yield every object in a schema."""
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from parts(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from parts(part)


@pytest.mark.parametrize("golden", SAMPLES, ids=lambda path: path.parent.name)
def test_every_sample_keeps_the_contract(golden: Path) -> None:
    assert problems(json.loads(golden.read_text("utf-8")), "report") == []
    for side in ("a.txt", "b.txt"):
        assert problems(annotate(read(golden.parent / side)).to_dict(), "inspect") == []


def test_a_check_keeps_the_contract(pair: tuple[Path, Path]) -> None:
    report = compare(read(pair[0]), read(pair[1]))
    assert problems(Check((report,), (Unread("strike", ("strike.txt: no such file",)),)).to_dict(), "check") == []
    assert problems(Check(()).to_dict(), "check") == []


@pytest.mark.parametrize("name", Document)
def test_a_schema_is_one_is_closed_and_asks_for_every_key(name: Document, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    schema = json.loads(capfd.readouterr().out)
    assert schema == contract.schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"].endswith(f":{name}:{contract.SCHEMA_VERSION}")
    assert schema["properties"]["schema_version"]["const"] == contract.SCHEMA_VERSION
    for part in parts(schema):
        if "properties" in part and "additionalProperties" in part:
            assert (part["additionalProperties"], sorted(part["required"])) == (False, sorted(part["properties"]))


def test_without_a_name_it_is_the_schema_of_a_report(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capfd.readouterr().out) == contract.schema("report")
    assert main(["schema", "reprot"]) == 2


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"verdikt": "agree"}, "'verdikt' was unexpected"),
        ({"complete": "yes"}, "is not of type 'boolean'"),
        ({"schema_version": "2.0"}, "'1.0' was expected"),
        ({"only": {"a": []}}, "'b' is a required property"),
    ],
)
def test_a_slip_is_seen(change: dict[str, Any], told: str) -> None:
    document = json.loads(SAMPLES[0].read_text("utf-8")) | change
    assert told in " ".join(problems(document, "report"))


def test_the_words_of_a_schema_are_those_of_the_program() -> None:
    report, inspect = contract.schema("report"), contract.schema("inspect")
    finding = report["properties"]["findings"]["items"]["properties"]
    assert finding["kind"]["enum"] == list(Kind)
    assert report["$defs"]["severity"]["enum"] == list(Severity)
    assert report["properties"]["settings"]["properties"]["fail_on"]["enum"] == list(FailOn)
    assert report["properties"]["alignments"]["items"]["properties"]["relation"]["enum"] == list(Relation)
    assert report["properties"]["summary"]["properties"]["verdict"]["enum"] == list(Verdict)
    assert set(report["$defs"]["article"]["properties"]["sentences"]["items"]["properties"]["role"]["enum"]) == set(Role)
    assert set(inspect["properties"]["entities"]["items"]["properties"]["type"]["enum"]) == set(EntityType)
    assert set(inspect["properties"]["attributions"]["items"]["properties"]["source_kind"]["enum"]) == set(SourceKind)
    assert set(inspect["properties"]["unsourced"]["items"]["properties"]["need"]["enum"]) == set(Need)
    assert {rule.kind for rule in RULES} <= set(finding["kind"]["enum"])


def test_what_documents_share_is_told_alike() -> None:
    report, inspect = contract.schema("report")["$defs"], contract.schema("inspect")["$defs"]
    assert {name: report[name] for name in inspect} == inspect
