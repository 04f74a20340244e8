"""The result of a comparison: how the sentences of a link stand to each other."""

from __future__ import annotations

from crosscheck import Article, compare

WIRE = """Quake kills 12 in Varna

A magnitude 6.1 earthquake killed 12 people in Varna on Sunday, police said.

Rescuers pulled 30 people from a school, the fire service said.
"""


def relations(a: str, b: str) -> dict[tuple[int, int], str]:
    report = compare(Article.from_text(a, "a.txt"), Article.from_text(b, "b.txt"))
    return {(edge.a, edge.b): str(edge.relation) for edge in report.alignments}


def test_no_two_sentences_agree_on_a_number_that_differs() -> None:
    told = relations(WIRE, WIRE.replace("12", "14"))
    assert {(0, 1), (1, 0)} <= set(told)  # each headline tells what the other's lead does
    assert told == {pair: "identical" if pair == (2, 2) else "differs" for pair in told}


def test_sentences_that_tell_the_same_agree() -> None:
    assert set(relations(WIRE, WIRE.replace("on Sunday, police said", "on Sunday, said police")).values()) == {"identical", "agrees"}
