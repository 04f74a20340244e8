"""Which entries of a list of words mark a clause: what denies it, and what makes it less than certain."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from crosscheck.annotate.grammar import Tag, Word, verb_forms
from crosscheck.lexicon import words
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def markers(clause: Sequence[Span], lexicon: str) -> list[Span]:
    """Return the longest entries of a list that stand in a clause; an entry of "no_negations" hides what it covers ("not only")."""
    lows = [word.text.lower().replace("’", "'") for word in clause]
    listed, hidden = _by_first(lexicon), _by_first("no_negations")
    found: list[Span] = []
    at = 0
    while at < len(lows):
        if lows[at] not in listed and lows[at] not in hidden and not lows[at].endswith("n't"):
            at += 1
            continue
        harmless = _longest(lows, at, hidden)
        size = 0 if harmless else _longest(lows, at, listed) or int(lexicon == "negations" and lows[at].endswith("n't"))
        if size and not _is_other_word(clause[at], lows, at) and not (lexicon == "hedges" and _is_compared(lows, at)):
            first, last = clause[at], clause[at + size - 1]
            found.append(Span(first.start, last.end, " ".join(word.text for word in clause[at : at + size])))
        at += max(harmless, size, 1)
    return found


def _is_other_word(word: Span, lows: Sequence[str], at: int) -> bool:
    """Say whether an entry is another word here: the month of May, "could not", "asked if", "No. 5", "high hopes"."""
    if isinstance(word, Word) and word.tag is Tag.NOUN and lows[at] in verb_forms() and not lows[at].endswith("ed"):
        return True
    if lows[at] == "could":  # "could not leave", "could be heard", "could see smoke": was able to
        verb = lows[at + 2 : at + 3] if lows[at + 1 : at + 2] == ["be"] else lows[at + 1 : at + 2]
        return bool(_ABLE & set(verb))
    if lows[at] == "may":
        return word.text == "May" and at > 0
    if lows[at] == "no":
        return at + 2 < len(lows) and lows[at + 1] == "." and lows[at + 2][:1].isdigit()
    return lows[at] == "if" and at > 0 and lows[at - 1] in {"as", "even", "ask", "asked", "asks", "asking"}


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
