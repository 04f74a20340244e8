from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reports import check, example, shown

from crosscheck import render

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


def _told(form: str, *, alone: bool) -> RenderableType:
    return render.rendered(example(), form) if alone else render.RENDERERS[form](check())
