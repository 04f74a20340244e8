"""How two names stand to each other."""

from __future__ import annotations

import pytest

from crosscheck.annotate.namesakes import ONE_PERSON, Kinship, keys, kinship, likeness


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
        ("Karim bin Fahd Mansour", "Fahd bin Karim Mansour", Kinship.DIFFERENT),
        ("bin Fahd Karim", "Karim bin Fahd", Kinship.SAME),
        ("Hussam al-Bakri", "Hossam Elbakry", Kinship.VARIANT),
        ("Андрей Волков", "Andrei Volkov", Kinship.SAME),
        ("Yiannis Mavrakis", "Γιάννης Μαυράκης", Kinship.VARIANT),
        ("Grace Otieno", "グレース・オティエノ", Kinship.DIFFERENT),
        ("Pedro Carballo", "Pedro Cardozo", Kinship.DIFFERENT),
        ("Rob Harper", "Ron Harper", Kinship.DIFFERENT),
        ("Jean H. Moreau", "Jean P. Moreau", Kinship.DIFFERENT),
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


@pytest.mark.parametrize(("x", "y"), [("Yusuf Bakri", "Youssef al-Bakry"), ("GraceOtieno", "Grace Otieno"), ("Hussam al-Bakri", "Hossam Elbakry")])
def test_names_that_are_kin_share_a_key(x: str, y: str) -> None:
    assert keys(x) & keys(y)


def test_a_letter_weighs_more_in_a_short_word() -> None:
    assert likeness("Anna Bergson", "Anna Bergman") < likeness("Anna Khodorkovsky", "Anna Khodordovsky")
    assert likeness("Ron Berg", "Rob Berg") < ONE_PERSON < likeness("Cameron Berg", "Camerob Berg")
