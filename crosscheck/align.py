"""Which sentences of two reports tell the same thing: scored links, each one sentence with one, m:n over all."""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.amounts import compatible
from crosscheck.annotate.document import within
from crosscheck.read import Role
from crosscheck.similarity import beyond_everyday, cosine, pieces, profile, rarity, shared, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosscheck.annotate import Document
    from crosscheck.annotate.quantities import Quantity
    from crosscheck.bags import Bags
    from crosscheck.segment import Sentence, Token
    from crosscheck.similarity import Profile

TOLD = frozenset({Role.HEADLINE, Role.BODY})
"""The roles whose sentences tell the news; the rest is furniture."""

# The weights of a logistic regression over the evidence for a link, fitted on the gold pairs, on fourteen written apart from the program, on pairs of
# real reports and, at a twenty-fifth of the weight, on ECB+ (Cybulska and Vossen 2014); leaving one pair out, alignment F1 is .90 on the first,
# .92 on the second and .78 on the third (.82 and .69 on the first and the third for the best threshold on a cosine).
CLAIM = 3.7
"""The cosine of the two likeliest claims in them apart from names and figures, 0..1: what is told of whom, when and how many is where tellings differ."""
PIECES = 7.3
"""The cosine of the pieces of their words, 0..1: "piracy" and "pirates", "Teodros" and "Tewodros" are nearly the same word."""
SHARED = 0.5
"""The logarithm of what they share beside everyday words, which are in any two reports: five rare words in common say more than one."""
AMOUNTS = 3.5
"""An amount in the one agrees with an amount in the other."""
CLOCKS = 10.9
"""Both tell a time of day or a minute of play, parted by how many sentences do in the report where more do: few do, and of the same event."""
STANDING = 2.2
"""How near their cosine comes to the highest that the one, or else the other, has with any sentence, 0..1: the farther of the two."""
FAVOUR = 1.9
"""The nearer of the two: a sentence has a likeliest one even where that one has a likelier."""
HEADLINES = 4.5
"""Both are headlines, which tell the same news in a handful of words, often no two the same."""
LEADS = 3.4
"""One is a headline or a lead, and so is the other, but not both headlines."""
DISTANCE = -2.6
"""How far apart they stand, 0 for the same place in both reports, 1 for the beginning of one and the end of the other."""
NEIGHBOUR = 1.6
"""The cosine of the likeliest pair beside them, 0..1: what is told together in the one is told together in the other."""
BIAS = -6.9

WORTH = 0.05
"""The cosine from which a pair of sentences is looked at closely, beside the likeliest of each."""
COMMON = 100
"""A feature in more sentences than this brings no pair together; it still counts in the pairs that others bring."""
TELLING_AMOUNT = 10
"""From this value on a bare number is an amount that tells something: "two" agrees with many another "two"."""


@dataclass(frozen=True, slots=True)
class Link:
    """Sentence `a` of one report tells what sentence `b` of the other tells; `score` is how likely, 0..1."""

    a: int
    b: int
    score: float


def align(a: Bags, b: Bags, min_similarity: float) -> tuple[Link, ...]:
    """Return the links that score at least `min_similarity`, in order of sentence.

    A sentence that the other report repeats word for word is told whole by its repeat, and has no other link.
    Swapping the reports swaps each link and changes nothing else.
    """
    repeats = _repeats(a.document, b.document)
    done_a, done_b = repeats.keys(), set(repeats.values())
    links = [Link(one, other, 1.0) for one, other in repeats.items()]
    links += [link for link in _scored(a, b, min_similarity) if link.a not in done_a and link.b not in done_b]
    return tuple(sorted(links, key=lambda link: (link.a, link.b)))


def told(document: Document) -> Iterator[Sentence]:
    """Yield the sentences that tell the news, headline and body, in order."""
    return (sentence for sentence in document.sentences if sentence.role in TOLD)


def _repeats(a: Document, b: Document) -> dict[int, int]:
    """Return the sentences of A that B repeats word for word, each with its repeat, the first with the first."""
    waiting: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for sentence in told(b):
        waiting[tuple(sentence.text.split())].append(sentence.id)
    repeats = ((sentence.id, waiting[tuple(sentence.text.split())]) for sentence in told(a))
    return {number: same.popleft() for number, same in repeats if same}


class _Telling(NamedTuple):
    """A sentence weighed: itself, itself without everyday words, what its claims say, the pieces of its words, its amounts, whether it tells a time of day.

    `place` is where it stands, 0..1, `top` its role where it is the first of it.
    """

    whole: Profile
    telling: Profile
    claims: tuple[Profile, ...]
    pieces: Profile
    amounts: tuple[Quantity, ...]
    timed: bool
    place: float
    top: Role | None


def _scored(a: Bags, b: Bags, least: float) -> Iterator[Link]:
    """Yield the pairs of sentences that share a feature, or that are both headline or lead, and score at least so much."""
    tellings_a, tellings_b = _weighed(a, b)
    cosines = dict(_cosines(tellings_a, tellings_b))
    best_a, best_b = _best(cosines.items())
    timed = max(1, *(sum(telling.timed for telling in tellings.values()) for tellings in (tellings_a, tellings_b)))
    for (one, other), alike in cosines.items():
        x, y = tellings_a[one], tellings_b[other]
        headlines = x.top is y.top is Role.HEADLINE
        standing = (alike / best_a[one], alike / best_b[other]) if alike else (0.0, 0.0)
        evidence = (
            PIECES * cosine(x.pieces, y.pieces),
            SHARED * math.log1p(shared(x.telling, y.telling)),
            AMOUNTS * any(compatible(mine, theirs) for mine in x.amounts for theirs in y.amounts),
            CLOCKS * (x.timed and y.timed) / timed,
            STANDING * min(standing),
            FAVOUR * max(standing),
            HEADLINES * headlines,
            LEADS * (x.top is not None and y.top is not None and not headlines),
            DISTANCE * abs(x.place - y.place),
            NEIGHBOUR * max([cosines.get((one + m, other + n), 0.0) for m, n in _BESIDE]),
            BIAS,
        )
        if _score(CLAIM, *evidence) >= least:  # few pairs are links even if they make one claim, and no others have their claims compared
            claim = max((cosine(mine, theirs) for mine in x.claims for theirs in y.claims), default=0.0)
            score = _score(CLAIM * claim, *evidence)
            if score >= least:
                yield Link(one, other, score)


def _score(*evidence: float) -> float:
    return 1 / (1 + math.exp(-math.fsum(evidence)))


_BESIDE = [(m, n) for m in (-1, 0, 1) for n in (-1, 0, 1) if m or n]


def _best(cosines: Iterable[tuple[tuple[int, int], float]]) -> tuple[Mapping[int, float], Mapping[int, float]]:
    """Return the highest cosine of each sentence of A, and of each of B."""
    of_a, of_b = defaultdict[int, list[float]](list), defaultdict[int, list[float]](list)
    for (one, other), alike in cosines:
        of_a[one].append(alike)
        of_b[other].append(alike)
    best_a, best_b = ({number: max(found) for number, found in of.items()} for of in (of_a, of_b))
    return best_a, best_b


def _cosines(a: Mapping[int, _Telling], b: Mapping[int, _Telling]) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the pairs worth a look with their cosine: the likeliest of every sentence, all from a floor on, and headlines with leads."""
    rough = dict(_rough(a, b))
    best_a, best_b = _best(((one, other), alike) for one, row in rough.items() for other, alike in row.items())
    worth = {(one, other) for one, row in rough.items() for other, alike in row.items() if alike >= WORTH or alike >= min(best_a[one], best_b[other])}
    worth |= {(one, other) for one, x in a.items() if x.top for other, y in b.items() if y.top}
    for one, other in sorted(worth):
        yield (one, other), cosine(a[one].whole, b[other].whole)


def _rough(a: Mapping[int, _Telling], b: Mapping[int, _Telling]) -> Iterator[tuple[int, Mapping[int, float]]]:
    """Yield the sentences of A with their cosines over features that are not common, through an inverted index: what two reports do not share costs nothing."""
    counts = Counter(chain.from_iterable(telling.whole.weights for telling in chain(a.values(), b.values())))
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for other, telling in b.items():
        for feature, weight in telling.whole.weights.items():
            if counts[feature] <= COMMON:
                holders[feature].append((other, weight))
    for one, telling in a.items():
        row: dict[int, float] = defaultdict(float)
        for feature, weight in telling.whole.weights.items():
            for other, their_weight in holders.get(feature, ()):
                row[other] += weight * their_weight
        if row:
            yield one, {other: dot / (telling.whole.norm * b[other].whole.norm) for other, dot in row.items()}


def _weighed(a: Bags, b: Bags) -> tuple[Mapping[int, _Telling], Mapping[int, _Telling]]:
    """Return the sentences of both reports, weighed by how rare their features are over the two."""
    idf = rarity(bags.features[sentence.id] for bags in (a, b) for sentence in told(bags.document))
    pieces_a, pieces_b = ({sentence.id: pieces(bags.content[sentence.id]) for sentence in told(bags.document)} for bags in (a, b))
    idf_of_pieces = rarity((*pieces_a.values(), *pieces_b.values()))
    return (
        _tellings(a, idf, {number: profile(bag, idf_of_pieces) for number, bag in pieces_a.items()}),
        _tellings(b, idf, {number: profile(bag, idf_of_pieces) for number, bag in pieces_b.items()}),
    )


def _tellings(bags: Bags, idf: Mapping[str, float], spelled: Mapping[int, Profile]) -> Mapping[int, _Telling]:
    document = bags.document
    sentences = list(told(document))
    tops: dict[Role, int] = {}
    for sentence in sentences:
        tops.setdefault(sentence.role, sentence.id)
    wholes = {sentence.id: profile(bags.features[sentence.id], idf) for sentence in sentences}
    return {
        sentence.id: _Telling(
            whole=wholes[sentence.id],
            telling=beyond_everyday(wholes[sentence.id]),
            claims=tuple([profile(said, idf) for said in _said(document, sentence, bags.content[sentence.id])]),
            pieces=spelled[sentence.id],
            amounts=tuple(amount for amount in within(document.quantities, sentence) if amount.unit or amount.value >= TELLING_AMOUNT),
            timed=any(time.clock is not None or time.minute is not None for time in within(document.times, sentence)),
            place=position / max(1, len(sentences) - 1),
            top=sentence.role if tops[sentence.role] == sentence.id else None,
        )
        for position, sentence in enumerate(sentences)
    }


def _said(document: Document, sentence: Sentence, content: Sequence[Token]) -> Iterator[Counter[str]]:
    """Count what each claim says apart from names and figures: of "the site is near Oaxaca" that there is a site, as of "the site is near Puebla"."""
    apart = [(other, within(content, other)) for others in (document.mentions, document.quantities, document.times) for other in within(others, sentence)]
    for claim in within(document.claims, sentence):
        known = {token.start for other, tokens in apart if claim.covers(other) for token in tokens}
        yield terms([token for token in content if claim.covers(token) and token.start not in known])
