"""What a rule looks at: two documents and what in the one answers to what in the other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from crosscheck.align import told
from crosscheck.rules.briefs import misnamed, unheard_of
from crosscheck.rules.clashes import clashes
from crosscheck.rules.decisions import told_decisions
from crosscheck.rules.people import kin
from crosscheck.rules.remarks import remarks
from crosscheck.rules.rewordings import rewordings
from crosscheck.rules.slots import deed_of
from crosscheck.rules.sources import credited_by_word
from crosscheck.rules.tellings import claim_pairs, tellings
from crosscheck.similarity import rarity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from crosscheck.aliases import Aliases
    from crosscheck.align import Link
    from crosscheck.annotate import Document
    from crosscheck.annotate.names import EntityType, Mention
    from crosscheck.bags import Bags
    from crosscheck.rules.clashes import Clash
    from crosscheck.rules.people import Kin
    from crosscheck.rules.remarks import Remark
    from crosscheck.rules.rewordings import Rewording
    from crosscheck.rules.rule import Difference, Rule
    from crosscheck.rules.slots import Deed
    from crosscheck.rules.tellings import ClaimPair, Telling
    from crosscheck.segment import Sentence


BRIEF = 4
"""A report with so many times fewer sentences than the other is a brief of it, which leaves out for room what the other tells in full."""


@dataclass(frozen=True)
class Comparison:
    """Two reports, as bags of words, with the links between their sentences; `aliases` are the names that house style makes one."""

    bags_a: Bags
    bags_b: Bags
    links: tuple[Link, ...]
    aliases: Aliases = ()

    @cached_property
    def a(self) -> Document:
        """Report A."""
        return self.bags_a.document

    @cached_property
    def b(self) -> Document:
        """Report B."""
        return self.bags_b.document

    @cached_property
    def idf(self) -> Mapping[str, float]:
        """How rare each feature and each word is over the sentences of both reports."""
        return rarity(about.keys() | told.keys() for bags in (self.bags_a, self.bags_b) for about, told in zip(bags.features, bags.terms, strict=True))

    @cached_property
    def pairs(self) -> tuple[tuple[Sentence, Sentence], ...]:
        """The linked sentences that are not the same word for word, in order."""
        linked = ((self.a.sentences[link.a], self.b.sentences[link.b]) for link in self.links)
        return tuple((one, other) for one, other in linked if one.text.split() != other.text.split())

    @cached_property
    def partners_of_a(self) -> Mapping[int, tuple[Sentence, ...]]:
        """The sentences of B linked with each sentence of A."""
        return _grouped((link.a, self.b.sentences[link.b]) for link in self.links)

    @cached_property
    def partners_of_b(self) -> Mapping[int, tuple[Sentence, ...]]:
        """The sentences of A linked with each sentence of B."""
        return _grouped((link.b, self.a.sentences[link.a]) for link in self.links)

    def seen_by(self, rule: Rule) -> tuple[Difference, ...]:
        """Return what a rule sees, which other rules may ask for as well: it looks once."""
        if rule.code not in self._seen:
            self._seen[rule.code] = tuple(rule.check(self))
        return self._seen[rule.code]

    @cached_property
    def _seen(self) -> dict[str, tuple[Difference, ...]]:
        return {}

    @cached_property
    def credited_a(self) -> Mapping[str, AbstractSet[frozenset[str]]]:
        """The sources of A, each as the words for it, under each of them."""
        return credited_by_word(self.a)

    @cached_property
    def credited_b(self) -> Mapping[str, AbstractSet[frozenset[str]]]:
        """The sources of B."""
        return credited_by_word(self.b)

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """The remarks that both reports quote."""
        return tuple(remarks(self))

    @cached_property
    def decisions(self) -> tuple[tuple[Telling, Telling], ...]:
        """The claims of both reports in which somebody tells what one and the same has decided."""
        return tuple(told_decisions(self))

    @cached_property
    def deed_of_a(self) -> Callable[[int, int], Deed | None]:
        """The deed of a verb of A, by the number of the sentence and the place there; times and places may hang on one verb, which is read once."""
        return cache(partial(deed_of, self.a))

    @cached_property
    def deed_of_b(self) -> Callable[[int, int], Deed | None]:
        """The deed of a verb of B."""
        return cache(partial(deed_of, self.b))

    @cached_property
    def kin(self) -> tuple[Kin, ...]:
        """The people who may be one."""
        return kin(self.a, self.b, self.aliases)

    @cached_property
    def only_a(self) -> tuple[Sentence, ...]:
        """The sentences of A that tell news and have no partner."""
        return tuple(sentence for sentence in told(self.a) if sentence.id not in self.partners_of_a)

    @cached_property
    def only_b(self) -> tuple[Sentence, ...]:
        """The sentences of B that tell news and have no partner."""
        return tuple(sentence for sentence in told(self.b) if sentence.id not in self.partners_of_b)

    @cached_property
    def brief(self) -> Document | None:
        """The report that is a brief beside the other: a summary, an item of four lines against a story of forty; None where neither is."""
        shorter, longer = sorted((self.a, self.b), key=_length)
        return shorter if BRIEF * _length(shorter) <= _length(longer) else None

    @cached_property
    def claims(self) -> tuple[ClaimPair, ...]:
        """The claims that both reports make."""
        return claim_pairs(self)

    @cached_property
    def tellings_a(self) -> tuple[tuple[Telling, ...], ...]:
        """The claims of each sentence of A, whether B makes them or not."""
        return tellings(self.bags_a)

    @cached_property
    def tellings_b(self) -> tuple[tuple[Telling, ...], ...]:
        """The claims of each sentence of B."""
        return tellings(self.bags_b)

    @cached_property
    def rewordings(self) -> tuple[Rewording, ...]:
        """What stands in the place of what, where linked sentences are told in the same words around it."""
        return tuple(rewordings(self.a, self.b, self.pairs))

    @cached_property
    def misnamed(self) -> tuple[tuple[Mention, Mention, EntityType], ...]:
        """The names that a brief has where its story has others, with their sort."""
        return tuple(misnamed(self))

    @cached_property
    def unheard_of(self) -> tuple[tuple[Mention, EntityType], ...]:
        """The names that a brief has and its story nowhere, though it tells their sentences, with their sort; none that is misnamed."""
        known = {name.start for a, b, _ in self.misnamed for name in ((a,) if self.brief is self.a else (b,))}
        return tuple((name, sort) for name, sort in unheard_of(self) if name.start not in known)

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """The words that rule each other out beside a word that both reports have."""
        return tuple(clashes(self))


def _length(document: Document) -> int:
    return sum(1 for _ in told(document))


def _grouped(links: Iterator[tuple[int, Sentence]]) -> Mapping[int, tuple[Sentence, ...]]:
    grouped: dict[int, tuple[Sentence, ...]] = defaultdict(tuple)
    for number, partner in links:
        grouped[number] += (partner,)
    return grouped
