"""crosscheck: two news reports of one event, compared claim by claim."""

from __future__ import annotations

from crosscheck.annotate import Document, annotate
from crosscheck.compare import compare
from crosscheck.config import Settings
from crosscheck.errors import CrosscheckError
from crosscheck.read import Article, read
from crosscheck.report import Finding, Report

__all__ = ["Article", "CrosscheckError", "Document", "Finding", "Report", "Settings", "annotate", "compare", "read"]
