"""A check, a comparison or an inspection as JSON, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from crosscheck.render.safe import HIDDEN

if TYPE_CHECKING:
    from crosscheck.annotate import Document
    from crosscheck.report import Check, Report


def render(told: Check | Report | Document) -> str:
    """Return a check, a comparison, or what was found in one report, as a JSON document."""
    return dump(told.to_dict())


def dump(value: dict[str, Any]) -> str:
    r"""Return a value as indented JSON that can be printed and encoded.

    Words stay as they are; characters that hide or act, lone surrogates among them, are written as JSON escapes ("\u202e"),
    which a parser turns back into the characters that stand in the report.
    """
    written = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)
    return HIDDEN.sub(lambda hidden: json.dumps(hidden[0])[1:-1], written) + "\n"
