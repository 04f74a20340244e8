"""Whether two names may be one person's: spellings of one sound, initials, pet forms, another order, fewer words."""

from __future__ import annotations

import re
from collections import defaultdict
from enum import StrEnum
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.romanize import romanized
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
    if not left or not right or _father_and_son(left, right):
        return Kinship.DIFFERENT
    if sorted(left) == sorted(right) or "".join(left) == "".join(right) or left == _spelled_out(y) or right == _spelled_out(x):
        return Kinship.SAME
    if likeness(x, y) < ONE_PERSON:
        return Kinship.DIFFERENT
    return Kinship.SHORTER if all(map(_is_shortened, _matched(left, right))) else Kinship.VARIANT


def likeness(x: str, y: str) -> float:
    """Return how likely two names are one person's, 0..1; from ONE_PERSON on they are taken to be."""
    left, right = _parts(x), _parts(y)
    if not left or not right or _father_and_son(left, right):
        return 0.0
    score = _by_words(left, right)
    if score < ONE_PERSON and len(left) != len(right):
        score = max(score, _joined(left, right))
    if score < ONE_PERSON and (left == _glued(x)) is not (right == _glued(y)):  # "Hussein al-Sharif", "Hossein Elsherif"
        score = max(score, _by_words(_glued(x), _glued(y)))
    return score


@lru_cache(maxsize=1 << 14)
def keys(name: str) -> frozenset[str]:
    """Return the first three consonants of each word of a name by sound, and of all words as one: "SergeiLavrov", "Sergei Lavrov".

    Names that have none of these in common are hardly ever one person's.
    """
    parts = _parts(name)
    sounds = [_sound(part) for part in {*parts, "".join(parts)}]
    return frozenset([sound.translate(_NO_VOWELS)[:3] or sound for sound in sounds])


ONE_PERSON = 0.72
"""The likeness from which two names are taken for one person's."""

# What names differ in, and what it costs, by logistic regression on 268 pairs of names of persons from lists of sanctions and the press, where F1 is
# .88. A second changed consonant in one word all but decides, however long the word: "Lukashevich", "Lukashenko"; the share of the word tells less.
_EDIT = 0.118  # each edit of the word that changed most
_SHARE = 0.235  # all letters of that word, so that one edit weighs more in "Lee", "Lea" than in "Khodorkovsky"
_GONE = 0.2  # all letters of words that one name leaves out, as a share of the longer name; fitted .29, lowered as news copy goes on with surnames

_LEAST_ALIKE = 0.675  # what two words must reach to be one name at all: of three letters none but a vowel changes, "Ron" is not "Rob"
_INITIAL = 0.85
_PET = 0.92
_OTHER_VOWEL = 0.5
_NEAR_CHANGE = 0.7

_ARTICLES = frozenset({"al", "el", "ul", "ad", "ar", "as", "at", "ash", "the", "an"})
_SON = frozenset({"bin", "ibn", "ben", "bint"})
_VOWELS = frozenset("aeiouy")
_NO_VOWELS = str.maketrans("", "", "aeiouy")
_LIGHT = frozenset("aeiouyhj'")
_NEAR = frozenset(map(frozenset, ("bp", "bv", "dt", "gk", "sz", "vf", "cj", "cs", "ck", "kh", "jz", "gh", "td", "jy", "ij", "uv", "qk", "lr")))

# Letters that different schemes of transliteration write differently, brought to one; applied in this order.
_SOUNDS = tuple(
    (re.compile(old), new)
    for old, new in (
        (r"^(?:x|hs)", "sh"),
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


@cache
def _spelled_out(name: str) -> tuple[str, ...]:
    """Return the words of a name as `_parts` does, without the letters that plain type lacks: "juergen" for "Jürgen"."""
    return _parts(name.translate(_PLAIN_TYPE))


_PLAIN_TYPE = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa", "Æ": "Ae"}
)


@cache
def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without accents, marks, honorifics and articles."""
    kept = tuple("bin" if part in _SON else part for part in _split(name) if part not in _ARTICLES and part not in words("name_suffixes"))
    titled = tuple(part for part in kept if part not in words("honorifics"))
    return titled or kept


@cache
def _glued(name: str) -> tuple[str, ...]:
    """Return the words of a name as `_parts` does, its articles written together with what follows: "hussein", "alsharif"."""
    return _parts(_ARTICLE.sub(r"\1", " ".join(_split(name))))


_ARTICLE = re.compile(rf"\b({'|'.join(sorted(_ARTICLES))}) ")


def _split(name: str) -> Sequence[str]:
    return re.sub(r"[^\w']+", " ", romanized(name.replace("’", "'"))).replace("'", "").split()


def _father_and_son(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether each name calls father whom the other calls by it: "Salman bin Muhammad", "Muhammad bin Salman"."""
    if "bin" not in left or "bin" not in right:
        return False
    one, other = _fathers(left), _fathers(right)
    return not one.isdisjoint(set(right) - other) and not other.isdisjoint(set(left) - one)


def _fathers(parts: Sequence[str]) -> set[str]:
    return {father for son, father in pairwise(parts) if son == "bin"}


class _Pair(NamedTuple):
    """A word of the shorter name and the word of the longer that it goes with."""

    one: str
    other: str
    same: float


def _matched(left: Sequence[str], right: Sequence[str]) -> Sequence[_Pair]:
    """Return each word of the shorter name with a word of the longer, the most alike first, of these the nearest in place."""
    short, long = sorted((left, right), key=lambda parts: (len(parts), parts))
    scored = sorted(((_same(one, other), -abs(at - to), one, at, other, to) for at, one in enumerate(short) for to, other in enumerate(long)), reverse=True)
    pairs = []
    taken: set[int] = set()
    used: set[int] = set()
    for same, _, one, at, other, to in scored:
        if at not in taken and to not in used:
            taken.add(at)
            used.add(to)
            pairs.append(_Pair(one, other, same))
    return pairs


def _by_words(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the likeness of names by their words; the worst pair decides, for a family has its surname in common, and brothers their patronymic."""
    short, long = (left, right) if (len(left), left) <= (len(right), right) else (right, left)
    if any(all(_same(one, other) < _LEAST_ALIKE for other in long) for one in short):
        return 0.0  # as soon as one word has no like: most names that begin alike part at once, "Greta Holm" and "Hamid Holmgren"
    pairs = _matched(short, long)
    if min(pair.same for pair in pairs) < _LEAST_ALIKE:
        return 0.0
    cost = max(0.0 if _is_shortened(pair) else _cost(pair.one, pair.other) for pair in pairs)
    gone = 1 - sum(len(pair.other) for pair in pairs) / sum(map(len, long))
    return max(0.0, 1 - cost - _GONE * gone)


def _joined(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the likeness of the names written as one word, for "Abd al-Aziz" and "Abdulaziz", "SergeiLavrov" and "Sergei Lavrov"."""
    one, other = "".join(left), "".join(right)
    if one[0] != other[0] or _spelled(one, other) < _LEAST_ALIKE:
        return 0.0
    return max(0.0, 1 - _cost(one, other))


@lru_cache(maxsize=1 << 14)
def _same(x: str, y: str) -> float:
    """Return the likeness of two words of names."""
    if x == y:
        return 1.0
    if min(len(x), len(y)) == 1:
        return _INITIAL if x[0] == y[0] else 0.0
    return max(_PET if _is_pet(x, y) else 0.0, _spelled(x, y))


def _is_shortened(pair: _Pair) -> bool:
    return pair.one == pair.other or min(len(pair.one), len(pair.other)) == 1 or _is_pet(pair.one, pair.other)


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
    longest = max(len(first), len(second), 1)
    most = (1 - _LEAST_ALIKE) * longest
    if 0.5 * abs(len(first) - len(second)) > most or _lone(first, second) > most or _lone(second, first) > most:
        return 0.0  # too unlike in length or in letters, whatever their order
    return max(0.0, 1 - _distance(first, second, most) / longest)


def _lone(x: str, y: str) -> float:
    """Return what the letters that only the first word has cost at least: each is left out or changed."""
    (light, heavy), (other_light, other_heavy) = _letters(x), _letters(y)
    return _OTHER_VOWEL * len(light - other_light) + _NEAR_CHANGE * len(heavy - other_heavy)


@cache
def _letters(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the light letters and the others, each with how many there were of it before: "a", "aa" and "n" for "ana"."""
    letters = {letter * (word.count(letter, 0, at) + 1) for at, letter in enumerate(word)}
    light = frozenset(run for run in letters if run[0] in _LIGHT)
    return light, frozenset(letters) - light


def _cost(x: str, y: str) -> float:
    """Return what two spellings of a word take from the likeness of the names."""
    edits = _distance(_sound(x), _sound(y))
    return _EDIT * edits + _SHARE * edits / max(len(_sound(x)), len(_sound(y)), 1)


@cache
def _sound(word: str) -> str:
    for old, new in _SOUNDS:
        word = old.sub(new, word)
    return word


@lru_cache(maxsize=1 << 14)
def _distance(x: str, y: str, most: float = inf) -> float:
    """Return the edit distance of two words, where vowels change cheaply and neighbours may change places (Damerau 1964).

    Infinite as soon as it must be more than `most`: of names held against each other hardly any are alike.
    """
    x, y = _parting(x, y)
    put_in = [_weight(letter) for letter in y]
    before: list[float] = []
    row = [*accumulate(put_in, initial=0.0)]
    least = 0.0
    for i, a in enumerate(x):
        left_out = _weight(a)
        last, before, row = before, row, [row[0] + left_out]
        for j, b in enumerate(y):
            best = min(before[j] + _change(a, b), before[j + 1] + left_out, row[j] + put_in[j])
            if i and j and a == y[j - 1] and b == x[i - 1]:
                best = min(best, last[j - 1] + _SWAP)
            row.append(best)
        reached, least = least, min(row)
        if min(reached + _SWAP, least) > most:  # a swap leaps over a row, anything else passes through each
            return inf
    return row[-1]


_SWAP = 0.6


def _parting(x: str, y: str) -> tuple[str, str]:
    """Return two words without what they begin and end with alike, which costs nothing: "donaldson", "donladson" are "al" and "la" apart."""
    while x and y and x[0] == y[0]:
        x, y = x[1:], y[1:]
    while x and y and x[-1] == y[-1]:
        x, y = x[:-1], y[:-1]
    return x, y


def _weight(letter: str) -> float:
    return 0.5 if letter in _LIGHT else 1.0


@cache
def _change(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a in _VOWELS and b in _VOWELS:
        return _OTHER_VOWEL
    return _NEAR_CHANGE if frozenset((a, b)) in _NEAR else 1.0
