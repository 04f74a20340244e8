"""Score the names of a report against newswire annotated by hand: which stretches are names, and of what sort.

    python tests/bench/mentions.py [--show] FILE.jsonl.gz

Each line of the file has `text`, `spans` (start, end, kind) and `optional` spans, which count neither way; PERSON, ORGANIZATION and LOCATION
are names, other kinds are passed over. A name is found where a mention has its very start and end. Of the names found, `types` tells how many
have the right type, OTHER being no answer: right, wrong, none. `--show` lists what was missed, what was a false alarm and what has a wrong type.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck import Article, annotate
from crosscheck.annotate.names import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = {"PERSON": EntityType.PERSON, "ORGANIZATION": EntityType.BODY, "LOCATION": EntityType.PLACE}


def main(arguments: Sequence[str]) -> None:
    show = "--show" in arguments
    (path,) = (Path(argument) for argument in arguments if not argument.startswith("--"))
    counted: Counter[str] = Counter()
    types: dict[EntityType, Counter[str]] = {kind: Counter() for kind in KINDS.values()}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = row["text"]
            gold = {(start, end): KINDS[kind] for start, end, kind in row["spans"] if kind in KINDS}
            passed = {(start, end) for start, end, *_ in row["optional"]}
            found = {(mention.start, mention.end): entity.type for entity in annotate(Article.from_text(text)).entities for mention in entity.mentions}
            for where, kind in found.items():
                right = where in gold
                if right:
                    answer = "right" if kind is gold[where] else "none" if kind is EntityType.OTHER else "wrong"
                    types[gold[where]][answer] += 1
                    if show and answer != "right":
                        print(f"{answer:6} {gold[where]:7} {kind:7} {' '.join(text[slice(*where)].split())}")
                elif where not in passed:
                    counted["false"] += 1
                    if show:
                        print(f"false  {kind:7} {' '.join(text[slice(*where)].split())}")
                counted["right"] += right
            counted["missed"] += len(gold.keys() - found.keys())
            if show:
                for where in sorted(gold.keys() - found.keys()):
                    print(f"missed {gold[where]:7} {' '.join(text[slice(*where)].split())}")
    precision = counted["right"] / max(1, counted["right"] + counted["false"])
    recall = counted["right"] / max(1, counted["right"] + counted["missed"])
    print(f"names   precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}")
    for kind, answers in types.items():
        total = max(1, sum(answers.values()))
        print(f"{kind:7} " + "  ".join(f"{answer} {answers[answer] / total:.3f}" for answer in ("right", "wrong", "none")) + f"  of {total}")


if __name__ == "__main__":
    main(sys.argv[1:])
