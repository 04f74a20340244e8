"""What one source denies in the one report and admits in the other."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from crosscheck.annotate.cues import Stance
from crosscheck.annotate.document import within
from crosscheck.lexicon import table
from crosscheck.rules.rewordings import near_in_meaning
from crosscheck.rules.sources import same_source, voice
from crosscheck.rules.stances import cue_word
from crosscheck.similarity import is_content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.attributions import Attribution
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Token
    from crosscheck.spans import Span


def denied_and_admitted(comparison: Comparison) -> Iterator[tuple[Span, Span, tuple[int, int]]]:
    """Yield the cues with which linked sentences have one source deny and admit a thing, with the numbers of the sentences.

    Not where a report has the source do both: "denied negligence but admitted delays".
    """
    for one, other in comparison.pairs:
        mine, theirs = (document.credits.get(sentence.id, ()) for document, sentence in ((comparison.a, one), (comparison.b, other)))
        for x, y in product(mine, theirs):
            if _turns(x, y) and same_source(voice(comparison.a, x), voice(comparison.b, y)) and _of_one_thing(comparison, x, y):
                both = any(_turns(x, also) for also in mine) or any(_turns(y, also) for also in theirs)
                if not both:
                    yield x.cue[0], y.cue[0], (one.id, other.id)


def _turns(x: Attribution, y: Attribution) -> bool:
    return (x.stance is Stance.DENYING and _admits(y)) or (y.stance is Stance.DENYING and _admits(x))


def _admits(one: Attribution) -> bool:
    return one.stance is Stance.CONCEDING or cue_word(one) in table("stances")["confirming"]


def _of_one_thing(comparison: Comparison, x: Attribution, y: Attribution) -> bool:
    """Say whether what the one denies is what the other admits: both name one thing, or the one says "this", which stands in the sentence before."""
    mine, theirs = _content(comparison.a, x), _content(comparison.b, y)
    return not mine or not theirs or any(near_in_meaning(a.text, b.text) for a, b in product(mine, theirs))


def _content(document: Document, one: Attribution) -> Sequence[Token]:
    return [token for span in one.content for sentence in document.sentences_of(span) for token in within(sentence.tokens, span) if is_content(token)]
