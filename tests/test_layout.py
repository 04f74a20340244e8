"""Blocks and their roles, in copy as clean and as dirty as it comes."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import pytest

from crosscheck.layout import Block, Role, blocks

H, D, B, C, R, F, T = Role.HEADLINE, Role.DATELINE, Role.BYLINE, Role.CAPTION, Role.RELATED, Role.FURNITURE, Role.BODY


def _told(text: str) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in blocks(text)]


PLAIN = [(H, "Dam talks to open in Rome"), (B, "By Ann Lee"), (D, "ROME, March 8 (AP) --"), (T, "The talks open."), (T, "Chad stays away.")]


@pytest.mark.parametrize(
    "text",
    [
        "Dam talks to open in Rome\n\nBy Ann Lee\n\nROME, March 8 (AP) -- The talks open.\n\nChad stays away.\n",
        "Dam talks to open in Rome\nBy Ann Lee\nROME, March 8 (AP) -- The talks open.\nChad stays away.",
        "\r\nDam talks to open in Rome\r\nBy Ann Lee\r\n\r\nROME, March 8 (AP) -- The talks open.\r\n \t\r\nChad stays away.\r\n",
        "Dam talks to open in Rome\r\rBy Ann Lee\r\rROME, March 8 (AP) -- The talks open.\r\rChad stays away.\r",
        "  Dam talks to open in Rome  \n\n\n\n\tBy Ann Lee\n\nROME, March 8 (AP) -- The talks open.\n\n\u00a0Chad stays away.",
    ],
)
def test_blank_lines_and_line_ends_do_not_matter(text: str) -> None:
    assert _told(text) == PLAIN


def test_wrapped_paragraphs_are_joined_and_the_head_is_not() -> None:
    text = """Dam talks to open in Rome after months of delay and a boycott
By Ann Lee, Diplomatic Correspondent

ROME -- The talks on the dam open on Friday in the capital after
months of delay, the foreign ministry said on Monday.
They will last for a week.

The European Union had asked for them in a letter that was sent to
Chad, which stays away.
"""
    assert [role for role, _ in _told(text)] == [H, B, D, T, T, T]
    assert [text.count("\n") for role, text in _told(text) if role is T] == [1, 0, 1]


def test_a_long_line_is_a_paragraph() -> None:
    line = "The talks open on Friday in the capital, and Chad, which has asked for more time, stays away from them until the end of the month."
    assert _told(f"Dam talks to open\n{line}\n{line}") == [(H, "Dam talks to open"), (T, line), (T, line)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor resigned on Monday after a row over the budget", [T]),
        ("The mayor resigned on Monday.", [T]),
        ("The mayor resigned on Monday.\n\nHe left the city.", [T, T]),
        ("Mayor resigns after budget row\n\nAnn Lee left the city hall at noon", [H, T]),
        ("Will the mayor resign?\n\nNobody knows. He has left the city.", [H, T]),
        ("‘I have had enough’\n\nThe mayor resigned on Monday.", [H, T]),
        ("Mayor resigns in the U.S.\n\nThe mayor resigned on Monday.", [H, T]),
        ("Mayor quits\n\nThe mayor resigned on Monday.", [H, T]),
        ("“I have had enough,” the mayor said.\n\nHe left the city.", [T, T]),
        ("Mayor resigns after budget row\n\nThe deal has three parts:\n\n- a dam\n\n- a road\n\nIt was signed.", [H, T, T, T, T]),
        ("Mayor resigns after row over the budget\n\nMAYOR RESIGNS AFTER ROW OVER THE BUDGET\n\nThe mayor resigned.", [H, F, T]),
        ("Mayor resigns after row over the budget\n\nThe mayor resigned.\n\nMayor resigns after row over the budget", [H, T, F]),
        ("Mayor resigns after row\n\nPublished: 9 March 2024\n\nThe mayor resigned.", [H, F, T]),
        ("Mayor resigns after row\n\nVoters in Rome are divided over who should follow\n\nThe mayor resigned.", [H, H, T]),
        ("World News\n\nShare\n\nMayor resigns after row over the budget\n\nMayor Ann Lee, Jo Roe\n\nPosted\n\nThe mayor resigned.", [F, F, H, C, F, T]),
        (
            "Home\nWorld News\nThe Daily Sample\nMayor resigns after row over the budget\nAnn Lee in Rome\nThu 7 Mar 2024 10.30 GMT\nThe mayor resigned.",
            [F, F, F, H, B, F, T],
        ),
        ("Mayor Resigns After Row With Council.\n\nThe mayor resigned.", [H, T]),
        ("Mayor resigns after row.\n\nHe will not be back.\n\nROME (AP) -- The mayor resigned.", [H, H, D, T]),
        ("LIVE - Mayor resigns after row\n\nROME (AP) -- The mayor resigned.", [H, D, T]),
        ("UPDATE: Mayor resigns after row\n\nThe mayor resigned.", [H, T]),
        ("Rome - Paris rail line to close for repairs\n\nThe line closes.", [H, T]),
    ],
)
def test_headlines(text: str, expected: list[Role]) -> None:
    assert [role for role, _ in _told(text)] == expected


HEAD = "Mayor resigns after row over the budget\n\nThe mayor resigned on Monday.\n\n"


@pytest.mark.parametrize(
    "items",
    [
        ["1. The dam is built.", "2. The road is open.", "10. Chad is paid."],
        ["(1) a dam", "(2) a road for Chad", "(3) an inquiry"],
        ["a. the dam is built", "b. the road stays open", "c. Chad is paid"],
        ["ii) the dam.", "iii) the road."],
        ["- the dam is built", "- the road stays open", "- Chad is paid"],
        ["• the dam is built;", "• the road stays open."],
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
def test_each_item_of_a_list_is_a_paragraph(items: list[str], gap: str) -> None:
    told = ["The talks in Rome ended on Monday with a deal in three parts:", *items]
    assert [text for _, text in _told(gap.join(told))] == told


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Photo shows the mayor in Rome. (Pool photo)\n\nHe left the city.", [C, T]),
        ("The mayor leaves the city hall in Rome. (Getty/Kyodo)\n\nHe left the city.", [C, T]),
        ("He left the city, an aide said. (Reuters)", [T]),
        ("The mayor leaves the city hall in Rome. (Photo: Handout)", [C]),
        ("He left the city. ==Sample", [T, F]),
        ("He left the city. (Reporting by Ann Lee; editing by Jo Roe)", [T, F]),
        ("He left the city.\n\n(END)", [T, F]),
        ("By Monday evening he had left the city\n\nHe did not come back.", [T, T]),
        ("He left the city.\n\nReuters", [T, B]),
        ("Advertisement\n\nHe left the city.", [F, T]),
        ("What happens next\n\nHe left the city.", [T, T]),
        ("Related coverage:\n\nMayor in trouble\n\nOPINION: Time to go\n\nHow much is too much?", [R, R, R, R]),
        ("Related coverage:\nMayor in trouble\nReuters\nBy Ann Lee\nPhotos: Mayor leaves\nTime to go", [R, R, R, R, R, R]),
        ("Read more: Mayor in trouble\n\nHe left the city on a train to Paris.", [R, T]),
        ("Related:\n\nMayor in trouble\n\nHe left the city on a train to Paris.\n\nNobody saw him", [R, R, T, T]),
    ],
)
def test_after_the_lead(rest: str, expected: list[Role]) -> None:
    assert [role for role, _ in _told(HEAD + rest)] == [H, T, *expected]


def test_a_dateline_is_parted_from_the_first_paragraph_only() -> None:
    text = "Dam talks open\n\nROME — The talks open.\n\nPARIS — The minister left."
    assert _told(text)[1:] == [(D, "ROME —"), (T, "The talks open."), (T, "PARIS — The minister left.")]


@pytest.mark.parametrize("unit", ["A\n", "A b.\n\n", "ab cd\n", " \n", "\r", "ROME, ", "(Photo", "A, ", "Word word word word.\n"])
def test_long_texts_take_linear_time(unit: str) -> None:
    begun = process_time()
    blocks(unit * (50_000 // len(unit)))
    assert process_time() - begun < 5


GOLD = Path(__file__).parent / "gold"
PAIRS = sorted(GOLD.glob("*/gold.json"))


def _touched(found: tuple[Block, ...], text: str, words: str) -> set[Role]:
    """Return the roles of the blocks in which the words stand, at the last place where they do: a headline may be told twice."""
    start = text.rindex(words)
    return {block.role for block in found if block.start < start + len(words.rstrip()) and start < block.end}


@pytest.mark.skipif(not PAIRS, reason="the gold pairs are not here")
@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("side", ["a", "b"])
def test_gold_furniture_is_set_apart_and_nothing_else_is(path: Path, side: str) -> None:
    gold = json.loads(path.read_text("utf-8"))
    text = (path.parent / gold[side]).read_bytes().decode("utf-8")
    found = blocks(text)
    for words in gold.get("furniture", {}).get(side, ()):
        assert not _touched(found, text, words) & {H, T}, words
    for words in (*(edge[side] for edge in gold["alignments"]), *gold.get(f"only_{side}", ())):
        assert _touched(found, text, words) & {H, T}, words


def test_lines_of_the_house_are_set_aside_before_anything_else() -> None:
    text = """The Harbour Gazette, online edition for members
Ferry runs aground off Holm island in fog

The ferry Astrid ran aground on Friday, police said. Nobody was hurt in the
accident, which came in thick fog.
Members read the whole story on our pages and
in the paper.
"""
    house = ("the harbour gazette*", "members read *")
    told = [(block.role, block.text.split()[0]) for block in blocks(text, furniture=house)]
    assert told == [(Role.FURNITURE, "The"), (Role.HEADLINE, "Ferry"), (Role.BODY, "The"), (Role.FURNITURE, "Members"), (Role.BODY, "in")]
