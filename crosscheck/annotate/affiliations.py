"""Party and state of a politician: "Sen. Ann Lee, R-Texas", "Ann Lee, 54, a Democrat", "Republican Gov. Ann Lee"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.lexicon import table
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crosscheck.annotate.document import Document
    from crosscheck.annotate.names import Entity, Mention


@dataclass(frozen=True, slots=True)
class Affiliation(Span):
    """A party under its usual name and a state under its full name, "" where none is told; the span is how the report has it: "R-Texas"."""

    party: str
    state: str = ""


def affiliation(document: Document, entity: Entity) -> Affiliation | None:
    """Return the first party that the report gives a person, with the state if it tells that too; None where it gives none."""
    told = (found for mention in entity.mentions for look in (_tagged, _apposed, _entitled) if (found := look(document.article.text, mention)))
    return next(told, None)


def _tagged(text: str, mention: Mention) -> Affiliation | None:
    """Return the tag of American copy: "Sen. Ann Lee, R-Texas", "Rep. Jo Roe (D-Calif.)"."""
    found = _TAG.match(text, mention.end)
    state = _states().get(found[2].replace(".", "").replace(" ", "").casefold()) if found else None
    return _affiliation(text, found.start(1), found.end(), found[1], state) if found and state else None


_TAG = re.compile(r"\s{0,3}[,(]\s{0,3}([RDI])-((?:[NSW]\. ?)?[A-Z][A-Za-z]{1,20}\.?(?: [A-Z][a-z]{2,20})?)")


def _apposed(text: str, mention: Mention) -> Affiliation | None:
    """Return the party of an apposition: "Ann Lee, a moderate Democrat", "Ann Lee, 54, the Republican governor"."""
    found = _after().match(text, mention.end)
    return _affiliation(text, found.start(1), found.end(1), found[1]) if found else None


def _entitled(text: str, mention: Mention) -> Affiliation | None:
    """Return the party that a title begins with, or that stands before it: "Republican Gov. Ann Lee", "the Labour MP Jo Roe"."""
    titles = [title for title in mention.titles if title.end <= mention.start]
    if not titles:
        return None
    start = min(title.start for title in titles)
    found = _words_of_parties().match(text, start) or _ending().search(text, max(0, start - _LONGEST), start)
    return _affiliation(text, found.start(1), found.end(1), found[1]) if found else None


def _affiliation(text: str, start: int, end: int, party: str, state: str = "") -> Affiliation:
    return Affiliation(start, end, text[start:end], _parties()[party.casefold()], state)


@cache
def _parties() -> Mapping[str, str]:
    return {form: party for party, forms in table("parties").items() for form in forms}


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf",(?: \d{{1,3}},)? (?:a|an|the) (?:[a-z][a-z-]+ ){{0,2}}({_named()})\b")


@cache
def _words_of_parties() -> re.Pattern[str]:
    return re.compile(rf"({_named()})\b")


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"\b({_named()})\s$")


@cache
def _named() -> str:
    """Return a pattern for what parties are called, as copy writes them: "Democratic", "independent"; the longest first."""
    forms = sorted((form for form in _parties() if len(form) > 1), key=len, reverse=True)
    return "|".join(form if form == "independent" else form.upper() if form == "gop" else form.title() for form in forms)


_LONGEST = len("Liberal Democrats ")


@cache
def _states() -> Mapping[str, str]:
    return {form.replace(".", "").replace(" ", "").casefold(): state for state, forms in table("us_states").items() for form in (state, *forms)}
