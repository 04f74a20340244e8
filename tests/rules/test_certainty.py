"""Certainty in headlines, where the text files of cases have none."""

from __future__ import annotations

import pytest

from crosscheck import Article, compare

LEAD = "The council is considering whether to close the old pier in Lerum, its chairman said.\n\nIt rained all week."


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (
            "Council to close old pier in Lerum\n\nBoats lay idle on Friday and the kiosk was shut.",
            ['"is considering whether to close" in A, "Council to close old pier" in B'],
        ),
        ("Council may close old pier in Lerum\n\nBoats lay idle on Friday and the kiosk was shut.", []),
        ("Council weighs fate of old pier in Lerum\n\nThe council is considering whether to close the old pier, its chairman said.", []),
    ],
)
def test_a_headline_is_held_against_a_lead(copy: str, expected: list[str]) -> None:
    report = compare(Article.from_text(LEAD), Article.from_text(copy))
    assert [finding.message for finding in report.findings if finding.code == "CER001"] == expected
