"""Rules about who or what is named, where the sentence is otherwise the same."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from crosscheck.annotate.document import within
from crosscheck.annotate.names import EntityType
from crosscheck.lexicon import words
from crosscheck.rules.attribution import source_differs, speaker_differs
from crosscheck.rules.briefs import told_by_brief_alone
from crosscheck.rules.clashes import Sort
from crosscheck.rules.exchanges import exchanged_names, numbered_otherwise
from crosscheck.rules.rule import Difference, Kind, Severity, rule
from crosscheck.spans import Span
from crosscheck.tokens import stem, stems, unaccented

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.rules.comparison import Comparison
    from crosscheck.segment import Sentence


@rule("NAM005", "name-differs", Kind.NAMING, Severity.WARNING)
def name_differs(comparison: Comparison) -> Iterator[Difference]:
    """In a sentence told alike the reports name another person, body or country, or two of them the other way round.

    Only a name of the same sort in the very place of the other counts, where the words around it are the same. What two do to
    each other ("met", "talks with") is the same either way round. A brief may also have a name where its story has another, in other words.

    Flagged:

        A: Lumo Power will buy the wind farms of Brightwater for $40 million.
        B: Lumo Power will buy the wind farms of Stillmoor for $40 million.

        A: Arco Steel sued Dunmore Rail in March over a cancelled order for wagons.
        B: Dunmore Rail sued Arco Steel in March over a cancelled order for wagons.

    Not flagged:

        A: President Ana Duarte met the head of the central bank, Luis Prado, on Friday.
        B: The head of the central bank, Luis Prado, met President Ana Duarte on Friday.
    """
    found = _by_sentences(comparison)
    yield from _exchanged(comparison, found)
    known = [name for met in found.values() for name, _ in met]
    for names, others in _changed_places(comparison):
        if not any(name.overlaps(one) for name in names for one in known):
            yield Difference(names, others, f'"{names[0].flat}" and "{names[1].flat}" have changed places')
    yield from _in_other_words(comparison, [pair for met in found.values() for pair in met])


def _in_other_words(comparison: Comparison, told: Sequence[tuple[Span, Span]]) -> Iterator[Difference]:
    """Yield the names that differ whatever words stand around them, but for those told of already."""
    named = ((a, b) for a, b, sort in comparison.misnamed if sort is not EntityType.PLACE)
    states = ((clash.a, clash.b) for clash in comparison.clashes if clash.sort is Sort.STATE)
    numbered = (pair for pair in numbered_otherwise(comparison) if not any(pair[0].overlaps(a) for a, _ in told))
    for a, b in chain(named, states, numbered):
        yield Difference((a,), (b,), f'"{a.flat}" in A, "{b.flat}" in B', 0.75)
    in_brief = int(comparison.brief is comparison.b)
    for name, sort in comparison.unheard_of:
        if sort is not EntityType.PLACE and not any(name.overlaps(pair[in_brief]) for pair in told):
            yield told_by_brief_alone(comparison, name)


def _exchanged(comparison: Comparison, found: Mapping[tuple[int, int], Sequence[tuple[Span, Span]]]) -> Iterator[Difference]:
    """Yield the names of which the one stands where the other does in a sentence told alike, and those that have changed places there."""
    told = _told_by_attribution(comparison, (pair for met in found.values() for pair in met))
    for (in_a, in_b), met in found.items():
        one, other = comparison.a.sentences[in_a], comparison.b.sentences[in_b]
        for a, b in met:
            back = next(((x, y) for x, y in met if a.start < x.start and (x.flat, y.flat) == (b.flat, a.flat)), None)
            if back and not _is_mutual(one, a, back[0]) and _between(one, a, back[0]) == _between(other, b, back[1]):
                yield Difference((a, back[0]), (b, back[1]), f'"{a.flat}" and "{b.flat}" have changed places')
            elif not (_has(other, a) or _has(one, b) or any(span.overlaps(a) for span in told)):
                yield Difference((a,), (b,), f'"{a.flat}" in A, "{b.flat}" in B', 0.75)


def _by_sentences(comparison: Comparison) -> Mapping[tuple[int, int], list[tuple[Span, Span]]]:
    """Return the names that stand in each other's place, by the numbers of the sentences they stand in."""
    found: dict[tuple[int, int], list[tuple[Span, Span]]] = defaultdict(list)
    for rewording in comparison.rewordings:
        here = found[rewording.one.id, rewording.other.id]
        here += [pair for pair in exchanged_names(comparison, rewording) if pair not in here]
    return found


def _changed_places(comparison: Comparison) -> Iterator[tuple[tuple[Span, Span], tuple[Span, Span]]]:
    """Yield two names and what links them, where the other report has them the other way round: "Lee told her he feared Kim", "Kim told her he feared Lee"."""
    for one, other in comparison.pairs:
        theirs = [(x, y, (_last(y), _last(x))) for x, y in pairwise(within(comparison.b.mentions, other))]
        for first, second in pairwise(within(comparison.a.mentions, one)):
            names = _last(first), _last(second)
            for x, y, turned in theirs:
                if names != turned or names[0] == names[1]:
                    continue
                link = _linking(one, first, second)
                if len(link) >= LINKED and link == _linking(other, x, y) and not _is_mutual(one, first, second):
                    yield (first, second), (x, y)


LINKED = 3
"""So many words between two names, at least, tell what the one has to do with the other."""


def _last(name: Span) -> str:
    return unaccented(name.text.split()[-1].removesuffix("'s").removesuffix("’s"))


def _linking(sentence: Sentence, first: Span, second: Span) -> list[str]:
    """Return the words between two names without the titles and marks before the second."""
    return [word for word in _between(sentence, first, second) if word.rstrip(".") not in words("honorifics") and word[0].isalnum()]


def _has(sentence: Sentence, name: Span) -> bool:
    """Say whether a sentence has the words of a name somewhere, in their order: "Russia" is not in "the Russian embassy"."""
    return f" {' '.join(name.text.split())} " in f" {' '.join(token.text for token in sentence.tokens)} "


def _told_by_attribution(comparison: Comparison, pairs: Iterable[tuple[Span, Span]]) -> tuple[Span, ...]:
    """Return the sources of A that the rules of attribution hold against others, where any names in question are those of sources."""
    if not any(_is_credited(comparison.a, a) and _is_credited(comparison.b, b) for a, b in pairs):
        return ()
    return tuple(span for difference in chain(comparison.seen_by(source_differs), comparison.seen_by(speaker_differs)) for span in difference.a)


def _is_credited(document: Document, name: Span) -> bool:
    credited = document.credits.get(document.sentence_of(name).id, ())
    return any(span.covers(name) for credit in credited for span in credit.source)


def _is_mutual(sentence: Sentence, first: Span, second: Span) -> bool:
    """Say whether the words between two names make what they do the same either way round: "and", "met", "in talks with"."""
    return any(stem(word) in stems("mutual") or word in _JOINED for word in _between(sentence, first, second))


def _between(sentence: Sentence, first: Span, second: Span) -> list[str]:
    return [token.text.casefold() for token in within(sentence.tokens, Span(first.end, second.start, ""))]


_JOINED = frozenset({"and", "or", "with", ",", "between"})
