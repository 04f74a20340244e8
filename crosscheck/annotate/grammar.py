"""Coarse word classes, told from closed lists, verb forms and the word before: enough to find where a noun phrase or a clause begins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from crosscheck.layout import Role
from crosscheck.lexicon import table, words
from crosscheck.spans import Span
from crosscheck.tokens import lowered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosscheck.segment import Sentence, Token


class Tag(StrEnum):
    """The class of a word. Nouns, adjectives and numbers are one class: a phrase boundary lies before or after them, not between."""

    __hash__ = str.__hash__  # that of Enum is Python's, and every room asks of every word whether its class is in a set

    ADVERB = auto()
    AUXILIARY = auto()
    CONJUNCTION = auto()
    DETERMINER = auto()
    INFINITIVE = auto()
    ING = auto()
    MARK = auto()
    NOUN = auto()
    POSSESSIVE = auto()
    PREPOSITION = auto()
    PRONOUN = auto()
    SUBORDINATOR = auto()
    TO = auto()
    VERB = auto()
    WH = auto()


class Form(StrEnum):
    """The form of a verb; a form that is past and participle at once ("said") counts as past."""

    BASE = auto()
    ING = auto()
    PAST = auto()
    THIRD = auto()


@dataclass(frozen=True, slots=True)
class Word(Span):
    """A token with its class.

    `low` is lower case with straight apostrophes, `lemma` is set for verbs, `quote` is the number of the quote it stands in, -1 outside.
    """

    low: str
    tag: Tag
    lemma: str
    quote: int


NOMINAL = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.POSSESSIVE})
FINITE = frozenset({Tag.VERB, Tag.AUXILIARY})


def is_finite(word: Word) -> bool:
    """Say whether a word is a verb or an auxiliary, or carries one ("he'd")."""
    return word.tag in FINITE or (word.tag is Tag.PRONOUN and word.lemma != "")


_QUOTE_MARKS = frozenset({*"\"“”„«»‘’'`", "''", "``"})
DASHES = frozenset({"—", "–", "--", "---", "-"})


def is_quote_mark(word: Word) -> bool:
    """Say whether a word is a quotation mark, and not the apostrophe of "the workers' pay"."""
    return word.tag is Tag.MARK and word.text in _QUOTE_MARKS


def tagged(tokens: Sequence[Token], *, title_case: bool = False) -> tuple[Word, ...]:
    """Return the words of one sentence, as if none of it were quoted; `title_case` says that capitals mean nothing (a headline)."""
    lows = [lowered(token.text) for token in tokens]
    tags: list[Tag] = []
    found: list[Word] = []
    previous = ""
    for index, (token, low) in enumerate(zip(tokens, lows, strict=True)):
        text = token.text
        name = text[0].isupper() and not title_case and index > 0 and previous not in _QUOTE_MARKS
        tag, lemma = _steady(low), ""
        if low == "-" and _is_hyphen(tokens, index):
            tag = Tag.NOUN
        elif tag is None:
            following = lows[index + 1] if index + 1 < len(lows) else ""
            if following == "'" and _owns(tokens, index):
                following = "'s"
            bearer = _bearer(tokens, tags, index)
            tag, lemma = _class(low, following, tags, bearer.lower() if title_case else bearer, name=name)
        elif name:
            tag = Tag.NOUN
        if tag in FINITE and _in_infinitive(tags, previous.lower()):
            tag = Tag.INFINITIVE
        tags.append(tag)
        found.append(Word(token.start, token.end, text, low, tag, lemma, -1))
        previous = text
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _steady(low: str) -> Tag | None:
    """Return the class that a word has wherever it stands, but for capitals ("Most"); None of one that its neighbours tell: "report", "that", "may"."""
    if low in _TOLD_BY_NEIGHBOURS or low in verb_forms() or (low.endswith("ed") and len(low) > _NEED) or _tells_who_is(low):
        return None
    looks = _by_look(low, "", None, "", name=False)
    return looks or closed_classes().get(low) or _of_ending(low)


def _bearer(tokens: Sequence[Token], before: Sequence[Tag], index: int) -> str:
    """Return the word before another, past adverbs, which do not part a verb from who does it: "[critics] often argue"."""
    for at in range(index - 1, max(-1, index - 1 - _ADVERBS), -1):
        if before[at] is not Tag.ADVERB:
            return tokens[at].text
    return ""


_ADVERBS = 4
"""How many words are looked back over, so that a row of adverbs takes no time that grows with its square."""


def tagged_sentences(sentences: Iterable[Sentence]) -> Mapping[int, tuple[Word, ...]]:
    """Return the words of the sentences that tell the news, by the number of the sentence."""
    return {sentence.id: tagged(sentence.tokens) for sentence in sentences if sentence.role in {Role.HEADLINE, Role.BODY}}


def _is_hyphen(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a dash ties a figure to its word: "24-year-old"."""
    if not 0 < index < len(tokens) - 1:
        return False
    return tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start


def _owns(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a plural before an apostrophe owns what follows: "the prison guards' union", but not the end of 'the plan works'."""
    if index + 2 >= len(tokens) or not tokens[index].text.endswith("s"):
        return False
    return tokens[index].end == tokens[index + 1].start and tokens[index + 2].text[0].isalpha()


def _in_infinitive(before: Sequence[Tag], previous: str) -> bool:
    """Say whether a verb belongs to an infinitive: "[to] impose", "[to have] been", "[to have been] massed"."""
    last = _anchor(before)
    return last is Tag.TO or (last is Tag.INFINITIVE and previous in {"be", "been", "have"})


def _anchor(before: Sequence[Tag]) -> Tag | None:
    """Return the class of the last word, past adverbs: the auxiliary in "has also [said]"."""
    for tag in reversed(before[-_ADVERBS:]):
        if tag is not Tag.ADVERB:
            return tag
    return None


def _class(low: str, following: str, before: Sequence[Tag], previous: str, *, name: bool) -> tuple[Tag, str]:
    """Return the class of a word and, for a verb, its lemma."""
    last = before[-1] if before else None
    looks = _by_look(low, following, last, previous, name=name)
    if looks is not None:
        return looks, ""
    if low == "provided" and following in {"a", "an"}:
        return Tag.VERB, "provide"
    if _tells_who_is(low):
        return Tag.PRONOUN, "be"
    closed = closed_classes().get(low)
    if closed is not None and not (last in _BEFORE_NOUN and low in _NOUNS_TOO):
        return closed, ""
    if low in verb_forms() or (low.endswith("ed") and len(low) > _NEED and _anchor(before) in _BEFORE_UNLISTED):
        lemma, form = verb_forms().get(low, (low, Form.PAST))
        return _verb_or_noun(lemma, form, _anchor(before), previous, following), lemma
    return _of_ending(low), ""


def _tells_who_is(low: str) -> bool:
    """Say whether a pronoun carries its verb: "he's", "they'd"."""
    return "'" in low and low.partition("'")[0] in table("word_classes")["pronoun"]


def _of_ending(low: str) -> Tag:
    """Return the class of a word that is listed nowhere."""
    return Tag.ADVERB if low.endswith("ly") and low not in _NO_ADVERB else Tag.NOUN


def _by_look(low: str, following: str, last: Tag | None, previous: str, *, name: bool) -> Tag | None:  # noqa: PLR0911  (one return a look)
    """Return the class of marks, possessives, names, numbers, "to" and "that", None for other words."""
    if f"{low} {following}" in _SET_ADVERBS:
        return Tag.ADVERB
    if low == "'s":
        return Tag.AUXILIARY if previous.lower() in _CONTRACTING else Tag.POSSESSIVE
    if low == "'":
        return Tag.POSSESSIVE if previous.endswith("s") and following[:1].isalpha() else Tag.MARK
    if name or low[0].isdigit() or low[0] in "$£€¥":
        return Tag.NOUN
    if not low[0].isalnum() and low[0] != "'":
        return Tag.MARK
    if low == "to":
        infinitive = verb_forms().get(following, ("", Form.PAST))[1] is Form.BASE or following in {"be", "have", "do"} or following.endswith("ly")
        return Tag.TO if infinitive else Tag.PREPOSITION
    if low == "that":
        return Tag.DETERMINER if last is Tag.PREPOSITION else Tag.SUBORDINATOR
    return None


_SET_ADVERBS = frozenset(
    {"at first", "at last", "at once", "at times", "by now", "by then", "for example", "for instance", "for now", "in fact", "in general", "in part", "in turn"}
    | {"of course"}
)
"""Prepositions that make an adverb with the next word, behind which a verb goes on: "police at first treated it as a suicide"."""
_NOUNS_TOO = frozenset({"can", "may", "might", "must", "will"})
_TOLD_BY_NEIGHBOURS = frozenset({"'", "'s", "that", "to", *(pair.partition(" ")[0] for pair in _SET_ADVERBS), *_NOUNS_TOO})
_CONTRACTING = frozenset({"he", "she", "it", "that", "there", "who", "what", "here", "where"})
_BEFORE_NOUN = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION})
# Letters: "need" and "feed" are no participles.
_NEED = 4
_BEFORE_UNLISTED = frozenset({Tag.AUXILIARY, Tag.NOUN, Tag.PRONOUN, Tag.WH})
_NO_ADVERB = frozenset(
    {
        "ally",
        "anomaly",
        "assembly",
        "bully",
        "butterfly",
        "comply",
        "costly",
        "deadly",
        "elderly",
        "family",
        "friendly",
        "italy",
        "july",
        "likely",
        "unlikely",
        "monopoly",
        "rally",
        "supply",
    }
)


def _verb_or_noun(lemma: str, form: Form, anchor: Tag | None, previous: str, following: str) -> Tag:
    """Tell "the report shows" from "the report's shows" and "peace talks resumed"."""
    told = form is Form.THIRD and anchor in {Tag.VERB, Tag.ING} and following == "that" and lemma in table("cue_nouns")  # "rejected claims that"
    if told or anchor in _BEFORE_NOUN or previous.lower() == "whose" or following == "'s":
        return Tag.ING if form is Form.ING and anchor is Tag.PREPOSITION else Tag.NOUN
    if form in {Form.ING, Form.PAST}:
        return Tag.ING if form is Form.ING else Tag.VERB
    if anchor in {Tag.TO, Tag.AUXILIARY, Tag.PRONOUN, Tag.WH}:
        return Tag.VERB
    if lemma == "say" or (lemma in _DOCUMENTS_DO and previous.lower().removesuffix("s") in words("documents")):
        return Tag.VERB
    counted = following[:1].isdigit() or following[:1] in set("$£€¥")
    if anchor is Tag.NOUN and (counted or closed_classes().get(following) in {Tag.DETERMINER, Tag.PRONOUN}) and _is_unchanged(lemma):
        return Tag.VERB  # "the bank cut its rate", "the works cost 3 million"
    doubtful = lemma in words("noun_verbs") and not (form is Form.THIRD and previous[:1].isupper())
    plural = previous in _PLURALS or (previous.endswith("s") and not previous.endswith(("ss", "'s", "news")))
    several = plural or (previous[:1].isupper() and not doubtful and lemma in table("cue_verbs"))
    agrees = anchor is Tag.NOUN and several if form is Form.BASE else anchor is not None
    return Tag.VERB if agrees and _opens_complement(following, doubtful=doubtful) else Tag.NOUN


def _is_unchanged(lemma: str) -> bool:
    """Say whether the past of a verb is its base: of "cut" the list gives "cutting" alone."""
    given = table("verbs").get(lemma, ())
    return bool(given) and all(form.endswith("ing") for form in given)


_DOCUMENTS_DO = frozenset({"read", "show"})
"""Verbs that are as often nouns, but not after a document: "official figures show", "a letter read to the court"."""

_PLURALS = frozenset({"people", "men", "women", "police", "children", "media", "many", "most", "some", "others", "both", "few", "data"})


def _opens_complement(low: str, *, doubtful: bool) -> bool:
    """Say whether what follows a verb can begin here: an article, a pronoun, "that".

    After a word that is as often a noun, no bare noun and no preposition can: "calls for help".
    """
    closed = closed_classes().get(low)
    if closed in {Tag.DETERMINER, Tag.PRONOUN, Tag.SUBORDINATOR, Tag.WH, Tag.ADVERB} or low == "to":
        return True
    if not low[:1].isalnum():
        return not doubtful or low in _QUOTE_MARKS
    lemma, form = verb_forms().get(low, ("", Form.BASE))
    if closed is not None or form is Form.PAST:
        return closed is Tag.PREPOSITION and not doubtful
    return not doubtful and (not lemma or form is Form.ING or lemma in words("noun_verbs"))


@cache
def closed_classes() -> Mapping[str, Tag]:
    """Return the class of every word of the closed classes."""
    order = {
        "adverb": Tag.ADVERB,
        "weekday": Tag.NOUN,
        "preposition": Tag.PREPOSITION,
        "relative": Tag.WH,
        "pronoun": Tag.PRONOUN,
        "determiner": Tag.DETERMINER,
        "conjunction": Tag.CONJUNCTION,
        "subordinator": Tag.SUBORDINATOR,
        "auxiliary": Tag.AUXILIARY,
        "be": Tag.AUXILIARY,
    }
    listed = table("word_classes")
    found = {word: tag for name, tag in order.items() for word in listed[name]}
    found |= dict.fromkeys(("who", "whom", "which", "whose", "what", "when", "where", "why", "how"), Tag.WH)
    return found | dict.fromkeys(("one", "somebody", "someone"), Tag.NOUN) | {"'s": Tag.POSSESSIVE}


@cache
def verb_forms() -> Mapping[str, tuple[str, Form]]:
    """Return the lemma and form of every form of every verb listed."""
    irregular = table("verbs")
    lemmas = {*irregular, *(key.partition(" ")[0] for key in table("cue_verbs"))}
    found: dict[str, tuple[str, Form]] = {}
    for lemma in sorted(lemmas):
        for form, kind in _inflected(lemma, irregular.get(lemma, ())):
            found.setdefault(form, (lemma, kind))
    return found | {lemma: (lemma, Form.BASE) for lemma in lemmas}


def _inflected(lemma: str, given: Sequence[str]) -> Iterator[tuple[str, Form]]:
    """Yield the forms of a verb beside its base: the given ones, and by the rules of spelling those that are not given."""
    past = [form for form in given if not form.endswith(("ing", "oes"))]
    ing = [form for form in given if form.endswith("ing")]
    soft = lemma.endswith("y") and not lemma.endswith(("ay", "ey", "iy", "oy", "uy"))
    mute = lemma.endswith("e")
    if past:
        yield from ((form, Form.PAST) for form in past)
    elif not ing:
        yield (lemma[:-1] + "ied" if soft else lemma + "d" if mute else lemma + "ed"), Form.PAST
    if ing:
        yield from ((form, Form.ING) for form in ing)
    elif not mute or lemma.endswith(("ee", "oe", "ye")):
        yield lemma + "ing", Form.ING
    else:
        yield (lemma[:-2] + "ying" if lemma.endswith("ie") else lemma[:-1] + "ing"), Form.ING
    yield (lemma[:-1] + "ies" if soft else lemma + "es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else lemma + "s"), Form.THIRD
    yield from ((form, Form.THIRD) for form in given if form.endswith("oes"))
