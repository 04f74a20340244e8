"""Whether two names may be one person's: spellings of one sound, initials, pet forms, another order, fewer words."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Kinship(StrEnum):
    """How two names stand to each other."""

    SAME = "same"  # but for case, accents, marks and order
    SHORTER = "shorter"  # one leaves out or shortens words of the other: "J. Smith", "Smith", "Joe Smith" of "Joseph Smith"
    VARIANT = "variant"  # near enough to be two spellings of one name: "Tewodros Abera", "Teodros Aberra"
    DIFFERENT = "different"


def kinship(x: str, y: str) -> Kinship:
    """Return how two names of persons, without titles, stand to each other."""
    left, right = _parts(x), _parts(y)
    if not left or not right:
        return Kinship.DIFFERENT
    if sorted(left) == sorted(right) or "".join(left) == "".join(right) or left == _parts(_spelled_out(y)) or right == _parts(_spelled_out(x)):
        return Kinship.SAME
    score, pairs = _matched(left, right)
    if score < _VARIANT:
        return Kinship.DIFFERENT
    if all(_shortened(one, other) for one, other in pairs):
        return Kinship.SHORTER
    return Kinship.VARIANT


def likeness(x: str, y: str) -> float:
    """Return how likely two names are one person's, 0..1; from 0.72 on they are taken to be."""
    left, right = _parts(x), _parts(y)
    if not left or not right:
        return 0.0
    return max(_matched(left, right)[0], _joined(left, right))


def keys(name: str) -> frozenset[str]:
    """Return the first three consonants of each word of a name by sound; names that have none of these in common are not one person's."""
    sounds = (_sound(part) for part in _parts(name))
    return frozenset("".join(letter for letter in sound if letter not in _VOWELS)[:3] or sound for sound in sounds)


# Tuned on 268 pairs of persons from lists of sanctions and the press, where F1 is .83; look-alikes ("Robert Fico", "Roman Fico") score below.
_VARIANT = 0.72
_WORST_COUNTS = 0.8  # how much the least alike words weigh against the mean
_LEAST_ALIKE = 0.6  # what two words must reach to be one name at all
_MISSING = 0.02  # what each word costs that one name has and the other has not
_INITIAL = 0.85
_PET = 0.92
_OTHER_VOWEL = 0.5

_ARTICLES = frozenset({"al", "el", "ul", "ad", "ar", "as", "at", "ash", "the", "an"})
_SON = frozenset({"bin", "ibn", "ben", "bint"})
_VOWELS = frozenset("aeiouy")
_LIGHT = frozenset("aeiouyhj'")
_NEAR = frozenset(map(frozenset, ("bp", "bv", "dt", "gk", "sz", "vf", "cs", "ck", "kh", "jz", "gh", "td", "jy", "ij", "uv", "qk", "lr")))

# Letters that different schemes of transliteration write differently, brought to one; applied in this order.
_SOUNDS = tuple(
    (re.compile(old), new)
    for old, new in (
        (r"sch|shch", "sh"),
        (r"tch|ch", "c"),
        (r"kh|gh", "h"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"zh|dj|dzh", "j"),
        (r"ck|q", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"tz|ts", "z"),
        (r"ou|oo", "u"),
        (r"ee|ie|ey|ei|ai|ay", "i"),
        (r"(?:yy|iy|ij|yj|ii|y|j)$", "i"),
        (r"off$|ow$", "ov"),
        (r"eff$", "ev"),
        (r"y", "i"),
        (r"(.)\1", r"\1"),
    )
)


def _spelled_out(name: str) -> str:
    """Return a name without the letters that plain type lacks: "Jürgen Aust", "Juergen Aust"."""
    return name.translate(_PLAIN_TYPE)


_PLAIN_TYPE = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa", "Æ": "Ae"}
)


@cache
def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without accents, marks, honorifics and articles."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", name.replace("’", "'")) if not unicodedata.combining(mark)).lower()
    split = re.sub(r"[^\w']+", " ", plain).replace("'", "").split()
    kept = tuple("bin" if part in _SON else part for part in split if part not in _ARTICLES and part not in words("name_suffixes"))
    titled = tuple(part for part in kept if part not in words("honorifics"))
    return titled or kept


def _matched(left: Sequence[str], right: Sequence[str]) -> tuple[float, list[tuple[str, str]]]:
    """Return how well the words of the shorter name are found in the longer, and which go together.

    The worst pair decides, for a family has its surname in common, and brothers their patronymic.
    """
    short, long = sorted((left, right), key=lambda parts: (len(parts), parts))
    pairs = []
    scored = sorted(((_same(one, other), -abs(at - to), one, at, other, to) for at, one in enumerate(short) for to, other in enumerate(long)), reverse=True)
    taken: set[int] = set()
    used: set[int] = set()
    score, total, letters = 1.0, 0.0, 0
    for same, _, one, at, other, to in scored:
        if at in taken or to in used:
            continue
        taken.add(at)
        used.add(to)
        pairs.append((one, other))
        score = min(score, same)
        total += same * len(one)
        letters += len(one)
    if score < _LEAST_ALIKE:
        return 0.0, pairs
    return _WORST_COUNTS * score + (1 - _WORST_COUNTS) * total / letters - _MISSING * (len(long) - len(short)), pairs


def _joined(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the likeness of the names written as one word, for "Abd al-Aziz" and "Abdulaziz", "SergeiLavrov" and "Sergei Lavrov"."""
    return _spelled("".join(left), "".join(right)) if len(left) != len(right) and "".join(left)[:1] == "".join(right)[:1] else 0.0


def _same(x: str, y: str) -> float:
    """Return the likeness of two words of names."""
    if x == y:
        return 1.0
    if min(len(x), len(y)) == 1:
        return _INITIAL if x[0] == y[0] else 0.0
    return max(_PET if _is_pet(x, y) else 0.0, _spelled(x, y))


def _shortened(x: str, y: str) -> bool:
    return x == y or min(len(x), len(y)) == 1 or _is_pet(x, y)


def _is_pet(x: str, y: str) -> bool:
    """Say whether two given names are forms of one: "Bill" and "William", "Bill" and "Will"."""
    forms = _forms()
    return x in forms and y in forms and not forms[x].isdisjoint(forms[y])


@cache
def _forms() -> Mapping[str, set[str]]:
    """Return each name that has pet forms, or is one, with the full names it stands for."""
    forms: dict[str, set[str]] = defaultdict(set)
    for full, pets in table("nicknames").items():
        for name in (full, *pets):
            forms[name].add(full)
    return dict(forms)


def _spelled(x: str, y: str) -> float:
    """Return the likeness of two spellings: one less the edits between their sounds, as a part of the longer."""
    first, second = _sound(x), _sound(y)
    if 0.5 * abs(len(first) - len(second)) > (1 - _LEAST_ALIKE) * max(len(first), len(second)):
        return 0.0  # too unlike in length for any letters to mend
    return 1 - _distance(first, second) / max(len(first), len(second), 1)


@cache
def _sound(word: str) -> str:
    for old, new in _SOUNDS:
        word = old.sub(new, word)
    return word


@cache
def _distance(x: str, y: str) -> float:
    """Return the edit distance of two words, where vowels change cheaply and neighbours may change places (Damerau 1964)."""
    before: list[float] = []
    row = [0.0]
    for letter in y:
        row.append(row[-1] + _weight(letter))
    for i, a in enumerate(x):
        last, before, row = before, row, [row[0] + _weight(a)]
        for j, b in enumerate(y):
            best = min(before[j] + _change(a, b), before[j + 1] + _weight(a), row[j] + _weight(b))
            if i and j and a == y[j - 1] and b == x[i - 1]:
                best = min(best, last[j - 1] + _SWAP)
            row.append(best)
    return row[-1]


_SWAP = 0.6


def _weight(letter: str) -> float:
    return 0.5 if letter in _LIGHT else 1.0


def _change(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a in _VOWELS and b in _VOWELS:
        return _OTHER_VOWEL
    return 0.7 if frozenset((a, b)) in _NEAR else 1.0
