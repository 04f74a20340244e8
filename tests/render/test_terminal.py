from __future__ import annotations

import re
from string import ascii_letters

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import A, B, build, example, finding, printed, words
from rich.cells import cell_len

from crosscheck.config import Settings
from crosscheck.report import Relation, Verdict
from crosscheck.rules.rule import Severity

WIDTHS = [24, 40, 60, 80, 100, 119, 120, 160, 300]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("color", [False, True])
def test_every_word_of_both_reports_is_printed(width: int, *, color: bool) -> None:
    shown = re.sub(r"\x1b\[[\d;]*m", "", printed(example(), width, color=color)).split()
    assert [word for word in (A + B).split() if not any(word in part for part in shown)] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_no_line_is_wider_than_the_console_or_ends_in_space(width: int, encoding: str) -> None:
    lines = printed(example(), width, encoding).splitlines()
    assert max(cell_len(line) for line in lines) <= width
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_difference_stacked() -> None:
    text = printed(example(), 100)
    assert (
        """
✖ error NUM001 number-differs  12 people injured in A, 15 in B.
▲ warning SRC002 attribution-dropped  A names a source (police), B states it as fact.

A  gazette.txt:5:1
   Twelve people were injured when a bus hit the Harbour Bridge on Monday night, police said.
   ^^^^^^^^^^^^^                                                                 ^^^^^^^^^^^
B  courier.txt:3:1
   Fifteen people were injured when a bus hit the Harbour Bridge on Monday night.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""
        in text
    )


def test_a_difference_side_by_side() -> None:
    text = printed(example(), 120)
    assert (
        """
A  gazette.txt:7:12                                        │ B  courier.txt:5:12
   The bridge will stay closed until Friday [sic], Mayor   │    The bridge may reopen on Friday, according to the
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                │               ^^^^^^^^^^^^^^^^^^^^
   Ann Lee said.                                           │    mayor.
"""
        in text
    )


def test_what_follows_the_differences() -> None:
    text = printed(example(), 60)
    assert (
        text[text.index("In both") :]
        == """\
In both (2 of 4 pairs, the others are quoted above) ────────

≈ agrees
A 1:1     Bridge to close after crash
B 1:1     Harbour Bridge shut after bus accident

= identical
A 11:1    The bus company said it was cooperating.
B 7:1     the same words

Only in A (3, ADD001) ──────────────────────────────────────

A 5:62    on Monday night  part of a sentence
A 7:69    It was built in 1911.
A 9:1     "We are working around the clock," Lee said.

Only in B (2, ADD001) ──────────────────────────────────────

B 5:58    She gave no details.
B 9:1     Ferries will run every ten minutes.

Set aside (3, not compared) ────────────────────────────────

A 3:1     byline: By Jo Marsh
A 13:1    caption: Photo: the bridge on Tuesday. (Jo
          Marsh/Gazette)
B 11:1    related: Related: Ten bridges in need of repair
"""
    )


def test_each_compared_sentence_is_told_once() -> None:
    text = " ".join(printed(example(), 119).split())
    for sentence in (*example().a.sentences, *example().b.sentences):
        if "cooperating" not in sentence.text:
            assert text.count(sentence.text) == 1


def test_identical_sentences_are_printed_once() -> None:
    text = printed(build("Same.\n\nNews.", "Same.\n\nNews.", [(0, 0, Relation.IDENTICAL), (1, 1, Relation.IDENTICAL)], verdict=Verdict.IDENTICAL))
    assert (text.count("News."), text.count("the same words")) == (1, 2)


def test_the_lesser_findings_are_hidden_on_demand_but_no_sentence_is() -> None:
    text = printed(example(Settings(min_severity=Severity.ERROR)))
    assert "NUM001" in text
    assert not any(code in text for code in ("SRC002", "CER001", "ADD001", "NAM003"))
    assert "The bridge may reopen on Friday" in text


def test_a_finding_that_only_one_side_has_words_for() -> None:
    text = printed(build(findings=[finding("SRC002", words(A, "police said"), ())]))
    assert "B  has no word of this" in text


def test_with_colour_the_words_are_underlined_and_no_carets_stand() -> None:
    text = printed(example(), color=True)
    assert "^" not in text
    assert "\x1b[1;4;38;5;33mTwelve people\x1b[0m were injured" in text
    assert "\x1b[1;4;38;5;166mFifteen people were injured\x1b[0m when" in text


def test_a_console_without_unicode_gets_plain_symbols() -> None:
    text = printed(example(), 130, "ascii")
    assert text.isascii()
    assert all(line in text for line in ("x error NUM001", "! warning SRC002", "~ agrees", "= identical", "Only in A (3, ADD001) ---"))


def test_article_text_is_never_markup_nor_a_command() -> None:
    hostile = "[bold]He[/sic] :smile: said\x1b[2J \x1b]8;;http://x.example\x1b\\this\u202e [red]."
    text = printed(build(hostile, "Other.", findings=[finding("NUM001", words(hostile, "said"), (), "about [/b] \x1b[1m")]), 200)
    assert "[bold]He[/sic] :smile: said<U+001B>[2J <U+001B>]8;;http://x.example<U+001B>\\this<U+202E> [red]." in text
    assert "about [/b] <U+001B>[1m" in text


def test_carets_stand_under_wide_characters() -> None:
    text = "東京 officials said 12 died."
    lines = printed(build(text, "Other.", findings=[finding("NUM001", words(text, "12"), ())])).splitlines()
    row = lines.index("   東京 officials said 12 died.")
    assert lines[row + 1] == " " * (3 + cell_len("東京 officials said ")) + "^^"


def test_copy_with_hard_line_ends_is_told_in_flowing_lines() -> None:
    text = "A bus hit the\nHarbour   Bridge\non Monday."
    assert "A bus hit the Harbour Bridge on Monday." in printed(build(text, "Other."))


def test_a_long_word_is_folded() -> None:
    address = "https://news.example/" + "x" * 100
    text = printed(build(f"See {address} today.", "Other."), 60)
    assert address in "".join(text.split())


def test_the_view_is_the_same_every_time() -> None:
    assert printed(example()) == printed(example())


@given(st.lists(st.text(ascii_letters + "éñ東\u202e\x1b[]/&<*_ ,“”", min_size=1).filter(str.strip), min_size=1, max_size=6), st.integers(20, 140))
def test_every_visible_word_is_printed_whatever_it_is(paragraphs: list[str], width: int) -> None:
    text = "\n\n".join(paragraph.strip() + "." for paragraph in paragraphs)
    letters = "".join(character for character in printed(build(text, "Z."), width) if character.isalnum())
    assert "".join(character for character in paragraphs[-1] if character.isalnum()) in letters.replace("U202E", "").replace("U001B", "")


def test_a_place_far_down_a_file_leaves_room_before_the_words() -> None:
    assert "A 1:100001  On it went." in printed(build(" " * 100_000 + "On it went.", "Other."))
