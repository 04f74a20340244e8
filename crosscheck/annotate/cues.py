"""The attributions of one sentence: each cue with its source and its content, as ranges of words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from crosscheck.annotate.grammar import DASHES, FINITE, NOMINAL, Form, Tag, Word, is_finite, is_quote_mark, verb_forms
from crosscheck.annotate.phrases import clause_subject, phrase_after, phrase_before, subject, verb_group
from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.annotate.phrases import Range


class Stance(StrEnum):
    """What the cue says of the content's truth: said, claimed, admitted, insisted, denied."""

    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    CONCEDING = "conceding"
    ASSERTING = "asserting"
    DENYING = "denying"


class ContentKind(StrEnum):
    """What the content is: a clause or quote that was said, a noun phrase that was said ("announced the closure"), or the object of an attitude or intent ("praised", "vowed to")."""

    CLAUSE = "clause"
    PHRASE = "phrase"
    ATTITUDE = "attitude"


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution inside one sentence; ranges are indexes of its words. One that stands `aside` is not what the sentence leads with ("..., Lee said")."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    stance: Stance
    aside: bool = False
    kind: ContentKind = ContentKind.CLAUSE


@dataclass(frozen=True, slots=True)
class _Cue:
    """A verb that may attribute: its group from `start`, the verb `at`, the words after it from `end`; `low` and `high` bound the quote or sentence it stands in."""

    start: int
    at: int
    end: int
    form: Form
    stance: Stance
    frames: frozenset[str]
    passive: bool
    low: int
    high: int


def found_in(line: Sequence[Word], *, headline: bool = False) -> tuple[Found, ...]:
    """Return the attributions of a sentence, in order of their cues; a headline may also name its source with a colon.

    Those that stand aside ("..., Lee said") come first to be found, since the content of the others stops before them.
    """
    cues = list(_cues(line))
    asides = [*_asides(line, cues), *_according(line), *_colon(line, headline=headline)]
    stops = frozenset(min(part[0] for part in (one.source, one.cue) if part) for one in asides)
    taken = {one.cue[1] for one in asides}
    rest: list[Found] = []
    for cue in cues:
        if cue.end in taken:
            continue
        one = _passive(line, cue, stops) if cue.passive else _active(line, cue, stops, [*asides, *rest])
        if one is not None:
            rest.append(one)
    return tuple(sorted([*asides, *rest, *_nominal(line, stops)], key=lambda one: one.cue))


def _cues(line: Sequence[Word]) -> Iterator[_Cue]:
    table_of_verbs = table("cue_verbs")
    for at, word in enumerate(line):
        if word.tag not in {Tag.VERB, Tag.ING} or not word.lemma:
            continue
        key, end = _longest(line, at)
        if key not in table_of_verbs:
            continue
        start = verb_group(line, at)
        if word.quote >= 0 or (line[at - 1].tag is Tag.TO and at):
            continue
        form = verb_forms().get(word.low, ("", Form.PAST))[1]
        auxiliaries = [other.low for other in line[start:at] if other.tag is Tag.AUXILIARY]
        passive = form is Form.PAST and (bool(auxiliaries) and auxiliaries[-1] in table("word_classes")["be"] or _is_reduced(line, at))
        stance, *frames = table_of_verbs[key]
        low, high = _bounds(line, at)
        yield _Cue(max(start, low), at, end, form, Stance(stance), frozenset(frames), passive, low, high)


def _is_reduced(line: Sequence[Word], at: int) -> bool:
    """Say whether a participle is a passive without its auxiliary: "troops said to have been massed"."""
    return 0 < at < len(line) - 2 and line[at - 1].tag is Tag.NOUN and line[at + 1].tag is Tag.TO and line[at + 2].low in {"be", "have"} and line[at].lemma in _REDUCED


_REDUCED = frozenset({"allege", "believe", "estimate", "fear", "report", "rumor", "rumour", "say", "think", "understand"})


def _longest(line: Sequence[Word], at: int) -> tuple[str, int]:
    """Return the longest cue that begins here: "go on to say" rather than "go"."""
    key, best = line[at].lemma, (line[at].lemma, at + 1)
    for end in range(at + 1, min(at + 4, len(line))):
        key = f"{key} {line[end].low}"
        if key in table("cue_verbs"):
            best = key, end + 1
    return best


def _bounds(line: Sequence[Word], at: int) -> Range:
    """Return the words among which a cue's source and content are looked for: those of its own quote where it stands in one."""
    quote = line[at].quote
    if quote < 0:
        return 0, len(line)
    low, high = at, at + 1
    while low and line[low - 1].quote == quote:
        low -= 1
    while high < len(line) and line[high].quote == quote:
        high += 1
    return low, high


def _asides(line: Sequence[Word], cues: Sequence[_Cue]) -> Iterator[Found]:
    """Yield the attributions whose content comes before them: "..., Lee said", "..., said Lee, ...", "... Lee said, ..."."""
    low = 0
    for cue in cues:
        if cue.passive or cue.form is Form.ING or not cue.frames & {"quote", "bare", "hearer"} or line[cue.at].quote >= 0:
            continue
        one = _postposed(line, cue, low) or _inverted(line, cue, low)
        if one is not None:
            yield one
            low = max(part[1] for part in (one.source, one.cue) if part)


def _inverted(line: Sequence[Word], cue: _Cue, low: int) -> Found | None:
    if cue.start != cue.at or cue.start <= low or not _ends_content(line[cue.start - 1]) or "quote" not in cue.frames:
        return None
    source = phrase_after(line, cue.end)
    if source is None or subject(line, cue.start, low) is not None:
        return None
    content = _around(line, (low, cue.start), source[1])
    return Found(source, (cue.start, cue.end), content, cue.stance, aside=True) if content else None


def _postposed(line: Sequence[Word], cue: _Cue, low: int) -> Found | None:
    source = subject(line, cue.start, low)
    if source is None or source[0] <= low or not _ends_content(line[source[0] - 1]) or line[source[0]].tag is Tag.WH:
        return None
    after = _setting(line, _hearer(line, cue.end) if "hearer" in cue.frames else cue.end, cue.high)
    if after < len(line) and line[after].low not in _ENDS_ASIDE and not _adverbial(line, after):
        return None
    content = _around(line, (low, source[0]), after)
    return Found(source, (cue.start, cue.end), content, cue.stance, aside=True) if content else None


def _ends_content(word: Word) -> bool:
    return word.low in {",", "?", "!", "..."} | DASHES or is_quote_mark(word)


_ENDS_ASIDE = frozenset({",", ".", ";", "!", "?"}) | DASHES


def _adverbial(line: Sequence[Word], at: int) -> bool:
    """Say whether what follows an aside only tells how, when or where it was said: "as he left", "after the vote"."""
    return line[at].tag is Tag.SUBORDINATOR and line[at].low in {"after", "as", "before", "when", "while"}


def _around(line: Sequence[Word], before: Range, after: int) -> tuple[Range, ...]:
    """Return what an aside attributes: the words before it, and those after it where the sentence goes on; together they hold a verb or a quote."""
    first = _before(line, *before)
    if first is None:
        return ()
    content = (first, *_resumed(line, after, first))
    if len(content) == 1 and line[first[0]].tag in {Tag.SUBORDINATOR, Tag.WH} and all(word.low != "," for word in line[slice(*first)]):
        return ()
    return content if any(is_finite(word) or word.quote >= 0 for part in content for word in line[slice(*part)]) else ()


def _before(line: Sequence[Word], low: int, end: int) -> Range | None:
    """Return the words before an aside back to `low` or a semicolon, without the conjunction that leads in."""
    while end > low and line[end - 1].low in {","} | DASHES:
        end -= 1
    start = low
    while start < end and (line[start].tag is Tag.CONJUNCTION or line[start].low in {",", ";"} | DASHES):
        start += 1
    for index in range(end - 1, start - 1, -1):
        if line[index].low == ";" and line[index].quote < 0:
            start = index + 1
            break
    return None if start >= end or line[start].tag in {Tag.VERB, Tag.ING} else (start, end)


def _resumed(line: Sequence[Word], after: int, before: Range) -> tuple[Range, ...]:
    """Return where the content goes on after an aside: "The plan, Lee said, [will fail]"."""
    if after + 2 >= len(line) or line[after].low not in {","} | DASHES:
        return ()
    following = line[after + 1]
    if not is_quote_mark(following):
        whole = any(is_finite(word) for word in line[slice(*before)])
        if following.tag in {Tag.ING, Tag.WH} or following.low in {"according", "citing", "while", "but", "although", "though"}:
            return ()
        if whole and following.tag not in {Tag.CONJUNCTION, Tag.VERB, Tag.AUXILIARY, Tag.SUBORDINATOR}:
            return ()
    return ((after + 1, _clause_end(line, after + 1, len(line), frozenset())),)


def _according(line: Sequence[Word]) -> Iterator[Found]:
    """Yield "according to X" and "citing X"."""
    for at in range(len(line) - 2):
        if line[at].low == "according" and line[at + 1].low == "to":
            cue = at, at + 2
        elif line[at].low == "citing":
            cue = at, at + 1
        else:
            continue
        low, high = _bounds(line, at)
        source = phrase_after(line, cue[1])
        if source is None:
            continue
        before = _before(line, low, at)
        if before:
            yield Found(source, cue, (before, *_resumed(line, source[1], before)), Stance.NEUTRAL, aside=True)
        elif source[1] < high and line[source[1]].low in {",", ":"}:
            yield Found(source, cue, ((source[1] + 1, _clause_end(line, source[1] + 1, high, frozenset())),), Stance.NEUTRAL)


def _colon(line: Sequence[Word], *, headline: bool) -> Iterator[Found]:
    """Yield the source that a colon sets off: "Lee: Bridge to close", "Bridge to close: Lee", and outside headlines only before a quote."""
    at = next((index for index, word in enumerate(line) if word.low == ":" and word.quote < 0), None)
    if at is None or at == 0 or at + 1 >= len(line):
        return
    if at <= _LONGEST_LABEL and line[0].text[0].isupper() and _is_label(line[:at]) and (headline or is_quote_mark(line[at + 1])):
        yield Found((0, at), (at, at + 1), ((at + 1, _clause_end(line, at + 1, len(line), frozenset())),), Stance.NEUTRAL)
    elif headline and len(line) - at - 1 <= _LONGEST_LABEL and _is_label(line[at + 1 :]) and any(is_finite(word) for word in line[:at]):
        yield Found((at + 1, len(line)), (at, at + 1), ((0, at),), Stance.NEUTRAL, aside=True)


def _is_label(phrase: Sequence[Word]) -> bool:
    """Say whether a phrase may name a source: "White House press secretary", not "Check your kitchen"."""
    return all(word.tag in NOMINAL for word in phrase) and all(word.tag is not Tag.DETERMINER for word in phrase[1:])


# How many words a source set off by a colon has at most: "White House press secretary: ...".
_LONGEST_LABEL = 4


def _active(line: Sequence[Word], cue: _Cue, stops: frozenset[int], known: Sequence[Found]) -> Found | None:
    found = _content(line, cue, stops)
    if found is None:
        return None
    content, kind = found
    source = _source(line, cue, known)
    if source is None or source[1] > cue.start:
        return None
    return Found(source, (cue.start, cue.end), (content,), cue.stance, kind=kind)


def _source(line: Sequence[Word], cue: _Cue, known: Sequence[Found]) -> Range | None:
    before = line[cue.start - 1] if cue.start > cue.low else None
    if before is None:
        return None
    joined = before.tag in {Tag.CONJUNCTION, Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.VERB, Tag.ING} or any(word.tag is Tag.TO for word in line[cue.start : cue.at])
    if cue.form is Form.ING and (joined or before.low in {","} | DASHES) and cue.start == cue.at:
        earlier = [one.source for one in known if one.source and one.cue[0] < cue.at and line[one.cue[0]].quote == line[cue.at].quote]
        return earlier[-1] if earlier else clause_subject(line, cue.start, cue.low)
    if joined:
        return clause_subject(line, cue.start, cue.low)
    return subject(line, cue.start, cue.low) or (clause_subject(line, cue.start, cue.low) if before.low == "," else None)


def _content(line: Sequence[Word], cue: _Cue, stops: frozenset[int]) -> tuple[Range, ContentKind] | None:
    """Return what follows the cue as its content, by the complements the verb takes."""
    start = _setting(line, cue.end, cue.high) if cue.frames & _SAYING else cue.end
    if "hearer" in cue.frames and start < cue.high and line[start].tag in NOMINAL | {Tag.PRONOUN, Tag.PREPOSITION}:
        start = _setting(line, _hearer(line, start), cue.high)
    if start >= cue.high:
        return None
    word = line[start]
    if word.low in {":", ","} and start + 1 < cue.high and (word.low == ":" or is_quote_mark(line[start + 1])):
        return (start + 1, _clause_end(line, start + 1, cue.high, stops)), ContentKind.CLAUSE
    clause = start, _clause_end(line, start, cue.high, stops)
    if clause[0] >= clause[1]:
        return None
    if is_quote_mark(word) and cue.frames & {"bare", "quote", "hearer"}:
        return clause, ContentKind.CLAUSE
    if word.low in {"whether", "if"} or (word.low == "that" and not _is_relative(line, start)) or (word.tag is Tag.WH and word.low != "who"):
        return (clause, ContentKind.CLAUSE) if cue.frames & (_SAYING | {"np", "hearer"}) else None
    if word.tag is Tag.TO:
        return ((start, _phrase_end(line, *clause)), ContentKind.ATTITUDE) if "to" in cue.frames and (start == cue.end or "hearer" in cue.frames) else None
    if "bare" in cue.frames and _is_clause(line[slice(*clause)]):
        return clause, ContentKind.CLAUSE
    if "finding" in cue.frames and word.tag in NOMINAL and _is_study(line, cue):
        return clause, ContentKind.CLAUSE
    if "np" in cue.frames and start == cue.end and (word.tag in NOMINAL | {Tag.PRONOUN, Tag.ING} or is_quote_mark(word)) and word.low not in _PARTICLES and not _modifies(line, cue):
        return (start, _phrase_end(line, *clause)), ContentKind.PHRASE if cue.frames & _SAYING else ContentKind.ATTITUDE
    return None


def _is_relative(line: Sequence[Word], that: int) -> bool:
    """Say whether a "that" is the subject of its clause, so that it tells which and not what: "a deal announced that would end it"."""
    if that + 2 >= len(line):
        return False
    after = line[that + 1]
    return after.tag in FINITE or (after.low in verb_forms() and after.tag is Tag.NOUN and line[that + 2].tag is Tag.DETERMINER)


def _is_study(line: Sequence[Word], cue: _Cue) -> bool:
    """Say whether the cue's subject is a document: "a poll found Lee ahead", not "a diver found the wreck"."""
    source = phrase_before(line, cue.start, cue.low)
    return source is not None and any(word.low in words("documents") for word in line[slice(*source)])


def _modifies(line: Sequence[Word], cue: _Cue) -> bool:
    """Say whether a participle only tells which: "a group calling itself Hawk", "the party backing her"."""
    return cue.form is Form.ING and cue.start == cue.at and cue.at > cue.low and line[cue.at - 1].tag is Tag.NOUN


_PARTICLES = frozenset({"away", "back", "down", "in", "off", "out", "over", "up"})

# The complements of verbs that tell something, rather than do something to somebody.
_SAYING = frozenset({"bare", "that", "quote"})


def _span(start: int, end: int) -> Range | None:
    return (start, end) if start < end else None


def _is_clause(words: Sequence[Word]) -> bool:
    """Say whether the words begin with a subject and go on to a finite verb."""
    if not words or words[0].tag not in NOMINAL | {Tag.PRONOUN, Tag.ING, Tag.ADVERB, Tag.PREPOSITION, Tag.SUBORDINATOR}:
        return False
    return any(is_finite(word) for word in words[1:]) or is_finite(words[0])


def _setting(line: Sequence[Word], at: int, high: int) -> int:
    """Skip when, where and how it was said: "on Monday", "in a statement", "late Tuesday", "at a news conference in Oslo"."""
    classes = table("word_classes")
    while at < high:
        word = line[at]
        if word.low in classes["weekday"] or word.low in {"morning", "afternoon", "evening", "night"} or (word.tag is Tag.ADVERB and word.low not in {"there", "not", "so"}):
            at += 1
        elif word.tag is Tag.PREPOSITION and word.low in _WHERE and at + 1 < high and line[at + 1].tag in NOMINAL | {Tag.ING}:
            at = _past_phrase(line, at + 1, high)
        elif word.low in {"this", "last", "next", "earlier"} and at + 1 < high and line[at + 1].low in {"week", "month", "year", "day", "summer", "spring", "autumn", "fall", "winter", "morning", "evening", "afternoon", "night"}:
            at += 2
        else:
            break
    return at


_WHERE = frozenset({"on", "in", "at", "during", "after", "before", "by", "from", "to", "via", "through", "outside", "of", "over", "with", "about"})


def _past_phrase(line: Sequence[Word], at: int, high: int) -> int:
    """Return the end of a plain noun phrase: an article and what follows it up to the next article or small word."""
    start = at
    while at < high and line[at].tag in NOMINAL:
        if line[at].tag is Tag.DETERMINER and at > start and line[at - 1].tag is not Tag.DETERMINER:
            break
        if at == start and line[at].low in table("word_classes")["weekday"]:
            return at + 1
        at += 1
    if at + 1 < high and line[at].low in {"of", "for", "with"} and line[at + 1].tag in NOMINAL:
        return _past_phrase(line, at + 1, high)
    return at


def _hearer(line: Sequence[Word], at: int) -> int:
    """Skip whoever was told: up to "that", a quote or a colon where one comes before the next verb, else a pronoun or one bare noun."""
    for index in range(at, min(at + 16, len(line))):
        word = line[index]
        if word.low in {"that", "whether", ":", ".", ","} or is_quote_mark(word) or word.tag in {Tag.TO, Tag.WH}:
            return index
        if word.tag in FINITE:
            break
    if at < len(line) and line[at].tag is Tag.PRONOUN:
        return at if at + 1 < len(line) and is_finite(line[at + 1]) else at + 1
    end = at
    while end < len(line) and line[end].tag is Tag.NOUN and (end == at or line[end].text[:1].isupper() == line[at].text[:1].isupper()):
        end += 1
    if end < len(line) and end > at and line[end].tag in FINITE:
        return end - 1
    return max(end, at)


def _clause_end(line: Sequence[Word], start: int, high: int, stops: frozenset[int]) -> int:
    """Return where a content that begins at `start` ends: with the sentence, or before the next attribution beside it."""
    at = start
    while at < high:
        word = line[at]
        if at > start and (at in stops or (word.low == ";" and word.quote < 0) or _next_attribution(line, at, start)):
            break
        at += 1
    while at > start and line[at - 1].low in {",", ".", ";", "—", "--", "–", ":"}:
        at -= 1
    return at


def _next_attribution(line: Sequence[Word], at: int, start: int) -> bool:
    """Say whether the word at `at` leads over from a content to another attribution: ", adding", "and warned that", "while noting"."""
    word = line[at]
    if word.quote >= 0 and word.quote == line[start].quote:
        return False
    if word.low in {"according", "citing"}:
        return True
    verbs = table("cue_verbs")
    if word.tag is Tag.ING and word.lemma in verbs and (line[at - 1].low in {",", "while"} or is_quote_mark(line[at - 1])):
        return bool({"bare", "that", "quote"} & set(verbs[word.lemma]))
    if word.tag is Tag.CONJUNCTION and at + 1 < len(line) and any(is_finite(other) for other in line[start:at]):
        after = at + 1
        while after < min(len(line) - 1, at + 10) and line[after].tag in NOMINAL | {Tag.ADVERB, Tag.AUXILIARY, Tag.PRONOUN, Tag.PREPOSITION}:
            after += 1
        return line[after].tag is Tag.VERB and "bare" in verbs.get(line[after].lemma, ()) and line[after].low in verb_forms() and verb_forms()[line[after].low][1] is not Form.BASE
    return word.low == "while" and at + 1 < len(line) and line[at + 1].tag is Tag.ING


def _phrase_end(line: Sequence[Word], start: int, high: int) -> int:
    """Return where a noun phrase that is a content ends: before a comma, a new clause or a second verb."""
    at = start
    while at < high:
        word = line[at]
        if at > start and word.quote < 0:
            if word.low == "," or word.low in DASHES:
                break
            if word.tag is Tag.SUBORDINATOR and word.low not in {"that", "as", "than"}:
                break
            if word.tag is Tag.CONJUNCTION and at + 1 < high and line[at + 1].tag in FINITE | {Tag.PRONOUN}:
                break
        at += 1
    return at


def _passive(line: Sequence[Word], cue: _Cue, stops: frozenset[int]) -> Found | None:
    """Read "is believed to", "was told that", "it was reported that", "was criticised by X for"."""
    at = _setting(line, cue.end, cue.high) if cue.end < cue.high and line[cue.end].low != "by" else cue.end
    if at >= cue.high:
        return None
    doer = phrase_before(line, cue.start, cue.low)
    word = line[at]
    end = _clause_end(line, at, cue.high, stops)
    if word.low == "by" and cue.frames & {"passive", "np", "that"}:
        agent = phrase_after(line, at + 1)
        if agent is None or doer is None or any(other.low in _TIMES or other.low[0].isdigit() for other in line[slice(*agent)]):
            return None
        return Found(agent, (cue.start, at + 1), (doer, *((agent[1], end),) * (agent[1] < end)), cue.stance, kind=ContentKind.PHRASE if cue.frames & _SAYING else ContentKind.ATTITUDE)
    if (word.low in {"that", "whether"} or is_quote_mark(word) or (word.low == "," and is_quote_mark(line[at + 1]))) and cue.frames & _SAYING:
        return Found(None, (cue.start, cue.end), ((at, end),), cue.stance)
    if doer is None or "passive" not in cue.frames:
        return None
    if word.tag is Tag.TO or word.low in {"as", "of"}:
        if word.low == "as" and at + 1 < cue.high and line[at + 1].low in {"saying", "telling"}:
            content = _span(at + 2, _clause_end(line, at + 2, cue.high, stops))
            return Found(doer, (cue.start, at + 2), (content,), cue.stance) if content else None
        return Found(None, (cue.start, cue.end), (doer, (at, end)), cue.stance)
    return None


# "Expected by the end of March" names no agent.
_TIMES = frozenset({"beginning", "date", "deadline", "end", "middle", "month", "noon", "spring", "start", "summer", "time", "tomorrow", "week", "winter", "year"})


def _nominal(line: Sequence[Word], stops: frozenset[int]) -> Iterator[Found]:
    """Yield "the claim that", "Lee's warning that", "an accusation by Lee that"."""
    nouns = table("cue_nouns")
    for at in range(1, len(line) - 1):
        noun = line[at].low if line[at].low in nouns else line[at].low.removesuffix("s")
        if line[at].tag is not Tag.NOUN or noun not in nouns:
            continue
        low, high = _bounds(line, at)
        that, source = at + 1, None
        if line[that].low in {"by", "from"} and (agent := phrase_after(line, that + 1)):
            that, source = agent[1], agent
        if that + 1 >= high or line[that].low != "that":
            continue
        if source is None:
            source = _owner(line, at, low)
        end = _clause_end(line, that, high, stops)
        if _is_relative(line, that) or not _is_clause(line[that + 1 : end]):
            continue  # "messages that claim to come from the bank"
        yield Found(source, (at, at + 1), ((that, end),), Stance(nouns[noun][0]))


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
