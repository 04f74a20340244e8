"""Party and state in an American apposition: "Sen. Ann Lee, R-Texas", "Rep. Jo Roe (D-Calif.)"."""

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
    from crosscheck.annotate.names import Entity

_AFFILIATION = re.compile(r"\s{0,3}[,(]\s{0,3}([RDI])-((?:[NSW]\. ?)?[A-Z][A-Za-z]{1,20}\.?(?: [A-Z][a-z]{2,20})?)")


@dataclass(frozen=True, slots=True)
class Affiliation(Span):
    """A party's letter ("R", "D", "I") and a state under its full name, as written: "R-Texas"."""

    party: str
    state: str


def affiliation(document: Document, entity: Entity) -> Affiliation | None:
    """Return the first party and state that the report gives a person, None where it gives none."""
    text = document.article.text
    for mention in entity.mentions:
        found = _AFFILIATION.match(text, mention.end)
        if found and (state := _states().get(found[2].replace(".", "").replace(" ", "").casefold())):
            return Affiliation(found.start(1), found.end(), text[found.start(1) : found.end()], found[1], state)
    return None


@cache
def _states() -> Mapping[str, str]:
    return {form.replace(".", "").replace(" ", "").casefold(): state for state, forms in table("us_states").items() for form in (state, *forms)}
