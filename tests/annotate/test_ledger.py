"""The source ledger: each source once, and what stands without one."""

from __future__ import annotations

import pytest

from crosscheck import Article, annotate

REPORT = """Pier closed after fall

The pier was closed on Friday, Mayor Ann Reed said. Police said two men had been hurt.

Reed accused the builder of neglect. "We were told it was safe," she said. The police said a third man was missing.

Norrbalt Lines declined to comment. A report by the council found that the planks were rotten.

Reed praised the lifeguards.
"""


def told(text: str) -> list[tuple[str, str, list[str], list[str]]]:
    return [
        (entry.name, str(entry.kind), [span.text for one in entry.credited for span in one.content], [one.text for one in entry.silent])
        for entry in annotate(Article.from_text(text)).ledger
    ]


def test_each_source_stands_once_with_what_it_is_credited_with() -> None:
    assert told(REPORT) == [
        ("Ann Reed", "named", ["The pier was closed on Friday", "the builder of neglect", '"We were told it was safe,"'], []),
        ("Police", "office", ["two men had been hurt", "a third man was missing"], []),
        ("Norrbalt Lines", "office", [], ["declined to comment"]),
        ("A report by the council", "document", ["that the planks were rotten"], []),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three people died in the fire.", [("toll", "Three people died in the fire")]),
        ("The treasurer embezzled the fees for years.", [("accusation", "The treasurer embezzled the fees for years")]),
        ("The owners plan to sell the ferry in May.", [("intention", "The owners plan to sell the ferry in May")]),
        ("Three people died in the fire, police said.", []),
        ("The owners plan to sell the ferry, Ann Reed said.", []),
        ("The two mayors agreed to meet in May.", [("intention", "The two mayors agreed to meet in May")]),
        ("Police said the fire was laid. Three people had died in it.", []),
        ("Police said the fire was laid. Three people died in it.", [("toll", "Three people died in it")]),
        ("Ann Reed told reporters the ferry was old. The owners would refuse to sell it.", []),
        ("Ann Reed declined to comment.", []),
        ("The fire began at noon.", []),
        ("The plan of the house is lost.", []),
    ],
)
def test_what_stands_without_a_source(text: str, expected: list[tuple[str, str]]) -> None:
    document = annotate(Article.from_text("The harbour reopened on Friday.\n\n" + text))
    assert [(str(one.need), one.text) for one in document.unsourced] == expected
    assert all(document.article.text[one.start : one.end] == one.text for one in document.unsourced)


def test_the_json_tells_the_ledger() -> None:
    found = annotate(Article.from_text(REPORT)).to_dict()
    police = found["sources"][1]
    assert (police["name"], police["kind"], police["first"]["line"]) == ("Police", "office", 3)
    assert [item["content"][0]["text"] for item in police["credited"]] == ["two men had been hurt", "a third man was missing"]
    assert found["sources"][2]["silent"][0]["text"] == "declined to comment"
    assert found["unsourced"] == []
