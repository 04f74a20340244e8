"""The words with which a report attributes, and how they judge what they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.grammar import verb_forms
from crosscheck.lexicon import table
from crosscheck.rules.sources import covering

if TYPE_CHECKING:
    from crosscheck.annotate.attributions import Attribution
    from crosscheck.rules.tellings import Telling


def stances(telling: Telling) -> frozenset[str]:
    """Return how the cues of a claim judge it: "doubting", "conceding", "confirming", or "neutral" where none of them does; empty where one cannot be read.

    In "she said the firm accepted that it had failed" both cues hold the claim, and together they concede it.
    """
    found = {_stance(one) for one in covering(telling)}
    if "conceding" in found and not _OWN.isdisjoint(telling.sentence.lows):
        return frozenset()
    return frozenset() if "" in found else frozenset(found - {"neutral"} or found)


def cue(attribution: Attribution) -> str:
    """Return the words that attribute, as the report has them."""
    return " ".join(span.flat for span in attribution.cue)


def cue_word(attribution: Attribution) -> str:
    """Return the last word of the cue in its dictionary form: "admit" for "has admitted", "claim" for "claims", "accord" for "according to"."""
    found = [word for span in attribution.cue for word in span.text.casefold().split()]
    known = [verb_forms()[word][0] for word in found if word in verb_forms()]
    return known[-1] if known else found[-1].removesuffix("s")


_OWN = frozenset({"blame", "error", "errors", "fault", "faults", "guilt", "mistake", "mistakes", "wrong", "wrongs"})
"""What is conceded in whatever words one tells it: "I have made mistakes"."""


def _stance(attribution: Attribution) -> str:
    if any(word in _NEGATIVE or word.endswith("n't") for word in cue(attribution).casefold().replace("’", "'").split()):
        return ""
    word = cue_word(attribution)
    return next((stance for stance, cues in table("stances").items() if word in cues), "")


_NEGATIVE = frozenset({"cannot", "neither", "never", "nor", "not"})
