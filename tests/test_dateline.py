"""Datelines, publication lines and the day they give."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.dateline import dateline, filed, is_dateline, is_publication_line


@pytest.mark.parametrize(
    "parted",
    [
        "ROME — |The talks open.",
        "ROME, Feb. 21 -- |The talks open.",
        "ROME: |The talks open.",
        "ROME (AP) — |The talks open.",
        "ROME, March 3, 2021 (Reuters) - |The talks open.",
        "ROME, 3 March (AFP) – |12 people left.",
        "Rome — |Italy said so.",
        "Rome, Italy – |“We won,” she said.",
        "SÃO PAULO, Brazil -- |The talks open.",
        "PORT-AU-PRINCE, Haiti, July 7 — |The talks open.",
        "WASHINGTON, D.C. (Reuters) - |The talks open.",
        "ST. JOHN'S, Newfoundland and Labrador — |The talks open.",
        "ROME/PARIS, Jan 3 (Reuters) - |The talks open.",
        "New Delhi, Feb 21 (PTI) |The talks open.",
        "New Delhi [India], February 21 (ANI): |The talks open.",
        "MOSCOW, February 21. /TASS/. |The talks open.",
        "Berlin (dpa) - |The talks open.",
        "ROME\u00a0— |The talks open.",
        "March 9 (UPI) -- |The talks open.",
        "(CNN) |The talks open.",
        "(Bloomberg) -- |The talks open.",
        "ST. JOHN'S, Newfoundland,\nMarch 8 — |The talks open.",
        "|Lee (right) met 12 ministers in Rome, March 8 was the day.",
        "FALLS CHURCH, Va.--|The talks open.",
        "|Lee — who spoke on Monday — left.",
        "|The mayor - a lawyer - left.",
        "|Rome: the talks open.",
        "|A ferry sank off Rome — nobody died.",
        "|He left.",
        "|IBM shares rose - again.",
    ],
)
def test_dateline(parted: str) -> None:
    place, _, rest = parted.partition("|")
    assert dateline(place + rest) == place.strip()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ROME, Feb. 21", True),
        ("LONDON (Reuters)", True),
        ("ROME (AP) --", True),
        ("ROME, ITALY, 3 March 2021", True),
        ("ROME, FEB. 21 (AP)", True),
        ("ROME", False),
        ("NATO summit", False),
        ("TALKS OPEN (UPDATED)", False),
    ],
)
def test_is_dateline(line: str, expected: bool) -> None:  # noqa: FBT001
    assert is_dateline(line) is expected


@pytest.mark.parametrize(
    "line",
    [
        "Published: 9 March 2024",
        "Posted",
        "Posted Thursday, May 4, 2023",
        "Updated 2 hours ago",
        "Last updated at 10:30 a.m. EDT, Sept. 3, 2021",
        "First published on 2024-03-09T10:30:00Z",
        "Monday, May 4, 2023",
        "Thu 7 Mar 2024 10.30 GMT",
        "4 May 2023 | 10:30 GMT",
        "PUBLISHED 4TH MAY 2023 - UPDATED 5TH MAY 2023",
        "THURSDAY, MAY 4, 2023",
        "5/4/2023 10:30:15 AM",
        "04.05.2023, 10:30",
    ],
)
def test_publication_line(line: str) -> None:
    assert is_publication_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Released on bail",
        "Published author dies at 90",
        "March on Rome",
        "Updated figures show 12 dead",
        "Monday",
        "12 dead",
        "Court hears Smith v. Jones 5/4/2023 again",
        "He left on Monday, May 4, 2023.",
    ],
)
def test_no_publication_line(line: str) -> None:
    assert not is_publication_line(line)


@pytest.mark.parametrize(
    ("datelines", "published", "expected"),
    [
        (["ROME, March 3, 2021 --"], [], date(2021, 3, 3)),
        (["ROME, 3 March 2021 --"], ["Published: 9 March 2024"], date(2021, 3, 3)),
        (["ROME, March 8 --"], ["Published: 9 March 2024"], date(2024, 3, 8)),
        (["ROME, Dec. 31 --"], ["Published: 1 January 2024"], date(2023, 12, 31)),
        (["ROME, March 8 --"], [], None),
        (["ROME --"], ["Posted", "Updated Sept 3, 2021"], date(2021, 9, 3)),
        (["ROME --"], ["Posted 2021-09-03"], date(2021, 9, 3)),
        (["ROME, Feb. 30, 2021 --"], [], None),
        ([], [], None),
    ],
)
def test_filed(datelines: list[str], published: list[str], expected: date | None) -> None:
    assert filed(datelines, published) == expected
