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
    return _ACTING.sub(lambda found: "\\u0023" if found[0] == "#" else json.dumps(found[0])[1:-1], written) + "\n"


# "##[error]" anywhere in a line is a command to GitHub Actions; inside a string of JSON its second "#" may as well be an escape.
_ACTING = re.compile(rf"{HIDDEN.pattern}|[\x85\u2028\u2029]|(?<=#)#(?=\[)")
