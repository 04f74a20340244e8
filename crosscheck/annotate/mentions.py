"""Where somebody or something is named, with titles and the clues to what sort of thing it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate import clues, titles
from crosscheck.annotate.capitals import is_common, runs
from crosscheck.annotate.clues import Clue
from crosscheck.annotate.contexts import context
from crosscheck.annotate.gazetteer import is_adjective, is_metonym, is_place
from crosscheck.annotate.given_names import is_given
from crosscheck.lexicon import words
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate.capitals import Word


@dataclass(frozen=True, slots=True)
class Naming(Span):
    """A name where it stands: its words as lexicon keys, the titles beside it, and the clues around it."""

    keys: tuple[str, ...]
    titles: tuple[Span, ...]
    clues: frozenset[Clue]


class Usage(NamedTuple):
    """How a report uses its words: which are capitalised inside sentences, one by one, in pairs, in pairs that begin a run, and which stand in lower case."""

    capital: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    starts: frozenset[tuple[str, str]]
    lower: frozenset[str]


def usage(sentences: Sequence[Sequence[Word]]) -> Usage:
    """Return how the words of some sentences are used."""
    capital, pairs, starts, lower = set(), set(), set(), set()
    for found in sentences:
        for at, word in enumerate(found):
            if word.capital and not word.opening:
                capital.add(word.key)
                if at + 1 < len(found) and found[at + 1].capital:
                    pairs.add((word.key, found[at + 1].key))
                    if not found[at - 1].capital:
                        starts.add((word.key, found[at + 1].key))
            elif word.text.islower():
                lower.add(word.key)
    return Usage(frozenset(capital), frozenset(pairs), frozenset(starts), frozenset(lower))


def namings(text: str, offset: int, found: Sequence[Word], used: Usage) -> Iterator[Naming]:
    """Yield the names in the words of a sentence, whose text begins at `offset`."""
    previous = range(0)
    for run in runs(found):
        trimmed = _without_opening(found, run, used)
        if not trimmed or (len(trimmed) == 1 and _is_adjective_of(found[trimmed.start].key, used)):
            continue
        parts = titles.split(found, trimmed)
        owner, name = _core(found, parts.owner), _core(found, parts.name)
        if owner:
            yield _naming(text, offset, found, owner, ())
        if name:
            opened = range((parts.title or name).start, name.stop)
            beside = (titles.before(found, opened, previous), parts.title, titles.role_before(found, opened, previous), titles.role_after(found, name))
            naming = _naming(text, offset, found, name, tuple(part for part in beside if part))
            bearer = Clue.KNOWN_PLACE in naming.clues and parts.title.stop == name.start and bool(parts.title)  # "President Washington"
            yield replace(naming, clues=naming.clues - {Clue.KNOWN_PLACE}) if bearer else naming
        previous = trimmed


def is_titled_case(found: Sequence[Word]) -> bool:
    """Say whether a headline is in title case or capitals, so that its capitals tell nothing."""
    long = [word for word in found if len(word.key) >= _LONG and word.key.isalpha() and not word.opening]
    return len(long) > 1 and sum(word.capital for word in long) > _TITLED * len(long)


_LONG = 4  # letters; title case leaves "of", "the", "and" small
_TITLED = 0.7  # the part of a headline's longer words that is capitalised in title case
_ADJECTIVE_ENDINGS = (("n", ""), ("an", ""), ("ian", ""), ("ian", "y"), ("ese", ""), ("ish", ""), ("ns", ""), ("ans", ""), ("ians", ""), ("ians", "y"))
_DASHES = frozenset({"-", "--", "–", "—", ":", "_"})
_APPOSED = frozenset({"a", "an", "which", "who", "whose"})
_AUXILIARIES = frozenset({"is", "was", "has", "had", "will"})


def _without_opening(found: Sequence[Word], run: range, used: Usage) -> range:
    """Return the run without a first word that is capitalised only because it opens a sentence or a quote."""
    first = found[run.start]
    if not first.opening:
        return run
    if len(run) == 1:
        return run if _opens_as_name(found, run.start, used) else range(0)
    return run if _belongs_to_run(found, run, used) else range(run.start + 1, run.stop)


def _opens_as_name(found: Sequence[Word], at: int, used: Usage) -> bool:
    """Say whether a lone capitalised word that opens a sentence is a name."""
    word = found[at]
    if word.key in words("function_words") or is_adjective(word.text):
        return False
    if is_common(word.key) or word.key in used.lower:
        return is_place(word.text) or (word.key in used.capital and word.key not in used.lower)
    after = found[at + 1].key if at + 1 < len(found) else ""
    if (
        is_place(word.text)
        or is_metonym(word.text)
        or word.key in used.capital
        or after in context("geography after") | context("building")  # "Saratov airport"
        or (clues.ACRONYM.fullmatch(word.text) and word.key not in words("capitalised_things"))
    ):
        return True
    alone = range(at, at + 1)
    if {Clue.AGE, Clue.LOCATIVE} & clues.around(found, alone) or (word.text.isupper() and after in _DASHES) or titles.role_after(found, alone):
        return True
    behind = found[at + 2] if at + 2 < len(found) else word
    told = (after == "," and behind.key in _APPOSED) or (after == "and" and behind.capital and is_given(word.key))  # "Vantra, a company"; "John and Ann Lee"
    return (told or after in {"'s"} | context("verb of speech") | _AUXILIARIES) and not word.key.endswith(tuple(context("noun ending")))


def _is_adjective_of(word: str, used: Usage) -> bool:
    """Say whether a word is the adjective of a name in the report: "Belvarian" beside Belvaria."""
    if not word.endswith(("n", "ns", "ese", "ish")):
        return False
    return any(word.endswith(ending) and word[: -len(ending)] + other in used.capital for ending, other in _ADJECTIVE_ENDINGS if len(word) > len(ending) + 3)


def _belongs_to_run(found: Sequence[Word], run: range, used: Usage) -> bool:
    """Say whether the first word of a run that opens a sentence is part of the name or title: "Substitute Kim", "Bank Oostveld", but not "Heavy Russian"."""
    first, second = found[run.start], found[run.start + 1]
    if first.key.removesuffix("s") in words("family") and is_given(second.key):
        return False  # "Brothers Liam and Noel Farraday"
    if (first.key, second.key) in used.pairs or _opens_title(found, run) or is_adjective(first.text) or is_place(first.text):
        return True
    followed = run.start + 2 < run.stop and (second.key, found[run.start + 2].key) in used.starts
    if first.key in words("function_words") or (followed and first.key not in used.capital):
        return False
    if is_given(first.key):
        return True  # "Grant Shapps", "Bill Gates"
    return _opens_body(first, second, used) if is_common(first.key) or first.key in used.lower else True


def _opens_title(found: Sequence[Word], run: range) -> bool:
    first = found[run.start]
    if titles.is_honorific(first) or titles.is_role(first):
        return True
    modifies = first.key in words("ranks") or first.key in words("role_modifiers")
    return modifies and any(titles.is_role(found[at]) or titles.is_honorific(found[at]) for at in run[1:])


def _opens_body(first: Word, second: Word, used: Usage) -> bool:
    """Say whether an ordinary word opens the name of a body or place: "Bank Oostveld", "Education Ministry"."""
    if first.key in words("body_words") or first.key in words("geo_nouns"):
        return first.key not in used.lower
    modifies = first.key in words("role_modifiers") or first.key in context("body modifier")
    return modifies and second.key in words("body_words") and not second.key.endswith("s")


def _core(found: Sequence[Word], part: range) -> range:
    """Return the name in a range of words, without adjectives before it ("Brazilian" Wesley Camargo); nothing where no name is left."""
    part = _trimmed(found, part) if part else part
    if not part:
        return part
    text = " ".join(found[at].text for at in part)
    if is_adjective(text) and not is_place(text):
        return range(0)
    first = found[part.start]
    if len(part) == 1:
        lone = (
            len(first.text.rstrip(".")) == 1
            or first.key in words("capitalised_things")
            or titles.is_honorific(first)
            or titles.is_role(first)
            or first.key in words("ranks")
        )
        return range(0) if lone and first.key not in words("body_words") else part
    adjectives = next((n for n, at in enumerate(part) if not is_adjective(found[at].text)), 0)
    given = is_given(first.key) or first.key in context("adjective or given name")
    if adjectives and not given and not is_place(text) and not _is_body(found, part):
        rest = range(part.start + adjectives, part.stop)
        return range(0) if all(is_common(found[at].key) for at in rest) else rest
    return part


def _trimmed(found: Sequence[Word], part: range) -> range:
    """Return the range without joints at its ends."""
    start, stop = part.start, part.stop
    while start < stop and (not found[start].capital or found[start].key == "the"):
        start += 1
    while start < stop and found[stop - 1].key in {"of", "for", "on", "and", "the", "&", "'s", "'"}:
        stop -= 1
    return range(start, stop)


def _is_body(found: Sequence[Word], name: range) -> bool:
    if any(found[at].key in words("body_words") or found[at].key in words("geo_nouns") or found[at].key in words("company_forms") for at in name[1:]):
        return True
    return found[name.start].key in words("body_words")


def _naming(text: str, offset: int, found: Sequence[Word], name: range, called: tuple[range, ...]) -> Naming:
    start, end = found[name.start].start, found[name.stop - 1].end
    keys = tuple([word.key for word in found[name.start : name.stop]])
    spans = tuple([_span(text, offset, found, part) for part in called])
    tells = clues.within(found, name).union(clues.around(found, name), clues.of_titles(found, called))
    return Naming(start, end, text[start - offset : end - offset], keys, spans, tells)


def _span(text: str, offset: int, found: Sequence[Word], part: range) -> Span:
    start, end = found[part.start].start, found[part.stop - 1].end
    return Span(start, end, text[start - offset : end - offset])
