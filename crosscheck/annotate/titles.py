"""What people are called besides their names: titles before ("Prime Minister", "striker"), roles beside ("the board's chair")."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.capitals import is_common
from crosscheck.annotate.contexts import context
from crosscheck.annotate.gazetteer import is_adjective, is_place
from crosscheck.annotate.given_names import is_given
from crosscheck.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.annotate.capitals import Word


class Named(NamedTuple):
    """A run of capitals taken apart into ranges of words, empty where there is none: the name, the title before it, its owner.

    The owner is the body or place that opens the title: "Kestrel" of "Kestrel Chief Executive".
    """

    name: range
    title: range
    owner: range


def split(found: Sequence[Word], run: range) -> Named:
    """Take a run apart: "Egyptian Foreign Minister Hisham al-Qasabi" is a title of three words and a name of two, "Foreign Minister" a title alone."""
    head = _head(found, run)
    if head is None:
        return Named(run, range(0), range(0))
    start = _modifiers(found, run.start, head)
    end = _complement(found, head + 1, run.stop)
    return Named(range(end, run.stop), range(run.start, end), range(run.start, start))


def before(found: Sequence[Word], name: range, previous: range) -> range:
    """Return the words of a lower-case title right before a name: "former agriculture minister", "African Union Commission chairman".

    `previous` is the run of capitals before the name's, which may own the role. Empty where there is none; so below.
    """
    head = name.start - 1
    if head < 0 or not is_role(found[head]) or found[head].capital or found[head].key in context("adjective as well as title"):
        return range(0)
    start = _modifiers(found, previous.stop, head)
    # "who will captain Busan", "to coach Kestrel"
    if start and found[start - 1].key in context("before verb") and start == head:
        return range(0)
    return range(_owner(found, start, previous), name.start)


def role_before(found: Sequence[Word], name: range, previous: range) -> range:
    """Return the words of a role that a name explains: "captain" in "the captain, Ann Lee, survived"."""
    comma = name.start - 1
    comma -= comma > 0 and _is_of_party(found[comma])  # "the council leader, Conservative Ann Lee,"
    head = comma - 1
    after = found[name.stop].key if name.stop < len(found) else "."
    if head < 0 or found[comma].key != "," or after not in _PAUSES:
        return range(0)
    if not is_role(found[head]):
        head = _head_with_complement(found, head) if len(name) > 1 else -1
    if head < 0:
        return range(0)
    owner = previous if previous.stop <= head else range(0)  # "the finance director [of Kestrel], Ann Lee"
    start = _owner(found, _modifiers(found, owner.stop, head), owner)
    opened = start == 0 or found[start - 1].key in _DETERMINERS or found[start].capital
    return range(start, comma) if opened else range(0)


def _is_of_party(word: Word) -> bool:
    return word.capital and any(word.key in forms for forms in table("parties").values())


def role_after(found: Sequence[Word], name: range) -> range:
    """Return the words of a role set after a name between commas, without its article: "head of the National Rescue Agency"."""
    if name.stop >= len(found) or found[name.stop].key != ",":
        return range(0)
    start = name.stop + 1
    if start < len(found) and found[start].key in _DETERMINERS:
        start += 1
    head = _head_of_phrase(found, start)
    if head is None:
        return range(0)
    end = _phrase_end(found, head + 1)
    acts = end < len(found) and (found[end].key in context("verb of speech") or found[end].key in table("word_classes")["auxiliary"])
    return range(0) if acts else range(start, end)  # "He met Ann Lee, a spokesman said", "In a report by Ann Lee, the minister had denied it"


def is_role(word: Word) -> bool:
    """Say whether a word names an office, a trade or a part somebody plays."""
    return _is_role(word.key)


@lru_cache(maxsize=1 << 14)
def _is_role(key: str) -> bool:
    if key in words("roles") or (key in words("ranks") and key not in words("role_modifiers")) or key.endswith(("-elect", "-general")):
        return True
    first, hyphen, last = key.rpartition("-")  # "then-president", "actor-director"
    return bool(hyphen) and last in words("roles") and (first in words("roles") or first in words("role_modifiers") or first == "then")


def is_honorific(word: Word) -> bool:
    """Say whether a word is a form of address ("Mr", "Dr.")."""
    return word.key in _honorifics()


@cache
def _honorifics() -> frozenset[str]:
    return words("honorifics") | context("plural title")


_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "one", "another", "whose", "whom"})
_PAUSES = frozenset({",", ".", ")", ";", ":", "--", "—", "who", "whose", "(", "and"})
_JOINTS = frozenset({"of", "at", "for", "in", "with", "on", "to", "from"})
_INSIDE = frozenset({"the", "a", "an", "its", "'s", "'", "-", "&", "his", "her", "their"})
_LINKS = _JOINTS | _INSIDE | {"and"}
_INSIDE_LEAD = frozenset({"'s", "'", "-", "&"})
_LONGEST_PHRASE = 12
_LONGEST_LEAD = 6


def _head(found: Sequence[Word], run: range) -> int | None:
    """Return the last word of the title that a run opens with, None where the run is all name."""
    heads = [at for at in run if (is_honorific(found[at]) or is_role(found[at]) or _is_general(found, run, at)) and not _is_given(found, at)]
    if not heads:
        return None
    head = _last_of_title(found, run, heads)
    if head is None:
        return None
    rest = [found[at] for at in range(head + 1, run.stop)]
    last = found[run.stop - 1].key
    if rest and found[head].key in context("title or part of name") and (last in words("body_words") or (len(rest) > 1 and last in words("geo_nouns"))):
        return None
    if rest and (last in words("body_words") or last in words("company_forms")) and not (is_role(found[head]) and len(rest) == 1):
        return None
    return head


def _is_general(found: Sequence[Word], run: range, at: int) -> bool:
    """Say whether a rank that may be an adjective opens a full name: "General Amos Katz", but not "General Electric Aviation"."""
    if at != run.start or len(run) <= len(("General", "Katz")) or found[at].key not in context("rank or adjective"):
        return False
    rest = (found[n] for n in run[1:])
    return not any(is_common(word.key) or is_place(word.text) or word.key in words("body_words") for word in rest)


def _is_given(found: Sequence[Word], at: int) -> bool:
    """Say whether what may be a title is a given name: "Dean Heller", "defender Sultan Bahri", "Gov. Earl Tomblin"."""
    word = found[at].key
    return word in context("given name more than title") or (word in context("title or given name") and at > 0 and is_role(found[at - 1]))


def _last_of_title(found: Sequence[Word], run: range, heads: Sequence[int]) -> int | None:
    """Return the title's last word: the last head with a name behind it; at the run's end a role may be a surname ("Jason King")."""
    last = heads[-1]
    if last == run.stop - 1 and last > run.start:
        before = found[last - 1]
        called = is_given(before.key) or not (is_common(before.key) or is_adjective(before.text) or is_place(before.text))
        surname = found[last].key in words("occupational_surnames") and (called or last - 1 in heads) and len(run) > 1
        if surname:
            heads = heads[:-1]
        elif found[last].key in words("body_words") or found[last].key in words("geo_nouns") or found[last].key in words("ranks") or is_honorific(found[last]):
            return None
    if not heads:
        return None
    # In "Alder Secretary Grove" the title is not at the front and its owner is no body: still a title, as "Kestrel Chief Executive" is.
    return heads[-1]


def _modifiers(found: Sequence[Word], least: int, head: int) -> int:
    """Return where the words that belong to a role noun begin: "former deputy foreign" minister."""
    start = head
    while start > least:
        word = found[start - 1]
        joined = word.key in {"-", "and", "&"} and start - 2 >= least and start < head and _modifies(found[start - 2])
        if not (_modifies(word) or joined):
            break
        start -= 1
    return start


def _modifies(word: Word) -> bool:
    listed = word.key in _modifiers_listed()
    ordinary = word.capital and is_common(word.key) and word.key not in words("body_words") and word.key not in words("function_words")
    return listed or ordinary or is_adjective(word.text) or word.key.endswith("-year-old")


@cache
def _modifiers_listed() -> frozenset[str]:
    return words("role_modifiers") | words("roles") | words("ranks") | words("honorifics")


def _owner(found: Sequence[Word], start: int, previous: range) -> int:
    """Return where the body, country or people before a role begins: "Kestrel" chief executive, "Egypt's" foreign minister, "the board's" chair."""
    at = start
    if at > 1 and found[at - 1].key in {"'s", "'"} and found[at - 1].start == found[at - 2].end:
        at -= 1
    owned_by_name = previous and previous.stop == at
    at = previous.start if owned_by_name else at - 1 if at < start and not found[at - 1].capital else start
    return at - 1 if at and found[at - 1].key in context("step before owner") else at  # "Former" US president


def _complement(found: Sequence[Word], at: int, stop: int) -> int:
    """Return the end of what a capitalised role takes on with "of": "Secretary of State for Defence", "Governor of California"."""
    while at < stop and found[at].key in context("after role"):
        at += 1
    while at < stop and found[at].key in {"of", "for", "and", "the"}:
        at += 1
        while at < stop and (found[at].key in words("role_modifiers") or is_place(found[at].text) or found[at].key in words("body_words")):
            at += 1
    return at


def _head_with_complement(found: Sequence[Word], end: int) -> int:
    """Return the role noun of "president of the teachers' union" that ends at `end`, -1 where there is none."""
    for at in range(end - 1, max(end - _LONGEST_PHRASE, -1), -1):
        if found[at].key in {"of", "at", "for"} and at > 0:
            return at - 1 if is_role(found[at - 1]) else -1
        if not _is_content(found[at], _INSIDE):
            return -1
    return -1


def _head_of_phrase(found: Sequence[Word], start: int) -> int | None:
    """Return the role noun of a noun phrase that begins at `start`, None where it has none or runs on into another name."""
    head = None
    for at in range(start, min(start + _LONGEST_LEAD + 1, len(found))):
        word = found[at]
        if is_role(word):
            head = at
        elif not _is_content(word, _INSIDE_LEAD) or (head is not None and word.key not in words("role_modifiers")):
            break
    if head is None or (head + 1 < len(found) and found[head + 1].capital):
        return None
    return head


def _phrase_end(found: Sequence[Word], at: int) -> int:
    """Return where the phrase behind a role noun ends: "of the teachers' union", "at Bank Oostveld", "and chief executive"."""
    limit = min(at + _LONGEST_PHRASE, len(found))
    end = at
    while at < limit:
        word = found[at]
        role_follows = word.key == "and" and any(is_role(found[n]) for n in range(at + 1, min(at + 4, limit)))
        name_goes_on = word.key == "and" and at + 1 < limit and found[at - 1].capital and found[at + 1].capital
        charge_goes_on = word.key == "and" and at + 2 < limit and found[at + 2].key == "," and found[at - 2].key == "for"  # "minister for coal and steel,"
        if word.key in _JOINTS or role_follows or name_goes_on or charge_goes_on:
            at += 1
            continue
        straight_on = at == end and found[at - 1].key not in _LINKS
        if not _is_content(word, _INSIDE) or (straight_on and is_role(found[at - 1]) and not (is_role(word) or word.capital or word.key in _INSIDE)):
            break
        at += 1
        end = end if word.key in _INSIDE else at
    return end


def _is_content(word: Word, marks: frozenset[str]) -> bool:
    """Say whether a word may stand inside the phrase of a role: a noun, an adjective, a name, one of these marks and articles."""
    return word.key in marks or (word.key.replace("-", "").isalnum() and word.key not in words("function_words"))
