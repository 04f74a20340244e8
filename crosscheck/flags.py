"""The flags that commands share, and the words that they take."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from crosscheck.output import Color
from crosscheck.rules.rule import Severity


class Format(StrEnum):
    """What a comparison can be written as."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"
    CONCISE = "concise"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    RDJSON = "rdjson"


class InspectFormat(StrEnum):
    """What one report can be written as."""

    TERMINAL = "terminal"
    JSON = "json"


class SettingsFormat(StrEnum):
    """What the settings can be written as."""

    TOML = "toml"
    JSON = "json"


class ExplainFormat(StrEnum):
    """What the paper of a rule can be written as."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


class Document(StrEnum):
    """The JSON documents that have a schema."""

    REPORT = "report"
    CHECK = "check"
    INSPECT = "inspect"


class FailOn(StrEnum):
    """From which severity a finding fails the run."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


def _file(output: Path | None) -> Path | None:
    """Return the file to write to: "-" is standard output, here as everywhere."""
    return None if output == Path("-") else output


ISO_DATE = ["%Y-%m-%d"]
Form = Annotated[Format, typer.Option("--format", "-f", help="How to write the report.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", callback=_file, help="Write to a file instead of standard output.")]
Reports = Annotated[list[str] | None, typer.Option("--report", metavar="FORMAT=FILE", help="Write to a file in a format as well; may be repeated.")]
Fail = Annotated[FailOn | None, typer.Option("--fail-on", help="Exit with 1 from this severity on.  [default: error]")]
Least = Annotated[Severity | None, typer.Option("--min-severity", help="Hide findings below this severity.  [default: note]")]
Select = Annotated[list[str] | None, typer.Option(metavar="RULES", help="Only these rules: codes, prefixes or names, comma separated.")]
Ignore = Annotated[list[str] | None, typer.Option(metavar="RULES", help="Not these rules.")]
Similarity = Annotated[float | None, typer.Option("--min-similarity", min=0, max=1, help="Score from which two sentences are aligned.  [default: 0.4]")]
Baseline = Annotated[str | None, typer.Option("--baseline", metavar="FILE", help="Findings that are known and stay silent.")]
NewBaseline = Annotated[Path | None, typer.Option("--write-baseline", metavar="FILE", help="Write what is found as the baseline; what it holds is silent.")]
IgnoreFile = Annotated[
    str | None, typer.Option("--ignore-file", metavar="FILE", help="Findings that may stand (default: crosscheck-ignore.toml beside the settings or here).")
]
Config = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Settings to read (default: the nearest crosscheck.toml or pyproject.toml).")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no settings file.")]
Encoding = Annotated[str | None, typer.Option(metavar="NAME", help="Encoding of the input (default: BOM, UTF-8, then cp1252).")]
Colors = Annotated[Color, typer.Option("--color", help="When to colour (auto minds NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE).")]
Width = Annotated[int | None, typer.Option(metavar="COLUMNS", min=20, help="Width of the terminal format (default: the terminal's, 100 when piped).")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors; the exit code tells.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of a bug.")]
