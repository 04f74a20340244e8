"""Markup: blank and not stripped, so that every word stays where it stands in the file; paragraphs and roles as the markup has them."""

from __future__ import annotations

import re
from datetime import date
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck import Article, compare
from crosscheck.markup import Page, page
from crosscheck.markup.html import blank_html
from crosscheck.markup.markdown import blank_markdown
from crosscheck.read import Role, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

H, C, R, F, T = Role.HEADLINE, Role.CAPTION, Role.RELATED, Role.FURNITURE, None

BLANKERS = [blank_html, blank_markdown]


def _told(found: Page) -> list[tuple[Role | None, str]]:
    return [(paragraph.role, " ".join(paragraph.text.split())) for paragraph in found.paragraphs]


# Shown without the spaces at the end; that the length stays is tried on any text below.
@pytest.mark.parametrize(
    ("html", "blank"),
    [
        ("<p>The mayor <b>won</b>.</p>", "   The mayor    won."),
        ("A &amp; B", "A &     B"),
        ("Lee&rsquo;s car", "Lee’s       car"),
        ("don&#39;t &#x201C;go&#8221;", "don't     “go”"),
        ("AT&T &nonsense; R&D", "AT&T &nonsense; R&D"),
        ("<b>W</b>hen it rained", "   When     it rained"),
        ("(see <a href='x>y'>here</a>)", "(see               here)"),
        ("one<!-- <p>two</p> -->three", "onethree"),
        ("a < b and c > d", "a < b and c > d"),
        ("5&#10;6", "5     6"),
        ("<style>p { x: y }</style>One", "                         One"),
        ("One <script>'<p>'</script>two", "One                       two"),
        ("One<br>two", "One    two"),
    ],
)
def test_html_is_blanked_in_place(html: str, blank: str) -> None:
    assert blank_html(html).text.rstrip() == blank


@pytest.mark.parametrize(
    ("markdown", "blank"),
    [
        ("The *mayor* **won** it.", "The  mayor    won   it."),
        ('a [report](https://x.y/a_b_c "Title"). It', "a  report.                             It"),
        ("a [report][2] and [this] [sic]\n\n[2]: http://x\n[This]: <y>\n", "a  report     and  this  [sic]"),
        ("snake_case_name and s**t, 5 * 3 * 2", "snake_case_name and s**t, 5 * 3 * 2"),
        (r"\*not\* it", " *not*  it"),
        ("use `x*y` and ``a`` now", "use  x*y  and   a   now"),
        ("~~old~~ new", "  old   new"),
        ("he said<!-- did he? --> so", "he said                 so"),
        ("told[^1] so\n\n[^1]: A note.", "told     so\n\n      A note."),
        ("see <https://x.y/z> or &copy; <b>x</b>", "see                 or ©         x"),
        ("mid ![alt *text*](x.png) word", "mid                      word"),
        ("https://x.y/_a_ and _b_", "https://x.y/_a_ and  b"),
    ],
)
def test_markdown_is_blanked_in_place(markdown: str, blank: str) -> None:
    assert blank_markdown(markdown).text.rstrip() == blank


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", [(T, "One."), (T, "Two.")]),
        ("<P>One.<P>Two.", [(T, "One."), (T, "Two.")]),
        ("<h1>Mayor quits</h1><h2>Why</h2><p>She\n  left.</p>", [(H, "Mayor quits"), (T, "Why"), (T, "She left.")]),
        ("<h1>Mayor<br>quits</h1>One.<br><br>Two.<br>three.", [(H, "Mayor quits"), (T, "One."), (T, "Two. three.")]),
        ("<h1>Mayor quits<p>One.</p>", [(H, "Mayor quits"), (T, "One.")]),
        ("<ul><li>One.<li>Two.</ul><blockquote>Three.</blockquote>", [(T, "One."), (T, "Two."), (T, "Three.")]),
        ("<table><tr><td>One</td><td>Two</td></tr></table>", [(T, "One"), (T, "Two")]),
        ("<figure><img alt='no'><figcaption>The <i>mayor</i>.</figcaption></figure><p>One.</p>", [(C, "The mayor."), (T, "One.")]),
        ("<nav><ul><li>Home</ul></nav><p>One.</p><button>Share</button>", [(T, "One.")]),
        ("<nav><p>One.</p>", [(T, "One.")]),
        ("<form><p>One.</p></form>", [(T, "One.")]),
        ("<header>News</header><main><header>Two</header><p>One.</p><aside>More</aside></main>", [(F, "News"), (T, "Two"), (T, "One."), (F, "More")]),
        ("<div>Cookies</div><main><p>She left the city.</p></main><div>About us</div>", [(F, "Cookies"), (T, "She left the city."), (F, "About us")]),
        ("<div>The mayor left the city.</div><article>Read on</article>", [(T, "The mayor left the city."), (T, "Read on")]),
        ("<p>One.</p><ul><li><a href='x'>Dam talks <b>open</b></a></li></ul>", [(T, "One."), (R, "Dam talks open")]),
        ("<a href='x'><h2>Dam</h2><p>Talks open</p></a><p><a href='y'>One.</a></p>", [(T, "Dam"), (R, "Talks open"), (T, "One.")]),
        ("<p>One <a href='x'>two</a>", [(T, "One two")]),
        ("<title>Mayor quits | Sample News</title><p>One.</p>", [(H, "Mayor quits"), (T, "One.")]),
        ("<title>Mayor quits after row - what we know</title><p>One.</p>", [(H, "Mayor quits after row - what we know"), (T, "One.")]),
        ("<title>Mayor quits</title><h1>Mayor leaves</h1><p>One.</p>", [(H, "Mayor leaves"), (T, "One.")]),
        ("<aside><p>One.</aside></aside></b></i><p>Two.</div>", [(F, "One."), (T, "Two.")]),
        ('<![if IE]><p class="x>One.</p><p>Two.', [(T, "One."), (T, "Two.")]),
        ("<!DOCTYPE html><html><body>One. <a <p>Two.", [(T, "One. Two.")]),
    ],
)  # fmt: skip
def test_paragraphs_of_html(html: str, expected: list[tuple[Role | None, str]]) -> None:
    assert _told(blank_html(html)) == expected


def test_html_without_blocks_has_the_paragraphs_of_its_lines() -> None:
    assert blank_html("One <b>line</b>.\n\nAnother.").paragraphs == ()


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Mayor quits #\n## Why\nOne\ntwo.\n\nThree.", [(H, "Mayor quits"), (T, "Why"), (T, "One two."), (T, "Three.")]),
        ("Mayor quits\n===\n\nWhy\n---\nOne.\n\n---\n\nTwo.", [(H, "Mayor quits"), (T, "Why"), (T, "One."), (T, "Two.")]),
        ("#hashtag is no heading", [(T, "#hashtag is no heading")]),
        ("Parts:\n- one\n  more\n* two\n- [ ] three", [(T, "Parts:"), (T, "one more"), (T, "two"), (T, "three")]),
        ("1. one\n2. two\n10) three", [(T, "one"), (T, "two"), (T, "three")]),
        ("It was built in\n2019. It burned in\n2020.", [(T, "It was built in 2019. It burned in 2020.")]),
        ("He said:\n\n> One\n> two.\n>\n> Three.\n\nFour.", [(T, "He said:"), (T, "One two."), (T, "Three."), (T, "Four.")]),
        ("One.\n```py\ncode\n```\nTwo.\n~~~\nmore\n~~~~\n", [(T, "One."), (T, "Two.")]),
        ("One.\n\n```\nnever closed", [(T, "One."), (T, "``` never closed")]),
        ("![The *mayor*](a.png)\n\nOne.", [(C, "The mayor"), (T, "One.")]),
        ("[![The mayor](a.png)](b)\n\nOne.", [(C, "The mayor"), (T, "One.")]),
        ("| a | b |\n|---|:-:|\n| c | d |", [(T, "a b"), (T, "c d")]),
        ("By Ann Lee  \nROME -- One\\\ntwo.", [(T, "By Ann Lee"), (T, "ROME -- One two.")]),
        ("## [Why](x)\n\n[One.](y)\n\n- [Dam talks open](z)\n- [two](z) three", [(T, "Why"), (T, "One."), (R, "Dam talks open"), (T, "two three")]),
        ("<!-- one\n\ntwo -->\nThree.<br>Four.", [(T, "Three."), (T, "Four.")]),
        ("<figure>\n<figcaption>The mayor.</figcaption>\n</figure>\n\nOne.", [(C, "The mayor."), (T, "One.")]),
        ('---\ntitle: "Mayor *quits*"\ntags: [a, b]\n---\n\nOne.', [(H, "Mayor quits"), (T, "One.")]),
        ("---\ntitle: Mayor quits\n---\n# Mayor leaves\n\nOne.", [(H, "Mayor leaves"), (T, "One.")]),
        ("+++\ntitle = 'Mayor quits'\n+++\nOne.", [(H, "Mayor quits"), (T, "One.")]),
        ("---\n\nOne.\n\n---\n", [(T, "One.")]),
        ("\r\n# Mayor\r\nOne\r\ntwo.\r\n\r\nThree.", [(H, "Mayor"), (T, "One two."), (T, "Three.")]),
    ],
)  # fmt: skip
def test_paragraphs_of_markdown(markdown: str, expected: list[tuple[Role | None, str]]) -> None:
    assert _told(blank_markdown(markdown)) == expected


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        ('<meta property="article:published_time" content="2024-03-09T10:00Z"><p>One.', "a.html", date(2024, 3, 9)),
        ("<META content='2024-03-09' name='date'><p>One.", "a.htm", date(2024, 3, 9)),
        ('<p><time datetime="2024-03-09">Saturday</time> One.', "a.html", date(2024, 3, 9)),
        ('<script type="application/ld+json">{"datePublished": "2024-03-09T10:00"}</script><p>One.', "a.html", date(2024, 3, 9)),
        ('<meta name="date" content="soon"><time>now</time><p>One.', "a.html", None),
        ("---\ndate: 2024-03-09 10:00\n---\nOne.", "a.md", date(2024, 3, 9)),
        ('<meta name="date" content="2024-01-01"><p>ROME, Dec. 31 -- The mayor left.', "a.html", date(2023, 12, 31)),
        ("---\ndate: 2024-02-31\n---\nOne.", "a.md", None),
    ],
)
def test_the_day_of_publication_is_read(text: str, name: str, day: date | None) -> None:
    assert Article.from_text(text, name).date == day


@pytest.mark.parametrize("name", ["a.html", "A.HTM", "a.xhtml", "b/a.md", "a.markdown"])
def test_the_format_is_known_by_the_name(name: str) -> None:
    assert "<p>" not in page("<p>One.</p>", name).text


@pytest.mark.parametrize("name", ["a.txt", "a", "-", "html", "a.html.txt"])
def test_other_files_are_as_they_are(name: str) -> None:
    assert page("<p>One *two*.</p>", name) == Page("<p>One *two*.</p>")


def test_roles_and_places_of_a_page(tmp_path: Path) -> None:
    source = (
        "<!doctype html>\r\n<title>Sample News</title><nav>Home</nav>\r\n<article><h1>Mayor of <em>Rome</em> quits after row</h1><p class='by'>By Ann Lee</p>"
        "<p><b>ROME</b> (AP) &mdash; The mayor\r\n quit on <i>Monday</i>.</p>"
        "<figcaption>The mayor in May.</figcaption><p>She left.</p></article><footer>(c) 2024</footer>"
    )
    path = tmp_path / "a.html"
    path.write_bytes(source.encode())
    article = read(path)
    roles = [(block.role, " ".join(block.text.split())) for block in article.blocks]
    assert roles == [
        (Role.HEADLINE, "Mayor of Rome quits after row"),
        (Role.BYLINE, "By Ann Lee"),
        (Role.DATELINE, "ROME (AP) —"),
        (Role.BODY, "The mayor quit on Monday."),
        (Role.CAPTION, "The mayor in May."),
        (Role.BODY, "She left."),
        (Role.FURNITURE, "(c) 2024"),
    ]
    assert all(article.text[block.start : block.end] == block.text for block in article.blocks)
    assert all(source[block.start] == block.text[0] for block in article.blocks)
    assert article.locate(article.blocks[3])["line"] == 3


def test_markup_makes_no_difference() -> None:
    plain = "Mayor of Rome quits after row\n\nThe mayor, Ann Lee, quit on 16 May 2016, “for good,” police said.\n\nSome 40 people’s jobs were lost."
    html = (
        "<h1>Mayor of <b>Rome</b> quits after row</h1><p>The mayor, <a href='x'>Ann Lee</a>, quit on 16 <i>May</i> 2016, &ldquo;for <b>good</b>,&rdquo; "
        "police said.</p><p>Some <b>40</b> people&rsquo;s jobs were lost.</p>"
    )
    markdown = (
        "# Mayor of **Rome** quits after row\n\nThe mayor, [Ann Lee](x), quit on 16 *May* 2016, “for **good**,” police said.\n\n"
        "Some *40* people’s jobs were lost."
    )
    a = Article.from_text(plain, "a.txt")
    for marked in (Article.from_text(html, "b.html"), Article.from_text(markdown, "b.md")):
        told = compare(a, marked)
        assert told.findings == ()
        assert {str(edge.relation) for edge in told.alignments} == {"identical"}


ATOMS = [
    *"<>&;/!?-=\"'`*_#[]()~|\\: \n\r\tabÉ1.+",
    "<!--", "-->", "<p>", "</p>", "<h1>", "<br>", "<script>", "</script>", "<nav>", "</nav>", "<title>", "&amp;", "&#10;",
    "```", "---\n", "](", "![", "\r\n", "> ", "1. ", "title: x\n", "[a]: b\n",
]  # fmt: skip


@pytest.mark.parametrize("blank", BLANKERS)
@settings(max_examples=200, derandomize=True, deadline=None)
@given(text=st.one_of(st.lists(st.sampled_from(ATOMS), max_size=40).map("".join), st.text(max_size=60)))
def test_length_and_line_ends_stay_whatever_the_text(blank: Callable[[str], Page], text: str) -> None:
    found = blank(text)
    assert len(found.text) == len(text)
    assert [(match.start(), match[0]) for match in re.finditer(r"[\r\n]", found.text)] == [(match.start(), match[0]) for match in re.finditer(r"[\r\n]", text)]
    assert all(found.text[paragraph.start : paragraph.end] == paragraph.text for paragraph in found.paragraphs)
    ends = [0, *(paragraph.end for paragraph in found.paragraphs)]
    assert all(end <= paragraph.start for end, paragraph in zip(ends, found.paragraphs, strict=False))


@pytest.mark.parametrize("blank", BLANKERS)
@pytest.mark.parametrize(
    "unit",
    [
        "<a ",
        "<!--",
        "<![x[",
        "<a b='",
        '<a b=">"',
        "<script ",
        "<nav>",
        "<aside>",
        "<p>",
        "&a",
        "[",
        "](",
        "[a](b ",
        "**a ",
        "`",
        "> ",
        "- ",
        "#",
        "word",
        "\n",
    ],
)
def test_long_texts_take_linear_time(blank: Callable[[str], Page], unit: str) -> None:
    begun = process_time()
    blank(unit * (50_000 // len(unit)) + ">")
    assert process_time() - begun < 5
