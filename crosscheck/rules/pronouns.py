"""Rules about whom a pronoun means, where the other report says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.annotate.document import touching, within
from crosscheck.annotate.gazetteer import is_adjective
from crosscheck.annotate.grammar import FINITE, Tag
from crosscheck.annotate.names import EntityType
from crosscheck.annotate.phrases import names_people
from crosscheck.annotate.sources import stands_for
from crosscheck.layout import Role
from crosscheck.lexicon import words
from crosscheck.rules.people import are_one
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.similarity import is_content
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate import Document
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence, Token

KEPT = 0.75
"""From this share of the words of the shorter sentence on, a pronoun stands where the other report has who or what it is."""
LONGEST = 8
"""How many words may say who or what it is: "the British cookery author Ann Lee"."""


@rule("NAM006", "pronoun-unclear", Kind.NAMING, Severity.WARNING)
def pronoun_unclear(comparison: Comparison) -> Iterator[Difference]:
    """One report has a pronoun for whom or what the other names, and nothing before it tells who or what that is.

    The pronoun counts where the sentence is told in the same words around it, or where a brief begins with it. Whoever is named before
    in the report, under any form of the name, is meant by it; so may be a person who is only described, and of things any.

    Flagged:

        A: Ingrid Soder won the first stage of the race by eleven seconds on Friday.
        B: She won the first stage of the race by eleven seconds on Friday.

    Not flagged:

        A: Ingrid Soder trained alone all winter. Soder won the first stage of the race by eleven seconds on Friday.
        B: Ingrid Soder trained alone all winter. She won the first stage of the race by eleven seconds on Friday.
    """
    for rewording in comparison.rewordings:
        if rewording.kept_of_shorter < KEPT:
            continue
        if told := _unclear(comparison.a, rewording.one, rewording.a, comparison.b, rewording.b):
            yield Difference((told,), rewording.b, f'"{told.flat}" in A, only "{rewording.b[0].flat}" in B', 0.75)
        if told := _unclear(comparison.b, rewording.other, rewording.b, comparison.a, rewording.a):
            yield Difference(rewording.a, (told,), f'only "{rewording.a[0].flat}" in A, "{told.flat}" in B', 0.75)
    yield from _unclear_brief(comparison)


def _unclear_brief(comparison: Comparison) -> Iterator[Difference]:
    """Yield the "he" with which a brief begins, of whom nothing tells who that is, with the first person that a linked sentence of its story names."""
    brief = comparison.brief
    first = next((sentence for sentence in brief.sentences if sentence.role in {Role.HEADLINE, Role.BODY}), None) if brief else None
    if brief is None or first is None or first.tokens[0].text.casefold() not in {"he", "she"}:
        return
    in_a = brief is comparison.a
    story, partners = (comparison.b, comparison.partners_of_a) if in_a else (comparison.a, comparison.partners_of_b)
    pronoun = first.tokens[0]
    named = (span for partner in partners.get(first.id, ()) for span, entity in story.appearing_in(partner) if entity.type is EntityType.PERSON)
    if (name := next(named, None)) and not touching(brief.quotes, pronoun):
        if in_a:
            yield Difference((pronoun,), (name,), f'only "{pronoun.flat}" in A, "{name.flat}" in B', 0.7)
        else:
            yield Difference((name,), (pronoun,), f'"{name.flat}" in A, only "{pronoun.flat}" in B', 0.7)


def _unclear(knowing: Document, sentence: Sentence, told: Sequence[Token], document: Document, place: Sequence[Token]) -> Span | None:
    """Return the words for whom or what the one report names where the other has a pronoun that nothing explains."""
    if len(place) != 1 or place[0].text.casefold() not in _OF_A_PERSON | _OF_ANY or touching(document.quotes, place[0]):
        return None
    if not _is_noun_phrase(knowing, sentence, told):
        return None
    phrase = Span.of(knowing.article.text, told[0].start, told[-1].end)
    return None if _is_explained(document, place[0], knowing, phrase) else phrase


_OF_A_PERSON = frozenset({"he", "her", "him", "she"})
_OF_ANY = frozenset({"it", "them", "they"})


def _is_noun_phrase(document: Document, sentence: Sentence, tokens: Sequence[Token]) -> bool:
    if not 0 < len(tokens) <= LONGEST or any(touching(found, tokens[0]) for found in (document.times, document.quotes)):
        return False
    tags = {word.start: word.tag for word in document.tagged(sentence)}
    here = {tags[token.start] for token in tokens if not touching(document.mentions, token)}
    return tags[tokens[0].start] in {Tag.NOUN, Tag.DETERMINER} and not here & {Tag.PRONOUN, Tag.WH, *FINITE}


def _is_explained(document: Document, pronoun: Token, knowing: Document, phrase: Span) -> bool:
    """Say whether something before a pronoun may be what it stands for.

    A person may be named there otherwise than in the other report, unless the other report has him by that name as well.
    """
    low = pronoun.text.casefold()
    before = [token for token in _told_until(document, pronoun) if is_content(token) and not touching(document.times, token)]
    if low in _OF_ANY:
        return any(token.text.isalpha() and _may_be_thing(document, token) for token in before)
    meant = knowing.named_in(phrase)
    known = [entity for span, entity in document.appearances if span.end <= pronoun.start]
    if any(are_one(x, y, document.aliases) for x in meant for y in known) or not _stems(knowing, phrase).isdisjoint(token.stem for token in before):
        return True
    others = [entity for entity in knowing.entities if entity not in meant]
    strangers = [entity for entity in known if not any(are_one(entity, other, document.aliases) for other in others)]
    described = (token for token in before if not touching(document.mentions, token))
    return any(x.type in _MAY_BE_PERSON and stands_for(low, x) for x in strangers) or any(_is_for_person(token.text.lower()) for token in described)


def _stems(document: Document, phrase: Span) -> frozenset[str]:
    """Return the stems of what a phrase tells: at the beginning of a sentence nothing else may show that "Falk" is a name."""
    return frozenset(token.stem for token in within(document.sentence_of(phrase).tokens, phrase) if is_content(token))


def _may_be_thing(document: Document, word: Token) -> bool:
    """Say whether a word is no verb for sure: nothing in "It took" is "them"."""
    return next(tagged.tag for tagged in document.tagged(document.sentence_of(word)) if tagged.start == word.start) not in FINITE


_MAY_BE_PERSON = frozenset({EntityType.PERSON, EntityType.OTHER})


def _told_until(document: Document, end: Token) -> Iterator[Token]:
    """Yield the words of the news before a word."""
    told = (sentence for sentence in document.sentences if sentence.role in {Role.HEADLINE, Role.BODY} and sentence.start < end.start)
    return (token for sentence in told for token in sentence.tokens if token.end <= end.start)


def _is_for_person(low: str) -> bool:
    """Say whether a word may be for a person: "striker", "women", "journalist", "54-year-old", "Briton"."""
    if names_people(low) or low in _PERSONS or low.endswith(("ian", "ist", "man", "woman", "year-old")) or is_adjective(low):
        return True
    return any(noun in words(lexicon) for noun in (low, low.removesuffix("s")) for lexicon in ("family", "honorifics", "roles"))


_PERSONS = frozenset({"baby", "king", "pope", "queen", "twins", "victim"})
