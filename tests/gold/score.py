"""Score crosscheck on gold pairs: which sentences are aligned, which findings are right, which sentences stand alone.

    python tests/gold/score.py [--show] [FOLDER...]

A folder holds a.txt, b.txt and gold.json; all those beside this file are scored where none is named. `--show` lists what was missed and what was a false alarm.

- alignment: a gold edge is found where a predicted edge joins sentences that overlap its two clauses; a predicted edge is right where it
  hits a gold edge. Edges that hit only optional or partial gold count neither way.
- findings: errors and warnings alone count. A gold finding is found where a prediction of its kind has evidence in the same sentence on each
  side (a side without evidence is passed over when the other has some); sourcing and attribution count for each other. A prediction that hits
  no gold is a false alarm.
- focus: as findings, and the evidence overlaps the conflicting words themselves.
- additions: body sentences without a partner, against the sentences that gold names as told by one report alone.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
WHO = {"sourcing", "attribution"}

Stretch = tuple[int, int]


@dataclass
class Tally:
    """How often gold was found or missed, and a prediction right or wrong; the two differ since one may hit many."""

    found: int = 0
    missed: int = 0
    right: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def gold(self, *, found: bool) -> None:
        self.found, self.missed = self.found + found, self.missed + (not found)

    def prediction(self, *, right: bool) -> None:
        self.right, self.wrong = self.right + right, self.wrong + (not right)

    def add(self, other: Tally) -> None:
        self.found, self.missed, self.right, self.wrong = (
            self.found + other.found,
            self.missed + other.missed,
            self.right + other.right,
            self.wrong + other.wrong,
        )


class Scores(NamedTuple):
    """The tallies of "alignment", "findings", "focus", "additions" and each kind of finding, and what went wrong in words."""

    tallies: dict[str, Tally]
    mistakes: list[str]


def score(folders: list[Path]) -> Scores:
    """Compare each pair and add up its scores."""
    total: dict[str, Tally] = defaultdict(Tally)
    mistakes = []
    for folder in folders:
        scores = _Pair(folder).score()
        for name, tally in scores.tallies.items():
            total[name].add(tally)
        mistakes += [f"{folder.name}: {mistake}" for mistake in scores.mistakes]
    return Scores(total, mistakes)


class _Pair:
    """A gold pair and the report on it."""

    def __init__(self, folder: Path) -> None:
        from crosscheck import Settings, compare, read

        a, b = read(folder / "a.txt"), read(folder / "b.txt")
        self.gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        self.report = compare(a, b, Settings(fail_on=None)).to_dict()
        self.text = {"a": a.text, "b": b.text}
        self.sentences = {side: {sentence["id"]: sentence for sentence in self.report["articles"][side]["sentences"]} for side in "ab"}
        self.edges = {(edge["a"], edge["b"]) for edge in self.report["alignments"]}
        self.tallies: dict[str, Tally] = defaultdict(Tally)
        self.mistakes: list[str] = []

    def score(self) -> Scores:
        hard = self._alignment()
        self._findings()
        self._additions(hard)
        return Scores(self.tallies, self.mistakes)

    def _alignment(self) -> set[tuple[int, int]]:
        """Tally the edges and return those that gold asks for."""
        tally, hard, soft = self.tallies["alignment"], set(), set()
        for gold in self.gold["alignments"]:
            cells = {(i, j) for i in self._touching("a", gold["a"]) for j in self._touching("b", gold["b"])}
            if gold.get("optional") or gold.get("strength") == "partial":
                soft |= cells
                continue
            hard |= cells
            tally.gold(found=bool(cells & self.edges))
            if not cells & self.edges:
                self._mistake("missed", "alignment", gold["a"], gold["b"])
        for edge in sorted(self.edges & hard | self.edges - soft):
            tally.prediction(right=edge in hard)
            if edge not in hard:
                self._mistake("false", "alignment", self.sentences["a"][edge[0]]["text"], self.sentences["b"][edge[1]]["text"])
        return hard

    def _findings(self) -> None:
        loud = [finding for finding in self.report["findings"] if finding["severity"] != "note"]
        wanted = [gold for gold in self.gold["findings"] if not gold.get("optional")]
        for gold in wanted:
            found = any(self._hits(finding, gold) for finding in loud)
            self.tallies["findings"].gold(found=found)
            self.tallies[gold["kind"]].gold(found=found)
            self.tallies["focus"].gold(found=any(self._hits(finding, gold, focus=True) for finding in loud))
            if not found:
                self._mistake("missed", gold["kind"], gold.get("focus_a") or gold["a"], gold.get("focus_b") or gold["b"])
        for finding in loud:
            right = any(self._hits(finding, gold) for gold in wanted)
            if not right and any(self._hits(finding, gold) for gold in self.gold["findings"]):
                continue
            self.tallies["findings"].prediction(right=right)
            self.tallies[finding["kind"]].prediction(right=right)
            if not right:
                self._mistake("false", f"{finding['kind']} {finding['code']}", *(" | ".join(item["text"] for item in finding[side]) for side in "ab"))

    def _additions(self, hard: set[tuple[int, int]]) -> None:
        tally = self.tallies["additions"]
        for index, side in enumerate("ab"):
            paired, told = {edge[index] for edge in self.edges}, {edge[index] for edge in hard}
            alone = {number for words in self.gold[f"only_{side}"] for number in self._touching(side, words)}
            for number in (number for number, sentence in self.sentences[side].items() if sentence["role"] == "body"):
                if number in alone:
                    tally.gold(found=number not in paired)
                if number not in paired and number in alone | told:
                    tally.prediction(right=number in alone)

    def _hits(self, finding: dict[str, Any], gold: dict[str, Any], *, focus: bool = False) -> bool:
        if finding["kind"] not in {gold["kind"], *gold.get("also", ())} and not {finding["kind"], gold["kind"]} <= WHO:
            return False
        sides = [side for side in "ab" if finding[side]]
        return bool(sides) and all(self._evidence_meets(finding, gold, side, focus=focus) for side in sides)

    def _evidence_meets(self, finding: dict[str, Any], gold: dict[str, Any], side: str, *, focus: bool) -> bool:
        if focus:
            where = _occurrences(self.text[side], gold.get(f"focus_{side}") or gold[side])
        else:
            where = [_stretch(self.sentences[side][number]) for number in self._touching(side, gold[side])]
        return any(_overlap(_stretch(item), stretch) for item in finding[side] for stretch in where)

    def _touching(self, side: str, words: str) -> set[int]:
        """Return the numbers of the sentences that share a character with the words, wherever those stand."""
        where = _occurrences(self.text[side], words)
        return {number for number, sentence in self.sentences[side].items() if any(_overlap(_stretch(sentence), stretch) for stretch in where)}

    def _mistake(self, how: str, what: str, a: str, b: str) -> None:
        self.mistakes.append(f"{how} {what}\n    A: {a}\n    B: {b}")


def _occurrences(text: str, words: str) -> list[Stretch]:
    found, start = [], text.find(words)
    while start >= 0:
        found.append((start, start + len(words)))
        start = text.find(words, start + 1)
    if not found:
        raise ValueError(f"gold words are not in the text: {words!r}")
    return found


def _stretch(item: dict[str, Any]) -> Stretch:
    return item["start"], item["end"]


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def main(arguments: list[str]) -> None:
    folders = [Path(argument) for argument in arguments if argument != "--show"] or sorted(path.parent for path in HERE.glob("*/gold.json"))
    scores = score(folders)
    if "--show" in arguments:
        print(*scores.mistakes, sep="\n", end="\n\n")
    for name, tally in scores.tallies.items():
        measures = f"precision {tally.precision:.3f}  recall {tally.recall:.3f}  F1 {tally.f1:.3f}"
        print(f"{name:12} {measures}  gold {tally.found + tally.missed:3}  false {tally.wrong:3}")


if __name__ == "__main__":
    main(sys.argv[1:])
