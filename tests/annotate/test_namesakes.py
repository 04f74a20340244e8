"""How two names stand to each other."""

from __future__ import annotations

import pytest

from crosscheck.annotate.namesakes import Kinship, kinship, likeness


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        ("José Peña", "Jose Pena", Kinship.SAME),
        ("Lee Ji-woo", "Lee Ji Woo", Kinship.SAME),
        ("Otieno Grace", "Grace Otieno", Kinship.SAME),
        ("Karim al-Fahdi", "Karim Fahdi", Kinship.SAME),
        ("Otieno", "Grace Otieno", Kinship.SHORTER),
        ("J. Harper", "Jonas Harper", Kinship.SHORTER),
        ("Bob Harper", "Robert Harper", Kinship.SHORTER),
        ("Grace A. Otieno", "Grace Otieno", Kinship.SHORTER),
        ("Yusuf Bakri", "Youssef al-Bakry", Kinship.VARIANT),
        ("Wladimir Kuznetsoff", "Vladimir Kuznetsov", Kinship.VARIANT),
        ("Mohammed Hussain", "Muhamad Husein", Kinship.VARIANT),
        ("Olena Zelenko", "Olena Zelenkko", Kinship.VARIANT),
        ("Anna Berg", "Karl Berg", Kinship.DIFFERENT),
        ("Kim Jae-min", "Kim Jae-sok", Kinship.DIFFERENT),
        ("Hafez Mansour", "Karim Mansour", Kinship.DIFFERENT),
        ("Andrei Volkov", "Dmitri Volkov", Kinship.DIFFERENT),
        ("", "Anna Berg", Kinship.DIFFERENT),
    ],
)
def test_kinship(x: str, y: str, expected: Kinship) -> None:
    assert kinship(x, y) is expected
    assert kinship(y, x) is expected


def test_likeness_is_whole_and_symmetric() -> None:
    assert likeness("Anna Berg", "Anna Berg") == 1.0
    assert likeness("Anna Berg", "") == 0.0
    assert likeness("Yusuf Bakri", "Yousef Bakry") == likeness("Yousef Bakry", "Yusuf Bakri") > 0.9
