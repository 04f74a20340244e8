"""Which words are plurals by their look, since nouns are not told from other words here."""

from __future__ import annotations

import re

from crosscheck.lexicon import words


def is_plural(word: str) -> bool:
    """Say whether a lower-case word looks like a plural noun."""
    return word in words("irregular_plurals") or word.endswith(("men", "people", "children")) or _IN_S.fullmatch(word) is not None


# "boats", "areas"; not "crisis", "virus", "press", "state's".
_IN_S = re.compile(r"\S+[^isu'\s]s")
