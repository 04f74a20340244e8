"""The pieces of the JSON contract that a comparison and an inspection share; written key by key, since their shape is a promise."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.read import Article
    from crosscheck.segment import Sentence
    from crosscheck.spans import Span

SCHEMA_VERSION = "1.0"


def header(*, complete: bool = True) -> dict[str, Any]:
    """Return the keys with which every JSON document begins; it is not complete where an input could not be read."""
    from importlib.metadata import version  # noqa: PLC0415  (a fiftieth of a second that the other formats need not wait for)

    return {"schema_version": SCHEMA_VERSION, "tool": {"name": "crosscheck", "version": version("crosscheck")}, "complete": complete}


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a document: "report", "check" (which holds that of "report") or "inspect".

    It is closed: every key is named and there is no other, so that a slip in one is seen. It holds for documents of its `schema_version` alone.
    """
    if name == "check":
        return _schema(name) | {"$defs": {"report": _schema("report")}}
    return _schema(name)


def _schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files("crosscheck").joinpath("schemas", f"{name}.json").read_text(encoding="utf-8"))
    return found


def article(article: Article, sentences: Sequence[Sentence]) -> dict[str, Any]:
    """Return an article with every one of its sentences, whatever its role."""
    return {
        "path": article.path,
        "label": article.label,
        "sha256": article.sha256,
        "encoding": article.encoding,
        "headline": headline(sentences),
        "date": article.date and article.date.isoformat(),
        "sentences": [{"id": sentence.id, **span(article, sentence), "role": str(sentence.role)} for sentence in sentences],
    }


def headline(sentences: Sequence[Sentence]) -> str:
    """Return the words of the headline, "" where there is none."""
    return " ".join(word for sentence in sentences if sentence.role == "headline" for word in sentence.text.split())


def span(article: Article, found: Span) -> dict[str, Any]:
    """Return where a span stands (code points from 0, `end` exclusive; line and column from 1) and its words."""
    place = article.locate(found)
    return {"start": found.start, "end": found.end, "line": place["line"], "column": place["column"], "text": found.text}
