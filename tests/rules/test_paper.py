from __future__ import annotations

import pytest

from crosscheck.rules.paper import Example, Paper, parse

DOC = """What was seen,
    in two lines.

    Why it matters,
    in two lines.

    A second reason.

    Flagged:

        A: The vote was 9-6.
        B: The vote was 8-7,
           the clerk said: a tie it was not.

    Not flagged:

        A: A dozen.
        B: Twelve.

        A: Over 40.
        B: More than 40.

    How to silence it.
    """


def test_a_paper() -> None:
    assert parse(DOC) == Paper(
        summary="What was seen, in two lines.",
        why="Why it matters, in two lines.\nA second reason.",
        flagged=(Example("The vote was 9-6.", "The vote was 8-7, the clerk said: a tie it was not."),),
        unflagged=(Example("A dozen.", "Twelve."), Example("Over 40.", "More than 40.")),
        after="How to silence it.",
    )


@pytest.mark.parametrize(
    ("doc", "paper"),
    [
        ("", Paper("", "", (), (), "")),
        ("One line.", Paper("One line.", "", (), (), "")),
        ("One line.\n\nFlagged:\n\n    A: x\n    B: y", Paper("One line.", "", (Example("x", "y"),), (), "")),
        ("One line.\nFlagged:\n    A: x\n    B: y\nEnd.", Paper("One line.", "", (Example("x", "y"),), (), "End.")),
        ("One line.\n\nNot flagged:\n\n    A: x\n    B: y", Paper("One line.", "", (), (Example("x", "y"),), "")),
        ("One line.\n\nFlagged:\n\n    A: x\n    B:", Paper("One line.", "", (Example("x", ""),), (), "")),
    ],
)
def test_short_papers(doc: str, paper: Paper) -> None:
    assert parse(doc) == paper


@pytest.mark.parametrize("examples", ["A: x", "B: y\n    A: x", "A: x\n    A: y", "A: x\n    B: y\n    B: z", "x\n    A: y"])
def test_a_broken_example_is_refused(examples: str) -> None:
    with pytest.raises(ValueError, match="example"):
        parse(f"One line.\n\nFlagged:\n\n    {examples}\n")
