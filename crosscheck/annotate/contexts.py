"""The small classes of words that tell where a name ends and of what sort it is."""

from __future__ import annotations

from functools import cache

from crosscheck.lexicon import table


@cache
def context(kind: str) -> frozenset[str]:
    """Return the words of one kind in `lexicon/name_contexts.txt`."""
    return frozenset(table("name_contexts")[kind])
