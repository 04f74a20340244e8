"""Who comments in one report and is silent in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.cues import ContentKind
from crosscheck.annotate.document import within
from crosscheck.annotate.sources import SourceKind
from crosscheck.layout import Role
from crosscheck.lexicon import words
from crosscheck.rules.parties import party, same_party
from crosscheck.rules.stances import cue_word
from crosscheck.similarity import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.annotate import Document
    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.silences import Silence
    from crosscheck.rules.parties import Party
    from crosscheck.spans import Span


def unanswered(document: Document, other: Document) -> Iterator[tuple[Silence, Attribution]]:
    """Yield whoever did not comment in one report, once, with his first comment in the other."""
    told: list[Party] = []
    for silence in document.silences:
        who = party(document, (silence.party,), silence.speaker)
        if who is None or any(same_party(who, earlier) for earlier in told):
            continue
        told.append(who)
        if any(same_party(who, party(other, (silent.party,), silent.speaker)) for silent in other.silences):
            continue
        topic = {*_meanings(document, silence.topic)} if silence.topic else set()
        mine, theirs = ([one for one in _comments(side, topic) if same_party(who, party(side, one.source, one.speaker))] for side in (document, other))
        if theirs and not mine:
            yield silence, theirs[0]


def _comments(document: Document, topic: set[str]) -> Iterator[Attribution]:
    """Yield what was said to those who wrote the report, about the topic where there is one."""
    for one in document.attributions:
        if one.content_kind is ContentKind.ATTITUDE or not one.source or cue_word(one) not in words("comment_cues"):
            continue
        if one.source_kind is SourceKind.DOCUMENT:  # "according to an audit by the bank" is no answer of the bank
            continue
        sentence = document.sentence_of(one.cue[0])
        if sentence.role is not Role.BODY or any(token.text.lower() in _ELSEWHERE for token in sentence.tokens):
            continue
        if not topic or any(topic & {*_meanings(document, part)} for part in one.content):
            yield one


_ELSEWHERE = frozenset({"ago", "book", "court", "earlier", "filing", "hearing", "last", "lawsuit", "previously", "testified", "testimony", "trial"})
"""Words that tell that something was said to others, or at another time: "told the court", "said last year"."""


def _meanings(document: Document, span: Span) -> Iterator[str]:
    return (term for sentence in document.sentences_of(span) for term in terms(within(sentence.tokens, span)))
