"""From a text with markup to the text a reader sees, at the same places: Markdown and HTML, known by the name of the file."""

from __future__ import annotations

from pathlib import PurePath
from pkgutil import resolve_name

from crosscheck.markup.page import Comment, Page, Paragraph

__all__ = ["Comment", "Page", "Paragraph", "page"]

_HTML, _MARKDOWN = "html:blank_html", "markdown:blank_markdown"
_FORMATS = {".html": _HTML, ".htm": _HTML, ".xhtml": _HTML, ".md": _MARKDOWN, ".markdown": _MARKDOWN}
"""What reads each format, by its module, which is loaded for a file of that format alone."""


def page(text: str, path: str) -> Page:
    """Return the page of a text read from `path`; one that is no Markdown or HTML by its name is its own page."""
    form = _FORMATS.get(PurePath(path).suffix.lower())
    shown: Page = resolve_name(f"{__name__}.{form}")(text) if form else Page(text)
    return shown
