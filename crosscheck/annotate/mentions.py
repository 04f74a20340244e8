"""Finds where somebody or something is named, with titles and the clues to what sort of thing it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate import titles
from crosscheck.annotate.capitals import is_common, key, runs
from crosscheck.annotate.contexts import context
from crosscheck.annotate.gazetteer import is_adjective, is_metonym, is_place
from crosscheck.lexicon import table, words
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate.capitals import Word


class Clue(Enum):
    """What tells of the sort of thing a name names."""

    HONORIFIC = auto()  # Ms Krug
    ROLE = auto()  # striker Wesley Camargo
    LOOSE_ROLE = auto()  # rival Kestrel Marine; owner Ann Lee
    AGE = auto()  # Nurhayati, 34,
    WHO = auto()  # Krug, who
    KIN = auto()  # his wife Maja
    PRONOUN = auto()  # Stahl said her party
    SPEECH = auto()  # Krug said
    GIVEN = auto()  # a first word that is a known given name
    SHAPE = auto()  # an initial, a particle, a suffix: John F. Kennedy, van der Berg, Jr.
    PLAIN = auto()  # two to four words, none of them ordinary: Ivaylo Dechev
    LATER_BY_LAST = auto()  # shortened to its last word, as people are: "Camargo"
    LATER_BY_FIRST = auto()  # shortened to its first words, as bodies are: "Norrbalt" for Norrbalt Lines
    THE = auto()  # the Kestrel
    BODY_WORD = auto()  # Ministry, Inc.
    ACRONYM = auto()  # NATO
    METONYM = auto()  # the White House
    GEO_NOUN = auto()  # Wawonii Island
    GEO_SURNAME = auto()  # Tiger Woods; Pine Hill
    GEO_AFTER = auto()  # Wawonii island
    VESSEL = auto()  # the ferry Sinar Bahari II
    KNOWN_PLACE = auto()  # Kenya
    DATELINE = auto()  # SOFIA --
    LOCATIVE = auto()  # near Gao; Tarnhof, Belvaria


@dataclass(frozen=True, slots=True)
class Naming(Span):
    """A name where it stands: its words as lexicon keys, the titles beside it, and the clues around it."""

    keys: tuple[str, ...]
    titles: tuple[Span, ...]
    clues: frozenset[Clue]


@dataclass(frozen=True, slots=True)
class Usage:
    """How a report uses its words: which are capitalised where they need not be, one by one and in pairs, which pairs begin a run so, and which stand in lower case."""

    capital: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    starts: frozenset[tuple[str, str]]
    lower: frozenset[str]


def usage(sentences: Sequence[Sequence[Word]]) -> Usage:
    """Return how the words of some sentences are used."""
    capital, pairs, starts, lower = set(), set(), set(), set()
    for found in sentences:
        for at, word in enumerate(found):
            if word.capital and not word.opening:
                capital.add(word.key)
                if at + 1 < len(found) and found[at + 1].capital:
                    pairs.add((word.key, found[at + 1].key))
                    if not found[at - 1].capital:
                        starts.add((word.key, found[at + 1].key))
            elif word.text.islower():
                lower.add(word.key)
    return Usage(frozenset(capital), frozenset(pairs), frozenset(starts), frozenset(lower))


def namings(text: str, offset: int, found: Sequence[Word], used: Usage) -> Iterator[Naming]:
    """Yield the names in the words of a sentence, whose text begins at `offset`."""
    previous = range(0)
    for run in runs(found):
        trimmed = _without_opening(found, run, used)
        if not trimmed or (len(trimmed) == 1 and _is_adjective_of(found[trimmed.start].key, used)):
            continue
        parts = titles.split(found, trimmed)
        owner, name = _core(found, parts.owner), _core(found, parts.name)
        if owner:
            yield _naming(text, offset, found, owner, ())
        if name:
            opened = parts.title or name
            beside = (titles.before(found, opened, previous), parts.title, titles.role_before(found, opened, previous), titles.role_after(found, name))
            yield _naming(text, offset, found, name, tuple(part for part in beside if part))
        previous = trimmed


def is_titled_case(found: Sequence[Word]) -> bool:
    """Say whether a headline is in title case or capitals, so that its capitals tell nothing."""
    long = [word for word in found if len(word.key) > 3 and word.key.isalpha() and not word.opening]
    return len(long) > 1 and sum(word.capital for word in long) > _TITLED * len(long)



_TITLED = 0.7  # the part of a headline's longer words that is capitalised in title case
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?|[A-Z]{1,3}-\d{1,2}|[A-Z]+&[A-Z]+")
_AGE = re.compile(r"\d{1,3}")
_KOREAN = re.compile(r"[A-Z][a-z]{0,5} [A-Z][a-z]{1,5}-[a-z]{2,6}")
_INITIAL = re.compile(r"[A-Z]\.")
_PRONOUNS = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_OPENERS = frozenset({'"', "“", "”", "--", "—"})
_BEFORE_PLACE = frozenset({"in", "near", "off", "outside", "around"})
_ADJECTIVE_ENDINGS = (("n", ""), ("an", ""), ("ian", ""), ("ian", "y"), ("ese", ""), ("ish", ""), ("ns", ""), ("ans", ""), ("ians", ""), ("ians", "y"))
_DASHES = frozenset({"-", "--", "–", "—", ":", "_"})
_FULL = 2  # the words of a usual full name
_AUXILIARIES = frozenset({"is", "was", "has", "had", "will"})


def _without_opening(found: Sequence[Word], run: range, used: Usage) -> range:
    """Return the run without a first word that is capitalised only because it opens a sentence or a quote."""
    first = found[run.start]
    if not first.opening:
        return run
    if len(run) == 1:
        return run if _opens_as_name(found, run.start, used) else range(0)
    return run if _belongs_to_run(found, run, used) else range(run.start + 1, run.stop)


def _opens_as_name(found: Sequence[Word], at: int, used: Usage) -> bool:
    """Say whether a lone capitalised word that opens a sentence is a name."""
    word = found[at]
    if word.key in words("function_words") or is_adjective(word.text):
        return False
    if is_place(word.text) or is_metonym(word.text):
        return True
    if is_common(word.key) or word.key in used.lower:
        return word.key in used.capital and word.key not in used.lower
    after = found[at + 1].key if at + 1 < len(found) else ""
    if word.key in used.capital or (_ACRONYM.fullmatch(word.text) and word.key not in words("capitalised_things")):
        return True
    here = _around(found, range(at, at + 1))
    if Clue.AGE in here or Clue.LOCATIVE in here or (word.text.isupper() and after in _DASHES) or titles.role_after(found, range(at, at + 1)):
        return True
    return after in {"'s"} | context("verb of speech") | _AUXILIARIES and not word.key.endswith(tuple(context("noun ending")))


def _is_adjective_of(word: str, used: Usage) -> bool:
    """Say whether a word is the adjective of a name in the report: "Belvarian" beside Belvaria."""
    return any(word.endswith(ending) and word[: -len(ending)] + other in used.capital for ending, other in _ADJECTIVE_ENDINGS if len(word) > len(ending) + 3)


def _belongs_to_run(found: Sequence[Word], run: range, used: Usage) -> bool:
    """Say whether the first word of a run that opens a sentence is part of the name or title: "Substitute Kim", "Bank Oostveld", but not "Heavy Russian"."""
    first, second = found[run.start], found[run.start + 1]
    if (first.key, second.key) in used.pairs:
        return True
    if titles.is_honorific(first) or titles.is_role(first) or is_adjective(first.text) or is_place(first.text):
        return True
    if first.key in words("ranks") | words("role_modifiers") and any(titles.is_role(found[at]) or titles.is_honorific(found[at]) for at in run[1:]):
        return True
    if first.key in words("function_words") or (len(run) > 2 and (second.key, found[run.start + 2].key) in used.starts and first.key not in used.capital):
        return False
    if is_common(first.key) or first.key in used.lower:
        heads_name = first.key in words("body_words") | words("geo_nouns") and first.key not in used.lower
        return heads_name or (second.key in words("body_words") and not second.key.endswith("s") and first.key in words("role_modifiers") | context("body modifier"))
    return True


def _core(found: Sequence[Word], part: range) -> range:
    """Return the name in a range of words: without adjectives before it ("Brazilian" Wesley Camargo), nothing where only adjectives and common nouns are left."""
    part = _trimmed(found, part)
    if not part:
        return part
    text = " ".join(found[at].text for at in part)
    if is_adjective(text) and not is_place(text):
        return range(0)
    first = found[part.start]
    if len(part) == 1:
        lone = first.key in words("capitalised_things") or titles.is_honorific(first) or titles.is_role(first) or first.key in words("ranks")
        return range(0) if lone and first.key not in words("body_words") else part
    adjectives = next((n for n, at in enumerate(part) if not is_adjective(found[at].text)), 0)
    if adjectives and first.key not in _given_names() and not is_place(text) and not _is_body(found, part):
        rest = range(part.start + adjectives, part.stop)
        return range(0) if all(is_common(found[at].key) for at in rest) else rest
    return part


def _trimmed(found: Sequence[Word], part: range) -> range:
    """Return the range without joints at its ends."""
    start, stop = part.start, part.stop
    while start < stop and (not found[start].capital or found[start].key == "the"):
        start += 1
    while start < stop and found[stop - 1].key in {"of", "for", "on", "and", "the", "&", "'s", "'"}:
        stop -= 1
    return range(start, stop)


def _is_body(found: Sequence[Word], name: range) -> bool:
    if any(found[at].key in words("body_words") or found[at].key in words("geo_nouns") or found[at].key in words("company_forms") for at in name[1:]):
        return True
    return found[name.start].key in words("body_words")


def _naming(text: str, offset: int, found: Sequence[Word], name: range, called: tuple[range, ...]) -> Naming:
    spans = tuple(_span(text, offset, found, part) for part in called)
    clues = _clues(found, name) | _around(found, name) | {clue for part in called for clue in _of_title(found, part)}
    whole = _span(text, offset, found, name)
    return Naming(whole.start, whole.end, whole.text, tuple(found[at].key for at in name), spans, frozenset(clues))


def _span(text: str, offset: int, found: Sequence[Word], part: range) -> Span:
    start, end = found[part.start].start, found[part.stop - 1].end
    return Span(start, end, text[start - offset : end - offset])


def _of_title(found: Sequence[Word], title: range) -> Iterator[Clue]:
    for at in title:
        word = found[at]
        if titles.is_honorific(word):
            yield Clue.HONORIFIC
        elif titles.is_role(word) or word.key in words("ranks"):
            yield Clue.LOOSE_ROLE if word.key in words("body_roles") and not word.capital else Clue.ROLE


def _clues(found: Sequence[Word], name: range) -> set[Clue]:
    """Return what the name itself tells."""
    keys = [found[at].key for at in name]
    text = " ".join(found[at].text for at in name)
    clues = set()
    if is_place(text):
        return {Clue.KNOWN_PLACE}
    if is_metonym(text):
        clues.add(Clue.METONYM)
    if _ACRONYM.fullmatch(text):
        clues.add(Clue.ACRONYM)
    head = keys[keys.index("of") - 1] if "of" in keys[1:] else keys[-1]
    plural = head.removesuffix("s")
    if head in words("company_forms") and len(keys) > 1:
        clues.add(Clue.BODY_WORD)
    elif keys[0] in context("geography first") and len(keys) > 1:
        clues.add(Clue.GEO_NOUN)
    elif head in context("geography or surname") and (len(keys) == 1 or (len(keys) == _FULL and not is_common(keys[0]))):
        clues.add(Clue.GEO_SURNAME)
    elif head in words("geo_nouns") and (head not in words("body_words") or not {head, plural} & words("body_words")):
        clues.add(Clue.GEO_NOUN)
    elif {head, plural} & words("body_words") or (keys[0] in words("body_words") and len(keys) > 1):
        clues.add(Clue.BODY_WORD)
    if len(keys) > 1 and keys[0] in _given_names():
        clues.add(Clue.GIVEN)
    initials = any(_INITIAL.fullmatch(found[at].text) for at in name[:-1])
    particles = any(found[at].key in words("particles") for at in name[1:-1]) or not found[name.start].text[0].isupper()
    if len(keys) > 1 and (initials or particles or keys[-1] in {"jr", "sr"} or _KOREAN.fullmatch(text) or found[name.stop - 1].text.startswith(("al-", "el-"))):
        clues.add(Clue.SHAPE)
    if 2 <= len(keys) <= 4 and not clues and not any(is_common(word) or is_place(word) or not word[0].isalpha() for word in keys):
        clues.add(Clue.PLAIN)
    return clues


def _around(found: Sequence[Word], name: range) -> set[Clue]:
    """Return what the words right before and after a name tell."""
    clues = set()
    before = found[name.start - 1].key if name.start else ""
    after, second, third = (found[name.stop + n] if name.stop + n < len(found) else None for n in range(3))
    if before == "the":
        clues.add(Clue.THE)
    owns = after is not None and after.key == "'s"
    if before in _BEFORE_PLACE and not owns and not (name.start > 1 and found[name.start - 2].key in context("holding")):
        clues.add(Clue.LOCATIVE)
    if before in context("vessel"):
        clues.add(Clue.VESSEL)
    if before in words("family"):
        clues.add(Clue.KIN)
    if after is None:
        return clues
    if next((word.key for word in found[name.stop :] if word.capital or word.key in _PRONOUNS or word.key in _OPENERS), "") in _PRONOUNS:
        clues.add(Clue.PRONOUN)
    if after.key in context("geography after"):
        clues.add(Clue.GEO_AFTER)
    if after.key == "," and second and third and third.key in {",", ".", "who"} and _AGE.fullmatch(second.text):
        clues.add(Clue.AGE)
    if after.key == "," and second and second.capital and is_place(second.text) and not is_place(" ".join(found[at].text for at in name)):
        clues.add(Clue.LOCATIVE)
    if after.key == "who" or (after.key == "," and second and second.key == "who"):
        clues.add(Clue.WHO)
    if after.key in context("verb of speech") or before in context("verb of speech") or (after.key == "," and _says_after_aside(found, name.stop)):
        clues.add(Clue.SPEECH)
    return clues


def _says_after_aside(found: Sequence[Word], comma: int) -> bool:
    """Say whether a verb of speech follows the words between two commas: "Stahl, negotiating for the league, said"."""
    end = next((at for at in range(comma + 1, min(comma + 12, len(found))) if not found[at].key[0].isalnum()), None)
    return end is not None and end + 1 < len(found) and found[end].key == "," and found[end + 1].key in context("verb of speech")


@cache
def _given_names() -> frozenset[str]:
    return frozenset(key(name) for given, pets in table("nicknames").items() for name in (given, *pets))
