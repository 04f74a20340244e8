from __future__ import annotations

import pytest
from reports import A, B, build, example, finding, words

from crosscheck.config import Settings
from crosscheck.render import outline
from crosscheck.report import Relation, Verdict
from crosscheck.rules.rule import Severity
from crosscheck.spans import Span

SENTENCE = "Rescuers found 150,000-plus tins, the “last few” of them Monday."


def test_summary_counts_what_counts() -> None:
    assert outline.summary(example()) == "The reports differ: 1 error, 2 warnings, 3 notes (1 silenced)"
    assert outline.coverage(example()) == "4 sentence pairs aligned, 2 only in A, 2 only in B"


def test_summary_tells_what_is_not_shown() -> None:
    report = example(Settings(min_severity=Severity.ERROR))
    assert outline.summary(report) == "The reports differ: 1 error, 2 warnings, 3 notes (5 not shown, 1 silenced)"


def test_summary_of_reports_without_findings() -> None:
    report = build("One.", "One.", [(0, 0, Relation.IDENTICAL)], verdict=Verdict.IDENTICAL)
    assert outline.summary(report) == "The reports are identical: no findings"
    assert outline.coverage(report) == "1 sentence pair aligned, 0 only in A, 0 only in B"


def test_findings_about_the_same_sentences_share_a_passage() -> None:
    passages = outline.passages(example())
    assert [[one.code for one in passage.findings] for passage in passages] == [["NUM001", "SRC002"], ["CER001"]]
    assert [(passage.a[0].id, passage.b[0].id) for passage in passages] == [(2, 1), (3, 2)]


def test_a_passage_quotes_every_sentence_its_evidence_runs_over() -> None:
    across = words(A, "Friday [sic], Mayor Ann Lee said. It was built")
    passage = outline.passages(build(findings=[finding("NUM001", across, ())]))[0]
    assert ([sentence.id for sentence in passage.a], passage.b) == ([3, 4], ())


def test_split_sentences_stand_together() -> None:
    edges = [(2, 1, Relation.AGREES), (2, 2, Relation.OVERLAPS), (5, 2, Relation.IDENTICAL), (6, 4, Relation.AGREES)]
    report = build(aligned=edges)
    found = [(match.relation, [one.id for one in match.a], [one.id for one in match.b]) for match in outline.matches(report, report.alignments)]
    assert found == [(Relation.OVERLAPS, [2, 5], [1, 2]), (Relation.AGREES, [6], [4])]


def test_pairs_that_a_passage_quotes_together_are_told() -> None:
    report = example()
    assert [(edge.a, edge.b) for edge in outline.unquoted(report, outline.passages(report))] == [(0, 0), (6, 4)]


def test_a_sentence_quoted_with_another_partner_is_told_again() -> None:
    report = build(aligned=[(2, 1, Relation.DIFFERS), (2, 2, Relation.AGREES)], findings=[finding("NUM001", words(A, "Twelve"), words(B, "Fifteen"))])
    assert [(edge.a, edge.b) for edge in outline.unquoted(report, outline.passages(report))] == [(2, 2)]


def test_additions_are_whole_sentences_and_parts() -> None:
    found = [(addition.span.text, addition.code, addition.partial) for addition in outline.additions(example(), "A")]
    assert found == [
        ("on Monday night", "ADD001", True),
        ("It was built in 1911.", "ADD001", False),
        ('"We are working around the clock," Lee said.', "", False),
    ]


def test_what_was_not_compared_is_set_aside() -> None:
    assert [sentence.role for sentence in outline.set_aside(example(), "A")] == ["byline", "caption"]
    assert [sentence.text for sentence in outline.set_aside(example(), "B")] == ["Related: Ten bridges in need of repair"]


def test_every_sentence_is_told() -> None:
    report = example()
    told = (
        {one.id for match in outline.matches(report, report.alignments) for one in match.b}
        | {*report.b.only}
        | {one.id for one in outline.set_aside(report, "B")}
    )
    assert told == {sentence.id for sentence in report.b.sentences}


@pytest.mark.parametrize(
    ("phrases", "marked"),
    [
        (("Rescuers",), ["Rescuers"]),
        (("150",), ["150"]),
        (("escue",), ["Rescuers"]),
        (("000-pl",), ["000-plus"]),
        ((" tins,",), ["tins,"]),
        (("Rescuers", "found"), ["Rescuers found"]),
        (("found 150,000-plus", "150,000-plus tins"), ["found 150,000-plus tins"]),
        (("Monday", "Rescuers"), ["Rescuers", "Monday"]),
        (("“last few”",), ["“last few”"]),
        ((SENTENCE,), []),
        ((SENTENCE[:-1],), []),
        ((SENTENCE, "Monday"), ["Monday"]),
        ((" ",), []),
        ((), []),
    ],
)
def test_marks(phrases: tuple[str, ...], marked: list[str]) -> None:
    sentence = Span(0, len(SENTENCE), SENTENCE)
    found = list(outline.pieces(sentence, words(SENTENCE, *phrases)))
    assert "".join(piece for piece, _ in found) == SENTENCE
    assert [piece for piece, mark in found if mark] == marked


def test_marks_of_another_sentence_do_not_show() -> None:
    sentence = Span(100, 100 + len(SENTENCE), SENTENCE)
    assert list(outline.pieces(sentence, [Span(0, 8, "Rescuers"), Span(90, 108, "x" * 10 + "Rescuers")])) == [
        ("", False),
        ("Rescuers", True),
        (SENTENCE[8:], False),
    ]


def test_place_is_path_line_and_column() -> None:
    report = example()
    assert outline.place(report.b, words(B, "the mayor")[0]) == "courier.txt:5:47"
