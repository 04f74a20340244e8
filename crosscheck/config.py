"""The settings of a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from crosscheck.errors import CrosscheckError
from crosscheck.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosscheck.aliases import Aliases
    from crosscheck.rules.rule import Rule

MIN_SIMILARITY = 0.4


@dataclass(frozen=True, slots=True)
class Settings:
    """What to look for and what to make of it.

    `select` and `ignore` hold codes, prefixes of codes or rule names; an empty `select` means all.
    `fail_on` None means that findings never fail the run. `min_severity` hides lesser findings and changes nothing else.
    `min_similarity` (0..1) is the score from which two sentences are aligned.
    `severity` gives rules, named in the same ways, another weight, None for none at all: what a rule itself holds for lesser keeps that.
    `aliases` are names as the house writes them, each with the variants that others write: `(("Kyiv", ("Kiev",)),)`.
    """

    fail_on: Severity | None = Severity.ERROR
    min_severity: Severity = Severity.NOTE
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_similarity: float = MIN_SIMILARITY
    severity: tuple[tuple[str, Severity | None], ...] = ()
    aliases: Aliases = ()

    def __post_init__(self) -> None:
        """Refuse a similarity that no pair of sentences can have."""
        if not 0 <= self.min_similarity <= 1:
            message = f"min_similarity is {self.min_similarity}: give a number from 0 to 1"
            raise CrosscheckError(message)


def chosen(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """Return the rules that the settings select and do not ignore; CrosscheckError where an entry names no rule."""
    selected = {rule.code for entry in settings.select for rule in named(rules, entry)} or {rule.code for rule in rules}
    ignored = {rule.code for entry in settings.ignore for rule in named(rules, entry)}
    off = {code for code, severity in weights(rules, settings).items() if severity is None}
    return tuple(rule for rule in rules if rule.code in selected - ignored - off)


def weights(rules: Sequence[Rule], settings: Settings) -> Mapping[str, Severity | None]:
    """Return the severities that the settings give to rules, by code; where several entries mean a rule, the one that means the fewest rules counts."""
    meant = [(named(rules, entry), severity) for entry, severity in settings.severity]
    widest_first = sorted(meant, key=lambda pair: -len(pair[0]))
    return {rule.code: severity for found, severity in widest_first for rule in found}


def named(rules: Sequence[Rule], entry: str) -> tuple[Rule, ...]:
    """Return the rules meant by a code ("NUM001"), a prefix ("NUM") or a name ("number-differs"), in any case; CrosscheckError where there is none."""
    found = tuple(rule for rule in rules if entry and (rule.code.startswith(entry.upper()) or rule.name == entry.lower()))
    if found:
        return found
    known = {known.lower(): known for rule in rules for known in (rule.code[:3], rule.code, rule.name)}
    near = get_close_matches(entry.lower(), known, n=1)
    hint = f"did you mean {known[near[0]]}?" if near else "`crosscheck explain` lists the rules"
    message = f"no rule is called {entry!r}: {hint}"
    raise CrosscheckError(message)
