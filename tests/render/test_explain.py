from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

import pytest
from reports import shown

from crosscheck.config import Settings, chosen, weights
from crosscheck.configuration import configuration
from crosscheck.render import explain
from crosscheck.rules import paper
from crosscheck.rules.rule import Kind, Rule, Severity
from crosscheck.rules.table import RULES

if TYPE_CHECKING:
    from pathlib import Path

DOC = """The reports give values of one amount that cannot both be right.

    Rounding agrees, and so do other units
    and other words for a number.

    Flagged:

        A: Divers found 23 crates [sic].
        B: Divers found 27 crates.

    Not flagged:

        A: Divers found a dozen crates.
        B: Divers found 12 crates.

        A: It cost $5 | $6.
        B: It cost five or six dollars.

    Units are in the lexicon.
    """
RULE = Rule("NUM001", "number-differs", Kind.NUMBER, Severity.ERROR, DOC, lambda _: iter(()))
OTHER = Rule("ADD001", "only-in-one", Kind.ADDITION, Severity.NOTE, "Only one report tells this.", lambda _: iter(()))


def test_a_paper() -> None:
    assert (
        shown(explain.render(RULE), 60)
        == """\
NUM001 number-differs  number, error

The reports give values of one amount that cannot both be
right.

Rounding agrees, and so do other units and other words for a
number.

Flagged

  A  Divers found 23 crates [sic].
  B  Divers found 27 crates.

Not flagged

  A  Divers found a dozen crates.
  B  Divers found 12 crates.

  A  It cost $5 | $6.
  B  It cost five or six dollars.

Units are in the lexicon.

To silence it

  in Markdown or HTML copy:    <!-- crosscheck: ignore
                               NUM001 -->
  in crosscheck-ignore.toml:   ignore = [{ code = "NUM001",
                               text = "...", reason = "..."
                               }]
  for one run:                 --ignore NUM001
  in the settings:             ignore = ["NUM001"]
  in the settings, as a note:  severity.NUM001 = "note"
"""
    )


def test_a_paper_without_examples() -> None:
    bare = Rule("X001", "x", Kind.NUMBER, Severity.NOTE, "It differs.", lambda _: iter(()))
    assert shown(explain.render(bare)).startswith("X001 x  number, note\n\nIt differs.\n\nTo silence it\n\n")
    assert explain.markdown(bare).startswith("## X001 x\n\nIt differs. (number, note)\n\nTo silence it:")


def test_the_list() -> None:
    assert (
        shown(explain.listing([RULE, OTHER]), 60)
        == """\
NUM001 number-differs error    The reports give values of
                               one amount that cannot both
                               be right.
ADD001 only-in-one    note     Only one report tells this.
"""
    )


def test_a_paper_in_markdown() -> None:
    assert (
        explain.markdown(RULE)
        == """\
## NUM001 number-differs

The reports give values of one amount that cannot both be right. (number, error)

Rounding agrees, and so do other units and other words for a number.

Flagged:

| A | B |
| --- | --- |
| Divers found 23 crates \\[sic\\]. | Divers found 27 crates. |

Not flagged:

| A | B |
| --- | --- |
| Divers found a dozen crates. | Divers found 12 crates. |
| It cost \\$5 \\| \\$6. | It cost five or six dollars. |

Units are in the lexicon.

To silence it:

- in Markdown or HTML copy: `<!-- crosscheck: ignore NUM001 -->`
- in crosscheck-ignore.toml: `ignore = [{ code = "NUM001", text = "...", reason = "..." }]`
- for one run: `--ignore NUM001`
- in the settings: `ignore = ["NUM001"]`
- in the settings, as a note: `severity.NUM001 = "note"`
"""
    )


def test_papers_follow_each_other() -> None:
    text = shown(explain.render(RULE, OTHER), 60)
    assert text == f"{shown(explain.render(RULE), 60)}\n\n{shown(explain.render(OTHER), 60)}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_told_whole_in_every_format(rule: Rule) -> None:
    parsed = paper.parse(rule.doc)
    (whole,) = json.loads(explain.document([rule], whole=True))["rules"]
    assert list(whole) == ["code", "name", "kind", "severity", "summary", "why", "flagged", "not_flagged", "silence"]
    assert (whole["code"], whole["summary"], whole["why"]) == (rule.code, parsed.summary, parsed.why.splitlines())
    assert whole["flagged"] == [{"a": example.a, "b": example.b} for example in parsed.flagged]
    for told in (explain.markdown(rule), explain.plain(rule), shown(explain.render(rule), 160)):
        assert parsed.summary in told
        assert f"--ignore {rule.code}" in told


def test_the_list_in_json_and_markdown() -> None:
    assert json.loads(str(explain.told([OTHER], "json", whole=False)))["rules"] == [
        {"code": "ADD001", "name": "only-in-one", "kind": "addition", "severity": "note", "summary": "Only one report tells this."}
    ]
    assert explain.told([OTHER], "markdown", whole=False) == (
        "| code | name | severity | what was seen |\n| --- | --- | --- | --- |\n| ADD001 | only-in-one | note | Only one report tells this. |\n"
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_is_said_to_silence_a_rule_does(rule: Rule, tmp_path: Path) -> None:
    (comment, entry, flag, *settings) = (how for _, how in explain.silencing(rule))
    assert rule.code in comment
    (meant,) = tomllib.loads(entry)["ignore"]
    assert (meant["code"], "text" in meant, "reason" in meant) == (rule.code, True, True)
    assert flag.split()[0] == "--ignore"
    assert chosen([rule], Settings(ignore=(flag.split()[1],))) == ()
    for how in settings:
        (tmp_path / "crosscheck.toml").write_text(how, "utf-8")
        found = configuration(start=tmp_path).settings
        assert rule not in chosen(RULES, found) or weights(RULES, found) == {rule.code: Severity.NOTE}
