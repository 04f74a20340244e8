"""Write a name in the letters of English: without accents, and letter for letter or syllable for syllable from other scripts."""

from __future__ import annotations

import unicodedata

from crosscheck.lexicon import table


def romanized(name: str) -> str:
    """Return a name in lower case and plain letters: "josé" is "jose", "Лавров" "lavrov", "オバマ" "obama".

    What is written in other signs than letters with a sound, such as Chinese, stays as it is.
    """
    if name.isascii():
        return name.lower()
    lower = unicodedata.normalize("NFKC", name).lower()
    return "".join(letter if letter.isascii() else _written(letter) for letter in lower)


def _written(letter: str) -> str:
    letters = table("letters")
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(mark))
    for one in (letter, plain):
        if one in letters:
            return "".join(letters[one])
    kind, _, sound = unicodedata.name(letter, "").lower().rpartition(" ")
    return sound if kind.startswith(_SYLLABARIES) else plain


_SYLLABARIES = ("katakana letter", "hiragana letter", "hangul syllable", "ethiopic syllable")  # U+30D0 is "KATAKANA LETTER BA"
