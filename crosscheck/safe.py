"""The one way in which words that others wrote are printed: what would act or hide is made visible."""

from __future__ import annotations

import re

# Controls (ESC starts a terminal command, OSC 8 a false link), lone surrogates, and the characters Unicode calls
# default-ignorable: zero-width spaces, bidi overrides ("abc\u202e321" reads abc123), soft hyphens, tags. The sixteen
# common variation selectors stay, they only choose how an emoji looks; white space is folded and not shown.
HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]",
)
_SPACE = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")


def text(words: str, encoding: str = "utf-8") -> str:
    r"""Return the words on one line, safe to print.

    Each stretch of white space becomes one space, a hidden or acting character its name ("<U+202E>"),
    and a character that the encoding of the output lacks its escape ("\u2192").
    """
    shown = HIDDEN.sub(_name, _SPACE.sub(" ", words))
    return shown.encode(encoding, "backslashreplace").decode(encoding)


def _name(hidden: re.Match[str]) -> str:
    return f"<U+{ord(hidden[0]):04X}>"
