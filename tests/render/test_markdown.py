from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from reports import A, B, build, example, finding, words

from crosscheck.render import markdown
from crosscheck.report import Relation, Verdict

if TYPE_CHECKING:
    from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = "He said @desk paid $5 | $6 for #12, `code` *not* _this_ ~~or~~ <b>that</b> [a](b) ![c](d) &amp; \\ https://x.example/a_b www.x.example x@y.example."


def inlines(text: str) -> list[str]:
    """Return the visible words of each block: table cells, list items, paragraphs, headings."""
    return [visible(token) for token in PARSER.parse(text) if token.type == "inline"]


def visible(inline: Token) -> str:
    return "".join(" / " if child.content == "<br>" else "" if child.type == "html_inline" else child.content for child in inline.children or ())


def rows(text: str) -> list[int]:
    """Return how many cells each row of each table has."""
    html = PARSER.render(text)
    return [len(re.findall("<t[hd]>", row)) for row in html.split("<tr>")[1:]]


def test_the_whole() -> None:
    assert (
        markdown.render(example())
        == """\
# gazette.txt and courier.txt

**The reports differ**: 1 error, 2 warnings, 3 notes (1 silenced); 4 sentence pairs aligned, 2 only in A, 2 only in B

- **A**: gazette.txt
- **B**: courier.txt

## Differences

| Claim | A | B | Status |
| --- | --- | --- | --- |
| 12 people injured in A, 15 in B. \
| **Twelve people** were injured when a bus hit the Harbour Bridge on Monday night, police said.<br>`gazette.txt:5:1` \
| **Fifteen people** were injured when a bus hit the Harbour Bridge on Monday night.<br>`courier.txt:3:1` | **error** NUM001 number-differs |
| A names a source (police), B states it as fact. \
| Twelve people were injured when a bus hit the Harbour Bridge on Monday night, **police said**.<br>`gazette.txt:5:79` \
| **Fifteen people were injured** when a bus hit the Harbour Bridge on Monday night.<br>`courier.txt:3:1` | **warning** SRC002 attribution-dropped |
| Plain in A, hedged in B (may). | The bridge **will stay closed until Friday** \\[sic\\], Mayor Ann Lee said.<br>`gazette.txt:7:12` \
| The bridge **may reopen on Friday**, according to the mayor.<br>`courier.txt:5:12` | **warning** CER001 certainty-differs |

## In both

| A | B | Status |
| --- | --- | --- |
| Bridge to close after crash<br>`gazette.txt:1:1` | Harbour Bridge shut after bus accident<br>`courier.txt:1:1` | agrees |
| The bus company said it was cooperating.<br>`gazette.txt:11:1` | The bus company said it was cooperating.<br>`courier.txt:7:1` | identical |

## Only in A, ADD001

- `gazette.txt:5:62` on Monday night *(part of a sentence)*
- `gazette.txt:7:69` It was built in 1911.
- `gazette.txt:9:1` "We are working around the clock," Lee said.

## Only in B, ADD001

- `courier.txt:5:58` She gave no details.
- `courier.txt:9:1` Ferries will run every ten minutes.

## Set aside

- `gazette.txt:3:1` *byline*: By Jo Marsh
- `gazette.txt:13:1` *caption*: Photo: the bridge on Tuesday. (Jo Marsh/Gazette)
- `courier.txt:11:1` *related*: Related: Ten bridges in need of repair
"""
    )


def test_every_word_of_both_reports_is_in_it() -> None:
    told = " ".join(inlines(markdown.render(example())))
    assert [word for word in (A + B).split() if word not in told] == []


def test_a_parser_finds_the_tables() -> None:
    assert rows(markdown.render(example())) == [4, 4, 4, 4, 3, 3, 3]


def test_hostile_words_stay_words() -> None:
    text = markdown.render(build(HOSTILE, HOSTILE, [(0, 0, Relation.DIFFERS)], [finding("NUM001", words(HOSTILE, "$5"), words(HOSTILE, "| $6"), HOSTILE)]))
    assert rows(text) == [4, 4]
    message, a, b, _ = inlines(text)[-4:]
    assert (message, a, b) == (HOSTILE, f"{HOSTILE} / gazette.txt:1:20", f"{HOSTILE} / courier.txt:1:23")


@pytest.mark.parametrize(
    ("words_of_others", "written"),
    [
        ("@desk", "<span>@</span>desk"),
        ("a@b.example", "a<span>@</span>b.example"),
        ("no. #12", "no. <span>#</span>12"),
        ("GH-12 and gh-x", "<span>GH</span>-12 and gh-x"),
        ("C# and @ home", "C\\# and @ home"),
        ("$5 to $6", "\\$5 to \\$6"),
        ("a|b", "a\\|b"),
        ("::error::x", "::error::x"),
        ("https://x.example", "https\\://x.example"),
        ("www.x.example", "www\\.x.example"),
        ("[sic]", "\\[sic\\]"),
        ("two\nlines", "two lines"),
        ("\u202e", "\\<U+202E\\>"),
        ("Feb. 20 -- said", "Feb. 20 -- said"),
    ],
)
def test_escape(words_of_others: str, written: str) -> None:
    assert markdown.escape(words_of_others) == written


@given(st.text(st.sampled_from("ab1 .,|`*_[]()<>#@$~&;:!\\/\"'-+=“é\n"), min_size=1).filter(str.strip))
def test_escaped_words_come_back_from_a_parser(words_of_others: str) -> None:
    table = markdown.table(("A", "B"), [(f"x{markdown.escape(words_of_others)}x", "y")])
    assert rows(table) == [2, 2]
    assert inlines(table)[2:] == ["x" + re.sub(r"\s+", " ", words_of_others) + "x", "y"]


@given(st.text(st.sampled_from('ab1 .,|*_$"“é'), min_size=2).filter(lambda text: any(map(str.isalnum, text))), st.data())
def test_marks_change_no_word(text: str, data: st.DataObject) -> None:
    text = text.strip()
    start = data.draw(st.integers(0, len(text) - 1))
    phrase = text[start : data.draw(st.integers(start + 1, len(text)))]
    told = inlines(markdown.render(build(text, "Other.", findings=[finding("NUM001", words(text, phrase), ())])))
    assert re.sub(" +", " ", text) + " / gazette.txt:1:" + str(text.index(phrase) + 1) in told


def test_no_line_is_a_workflow_command() -> None:
    text = markdown.render(build("::error::x", "::set-output::y", findings=[finding("NUM001", words("::error::x", "error"), (), "::stop::")]))
    assert not any(line.startswith("::") for line in text.splitlines())


def test_a_path_that_a_code_span_cannot_hold_is_plain() -> None:
    assert markdown._code("a`b|c.txt") == "a\\`b\\|c.txt"


def test_a_side_without_words() -> None:
    assert "| *no word of this* |" in markdown.render(build(findings=[finding("SRC002", words(A, "police said"), ())]))


def test_identical_reports() -> None:
    text = markdown.render(build("One.", "One.", [(0, 0, Relation.IDENTICAL)], verdict=Verdict.IDENTICAL))
    assert "**The reports are identical**: no findings; 1 sentence pair aligned" in text
    assert "## Differences" not in text
