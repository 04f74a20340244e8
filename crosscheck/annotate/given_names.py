"""Which words are given names: "Maria", "José", "Jean-Pierre", "Bill"."""

from __future__ import annotations

from functools import cache

from crosscheck.annotate.capitals import key
from crosscheck.annotate.contexts import context
from crosscheck.annotate.romanize import romanized
from crosscheck.lexicon import table, words


def is_given(word: str) -> bool:
    """Say whether a word, given as a key, is a usual given name."""
    plain = romanized(word)
    return plain in _given_names() or plain.partition("-")[0] in _given_names()


@cache
def _given_names() -> frozenset[str]:
    """Return the usual given names with their pet forms, as keys in plain letters."""
    listed = words("given_names") | {romanized(key(name)) for given, pets in table("nicknames").items() for name in (given, *pets)}
    return listed - context("word or given name") - {"al", "el"}  # Al Gore, but Al Jazeera
