"""Every rule against the examples of its paper and against the harder cases of its text file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crosscheck import Article, compare
from crosscheck.rules.paper import parse
from crosscheck.rules.table import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.rules.rule import Rule

HERE = Path(__file__).parent


def messages(rule: Rule, a: str, b: str) -> list[str]:
    report = compare(Article.from_text(a, "a"), Article.from_text(b, "b"))
    return [finding.message for finding in report.findings if finding.code == rule.code]


FLAGGED = [pytest.param(rule, example.a, example.b, id=f"{rule.code}-{n}") for rule in RULES for n, example in enumerate(parse(rule.doc).flagged)]
UNFLAGGED = [pytest.param(rule, example.a, example.b, id=f"{rule.code}-{n}") for rule in RULES for n, example in enumerate(parse(rule.doc).unflagged)]


@pytest.mark.parametrize(("rule", "a", "b"), FLAGGED)
def test_a_flagged_example_is_flagged_either_way_round(rule: Rule, a: str, b: str) -> None:
    assert messages(rule, a, b)
    assert messages(rule, b, a)


@pytest.mark.parametrize(("rule", "a", "b"), UNFLAGGED)
def test_an_example_not_flagged_is_not(rule: Rule, a: str, b: str) -> None:
    assert messages(rule, a, b) == []


def test_every_rule_has_a_paper_with_both_sorts_of_example() -> None:
    for rule in RULES:
        paper = parse(rule.doc)
        assert paper.summary.endswith("."), rule.code
        assert paper.why.endswith("."), rule.code
        assert paper.flagged, rule.code
        assert paper.unflagged, rule.code


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


def cases() -> Iterator[object]:
    """Yield the cases of the text files: `A:`, `B:`, then `-> message` or `-> nothing`; `#` says why the case is there."""
    by_name = {rule.name: rule for rule in RULES}
    for path in sorted(HERE.glob("*.txt")):
        a = b = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("A: "):
                a = line[3:]
            elif line.startswith("B: "):
                b = line[3:]
            elif line.startswith("-> "):
                yield pytest.param(by_name[path.stem], a, b, line[3:], id=f"{path.stem}:{number}")
            else:
                assert not line or line.startswith("#"), f"{path.name}:{number}: {line!r}"


@pytest.mark.parametrize(("rule", "a", "b", "expected"), list(cases()))
def test_a_case_of_the_text_files(rule: Rule, a: str, b: str, expected: str) -> None:
    assert messages(rule, a, b) == ([] if expected == "nothing" else [expected])
