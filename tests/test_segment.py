"""Sentences: where they end, what they hold."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.read import Article, Role
from crosscheck.segment import sentences, split
from crosscheck.spans import Span


def _split(text: str) -> list[str]:
    return [sentence.text for sentence in split(Span(0, len(text), text))]


@pytest.mark.parametrize(
    "parted",
    [
        # quotes and those who speak them
        '"We won!" she said. | "It is late." | He left.',
        "“Why not?” Ann Lee asked. | “I cannot say,” he said.",
        '"Really?" | Lee said he would go.',
        '"It is over." | Lee said so twice.',
        '"Will you go?" Mayor Ann Lee asked on Friday. | Nobody knew.',
        "'It is over,' he said. | 'Go home.' | They went.",
        "“Stay (or go.)” | They stayed.",
        "He asked: “Is it?” -- and left. | “Go.” | “No.”",
        "The crowd (it was large) cheered. | (It was late.) | They went home.",
        # abbreviations
        "He lives in the U.S. | The deal fell.",
        "U.S. Steel rose in the U.S. Open.",
        "Dr. Ann Lee met Gen. He Weidong and Lt. Col. So Tran. | They spoke.",
        "Dr (Mrs) Hauwa Bello met Mrs. (Dr.) Ames. | They spoke.",
        "J. K. Ames met A. Lee. | They spoke.",
        "Ann Lee Jr. resumed. | Acme Inc. shares fell. | He left Acme Inc. | The firm fell.",
        "It began at 5 p.m. Monday. | It ended at 6 p.m. | Police left at 7 p.m. Rome time.",
        "He left Peoria, Ill. | Ames stayed in Selma, Ala., for a year. | Her aide fell ill. | Roe did not.",
        "She said no. | No. 7 won. | Bus No. 12 lost.",
        "It fell 5.5 points, to 3.2. | Ames lost $5. | Lee won in 2014. | Roe did not.",
        "On Feb. 3 and Sept. 11 they met at St. Mary's, i.e. the church vs. Ames.",
        "Group B. | The team lost.",
        'G.K. Ames met state Del. Ann C. "Annie" Lee. | They spoke.',
        "“It is over.” ― Ann Lee. | They spoke.",
        "He had no proof. | ... He had none at all.",
        # numbered lists
        "1. The dam is built by 2030. | It is large. | 2. The road stays open.",
        "What is known: 1. The ship sank. | 2. No one knows why. | (c) The search goes on.",
        "They agreed on (1) a budget, (2) a mayor and (3) an inquiry. | It meets on Monday.",
        "It rose to 5. | Then it fell to 3. | They left in 2019. | That was all.",
        # ellipses and names that begin small
        "He paused ... and left. | He waited... | The door opened.",
        "The raid failed. | al-Ahrar claimed it. | iPhone sales rose.",
        "Yahoo! said so. | Nobody heard.",
    ],
)
def test_split(parted: str) -> None:
    expected = parted.split(" | ")
    assert _split(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The index fell on Jan. 18.The rest rose.", ["The index fell on Jan. 18.", "The rest rose."]),
        ("It fell 95%.He left on Friday.Nobody saw it.", ["It fell 95%.", "He left on Friday.", "Nobody saw it."]),
        ('"It is not over."He left.', ['"It is not over."', "He left."]),
        ('"Why?"He did not say.', ['"Why?"', "He did not say."]),
        ("She met Mr.Ames in St.Louis and J.Roe at Gen.Lee Street.", None),
        ("It is told at www.Ames.Example/x.Roe and by ann@mail.Lee now.", None),
        ("Sales at Rower.Com rose by 1.5 points.", None),
    ],
)
def test_split_where_line_ends_were_lost(text: str, parts: list[str] | None) -> None:
    assert _split(text) == (parts or [text])


def test_one_paragraph_without_line_ends() -> None:
    told = ["The mayor, J. R. Roe, quit on Jan. 5.", "“I am tired,” he said.", "Was he asked?", "The U.S. envoy was not told.", "5 p.m. was too late."] * 50
    article = Article.from_text(" ".join(told))
    assert [sentence.text for sentence in sentences(article)] == told
    assert {sentence.role for sentence in sentences(article)} == {Role.BODY}


def test_a_line_end_inside_a_paragraph_does_not_split() -> None:
    assert _split("The talks\nopen on Monday. They\r\nend on Friday.") == ["The talks\nopen on Monday.", "They\r\nend on Friday."]


@pytest.mark.parametrize("end", [".", '."', ".')", "?!", " ... ", ".) --", ". *", "", ".]"])
def test_what_closes_a_paragraph_begins_no_sentence(end: str) -> None:
    assert [span.text for span in split(Span(0, len("The road is open") + len(end), f"The road is open{end}"))] == [f"The road is open{end}".rstrip()]


def test_sentences_are_numbered_through_all_roles() -> None:
    article = Article.from_text("Dam talks to open in Rome\n\nBy Ann Lee\n\nROME -- The talks open. Chad stays away.\n\n-30-\n")
    found = sentences(article)
    assert [(sentence.id, sentence.role, sentence.text) for sentence in found] == [
        (0, Role.HEADLINE, "Dam talks to open in Rome"),
        (1, Role.BYLINE, "By Ann Lee"),
        (2, Role.DATELINE, "ROME --"),
        (3, Role.BODY, "The talks open."),
        (4, Role.BODY, "Chad stays away."),
        (5, Role.FURNITURE, "-30-"),
    ]
    assert [article.blocks[sentence.block].role for sentence in found] == [sentence.role for sentence in found]
    assert [token.stem for token in found[3].tokens] == ["the", "talk", "open", "."]


def test_the_words_of_a_sentence_in_lower_case_and_what_is_written_together_apart() -> None:
    (sentence,) = sentences(Article.from_text("Mid-April’s Gov. Lee met 12 at 5PM.\n"))
    assert sentence.lows == {*["mid-april", "mid", "-", "april", "'s", "'", "s", "gov.", "gov", ".", "lee", "met", "12", "1", "2", "at", "5pm", "5", "pm"]}


def test_a_text_without_words_has_no_sentences() -> None:
    assert sentences(Article.from_text(" \n\n")) == ()


_PIECES = st.sampled_from(
    [
        *("Lee ", "said ", "the ", "U.S. ", "No. 7 ", "Dr. ", "p.m. ", "$8.4bn ", "’s ", "--", " — ", "(", ") ", '"', "“", "”", ". ", "! ", "? ", "... ", "… "),
        *("\n", "\n\n", "\r\n", "\r", " ", "\t", "\u200b", "\ufeff", "\u2028", "\x0b", "\x85", "é", "ß", "🙂"),
        *("ROME -- ", "By Ann Lee", "Related coverage:", "-30-", "(Photo: Pool)", "Published: 9 March 2024"),
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=80))
def test_spans_hold_their_text(text: str) -> None:
    article = Article.from_text(text)
    for block in article.blocks:
        assert block.text == text[block.start : block.end] != ""
    found = sentences(article)
    for sentence in found:
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip() != ""
        assert all(token.text == text[token.start : token.end] and sentence.covers(token) for token in sentence.tokens)
        assert "".join(token.text for token in sentence.tokens) == "".join(sentence.text.split())
    told = "".join(sentence.text for sentence in found)
    assert [mark for mark in told if mark.isalnum()] == [mark for mark in text if mark.isalnum()]  # nothing is lost, nothing is told twice
    assert [sentence.id for sentence in found] == list(range(len(found)))


@pytest.mark.parametrize("unit", ['"', "A. ", '"a." ', ".", "a.A", "U.S. ", '"?" Ann ', "(a.) ", "… "])
def test_long_paragraphs_take_linear_time(unit: str) -> None:
    begun = process_time()
    _split(unit * (100_000 // len(unit)))
    assert process_time() - begun < 5
