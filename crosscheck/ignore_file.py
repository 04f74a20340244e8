"""The ignore file: findings that someone looked at and let stand, each with the reason, and perhaps the day on which to look again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crosscheck.config import chosen, named
from crosscheck.fingerprint import normal
from crosscheck.keys import checked, filled, known, one_day, one_rule
from crosscheck.report import Suppression
from crosscheck.rules.table import RULES
from crosscheck.toml import load

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from crosscheck.report import Check, Finding, Report, Side
    from crosscheck.spans import Span
    from crosscheck.toml import Place


@dataclass(frozen=True, slots=True)
class Ignore:
    """A finding to let stand, known by its `id`, or by its rule and by words of its evidence or of the sentence around that.

    `expires` is the last day on which it holds, None where it holds for good.
    """

    place: Place
    reason: str
    id: str = ""
    codes: frozenset[str] = frozenset()
    words: str = ""
    expires: dt.date | None = None

    def means(self, report: Report, finding: Finding) -> bool:
        """Say whether it is this finding that may stand."""
        if self.id:
            return finding.id == self.id
        return finding.code in self.codes and (_tells(self.words, report.a, finding.a) or _tells(self.words, report.b, finding.b))


def read(path: Path) -> tuple[Ignore, ...]:
    """Return the entries of an ignore file; CrosscheckError where it cannot be read, or an entry cannot be meant."""
    place, content = load(path)
    known(place, content, ("ignore",))
    here = place.at("ignore")
    tables = checked(here, content.get("ignore", []), list, _ENTRY)
    return tuple(_ignore(here.at(number), checked(here.at(number), table, dict, _ENTRY)) for number, table in enumerate(tables))


def silenced(check: Check, ignores: Sequence[Ignore], today: dt.date) -> Check:
    """Return the check with the findings suppressed that an entry lets stand."""
    holding = [ignore for ignore in ignores if not _is_over(ignore, today)]

    def let_stand(report: Report, finding: Finding) -> Suppression | None:
        return next((Suppression("ignore-file", ignore.reason) for ignore in holding if ignore.means(report, finding)), None)

    return check.silenced(let_stand)


def stale(check: Check, ignores: Iterable[Ignore], today: dt.date, *, whole: bool) -> Iterator[str]:
    """Yield a line on each entry that is over, and, where the check is the `whole` of what they are about, on each that means no finding."""
    run = {rule.code for report in check.reports for rule in chosen(RULES, report.settings)}
    selected = any(report.settings.select for report in check.reports)  # an id does not say of which rule it is
    for ignore in ignores:
        if ignore.expires and _is_over(ignore, today):
            yield f"{ignore.place}: expired on {ignore.expires.isoformat()} and silences nothing: look again, or take it out"
        elif whole and (ignore.codes & run or (ignore.id and not selected)) and not _is_used(ignore, check):
            yield f"{ignore.place}: there is no such finding: take it out"


_ENTRY = '[[ignore]] with id = "...", or with code = "NUM001" and text = "40 passengers"'


def _ignore(here: Place, table: Mapping[str, Any]) -> Ignore:
    known(here, table, ("id", "code", "text", "reason", "expires"))
    if "reason" not in table:
        raise here.trouble(f"{here.name} has no reason: say why the finding may stand")
    by_id, by_words = "id" in table, {"code", "text"} & set(table)
    if by_id == bool(by_words) or len(by_words) == 1:
        raise here.trouble(f"{here.name} names no one finding: give {_ENTRY}")
    told = {key: filled(here.at(key), value) for key, value in table.items() if key != "expires"}
    words = _words(told.get("text", ""))
    if by_words and not words:
        raise here.at("text").trouble(f"{here.at('text').name} holds no word: give words of the finding")
    return Ignore(
        here,
        told["reason"],
        told.get("id", ""),
        frozenset(one.code for one in named(RULES, one_rule(here.at("code"), told["code"]))) if by_words else frozenset(),
        words,
        one_day(here.at("expires"), table["expires"]) if "expires" in table else None,
    )


def _is_used(ignore: Ignore, check: Check) -> bool:
    return any(ignore.means(report, finding) for report in check.reports for finding in report.findings)


def _is_over(ignore: Ignore, today: dt.date) -> bool:
    return ignore.expires is not None and ignore.expires < today


def _tells(words: str, side: Side, evidence: Iterable[Span]) -> bool:
    """Say whether the words are of the evidence, or the evidence with more of its sentence: "40" or "40 passengers on board" for a "40"."""
    for span in evidence:
        at_issue = _words(span.text)
        if _holds(at_issue, words) or (_holds(words, at_issue) and _holds(_words(side.sentence_of(span).text), words)):
            return True
    return False


def _words(told: str) -> str:
    return " ".join(_WORD.findall(normal(told)))


_WORD = re.compile(r"\w+")


def _holds(longer: str, shorter: str) -> bool:
    return f" {shorter} " in f" {longer} "
