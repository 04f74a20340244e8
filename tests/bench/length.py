"""Measure how the time and memory of a comparison grow with the length of the reports, beside difflib on all pairs of sentences.

    python tests/bench/length.py [--longest SENTENCES]

Two reports of 30, 300 and 3,000 sentences a side are made of facts: half of the facts are in both, in other words and in another order.
Each measurement is a process of its own, which compares two short reports first, so that imports and word lists are not counted, and lets
Python look for garbage as seldom as the command does.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crosscheck import Article

LENGTHS = (30, 300, 3000)
LONGEST_FOR_DIFFLIB = 300  # 3,000 take it a quarter of an hour
SEED = 7
TIMEOUT = 1800  # seconds

VOCABULARY = """\
given: Adaeze Bram Celia Dario Elif Farid Greta Hamid Ingrid Jorge Kofi Lena Marek Nadia Oleg Priya Quentin Rosa Samir Tova Usman Vera Wanda Yusuf Zora
role: mayor governor minister spokesman chief director chairman coach surgeon lawyer captain engineer
things: passengers families houses workers soldiers tickets bridges schools patients voters farmers vessels students prisoners trucks hectares
things: protesters miners jobs contracts vaccines letters shops paintings cattle drones tourists nurses generators votes
body: council court ministry union hospital airline bank club museum university port regulator company embassy prosecutor
month: January February March April June July August September October November December
first: Al Am Ber Bo Bran Cas Cor Da Dru Ed El Fal Fen Gor Gul Ha Hol Ib Is Jan Jor Kal Ki Lom Lu Mar Mo Nas Ne Ol Or Pet Po Ros Ru Sal Si Tam Tor Ul Val Ve Wes
middle: a ba be bi cha da de di fe ga i ka ke la le lo ma mi na ne o pa ra ri ro sa si ta te to va ve wi ya za
last: berg bridge dal den dorf feld fors gan ham hove kirk lin mar nik rov sen shaw stad stan tov vik wick worth zade
"""
WORDS: dict[str, list[str]] = {}
for line in VOCABULARY.splitlines():
    WORDS.setdefault(line.partition(": ")[0], []).extend(line.split()[1:])

DEEDS = [  # what A says, what B says
    ("evacuated {number} {things} from {place}", "moved {number} {things} out of {place}"),
    ("counted {number} {things} in {place}", "put the number of {things} in {place} at {number}"),
    ("promised {number} {things} to the people of {place}", "pledged that {place} would get {number} {things}"),
    ("sold {number} {things} near {place}", "found buyers for {number} {things} outside {place}"),
    ("lost {number} {things} in {place}", "had {number} {things} missing at {place}"),
    ("bought {number} {things} for {place}", "paid for {number} {things} that went to {place}"),
    ("inspected {number} {things} in {place}", "carried out an inspection of {number} {things} around {place}"),
    ("rejected a plan for {number} {things} in {place}", "turned down the proposal, which would have brought {number} {things} to {place}"),
    ("ordered {number} {things} to leave {place}", "gave {number} {things} the order to quit {place}"),
    ("repaired {number} {things} at {place}", "finished the repair of {number} {things}, all of them in {place}"),
    ("welcomed {number} {things} back to {place}", "greeted {number} {things} on their return to {place}"),
    ("blamed {number} {things} for the fire in {place}", "said {number} {things} were to blame for the blaze at {place}"),
]
FORMS_A = [
    "{person}, the {role} of the {name} {body}, {deed} on {day}.",
    "On {day} {role} {person} of the {name} {body} {deed}, police said.",
    "The {name} {body} said its {role}, {person}, {deed} on {day}.",
]
FORMS_B = [
    "The {name} {body} and its {role} {person} {deed} on {day}, officials said.",
    "{person} of the {name} {body} {deed}, according to a statement released on {day}.",
    "It was on {day} that {role} {person} {deed}, the {name} {body} announced.",
]


@dataclass(frozen=True)
class Fact:
    """What a sentence tells; `deed` is its number in DEEDS."""

    person: str
    role: str
    name: str
    body: str
    deed: int
    number: str
    things: str
    place: str
    day: str

    def told(self, form: str, voice: int) -> str:
        """Return the sentence that tells it in a form, in the words of one side."""
        values = vars(self) | {"deed": DEEDS[self.deed][voice].format(**vars(self))}
        sentence = form.format(**values)
        return sentence[0].upper() + sentence[1:]


def main(longest: int) -> None:
    lengths = [length for length in LENGTHS if length <= longest]
    print(f"{'sentences a side':18}{'compare':>10}{'peak':>10}{'difflib, all pairs':>22}")
    seconds = {}
    for length in lengths:
        seconds[length], peak = measured("compare", length)
        theirs = f"{measured('difflib', length)[0]:.2f} s" if length <= LONGEST_FOR_DIFFLIB else "-"
        print(f"{length:<18,}{seconds[length]:>8.2f} s{peak:>7.0f} MB{theirs:>22}", flush=True)
    for shorter, longer in pairwise(lengths[1:]):  # the shortest is mostly what every comparison costs
        exponent = math.log(seconds[longer] / seconds[shorter]) / math.log(longer / shorter)
        print(f"growth exponent from {shorter:,} to {longer:,} sentences: {exponent:.2f}")


def measured(method: str, length: int) -> tuple[float, float]:
    """Return the seconds and the peak megabytes that a process of its own takes."""
    done = subprocess.run([sys.executable, __file__, "--measure", method, str(length)], stdout=subprocess.PIPE, check=True, timeout=TIMEOUT)
    seconds, peak = json.loads(done.stdout)
    return seconds, peak


def measure(method: str, length: int) -> tuple[float, float]:
    """Return the seconds that a method takes for two reports of this length, and the peak megabytes of this process."""
    from crosscheck.ending import PATIENCE

    gc.set_threshold(PATIENCE)
    compare = METHODS[method]
    compare(*reports(5))
    pair = reports(length)
    start = time.perf_counter()
    compare(*pair)
    seconds = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def with_crosscheck(a: Sequence[str], b: Sequence[str]) -> None:
    from crosscheck import compare

    compare(article(a, "a"), article(b, "b"))


def article(sentences: Sequence[str], name: str) -> Article:
    from crosscheck import Article

    paragraphs = (" ".join(sentences[start : start + 2]) for start in range(0, len(sentences), 2))
    return Article.from_text("\n\n".join(("A day of many events across the region", *paragraphs)) + "\n", name)


def with_difflib(a: Sequence[str], b: Sequence[str]) -> None:
    matcher = SequenceMatcher(autojunk=False)
    split = [sentence.split() for sentence in a]
    for sentence in b:
        matcher.set_seq2(sentence.split())
        for words in split:
            matcher.set_seq1(words)
            matcher.ratio()


METHODS: dict[str, Callable[[Sequence[str], Sequence[str]], None]] = {"compare": with_crosscheck, "difflib": with_difflib}


def reports(length: int) -> tuple[list[str], list[str]]:
    """Return the sentences of two reports, half of the facts in both; the same on every run."""
    random = Random(SEED)  # noqa: S311 - no secret
    facts = [fact(random) for _ in range(length + length // 2)]
    own = length - length // 2
    return (
        told(random, [*facts[:own], *facts[2 * own :]], FORMS_A, 0),
        told(random, facts[own:], FORMS_B, 1),
    )


def told(random: Random, facts: list[Fact], forms: Sequence[str], voice: int) -> list[str]:
    return [each.told(random.choice(forms), voice) for each in random.sample(facts, len(facts))]


def fact(random: Random) -> Fact:
    return Fact(
        person=f"{random.choice(WORDS['given'])} {name(random)}",
        role=random.choice(WORDS["role"]),
        name=name(random),
        body=random.choice(WORDS["body"]),
        deed=random.randrange(len(DEEDS)),
        number=f"{random.randint(2, 9999):,}",
        things=random.choice(WORDS["things"]),
        place=name(random),
        day=f"{random.choice(WORDS['month'])} {random.randint(1, 28)}",
    )


def name(random: Random) -> str:
    """Return an invented proper name, "Kalridal" or "Orzaworth", one of some 37,000."""
    return "".join(random.choice(WORDS[part]) for part in ("first", "middle", "last"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--longest", type=int, default=max(LENGTHS), help="leave out longer reports")
    parser.add_argument("--measure", nargs=2, metavar=("METHOD", "LENGTH"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.measure:
        print(json.dumps(measure(chosen.measure[0], int(chosen.measure[1]))))
    else:
        main(chosen.longest)
