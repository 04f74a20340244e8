"""Scores on the gold pairs never fall below these floors; they rise with the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from score import Scores, score

FLOORS = {
    "alignment": {"precision": 0.91, "recall": 0.88, "f1": 0.90},
    "findings": {"precision": 0.97, "recall": 0.88, "f1": 0.93},
    "focus": {"recall": 0.82},
    "additions": {"f1": 0.85},
}

pytestmark = [pytest.mark.gold, pytest.mark.slow]


@pytest.fixture(scope="module")
def scores() -> Scores:
    return score(sorted(path.parent for path in Path(__file__).parent.glob("*/gold.json")))


@pytest.mark.parametrize(("name", "measure"), [(name, measure) for name, measures in FLOORS.items() for measure in measures])
def test_score_is_at_or_above_its_floor(scores: Scores, name: str, measure: str) -> None:
    reached = getattr(scores.tallies[name], measure)
    assert reached >= FLOORS[name][measure], "\n".join(scores.mistakes)
