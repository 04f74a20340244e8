"""JSON Lines, for programs that read as it comes: a `meta` line, one line a finding, a `summary` line last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crosscheck.render.json import dump
from crosscheck.report import Check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.report import Report


def render(told: Check | Report) -> str:
    """Return a comparison, or a check, as lines of JSON, each with its `type`.

    The keys are those of the JSON document. A line of a finding can be read by itself: it names its pair and both paths.
    In a check a `pair` line stands before the findings of each pair, and an `unread` line for each pair that could not be compared.
    """
    lines = _check(told) if isinstance(told, Check) else _alone(told)
    return "".join(dump(line, indent=None) for line in lines)


def _alone(report: Report) -> Iterator[dict[str, Any]]:
    document = report.to_dict()
    yield {"type": "meta", **_header(document), "articles": _articles(document), "settings": document["settings"]}
    yield from _findings(report.name, document)
    yield {"type": "summary", **document["summary"]}


def _check(done: Check) -> Iterator[dict[str, Any]]:
    document = done.to_dict()
    yield {"type": "meta", **_header(document)}
    for pair in document["pairs"]:
        yield {"type": "pair", "name": pair["name"], "articles": _articles(pair["report"]), "summary": pair["report"]["summary"]}
        yield from _findings(pair["name"], pair["report"])
    for pair in document["unread"]:
        yield {"type": "unread", **pair}
    yield {"type": "summary", **document["summary"]}


def _header(document: dict[str, Any]) -> dict[str, Any]:
    return {key: document[key] for key in ("schema_version", "tool", "complete")}


def _articles(document: dict[str, Any]) -> dict[str, Any]:
    """Return what the document says of both articles but for their sentences, which are the text itself."""
    return {side: {key: value for key, value in article.items() if key != "sentences"} for side, article in document["articles"].items()}


def _findings(pair: str, document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    paths = {side: article["path"] for side, article in document["articles"].items()}
    return ({"type": "finding", "pair": pair, "paths": paths, **finding} for finding in document["findings"])
