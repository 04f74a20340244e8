"""What a short report may leave out of a long one, and what it may not tell otherwise."""

from __future__ import annotations

import pytest

from crosscheck import Article, compare

STORY = """\
Harbour office closes the northern quay

The harbour office of Sandvik will close its northern quay to fishing boats from Thursday, according to two officials briefed on the plan.

The quay has sunk by 14 centimetres since March, and divers found cracks in three of the concrete piles.

Harbour master Lena Orrick said at least 40 boats would have to move to the basin beside the Norwegian terminal.

Skippers were promised a rebate of 2,500 kronor a month for the time that the repair takes.

"Nobody asked us," said Nils Farrow, who has landed herring in Sandvik for three decades.

The repair will reportedly take nine weeks. An engineer of the port, who inspected the piles on Tuesday, found that it would take nine weeks at best.

Work on the piles was to start last year but was put off twice for want of money.

The council raised the budget of the harbour office in January.

Bellman Marine, a company in Lund, has offered to drive the new piles.

The town last closed a quay in 1987, when a barge struck it in fog.

A walkway for visitors stays open.
"""


def found(brief: str, *, severity: str = "") -> list[str]:
    """Return the code and the message of what is told of a brief, notes apart unless they are asked for."""
    report = compare(Article.from_text(STORY), Article.from_text(brief))
    wanted = {severity} if severity else {"warning", "error"}
    return [f"{finding.code} {finding.message}" for finding in report.findings if str(finding.severity) in wanted and finding.code != "ADD001"]


@pytest.mark.parametrize(
    "brief",
    [
        "Sandvik will close its northern quay to fishing boats from Thursday.",
        "At least 40 boats have to move to the basin beside the Norwegian terminal, the harbour master said.",
        "The repair of the piles in Sandvik will take nine weeks.",
        "Skippers will get a rebate of 2,500 kronor a month while the piles of the northern quay are repaired.",
        "The council raised the budget of the harbour office, which closes its northern quay after divers found cracks in the piles.",
        "The quay in Sandvik has sunk by 14 centimetres.",
        "Sandvik closes a quay for the first time since 1987.",
    ],
)
def test_a_true_brief_is_left_alone(brief: str) -> None:
    assert found(brief) == []


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("More than 40 boats must move to the basin beside the Danish terminal.", 'NAM005 "Norwegian" in A, "Danish" in B'),
        ("The council cut the budget of the harbour office in January.", 'POL001 "raised the budget" in A, "cut the budget" in B'),
        ("The harbour office of Sandvik will close its southern quay to fishing boats from Thursday.", 'POL001 "northern" in A, "southern" in B'),
        ("At least 90 boats would have to move to the basin beside the Norwegian terminal.", 'NUM001 "at least 40" in A, "At least 90" in B'),
        ("Skippers were promised a rebate of 3,100 kronor a month for the repair.", 'NUM001 "2,500 kronor" in A, "3,100 kronor" in B'),
        ("Nils Farrow said at least 40 boats would have to move.", 'NAM005 "Lena Orrick" in A, "Nils Farrow" in B'),
        ("The quay closes because of cracks in three of the steel piles.", 'POL002 "concrete" in A, "steel" in B'),
        ("Corvid Diving has offered to drive the new piles.", 'NAM005 "Bellman Marine" in A, "Corvid Diving" in B'),
    ],
)
def test_a_brief_that_tells_otherwise_is_told_of(brief: str, expected: str) -> None:
    assert expected in found(brief)


def test_a_brief_need_not_name_its_sources() -> None:
    brief = "The harbour office of Sandvik will close its northern quay to fishing boats from Thursday."
    assert any(told.startswith("SRC002") for told in found(brief, severity="note"))


def test_a_brief_states_no_wrong_as_fact() -> None:
    charge = "The former treasurer embezzled 90,000 kronor of harbour fees"
    report = compare(Article.from_text(f"{STORY}\n{charge}, prosecutors said."), Article.from_text(f"{charge}."))
    assert [str(finding.severity) for finding in report.findings if finding.code == "SRC002"] == ["warning"]


WALK = """\
Two villages lie on the road that a retired postman walked this summer.

Albin Strand walked 900 kilometres across Norway and Sweden with a goat to raise money for a school library.

He set off from Bergen in Norway on the first of June, slept in barns in Sweden and was fed by farmers along the way.

The goat was told to stay on the farm of his daughter but followed him to the border.

The library needs a new roof and shelves for 4,000 books.

"I only stopped when my boots gave out," he said on the steps of the school.

After the walk the council raised the yearly subsidy for the library of the village, and cut its rent.

His daughter met him at the gate with a brass band.

The school has 60 pupils, who gave the goat a wreath of carrots.
"""


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        (
            "To raise money for a school library, Torsten Ekelund walked 900 kilometres with his goat. Then Strand slept in barns.",
            'NAM005 "Torsten Ekelund" in B, nowhere in A',
        ),
        (
            "With a goat from Finland, Strand walked 900 kilometres to raise money for a library. In Norway and Sweden he slept in barns.",
            'PLC001 "Finland" in B, nowhere in A',
        ),
        ("The council cut the yearly subsidy for the library.", 'POL001 "raised" in A, "cut" in B'),
    ],
)
def test_a_brief_tells_nothing_that_its_story_has_nowhere(brief: str, expected: str) -> None:
    told = [f"{finding.code} {finding.message}" for finding in compare(Article.from_text(WALK), Article.from_text(brief)).findings]
    assert expected in told


@pytest.mark.parametrize(
    "brief",
    [
        "Albin Strand walked 900 kilometres with a goat to raise money for a school library.",
        "A Norwegian walked 900 kilometres with a goat to raise money for a school library.",
        "The goat slept in barns, and Torsten Ekelund of the ministry praised the walk as a fine deed for all who read.",
        "The postman set off from Bergen on the first of June, slept in French barns and was fed by farmers.",
    ],
)
def test_other_news_in_a_brief_is_left_alone(brief: str) -> None:
    found = compare(Article.from_text(WALK), Article.from_text(brief)).findings
    assert [finding.message for finding in found if str(finding.severity) != "note"] == []
