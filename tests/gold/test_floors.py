"""Scores on the gold pairs never fall below these floors; they rise with the program.

The pairs in the folder `apart` were written by people who had not seen the program: what it makes of them is nearer to what it makes of
tomorrow's copy.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from score import Scores, score

FLOORS = {
    "*": {
        "alignment": {"precision": 0.91, "recall": 0.88, "f1": 0.90},
        "findings": {"precision": 0.98, "recall": 0.90, "f1": 0.95},
        "focus": {"recall": 0.90},
        "additions": {"f1": 0.86},
    },
    "apart/*": {
        "alignment": {"precision": 0.92, "recall": 0.91, "f1": 0.92},
        "findings": {"precision": 0.95, "recall": 0.70, "f1": 0.80},
        "focus": {"recall": 0.68},
        "additions": {"f1": 0.73},
    },
}
CASES = [(pairs, name, measure) for pairs, floors in FLOORS.items() for name, measures in floors.items() for measure in measures]

pytestmark = [pytest.mark.gold, pytest.mark.slow]


@cache
def scores(pairs: str) -> Scores:
    return score(sorted(path.parent for path in Path(__file__).parent.glob(f"{pairs}/gold.json")))


@pytest.mark.parametrize(("pairs", "name", "measure"), CASES)
def test_score_is_at_or_above_its_floor(pairs: str, name: str, measure: str) -> None:
    reached = getattr(scores(pairs).tallies[name], measure)
    assert reached >= FLOORS[pairs][name][measure], "\n".join(scores(pairs).mistakes)
