"""Where capitals run: the words of a sentence, and the stretches of capitalised words in it that may hold a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.contexts import context
from crosscheck.annotate.gazetteer import is_adjective, is_place, joined_places
from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosscheck.segment import Sentence


class Word(NamedTuple):
    """A word or a mark of a sentence; `opening` where it would be capitalised in any case.

    `key` is the word in lower case, with straight marks and without the full stop of an abbreviation.
    """

    start: int
    end: int
    text: str
    key: str
    capital: bool
    opening: bool


def words_of(sentences: Iterable[Sentence]) -> Mapping[int, tuple[Word, ...]]:
    """Return the words of sentences by the number of the sentence."""
    return {sentence.id: _words(sentence) for sentence in sentences}


def _words(sentence: Sentence) -> tuple[Word, ...]:
    """Return the words of a sentence; the full stop of an abbreviation or initial belongs to its word ("Lt.", "J.")."""
    found: list[Word] = []
    opening = True
    for token in sentence.tokens:
        text = token.text
        if text == "." and found and found[-1].end == token.start and _has_stop(found[-1]):
            found[-1] = found[-1]._replace(end=token.end, text=f"{found[-1].text}.")
            continue
        found.append(Word(token.start, token.end, text, key(text), _is_capital(text), opening))
        numbered = text in {".", ")"} and len(found) == 2 and found[0].key.isdigit()  # noqa: PLR2004 - "2. Some people left."
        opening = text in _OPENERS or numbered or (opening and not text[0].isalnum())
    return tuple(found)


def _has_stop(word: Word) -> bool:
    """Say whether a full stop right behind a word is its own."""
    return word.key in _abbreviations() or _INITIAL.fullmatch(word.text) is not None


def runs(found: Sequence[Word]) -> Iterator[range]:
    """Yield the stretches of words that may hold a name: capitalised words with the particles, joints and numbers between them."""
    end = 0
    for at in [at for at, word in enumerate(found) if word.capital]:
        if at >= end and (end := _run_end(found, at)) > at:
            yield range(at, end)


@lru_cache(maxsize=1 << 14)
def key(text: str) -> str:
    """Return the form under which a word is looked up in a lexicon."""
    plain = text.replace("’", "'").replace("‘", "'").lower()
    return plain if len(plain) == 1 or _INITIALS.fullmatch(plain) else plain.removesuffix(".")


@lru_cache(maxsize=1 << 14)
def _is_capital(text: str) -> bool:
    found = _CAPITAL.match(text)
    return found is not None and not (len(found[0]) == 1 and found[0].islower())  # "členové" has no capital


@cache
def is_common(word: str) -> bool:
    """Say whether a word, given as a key, is ordinary English, as it stands or without its ending ("regulators", "leaders")."""
    known = _ordinary()
    if word in known or f"{word}s" in known or (word.endswith(_SIBILANTS) and f"{word}es" in known):
        return True
    if word.startswith("un") and is_common(word.removeprefix("un")):
        return True
    return word.endswith(_ENDS) and any(word.endswith(ending) and word[: -len(ending)] + other in known for ending, other in _ENDINGS)


_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]|(?:(?:al|el|ul|ur|ad|an|ar|as|ash|at|az|de|la|le|bin|ibn|ben|abu)-|[dl]['’]|['’])(?=[A-Z])")
_INITIAL = re.compile(r"[A-Z]")
_INITIALS = re.compile(r"(?:\w\.){2,}")
# The pronoun, an article in a title, a dollar, "No. 7", a senator's "R-Ohio".
_NO_NAME = re.compile(r"I|I['’](?:m|ve|ll|d)|A|O|OK|Nos?\.?|[A-Z]{1,2}\$|[DRI]-[A-Z][a-z]+\.?")
_NUMBER = re.compile(r"\d{1,4}|[IVX]+")
_OPENERS = frozenset('"“‘«:;--—–([•*_`')
_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("men", "man"), ("women", "woman"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""))
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")  # "buses", "churches", "heroes"; "times" is no form of "tim"
_ENDS = tuple(ending for ending, _ in _ENDINGS)
_MONTHS_THAT_ARE_NAMES = frozenset({"may", "june", "april", "august", "sun", "jan", "sat", "mar"})


def _run_end(found: Sequence[Word], at: int) -> int:
    """Return where the run that begins at `at` ends; `at` itself where none begins."""
    if not _begins(found[at]) or (found[at].text == "Jan" and _digit(found, at + 1)):
        return at
    end = at + 1
    while end < len(found):
        step = _step(found, at, end)
        if not step:
            break
        end += step
    return end


def _begins(word: Word) -> bool:
    return word.capital and not (word.opening and word.key in words("function_words")) and _may_be_name(word.text, word.key)


@lru_cache(maxsize=1 << 14)
def _may_be_name(text: str, key: str) -> bool:
    """Say whether a capitalised word may be of a name, and is no day, no abbreviation and no compound."""
    dated = key in words("calendar") and text != "Jan"  # Jan de Wit; the month is "Jan." or stands before a number
    return not dated and not _NO_NAME.fullmatch(text) and not _is_compound(text, key)


def _is_compound(text: str, key: str) -> bool:
    """Say whether a word is an adjective made with a name: "Kitchener-area", "Moscow-based", but not "Tae-yang"."""
    tail = text.rpartition("-")[2]
    if tail == text or not tail.islower() or key in words("roles"):
        return False
    return tail in context("compound tail") or (len(tail) > _SYLLABLE and (is_common(tail) or tail.endswith(("ed", "ing"))))


_LONGEST_TAIL = 12  # words of a body's name between its noun and "and"
_SYLLABLE = 3  # letters; the second of a Korean name is seldom longer and an English word


def _step(found: Sequence[Word], start: int, at: int) -> int:
    """Return how many words the run from `start` takes on at `at`: a capitalised word, or a joint with the capitalised word behind it."""
    word, before = found[at], found[at - 1]
    if _begins(word):
        return 1
    if word.capital and word.key in _MONTHS_THAT_ARE_NAMES and at - start == 1 and not before.opening and not _digit(found, at + 1):
        return 1
    if _NUMBER.fullmatch(word.text) and word.start > before.end:
        return int(_is_number_of_name(found, start, at))
    if word.key in words("particles"):
        length = next((n for n in range(1, 4) if at + n >= len(found) or found[at + n].key not in words("particles") or found[at + n].capital), 3)
        return length + 1 if at + length < len(found) and _begins(found[at + length]) else 0
    if at + 1 < len(found):
        return _joint(found, start, at)
    return 0


def _digit(found: Sequence[Word], at: int) -> bool:
    return at < len(found) and found[at].text[0].isdigit()


def _is_number_of_name(found: Sequence[Word], start: int, at: int) -> bool:
    """Say whether a number belongs to the name before it ("the Lumo 3") and does not count what follows ("In Gao 12 people")."""
    after = found[at + 1] if at + 1 < len(found) else None
    named = start > 0 and found[start - 1].key in {"the", "its", "a", "their"}
    return not found[at - 1].opening and (named or after is None or after.key in {".", ",", ")", "'s", "and", "was", "is", "in", "to", "sank"})


def _joint(found: Sequence[Word], start: int, at: int) -> int:
    """Return the length of a joint with the word behind it: "of" in "Bank of England", "and" in "Food and Drug Administration", "’" in "Farmers’ League"."""
    word, before = found[at], found[at - 1]
    behind = at + 2 if found[at + 1].key == "the" and at + 2 < len(found) else at + 1
    if not _begins(found[behind]):
        return 0
    if _takes(before.key, word.key):
        return behind - at + 1
    if behind > at + 1:
        return 0
    owned = word.key in {"'s", "'"} and word.start == before.end and _owns_its_name(found, start, at)
    joined = word.key in {"and", "es"} and _joins(found, start, at)
    return 2 if owned or joined or word.key == "&" else 0


def _takes(noun: str, preposition: str) -> bool:
    """Say whether a noun of a name goes on with a preposition: "Bank of", "Ministry for", "Committee on"."""
    if preposition == "of":
        return noun in words("body_words") or noun in context("geography before of") or noun in words("roles") or noun in {"states", "general"}
    return preposition in {"for", "on"} and noun in context(f"body before {preposition}")


def _joins(found: Sequence[Word], start: int, at: int) -> bool:
    """Say whether "and" stands inside one name: "Trinidad and Tobago", "Department of Trade and Industry", "Food and Drug Administration"."""
    left, right = found[at - 1].key, found[at + 1].key
    if any((*(word.key for word in found[at - n : at + 1]), right) in joined_places() for n in (1, 2, 3)):
        return True
    if {left, right} <= _charges() and at + 2 < len(found) and found[at + 2].key in words("roles"):
        return True  # "Trade and Industry Minister Ann Lee"
    if any(word.key in {"of", "for", "on"} for word in found[max(start, at - _LONGEST_TAIL) : at]):
        return is_common(right)
    if found[start].opening or left in words("body_words") or not (is_common(left) and is_common(right)):
        return False
    return _tail(found, at + 1) > at + 1 and found[_tail(found, at + 1)].key in words("body_words")


def _owns_its_name(found: Sequence[Word], start: int, at: int) -> bool:
    """Tell the possessive of a body's name ("Children's Hospital", "St Mary's College", "Seafarers' Alliance") from its owner's ("Sweden's Norrbalt Lines")."""
    owner = found[at - 1]
    if is_place(owner.text) or is_adjective(owner.text):
        return False
    if found[at + 1].key in context("building"):
        return True
    if is_common(owner.key) and owner.key not in words("body_words"):
        return not owner.opening
    return found[at].key == "'" and at - start == 1 and found[_tail(found, at + 1)].key in words("body_words")


def _tail(found: Sequence[Word], at: int) -> int:
    """Return the last of the capitalised words that follow one another from `at`."""
    return next((n for n in range(at, len(found)) if not found[n].capital), len(found)) - 1


@cache
def _charges() -> frozenset[str]:
    """Return the words for what somebody in office may have charge of."""
    return frozenset(word for field, others in table("fields_of_office").items() for word in (field, *others))


@cache
def _abbreviations() -> frozenset[str]:
    lists = ("abbreviations", "abbreviations_before_names", "abbreviations_that_are_words")
    return frozenset(entry.removesuffix(".").lower() for name in lists for entry in table(name))


@cache
def _ordinary() -> frozenset[str]:
    lists = ("function_words", "common_words", "roles", "role_modifiers", "body_words", "family", "ranks", "geo_nouns")
    return frozenset().union(*map(words, lists))
