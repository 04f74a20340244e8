"""Who a source is, and whether two sources are one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise, product
from operator import attrgetter
from typing import TYPE_CHECKING

from crosscheck.aliases import house_name
from crosscheck.annotate.attributions import ContentKind, SourceKind
from crosscheck.annotate.gazetteer import state_of
from crosscheck.annotate.names import EntityType, acronym
from crosscheck.annotate.namesakes import Kinship, kinship
from crosscheck.lexicon import table, words
from crosscheck.rules.sorts import are_two_sorts, sorts
from crosscheck.spans import Span
from crosscheck.tokens import unaccented

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from crosscheck.annotate import Document
    from crosscheck.annotate.attributions import Attribution
    from crosscheck.annotate.names import Entity
    from crosscheck.annotate.quotes import Quote
    from crosscheck.rules.tellings import Telling
    from crosscheck.segment import Sentence

ACCOUNTABLE = frozenset({SourceKind.NAMED, SourceKind.OFFICE, SourceKind.DOCUMENT})
"""Sources that a reader can go back to."""

_DEFINITE = frozenset(
    {"he", "her", "his", "i", "it", "its", "one", "she", "that", "the", "their", "these", "they", "this", "those", "we", "who", "which", "you"}
)
"""First words of sources that the report has told of before, or that are in the talk; whether by name is not to be seen here."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source as far as its report tells who it is.

    `names` are the words of all names in it, `states` the countries they stand for, `people` the persons among them, `bodies` the words of the others;
    `ties` are the words of those persons' titles, and of bodies known beside their names: for whom they speak;
    `spelled_out` is False where letters stand for a name,
    `outright` where the source is not named but meant ("she"): good enough to say that two are one, not that they are two.
    """

    names: frozenset[str]
    states: frozenset[str]
    people: tuple[str, ...]
    bodies: frozenset[str]
    ties: frozenset[str]
    spelled_out: bool
    outright: bool
    gender: str = ""


def voice(document: Document, attribution: Attribution | None) -> Voice:
    """Return who is credited: "Lumo safety director Karen Thygesen" is one person, tied to Lumo; "she" is whom the report means."""
    if attribution is None:
        return voice_of(document, (), None)
    named = voice_of(document, _phrase(attribution), attribution.speaker)
    told = replace(named, gender=_gender(attribution), ties=named.ties | _known_bodies(attribution))
    return replace(told, outright=True) if is_pronoun(attribution) and _means_one(document, attribution) else told


def _phrase(attribution: Attribution) -> tuple[Span, ...]:
    """Return the words that tell who a source is; a name in a clause on somebody nameless is another's: "a doctor [who treated Ann Lee]"."""
    if attribution.speaker is not None or attribution.source_kind is not SourceKind.UNNAMED:
        return attribution.source
    heads = (span.text.partition(" who ")[0] for span in attribution.source)
    return tuple(Span(span.start, span.start + len(head), head) for span, head in zip(attribution.source, heads, strict=True))


def _known_bodies(attribution: Attribution) -> frozenset[str]:
    """Return the nouns for what the report has told of before, beside the name: the "front" of "Omar Haddad, a lawyer who advises the front"."""
    told = [word.strip(",.") for span in attribution.source for word in span.text.split()]
    return frozenset(word for before, word in pairwise(told) if before == "the" and word.islower() and word in words("body_words"))


def _gender(attribution: Attribution) -> str:
    """Return "he" or "she" where a source begins with either, or with an honorific for one: "Mr Lee"; not by a title, for "chairman" may be a woman."""
    first = credit(attribution).casefold().split()[:1]
    return next((gender for gender, openings in _GENDERS.items() if not openings.isdisjoint(first)), "")


_GENDERS = {"he": {"he", "mr", "mr.", "sir"}, "she": {"dame", "miss", "mrs", "mrs.", "ms", "ms.", "she"}}


def _means_one(document: Document, attribution: Attribution) -> bool:
    """Say whether "he" or "she" can mean only one person: who is credited before in the paragraph, with nobody else in it up to the end of the sentence."""
    last = document.sentence_of(attribution.source[0])
    earlier = [sentence for sentence in document.sentences if sentence.block == last.block and sentence.id < last.id]
    people = {entity.id for sentence in (*earlier, last) for _, entity in document.appearing_in(sentence) if entity.type is EntityType.PERSON}
    return people == {attribution.speaker} and any(one.speaker in people for sentence in earlier for one in document.credits.get(sentence.id, ()))


def voice_of(document: Document, phrase: Iterable[Span], speaker: int | None) -> Voice:
    """Return who is meant by a phrase, and by its number in the cast where that is known."""
    outright = {entity.id: entity for span in phrase for entity in document.named_in(span)}
    meant = [] if speaker is None else [document.entities[speaker]]
    named = [*outright.values(), *(entity for entity in meant if entity.id not in outright)]
    people = [entity for entity in named if entity.type is EntityType.PERSON]
    return Voice(
        names=frozenset(word for entity in named for word in (*_words(entity), *house_name(entity.name, document.aliases).split())),
        states=frozenset(state for entity in named if (state := state_of(entity.name))),
        people=tuple(entity.name for entity in people),
        bodies=frozenset(word for entity in named if entity.type is not EntityType.PERSON for word in _words(entity)),
        ties=frozenset(word for entity in people for title in entity.titles for word in title.casefold().split()),
        spelled_out=not any(entity.name.isupper() for entity in named),
        outright=bool(outright),
    )


def same_source(a: Voice, b: Voice) -> bool | None:
    """Say whether two voices are one (True), two (False), or whether the reports do not tell (None).

    A person and the body he speaks for may be one, and so may letters and a full name in another language ("INAH"); two people of one body,
    or of one family, are two.
    """
    if (a.gender and b.gender and a.gender != b.gender) or _are_colleagues(a, b):
        return False
    if a.names & b.names or a.states & b.states or any(kinship(x, y) is not Kinship.DIFFERENT for x in a.people for y in b.people):
        return True
    if not (a.outright and b.outright):
        return None
    if a.people and b.people:
        return False
    if a.people or b.people:
        person, body = (a, b) if a.people else (b, a)
        return None if not body.bodies or body.bodies & person.ties else False
    return False if a.bodies and b.bodies and a.spelled_out and b.spelled_out else None


def _are_colleagues(a: Voice, b: Voice) -> bool:
    """Say whether two people are named who have no more than their body or country in common: "Lund director Ann Lee", "Omar Haddad of Lund"."""
    if not (a.outright and b.outright and a.people and b.people):
        return False
    if any(kinship(x, y) is not Kinship.DIFFERENT for x in a.people for y in b.people):
        return False
    names = {word.casefold() for name in (*a.people, *b.people) for word in name.split()}
    return names.isdisjoint(a.names & b.names)


def answering(telling: Telling) -> Attribution | None:
    """Return the attribution whose source answers for the claim: the outermost, in "Lee said he believed it" the one to Lee.

    What an outlet relays rests on those whom it quotes: in "several newspapers reported that officials believe it" on the officials.
    """
    outer, inner = telling.claim.outermost, telling.claim.attribution
    relayed = outer is not None and outer.source_kind is SourceKind.OUTLET and inner is not None and inner.source and not is_pronoun(inner)
    return inner if relayed else outer


def chain(telling: Telling) -> tuple[Attribution, ...]:
    """Return the innermost and the outermost attribution of a claim that name a source: whoever is the same in two reports makes their sources one."""
    ends = (telling.claim.attribution, telling.claim.outermost)
    return tuple(one for one in ends if one and one.source)


def are_apart(a: Telling, b: Telling) -> bool:
    """Say whether two claims are credited to two, with nobody in the one's chain of sources who may be one with somebody in the other's."""
    pairs = list(product(chain(a), chain(b)))
    return bool(pairs) and all(are_opposed(x, y) or _are_two(a.document, x, b.document, y) for x, y in pairs)


def _are_two(document: Document, x: Attribution, other: Document, y: Attribution) -> bool:
    """Say whether two sources are surely two, by their names or, where those do not tell, by what they are called: "police", "the hospital"."""
    one = same_source(voice(document, x), voice(other, y))
    if one is not None or is_pronoun(x) or is_pronoun(y):
        return one is False
    return are_two_sorts(sorts(document, x), sorts(other, y))


def are_opposed(a: Attribution, b: Attribution) -> bool:
    """Say whether two sources without names are the two sides of a dispute: "the union" and "the company"."""
    if a.speaker is not None or b.speaker is not None:
        return False
    return any((x, y) in _DISPUTES or (y, x) in _DISPUTES for x, y in product(_sides(a), _sides(b)))


def _sides(attribution: Attribution) -> set[str]:
    said = credited_words(attribution)
    return {side for side, nouns in table("opponents").items() if said and said <= set(nouns)}


_DISPUTES = frozenset(
    {
        ("accused", "claimant"),
        ("accused", "prosecution"),
        ("employers", "labour"),
        ("employers", "residents"),
        ("employers", "state"),
        ("landlords", "residents"),
        ("landlords", "state"),
        ("opposition", "state"),
        ("protesters", "state"),
        ("rebels", "state"),
        ("residents", "state"),
    }
)


def covering(telling: Telling) -> tuple[Attribution, ...]:
    """Return the attributions that report the claim, in order."""
    told = reports(telling.document, telling.sentence)
    return tuple(attribution for attribution in told if any(span.overlaps(telling.claim) for span in attribution.content))


def reports(document: Document, sentence: Sentence) -> Iterator[Attribution]:
    """Yield the attributions in a sentence that report what their source said."""
    found = document.credits.get(sentence.id, ())
    return (attribution for attribution in found if attribution.source and attribution.content_kind is not ContentKind.ATTITUDE)


def is_unnamed(attribution: Attribution | None) -> bool:
    """Say whether a source is people whom the report does not name: "two officials", not "the director", whom it may have named before."""
    if attribution is None or attribution.source_kind is not SourceKind.UNNAMED or attribution.speaker is not None:
        return False
    first, *others = attribution.source[0].text.casefold().split()
    return first not in _DEFINITE or (first == "one" and others[:1] not in ([], ["of"]))  # "one person close to the talks"


def is_insider(attribution: Attribution | None) -> bool:
    """Say whether a source is somebody inside who tells what he may not: "two officials", "a person familiar with the talks"."""
    if attribution is None or not is_unnamed(attribution):
        return False
    lows = {word.strip(",.").casefold() for span in attribution.source for word in span.text.split()}
    return hides(attribution) or not lows.isdisjoint(_INSIDE)


_INSIDE = frozenset({"briefed", "close", "familiar", "insider", "insiders", "knowledge", "official", "officials", "privy", "source", "sources"})


def is_pronoun(attribution: Attribution) -> bool:
    """Say whether a source is only "he", "she", "it", "they", or "who" or "which" has been told of before."""
    return credit(attribution).casefold() in {"he", "it", "she", "they", "which", "who"}


def is_nobody(attribution: Attribution) -> bool:
    """Say whether a report tells that nobody has said a thing: "no group has claimed responsibility"."""
    return bool(attribution.source) and attribution.source[0].text.casefold().split()[0] in {"neither", "no", "nobody", "none"}


def hides(attribution: Attribution) -> bool:
    """Say whether the report tells that its source may not be named: "who asked not to be identified", "on condition of anonymity"."""
    lows = {word.strip(",.").casefold() for span in attribution.source for word in span.text.split()}
    if lows & {"anonymity", "anonymous", "anonymously", "unnamed", "unidentified"}:
        return True
    return bool(lows & _UNWILLING) and bool(lows & (_NAMING | {"name", "names"}))


_UNWILLING = frozenset({"decline", "declined", "declining", "not", "refused", "refusing", "withheld"})
_NAMING = frozenset({"allowed", "authorised", "authorized", "identified", "named", "permitted", "quoted"})


def spoken_by(document: Document, quote: Quote) -> Attribution | None:
    """Return the attribution that credits the quote to somebody, the innermost: Lee in "Lee said he was 'done', the Gazette reported"."""
    near = (attribution for sentence in document.sentences_of(quote) for attribution in document.credits.get(sentence.id, ()))
    found = (attribution for attribution in near if attribution.source and any(span.overlaps(quote) for span in attribution.content))
    return min(found, key=attrgetter("extent"), default=None)


def credited_words(attribution: Attribution) -> set[str]:
    """Return the words that tell who a source is, without case."""
    return {word.strip(",.").casefold() for span in attribution.source for word in span.text.split()} - words("function_words")


def credited_by_word(document: Document) -> Mapping[str, AbstractSet[frozenset[str]]]:
    """Return the sources whose words a report reports, each as the words that tell who it is, under each of them."""
    found: dict[str, set[frozenset[str]]] = defaultdict(set)
    for sentence in document.sentences:
        for one in reports(document, sentence):
            source = frozenset(credited_words(one))
            for word in source:
                found[word].add(source)
    return found


def credit(attribution: Attribution) -> str:
    """Return whom the report credits, in its words."""
    return " ".join(span.flat for span in attribution.source)


def _words(entity: Entity) -> frozenset[str]:
    """Return the words of a body's name, with the letters it may be shortened to: "National Privacy Commission", "npc"."""
    words = [unaccented(word) for mention in entity.mentions for word in mention.text.split()]
    return frozenset(word for word in (*words, acronym(entity.name).casefold()) if word)
