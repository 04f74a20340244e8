"""Amounts and times as two newsrooms write them: which are one, which are two, which cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crosscheck import Article, annotate
from crosscheck.annotate.amounts import compatible
from crosscheck.annotate.times import may_agree

if TYPE_CHECKING:
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.annotate.times import Time


def amount(words: str) -> Quantity:
    return annotate(Article.from_text(f"It was {words} in all.")).quantities[0]


def time(words: str) -> Time:
    return annotate(Article.from_text(f"It happened {words}, they said.")).times[0]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("10 miles", "16 kilometres", True),
        ("10 miles", "16km", True),
        ("10 miles", "25 km", False),
        ("200 acres", "81 hectares", True),
        ("200 acres", "8 hectares", False),
        ("30 feet", "nine metres", True),
        ("30 feet", "9m", True),
        ("six feet", "1.8 metres", True),
        ("100F", "38C", True),
        ("100 degrees Fahrenheit", "38 degrees Celsius", True),
        ("100F", "45C", False),
        ("50 pounds", "23kg", True),
        ("50lb", "30kg", False),
        ("10 gallons", "38 litres", True),
        ("35 knots", "65 km/h", True),
        ("60 mph", "97 kph", True),
        ("60 mph", "120 kph", False),
        ("25 basis points", "0.25 percentage points", True),
        ("25 basis points", "0.5 percentage points", False),
        ("half a percentage point", "50 basis points", True),
        ("half a percent", "0.5 percent", True),
        ("an hour and a half", "90 minutes", True),
        ("an hour and a half", "60 minutes", False),
        ("a year and a half", "18 months", True),
        ("half a mile", "800 metres", True),
        ("1.6m twenty-foot containers", "1.6 million containers", True),
        ("$5 million", "5 million euros", False),
        ("$5 million", "4.6 million euros", None),
        ("$5 million", "US$5 million", True),
        ("$5 million", "A$5 million", True),
        ("US$5 million", "A$5 million", False),
        ("187-64", "187 to 64", True),
        ("187-64", "187 votes to 64", True),
        ("187-64", "178-64", False),
        ("by 187 votes to 64", "64-187", True),
        ("three-quarters", "75 percent", True),
        ("one in three people", "a third of people", True),
        ("one in three", "33 percent", True),
        ("one in five", "30 percent", False),
        ("between 50 and 60 people", "55 people", True),
        ("50-60 people", "70 people", False),
        ("at least 40 people", "38 people", False),
        ("at least 40 people", "45 people", True),
        ("up to 300 jobs", "350 jobs", False),
        ("fewer than 100 homes", "120 homes", False),
        ("almost 200 homes", "196 homes", True),
        ("almost 200 homes", "240 homes", False),
        ("around 60 homes", "62 homes", True),
        ("aged 34", "34-year-old man", True),
        ("aged 34", "35 years old", False),
        ("34 years old", "34-year-old", True),
        ("$1.2bn", "$1.2 billion", True),
        ("$1.2bn", "$1.2m", False),
        ("£3m", "3 million pounds", True),
        ("a dozen boats", "12 boats", True),
        ("two dozen boats", "20 boats", False),
        ("scores of boats", "60 boats", True),
        ("half an hour", "30 minutes", True),
        ("two and a half hours", "150 minutes", True),
        ("48 hours", "two days", True),
        ("three weeks", "21 days", True),
        ("7,000ft", "2,100 metres", True),
        ("5.6-magnitude quake", "magnitude 5.6", True),
        ("5.6-magnitude quake", "magnitude 6.5", False),
        ("90-plus people", "more than 90 people", True),
        ("100,000 barrels", "100,000 tonnes", False),
        ("100,000 barrels", "14,000 tonnes", None),
        ("two litres", "two kilograms", None),
        ("1,500 sq ft", "139 square metres", True),
        ("two inches of rain", "5cm of rain", True),
        ("five tonnes", "5,000 kg", True),
        ("40 litres", "4 litres", False),
        ("minus 5C", "-5C", True),
        ("20C", "68F", True),
        ("6 per cent", "six percent", True),
        ("2-1", "2–1", True),
        ("6-4, 7-5", "6-4, 7-5", True),
        ("50 years", "half a century", True),
        ("100 metres", "110 yards", True),
    ],
)
def test_two_amounts(one: str, other: str, agree: bool | None) -> None:  # noqa: FBT001
    assert compatible(amount(one), amount(other)) is agree
    assert compatible(amount(other), amount(one)) is agree


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("on Monday", "on Tuesday", False),
        ("on Monday morning", "on Monday", True),
        ("early Monday", "on Monday", True),
        ("on Sunday night", "on Monday morning", False),
        ("on Sunday night", "early on Monday", None),
        ("in March last year", "in March this year", False),
        ("in March last year", "in March of last year", True),
        ("on 14 March last year", "on March 14", True),
        ("last year", "this year", False),
        ("last year", "in 2019", None),
        ("at 6:40 p.m.", "at 18:40", True),
        ("at 6:40 p.m.", "at 16:40", False),
        ("at half past six", "at 6:30", True),
        ("at noon", "at 12 p.m.", True),
        ("at midnight", "at 12 a.m.", True),
        ("March 9, 2024", "9 March 2024", True),
        ("2024-03-09", "March 9, 2024", True),
        ("Sept. 11", "11 September", True),
        ("Sept. 11", "Sept. 12", False),
        ("11th of September", "Sept 11", True),
        ("in the first quarter of 2023", "Q1 2023", True),
        ("in Q1 2023", "in Q2 2023", False),
        ("in the second half of 2023", "H2 2023", True),
        ("in 2022", "in 2023", False),
        ("in March 2023", "in 2023", True),
        ("in March 2023", "in April 2023", False),
        ("the 87th minute", "the 78th minute", False),
        ("the 87th minute", "87th-minute goal", True),
        ("in the 1990s", "in 1994", True),
        ("in the 1990s", "in 2004", False),
        ("in the early 1990s", "in 1991", True),
        ("at 3pm", "at 15:00", True),
        ("at 3pm", "at 3am", False),
        ("at 3 o'clock", "at 3pm", True),
        ("on Saturday night", "early on Sunday", None),
        ("on Christmas Day", "on 25 December", True),
        ("on New Year's Day", "on January 1", True),
        ("mid-March", "on March 15", True),
        ("at the end of March", "on March 31", True),
        ("on Mon 4 March", "on Monday, March 4", True),
        ("on 4 and 5 March", "on March 4", True),
        ("by Friday", "by Thursday", False),
        ("at 9.30am", "at 9:30", True),
        ("just after 4pm", "at 4:05pm", True),
        ("just before 4pm", "just after 4 p.m.", False),
        ("just before 4pm", "at 3:50pm", True),
        ("just before 4pm", "at 4pm", True),
        ("just after 4pm", "at 3:50pm", False),
        ("shortly before 10 a.m.", "shortly after ten o'clock", False),
        ("eight minutes to midnight", "at 11:52 p.m.", True),
        ("20 minutes past four", "at 4.20pm", True),
        ("at ten to five", "at 4:50 a.m.", True),
        ("at 0300", "at 3am", True),
        ("at dawn", "at 5:30 a.m.", True),
        ("at dawn", "in mid-afternoon", False),
        ("at daybreak", "at sunset", False),
        ("at nightfall", "at 7pm", True),
        ("before dawn", "at 4 a.m.", True),
        ("before dawn", "in the middle of the afternoon", False),
        ("at dawn on Sunday", "early on Sunday", True),
    ],
)
def test_two_times(one: str, other: str, agree: bool | None) -> None:  # noqa: FBT001
    assert may_agree(time(one), time(other)) is agree
    assert may_agree(time(other), time(one)) is agree
