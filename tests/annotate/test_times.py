from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crosscheck.annotate.readings import _readers
from crosscheck.annotate.times import Time, may_agree, times
from crosscheck.read import Role
from crosscheck.segment import Sentence
from crosscheck.tokens import tokens

WEDNESDAY = date(2023, 10, 18)


RULES = Path(__file__).parent.parent / "rules"


def sentence(text: str) -> Sentence:
    return Sentence(0, len(text), text, 0, Role.BODY, 0, tokens(text, 0, len(text)))


def found(text: str, today: date | None = WEDNESDAY) -> tuple[Time, ...]:
    return times((sentence(text),), today)


def one(text: str, today: date | None = WEDNESDAY) -> Time:
    (time,) = found(text, today)
    return time


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It began on Oct. 16.", "Oct. 16", "2023-10-16"),
        ("It began on 16 October.", "16 October", "2023-10-16"),
        ("It began on October 16, 2023.", "October 16, 2023", "2023-10-16"),
        ("It began on the 3rd of June 2021.", "3rd of June 2021", "2021-06-03"),
        ("It began on 2023-10-16.", "2023-10-16", "2023-10-16"),
        ("It began on Monday, Oct. 16.", "Monday, Oct. 16", "2023-10-16"),
        ("It began on Sep 11.", "Sep 11", "2023-09-11"),
        ("It begins on January 6.", "January 6", "2024-01-06"),
        ("It began on Dec. 28.", "Dec. 28", "2023-12-28"),
        ("It began in December 2021.", "December 2021", "2021-12"),
        ("It ends by the end of March 2025.", "March 2025", "2025-03"),
        ("It began in September.", "September", "2023-09"),
        ("It began in late September.", "late September", "2023-09"),
        ("It began at the start of June 2022.", "start of June 2022", "2022-06"),
        ("It began in mid-August.", "mid-August", "2023-08"),
        ("It began in the summer of 2021.", "summer of 2021", "2021-SU"),
        ("It opened last winter.", "last winter", "XXXX-WI"),
        ("It opens in the spring, they say.", "spring", "XXXX-SP"),
        ("It began in the winter of 2021-22.", "winter of 2021-22", "2022-WI"),
        ("It was filed on 24/3/2022.", "24/3/2022", "2022-03-24"),
        ("It was filed on 3/24/22.", "3/24/22", "2022-03-24"),
        ("It was filed on 12/03/2022.", "12/03/2022", "2022"),
        ("The June vote was close.", "June", "2023-06"),
        ("It began in 2016.", "2016", "2016"),
        ("The 2008 elections were close.", "2008", "2008"),
        ("It was founded in 1884.", "1884", "1884"),
        ("It dates from AD 700.", "AD 700", "0700"),
        ("It ran in the 1990s.", "1990s", "199"),
        ("It ran over the 2014-18 term.", "2014-18", "2014/2018"),
        ("It closes in the first quarter of 2025.", "first quarter of 2025", "2025-Q1"),
        ("It closes in Q1 2025.", "Q1 2025", "2025-Q1"),
        ("It fell in the second half of last year.", "second half of last year", "2022-H2"),
        ("It began yesterday.", "yesterday", "2023-10-17"),
        ("It begins tomorrow at noon.", "tomorrow at noon", "2023-10-19T12:00"),
        ("It begins tonight.", "tonight", "2023-10-18TNI"),
        ("It begins next week.", "next week", "2023-W43"),
        ("It ran in the week starting Oct. 23.", "Oct. 23", "2023-W43"),
        ("It began last month.", "last month", "2023-09"),
        ("It ends by year-end.", "year-end", "2023"),
        ("It began at 5 a.m. Sunday.", "5 a.m. Sunday", "2023-10-15T05:00"),
        ("It began at 11pm on Sep 11.", "11pm on Sep 11", "2023-09-11T23:00"),
        ("It began on Saturday night.", "Saturday night", "2023-10-14TNI"),
        ("It was signed early on Sunday.", "early on Sunday", "2023-10-15TMO"),
        ("It was signed in the early hours of 15 May.", "early hours of 15 May", "2023-05-15TMO"),
        ("It began at a quarter past three on Sunday morning.", "a quarter past three on Sunday morning", "2023-10-15T03:15"),
        ("He met them on Monday last week.", "Monday last week", "2023-10-09"),
        ("It begins a week on Monday.", "a week on Monday", "2023-10-30"),
        ("It began at 6:40 p.m.", "6:40 p.m.", "T18:40"),
        ("It began at 16:40.", "16:40", "T16:40"),
        ("It began at half past one.", "half past one", "TXX:30"),
        ("It was built in 2016 in Lagos.", "2016", "2016"),
        ("It began at half nine on Friday.", "half nine on Friday", "2023-10-13TXX:30"),
        ("It sank at twenty to five in the afternoon.", "twenty to five in the afternoon", "T16:40"),
        ("It began at 16.40 GMT.", "16.40 GMT", "T16:40"),
        ("It began at 1640 hrs.", "1640", "T16:40"),
        ("It began at five in the morning.", "five in the morning", "T05:00"),
        ("It began at 0430 GMT.", "0430 GMT", "T04:30"),
        ("It began at 12.30am.", "12.30am", "T00:30"),
        ("It began at midday.", "midday", "T12:00"),
        ("He scored in the 87th minute.", "87th minute", "minute-87"),
        ("She scored on 58 minutes and limped off.", "58 minutes", "minute-58"),
        ("With seven minutes left on the clock he equalised.", "seven minutes left", "minute-left-7"),
        ("It began at 7:40 p.m. Monday.", "7:40 p.m. Monday", "2023-10-16T19:40"),
        ("He gave them a 12th-minute lead.", "12th-minute", "minute-12"),
        ("He scored in the sixth minute.", "sixth minute", "minute-6"),
    ],
)
def test_a_time_seen_from_its_report(text: str, span: str, value: str) -> None:
    time = one(text)
    assert (time.text, time.value) == (span, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began on Oct. 16.", "XXXX-10-16"),
        ("It began on Monday.", "XXXX-WXX-1"),
        ("It began in September.", "XXXX-09"),
        ("It began yesterday.", "yesterday"),
        ("It begins next week.", "next-week"),
        ("It began on October 16, 2023.", "2023-10-16"),
    ],
)
def test_a_time_of_a_report_without_a_date(text: str, value: str) -> None:
    assert one(text, None).value == value


@pytest.mark.parametrize(
    ("text", "likely", "first", "last"),
    [
        ("Police arrested her on Monday.", 16, 16, 16),
        ("Police arrested her on Wednesday.", 18, 18, 18),
        ("Talks will resume on Thursday.", 19, 12, 19),
        ("On Friday the court will rule.", 20, 13, 20),
        ("Officials said on Tuesday that talks will resume soon.", 17, 17, 17),
        ("They were told to leave by Monday.", 16, 16, 23),
        ("Parliament votes on Friday.", 13, 13, 20),
    ],
)
def test_a_weekday_looks_back_unless_the_clause_may_look_ahead(text: str, likely: int, first: int, last: int) -> None:
    time = one(text)
    assert (time.value, time.first, time.last) == (f"2023-10-{likely:02}", date(2023, 10, first), date(2023, 10, last))


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May may march on.",
        "Shops opened early on Black Friday.",
        "He sings on Sundays.",
        "He told USA Today so.",
        "It cost some 2000 euros for 1500 metres.",
        "More than 2000 people came.",
        "It was filed on 32/03/2024 and on 9/11.",
        "Children at the summer camp wore winter coats in the Prague Spring.",
        "The winter shelter in the Fall River mill saw a fall in prices and last fall in demand.",
        "She ran it in 2:48.",
        "It opens on 30 February.",
        "Two days earlier, 10 to 12 people left.",
        "A man was shot in the mall.",
        "The last-minute deal is a second-half goal.",
    ],
)
def test_left_alone(text: str) -> None:
    assert [time.text for time in found(text)] == []


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("It began on Sunday.", "It began on Oct. 15.", True),
        ("It began on Sunday.", "It began on Oct. 16.", False),
        ("It began on Saturday.", "It began on Sunday.", False),
        ("It began on Friday.", "It began on Thursday, 12 October.", False),
        ("It is due by Monday.", "It is due by 23 October.", True),
        ("It is due by Monday.", "It is due by 24 October.", False),
        ("It began in March.", "It began in May.", False),
        ("It began in March.", "It began in March 2023.", True),
        ("It began in September.", "It began last month.", True),
        ("He scored in the 87th minute.", "He scored in the 78th minute.", False),
        ("He scored in the sixth minute.", "He scored in the 6th minute.", True),
        ("He scored in the 6th minute.", "He scored on Sunday.", None),
        ("It began at 6:40 p.m.", "It began at 16:40.", False),
        ("It began at 6:40 p.m.", "It began at 18:40.", True),
        ("It began at 5 a.m.", "It began at 5 o'clock.", True),
        ("It ran until 5:45 a.m.", "It ran until 5:45.", True),
        ("It began at about 5 a.m.", "It began at 5:10 a.m.", True),
        ("It began at noon.", "It began at 12 p.m.", True),
        ("It began at 1:30 a.m. local time.", "It began at 0430 GMT.", None),
        ("It began at 5 a.m.", "It began in 2016.", None),
        ("It began on Saturday night.", "It began early Sunday.", None),
        ("It began on Saturday night.", "It began at 1 a.m. on Sunday.", None),
        ("It began on Saturday morning.", "It began early Sunday.", False),
        ("It began on Sunday morning.", "It began on Sunday night.", False),
        ("It began on Sunday morning.", "It began on Sunday.", True),
        ("It began at 5 a.m. Sunday.", "It began at 11pm on Oct. 14.", False),
        ("It began at 5 a.m. Sunday.", "It began on Sunday.", True),
        ("It began at 5 a.m. Sunday.", "It began at 5 a.m.", True),
        ("It takes effect Sept. 3.", "It takes effect January 6, 2025.", False),
        ("It begins next week.", "It ran in the week starting Oct. 23.", True),
        ("It begins next week.", "It begins on Oct. 30.", False),
        ("It ends by the end of the first quarter of 2025.", "It ends by the end of March 2025.", True),
        ("It ends in the first quarter of 2025.", "It ends in April 2025.", False),
        ("It began in 2021.", "It began in December 2021.", True),
        ("It began in late March.", "It began in early March.", False),
        ("It began in late March.", "It began on March 27.", True),
        ("It began in late March 2023.", "It began on March 3.", False),
        ("It ends by the end of March 2025.", "It ends in early March 2025.", True),
        ("It opens in the spring.", "It opens in the autumn.", False),
        ("It opened last fall.", "It opened last autumn.", True),
        ("It opened in the summer of 2021.", "It opened in 2021.", True),
        ("It opened in the summer of 2021.", "It opened in 2019.", False),
        ("It opened in the summer of 2021.", "It opened in summer 2022.", False),
        ("It began in 2021.", "It began in 2022.", False),
        ("It ends by year-end.", "It ends by the end of December.", True),
        ("It began yesterday.", "It began on Tuesday.", True),
        ("It began today.", "It began on Tuesday.", False),
        ("It begins a week on Monday.", "It begins on October 30.", True),
    ],
)
def test_which_can_be_one_time(a: str, b: str, *, expected: bool | None) -> None:
    x, y = one(a), one(b)
    assert may_agree(x, y) is expected
    assert may_agree(y, x) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("It began on Sunday.", "It began on Feb. 20.", None),
        ("It began on Sunday.", "It began on Sunday.", True),
        ("It began on Saturday.", "It began on Sunday.", False),
        ("It began on Saturday night.", "It began early Sunday.", None),
        ("It began on Friday.", "It began on Thursday 17 September.", False),
        ("It began in March.", "It began in May.", False),
        ("It began in March.", "It began on March 3.", True),
        ("It began yesterday.", "It began today.", None),
        ("It began yesterday.", "It began yesterday.", None),
        ("It began on Oct. 16.", "It began on Oct. 16, 2023.", True),
        ("It began on Oct. 16.", "It began on Oct. 17, 2023.", False),
        ("It began at 5 a.m. Sunday.", "It began at 11pm on Sep 11.", False),
    ],
)
def test_which_can_be_one_time_in_reports_without_a_date(a: str, b: str, *, expected: bool | None) -> None:
    x, y = one(a, None), one(b, None)
    assert may_agree(x, y) is expected
    assert may_agree(y, x) is expected


def test_reports_of_different_dates_mean_one_day() -> None:
    assert may_agree(one("It began on Tuesday."), one("It began yesterday.")) is True
    assert may_agree(one("It began on Tuesday.", WEDNESDAY), one("It began on Tuesday.", date(2023, 10, 19))) is True
    assert may_agree(one("It began today.", date(2023, 10, 17)), one("It began yesterday.", WEDNESDAY)) is True


def test_several_times_in_order() -> None:
    text = "Between 2014 and 2018 he met them on Monday at 5 a.m., and in May 2019 at 7 p.m. Eastern."
    assert [time.text for time in found(text)] == ["2014", "2018", "Monday at 5 a.m.", "May 2019 at 7 p.m. Eastern"]


def test_a_time_is_a_span_of_the_report() -> None:
    text = "Nobody came. They left on Oct. 16."
    late = Sentence(13, len(text), text[13:], 1, Role.BODY, 0, tokens(text, 13, len(text)))
    (time,) = times((late,), None)
    assert text[time.start : time.end] == time.text == "Oct. 16"


@pytest.mark.parametrize(
    "text", ['"' * 50_000, "May 3, " * 3_000, "5 a.m. Sunday " * 1_000, "Monday " * 2_000, "2014-" * 10_000, "early on the " * 3_000, " " * 50_000]
)
def test_strange_text_takes_linear_time(text: str) -> None:
    found(text)


def test_what_is_passed_by_holds_no_time() -> None:
    lines = {line for path in RULES.glob("*.txt") for line in path.read_text("utf-8").splitlines()}
    passed = [(read, line) for line in lines for read, cues in _readers() if cues.isdisjoint(sentence(line).lows)]
    assert len(passed) > len(lines)
    assert [line for read, line in passed if any(read(line))] == []
