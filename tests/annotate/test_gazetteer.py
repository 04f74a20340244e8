"""What is known of names beforehand."""

from __future__ import annotations

import pytest

from crosscheck.annotate.gazetteer import country, is_adjective, is_place, state_of


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Kremlin", "Russia"), ("the Kremlin", "Russia"), ("Moscow", "Russia"), ("Russian", "Russia"), ("Russia", "Russia"),
        ("White House", "United States"), ("U.S.", "United States"), ("Washington", "United States"), ("Americans", "United States"),
        ("Downing Street", "Britain"), ("UK", "Britain"), ("Kiev", "Ukraine"), ("Addis Ababa", "Ethiopia"), ("Dutch", "Netherlands"),
        ("Atlantis", None), ("", None),
    ],
)  # fmt: skip
def test_state_of(name: str, state: str | None) -> None:
    assert state_of(name) == state


def test_a_capital_is_no_country() -> None:
    assert country("Moscow") is None
    assert country("United Kingdom") == "Britain"


@pytest.mark.parametrize("name", ["Kenya", "Ohio", "Ont.", "Rotterdam", "The Hague", "Black Sea"])
def test_known_places(name: str) -> None:
    assert is_place(name)


@pytest.mark.parametrize("name", ["Egyptian", "Sunni", "Republicans", "Pan-Asian", "Franco-German"])
def test_adjectives(name: str) -> None:
    assert is_adjective(name)
