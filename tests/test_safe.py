from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck import safe


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain words [sic], [/sic] *and* <b>marks</b>", "plain words [sic], [/sic] *and* <b>marks</b>"),
        ("\x1b[31mred\x1b[0m", "<U+001B>[31mred<U+001B>[0m"),
        ("\x1b]8;;http://x.example\x1b\\bank\x1b]8;;\x1b\\", "<U+001B>]8;;http://x.example<U+001B>\\bank<U+001B>]8;;<U+001B>\\"),
        ("user\u202e321", "user<U+202E>321"),
        ("pay\u200bpal\ufeff", "pay<U+200B>pal<U+FEFF>"),
        ("co\u00adoperate", "co<U+00AD>operate"),
        ("\x9b31m \x00 \x7f", "<U+009B>31m <U+0000> <U+007F>"),
        ("a tag \U000e0041", "a tag <U+E0041>"),
        ("broken \udc80 byte", "broken <U+DC80> byte"),
        ("two\nlines\r\nand\ta  tab", "two lines and a tab"),
        ("next\x85line\u2028and\u2029more", "next line and more"),
        ("no\u00a0break", "no\u00a0break"),
        ("Zürich, Łódź, Київ, 東京, \u2764\ufe0f", "Zürich, Łódź, Київ, 東京, \u2764\ufe0f"),
    ],
)
def test_what_hides_or_acts_is_named(words: str, shown: str) -> None:
    assert safe.text(words) == shown


@pytest.mark.parametrize(
    ("words", "encoding", "shown"),
    [("“Zürich”", "cp1252", "“Zürich”"), ("Łódź → x", "cp1252", r"\u0141ód\u017a \u2192 x"), ("é", "ascii", r"\xe9"), ("\u202e", "ascii", "<U+202E>")],
)
def test_what_the_output_lacks_is_escaped(words: str, encoding: str, shown: str) -> None:
    assert safe.text(words, encoding) == shown


@given(st.text(st.characters()), st.sampled_from(["utf-8", "cp1252", "ascii"]))
def test_everything_can_be_printed_on_one_line(words: str, encoding: str) -> None:
    shown = safe.text(words, encoding)
    assert shown.encode(encoding).decode(encoding) == shown
    assert len(shown.splitlines()) <= 1
    assert not safe.HIDDEN.search(shown)
    assert safe.text(shown, encoding) == shown


def test_space_at_the_ends_stays() -> None:
    assert [safe.text(piece) for piece in ("said ", "\n 12", " people")] == ["said ", " 12", " people"]
