"""Rules about what stands between quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crosscheck.annotate.document import touching
from crosscheck.lexicon import words as lexicon_words
from crosscheck.rules.pairing import each_once
from crosscheck.rules.remarks import MIN_WORDS, SAME_REMARK, Remark, altered, left_over, placed, within_longer, words
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.rules.sources import same_source, spoken_by, voice
from crosscheck.similarity import meaning
from crosscheck.spans import Span
from crosscheck.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.quotes import Quote
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence

QUALIFIERS = frozenset({"except", "if", "never", "no", "not", "only", "unless", "until"})
"""Words whose loss turns a remark around."""


@rule("QUO001", "quote-altered", Kind.QUOTATION, Severity.ERROR)
def quote_altered(comparison: Comparison) -> Iterator[Difference]:
    """The reports put different words of one remark between quotation marks.

    The words inside the marks are the speaker's and are never altered, not even their grammar. Typography, case and closing
    punctuation are no alteration, nor is an insertion in [brackets]. Two translations of one remark are told with less confidence.

    Flagged:

        A: "We will stay until the river is clean, and we will pay for it," Lowe said.
        B: "We will stay until the river is clean, and we will help pay for it," Lowe said.

    Not flagged:

        A: "We will stay until the river is clean," Lowe said.
        B: “We will stay until the river is clean”, Lowe said.
    """
    told = [remark for remark in comparison.remarks if remark.alike >= SAME_REMARK or _is_told_otherwise(comparison, remark)]
    built_alike = (remark for remark in left_over(comparison, told) if _is_of_one(comparison, remark))
    for remark in (*told, *each_once(built_alike, lambda remark: remark.alike)):
        if remark.alike < SAME_REMARK:
            yield Difference((remark.a,), (remark.b,), "the speaker is quoted in other words", 0.6)
        elif not within_longer(remark):
            a, b = altered(remark)
            yield Difference((a,), (b,), f'quoted as "{a.flat}" in A, "{b.flat}" in B', 0.95)


def _is_told_otherwise(comparison: Comparison, remark: Remark) -> bool:
    """Say whether quotes in linked sentences are one remark in other words: they share a word that tells something, or their speaker is quoted once."""
    mine, theirs = spoken_by(comparison.a, remark.a), spoken_by(comparison.b, remark.b)
    one = _share_a_word(remark) or (_is_only(comparison.a, mine) and _is_only(comparison.b, theirs) and _speak_of_the_same(remark))
    return one and _is_of_one(comparison, remark)


def _is_of_one(comparison: Comparison, remark: Remark) -> bool:
    return same_source(voice(comparison.a, spoken_by(comparison.a, remark.a)), voice(comparison.b, spoken_by(comparison.b, remark.b))) is True


@rule("QUO002", "quote-truncated", Kind.QUOTATION, Severity.NOTE)
def quote_truncated(comparison: Comparison) -> Iterator[Difference]:
    """One report quotes only a part of what the other quotes.

    A shorter quote is no mistake; it is a warning where the words left out turn the remark around (if, unless, not).

    Flagged:

        A: "We will pay for it if the court says so," Lowe said.
        B: "We will pay for it," Lowe said.

    Not flagged:

        A: "We will pay for it," Lowe said.
        B: "We will pay for it," Lowe said.
    """
    for remark in (*comparison.remarks, *_clipped(comparison)):
        if words(remark.a) == words(remark.b) or not within_longer(remark) or _quoted_apart(comparison, remark):
            continue
        where = "A" if len(words(remark.a)) < len(words(remark.b)) else "B"
        lost = _lost_qualifier(remark)
        message = f'the quote in {where} leaves out "{lost}"' if lost else f"{where} quotes less of the remark"
        yield Difference((remark.a,), (remark.b,), message, 0.9, Severity.WARNING if lost else None)


def _clipped(comparison: Comparison) -> Iterator[Remark]:
    """Yield the quotes of a word or two that are a part of the other report's, in one claim of one speaker, and leave out what turns it around.

    "Likely but not certain" against "likely".
    """
    for pair in comparison.claims:
        for one in touching(comparison.a.quotes, pair.a.claim):
            for other in touching(comparison.b.quotes, pair.b.claim):
                remark = Remark(one, other, 1.0)
                if _is_clipped(comparison, remark):
                    yield remark


def _is_clipped(comparison: Comparison, remark: Remark) -> bool:
    least = min(len(words(remark.a)), len(words(remark.b)))
    if not 0 < least < MIN_WORDS or not within_longer(remark) or not _lost_qualifier(remark):
        return False
    a, b = spoken_by(comparison.a, remark.a), spoken_by(comparison.b, remark.b)
    return same_source(voice(comparison.a, a), voice(comparison.b, b)) is True


@rule("QUO003", "quote-or-paraphrase", Kind.QUOTATION, Severity.NOTE)
def quote_or_paraphrase(comparison: Comparison) -> Iterator[Difference]:
    """One report quotes words that the other tells as its own.

    Marks promise the reader that the words were said so; without them the report answers for the words itself.

    Flagged:

        A: The minister accepts the meeting "in principle", the office said.
        B: The minister accepts the meeting in principle, the office said.

    Not flagged:

        A: The minister accepts the meeting "in principle", the office said.
        B: The minister accepts the meeting "in principle", the office said.
    """
    for one, other in comparison.pairs:
        for quote, plain in _told_plainly(comparison.a, one, comparison.b, other):
            if _tells_the_same(comparison, quote, plain):
                yield Difference((quote,), (plain,), "A quotes what B tells in its own words")
        for quote, plain in _told_plainly(comparison.b, other, comparison.a, one):
            if _tells_the_same(comparison, plain, quote):
                yield Difference((plain,), (quote,), "B quotes what A tells in its own words")


def _tells_the_same(comparison: Comparison, a: Span, b: Span) -> bool:
    """Say whether the words stand in one claim; a few words ("a success") may be said of two things."""
    return len(words(a)) > MIN_WORDS or any(pair.a.claim.overlaps(a) and pair.b.claim.overlaps(b) for pair in comparison.claims)


def _share_a_word(remark: Remark) -> bool:
    """Say whether the quotes have a word that tells something in common; without one they are two remarks."""
    mine, theirs = ({meaning(stem(word)) for word in words(quote) if word not in lexicon_words("function_words")} for quote in (remark.a, remark.b))
    return bool(mine & theirs)


def _is_only(document: Document, credit: Attribution | None) -> bool:
    """Say whether a report quotes a speaker once, so that what it quotes is what he is quoted for: two translations need not share a word."""
    if credit is None or credit.speaker is None:
        return False
    quoted = [one for one in document.attributions if one.speaker == credit.speaker and any(touching(document.quotes, part) for part in one.content)]
    return len(quoted) == 1


def _speak_of_the_same(remark: Remark) -> bool:
    """Say whether both quotes have a pronoun in common: "we" in "We let our customers down" and "We have failed our subscribers"."""
    return not set(words(remark.a)).isdisjoint(set(words(remark.b)) & _PRONOUNS)


_PRONOUNS = frozenset({"he", "her", "his", "i", "it", "me", "my", "our", "she", "their", "they", "us", "we", "you", "your"})


def _lost_qualifier(remark: Remark) -> str:
    """Return the first word that turns the remark around, "" where there is none, in what the shorter quote leaves out of the sentence it breaks off."""
    shorter, longer = sorted((remark.a, remark.b), key=lambda quote: len(words(quote)))
    kept, whole = words(shorter), words(longer)
    begin = next(at for at in range(len(whole)) if whole[at : at + len(kept)] == kept)
    found = placed(longer)
    first, last = found[begin], found[begin + len(kept) - 1]
    head = _SENTENCE_END.split(longer.text[: first.start - longer.start])[-1]
    tail = _SENTENCE_END.split(longer.text[last.end - longer.start :])[0]
    lost = (*words(Span(0, 0, head)), *words(Span(0, 0, _without_another_clause(tail, kept))))
    return next((word for word in lost if word in QUALIFIERS), "")


def _without_another_clause(tail: str, kept: Sequence[str]) -> str:
    """Return what the shorter quote breaks off, up to a clause of its own about something else.

    "I was tired, [but I am not in the wine business]" takes nothing back; "we will pay, but not now" does, and so does "but we will not pay now".
    """
    said = {stem(word) for word in kept if word not in lexicon_words("function_words")}
    for joined in _JOINED.finditer(tail):
        clause = words(Span(0, 0, tail[joined.end() :]))
        qualifier = next((at for at, word in enumerate(clause) if word in QUALIFIERS or word.endswith("n't")), 0)
        if any(word.partition("'")[0] in _SUBJECTS for word in clause[:qualifier]) and said.isdisjoint(stem(word) for word in clause):
            return tail[: joined.start()]
    return tail


_JOINED = re.compile(r",\s(?:and|but|or|so|yet)\s")
_SUBJECTS = frozenset({"he", "i", "it", "she", "that", "there", "they", "this", "we", "you"})


_SENTENCE_END = re.compile(r"[.!?;]")


def _quoted_apart(comparison: Comparison, remark: Remark) -> bool:
    """Say whether the words that the shorter quote leaves out stand in another quote beside it: "We will pay," she said, "if we must"."""
    shorter, longer = sorted(((comparison.a, remark.a), (comparison.b, remark.b)), key=lambda side: len(words(side[1])))
    beside = (quote for sentence in shorter[0].sentences_of(shorter[1]) for quote in touching(shorter[0].quotes, sentence))
    return set(words(longer[1])) <= {word for quote in beside for word in words(quote)}


def _told_plainly(document: Document, sentence: Sentence, other: Document, partner: Sentence) -> Iterator[tuple[Quote, Span]]:
    """Yield each quote of the sentence whose words stand in the partner outside quotation marks, with the words there."""
    for quote in touching(document.quotes, sentence):
        if all(word.text[0].isupper() for word in placed(quote)):
            continue  # a name in quotation marks
        pattern = r"\W+".join(re.escape(word.text) for word in placed(quote))
        found = re.search(rf"\b{pattern}\b", partner.text, re.IGNORECASE) if pattern else None
        if found:
            plain = Span.of(other.article.text, partner.start + found.start(), partner.start + found.end())
            if not any(marked.overlaps(plain) for marked in other.quotes):
                yield quote, plain
