"""What tells of the sort of thing a name names: its own words, the titles beside it, the words around it."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from crosscheck.annotate import titles
from crosscheck.annotate.capitals import is_common
from crosscheck.annotate.contexts import context
from crosscheck.annotate.gazetteer import is_metonym, is_place
from crosscheck.annotate.given_names import is_given
from crosscheck.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosscheck.annotate.capitals import Word


class Clue(Enum):
    """What tells of the sort of thing a name names."""

    __hash__ = object.__hash__  # of each there is one; that of Enum is Python's, and clues are mostly in sets

    HONORIFIC = auto()  # Ms Krug
    ROLE = auto()  # striker Wesley Camargo
    LOOSE_ROLE = auto()  # rival Kestrel Marine; owner Ann Lee
    AGE = auto()  # Nurhayati, 34, and 34-year-old Nurhayati
    WHO = auto()  # Krug, who
    KIN = auto()  # his wife Maja; his wife, Maja
    PRONOUN = auto()  # Stahl said her party
    SPEECH = auto()  # Krug said
    GIVEN = auto()  # a first word that is a known given name
    GIVEN_ALONE = auto()  # a usual given name and no more: Maja; one that is as often a word or a place: Joy Reid, Paris Saint-Germain
    SHAPE = auto()  # an initial, a particle, a suffix, a family name first: John F. Kennedy, van der Berg, Jr., Nguyen Van Minh
    PLAIN = auto()  # two to four words, none of them ordinary: Ivaylo Dechev
    LATER_BY_LAST = auto()  # shortened to its last word, as people are: "Camargo"
    LATER_BY_FIRST = auto()  # shortened to its first words, as bodies are: "Norrbalt" for Norrbalt Lines
    THE = auto()  # the Kestrel
    BODY_WORD = auto()  # Ministry, Inc.
    ACRONYM = auto()  # NATO
    BRACKETED = auto()  # the National Privacy Commission (NPC)
    METONYM = auto()  # the White House
    GEO_NOUN = auto()  # Wawonii Island
    GEO_SURNAME = auto()  # Tiger Woods; Pine Hill
    GEO_AFTER = auto()  # Wawonii island; the village of Wawonii
    VESSEL = auto()  # the ferry Sinar Bahari II
    KNOWN_PLACE = auto()  # Kenya
    DATELINE = auto()  # SOFIA --
    LOCATIVE = auto()  # near Gao; Tarnhof, Belvaria


def within(found: Sequence[Word], name: range) -> frozenset[Clue]:
    """Return what the words of a name tell."""
    named = found[name.start : name.stop]
    return _within(tuple([word.text for word in named]), tuple([word.key for word in named]))


@lru_cache(maxsize=1 << 12)
def _within(texts: tuple[str, ...], keys: tuple[str, ...]) -> frozenset[Clue]:
    """Return the same of the words of a name as they are written, and as keys."""
    text = " ".join(texts)
    if is_place(text):
        return frozenset({Clue.KNOWN_PLACE})
    clues = {*_of_nouns(keys)}
    if is_metonym(text):
        clues.add(Clue.METONYM)
    if ACRONYM.fullmatch(text):
        clues.add(Clue.ACRONYM)
    if len(keys) >= _FULL:
        clues |= {*_of_full_name(texts, keys, text)}
        ordinary = any(is_common(word) or is_place(word) or not word[0].isalpha() for word in keys)
        if not clues and not ordinary and len(keys) <= _LONGEST_PLAIN:
            clues.add(Clue.PLAIN)
    elif not clues and is_given(keys[0]):
        clues.add(Clue.GIVEN_ALONE)
    return frozenset(clues)


def around(found: Sequence[Word], name: range) -> set[Clue]:
    """Return what the words right before and after a name tell."""
    return {*_before(found, name), *_after(found, name)}


def of_titles(found: Sequence[Word], called: Iterable[range]) -> Iterator[Clue]:
    """Yield what the titles beside a name tell."""
    for at in (at for title in called for at in title):
        word = found[at]
        if titles.is_honorific(word):
            yield Clue.HONORIFIC
        elif titles.is_role(word) or word.key in words("ranks"):
            yield Clue.LOOSE_ROLE if word.key in words("body_roles") and not word.capital else Clue.ROLE


ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?|[A-Z]{1,3}-\d{1,2}|[A-Z]+&[A-Z]+")

_FULL = 2  # the words of a usual full name
_LONGEST_PLAIN = 4
_LONGEST_ASIDE = 12
_AGE = re.compile(r"\d{1,3}")
_KOREAN = re.compile(r"[A-Z][a-z]{0,5} [A-Z][a-z]{1,5}-[a-z]{2,6}")
_INITIAL = re.compile(r"[A-Z]\.")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")
_PRONOUNS = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_BREAKS = frozenset({'"', "“", "”", "--", "—"})
_PRONOUNS_AND_BREAKS = _PRONOUNS | _BREAKS
_BEFORE_PLACE = frozenset({"in", "near", "off", "outside", "around"})


def _of_nouns(keys: Sequence[str]) -> Iterator[Clue]:
    """Yield what the nouns of a name tell: the last one, the one before "of" or "for", the first of "Bank Oostveld" and "Lake Victoria"."""
    head = keys[next((at for at, word in enumerate(keys) if at and word in {"of", "for", "on"}), len(keys)) - 1]
    is_full = len(keys) >= _FULL
    of_body = {head, head.removesuffix("s")} & words("body_words")
    if is_full and (head in words("company_forms") or "&" in keys):
        yield Clue.BODY_WORD
    elif not of_body and ((is_full and keys[0] in context("geography first")) or (len(keys) == _FULL and head in context("geography more than surname"))):
        yield Clue.GEO_NOUN
    elif head in context("geography or surname") and ((not is_full and not of_body) or (len(keys) == _FULL and not is_common(keys[0]))):
        yield Clue.GEO_SURNAME
    elif of_body or (is_full and keys[0] in words("body_words")):
        yield Clue.BODY_WORD
    elif head in words("geo_nouns"):
        yield Clue.GEO_NOUN


def _of_full_name(texts: Sequence[str], keys: Sequence[str], text: str) -> Iterator[Clue]:
    if is_given(keys[0]):
        yield Clue.GIVEN
    elif keys[0] in context("word or given name"):
        yield Clue.GIVEN_ALONE
    family = keys[0] in words("family_names_first") and not is_common(keys[1]) and not is_place(keys[1])
    initials = any(map(_INITIAL.fullmatch, texts[:-1])) or (_INITIALS.fullmatch(texts[0]) and not is_common(keys[-1]))
    if keys[0] in context("direction initial") and is_place(keys[-1]):
        initials = False  # "N. Korea"
    particles = any(word in words("particles") for word in keys[1:-1]) or text[0].islower() or texts[-1].startswith(("al-", "el-"))
    if initials or particles or keys[-1] in {"jr", "sr"} or _KOREAN.fullmatch(text) or family:
        yield Clue.SHAPE


def _before(found: Sequence[Word], name: range) -> Iterator[Clue]:
    before = found[name.start - 1].key if name.start else ""
    if before == "the":
        yield Clue.THE
    if before == "(" and name.stop < len(found) and found[name.stop].key == ")":
        yield Clue.BRACKETED
    if before == "of" and name.start > 1 and found[name.start - 2].key in context("geography after"):
        yield Clue.GEO_AFTER
    owns = name.stop < len(found) and found[name.stop].key == "'s"
    if before in _BEFORE_PLACE and not owns and not (name.start > 1 and found[name.start - 2].key in context("holding")):
        yield Clue.LOCATIVE
    if before == "at" and name.start > 1 and found[name.start - 2].key in context("building"):
        yield Clue.LOCATIVE  # "a temple at Chiang Saen"
    if before in context("vessel"):
        yield Clue.VESSEL
    if before in words("family") or (before == "," and name.start > 1 and found[name.start - 2].key in words("family")):
        yield Clue.KIN
    if before == "year-old":
        yield Clue.AGE
    if before in context("verb of speech"):
        yield Clue.SPEECH


def _after(found: Sequence[Word], name: range) -> Iterator[Clue]:
    after, second, third = (found[at].key if at < len(found) else "" for at in range(name.stop, name.stop + 3))
    if after in context("geography after"):
        yield Clue.GEO_AFTER
    if after == "and" and len(name) == 1 and is_given(found[name.start].key) and is_given(second) and found[name.stop + 1].capital:
        yield Clue.GIVEN  # "John" and Mary Smith
    if after == "who" or (after == "," and second == "who"):
        yield Clue.WHO
    if after in context("verb of speech"):
        yield Clue.SPEECH
    if after == ",":
        yield from _after_comma(found, name, second, third)
    coming = next((word for word in found[name.stop :] if word.capital or word.key in _PRONOUNS_AND_BREAKS), None)
    if coming and coming.key in _PRONOUNS:
        yield Clue.PRONOUN


def _after_comma(found: Sequence[Word], name: range, second: str, third: str) -> Iterator[Clue]:
    if _AGE.fullmatch(second) and third in {",", ".", "who"}:
        yield Clue.AGE
    beyond = found[name.stop + 1] if second else None
    if beyond and beyond.capital and is_place(beyond.text) and not is_place(" ".join(found[at].text for at in name)):
        yield Clue.LOCATIVE
    # "Stahl, negotiating for the league, said"
    end = next((at for at in range(name.stop + 1, min(name.stop + _LONGEST_ASIDE, len(found))) if not found[at].key[0].isalnum()), None)
    if end is not None and end + 1 < len(found) and found[end].key == "," and found[end + 1].key in context("verb of speech"):
        yield Clue.SPEECH
