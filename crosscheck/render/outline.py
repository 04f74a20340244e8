"""What a report tells, in the pieces every format tells it in: passages that differ, matches, what one report has alone, what was set aside."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from crosscheck.report import Relation, Verdict
from crosscheck.rules.rule import Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosscheck.report import Alignment, Check, Finding, Report, Side
    from crosscheck.segment import Sentence
    from crosscheck.spans import Span

Letter = Literal["A", "B"]
LETTERS: tuple[Letter, Letter] = ("A", "B")

VERDICTS = {
    Verdict.IDENTICAL: "The reports are identical",
    Verdict.AGREE: "The reports agree",
    Verdict.DIFFER: "The reports differ",
    Verdict.UNRELATED: "The reports seem to be about different events",
}


class Passage(NamedTuple):
    """Findings about the same sentences, gravest first, and these sentences: each is quoted once, however many findings touch it."""

    findings: tuple[Finding, ...]
    a: tuple[Sentence, ...]
    b: tuple[Sentence, ...]


class Match(NamedTuple):
    """Sentences of both reports that tell the same thing; `relation` is the loosest among them."""

    relation: Relation
    a: tuple[Sentence, ...]
    b: tuple[Sentence, ...]


class Addition(NamedTuple):
    """A sentence that one report has alone, or the part of one; `code` is the finding that says so, "" where none is shown."""

    span: Span
    code: str
    partial: bool = False


def side(report: Report, letter: Letter) -> Side:
    """Return report A or report B."""
    return report.a if letter == "A" else report.b


def evidence(finding: Finding, letter: Letter) -> tuple[Span, ...]:
    """Return the words at issue in report A or report B."""
    return finding.a if letter == "A" else finding.b


def summary(report: Report) -> str:
    """Return the comparison in a line: the verdict and the findings that count."""
    numbers = [(sum(finding.severity is severity for finding in report.counted), severity) for severity in Severity]
    found = ", ".join(count(number, severity) for number, severity in numbers if number) or "no findings"
    lesser = len(set(report.counted).difference(report.shown))
    silenced = len(report.findings) - len(report.counted)
    asides = ", ".join(f"{number} {fate}" for number, fate in ((lesser, "not shown"), (silenced, "silenced")) if number)
    return f"{VERDICTS[report.verdict]}: {found}{asides and f' ({asides})'}"


def coverage(report: Report) -> str:
    """Return in a line how much of the reports tells the same: the pairs of sentences, and what stands alone."""
    return f"{count(len(report.alignments), 'sentence pair')} aligned, {len(report.a.only)} only in A, {len(report.b.only)} only in B"


def count(number: int, noun: str) -> str:
    """Return "1 error", "2 errors"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def tally(check: Check) -> str:
    """Return a check in a line: how many pairs, how many of them fail, how many could not be read."""
    failed, unread = sum(report.exit_code for report in check.reports), len(check.unread)
    fates = ", ".join(f"{number} {fate}" for number, fate in ((failed, "failed"), (unread, "could not be read")) if number)
    silenced = sum(len(report.findings) - len(report.counted) for report in check.reports)
    aside = f" ({count(silenced, 'finding')} silenced)" if silenced else ""
    return f"{count(len(check.reports) + unread, 'pair')} checked: {fates or 'none failed'}{aside}"


STANDING = ("Result", "Errors", "Warnings", "Notes", "Pair")


def standings(check: Check) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield a row of STANDING for each pair: whether it passes, and the findings that count."""
    for report in check.reports:
        errors, warnings, notes = (str(sum(finding.severity is severity for finding in report.counted)) for severity in Severity)
        yield "failed" if report.exit_code else "passed", errors, warnings, notes, report.name
    for pair in check.unread:
        yield "not read", "", "", "", pair.name


def anchor(finding: Finding) -> Letter:
    """Return the report at which a finding is told where a format has one place for it: B, the copy; A where B has no word of it."""
    return "B" if finding.b else "A"


def counted(report: Report) -> tuple[Finding, ...]:
    """Return the findings that are shown and count, gravest first."""
    return tuple(finding for finding in report.shown if finding.suppressed is None)


def differences(report: Report) -> tuple[Finding, ...]:
    """Return the findings that are shown and count, gravest first, without those that name an addition."""
    return tuple(finding for finding in counted(report) if not _is_addition(finding))


def passages(report: Report) -> tuple[Passage, ...]:
    """Return what differs, gravest first, gathered by the sentences it stands in."""
    gathered: dict[tuple[tuple[Sentence, ...], tuple[Sentence, ...]], list[Finding]] = {}
    for finding in differences(report):
        gathered.setdefault((quoted(report.a, finding.a), quoted(report.b, finding.b)), []).append(finding)
    return tuple(Passage(tuple(findings), a, b) for (a, b), findings in gathered.items())


def quoted(here: Side, spans: Iterable[Span]) -> tuple[Sentence, ...]:
    """Return the sentences that the spans touch; a quotation may run over several."""
    numbers = set()
    for span in spans:
        number = here.sentence_of(span).id
        numbers.add(number)
        while number + 1 < len(here.sentences) and here.sentences[number + 1].overlaps(span):
            number += 1
            numbers.add(number)
    return _numbered(here, numbers)


def unquoted(report: Report, passages: Iterable[Passage]) -> tuple[Alignment, ...]:
    """Return the pairs of aligned sentences that no passage quotes together."""
    told = {(a.id, b.id) for passage in passages for a in passage.a for b in passage.b}
    return tuple(edge for edge in report.alignments if (edge.a, edge.b) not in told)


def matches(report: Report, edges: Sequence[Alignment]) -> tuple[Match, ...]:
    """Return aligned sentences in the order of report A; one that was split or merged stands with all its parts."""
    return tuple(_matches(report, edges))


def additions(report: Report, letter: Letter) -> tuple[Addition, ...]:
    """Return what only report A, or only report B, has: whole sentences and the parts of aligned ones, in order."""
    here = side(report, letter)
    codes: dict[int, str] = {}
    parts = []
    for finding in counted(report):
        if _is_addition(finding):
            for span in evidence(finding, letter):
                alone = {sentence.id for sentence in quoted(here, (span,))}.intersection(here.only)
                if alone:
                    codes.update(dict.fromkeys(alone, finding.code))
                else:
                    parts.append(Addition(span, finding.code, partial=True))
    whole = [Addition(sentence, codes.get(sentence.id, "")) for sentence in _numbered(here, here.only)]
    return tuple(sorted((*whole, *parts), key=lambda addition: addition.span.start))


def codes(additions: Iterable[Addition]) -> tuple[str, ...]:
    """Return the codes of the findings behind additions, each once."""
    return tuple(sorted({addition.code for addition in additions} - {""}))


def set_aside(report: Report, letter: Letter) -> tuple[Sentence, ...]:
    """Return the sentences that were not compared: captions, bylines, furniture."""
    here = side(report, letter)
    compared = set(here.only).union(edge.a if letter == "A" else edge.b for edge in report.alignments)
    return tuple(sentence for sentence in here.sentences if sentence.id not in compared)


def pieces(sentence: Span, marks: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """Yield a sentence in pieces, each with whether it is marked.

    Marks widen to whole words and run together where only white space parts them. A mark on all the words of the sentence
    is left out: it would say nothing, and hide the narrower ones of other findings.
    """
    text, done = sentence.text, 0
    bounds = sorted(_bounds(sentence, mark) for mark in marks if mark.overlaps(sentence))
    for start, end in _merged(text, (pair for pair in bounds if _leaves_words(text, *pair))):
        yield from ((text[done:start], False), (text[start:end], True))
        done = end
    yield text[done:], False


def cited(report: Report, finding: Finding) -> Iterator[str]:
    """Yield for each report that has words at issue its letter, where they begin and the sentence they begin in: "A wire.txt:3:21: Divers found ..."."""
    for letter in LETTERS:
        here, spans = side(report, letter), evidence(finding, letter)[:1]
        if spans:
            yield f"{letter} {place(here, spans[0])}: {' '.join(sentence.text for sentence in quoted(here, spans))}"


def first(sentence: Sentence, marks: Iterable[Span]) -> Span:
    """Return the mark with which the words at issue begin in a sentence, the sentence itself where they began before it."""
    return min((mark for mark in marks if sentence.covers(mark)), key=lambda mark: mark.start, default=sentence)


def place(here: Side, span: Span) -> str:
    """Return where a span begins: "path:line:column"."""
    where = here.article.locate(span)
    return f"{here.article.path}:{where['line']}:{where['column']}"


def _is_addition(finding: Finding) -> bool:
    return finding.kind is Kind.ADDITION and not (finding.a and finding.b)


def _numbered(here: Side, numbers: Iterable[int]) -> tuple[Sentence, ...]:
    return tuple(here.sentences[number] for number in sorted(numbers))


def _matches(report: Report, edges: Sequence[Alignment]) -> Iterator[Match]:
    by_a: dict[int, list[Alignment]] = defaultdict(list)
    by_b: dict[int, list[Alignment]] = defaultdict(list)
    for edge in edges:
        by_a[edge.a].append(edge)
        by_b[edge.b].append(edge)
    told: set[Alignment] = set()
    for edge in sorted(edges, key=lambda edge: (edge.a, edge.b)):
        if edge not in told:
            group = _connected(edge, by_a, by_b)
            told |= group
            loosest = max((edge.relation for edge in group), key=list(Relation).index)
            yield Match(loosest, _numbered(report.a, {edge.a for edge in group}), _numbered(report.b, {edge.b for edge in group}))


def _connected(edge: Alignment, by_a: Mapping[int, Sequence[Alignment]], by_b: Mapping[int, Sequence[Alignment]]) -> set[Alignment]:
    """Return the edges that can be reached from one through shared sentences."""
    group, waiting = {edge}, [edge]
    while waiting:
        reached = waiting.pop()
        for neighbour in (*by_a[reached.a], *by_b[reached.b]):
            if neighbour not in group:
                group.add(neighbour)
                waiting.append(neighbour)
    return group


def _bounds(sentence: Span, mark: Span) -> tuple[int, int]:
    """Return where a mark begins and ends in the sentence's text, widened to whole words, without white space around."""
    text = sentence.text
    start, end = max(0, mark.start - sentence.start), min(len(text), mark.end - sentence.start)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _leaves_words(text: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in text[:start] + text[end:])


def _merged(text: str, bounds: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in bounds:
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        elif start < end:
            merged.append((start, end))
    return merged
