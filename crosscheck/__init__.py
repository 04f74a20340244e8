"""crosscheck: two news reports of one event, compared claim by claim."""
# ruff: noqa: TC004 - what `__all__` names is imported when it is asked for

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.annotate import Document, annotate
    from crosscheck.compare import compare
    from crosscheck.config import Settings
    from crosscheck.errors import CrosscheckError
    from crosscheck.read import Article, read
    from crosscheck.report import Finding, Report

__all__ = ["Article", "CrosscheckError", "Document", "Finding", "Report", "Settings", "annotate", "compare", "read"]

_ROOMS = {
    "Article": "read",
    "CrosscheckError": "errors",
    "Document": "annotate",
    "Finding": "report",
    "Report": "report",
    "Settings": "config",
    "annotate": "annotate",
    "compare": "compare",
    "read": "read",
}


class _Package(ModuleType):
    """The package, which enters a room when a name from it is asked for, so that `crosscheck --help` need not wait for all of them.

    Python binds a module, once imported, to its package; where a function has the name of its room (`compare`), the name stays the function's.
    """

    def __getattr__(self, name: str) -> object:
        if name not in _ROOMS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _ROOMS and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
