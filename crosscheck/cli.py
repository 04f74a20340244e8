"""The command line: flags, streams and exit codes."""

from __future__ import annotations

import atexit
import gc
import sys
import traceback
from dataclasses import replace
from datetime import date, datetime  # noqa: TC003 - typer reads the annotations of a command
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crosscheck.config import MIN_SIMILARITY, named
from crosscheck.errors import CrosscheckError
from crosscheck.output import Color, check_target, deliver, printed
from crosscheck.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crosscheck.read import Article

DONE, FAILED, INTERRUPTED = 0, 2, 130  # 1 is the report's own: see Report.exit_code
PATIENCE = 1_000_000
"""How many new objects Python lets pass before it looks for garbage: a run of a second makes hardly any, and looking took a twelfth of it."""


class Format(StrEnum):
    """What a comparison can be written as."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"
    CONCISE = "concise"


class InspectFormat(StrEnum):
    """What one report can be written as."""

    TERMINAL = "terminal"
    JSON = "json"


class FailOn(StrEnum):
    """From which severity a finding fails the run."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: it starts faster, keeps its line breaks, and no "[sic]" is taken for markup
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 nothing to fail on, 1 a finding at or above --fail-on, 2 could not do the job, 130 interrupted.",
)

_ISO_DATE = ["%Y-%m-%d"]
_Config = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Settings to read (default: the nearest crosscheck.toml or pyproject.toml).")]
_Isolated = Annotated[bool, typer.Option("--isolated", help="Read no settings file.")]
_Encoding = Annotated[str | None, typer.Option(metavar="NAME", help="Encoding of the input (default: BOM, UTF-8, then cp1252).")]
_Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of standard output.")]
_Color = Annotated[Color, typer.Option(help="When to colour (auto minds NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE).")]
_Width = Annotated[int | None, typer.Option(metavar="COLUMNS", min=20, help="Width of the terminal format (default: the terminal's, 100 when piped).")]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors; the exit code tells.")]
_Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of a bug.")]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    0: ran to the end, nothing at or above `--fail-on`; 1: something is; 2: could not do the job; 130: interrupted.
    The codes are kept here because typer would end with 1, "findings", on a bug, an abort and a closed pipe.
    """
    gc.set_threshold(PATIENCE)
    atexit.register(gc.freeze)  # or Python looks once more before it ends, through all that nltk has brought: a seventh of the run
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        return app(given, prog_name="crosscheck", standalone_mode=False) or DONE
    except CrosscheckError as trouble:
        _tell("error", str(trouble).splitlines())
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except SystemExit:  # typer's answer to a reader that went away (`crosscheck --help | head -1`)
        return DONE
    except Exception as error:  # noqa: BLE001 - a bug is told in one line and ends with 2, as 1 means findings
        if usage := getattr(error, "format_message", None):  # typer's own errors, whose class moved between its versions
            path = getattr(getattr(error, "ctx", None), "command_path", "crosscheck")
            said = " ".join(usage().split()).replace(": Value error, ", ": ").removesuffix(".")  # its validator's words say nothing to a user
            _tell("error", [f"{said} (try '{path} --help')"])
        else:
            _tell("error", [f"a bug, not your text: {type(error).__name__}: {' '.join(str(error).split())} (--debug shows where)"])
            if "--debug" in given:
                traceback.print_exc()
    return FAILED


def _show_version(asked: bool) -> None:  # noqa: FBT001 - typer calls it
    if asked:
        from importlib.metadata import version

        deliver(f"crosscheck {version('crosscheck')}\n", None)
        raise typer.Exit


@app.callback()
def crosscheck(
    *,
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Compare two news reports of one event.

    Shows where the two agree, what only one of them tells, and where they differ: a name, a source, a quote, a number, a day, a place, a yes or no.

    \b
    crosscheck compare wire.txt ours.txt
    crosscheck compare wire.txt ours.txt --format markdown -o report.md
    crosscheck explain NUM001
    """  # noqa: D301 - the backspace tells typer to keep the lines as they are


@app.command(epilog="Example: crosscheck compare wire.txt ours.txt --date-a 2024-05-01 --ignore ADD,NAM004 --fail-on warning")
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help='The first report; "-" reads standard input.', show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help='The second report; "-" reads standard input.', show_default=False)],
    *,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write the report.")] = Format.TERMINAL,
    output: _Output = None,
    fail_on: Annotated[FailOn, typer.Option(help="Exit with 1 from this severity on.")] = FailOn.ERROR,
    min_severity: Annotated[Severity, typer.Option(help="Hide findings below this severity.")] = Severity.NOTE,
    select: Annotated[list[str] | None, typer.Option(metavar="RULES", help="Only these rules: codes, prefixes or names, comma separated.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULES", help="Not these rules.")] = None,
    min_similarity: Annotated[float, typer.Option(min=0, max=1, help="Score from which two sentences are aligned.")] = MIN_SIMILARITY,
    label_a: Annotated[str | None, typer.Option(metavar="TEXT", help="What to call the first report (default: its path).")] = None,
    label_b: Annotated[str | None, typer.Option(metavar="TEXT", help="What to call the second report.")] = None,
    date_a: Annotated[datetime | None, typer.Option(formats=_ISO_DATE, metavar="YYYY-MM-DD", help="Day of the first report, which dates its weekdays.")] = None,
    date_b: Annotated[datetime | None, typer.Option(formats=_ISO_DATE, metavar="YYYY-MM-DD", help="Day of the second report.")] = None,
    encoding: _Encoding = None,
    config: _Config = None,
    isolated: _Isolated = False,
    color: _Color = Color.AUTO,
    width: _Width = None,
    quiet: _Quiet = False,
    debug: _Debug = False,  # noqa: ARG001 - main reads it, which outlives the command
) -> int:
    """Compare two reports.

    What agrees, what differs, what only one of them tells.
    """
    from crosscheck.read import read_pair
    from crosscheck.settings_file import file_settings

    settings = replace(
        file_settings(config, isolated=isolated),
        fail_on=None if fail_on is FailOn.NEVER else Severity(fail_on),
        min_severity=min_severity,
        select=_entries(select),
        ignore=_entries(ignore),
        min_similarity=min_similarity,
    )
    check_target(output, (a, b))
    first, second = read_pair(a, b, labels=(label_a, label_b), dates=(_day(date_a), _day(date_b)), encoding=encoding)
    if not quiet:
        _warn(first, second)

    from crosscheck.compare import compare as compared
    from crosscheck.render import rendered

    report = compared(first, second, settings)
    if output or not quiet:
        told = rendered(report, form)
        deliver(told if isinstance(told, str) else printed(told, color, width, output), output)
    return report.exit_code


@app.command(epilog="Example: crosscheck inspect wire.txt --date 2024-05-01 --format json")
def inspect(
    a: Annotated[str, typer.Argument(metavar="A", help='The report; "-" reads standard input.', show_default=False)],
    *,
    form: Annotated[InspectFormat, typer.Option("--format", "-f", help="How to write what was found.")] = InspectFormat.TERMINAL,
    output: _Output = None,
    label: Annotated[str | None, typer.Option(metavar="TEXT", help="What to call the report (default: its path).")] = None,
    day: Annotated[
        datetime | None, typer.Option("--date", formats=_ISO_DATE, metavar="YYYY-MM-DD", help="Day of the report, which dates its weekdays.")
    ] = None,
    encoding: _Encoding = None,
    config: _Config = None,
    isolated: _Isolated = False,
    color: _Color = Color.AUTO,
    width: _Width = None,
    debug: _Debug = False,  # noqa: ARG001 - main reads it
) -> int:
    """Show what is found in one report.

    Its cast, sources, numbers, days, places and quotes.
    """
    from crosscheck.read import read
    from crosscheck.settings_file import file_settings

    settings = file_settings(config, isolated=isolated)
    check_target(output, (a,))
    article = read(a, label=label, encoding=encoding, date=_day(day))
    _tell("warning", article.warnings)

    from crosscheck.annotate import annotate
    from crosscheck.render import inspect as seen
    from crosscheck.render import json

    document = annotate(article, settings.aliases)
    text = json.dump(document.to_dict()) if form is InspectFormat.JSON else printed(seen.render(document), color, width, output)
    deliver(text, output)
    return DONE


@app.command(epilog="Example: crosscheck explain NUM001")
def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="A code, a prefix of codes or a name; all rules when left out.", show_default=False)
    ] = None,
    *,
    color: _Color = Color.AUTO,
    width: _Width = None,
) -> int:
    """Say what a rule means.

    With its examples; without a code, list the rules.
    """
    from crosscheck.render import explain as papers
    from crosscheck.rules.table import RULES

    views = [papers.listing(RULES)] if code is None else [papers.render(rule) for rule in named(RULES, code)]
    deliver(b"\n\n".join(printed(view, color, width, None) for view in views), None)
    return DONE


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _entries(given: Iterable[str] | None) -> tuple[str, ...]:
    """Return "ADD, NUM001" and "naming", given one by one, as ("ADD", "NUM001", "naming")."""
    return tuple(entry.strip() for entries in given or () for entry in entries.split(",") if entry.strip())


def _warn(a: Article, b: Article) -> None:
    _tell("warning", (*a.warnings, *b.warnings))
    if a.sha256 == b.sha256:
        _tell("note", [f"{a.label} and {b.label} are identical, byte for byte"])


def _tell(level: str, lines: Iterable[str]) -> None:
    for line in lines:
        sys.stderr.write(f"crosscheck: {level}: {line}\n")
