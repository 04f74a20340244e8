"""Which rules the settings choose, and what weight they give them."""

from __future__ import annotations

import sys

import pytest

from crosscheck import Article, Settings, compare
from crosscheck.config import chosen, weights
from crosscheck.rules.rule import Difference, Severity
from crosscheck.rules.table import RULES

ERROR, WARNING, NOTE = Severity


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        (Settings(select=("NUM",)), {"NUM001", "NUM002"}),
        (Settings(select=("NUM",), ignore=("number-precision",)), {"NUM001"}),
        (Settings(select=("NUM", "TIM001"), severity=(("NUM", None),)), {"TIM001"}),
        (Settings(select=("NUM",), severity=(("NUM", None), ("NUM001", ERROR))), {"NUM001"}),
        (Settings(select=("NUM",), severity=(("NUM001", ERROR), ("NUM", None))), {"NUM001"}),  # the order does not count
    ],
)
def test_what_is_ignored_or_off_is_not_chosen(settings: Settings, codes: set[str]) -> None:
    assert {rule.code for rule in chosen(RULES, settings)} == codes


def test_the_narrowest_entry_gives_a_rule_its_weight() -> None:
    found = weights(RULES, Settings(severity=(("name-variant", NOTE), ("NAM", WARNING), ("N", None))))
    assert {code: found[code] for code in ("NAM001", "NAM002", "NUM001")} == {"NAM001": NOTE, "NAM002": WARNING, "NUM001": None}


WIRE = "Eleven dock workers were hurt in the port on Monday when a crane fell, Volodymyr Zelenskyy said."


@pytest.mark.parametrize(
    ("ours", "code", "severity", "told"),
    [
        (WIRE.replace("Eleven", "Twelve"), "NUM001", (), ERROR),
        (WIRE.replace("Eleven", "Twelve"), "NUM001", (("NUM001", WARNING),), WARNING),
        (WIRE.replace("Eleven", "Twelve"), "NUM001", (("number-differs", NOTE),), NOTE),
        (WIRE.replace("Eleven", "Twelve"), "NUM001", (("NUM001", None),), None),
        (WIRE.replace("Eleven", "About a dozen"), "NUM002", (), NOTE),
        (WIRE.replace("Eleven", "About a dozen"), "NUM002", (("NUM002", WARNING),), WARNING),
        (WIRE.replace("Zelenskyy", "Zelensky"), "NAM001", (), NOTE),
        (WIRE.replace("Zelenskyy", "Zelensky"), "NAM001", (("NAM001", ERROR),), NOTE),  # a known variant is still only that
    ],
)
def test_a_rule_weighs_what_the_settings_say(ours: str, code: str, severity: tuple[tuple[str, Severity | None], ...], told: Severity | None) -> None:
    settings = Settings(severity=severity)
    report = compare(Article.from_text(WIRE), Article.from_text(ours), settings)
    assert [finding.severity for finding in report.findings if finding.code == code] == [told for _ in [()] if told]
    assert report.to_dict()["settings"]["severity"] == {rule: str(given or "off") for rule, given in severity}


@pytest.mark.parametrize(
    ("own", "confidence", "weight", "severity"),
    [
        (None, 0.9, None, WARNING),
        (None, 0.9, ERROR, ERROR),
        (None, 0.7, ERROR, WARNING),  # what is not sure is no error, whatever the settings say
        (ERROR, 0.9, None, ERROR),
        (ERROR, 0.9, NOTE, NOTE),
        (NOTE, 0.9, ERROR, NOTE),
    ],
)
def test_weight_against_a_rule_of_warnings(own: Severity | None, confidence: float, weight: Severity | None, severity: Severity) -> None:
    (rule,) = (rule for rule in RULES if rule.code == "SRC001")
    seen = Difference((), (), "They differ.", confidence, own)
    assert sys.modules["crosscheck.compare"]._severity(rule, seen, weight) is severity
