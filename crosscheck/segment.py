"""From an Article to its sentences and their tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.furniture import Role
from crosscheck.lexicon import table, words
from crosscheck.spans import Span
from crosscheck.tokens import Token, lowered, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nltk.tokenize.punkt import PunktSentenceTokenizer

    from crosscheck.read import Article, Block

__all__ = ["Sentence", "Token", "sentences"]


@dataclass(frozen=True)
class Sentence(Span):
    """A sentence of a report: its number in the file, its role, the block it stands in, its tokens."""

    id: int
    role: Role
    block: int
    tokens: tuple[Token, ...]

    @cached_property
    def lows(self) -> frozenset[str]:
        """The words and marks in lower case, what is written together also apart: of "mid-April" also "mid", "-", "april", of "5PM" also "5" and "pm".

        Of figures it holds the digits one by one. Most sentences have none of the words that a room goes by, and are passed by with one look at these.
        """
        lows = frozenset([lowered(token.text) for token in self.tokens])
        return lows.union(*[_PARTS.findall(joined) for joined in lows if not joined.isalpha()])


_PARTS = re.compile(r"[^\W\d_]+|\d|[^\w\s]")


def sentences(article: Article) -> tuple[Sentence, ...]:
    """Return every sentence of the article, of all roles, in order."""
    found = ((index, block.role, span) for index, block in enumerate(article.blocks) for span in _parts(block))
    return tuple(
        Sentence(span.start, span.end, span.text, number, role, index, tokens(article.text, span.start, span.end))
        for number, (index, role, span) in enumerate(found)
    )


def _parts(block: Block) -> Iterable[Span]:
    """Return the sentences of a block; a dateline is one, whatever stops it has ("PORTLAND, Ore. (AP) -")."""
    return (block,) if block.role is Role.DATELINE else split(block)


def split(block: Span) -> Iterator[Span]:
    """Yield the sentences of one paragraph, without the white space between them.

    Punkt (Kiss and Strunk 2006, with our abbreviations instead of trained ones) proposes; quotes, attributions and what an
    abbreviation stands before correct it. A line end inside the paragraph is a space like any other.
    """
    mirror = block.text.translate(_MIRROR)
    glued = set(_glued(mirror))
    proposed = {0, *glued, *_missed(mirror), *(start for start in _proposed(mirror) if start + 1 not in glued)}  # not '"Why?' | '"He'
    starts = [start for start in sorted(proposed) if start == 0 or not _goes_on(mirror, start)]
    opened = {end for start, end in pairwise(starts) if _OPENING.fullmatch(mirror, start, end)}
    for start, end in pairwise((*(start for start in starts if start not in opened), len(mirror))):
        length = len(mirror[start:end].rstrip())
        yield Span(block.start + start, block.start + start + length, block.text[start : start + length])


_OPENING = re.compile(r"[\W_]*+(?:(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]\s*+)?")  # what a sentence may begin with: "... He left.", "2. The road is open."

# Punkt knows straight marks; one character for one keeps the offsets.
_MIRROR = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\r": " ", "\n": " "})


def _proposed(mirror: str) -> Iterator[int]:
    """Yield where Punkt sees sentences begin, which is nowhere in the many paragraphs of one sentence with a stop at its end alone."""
    told = mirror.rstrip(_CLOSING)
    if "." in told or "?" in told or "!" in told:
        yield from (start for start, _ in _punkt().span_tokenize(mirror))


_CLOSING = " .?!\"')]"


@cache
def _punkt() -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # noqa: PLC0415  (importing nltk takes a third of a second)

    parameters = PunktParameters()
    parameters.abbrev_types = {short.removesuffix(".").lower() for short in (*table("abbreviations"), *table("abbreviations_before_names"))}
    return PunktSentenceTokenizer(parameters)


def _missed(mirror: str) -> Iterator[int]:
    """Yield where sentences begin that Punkt does not see: after a stop that is an abbreviation's, an initial's or an ellipsis's too."""
    yield from (match.end() for match in _patterns().new_sentence.finditer(mirror))
    for match in _AFTER_CLOCK_TIME.finditer(mirror) if ".m." in mirror else ():  # "at 5 p.m. Police said", but "at 5 p.m. Monday", "at 5 p.m. Moscow time"
        if match["next"].lower() not in words("calendar"):
            yield match.end()


def _glued(mirror: str) -> Iterator[int]:
    """Yield where sentences begin right behind a stop, as where the line ends of a page were lost: "rose on Friday.The index", not "St.Louis"."""
    if not _STOP_AND_CAPITAL.search(mirror):
        return
    yield from (match.end() for match in _GLUED.finditer(mirror) if f"{match['word'].lower()}." not in _abbreviations())


_STOP_AND_CAPITAL = re.compile(r"""[.!?"')]["'(]?[A-Z]""")  # what few paragraphs have, and is soon found
_GLUED = re.compile(
    r"""(?<![\w.@/-])(?P<word>[A-Z]?[a-z]{2,30}|\d{1,3}%?)  # a whole word or figure, no part of an address
        (?:[.!?]["')]?|["')][.!?])
        (?=["'(]?[A-Z][a-z]*+[\s,'-])(?!(?:Com|Net|Org)\b)""",
    re.VERBOSE,
)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(short.lower() for short in (*table("abbreviations"), *table("abbreviations_before_names")))


def _goes_on(mirror: str, start: int) -> bool:
    """Say whether the sentence before `start` goes on there."""
    before, after = mirror[max(0, start - _NEAR) : start].rstrip(), mirror[start : start + _NEAR]
    patterns = _patterns()
    if patterns.starter.match(after):
        return patterns.title.search(before) is not None or _NUMBERED.search(before) is not None  # "Gen. He Weidong"
    return (
        _CONTINUATION.match(after) is not None
        or patterns.title.search(before) is not None
        or _NUMBERED.search(before) is not None
        or (_INITIALS.search(before) is not None and after[:1].isupper())
        or (_INITIAL.search(before) is not None and _NICKNAME.match(after) is not None)
        or (after[:1].isdigit() and patterns.abbreviation_before_number.search(before) is not None)
        or (before.endswith(_EXCLAIMED) and _is_attribution(after))
    )


_NEAR = 120  # characters: what decides stands close by
_CONTINUATION = re.compile(
    r"""(?!(?:al|an|ar|as|ash|at|ad|el)-[A-Z] | [a-z]{1,2}[A-Z])  # "al-Shabab claimed", "iPhone sales" may begin a sentence
        (?: [a-z\u00df-\u00f6\u00f8-\u00ff]                     # "We won!" she said
          | ["')\]]*\s*[-\u2013-\u2015,;:]                         # "Why?" -- that was all he asked
          | \W*$ )                                              # a mark that was left over
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"[:;]\s\(?\d{1,3}\.$")  # What is known: 1. The ship sank.
_INITIALS = re.compile(r"(?<!\w)(?:[A-Z]\.){2,4}$")  # G.K. Ames
_INITIAL = re.compile(r"(?<![\w.])[A-Z]\.$")
_NICKNAME = re.compile(r"""["'(]\w+["')]\s+[A-Z]""")  # Ann C. "Annie" Lee
_AFTER_CLOCK_TIME = re.compile(r"\b[ap]\.m\.\s+(?=(?P<next>[A-Z]\w*+)(?!\s+(?:\w+\s+)?[Tt]ime\b))(?!Eastern|Central|Mountain|Pacific|Greenwich)")
_EXCLAIMED = ('!"', '?"', "!'", "?'")


def _is_attribution(after: str) -> bool:
    """Say whether a name and a verb of saying follow, as in '"Why not?" Ann Lee asked.'; what is said must not come after them."""
    found = _NAME_AND_VERB.match(after)
    return found is not None and stem(found["verb"]) in _verbs_of_quoting()


_NAME_AND_VERB = re.compile(
    r"(?:[A-Z][\w'.-]*\s+){1,5}(?P<verb>[a-z]+)(?=[.,;:]|\s+(?:after|as|at|before|during|from|in|later|of|on|reporters|to|when|while|with)\b|$)"
)


@cache
def _verbs_of_quoting() -> frozenset[str]:
    return frozenset(stem(verb) for verb, uses in table("cue_verbs").items() if "quote" in uses and " " not in verb)


class _Patterns(NamedTuple):
    """What the word lists look for around a stop."""

    starter: re.Pattern[str]
    new_sentence: re.Pattern[str]
    title: re.Pattern[str]
    abbreviation_before_number: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    starters = "|".join(sorted(re.escape(word[0].upper() + word[1:]) for word in words("sentence_starters")))
    titles = "|".join(sorted(re.escape(short) for short in table("abbreviations_before_names")))
    ambiguous = "|".join(sorted(re.escape(short) for short in table("abbreviations_that_are_words")))
    starter = rf"""["'(\[]?(?:{starters})\s"""
    return _Patterns(
        starter=re.compile(starter),
        new_sentence=re.compile(rf"""(?<=[.\u2026])["')\]]{{0,3}}\s+(?={starter})"""),
        title=re.compile(rf"(?<![\w.])(?:{titles})$"),
        abbreviation_before_number=re.compile(rf"(?<!\w)(?:{ambiguous})$"),
    )
