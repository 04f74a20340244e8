"""Documents held against the published schemas of their formats, which lie in tests/schemas without their descriptions."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema.validators import validator_for

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

SCHEMAS = Path(__file__).parent.parent / "schemas"


def problems(document: dict[str, Any], name: str) -> list[str]:
    """Return what a schema has against a document, a line each."""
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in _validator(name).iter_errors(document)]


@cache
def _validator(name: str) -> Validator:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    kind = validator_for(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)
