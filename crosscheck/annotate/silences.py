"""Who was asked and did not comment: "declined to comment", "did not respond to a request for comment", "could not be reached"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.annotate.contents import clause_end
from crosscheck.annotate.grammar import NOMINAL, Tag
from crosscheck.annotate.lines import Lines
from crosscheck.annotate.phrases import phrase_after, subject, verb_group
from crosscheck.annotate.sources import Cast, SourceKind
from crosscheck.layout import Role
from crosscheck.lexicon import table, words
from crosscheck.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crosscheck.annotate.grammar import Word
    from crosscheck.annotate.names import Entity
    from crosscheck.annotate.phrases import Range
    from crosscheck.annotate.quotes import Quote
    from crosscheck.segment import Sentence


@dataclass(frozen=True, slots=True)
class Silence(Span):
    """The words that tell that somebody did not comment ("declined to comment"), whom they are about, and on what, "" where on the whole matter.

    `speaker` is the party's number in the cast, None where it is not known.
    """

    party: Span
    kind: SourceKind
    speaker: int | None
    topic: Span | None


def silences(sentences: Sequence[Sentence], quotes: Sequence[Quote], cast: Sequence[Entity], tagged: Mapping[int, tuple[Word, ...]]) -> tuple[Silence, ...]:
    """Return who the report says did not comment, in order."""
    lines = Lines(quotes, Cast(cast), tagged)
    telltales = _TELLTALES | words("requests")
    found = []
    for sentence in sentences:
        if sentence.role is Role.BODY and not telltales.isdisjoint(sentence.lows):
            line = lines.line(sentence)
            for party, phrase, topic in _silent(line):
                source = lines.source(sentence, line, party, None)
                found.append(
                    Silence(*_placed(sentence, line, phrase), _span(sentence, line, party), source.kind, source.speaker, topic and _span(sentence, line, topic))
                )
    return tuple(found)


_TELLTALES = frozenset(
    {"commented", "commenting", "discuss", "elaborate", "failed", "reached", "replied", "reply", "respond", "responded", "unanswered", "unsuccessful"}
)
_MORE = frozenset({"additional", "beyond", "elaborate", "except", "further", "more", "other", "otherwise"})
"""Words that tell that something was said: "declined to comment further"."""
_REACH = 8
"""How many words after the verb belong to it: "did not respond to several emails and calls seeking comment"."""


def _silent(line: Sequence[Word]) -> Iterator[tuple[Range, Range, Range | None]]:
    """Yield party, phrase and topic of each silence in a sentence, outside its quotes."""
    for at, word in enumerate(line):
        if word.quote >= 0 or word.tag not in {Tag.VERB, Tag.AUXILIARY}:
            continue
        start = verb_group(line, at)
        ahead = _ahead(line, at)
        party = _party(line, at, start, ahead)
        if party is None or _MORE & {other.low for other in ahead}:
            continue
        end = _end(line, at, len(ahead))
        yield party, (start, end), _topic(line, at, len(ahead))


def _ahead(line: Sequence[Word], at: int) -> Sequence[Word]:
    """Return the words after a verb that belong to it, up to the next mark or clause."""
    high = min(len(line), at + 1 + _REACH)
    end = next((index for index in range(at + 1, high) if line[index].tag in {Tag.MARK, Tag.CONJUNCTION} or line[index].low in _CLAUSES), high)
    return line[at + 1 : end]


_CLAUSES = frozenset({"after", "although", "as", "because", "before", "though", "when", "whether", "while"})


def _party(line: Sequence[Word], at: int, start: int, ahead: Sequence[Word]) -> Range | None:
    """Return who did not comment, None where the verb tells nothing of the sort."""
    if _is_fruitless(line[at], ahead, denied=_is_denied(line[start:at])) and (asked := _asked(line, start)):
        return asked
    who = subject(line, start)
    if who is None:
        return None
    both = who[0] > 1 and line[who[0] - 1].low == "nor"
    denied = both or _is_denied(line[start:at]) or line[who[0]].low in {"neither", "nobody"}
    return who if _withholds(line[at], line[start:at], ahead, denied=denied) else None


def _is_denied(group: Sequence[Word]) -> bool:
    return any(word.low in _NOT or word.low.endswith("n't") for word in group)


_NOT = frozenset({"cannot", "never", "not"})


def _withholds(verb: Word, group: Sequence[Word], ahead: Sequence[Word], *, denied: bool) -> bool:  # noqa: PLR0911  (one return a verb)
    """Say whether a verb with what follows it tells that its subject did not comment."""
    after = [word.low for word in ahead if word.tag is not Tag.ADVERB]
    if verb.lemma in {"decline", "refuse"}:
        return bool({"comment", "interview", "interviewed", "interviews"} & set(after[:4]))
    if verb.lemma in {"answer", "reply", "respond", "return"}:
        return denied and not (words("requests") - _UNTOLD.get(verb.lemma, frozenset())).isdisjoint(after)
    if verb.lemma == "comment":
        return denied
    if verb.lemma in {"discuss", "elaborate"}:
        return denied and any(word.low == "would" for word in group)  # "would not discuss his case"
    if verb.lemma in {"reach", "contact"}:
        able = {word.low for word in group} & {"can", "cannot", "could", "couldn't", "can't"}
        return denied and bool(able) and (not after or after[0] in {"by", "for", "immediately", "on"})
    if verb.lemma in {"approach", "ask"} or (verb.lemma == "contact" and not denied):
        return any(word.low == "been" for word in group) and after[:2] == ["for", "comment"]
    if verb.tag is Tag.AUXILIARY and verb.low in table("word_classes")["be"]:
        lows = [word.low for word in ahead]
        free = next((word for word in lows if word in {"available", "unavailable", "reachable", "unreachable"}), "")
        return bool(free) and (denied or "not" in lows or free.startswith("un")) and bool({"comment", "interview"} & set(lows))
    silent = after[:1] == ["no"] and "comment" in after[1:4]
    return silent and (verb.lemma in {"give", "make", "offer", "provide"} or verb.low in {"had", "has", "have"})


# Not "could not answer the question", which tells of a witness who did not know, nor "did not respond to the call", which tells of the police.
_CALLS = frozenset({"call", "calls"})
_UNTOLD = {"answer": _CALLS | {"question", "questions"}, "reply": _CALLS, "respond": _CALLS}


def _is_fruitless(verb: Word, ahead: Sequence[Word], *, denied: bool) -> bool:
    """Say whether calls, messages or attempts came to nothing: "were not returned", "went unanswered", "were unsuccessful", "failed"."""
    after = {word.low for word in ahead}
    if verb.lemma in {"answer", "return"}:
        return denied
    return verb.lemma == "fail" or bool({"unanswered", "unreturned", "unsuccessful"} & after)


def _asked(line: Sequence[Word], end: int) -> Range | None:
    """Return who was asked before a verb that tells that it came to nothing.

    "Calls to [the ministry]", "attempts to reach [Ann Lee]", "requests for comment sent to [the owner]".
    """
    low = max(0, end - _LONGEST_ASKING)
    first = next((index for index in range(end - 1, low - 1, -1) if line[index].low in words("requests") | _ATTEMPTS), None)
    if first is None or any(word.tag in {Tag.MARK, Tag.AUXILIARY, Tag.PRONOUN} for word in line[first:end]):
        return None
    to = next((index for index in range(end - 2, first, -1) if line[index].low in _ASKING and line[index + 1].tag in NOMINAL), None)
    if to is None or (line[first].low in _ATTEMPTS and line[to + 1].tag is Tag.NOUN and line[to + 1].text.islower()):
        return None  # "efforts to reach voters"
    return phrase_after(line[:end], to + 1)


_ATTEMPTS = frozenset({"attempt", "attempts", "effort", "efforts"})
_ASKING = frozenset({"contact", "from", "reach", "to", "with"})
_LONGEST_ASKING = 16


def _end(line: Sequence[Word], at: int, reach: int) -> int:
    """Return where the phrase ends: with the last word of asking or commenting, else with the verb."""
    return next((index + 1 for index in range(at + reach, at, -1) if line[index].low in words("requests") | _FREE), at + 1)


_FREE = frozenset({"available", "interviewed", "unanswered", "unavailable", "unsuccessful"})


def _topic(line: Sequence[Word], at: int, reach: int) -> Range | None:
    """Return on what there was no comment: "on the alarm", "about why they left"; a day is no topic."""
    begin = next((index for index in range(at + 1, min(at + reach + 2, len(line) - 1)) if line[index].low in {"on", "about", "regarding", "whether"}), None)
    if begin is None or line[begin + 1].low in table("word_classes")["weekday"]:
        return None
    end = clause_end(line, begin, len(line), frozenset())
    return begin, end if end > begin else begin + 1


def _placed(sentence: Sentence, line: Sequence[Word], part: Range) -> tuple[int, int, str]:
    start, end = line[part[0]].start, line[part[1] - 1].end
    return start, end, sentence.text[start - sentence.start : end - sentence.start]


def _span(sentence: Sentence, line: Sequence[Word], part: Range) -> Span:
    return Span(*_placed(sentence, line, part))
