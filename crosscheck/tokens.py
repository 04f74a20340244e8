"""Words, numbers and marks of a sentence, each with the stem under which two reports are matched."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from crosscheck.lexicon import table, words
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nltk.stem.porter import PorterStemmer

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Token(Span):
    """A word, a number or a punctuation mark, with its stem (lower case, inflection removed)."""

    stem: str


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of `text[start:end]`, in order.

    A word keeps its inner hyphens and apostrophes ("al-Qasabi", "don't"); a possessive is a token of its own ("Lee", "'s").
    A number keeps its separators ("150,000", "8-3", "12:30") and its ordinal or decade ending ("12th", "1990s"); signs, units and
    hyphenated words beside it stand alone: "$8.4bn" is "$", "8.4", "bn", and "150,000-plus" is "150,000", "-", "plus".
    An abbreviation keeps its stops ("U.S.", "Gov."), and so may hold the full stop of its sentence.
    """
    return tuple([Token(match.start(), match.end(), word := match[0], stem(word)) for match in _pattern().finditer(text, start, end)])


@lru_cache(maxsize=1 << 14)
def lowered(word: str) -> str:
    """Return a word in lower case, with a straight apostrophe: "don't" for "Don’t"."""
    return word.lower().replace("’", "'")


@cache
def stem(word: str) -> str:
    """Return the form under which a word is matched: "Risen" and "rose" give what "rise" gives, "organised" what "organized" does.

    Names are stemmed as other words are, since the capitals of a headline hide which is which ("Talks Collapse"): that "Lowe" falls
    together with "low" costs less than "Talks" parting from "talks".
    """
    form = dictionary_form(word)
    return str(_porter().stem(form)) if form.endswith(_PORTER_REMOVES) and form[0].isalpha() else form


_PORTER_REMOVES = ("al", "ant", "ator", "e", "ed", "ent", "er", "ful", "i", "ic", "ing", "ion", "ism", "ll", "ou", "s", "y")
"""What a word ends in from which Porter's rules take anything: most names, and the short words of which a text is full, end in nothing of it."""


@cache
def stems(name: str) -> frozenset[str]:
    """Return the stems of the words of a list."""
    return frozenset(stem(word) for word in words(name))


@cache
def dictionary_form(word: str) -> str:
    """Return what the stem of a word is cut from: "rise" for "Risen", "airplane" for "aeroplane", "150000" for "150,000"; "talks" stays."""
    plain = unaccented(_long_forms().get(word, word))
    if plain[:1].isdigit():
        return plain.replace(",", "")
    if not plain[:1].isalpha():
        return plain
    (regular,) = table("irregular").get(plain, (plain,))
    return one_spelling(regular)


BEGINNING = 3
"""How many letters of a word its stem keeps, one fewer of the shortest words: "using", "use"."""


class ByStem(Generic[Value]):
    """What is listed under words, by the stem of the word.

    To stem every word of the lists would take as long as to compare two short reports: a word is stemmed when a stem is looked up that may be its own,
    and its dictionary form is made when one is looked up that begins as it does.
    """

    def __init__(self, listed: Iterable[tuple[str, Value]]) -> None:
        """Sort the words by how their stems begin, roughly."""
        self._listed: dict[str, list[tuple[str, str, Value]]] = defaultdict(list)
        self._waiting: dict[str, list[tuple[str, Value]]] = defaultdict(list)
        for word, value in listed:
            self._waiting[_first_letters(word)].append((word, value))

    def __getitem__(self, of: str) -> tuple[Value, ...]:
        """Return what is listed under the words with this stem, in the order of the list, short words first."""
        first = of[: BEGINNING - 1]
        for word, value in self._waiting.pop(first, ()):
            form = dictionary_form(word)
            self._listed[form[: BEGINNING - 1 if _SHORT.fullmatch(form) else BEGINNING]].append((form, word, value))
        listed = (*self._listed.get(first, ()), *self._listed.get(of[:BEGINNING], ()))
        return tuple([value for form, word, value in listed if form.startswith(of[:-1]) and stem(word) == of]) if listed else ()


def _first_letters(word: str) -> str:
    """Return the first letters of the dictionary form of a word, which are its own unless it is irregular, abbreviated or spelled otherwise there."""
    first = word[: BEGINNING - 1]
    if word.isascii() and word.islower() and first.isalpha() and word not in table("irregular") and word not in _long_forms():
        return dictionary_form(word)[: BEGINNING - 1] if first in _respelled_first_letters() else first
    return dictionary_form(word)[: BEGINNING - 1]


@cache
def _respelled_first_letters() -> frozenset[str]:
    """Return the first letters of the words of which one spelling begins otherwise than the other: "gaol", "jail"."""
    pairs = ((british[: BEGINNING - 1], american[: BEGINNING - 1]) for british, (american,) in table("spelling").items())
    return frozenset(first for first, other in pairs if first != other)


_SHORT = re.compile(rf".{{0,{BEGINNING}}}(?:ing|ed|es|s)?")  # "using", "uses" and "use"
_WORD = r"[^\W\d_]"


@cache
def _pattern() -> re.Pattern[str]:
    abbreviations = sorted((*table("abbreviations"), *table("abbreviations_before_names")), key=len, reverse=True)
    stopped = "|".join(re.escape(short) for short in abbreviations)
    several = "|".join(re.escape(short) for short in abbreviations if " " in short)
    words = "|".join(re.escape(short) for short in sorted(table("abbreviations_that_are_words"), key=len, reverse=True))
    states = "|".join(re.escape(short) for short in sorted(_states(), key=len, reverse=True))
    return re.compile(
        rf"""
          (?!{several})[A-Za-z]++(?=[\ ,]) | [,;:!?()"“”]       # most words and marks, which can be nothing else; not the "et" of "et al."
        | \d++(?:[.,:/–-]\d++)*+(?:(?:st|nd|rd|th|s|[A-Z]{{1,2}})(?![^\W_]))?  # 150,000  8-3  12th  1990s  5G, but 8.9 of 8.9bn
        | \b(?:{stopped})(?!\w)                                 # U.S.  Gov.  p.m.
        | \b(?:{words})(?=\s+\d)  |  (?<=,\ )(?:{states})(?!\w) # No. 7;  Peoria, Ill.
        | \b(?:{_WORD}\.){{2,}}                                 # J.K.
        | (?:\b[A-Z]{{1,3}})?[$£€¥₹₩₽₦₺₪₫฿]                     # $  US$
        | (?<=[\w.])['’][sS]\b                                  # the possessive of "Lee's", of "U.S.'s"
        | {_WORD}+(?:(?:['’](?![sS]\b)|[-‐‑&]|['’]s[-‐‑])[^\W_]+)*  # al-Qasabi  don't  O'Neill  COVID-19
        | --+ | \.\.+ | \S
        """,
        re.VERBOSE,
    )


@cache
def _states() -> Mapping[str, str]:
    """Return what stands for a state of the Union: "Ill." for "Illinois"."""
    return {short: state for state, shorts in table("us_states").items() for short in shorts if short.endswith(".")}


@cache
def _long_forms() -> Mapping[str, str]:
    """Return abbreviation to word: "Gov." and British "Gov" to "governor", "U.S." and "US" to "usa" (which "us" must not be)."""
    found = dict(_states())
    for name in ("abbreviations_that_are_words", "abbreviations", "abbreviations_before_names"):
        for short, (long, *_) in ((short, longs) for short, longs in table(name).items() if longs):
            found[short] = long
            bare = short.replace(".", "")
            if bare.isupper() or name == "abbreviations_before_names":
                found[bare] = long
    return found


def unaccented(word: str) -> str:
    """Return a word in lower case, with straight marks and without accents."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.translate(_STRAIGHT))
    return "".join(mark for mark in letters if not unicodedata.combining(mark)).lower()


_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "–": "-", "—": "--", "―": "--", "…": "..."}
    | {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D"}  # letters that Unicode does not take apart
)


def one_spelling(word: str) -> str:
    """Return a word as both sides of the Atlantic would have it; what it looks like does not matter, only that "colour" and "color" agree."""
    if not _respelled().search(word):
        return word
    word = word.replace("-", "").replace(".", "")  # "cease-fire" is "ceasefire", "p.m." is "pm"
    if british := _british().match(word):
        word = table("spelling")[british[0]][0] + word[british.end() :]
    for pattern, american in _RULES:
        word = pattern.sub(american, word)
    return word


@cache
def _respelled() -> re.Pattern[str]:
    """Return what is in any word that may have another spelling: few have any of it, and the others are done with one look."""
    return re.compile(rf"[-.]|^(?:{_british().pattern})|[iy]z|our|[bt]re|ence|practi|ogue|programme")


@cache
def _british() -> re.Pattern[str]:
    return re.compile("|".join(table("spelling")))


_RULES = (
    (re.compile(r"(?<=[iy])z(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)"), "s"),  # organize, analyze; the other way would catch "advise"
    (re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|er|ers|ful|able|ably|ite|ites|hood|hoods|less|al|ally|ism|ist|ists)?$)"), "or"),  # colour, but four
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),  # centre
    (re.compile(r"(?<=[bt])red$"), "ered"),  # centred
    (re.compile(r"(?<=def|off|lic|ret)ence(?=s?$)"), "ense"),  # defence, offence, licence, pretence
    (re.compile(r"(?<=practi)[sc](?=(?:e|es|ed|ing)$)"), "s"),
    (re.compile(r"(?<=[aol])ogue(?=s?$)"), "og"),  # catalogue, dialogue
    (re.compile(r"(?<=program)me(?=s?$)"), ""),
)


@cache
def _porter() -> PorterStemmer:
    from nltk.stem.porter import PorterStemmer  # noqa: PLC0415  (importing nltk takes a third of a second)

    return PorterStemmer()
