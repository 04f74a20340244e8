"""Score `kinship` and `likeness` on pairs of names, one person's or two people's, beside a baseline without knowledge of names.

    python tests/bench/names.py [--show] FILE.jsonl.gz

Each line of the file has `schema`, `name1`, `name2` and `is_match`; the pairs of schema "Person" count. `--show` lists what was missed and
what was a false alarm. The baseline pairs off the words of both names by difflib's ratio and takes the mean over the words of the shorter
name, at the threshold that suits this very file best; `likeness` is shown at its own threshold and at the best one, which bounds what moving
it could win.
"""

from __future__ import annotations

import gzip
import json
import sys
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.annotate.namesakes import ONE_PERSON, Kinship, kinship, likeness

if TYPE_CHECKING:
    from collections.abc import Sequence


class Pair(NamedTuple):
    """Two names and whether they are one person's."""

    x: str
    y: str
    one: bool


def main(arguments: Sequence[str]) -> None:
    show = "--show" in arguments
    (path,) = (Path(argument) for argument in arguments if not argument.startswith("--"))
    pairs = people(path)
    kin = [kinship(pair.x, pair.y) is not Kinship.DIFFERENT for pair in pairs]
    alike = [likeness(pair.x, pair.y) for pair in pairs]
    plain = [by_words(pair.x, pair.y) for pair in pairs]
    print(f"{len(pairs)} pairs of people, {sum(pair.one for pair in pairs)} of them one person")
    print(row("kinship", pairs, kin))
    print(row(f"likeness from {ONE_PERSON:.2f}", pairs, [value >= ONE_PERSON for value in alike]))
    for name, values in (("likeness", alike), ("difflib", plain)):
        best = max(sorted(set(values)), key=lambda least, values=values: scored(pairs, [value >= least for value in values])[2])  # type: ignore[misc]
        print(row(f"{name} from {best:.2f} (best)", pairs, [value >= best for value in values]))
    if show:
        for value, told, pair in sorted(zip(alike, kin, pairs, strict=True)):
            if told is not pair.one:
                print(f"{'missed' if pair.one else 'false '} {value:.2f}  {pair.x} | {pair.y}")


def people(path: Path) -> list[Pair]:
    """Return the pairs of names of persons in a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [Pair(record["name1"], record["name2"], record["is_match"]) for record in records if record["schema"] == "Person"]


def by_words(x: str, y: str) -> float:
    """Return the mean of difflib's ratio over the words of the shorter name, each word against its best of the longer."""
    short, long = sorted((x.casefold().split(), y.casefold().split()), key=len)
    return sum(max(SequenceMatcher(None, one, other).ratio() for other in long) for one in short) / max(len(short), 1) if long else 0.0


def scored(pairs: Sequence[Pair], told: Sequence[bool]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of what was told to be one person."""
    right = sum(pair.one and one for pair, one in zip(pairs, told, strict=True))
    precision = right / max(sum(told), 1)
    recall = right / max(sum(pair.one for pair in pairs), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def row(name: str, pairs: Sequence[Pair], told: Sequence[bool]) -> str:
    precision, recall, f1 = scored(pairs, told)
    return f"{name:26} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


if __name__ == "__main__":
    main(sys.argv[1:])
