"""The attributions of one sentence: each cue with its source and its content, as ranges of words."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from crosscheck.annotate.asides import according_in, asides_in, labels_in
from crosscheck.annotate.contents import SAYING, clause_end, hearer, is_clause, is_relative, phrase_end, setting
from crosscheck.annotate.cues import ContentKind, Cue, Found, Stance, bounds, cue_nouns, cues_in
from crosscheck.annotate.estimates import estimates_in
from crosscheck.annotate.grammar import DASHES, NOMINAL, Form, Tag, is_finite, is_quote_mark
from crosscheck.annotate.phrases import clause_subject, phrase_after, phrase_before, subject
from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.phrases import Range


def found_in(line: Sequence[Word], *, headline: bool = False) -> tuple[Found, ...]:
    """Return the attributions of a sentence, in order of their cues; a headline may also name its source with a colon.

    Those that stand aside ("..., Lee said") come first to be found, since the content of the others stops before them.
    """
    cues = list(cues_in(line))
    asides = [*asides_in(line, cues), *according_in(line), *labels_in(line, headline=headline)]
    stops = frozenset(min(part[0] for part in (one.source, one.cue) if part) for one in asides)
    taken = {one.cue[1] for one in asides}
    rest: list[Found] = []
    for cue in cues:
        if cue.end in taken or line[cue.at].low == "citing" or _is_courtesy(line, cue):
            continue  # who is cited is a source ("citing police"), and what is cited is a reason ("citing high costs")
        one = _passive(line, cue, stops) if cue.passive else _active(line, cue, stops, [*asides, *rest])
        if one is not None:
            rest.append(one)
    told = [one for one in (*asides, *rest, *_nominal(line, stops), *estimates_in(line)) if not _asks_for_cover(line, one)]
    return tuple(sorted(told, key=lambda one: one.cue))


def _is_courtesy(line: Sequence[Word], cue: Cue) -> bool:
    """Say whether what is said tells nothing: "said sorry", "said goodbye to the crew"."""
    return line[cue.at].lemma == "say" and cue.end < len(line) and line[cue.end].low in _COURTESIES


_COURTESIES = frozenset({"amen", "farewell", "goodbye", "grace", "hello", "prayers", "sorry", "thanks"})


def _asks_for_cover(line: Sequence[Word], one: Found) -> bool:
    """Say whether a source wishes to stay in the dark, which tells of him and nothing else: "who asked not to be named", "requested anonymity".

    What stands aside has told something before: "it will close, an official said on condition of anonymity".
    """
    if one.aside:
        return False
    ahead = line[one.cue[1] : one.cue[1] + _COVER_REACH]
    lows = {word.low for word in takewhile(lambda word: word.tag is not Tag.MARK, ahead)}
    unwilling = "not" in lows or any(word.lemma in {"decline", "refuse"} for word in line[slice(*one.cue)])
    return "anonymity" in lows or (unwilling and "be" in lows and bool(_UNCOVERED & lows))


_COVER_REACH = 6
_UNCOVERED = frozenset({"identified", "named", "quoted"})


def _active(line: Sequence[Word], cue: Cue, stops: frozenset[int], known: Sequence[Found]) -> Found | None:
    found = _content(line, cue, stops)
    if found is None:
        return None
    content, kind = found
    source = _source(line, cue, known)
    if source is None or source[1] > cue.start:
        return None
    return Found(source, (cue.start, cue.end), (content,), cue.stance, kind=kind)


def _source(line: Sequence[Word], cue: Cue, known: Sequence[Found]) -> Range | None:
    before = line[cue.start - 1] if cue.start > cue.low else None
    if before is None:
        return None
    if before.low in _UNCOVERED:  # "an official who asked not to be named said"
        hidden = next((index for index in range(cue.start - 1, cue.low, -1) if line[index].low == "who"), None)
        named = hidden and subject(line, hidden, cue.low)
        return (named[0], cue.start) if named else None
    joined = before.tag in {Tag.CONJUNCTION, Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.VERB, Tag.ING} or any(
        word.tag is Tag.TO for word in line[cue.start : cue.at]
    )
    if cue.form is Form.ING and (joined or before.low in {","} | DASHES) and cue.start == cue.at:
        earlier = [one.source for one in known if one.source and one.cue[0] < cue.at and line[one.cue[0]].quote == line[cue.at].quote]
        return earlier[-1] if earlier else clause_subject(line, cue.start, cue.low)
    if joined:
        return clause_subject(line, cue.start, cue.low)
    return subject(line, cue.start, cue.low) or (clause_subject(line, cue.start, cue.low) if before.low == "," else None)


def _content(line: Sequence[Word], cue: Cue, stops: frozenset[int]) -> tuple[Range, ContentKind] | None:  # noqa: C901, PLR0911  (one return a complement)
    """Return what follows the cue as its content, by the complements the verb takes."""
    if cue.end < cue.high and line[cue.end].low == "to" and line[cue.end].tag is Tag.PREPOSITION and "to" in cue.frames and "hearer" not in cue.frames:
        return None  # "agreed to a truce after three weeks of fighting"
    start = setting(line, cue.end, cue.high) if cue.frames & SAYING else cue.end
    if "hearer" in cue.frames and start < cue.high and line[start].tag in NOMINAL | {Tag.PRONOUN, Tag.PREPOSITION}:
        start = setting(line, hearer(line, start), cue.high)
    if start >= cue.high:
        return None
    word = line[start]
    if word.low in {":", ","} and start + 1 < cue.high and (word.low == ":" or is_quote_mark(line[start + 1])):
        return (start + 1, clause_end(line, start + 1, cue.high, stops)), ContentKind.CLAUSE
    clause = start, _before_resumed(line, start, clause_end(line, start, cue.high, stops))
    if clause[0] >= clause[1]:
        return None
    if is_quote_mark(word) and cue.frames & {"bare", "quote", "hearer"}:
        return clause, ContentKind.CLAUSE
    if word.low in {"whether", "if"} or (word.low == "that" and not is_relative(line, start)) or (word.tag is Tag.WH and word.low != "who"):
        return (clause, ContentKind.CLAUSE) if cue.frames & (SAYING | {"np", "hearer"}) else None
    if word.tag is Tag.TO:
        return ((start, phrase_end(line, *clause)), ContentKind.ATTITUDE) if "to" in cue.frames and (start == cue.end or "hearer" in cue.frames) else None
    if _adds_up(line, cue, start) or _claims_a_thing(line, cue, start):
        return None
    if "bare" in cue.frames and is_clause(line[slice(*clause)]) and ("finding" not in cue.frames or _finds_that(line, cue, clause)):
        return clause, ContentKind.CLAUSE
    if "finding" in cue.frames and word.tag in NOMINAL and _is_study(line, cue):
        return clause, ContentKind.CLAUSE
    if (
        "np" in cue.frames
        and start == cue.end
        and (word.tag in NOMINAL | {Tag.PRONOUN, Tag.ING} or word.low == "having" or is_quote_mark(word))
        and word.low not in _PARTICLES
        and not _modifies(line, cue)
    ):
        return (start, phrase_end(line, *clause)), ContentKind.PHRASE if cue.frames & SAYING else ContentKind.ATTITUDE
    return None


def _adds_up(line: Sequence[Word], cue: Cue, start: int) -> bool:
    """Say whether "add" is about a sum, and nobody's words: "the tax could add 200 euros to the price of a car"."""
    modal = any(word.tag is Tag.AUXILIARY for word in line[cue.start : cue.at])
    return line[cue.at].lemma == "add" and modal and any(word.low[0].isdigit() or word.low in table("numbers") for word in line[start : start + 3])


def _claims_a_thing(line: Sequence[Word], cue: Cue, start: int) -> bool:
    """Say whether "claim" takes something, and tells nothing: "a bomb claimed the lives of two soldiers", "claimed her third title"."""
    phrase = takewhile(lambda word: word.tag in NOMINAL, line[start:])
    return line[cue.at].lemma == "claim" and any(word.low in _TAKEN for word in phrase)


_TAKEN = frozenset({"bronze", "crown", "gold", "life", "lives", "medal", "medals", "silver", "title", "titles", "trophy", "victim", "victims"})


def _before_resumed(line: Sequence[Word], start: int, end: int) -> int:
    """Return where a content ends that stands inside an aside: "two nurses, off the record because they feared [dismissal], said"."""
    for at in range(start, end - 1):
        if is_finite(line[at]):
            return end
        if line[at].low == "," and line[at].quote < 0 and line[at + 1].lemma in {"say", "tell"}:
            return at
    return end


def _finds_that(line: Sequence[Word], cue: Cue, clause: Range) -> bool:
    """Say whether something is found to be so, and not only found: not "divers found [the wreck two days after it sank]".

    Nor do "they", which are things to be seen, tell anything in "they show kings and gods".
    """
    has_pronoun = cue.start > cue.low and line[cue.start - 1].tag is Tag.PRONOUN
    main = takewhile(lambda word: word.tag is not Tag.SUBORDINATOR and word.low not in _LEADS_ON, line[slice(*clause)])
    return not has_pronoun and any(map(is_finite, main))


_LEADS_ON = frozenset({"that", "where", "which", "who", "whose"})


def _is_study(line: Sequence[Word], cue: Cue) -> bool:
    """Say whether the cue's subject is a document: "a poll found Lee ahead", not "a diver found the wreck"."""
    source = phrase_before(line, cue.start, cue.low)
    return source is not None and any(word.low in words("documents") for word in line[slice(*source)])


def _modifies(line: Sequence[Word], cue: Cue) -> bool:
    """Say whether a participle only tells which: "a group calling itself Hawk", "the party backing her"."""
    return cue.form is Form.ING and cue.start == cue.at and cue.at > cue.low and line[cue.at - 1].tag is Tag.NOUN


_PARTICLES = frozenset({"away", "back", "down", "in", "off", "out", "over", "up"})


def _passive(line: Sequence[Word], cue: Cue, stops: frozenset[int]) -> Found | None:  # noqa: PLR0911  (one return a pattern)
    """Read "is believed to", "was told that", "it was reported that", "was criticised by X for"."""
    at = setting(line, cue.end, cue.high) if cue.end < cue.high and line[cue.end].low != "by" else cue.end
    if at >= cue.high:
        return None
    doer = phrase_before(line, cue.start, cue.low)
    word = line[at]
    end = clause_end(line, at, cue.high, stops)
    if word.low == "by" and cue.frames & {"passive", "np", "that"}:
        agent = phrase_after(line, at + 1)
        if agent is None or doer is None or any(other.low in _TIMES or other.low[0].isdigit() for other in line[slice(*agent)]):
            return None
        return Found(
            agent,
            (cue.start, at + 1),
            (doer, *((agent[1], end),) * (agent[1] < end)),
            cue.stance,
            kind=ContentKind.PHRASE if cue.frames & SAYING else ContentKind.ATTITUDE,
        )
    first = line[at + 1] if word.low == "," and at + 1 < len(line) else word
    if (word.low in {"that", "whether"} or is_quote_mark(first)) and cue.frames & SAYING:
        return Found(None, (cue.start, cue.end), ((at, end),), cue.stance)
    if doer is None or "passive" not in cue.frames:
        return None
    if word.tag is Tag.TO or word.low in {"as", "of"}:
        if word.low == "as" and at + 1 < cue.high and line[at + 1].low in {"saying", "telling"}:
            return Found(doer, (cue.start, at + 2), ((at + 2, clause_end(line, at + 2, cue.high, stops)),), cue.stance)
        return Found(None, (cue.start, cue.end), (doer, (at, end)), cue.stance)
    return None


# "Expected by the end of March" names no agent.
_TIMES = frozenset(
    {"beginning", "date", "deadline", "end", "middle", "month", "noon", "spring", "start", "summer", "time", "tomorrow", "week", "winter", "year"}
)


def _nominal(line: Sequence[Word], stops: frozenset[int]) -> Iterator[Found]:
    """Yield "the claim that", "Lee's warning that", "an accusation by Lee that"."""
    nouns = table("cue_nouns")
    known = cue_nouns()
    for at in [at for at, word in enumerate(line[:-1]) if word.low in known and word.tag is Tag.NOUN and at]:
        noun = line[at].low if line[at].low in nouns else line[at].low.removesuffix("s")
        low, high = bounds(line, at)
        that, source = at + 1, None
        if line[that].low in {"by", "from"} and (agent := phrase_after(line, that + 1)):
            that, source = agent[1], agent
        if that + 1 >= high or line[that].low != "that":
            continue
        if source is None:
            source = _owner(line, at, low)
        end = clause_end(line, that, high, stops)
        # what a colon leads in is said against it, as in: rejected claims that it leaks: "It is dry"
        end = next((index for index in range(that, end) if line[index].low == ":" and line[index].quote < 0), end)
        if not any(is_finite(word) for word in line[low:at]):
            end = _before_predicate(line, that + 1, end)
            if line[low].tag in {Tag.PREPOSITION, Tag.SUBORDINATOR}:  # "Despite his promise that they would pay, Kim said ..."
                end = next((index for index in range(that, end) if line[index].low == "," and line[index].quote < 0), end)
        if is_relative(line, that) or not is_clause(line[that + 1 : end]):
            continue  # "messages that claim to come from the bank"
        yield Found(source, (at, at + 1), ((that, end),), Stance(nouns[noun][0]))


def _before_predicate(line: Sequence[Word], start: int, end: int) -> int:
    """Return where the clause of a noun that is itself a subject ends: "the claim [that the ship was overloaded] was dismissed"."""
    told = False
    for at in range(start, end):
        if line[at].tag in {Tag.WH, Tag.SUBORDINATOR, Tag.CONJUNCTION, Tag.MARK, Tag.TO}:
            return end
        if line[at].tag is Tag.AUXILIARY and told and line[at - 1].tag not in {Tag.AUXILIARY, Tag.ADVERB}:
            return at
        told = told or is_finite(line[at])
    return end


def _owner(line: Sequence[Word], at: int, low: int) -> Range | None:
    """Return whose statement it is: "Lee's", "his", "the U.S." before "warning"."""
    before = at - 1
    while before > low and line[before].tag is Tag.NOUN and not line[before].text[:1].isupper():
        before -= 1
    word = line[before]
    if word.tag is Tag.POSSESSIVE:
        return phrase_before(line, before, low)
    if word.low in {"his", "her", "their", "its", "my", "our", "your"}:
        return before, before + 1
    if word.tag is Tag.NOUN and word.text[:1].isupper() and before > 0:
        return phrase_before(line, before + 1, low)
    return None
