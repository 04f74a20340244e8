"""Which entries of a list of words mark a clause: what denies it, and what makes it less than certain."""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from crosscheck.annotate.grammar import Tag, Word, closed_classes, verb_forms
from crosscheck.annotate.phrases import names_people
from crosscheck.lexicon import table, words
from crosscheck.spans import Span
from crosscheck.tokens import lowered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def markers(clause: Sequence[Span], lexicon: str) -> list[Span]:
    """Return the longest entries of a list that stand in a clause; an entry of "no_negations" hides what it covers ("not only")."""
    lows = [lowered(word.text) for word in clause]
    listed, hidden = _by_first(lexicon), _by_first("no_negations")
    found: list[Span] = []
    end = 0
    for at, word in enumerate(lows):
        if at < end or not (word in listed or word in hidden or word.endswith("n't")):
            continue
        harmless = _longest(lows, at, hidden)
        size = 0 if harmless else _longest(lows, at, listed) or int(lexicon == "negations" and word.endswith("n't"))
        if size and not _is_other_word(clause[at], lows, at) and not (lexicon == "hedges" and _is_compared(lows, at)):
            first, last = clause[at], clause[at + size - 1]
            found.append(Span(first.start, last.end, " ".join(word.text for word in clause[at : at + size])))
        end = at + max(harmless, size, 1)
    return found


def may_stand(lows: frozenset[str], lexicon: str) -> bool:
    """Say whether an entry of a list may stand in a sentence with these words, which in most no entry does; the "t" is that of "don't"."""
    return "t" in lows or any(lows.issuperset(entry) for first in lows & _firsts(lexicon) for entry in _by_first(lexicon)[first])


@cache
def _firsts(lexicon: str) -> frozenset[str]:
    return frozenset(_by_first(lexicon))


def dismisses_people(behind: Sequence[str]) -> bool:
    """Say whether the words behind "dismissed" tell of people, which denies nothing: "dismissed two hundred welders", "dismissed the captain"."""
    return _tells_of_people(behind[:_NEAR])


_NEAR = 4
"""How many words may lie between "dismissed" and who is."""


def _is_other_word(word: Span, lows: Sequence[str], at: int) -> bool:
    """Say whether an entry is another word here: the month of May, "could not", "asked if", "No. 5", "the No campaign", "high hopes"."""
    is_adjective = lows[at].endswith("ed") and closed_classes().get(lows[at - 1] if at else "") is Tag.DETERMINER  # "the disputed election"
    is_noun = isinstance(word, Word) and word.tag is Tag.NOUN and lows[at] in verb_forms() and not lows[at].endswith("ed")
    if is_adjective or is_noun:
        return True
    if lows[at] == "could":  # "could not leave", "could be heard", "could see smoke": was able to
        verb = lows[at + 2 : at + 3] if lows[at + 1 : at + 2] == ["be"] else lows[at + 1 : at + 2]
        return bool(_ABLE & set(verb))
    if lows[at].startswith("dismiss"):
        passive = at > 0 and lows[at - 1] in table("word_classes")["be"]
        return _tells_of_people(lows[max(0, at - _NEAR) : at]) if passive else dismisses_people(lows[at + 1 :])
    if lows[at] == "may":
        return word.text == "May" and at > 0
    if lows[at] == "no":
        numbered = at + 2 < len(lows) and lows[at + 1] == "." and lows[at + 2][:1].isdigit()
        return numbered or (at > 0 and word.text == "No")
    return lows[at] == "if" and at > 0 and lows[at - 1] in {"as", "even", "ask", "asked", "asks", "asking"}


def _tells_of_people(lows: Sequence[str]) -> bool:
    """Say whether a noun phrase is of people, and not of what they say: "the captain", "200 welders", not "the miners' claims", "claims by miners"."""
    phrase = [low for low in takewhile(lambda low: closed_classes().get(low) is not Tag.PREPOSITION, lows) if low[0].isalnum()]
    nouns = {noun for low in phrase for noun in (low, low.removesuffix("s"))}
    if nouns & (table("cue_nouns").keys() | words("demands")):
        return False
    return any(low[0].isdigit() or low in table("numbers") or names_people(low) for low in phrase) or bool(nouns & (words("family") | words("roles")))


_ABLE = frozenset({"feel", "felt", "hear", "heard", "not", "see", "seen", "smell", "smelled", "smelt"})


def _is_compared(lows: Sequence[str], at: int) -> bool:
    """Say whether a hedge only tells what something is measured by: "as expected", "worse than feared"."""
    return lows[at - 1 : at] == ["as"] or "than" in lows[max(0, at - _LONGEST_COMPARED) : at]


# How far before a hedge the "than" of a comparison may stand: "higher than analysts had expected".
_LONGEST_COMPARED = 4


def _longest(lows: Sequence[str], at: int, listed: Mapping[str, tuple[tuple[str, ...], ...]]) -> int:
    for entry in listed.get(lows[at], ()):
        if tuple(lows[at : at + len(entry)]) == entry:
            return len(entry)
    return 0


@cache
def _by_first(lexicon: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the entries of a list, longest first, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in sorted((tuple(line.split()) for line in words(lexicon)), key=lambda entry: (-len(entry), entry)):
        found.setdefault(entry[0], []).append(entry)
    return {first: tuple(entries) for first, entries in found.items()}
