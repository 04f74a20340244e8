"""What a line is by its own words."""

from __future__ import annotations

from time import process_time

import pytest

from crosscheck.furniture import Role, mark, sign_off


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Advertisement", Role.FURNITURE),
        ("SHARE THIS STORY", Role.FURNITURE),
        ("* * *", Role.FURNITURE),
        ("Sign up for our morning newsletter.", Role.FURNITURE),
        ("Copyright 2024 The Sample Press. All rights reserved.", Role.FURNITURE),
        ("ann.lee@example.com", Role.FURNITURE),
        ("Posted Thursday, May 4, 2023", Role.FURNITURE),
        ("SAMPLE NEWS - Mar 9, 2024 - 10:30 | World, All", Role.FURNITURE),
        ("Source: Sample| 2024-03-09 10:30:15|Editor: Ann", Role.FURNITURE),
        ("Source: Al Jazeera and news agencies", Role.FURNITURE),
        ("Sample Press writer Ann Lee in Rome contributed to this report.", Role.FURNITURE),
        ("See all our reports on the dam: https://example.com/dam", Role.FURNITURE),
        ("(END)", Role.FURNITURE),
        ("Enditem", Role.FURNITURE),
        ("ENDS", Role.FURNITURE),
        ("Media contact:", Role.FURNITURE),
        ("NOTES TO EDITORS", Role.FURNITURE),
        ("+47 555 01 234", Role.FURNITURE),
        ("Tel: (555) 010-0199", Role.FURNITURE),
        ("SOURCE Sample Energy", Role.FURNITURE),
        ("SOURCE: Sample Holdings Inc.", Role.FURNITURE),
        ("-30-", Role.FURNITURE),
        ("==Sample", Role.FURNITURE),
        ("(Reporting by Ann Lee and Jo Roe; editing by Al Ames)", Role.FURNITURE),
        ("Additional reporting by Ann Lee in Rome", Role.FURNITURE),
        ("Related coverage:", Role.RELATED),
        ("Read more: Dam talks collapse in Rome", Role.RELATED),
        ("YOU MAY ALSO LIKE", Role.RELATED),
        ("READ | Dam talks collapse in Rome", Role.RELATED),
        ("By Ann Lee", Role.BYLINE),
        ("BY ANN LEE AND JO ROE", Role.BYLINE),
        ("By Ann Lee, Political Editor, in Rome", Role.BYLINE),
        ("By a staff reporter", Role.BYLINE),
        ("Our Correspondent", Role.BYLINE),
        ("Reuters", Role.BYLINE),
        ("ROME, Feb. 21 (AP)", Role.DATELINE),
        ("Photo shows a dam on the Abay. (Pool photo)", Role.CAPTION),
        ("Combined photo shows Ann Lee (L) and Jo Roe.", Role.CAPTION),
        ("FILE PHOTO: Ann Lee leaves court on Monday.", Role.CAPTION),
        ("FILE - Ann Lee leaves court on Monday.", Role.CAPTION),
        ("In this image taken from video, a ferry burns off Rome.", Role.CAPTION),
        ("Photo by Ann Lee", Role.CAPTION),
        ("Ann Lee leaves court in Rome, March 9, 2024. REUTERS/Jo Roe", Role.CAPTION),
        ("AP Photo/Jo Roe", Role.CAPTION),
        ("Image source, Getty Images", Role.CAPTION),
        ("Ann Lee leaves court. (Photo: Handout)", Role.CAPTION),
        ("Ann Lee leaves court on Monday. [Courtesy of the family]", Role.CAPTION),
        ("Ann Lee leaves court on Monday. (Getty/Kyodo)", Role.CAPTION),
        # the report itself
        ("By Monday the river had risen by a metre", None),
        ("By far the largest dam in Africa", None),
        ("By Monday evening 23 bodies had been found.", None),
        ("Satellite images show that the dam is full, the ministry said.", None),
        ("The photo shows the two men at the gate, police said.", None),
        ("This photo went around the world.", None),
        ("This photo made history.", None),
        ("This image from Mars shook the minister.", None),
        ("Reporting by the Daily Sample found that the dam leaked.", None),
        ("For more than 20 years the dam leaked.", None),
        ("Copyright law will not change, the minister said.", None),
        ("More from the dam talks in Rome: Chad stays away, says minister.", None),
        ("The dam belongs to the Abay Power Corporation (APC)", None),
        ("Sen. Ann Lee (D) met Jo Roe (R).", None),
        ("The end came on Monday.", None),
        ("He was struck. (Warning: the video holds graphic images.)", None),
        ("He read the ministry's statement on Twitter.", None),
        ("Dam talks collapse in Rome", None),
        ("Source: dam talks are off", None),
        ("SOURCE OF THE NILE IS FOUND", None),
        ("Media contact with the minister was cut off.", None),
        ("911", None),
        ("7-6 6-4 7-5 6-3", None),
        ("Heavy rain contributed to the collapse of the dam.", None),
        ("The minister met the NGO Water/Peace Now", None),
        ("Share this burden, minister tells Europe", None),
    ],
)
def test_mark(line: str, expected: Role | None) -> None:
    assert mark(line) == expected


@pytest.mark.parametrize(
    ("parted", "closed"),
    [
        ("He left for Rome. |==Sample", True),
        ("He left for Rome. |(END)", True),
        ("He left for Rome. |-30-", True),
        ("He left for Rome. |Enditem", True),
        ("He left for Rome. |(Reporting by Ann Lee; Editing by Jo Roe)", True),
        ("He left for Rome, at the end", False),
        ("He scored 12-30-", False),
    ],
)
def test_sign_off(parted: str, closed: bool) -> None:  # noqa: FBT001
    told, _, rest = parted.partition("|")
    assert sign_off(told + rest) == (len(told) if closed else -1)


@pytest.mark.parametrize("unit", ["(", "(a", "==", "-", "(Photo", "Reporting by ", "By A ", "photo ", " ", "5 ", "555 ", "SOURCE "])
def test_long_paragraphs_take_little_time(unit: str) -> None:
    begun = process_time()
    for length in (699, 100_000):
        mark((unit * length)[:length])
        sign_off((unit * length)[:length])
    assert process_time() - begun < 1


@pytest.mark.parametrize(
    ("line", "pattern", "fits"),
    [
        ("Harbour readers get the Letter", "Harbour readers get the Letter", True),
        ("  harbour READERS get\tthe letter", "Harbour readers get the  Letter", True),  # case and white space do not count
        ("Don’t miss our letter", "Don't miss our letter", True),
        ("Harbour readers get the Letter today", "Harbour readers get the Letter", False),  # the whole line, or "*" for the rest
        ("Harbour readers get the Letter today", "Harbour readers get the Letter*", True),
        ("Harbour readers get the Letter", "Harbour readers get the Letter*", True),
        ("As you may know, readers get the Letter", "*readers get*letter", True),
        ("As you may know, readers get the Letters", "*readers get*letter", False),
        ("Letters that readers get", "*readers get*letter", False),
        ("a letter", "a*a letter", False),  # no word is taken twice
        ("[Story continues below?]", "[Story continues below?]", True),  # nothing but "*" is a wildcard
        ("S", "[Story continues below?]", False),
        ("x" * 2_000, "x*", True),  # however long: the small print of a release is
    ],
)
def test_a_house_has_furniture_of_its_own(line: str, pattern: str, *, fits: bool) -> None:
    assert (mark(line, (pattern,)) is Role.FURNITURE) is fits


def test_a_pattern_of_many_stars_takes_linear_time() -> None:
    begun = process_time()
    assert mark("a" * 100_000, ("*a" * 1_000 + "b",)) is None
    assert process_time() - begun < 5
