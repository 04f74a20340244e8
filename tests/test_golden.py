"""The samples in every format, as they were last read by a person; `pytest --accept` rewrites them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crosscheck.cli import main
from crosscheck.flags import Format

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(path.name for path in (ROOT / "samples").iterdir() if path.is_dir())
ENDINGS = {form: str(form) for form in Format} | {Format.TERMINAL: "txt", Format.MARKDOWN: "md", Format.JUNIT: "xml"}


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("sample", SAMPLES)
def test_sample_report_is_as_last_read(sample: str, form: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(ROOT))  # the checkout may stand inside another
    printed, golden = tmp_path / "report", ROOT / "samples" / sample / f"report.{ENDINGS[form]}"
    flags = ["--format", form, "--width", "100", "--fail-on", "never", "--output", str(printed)]
    assert main(["compare", f"samples/{sample}/a.txt", f"samples/{sample}/b.txt", *flags]) == 0
    told = masked(printed.read_bytes().decode("utf-8"))
    if request.config.getoption("--accept"):
        golden.write_bytes(told.encode("utf-8"))
    assert told == golden.read_bytes().decode("utf-8")


def masked(report: str) -> str:
    """Return the report without the version, and without ids of findings, which hold the paths from the top of whatever repository this is."""
    unversioned = re.sub(r'("name": "crosscheck",\s+"version": ")[^"]*', r"\1*", report)
    return re.sub(r'(?<=")[0-9a-f]{16}(?=")', "0" * 16, unversioned)


@pytest.mark.parametrize("sample", SAMPLES)
def test_sample_folder_holds_a_pair_and_its_reports(sample: str) -> None:
    assert {path.name for path in (ROOT / "samples" / sample).iterdir()} == {"a.txt", "b.txt", *(f"report.{ending}" for ending in ENDINGS.values())}
