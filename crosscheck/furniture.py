"""What a line is by its own words: a byline, a caption, a notice; most lines are none of these."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from crosscheck.dateline import is_dateline, is_publication_line
from crosscheck.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence


class Role(StrEnum):
    """What a block of a report is for; headline and body alone are aligned."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    CAPTION = "caption"
    RELATED = "related"
    FURNITURE = "furniture"
    BODY = "body"


def mark(line: str, house: Sequence[str] = ()) -> Role | None:
    """Return the role that a line or paragraph has wherever it stands, None where its place must tell (a headline, a body).

    `house` are patterns of lines that are furniture in one house's copy: "*" is any words, case and white space do not count.
    """
    if house and any(_fits(line, pattern) for pattern in house):
        return Role.FURNITURE
    return None if len(line) > _LONGEST else _known(line)


def _fits(line: str, pattern: str) -> bool:
    """Say whether a pattern is the whole of a line, in one pass over it: "Follow us on *" fits "Follow us on  Example"."""
    folded, wanted = (" ".join(text.casefold().replace("’", "'").split()) for text in (line, pattern))
    first, *rest = wanted.split("*")
    if not rest:
        return folded == wanted
    *between, last = rest
    at = len(first)
    for part in between:
        found = folded.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return folded.startswith(first) and folded.endswith(last) and at + len(last) <= len(folded)


def _known(line: str) -> Role | None:
    if is_publication_line(line) or _is_page_furniture(line) or is_sign_off(line):
        return Role.FURNITURE
    if _opens(line, words("related")):
        return Role.RELATED
    if _is_byline(line):
        return Role.BYLINE
    if is_dateline(line):
        return Role.DATELINE
    return Role.CAPTION if is_captioned(line) or is_credited(line) else None


_LONGEST = 700  # characters: a longer paragraph is body
_LONGEST_NOTICE = 25  # words
_LONGEST_BYLINE = 14  # words
_STOP = re.compile(r"[.!?…][\"'”’)\]]*$")


def _is_page_furniture(line: str) -> bool:
    """Say whether a line is a button, the name of a section, a notice, an address or a rule of stars."""
    bare = _bare(line)
    parts = line.split()
    return (
        not any(letter.isalnum() for letter in line)
        or bare in words("furniture")
        or (len(parts) <= _LONGEST_NOTICE and any(bare.startswith(notice) for notice in words("notices")))
        or all("@" in part for part in parts)
        or (len(parts) <= _LONGEST_NOTICE and parts[-1].startswith(("http://", "https://", "www.")))
        or (len(parts) <= _LONGEST_BYLINE and any(is_publication_line(part) for part in _COLUMNS.split(line)))
        or _CONTRIBUTED.search(line) is not None
        or _TELEPHONE.fullmatch(line) is not None
        or (len(parts) <= _LONGEST_BYLINE and _ISSUER.match(line) is not None)
        or _is_source(line)
    )


_COLUMNS = re.compile(r"(?:(?<!\s)\s++)?+[|·•]\s*+|\s[-–—]\s")  # "SAMPLE NEWS - Mar 9, 2024 - 10:30 | World"
_CONTRIBUTED = re.compile(r"\bcontributed (?:to this (?:report|story|article)|reporting)\b[^.]{0,60}\.?$")

_TELEPHONE = re.compile(r"(?i:(?:tel|telephone|phone|mobile|cell|office|fax)[.:\s]\s*)?(?=\+|.{0,20}\d{3}\D+\d{3})\+?[\d\s().-]{7,30}")
_ISSUER = re.compile(r"SOURCE:?\s+(?=.*[a-z])[A-Z0-9]")  # the last line of a release: "SOURCE Sample Corp.", but not "SOURCE OF THE NILE FOUND"


def _is_source(line: str) -> bool:
    """Say whether a line names the agencies behind the report: "Source: Al Jazeera and news agencies"."""
    label, colon, names = line.partition(":")
    return bool(colon) and _bare(label) in {"source", "sources"} and _are_agencies(names)


def _are_agencies(names: str) -> bool:
    return all(any(_bare(name) in words(known) for known in _AGENCIES) for name in _BETWEEN_NAMES.split(names))


_AGENCIES = ("outlets", "photo_agencies", "bylines")
_BETWEEN_NAMES = re.compile(r"(?:(?<!\s)\s++)?+(?:/|,|\bvia\b|\band\b|(?<=\s)[-–]\s)\s*+")


def _bare(line: str) -> str:
    return " ".join(line.casefold().replace("’", "'").strip(" \t:.-–—|>»›•*…[]()").split())


def is_sign_off(line: str) -> bool:
    """Say whether a line ends the copy: "(END)", "-30-", "==Kyodo", "(Reporting by Ann Lee; editing by Jo Roe)"."""
    return sign_off(line) == 0


def sign_off(paragraph: str) -> int:
    """Return where the end mark or credit that closes a paragraph begins, -1 where there is none."""
    may_end = _MARK.search(paragraph) or "nditem" in paragraph or _FIRST_OF_SIGN_OFF.match(paragraph)  # few have any of it, and it is soon seen
    found = _SIGN_OFF.search(paragraph, max(0, len(paragraph) - _LONGEST)) if may_end else None
    return found.start() if found else -1


_DONE = r"(?i:(?:additional\s)?(?:reporting|writing|reporting\sand\swriting|writing\sand\sediting|written|editing|edited|compiled|translated)\sby\s)"
_SIGN_OFF = re.compile(
    rf"""(?: ==\s?\w{{1,20}}
           | (?<!\w)-{{1,3}}\s?30\s?-{{1,3}} | \#\#\#+ | (?:\(|[-–—*]{{1,3}}\s?)(?:END|ENDS|Ends|End)(?:\)|\s?[-–—*]{{1,3}}) | \AENDS?\.?
           | (?<!\w)/?[Ee]nditem\.?
           | [(\[]{_DONE}[^()\[\]]{{1,600}}[)\]]
           | \A{_DONE}[^.()\[\]]{{1,80}}(?:[;,][^()\[\]]{{1,400}})?(?<![.!?])
           )\s*\Z""",
    re.VERBOSE,
)
_MARK = re.compile(r"[=#(\[*–—-]")
_FIRST_OF_SIGN_OFF = re.compile(rf"END|{_DONE}")


def _opens(line: str, labels: frozenset[str]) -> bool:
    """Say whether a line is one of the labels, or begins with one and a colon ("Read more: Dam talks collapse")."""
    label, *rest = _AFTER_LABEL.split(line, maxsplit=1)
    return _bare(label) in labels and len("".join(rest).split()) <= _LONGEST_NOTICE


_AFTER_LABEL = re.compile(r":|\s[|>»–—-]\s")


def _is_byline(line: str) -> bool:
    """Say whether a line names who wrote the report: "By Ann Lee in Cairo", "Our Correspondent", "Reuters"."""
    bare = _bare(line)
    if bare in words("bylines") or bare in words("outlets"):
        return True
    found = _BY.match(line)
    short = len(line.split()) <= _LONGEST_BYLINE
    return found is not None and short and not _STOP.search(line) and found[1].casefold() not in words("calendar")


_BY = re.compile(
    r"""(?:(?:[Ss]tory|[Ww]ords|[Ww]ritten|[Rr]eported|[Rr]eport|[Tt]ext|[Aa]nalysis|[Cc]ompiled)\s)?
        (?:By|BY|by):?\s
        (?:(?:[Aa]n?|[Oo]ur|[Tt]he)\s(?=[A-Z]|staff|special|correspondent|reporter|writer|own))?  # by a staff reporter, by the Associated Press
        ([^\W\da-z][\w.'’-]*|staff|special|correspondent|reporter|writer|own)""",
    re.VERBOSE,
)


def is_captioned(line: str) -> bool:
    """Say whether a paragraph opens as captions do: "Photo shows ...", "FILE PHOTO: ...", "In this image taken from video, ..."."""
    return _CAPTION.match(line) is not None


_PICTURE = r"(?:photo|picture|photograph|image|screen[ ]?grab|screenshot|frame[ ]grab)"
_SHOWN = r"(?:shows|showing|taken|provided|released|supplied|issued|made\savailable|courtesy|credit)\b"
_CAPTION = re.compile(
    rf"""(?: (?:(?:combined|combination|file|handout|pool|undated|supplied|courtesy)\s){{0,2}}{_PICTURE}\s(?:{_SHOWN}|by\b)
           | (?:in\s)?this\s(?:\w+\s){{0,3}}{_PICTURE},?\s{_SHOWN}
           | in\sthis\s(?:\w+\s){{0,3}}{_PICTURE}\sfrom\b
           | (?:image|media)\s(?:source|caption)s?\s?[,:]
           | (?:file|(?:(?:file|undated|handout|pool)\s)?{_PICTURE}s?|caption|pictured|(?:{_PICTURE}\s)?credit)\s?(?::|\s[-–—]\s)
         )""",
    re.VERBOSE | re.IGNORECASE,
)


def is_credited(line: str) -> bool:
    """Say whether a paragraph ends in the credit of a picture: "... in Doha. (Photo: Handout)", "[Courtesy photo]", "REUTERS/Ann Lee"."""
    photographer = _PHOTOGRAPHER.search(line, max(0, len(line) - _LONGEST_CREDIT))
    if photographer is not None:
        return _are_agencies(photographer["agency"])
    found = _CREDIT.search(line, max(0, len(line) - _LONGEST_CREDIT))
    return found is not None and (_PICTURE_CREDIT.search(found["credit"]) is not None or is_signed(line))


def is_signed(line: str) -> bool:
    """Say whether a paragraph ends in the name of an agency, "... in Doha. (Getty/Kyodo)": a caption, or the last paragraph of agency copy."""
    found = _CREDIT.search(line, max(0, len(line) - _LONGEST_CREDIT))
    if found is None or not _STOP.search(line[: found.start()].rstrip()):
        return False
    return _are_agencies(found["credit"])


_CREDIT = re.compile(r"[(\[](?P<credit>[^()\[\]\r\n]{2,100})[)\]]\s*\Z")
_LONGEST_CREDIT = 120
_PICTURE_CREDIT = re.compile(
    rf"^(?:{_PICTURE}|credit|courtesy|handout|file|illustration|graphic)\b|\b(?:{_PICTURE}s?|handout)(?:/[^/]*)?$",
    re.IGNORECASE,
)
_PHOTOGRAPHER = re.compile(r"(?:^|[.”\"]\s)(?P<agency>[A-Z]\w*(?:\s[A-Z]\w*)?)/[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}$")
