"""A check, a comparison or an inspection as JSON, for other programs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from crosscheck.safe import HIDDEN

if TYPE_CHECKING:
    from crosscheck.annotate import Document
    from crosscheck.report import Check, Report


def render(told: Check | Report | Document) -> str:
    """Return a check, a comparison, or what was found in one report, as a JSON document."""
    return dump(told.to_dict())


def dump(value: dict[str, Any], indent: int | None = 2) -> str:
    r"""Return a value as JSON that can be printed and encoded, on one line where `indent` is None.

    Words stay as they are; characters that hide or act, lone surrogates and breaks of lines among them, are written as JSON escapes
    ("\u202e"), which a parser turns back into the characters that stand in the report.
    """
    written = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ACTING.sub(_escaped, written) + "\n"


# One set of characters, which is looked for four times as fast as a pattern that also tells what stands around a "#".
_ACTING = re.compile(rf"{HIDDEN.pattern}|[\x85\u2028\u2029]|#")


def _escaped(found: re.Match[str]) -> str:
    """Return the escape of a character that hides or acts; "##[error]" anywhere in a line is a command to GitHub Actions, but for an escape in it."""
    if found[0] != "#":
        return json.dumps(found[0])[1:-1]
    return "\\u0023" if found.string[found.start() - 1 : found.end() + 1] == "##[" else "#"
