"""From a text with markup to the text a reader sees, at the same places: Markdown and HTML, known by the name of the file."""

from __future__ import annotations

from pathlib import PurePath

from crosscheck.markup.html import blank_html
from crosscheck.markup.markdown import blank_markdown
from crosscheck.markup.page import Comment, Page, Paragraph

__all__ = ["Comment", "Page", "Paragraph", "blank_html", "blank_markdown", "page"]

_FORMATS = {".html": blank_html, ".htm": blank_html, ".xhtml": blank_html, ".md": blank_markdown, ".markdown": blank_markdown}


def page(text: str, path: str) -> Page:
    """Return the page of a text read from `path`; one that is no Markdown or HTML by its name is its own page."""
    blank = _FORMATS.get(PurePath(path).suffix.lower(), Page)
    return blank(text)
