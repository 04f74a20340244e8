"""Which names are one but for the house that prints them: "Kyiv" and "Kiev", "Zelensky" and "Zelenskyy"."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import chain, product
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from crosscheck.lexicon import table
from crosscheck.lexicon import words as lexicon_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Aliases: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""Each name as the house writes it, with the variants that others write: (("Kyiv", ("Kiev",)),)."""


def one_name(a: str, b: str, aliases: Aliases = ()) -> bool:
    """Say whether two names are one by the aliases or the well-known variants; case and accents do not count.

    A name may also be the last words of the other: "Zelenskyy" is "Volodymyr Zelensky", and "Olena Zelensky" is not.
    """
    shorter, longer = sorted((house_words(a, aliases), house_words(b, aliases)), key=len)
    if len(shorter) == 1 and shorter[0] in _nouns():
        return longer == shorter
    return bool(shorter) and longer[-len(shorter) :] == shorter


@lru_cache(maxsize=1 << 14)
def house_name(name: str, aliases: Aliases = ()) -> str:
    """Return the name as the house has it, in lower case and without accents, "" where nothing in it has variants: "Kiev Opera" gives "kyiv opera"."""
    read = _read(name, aliases)
    return " ".join(chain.from_iterable(written for _, written in read)) if any(known for known, _ in read) else ""


@cache
def _folded(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without accents, marks and a leading "the": "Côte d’Ivoire" gives ("cote", "divoire")."""
    folded = name.casefold()
    plain = folded if folded.isascii() else "".join(mark for mark in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(mark))
    split = plain.translate(_MARKS).split()
    return tuple(split[1:] if split[:1] == ["the"] and len(split) > 1 else split)


_MARKS = str.maketrans({"-": " ", "‐": " ", "‑": " ", "–": " ", "'": "", "’": "", "‘": "", "ʻ": "", ".": "", "ı": "i"})


@lru_cache(maxsize=1 << 14)
def house_words(name: str, aliases: Aliases = ()) -> tuple[str, ...]:
    """Return the words of a name as the house has it, in lower case and without accents; those of two that are one end alike."""
    return tuple(chain.from_iterable(written for _, written in _read(name, aliases)))


@cache
def _read(name: str, aliases: Aliases) -> tuple[tuple[bool, tuple[str, ...]], ...]:
    """Return the parts of a name, known forms (the longest first at each word) and words between, each with what the house writes for it."""
    given, forms, longest = _folded(name), _forms(aliases), _longest(aliases)
    read: list[tuple[bool, tuple[str, ...]]] = []
    at = 0
    while at < len(given):
        starting = (given[at : at + size] for size in range(min(longest, len(given) - at), 0, -1))
        form = next((form for form in starting if form in forms and (form == given or not _stands_alone(form, forms[form]))), ())
        read.append((bool(form), forms[form] if form else given[at : at + 1]))
        at += len(form) or 1
    return tuple(read)


def _stands_alone(form: tuple[str, ...], house: tuple[str, ...]) -> bool:
    """Say whether a form is the name only by itself: "Isis" is Islamic State, and nobody is called "Isis Ramos" for it."""
    return len(form) == 1 < len(house)


@cache
def _forms(aliases: Aliases) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Return every form of a name with what the house writes; the aliases go before the well-known variants, and take those over that they share."""
    forms: dict[tuple[str, ...], tuple[str, ...]] = {}
    for canonical, variants in chain(aliases, table("known_variants").items()):
        names = [words for name in (canonical, *variants) if (words := _folded(name))]
        house = next((forms[name] for name in names if name in forms), names[0] if names else ())
        for form, written in _written(names, house):
            forms.setdefault(form, written)
    return MappingProxyType(forms)


@cache
def _longest(aliases: Aliases) -> int:
    """Return how many words the longest of the forms has."""
    return max(map(len, _forms(aliases)))


def _written(names: list[tuple[str, ...]], house: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the forms that the spellings of one name give, each with what the house writes.

    A first name and a surname are spelled apart: "Vladimir Zelenskiy" for "Volodymyr Zelensky" tells that "Zelenskiy" is "Zelensky" and that
    "Vladimir Zelensky" is the same man. "Republic" is not a surname, and tells nothing of the Czech Republic.
    """
    if len(house) == len(_FULL_NAME) and house[-1] not in _nouns():
        firsts = dict.fromkeys(name[0] for name in names if len(name) == len(_FULL_NAME))
        surnames = dict.fromkeys(name[-1] for name in names if len(name) <= len(_FULL_NAME))
        yield from (((first, surname), house) for first, surname in product(firsts, surnames))
        yield from (((surname,), house[-1:]) for surname in surnames)
    yield from ((name, house) for name in names)


_FULL_NAME = ("first name", "surname")


@cache
def _nouns() -> frozenset[str]:
    """Return the words that end the names of many places and bodies."""
    return lexicon_words("common_words") | lexicon_words("geo_nouns") | lexicon_words("body_words")
