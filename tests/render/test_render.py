from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reports import build, check, example, finding, shown, words

from crosscheck import render
from crosscheck.report import Check, Unread
from crosscheck.safe import HIDDEN

if TYPE_CHECKING:
    from rich.console import RenderableType

SHARED = {"__init__", "outline", "page", "safe", "where"}
VIEWS = {"check", "explain", "inspect", "settings"}


def test_every_format_is_listed() -> None:
    modules = {path.stem for path in Path(str(render.__file__)).parent.glob("*.py")}
    assert modules - SHARED - VIEWS == set(render.RENDERERS)


@pytest.mark.parametrize("form", render.RENDERERS)
@pytest.mark.parametrize("alone", [True, False])
def test_every_format_is_deterministic_and_ends_its_last_line(form: str, *, alone: bool) -> None:
    one, other = (told if isinstance(told, str) else shown(told) for told in (_told(form, alone=alone), _told(form, alone=alone)))
    assert one == other
    assert one.endswith("\n")
    assert not one.endswith("\n\n")


WILD = (
    "\x1b[31mred \x00 over\u202eride zero\u200bwidth \udc80 tag\U000e0041 \ufffe line\u2028end ##[error]x\r\n::error::y %0A <b>&amp;]]> | `c` [sic](1) @desk\n"
)


@pytest.mark.parametrize("form", render.RENDERERS)
@pytest.mark.parametrize("alone", [True, False])
def test_no_format_prints_a_character_that_hides_or_acts(form: str, *, alone: bool) -> None:
    found = (finding("NUM001", words(WILD, WILD[:-1]), words(WILD, "over\u202eride"), WILD), finding("CER001", words(WILD, "line"), (), WILD, reason=WILD))
    report = build(WILD, WILD, findings=found)
    made = render.rendered(report if alone else Check((report,), (Unread(WILD, (WILD,)),)), form)
    text = made if isinstance(made, str) else shown(made)
    text.encode("utf-8")
    assert HIDDEN.findall(text) == []
    if form in {"json", "jsonl", "sarif", "junit", "rdjson"}:
        assert "##[" not in text
    commands = [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == (len(text.splitlines()) if form == "github" else 0)


def _told(form: str, *, alone: bool) -> RenderableType:
    return render.rendered(example() if alone else check(), form)
