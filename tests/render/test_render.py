from __future__ import annotations

from pathlib import Path

import pytest
from reports import example, shown

from crosscheck import render

SHARED = {"__init__", "outline", "page", "safe"}
VIEWS = {"explain", "inspect"}


def test_every_format_is_listed() -> None:
    modules = {path.stem for path in Path(str(render.__file__)).parent.glob("*.py")}
    assert modules - SHARED - VIEWS == set(render.RENDERERS)


@pytest.mark.parametrize("form", render.RENDERERS)
def test_every_format_is_deterministic_and_ends_its_last_line(form: str) -> None:
    one, other = (told if isinstance(told, str) else shown(told) for told in (render.RENDERERS[form](example()), render.RENDERERS[form](example())))
    assert one == other
    assert one.endswith("\n")
    assert not one.endswith("\n\n")
