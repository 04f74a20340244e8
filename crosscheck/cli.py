"""The command line: its commands, and what each does in turn."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, datetime  # noqa: TC003 - typer reads the annotations of a command
from pathlib import Path  # noqa: TC003 - as it does these
from typing import TYPE_CHECKING, Annotated

import typer

from crosscheck import ending, flags
from crosscheck.config import named
from crosscheck.errors import CrosscheckError
from crosscheck.flags import Document, ExplainFormat, Format, InspectFormat, SettingsFormat
from crosscheck.output import Color, check_target, deliver, progress, show
from crosscheck.publish import publish, targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crosscheck.configuration import Configuration
    from crosscheck.flags import FailOn
    from crosscheck.read import Article
    from crosscheck.report import Check
    from crosscheck.rules.rule import Severity
    from crosscheck.silence import Known

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: it starts faster, keeps its line breaks, and no "[sic]" is taken for markup
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 nothing to fail on, 1 a finding at or above --fail-on, 2 could not do the job, 130 interrupted.",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: see `ending.run`."""
    return ending.run(app, sys.argv[1:] if arguments is None else list(arguments))


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
    crosscheck check --fail-on warning
    crosscheck explain NUM001
    """  # noqa: D301 - the backspace tells typer to keep the lines as they are


@app.command(epilog="Example: crosscheck compare wire.txt ours.txt --date-a 2024-05-01 --ignore ADD,NAM004 --fail-on warning")
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help='The first report; "-" reads standard input.', show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help='The second report; "-" reads standard input.', show_default=False)],
    *,
    form: flags.Form = Format.TERMINAL,
    output: flags.Output = None,
    reports: flags.Reports = None,
    fail_on: flags.Fail = None,
    min_severity: flags.Least = None,
    select: flags.Select = None,
    ignore: flags.Ignore = None,
    min_similarity: flags.Similarity = None,
    baseline: flags.Baseline = None,
    write_baseline: flags.NewBaseline = None,
    ignore_file: flags.IgnoreFile = None,
    label_a: Annotated[str | None, typer.Option(metavar="TEXT", help="What to call the first report (default: its path).")] = None,
    label_b: Annotated[str | None, typer.Option(metavar="TEXT", help="What to call the second report.")] = None,
    date_a: Annotated[
        datetime | None, typer.Option(formats=flags.ISO_DATE, metavar="YYYY-MM-DD", help="Day of the first report, which dates its weekdays.")
    ] = None,
    date_b: Annotated[datetime | None, typer.Option(formats=flags.ISO_DATE, metavar="YYYY-MM-DD", help="Day of the second report.")] = None,
    encoding: flags.Encoding = None,
    config: flags.Config = None,
    isolated: flags.Isolated = False,
    color: flags.Colors = Color.AUTO,
    width: flags.Width = None,
    quiet: flags.Quiet = False,
    debug: flags.Debug = False,  # noqa: ARG001 - main reads it, which outlives the command
) -> int:
    """Compare two reports.

    What agrees, what differs, what only one of them tells.
    """
    from crosscheck.read import read_pair

    used = _configuration(
        config,
        isolated=isolated,
        fail_on=fail_on,
        min_severity=min_severity,
        select=select,
        ignore=ignore,
        min_similarity=min_similarity,
        baseline=baseline,
        ignore_file=ignore_file,
    )
    check_target(write_baseline, (a, b))
    asked = targets(form, output, reports or (), (a, b, *used.files), write_baseline)
    first, second = read_pair(a, b, labels=(label_a, label_b), dates=(_day(date_a), _day(date_b)), encoding=encoding, furniture=used.furniture)
    if not quiet:
        _warn(first, second)

    from crosscheck.compare import compare as compared
    from crosscheck.report import Check
    from crosscheck.silence import known

    over = known(used, write_baseline)
    (report,) = _silenced(Check((compared(first, second, used.settings),)), over, whole=False, quiet=quiet).reports
    publish(report, asked, color, width, quiet=quiet)
    return report.exit_code


@app.command(epilog="Example: crosscheck check --fail-on warning --format markdown -o report.md")
def check(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="The pairs to check (default: all).", show_default=False)] = None,
    *,
    form: flags.Form = Format.TERMINAL,
    output: flags.Output = None,
    reports: flags.Reports = None,
    fail_on: flags.Fail = None,
    min_severity: flags.Least = None,
    select: flags.Select = None,
    ignore: flags.Ignore = None,
    min_similarity: flags.Similarity = None,
    baseline: flags.Baseline = None,
    write_baseline: flags.NewBaseline = None,
    ignore_file: flags.IgnoreFile = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=1, help="Pairs to compare at once (default: by processors).")] = None,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="A pattern may match no file.")] = False,
    encoding: flags.Encoding = None,
    config: flags.Config = None,
    color: flags.Colors = Color.AUTO,
    width: flags.Width = None,
    quiet: flags.Quiet = False,
    debug: flags.Debug = False,  # noqa: ARG001 - main reads it
) -> int:
    """Compare the pairs that the settings name.

    One table, every finding in a line, one exit code: for a check of copy in CI.
    """
    from crosscheck.pairs import chosen

    used = _configuration(
        config,
        fail_on=fail_on,
        min_severity=min_severity,
        select=select,
        ignore=ignore,
        min_similarity=min_similarity,
        baseline=baseline,
        ignore_file=ignore_file,
    )
    if not used.pairs:
        where = f"{used.path} names no pairs" if used.path else "no settings file names pairs"
        raise CrosscheckError(f'{where}: write [[pairs]] with a = "wire.txt" and b = "copy.txt" into {used.path or "crosscheck.toml"}')
    named_pairs = chosen(used.pairs, names or ())

    from crosscheck import batch
    from crosscheck.report import Verdict
    from crosscheck.silence import known

    pairs, unmatched = batch.found(named_pairs, used.folder, allow_empty=allow_empty)
    inputs = tuple(path for pair in pairs for path in (pair.a, pair.b))
    check_target(write_baseline, inputs)
    asked = targets(form, output, reports or (), (*inputs, *used.files), write_baseline)
    over = known(used, write_baseline)
    with progress(len(pairs), "pairs") as tell:
        done = batch.check(pairs, batch.Work(used.settings, used.furniture, encoding), jobs, tell)
    done = replace(done, unread=(*unmatched, *done.unread))
    if not quiet:
        for report in done.reports:
            _warn(report.a.article, report.b.article)
            if report.verdict is Verdict.UNRELATED:  # a slip in a path, which no finding would tell
                ending.tell("warning", [f"{report.a.article.label} and {report.b.article.label} seem to be about different events: is it the right pair?"])
    done = _silenced(done, over, whole=not names, quiet=quiet)
    ending.tell("error", dict.fromkeys(problem for pair in done.unread for problem in pair.problems))
    publish(done, asked, color, width, quiet=quiet)
    return done.exit_code


@app.command(epilog="Example: crosscheck inspect wire.txt --date 2024-05-01 --format json")
def inspect(
    a: Annotated[str, typer.Argument(metavar="A", help='The report; "-" reads standard input.', show_default=False)],
    *,
    form: Annotated[InspectFormat, typer.Option("--format", "-f", help="How to write what was found.")] = InspectFormat.TERMINAL,
    output: flags.Output = None,
    label: Annotated[str | None, typer.Option(metavar="TEXT", help="What to call the report (default: its path).")] = None,
    day: Annotated[
        datetime | None, typer.Option("--date", formats=flags.ISO_DATE, metavar="YYYY-MM-DD", help="Day of the report, which dates its weekdays.")
    ] = None,
    encoding: flags.Encoding = None,
    config: flags.Config = None,
    isolated: flags.Isolated = False,
    color: flags.Colors = Color.AUTO,
    width: flags.Width = None,
    debug: flags.Debug = False,  # noqa: ARG001 - main reads it
) -> int:
    """Show what is found in one report.

    Its cast, sources, numbers, days, places and quotes.
    """
    from crosscheck.read import read

    used = _configuration(config, isolated=isolated)
    check_target(output, (a, *used.files))
    article = read(a, label=label, encoding=encoding, date=_day(day), furniture=used.furniture)
    ending.tell("warning", article.warnings)

    from crosscheck.annotate import annotate
    from crosscheck.render import inspect as seen
    from crosscheck.render import json

    document = annotate(article, used.settings.aliases)
    show(json.render(document) if form is InspectFormat.JSON else seen.render(document), color, width, output)
    return ending.DONE


@app.command("config", epilog="Example: CROSSCHECK_FAIL_ON=warning crosscheck config")
def show_settings(
    *,
    form: Annotated[SettingsFormat, typer.Option("--format", "-f", help="How to write the settings.")] = SettingsFormat.TOML,
    fail_on: flags.Fail = None,
    min_severity: flags.Least = None,
    select: flags.Select = None,
    ignore: flags.Ignore = None,
    min_similarity: flags.Similarity = None,
    config: flags.Config = None,
    isolated: flags.Isolated = False,
    debug: flags.Debug = False,  # noqa: ARG001 - main reads it
) -> int:
    """Show every setting, its value and where that comes from.

    A flag goes before a variable CROSSCHECK_..., that before the nearest file, that before the default.
    """
    used = _configuration(config, isolated=isolated, fail_on=fail_on, min_severity=min_severity, select=select, ignore=ignore, min_similarity=min_similarity)

    from crosscheck.render import settings

    deliver(settings.document(used) if form is SettingsFormat.JSON else settings.render(used), None)
    return ending.DONE


@app.command(epilog="Example: crosscheck explain NUM001")
def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="A code, a prefix of codes or a name; all rules when left out.", show_default=False)
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Explain every rule.")] = False,
    form: Annotated[ExplainFormat, typer.Option("--format", "-f", help="How to write it.")] = ExplainFormat.TERMINAL,
    output: flags.Output = None,
    color: flags.Colors = Color.AUTO,
    width: flags.Width = None,
    debug: flags.Debug = False,  # noqa: ARG001 - main reads it
) -> int:
    """Say what a rule means.

    Why it matters, its examples, and how to silence it; without a code, list the rules.
    """
    if every and code is not None:
        raise CrosscheckError(f"--all explains every rule and {code} one: leave one out")

    from crosscheck.render import explain as papers
    from crosscheck.rules.table import RULES

    show(papers.told(named(RULES, code) if code is not None else RULES, form, whole=every or code is not None), color, width, output)
    return ending.DONE


@app.command(epilog="Example: crosscheck schema inspect -o inspect.schema.json")
def schema(
    document: Annotated[Document, typer.Argument(help="What prints the document: compare (report), check or inspect.")] = Document.REPORT,
    *,
    output: flags.Output = None,
    debug: flags.Debug = False,  # noqa: ARG001 - main reads it
) -> int:
    """Print the JSON Schema of a JSON document.

    Draft 2020-12, closed; for this version of the document.
    """
    from crosscheck import contract
    from crosscheck.render import json

    deliver(json.dump(contract.schema(document)), output)
    return ending.DONE


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _configuration(
    config: Path | None,
    *,
    isolated: bool = False,
    fail_on: FailOn | None = None,
    min_severity: Severity | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    min_similarity: float | None = None,
    baseline: str | None = None,
    ignore_file: str | None = None,
) -> Configuration:
    """Return the settings of a run; a flag that was not given is None."""
    from crosscheck.configuration import configuration, entries

    given = {
        "fail-on": fail_on,
        "min-severity": min_severity,
        "select": entries(select) if select else None,
        "ignore": entries(ignore) if ignore else None,
        "min-similarity": min_similarity,
        "baseline": baseline,
        "ignore-file": ignore_file,
    }
    return configuration(given, config=config, isolated=isolated)


def _silenced(done: Check, over: Known, *, whole: bool, quiet: bool) -> Check:
    from crosscheck.silence import silenced

    done, told = silenced(done, over, whole=whole)
    if not quiet:
        ending.tell("warning", told)
    return done


def _warn(a: Article, b: Article) -> None:
    ending.tell("warning", (*a.warnings, *b.warnings))
    if a.sha256 == b.sha256:
        ending.tell("note", [f"{a.label} and {b.label} are identical, byte for byte"])
