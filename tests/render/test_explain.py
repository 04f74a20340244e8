from __future__ import annotations

from reports import shown

from crosscheck.render import explain
from crosscheck.rules.rule import Kind, Rule, Severity

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

  for one run:                 --ignore NUM001
  in the settings:             ignore = ["NUM001"]
  in the settings, as a note:  severity.NUM001 = "note"
"""
    )


def test_a_paper_without_examples() -> None:
    bare = Rule("X001", "x", Kind.NUMBER, Severity.NOTE, "It differs.", lambda _: iter(()))
    assert shown(explain.render(bare)).startswith("X001 x  number, note\n\nIt differs.\n\nTo silence it\n\n  for one run:")
    assert explain.markdown(bare).startswith("## X001 x\n\nIt differs. (number, note)\n\nTo silence it:")


def test_the_list() -> None:
    other = Rule("ADD001", "only-in-one", Kind.ADDITION, Severity.NOTE, "Only one report tells this.", lambda _: iter(()))
    assert (
        shown(explain.listing([RULE, other]), 60)
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

- for one run: `--ignore NUM001`
- in the settings: `ignore = ["NUM001"]`
- in the settings, as a note: `severity.NUM001 = "note"`
"""
    )
