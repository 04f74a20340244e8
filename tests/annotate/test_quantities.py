from __future__ import annotations

from math import inf
from pathlib import Path

import pytest

from crosscheck.annotate.amounts import compatible, same_dimension
from crosscheck.annotate.figures import figures, number_words
from crosscheck.annotate.pieces import pieces
from crosscheck.annotate.quantities import Quantity, quantities
from crosscheck.annotate.times import times
from crosscheck.read import Role
from crosscheck.segment import Sentence
from crosscheck.tokens import stem, tokens

RULES = Path(__file__).parent.parent / "rules"


def sentence(text: str) -> Sentence:
    return Sentence(0, len(text), text, 0, Role.BODY, 0, tokens(text, 0, len(text)))


def found(text: str) -> tuple[Quantity, ...]:
    row = (sentence(text),)
    return quantities(row, times(row, None))


def one(text: str) -> Quantity:
    (quantity,) = found(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They saw 41 boats.", 41),
        ("They saw 12,450 boats.", 12450),
        ("They saw 17 000 boats.", 17000),
        ("They saw 1.24 million boats.", 1_240_000),
        ("They saw 3m people.", 3_000_000),
        ("They saw 4.3bn voters.", 4_300_000_000),
        ("They saw 10K runners.", 10_000),
        ("They saw 2.5 lakh pilgrims.", 250_000),
        ("They saw twenty-three boats.", 23),
        ("They saw a hundred and fifty boats.", 150),
        ("They saw two hundred thousand boats.", 200_000),
        ("They saw three thousand two hundred boats.", 3200),
        ("They saw one hundred and two boats.", 102),
        ("They saw a dozen boats.", 12),
        ("They saw two dozen boats.", 24),
        ("They saw half a dozen boats.", 6),
        ("They saw half a million boats.", 500_000),
        ("They saw two and a half million boats.", 2_500_000),
        ("They saw a couple of boats.", 2),
        ("They saw zero boats.", 0),
    ],
)
def test_a_number_in_any_dress(text: str, value: float) -> None:
    quantity = one(text)
    assert (quantity.value, quantity.low, quantity.high, quantity.unit) == (value, value, value, "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Half of the town was dark.", 0.5),
        ("Half the town was dark.", 0.5),
        ("Output fell by half.", 0.5),
        ("Three-quarters of the town was dark.", 0.75),
        ("Two-thirds of members agreed.", 2 / 3),
        ("A fifth of members agreed.", 0.2),
        ("Prices rose by a third in Delhi.", 1 / 3),
        ("One in eight homes lost power.", 0.125),
        ("Nine out of 10 homes lost power.", 0.9),
        ("Three in every four homes lost power.", 0.75),
        ("They see a two-in-three chance of it.", 2 / 3),
    ],
)
def test_a_share(text: str, value: float) -> None:
    quantity = one(text)
    assert quantity.unit == "fraction"
    assert quantity.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("A man in his 40s died.", 40, 49),
        ("A woman in her mid-40s died.", 43, 47),
        ("A man in his early 60s died.", 60, 64),
        ("They are in their 20s and 30s.", 20, 39),
        ("Several hundred people fled.", 200, 1000),
        ("Storm halts ferries, stranding thousands", 2000, 20000),
        ("Storm halts ferries, stranding several hundred", 200, 1000),
        ("A few dozen people fled.", 24, 100),
    ],
)
def test_a_loose_number_is_a_range(text: str, low: float, high: float) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "value", "unit", "per"),
    [
        ("She won the race twice.", 2, "time", ""),
        ("He was arrested three times in May.", 3, "time", ""),
        ("They told her a dozen times to leave.", 12, "time", ""),
        ("Buses run twice a day.", 2, "time", "day"),
        ("It was a Category 4 storm.", 4, "category", ""),
        ("He has stage four cancer.", 4, "stage", ""),
        ("The phase 3 trial failed.", 3, "phase", ""),
        ("A magnitude 6.1 quake struck.", 6.1, "magnitude", ""),
    ],
)
def test_occasions_and_scales(text: str, value: float, unit: str, per: str) -> None:
    quantity = one(text)
    assert (quantity.value, quantity.unit, quantity.per) == (value, unit, per)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A quarter of a million people fled.", 250_000),
        ("It cost three-quarters of a billion dollars.", 750e6),
    ],
)
def test_a_part_of_a_million(text: str, value: float) -> None:
    assert one(text).value == value


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $8.4 billion.", 8.4e9, "dollar"),
        ("It cost US$4m.", 4e6, "US dollar"),
        ("It cost A$12.5 million.", 12.5e6, "Australian dollar"),
        ("It cost €3m.", 3e6, "euro"),
        ("It cost 430,000 euros.", 430_000, "euro"),
        ("It cost 45 million shillings.", 45e6, "shilling"),
        ("It cost 15 million Saudi riyals.", 15e6, "Saudi riyal"),
        ("It cost Rs. 500.", 500, "rupee"),
        ("It cost P200,000.", 200_000, "peso"),
        ("It cost N2 million.", 2e6, "naira"),
        ("It cost USD 20.", 20, "US dollar"),
        ("It cost 4.3bn won.", 4.3e9, "won"),
        ("It cost £2.85m.", 2.85e6, "British pound"),
        ("It fell 4%.", 4, "percent"),
        ("It fell 6.2 per cent.", 6.2, "percent"),
        ("It fell 25 basis points.", 25, "basis point"),
        ("It fell two percentage points.", 2, "percentage point"),
        ("It lies 3.2km away.", 3.2, "kilometre"),
        ("It lies 60 sq km wide.", 60, "square kilometre"),
        ("It blew at 110 kph.", 110, "kilometre per hour"),
        ("It blew at 68 miles per hour.", 68, "mile per hour"),
        ("It leaked 40 metric tons.", 40, "tonne"),
        ("It was 36 degrees Celsius.", 36, "degree Celsius"),
        ("It was 97F.", 97, "degree Fahrenheit"),
        ("It was -5C.", -5, "degree Celsius"),
        ("It was minus five degrees.", -5, "degree"),
        ("It was a 24-inch pipe.", 24, "inch"),
        ("It stood 3 m tall.", 3, "metre"),
        ("It took two hours and 48 minutes.", 2.8, "hour"),
        ("She won in 2:20:09.", 8409, "second"),
        ("He swam it in 1:59.72, a record.", 119.72, "second"),
        ("It took half an hour.", 0.5, "hour"),
        ("It took a fortnight.", 1, "fortnight"),
        ("It ends within a month.", 1, "month"),
        ("It was a seven-hour session.", 7, "hour"),
        ("A quake of magnitude 6.2 struck.", 6.2, "magnitude"),
        ("A 6.2-magnitude quake struck.", 6.2, "magnitude"),
        ("Ruta Balode, 34, left.", 34, "year of age"),
        ("Kim Ha-neul, 61, left.", 61, "year of age"),
        ("A man aged 34 left.", 34, "year of age"),
        ("A 34-year-old nurse left.", 34, "year of age"),
        ("The house is 140 years old.", 140, "year of age"),
        ("A six-month-old baby slept.", 6, "month of age"),
        ("Boys aged 13 to 17 years left.", 15, "year of age"),
    ],
)
def test_a_measure(text: str, value: float, unit: str) -> None:
    quantity = one(text)
    assert quantity.unit == unit
    assert quantity.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "low", "high", "span"),
    [
        ("More than 150,000 troops came.", 150_000, inf, "More than 150,000"),
        ("Over 150,000 troops came.", 150_000, inf, "Over 150,000"),
        ("The 150,000-plus troops came.", 150_000, inf, "150,000-plus"),
        ("It drinks 90-plus percent of it.", 90, inf, "90-plus percent"),
        ("At least 12 troops came.", 12, inf, "At least 12"),
        ("It costs $5 million or more.", 5e6, inf, "$5 million or more"),
        ("Fewer than 4,800 troops came.", 0, 4800, "Fewer than 4,800"),
        ("Up to 2,000 troops came.", 0, 2000, "Up to 2,000"),
        ("As many as 200 troops came.", 0, 200, "As many as 200"),
        ("No more than 200 troops came.", 0, 200, "No more than 200"),
        ("Nearly 200 troops came.", 180, 200, "Nearly 200"),
        ("Just over 200 troops came.", 200, 220, "Just over 200"),
        ("About 8,200 troops came.", 8100, 8300, "About 8,200"),
        ("Some 60 troops came.", 54, 66, "Some 60"),
        ("Roughly 12.5% of troops came.", 12.4, 12.6, "Roughly 12.5%"),
        ("Some 12,000 or so troops came.", 11_000, 13_000, "Some 12,000"),
        ("Between five and 10 troops came.", 5, 10, "Between five and 10"),
        ("Then 10 to 15 troops came.", 10, 15, "10 to 15"),
        ("Then 10-15 troops came.", 10, 15, "10-15"),
        ("Then two or three troops came.", 2, 3, "two or three"),
        ("It costs $5-7 million.", 5e6, 7e6, "$5-7 million"),
        ("It costs $5 million to $7 million.", 5e6, 7e6, "$5 million to $7 million"),
        ("Dozens of troops came.", 24, 120, "Dozens"),
        ("Tens of thousands of troops came.", 20_000, 200_000, "Tens of thousands"),
        ("It cost millions of dollars.", 2e6, 1e9, "millions of dollars"),
    ],
)
def test_a_bound(text: str, low: float, high: float, span: str) -> None:
    quantity = one(text)
    assert quantity.text == span
    assert quantity.low == pytest.approx(low)
    assert quantity.high == pytest.approx(high)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The motion passed 187-64.", 187, 64),
        ("The vote was 8-3.", 8, 3),
        ("The board voted nine to six.", 9, 6),
        ("It passed by nine votes to six.", 9, 6),
        ("Al-Nasr lost 1-2 at home.", 1, 2),
        ("Chelsea won 3–0 at home.", 3, 0),
    ],
)
def test_a_score(text: str, first: int, second: int) -> None:
    quantity = one(text)
    assert (quantity.unit, quantity.value, quantity.second) == ("score", first, second)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rose to 14 from 11.", [14, 11]),
        ("It was cut from 16 to 10.", [16, 10]),
        ("Rents rose 5 percent to 12 percent.", [5, 12]),
        ("They won 6-3 4-6 7-6 (9-7).", [6, 4, 7, 9]),
        ("They hired 12 of the 31 nurses.", [12, 31]),
        ("It costs 4.3 billion won ($3.6 million).", [4.3e9, 3.6e6]),
    ],
)
def test_several_quantities_in_order(text: str, values: list[float]) -> None:
    assert [quantity.value for quantity in found(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "The G-7 leaders met over COVID-19.",
        "A Boeing 737 and an Airbus A320 landed.",
        "Flight 370 left gate 12 for 10 Downing Street.",
        "Nothing was the same after 9/11.",
        "Call 555-0123 or 212-555-0199.",
        "The Big Four firms use 5G in the 1990s style.",
        "She is the world No. 94 and the No 3 seed.",
        "Apollo 11 landed on the Moon.",
        "An N95 mask on K2 and a P45 form.",
        "The ferry KM Bahari II sank in 2018.",
        "No one came, one of the largest crowds left, and the one man stayed.",
        "The second half began in the 21st minute of the third game.",
        "It opens at 6:40 p.m. on 16 October 2023, ratio 3:2:1, at 10:20:30:40.",
        "A one-time star met the Group of Seven in Rome.",
        "3. Grilled fish",
        "They would take half of that and no more.",
        "He scores and she scores twice as often, at twice the price.",
        "In the 40s and the 1990s the valley was rich.",
        "The Grade II listed hall stands on level 3 of the site.",
        "Section 230 and Article 5 apply.",
        "Readers may call 020 7946 0018 for help.",
        "A share of 2013 films did well.",
    ],
)
def test_left_alone(text: str) -> None:
    assert [quantity.text for quantity in found(text)] == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They found 19 other people there.", "people"),
        ("The 150,000-plus Russian troops left.", "troops"),
        ("A total of 23 bodies were found.", "bodies"),
        ("They hired all 31 firefighter candidates.", "candidates"),
        ("Twelve of the firefighter posts went.", "posts"),
        ("It was a 38 percent premium to the price.", "premium"),
        ("It closed a $37 million shortfall by cuts.", "shortfall"),
        ("It takes 90 percent of its fresh water from there.", "water"),
        ("It was 75% of capacity.", "capacity"),
        ("Forty people spoke at length.", "people"),
        ("He took $3.6 million in bribes.", "bribes"),
        ("He paid $3.6 million in London.", ""),
        ("It was a five-hour meeting.", "meeting"),
        ("It was a three-member team.", "member"),
        ("They sent a 1,000-strong force.", "force"),
        ("They freed five oily birds.", "birds"),
        ("Two aid workers held there left.", "workers"),
        ("Half of the affected accounts closed.", "accounts"),
        ("One in eight of the world's containers sank.", "containers"),
        ("Three in four parents agreed.", "parents"),
        ("Nine of the state's local government areas flooded.", "areas"),
        ("One company pays the price.", "company"),
        ("They hired 209,000 low-paid workers.", "workers"),
        ("They paid one Somali woman seven times.", "woman"),
        ("They met 89 freshmen running for office.", "freshmen"),
        ("It pumps 140,000 barrels a day.", ""),
        ("Two were killed.", ""),
        ("It stands at 61 after the flood.", ""),
    ],
)
def test_what_is_counted(text: str, noun: str) -> None:
    assert found(text)[0].of == (stem(noun) if noun else "")


def test_a_quantity_is_a_span_of_the_report() -> None:
    text = "Nobody came. More than 4,700 people left."
    late = Sentence(13, len(text), text[13:], 1, Role.BODY, 0, tokens(text, 13, len(text)))
    (quantity,) = quantities((late,), ())
    assert text[quantity.start : quantity.end] == quantity.text == "More than 4,700"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("12 posts", "a dozen posts", True),
        ("23 flights", "nearly two dozen flights", True),
        ("60 birds", "61 birds", False),
        ("140 pieces", "114 pieces", False),
        ("10 miles", "16 km", True),
        ("2 miles", "3.2km", True),
        ("25 yards", "23 metres", True),
        ("20 feet", "6 metres", True),
        ("20 feet", "5 metres", False),
        ("33 pounds", "15 kg", True),
        ("110 kph", "68mph", True),
        ("1.2 km", "1.2 miles", False),
        ("36 degrees Celsius", "97F", True),
        ("36 degrees Celsius", "92F", False),
        ("36 degrees", "36C", True),
        ("36 degrees", "97F", None),
        ("half of them", "50 percent", True),
        ("half of them", "60 percent", False),
        ("one in eight homes", "12.5%", True),
        ("three-quarters of it", "about 75%", True),
        ("nearly six in ten voters", "58 percent", True),
        ("by a fifth", "20 percent", True),
        ("more than 4,700 men", "fewer than 4,800 men", True),
        ("more than 4,700 men", "fewer than 4,600 men", False),
        ("over 90%", "90-plus percent", True),
        ("$5 million", "US$5 million", True),
        ("US$5 million", "A$5 million", False),
        ("$8.4 billion", "$8.9bn", False),
        ("1.24 billion dollars", "1.2 billion dollars", True),
        ("9.3 million users", "9 million users", True),
        ("1.4 million users", "1 million users", False),
        ("4,738 users", "4,700 users", True),
        ("12,300 users", "12,000 users", False),
        ("4.3 billion won", "$3.6 million", None),
        ("430,000 euros", "$430,000", False),
        ("3 million pounds", "£3m", True),
        ("3 million pounds", "3 million euros", False),
        ("33 pounds", "40 euros", None),
        ("340 crowns", "340 kronor", True),
        ("340 kronor", "340 kroner", False),
        ("half a billion naira", "500 million naira", True),
        ("12 months", "one year", True),
        ("72 hours", "three days", True),
        ("two weeks", "a fortnight", True),
        ("30 days", "about a month", True),
        ("14 months", "a fortnight", False),
        ("won 2-1", "lost 1-2", True),
        ("voted 8-3", "voted 7-4", False),
        ("voted 9-6", "voted nine to six", True),
        ("a 34-year-old man", "34 years", None),
        ("5 percent", "5 people", None),
        ("5 percent", "five percentage points", None),
        ("thousands of islands", "over 17,000 islands", True),
        ("two people", "dozens of people", False),
    ],
)
def test_which_can_be_one_amount(a: str, b: str, *, expected: bool | None) -> None:
    x, y = one(f"It is {a}."), one(f"It is {b}.")
    assert compatible(x, y) is expected
    assert compatible(y, x) is expected


def test_an_amount_agrees_with_itself_and_has_its_own_dimension() -> None:
    for text in ("It is 12.", "It is $5.", "It is 8-3.", "It is half of it.", "It is 40 km.", "Ann Lee, 40, left.", "It is dozens of people."):
        assert compatible(one(text), one(text)) is True
        assert same_dimension(one(text), one(text))


@pytest.mark.parametrize(
    "text", ['"' * 100_000, "1," * 50_000, "A " * 20_000, "one " * 5_000, "1 to " * 5_000, "five-" * 5_000, "9-" * 10_000, "half a " * 15_000]
)
def test_strange_text_takes_linear_time(text: str) -> None:
    quantities((sentence(text),), ())


def test_what_is_passed_by_holds_no_amount() -> None:
    lines = {line for path in RULES.glob("*.txt") for line in path.read_text("utf-8").splitlines()}
    passed = [line for line in lines if number_words().isdisjoint(sentence(line).lows)]
    assert len(passed) > len(lines) // 10
    assert [line for line in passed if list(figures(pieces(line), frozenset()))] == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The ring weighs 464g.", 464, "gram"),
        ("A 30t crane fell.", 30, "tonne"),
        ("Prices rose by 3.4pc.", 3.4, "percent"),
        ("The alarm reached 90dB.", 90, "decibel"),
        ("The board is 10in wide.", 10, "inch"),
        ("They expect a quarter-point cut.", 0.25, "percentage point"),
        ("They expect a cut of half a percentage point.", 0.5, "percentage point"),
        ("Rates fell by a quarter of a percentage point.", 0.25, "percentage point"),
    ],
)
def test_units_right_behind_a_figure_and_parts_of_a_point(text: str, value: float, unit: str) -> None:
    quantity = one(text)
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(("text", "of"), [("A 3km-long queue formed.", "queue"), ("A 12-strong crew left.", "crew")])
def test_how_far_is_not_what_is_counted(text: str, of: str) -> None:
    assert one(text).of == stem(of)


@pytest.mark.parametrize("text", ["They saw 12 in the house.", "He left 5 t behind.", "The 21st boat sank."])
def test_letters_that_are_no_units(text: str) -> None:
    assert all(quantity.unit == "" for quantity in found(text))
