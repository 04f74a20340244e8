"""What a number counts: the head noun of the phrase behind it, found without a tagger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.numerals import numeral
from crosscheck.annotate.pieces import word_at
from crosscheck.annotate.plurals import is_plural
from crosscheck.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate.pieces import Piece


def head(row: Sequence[Piece], at: int, *, count: float | None, after_in: bool = False) -> int | None:
    """Return the index of the noun that the number before `row[at]` counts, None where none follows.

    Adjectives cannot be told from nouns without a tagger, so: a `count` other than one asks for a plural, and the first is the head
    ("150,000 Russian troops massed": troops), with plurals that follow at once ("12 sales representatives"); after one it is the word before a form in -s
    ("one company pays up"); after a measure (`count` None) it is the last word of the run
    that a preposition, a pronoun, a past form or a mark ends ("a $37 million shortfall in": shortfall). A compound counts its second part
    ("a three-member team": member). The phrase may open with "of the",
    "of its", another number ("12 of the 31 posts": posts) or, where `after_in` allows, "in" ("$3 million in bribes": bribes).
    """
    if word_at(row, at) == "-" and word_at(row, at + 1) in {"strong", *_HOW_FAR}:
        at += 2  # "a 12-strong crew", "a 3km-long queue"
    elif word_at(row, at) == "-" and row[at].glued:
        return at + 1 if _run(row, at + 1) else None
    start, of_phrase = _opening(row, at, after_in=after_in)
    run = _run(row, start, counted=count is not None or of_phrase)
    plural = next((place for place, index in enumerate(run) if is_plural(row[index].lower)), None) if count is not None or of_phrase else None
    if plural is None:
        return run[-1] if run else None
    if count == 1:
        return run[plural - 1] if plural else None
    while plural + 1 < len(run) and run[plural + 1] == run[plural] + 1 and is_plural(row[run[plural + 1]].lower):
        plural += 1
    return run[plural]


def head_before(row: Sequence[Piece], begin: int) -> int | None:
    """Return the index of the noun that a number behind it counts, None where none does: "a crowd of [31,400]"; not "out of 12"."""
    noun = begin - 2
    if begin < 3 or word_at(row, begin - 1) != "of" or not row[noun].is_word or not row[noun].text.islower() or numeral(row, noun):  # noqa: PLR2004 - an article, a noun, "of"
        return None
    known = word_at(row, noun) not in words("function_words") and word_at(row, noun) not in words("phrase_ends")
    measured = word_at(row, noun - 1) in _DETERMINERS or word_at(row, noun - 2) in _DETERMINERS
    return noun if known and measured and word_at(row, noun) not in _ANY_MEASURE else None


_HOW_FAR = frozenset({"deep", "high", "long", "tall", "thick", "wide"})

# What any number may be: "an average of 12".
_ANY_MEASURE = frozenset({"age", "average", "maximum", "mean", "median", "minimum", "number", "part", "rate", "range", "series", "total"})


_DETERMINERS = frozenset(
    {"the", "its", "his", "her", "their", "our", "my", "your", "all", "these", "those", "this", "that", "a", "an", "some", "every", "each", "both"}
)
# Words between a number and its noun that are in no noun phrase otherwise.
_BETWEEN = frozenset({"more", "further", "additional", "other", "extra", "such", "different", "new", "or", "so"})
_LONGEST_PHRASE = 12
_NOUNS_IN_LY = frozenset({"ally", "anomaly", "assembly", "bully", "butterfly", "family", "fly", "monopoly", "rally", "reply", "supply", "daily", "weekly"})


def _opening(row: Sequence[Piece], at: int, *, after_in: bool) -> tuple[int, bool]:
    """Return where the noun phrase begins and whether it is an of-phrase."""
    word = word_at(row, at)
    if word == "in" and after_in and not _is_capitalised(row, at + 1):
        return at + 1, False
    if word != "of" and word not in _DETERMINERS - {"a", "an", "each", "every"}:
        while word_at(row, at) in _BETWEEN and word_at(row, at) not in {"or", "so"}:
            at += 1
        return at, False
    of_phrase = word == "of"
    at += of_phrase
    while word_at(row, at) in _DETERMINERS or (word_at(row, at).endswith("'s") and numeral(row, at + 1)):
        at += 1
    if counted := numeral(row, at):
        at = counted.end
    while word_at(row, at) in _BETWEEN:
        at += 1
    return at, of_phrase


def _run(row: Sequence[Piece], at: int, *, counted: bool = True) -> list[int]:
    """Return the indexes of the words that can be heads, up to what ends the noun phrase; "17 injured" counts, "27 percent preferred" does not."""
    run: list[int] = []
    ends = words("phrase_ends")
    end = min(at + _LONGEST_PHRASE, len(row))
    while at < end and row[at].is_word:
        first, at = at, _compound_end(row, at)
        word = row[at].lower
        adverb = word.endswith("ly") and word not in _NOUNS_IN_LY
        stops = word in ends or word in words("irregular_pasts") or (adverb and run)
        participle = word.endswith("ed") and (run or not counted)
        gerund = run and word.endswith("ing") and word_at(row, at + 1) in _DETERMINERS
        if first < at:
            # "Low-paid workers", "so-called experts": a compound with such an end is an adjective.
            adverb = bool(stops) or word.endswith(("ed", "ing"))
        elif stops or participle or gerund or (run and numeral(row, at)):
            break
        if not adverb and not word.endswith("'s"):
            run.append(at)
        at += 1
    return run


def _compound_end(row: Sequence[Piece], at: int) -> int:
    """Return the index of the last part of a hyphenated word: "al-Wahat", "river-flow", "up-to-date"."""
    while at + 2 < len(row) and row[at + 1].text == "-" and row[at + 1].glued and row[at + 2].glued and row[at + 2].is_word:
        at += 2
    return at


def _is_capitalised(row: Sequence[Piece], index: int) -> bool:
    return 0 <= index < len(row) and row[index].text[0].isupper()
