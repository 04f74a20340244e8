"""Comments in a report that silence findings: `<!-- crosscheck: ignore NUM001 -- the owner gave both -->`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from crosscheck.config import chosen, named
from crosscheck.errors import CrosscheckError
from crosscheck.report import Suppression
from crosscheck.rules.table import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crosscheck.markup import Comment
    from crosscheck.read import Article
    from crosscheck.report import Check, Finding, Report
    from crosscheck.spans import Span


@dataclass(frozen=True, slots=True)
class Directive:
    """One rule, or family of rules, that a comment silences: as written, with the codes it means; `reach` is None for the whole report."""

    where: str
    rule: str
    codes: frozenset[str]
    reason: str
    reach: Span | None

    def means(self, finding: Finding, evidence: Iterable[Span]) -> bool:
        """Say whether it silences a finding with this evidence in its report."""
        return finding.code in self.codes and (self.reach is None or any(span.overlaps(self.reach) for span in evidence))


def silenced(findings: Iterable[Finding], a: Article, b: Article) -> tuple[Finding, ...]:
    """Return the findings, those suppressed that a comment in either report silences."""
    in_a, in_b = ([one for one in _read(article) if isinstance(one, Directive)] for article in (a, b))
    return tuple(_silenced(finding, in_a, in_b) for finding in findings)


def stale(check: Check) -> Iterator[str]:
    """Yield a line on each comment that cannot be meant, and on each that silences nothing in any pair its report is of."""
    told: dict[str, bool] = {}
    for report in check.reports:
        for line, holds in _idle(report):
            told[line] = told.get(line, True) and holds
    return (line for line, holds in told.items() if holds)


def _silenced(finding: Finding, in_a: Iterable[Directive], in_b: Iterable[Directive]) -> Finding:
    meant = (one for directives, evidence in ((in_a, finding.a), (in_b, finding.b)) for one in directives if one.means(finding, evidence))
    first = next(meant, None)
    return replace(finding, suppressed=Suppression("inline", first.reason)) if first else finding


def _idle(report: Report) -> Iterator[tuple[str, bool]]:
    """Yield a line on each comment, and whether it holds of this pair; nothing on those about rules that were not run."""
    run = {rule.code for rule in chosen(RULES, report.settings)}
    in_a, in_b = [(finding, finding.a) for finding in report.findings], [(finding, finding.b) for finding in report.findings]
    for article, found in ((report.a.article, in_a), (report.b.article, in_b)):
        for one in _read(article):
            if isinstance(one, str):
                yield one, True
            elif one.codes & run:
                yield f"{one.where}: there is no {one.rule} to silence: take it out of the comment", not any(one.means(*told) for told in found)


def _read(article: Article) -> Iterator[Directive | str]:
    """Yield what the comments of a report silence; of a comment that cannot be meant, what is wrong with it."""
    for comment in article.comments:
        asked = _ASKED.match(comment.text)
        if not asked:
            continue
        where = f"{article.path}:{article.locate(comment)['line']}"
        if not asked["colon"]:
            yield f"{where}: the comment has no colon and silences nothing: write <!-- crosscheck: {asked['verb'].lower()} NUM001 -->"
        else:
            yield from _directives(where, comment, asked["verb"].lower(), asked["rest"].removesuffix("-->"))


_ASKED = re.compile(r"<!--\s*+crosscheck(?:\s*+(?P<colon>:)\s*+|\s++(?=ignore\b))(?P<verb>[\w-]*+)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_REASON = re.compile(r"--|[–—]")  # an editor that sets typography makes one dash of two
_VERBS = ("ignore", "ignore-file")


def _directives(where: str, comment: Comment, verb: str, rest: str) -> Iterator[Directive | str]:
    if verb not in _VERBS:
        near = get_close_matches(verb, _VERBS, n=1)
        yield f"{where}: no comment says 'crosscheck: {verb}': {f'did you mean {near[0]}?' if near else 'there is ignore and ignore-file'}"
        return
    if verb == "ignore" and comment.paragraph is None:
        yield f"{where}: no paragraph follows the comment: put it before the one it is about"
        return
    rules, *reason = _REASON.split(rest, maxsplit=1)
    told = " ".join("".join(reason).split()) or f"comment at {where}"
    entries = rules.replace(",", " ").split()
    if not entries:
        yield f"{where}: the comment names no rule: write <!-- crosscheck: {verb} NUM001 -->"
    for entry in entries:
        try:
            codes = frozenset(rule.code for rule in named(RULES, entry))
        except CrosscheckError as unknown:
            yield f"{where}: {unknown}"
        else:
            yield Directive(where, entry, codes, told, comment.paragraph if verb == "ignore" else None)
