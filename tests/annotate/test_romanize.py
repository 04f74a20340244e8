"""Names in the letters of English."""

from __future__ import annotations

import pytest

from crosscheck.annotate.romanize import romanized


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Grace Otieno", "grace otieno"),
        ("José Peña", "jose pena"),
        ("Łukasz Żak", "lukasz zak"),
        ("Щербаков", "shcherbakov"),
        ("Їжак", "yizhak"),
        ("Μαυράκης", "mayrakis"),
        ("გიორგი", "giorgi"),
        ("Արամ", "aram"),
        ("דוד", "dud"),
        ("كريم", "krim"),
        ("サトウ", "satou"),
        ("박", "bag"),
        ("李", "李"),
        ("", ""),
    ],
)
def test_romanized(name: str, expected: str) -> None:
    assert romanized(name) == expected
