"""What a finding is known by from one run to the next: its rule, its two files and the words at issue, wherever they stand."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

TOPS = (".git", ".hg", ".svn")
"""What a folder holds that is the top of a repository."""
SETTINGS = ("crosscheck.toml", ".crosscheck.toml", "pyproject.toml")
"""The settings files, in the order in which they are looked for; without a repository the folder of one is the top."""


def origin(path: Path) -> str:
    """Return the path of a file from the top of its repository, with "/": the same from every folder, in every checkout, on every system.

    Without a repository it leads from the nearest folder with settings; without that it is the name of the file.
    """
    file = Path(os.path.abspath(path))  # noqa: PTH100 - a link to a file elsewhere is known by where it stands, and resolve() follows it
    for marks in (TOPS, SETTINGS):
        for folder in file.parents:
            if any(os.path.exists(folder / mark) for mark in marks):  # noqa: PTH110 - Path.exists() raises where a folder above may not be entered
                return file.relative_to(folder).as_posix()
    return file.name


def fingerprint(code: str, origins: Iterable[str], sides: Iterable[Iterable[str]], number: int = 1) -> str:
    """Return the id of a finding, from the words at issue on each side; `number` tells it from others with the same words, counted through the texts."""
    words = ("\x1f".join(map(normal, side)) for side in sides)
    known = "\x1e".join((code, *origins, *words, str(number)))
    return hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def normal(words: str) -> str:
    """Return words without their typography: case, white space, curly quotes, the length of dashes and the spaces around them."""
    plain = unicodedata.normalize("NFKC", words.translate(_TYPOGRAPHY)).casefold()
    return _DASH.sub("-", " ".join(plain.split()))


_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛‹›′ʼ", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # soft hyphens and what else has no width
)
_DASH = re.compile(r" ?-+ ?")
