"""The command line."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from clean_guides import __version__
from clean_guides.cleaning.ledger import LedgerError
from clean_guides.cleaning.restore import restore_folder
from clean_guides.commands.baseline import baseline_command
from clean_guides.commands.cache import cache_app
from clean_guides.commands.config import config_command
from clean_guides.commands.directory import directory_app
from clean_guides.commands.errors import usage_error
from clean_guides.commands.operators import operators_command
from clean_guides.commands.review import review_command
from clean_guides.decisions import Decision, DecisionError, read_decisions
from clean_guides.last_run import LastRun, Told
from clean_guides.rules import all_rules, find_rule
from clean_guides.settings import Settings, SettingsError, load_settings, unknown
from clean_guides.sources.changed import changed_files
from clean_guides.sources.folder import Entry, SourceError, check_folders

if TYPE_CHECKING:
    from clean_guides.run import Report

DEFAULT = "clean"
EXIT_STATUS = (
    "Exit status: 0 nothing left to fix at or above the failing severity; 1 such issues remain (removed ones don't "
    "count); 2 wrong usage or configuration, or a guide could not be read or written (the rest is still done)."
)


class DefaultGroup(TyperGroup):
    """A command group that takes anything that is no command's name as the arguments of `clean`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `clean` in front where no command is named."""
        if args and args[0] not in self.commands and args[0] not in ("--help", "--version"):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=DefaultGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=f"Take promotion out of guide articles, and say what an editor must check.\n\n{EXIT_STATUS}",
)


def _version(value: bool) -> None:  # noqa: FBT001 - the callback signature is typer's
    if value:
        typer.echo(f"clean-guides {__version__}")
        raise typer.Exit


@app.callback()
def main_options(
    version: Annotated[  # noqa: FBT002
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Hold the options that come before a command."""


@app.command(DEFAULT, epilog=EXIT_STATUS)
def clean_command(
    raw: Annotated[Path, typer.Argument(help="The folder with the guides.")],
    cleaned: Annotated[Path | None, typer.Argument(help="Where the cleaned guides go.")] = None,
    reports: Annotated[Path | None, typer.Option(help="Where the reports go.  [default: reports]")] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if anything would change.")] = False,  # noqa: FBT002
    diff: Annotated[bool, typer.Option("--diff", help="Print a unified diff; write nothing.")] = False,  # noqa: FBT002
    select: Annotated[list[str] | None, typer.Option(help="Only these rules: codes, names or families.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Not these rules.")] = None,
    fail_on: Annotated[
        str | None, typer.Option(help="error, warning, info or never: what makes the exit status 1.  [default: error]")
    ] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=0, help="Worker processes; 0: one a core.")] = None,
    output_format: Annotated[
        str | None,
        typer.Option(
            help="What to print: summary, full, concise, json, jsonl, csv, sarif, github, gitlab, junit, rdjsonl, "
            "markdown or parquet.  [default: summary]"
        ),
    ] = None,
    drop_duplicates: Annotated[
        str | None, typer.Option(help="keep=first or keep=longest: which of several guides with one text is kept.")
    ] = None,
    decisions: Annotated[
        Path | None, typer.Option(help="Answers of reviewers.  [default: clean-guides-decisions.txt]")
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="With --check or --diff: only issues in guides that git calls changed since this commit. All are "
            "read, for the rules that compare guides.",
        ),
    ] = None,
    as_of: Annotated[int | None, typer.Option(help="Judge operator names by those of this year.")] = None,
    fix_names: Annotated[  # noqa: FBT002
        bool, typer.Option("--fix-names", help="Put the right operator name in the place of a stale or misspelt one.")
    ] = False,
    directory: Annotated[Path | None, typer.Option(help="A CSV file with published numbers of your own.")] = None,
    text_field: Annotated[
        str | None, typer.Option(help="The field of JSONL, CSV and TSV records with the text.  [default: text]")
    ] = None,
    id_field: Annotated[str | None, typer.Option(help="The field that names a record.  [default: id]")] = None,
    engine: Annotated[
        str | None, typer.Option(help="local: processes of this machine; ray: a Ray cluster.  [default: local]")
    ] = None,
    ray_address: Annotated[
        str | None, typer.Option(help="The Ray cluster; without it, Ray is started on this machine.")
    ] = None,
    stdin_filename: Annotated[
        str, typer.Option(help="With `-` for RAW: the name of the guide on standard input; tells its format.")
    ] = "stdin.md",
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Neither use nor fill the cache.")] = False,  # noqa: FBT002
    profile: Annotated[bool, typer.Option("--profile", help="Say where the time goes, in one process.")] = False,  # noqa: FBT002
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but problems.")] = False,  # noqa: FBT002
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Print every issue.")] = False,  # noqa: FBT002
) -> None:
    """Clean the guides in RAW into CLEANED, and report what was found (`clean-guides RAW CLEANED` is enough).

    `clean-guides -` cleans one guide from standard input to standard output.
    """
    given: dict[str, object] = {
        "select": _names(select),
        "ignore": _names(ignore),
        "fail-on": fail_on,
        "jobs": 1 if profile else jobs,
        "reports": str(reports) if reports else None,
        "output-format": output_format,
        "as-of": as_of,
        "fix-names": fix_names,
        "drop-duplicates": (drop_duplicates or "").removeprefix("keep="),
        "engine": engine,
        "ray-address": ray_address,
        "text-field": text_field,
        "id-field": id_field,
        "directory": str(directory) if directory else None,
        "decisions": str(decisions) if decisions else None,
    }
    overrides = {key: value for key, value in given.items() if value}
    writes = not (check or diff)
    try:
        settings = load_settings(Path.cwd(), overrides)
        if str(raw) == "-":
            settings.rules()
            settings.severities()
            settings.knowledge()
            from clean_guides.commands.pipe import pipe

            raise typer.Exit(pipe(settings, stdin_filename, quiet=quiet))
        if writes and cleaned is None:
            raise SourceError("where should the cleaned guides go? give RAW and CLEANED, or --check or --diff")
        check_folders(raw, cleaned or raw, Path(settings.reports), writes=writes)
        if changed_since is not None and writes:
            raise SourceError("--changed-since writes no reports: give --check or --diff with it")
        if settings.engine != "local" and (profile or not writes):
            raise SourceError(f"--engine {settings.engine} can't be had with --check, --diff or --profile")
        plain = not (no_cache or profile or verbose) and settings.output_format == "summary"
        last = None
        if cleaned is not None and writes and plain and settings.cache and settings.engine == "local":
            with suppress(OSError):
                last = LastRun(settings, raw, cleaned, Path(settings.reports))
        if last is not None and (told := last.told()) is not None:
            _say(told, quiet=quiet)
            raise typer.Exit(told.status(settings.fail_on))
        settings.rules()
        settings.severities()
        settings.knowledge()
        known = read_decisions(Path(settings.decisions))
        only = changed_files(raw, changed_since) if changed_since is not None else None
    except (DecisionError, SettingsError, SourceError) as error:
        raise usage_error(error) from None
    from clean_guides.cache import NAME as CACHE_FILE
    from clean_guides.profiling import profile_table, profiled
    from clean_guides.reports.diff import unified_diff
    from clean_guides.reports.outputs import render
    from clean_guides.reports.outputs.base import Rendering
    from clean_guides.reports.write import write_reports
    from clean_guides.run import run_folder
    from clean_guides.sources.text import text_of

    target = cleaned if writes else None
    cached = not (no_cache or profile) and (writes or Path(settings.cache, CACHE_FILE).is_file())
    stages: list[tuple[str, float]] = []
    if cleaned is not None and settings.engine == "ray":
        report = _on_cluster(raw, cleaned, settings, known)
    else:
        progress = partial(_shown, quiet=quiet)
        run = partial(
            run_folder, raw, target, settings, progress=progress, keep_texts=diff, decisions=known, cached=cached
        )
        report, stages = profiled(run) if profile else (run(), stages)
    if not report.read + report.failed:
        raise usage_error(SourceError(f"{raw}: no guide in it; nothing was checked"))
    if only is not None:
        report.keep(only)
    try:
        if writes:
            write_reports(Path(settings.reports), report, raw, page=settings.page)
    except OSError as error:
        what = f"{error.filename or settings.reports}: the reports can't be written: {error.strerror}"
        raise usage_error(SourceError(what)) from None
    if settings.output_format != "summary":
        rendering = Rendering(list(report.records), raw.as_posix(), lambda name: text_of(raw / name))
        try:
            typer.echo(render(settings.output_format, rendering), nl=False)
        except ImportError as error:
            raise usage_error(SourceError(str(error))) from None
    for name, (before, after) in sorted(report.texts.items()) if diff else ():
        typer.echo(unified_diff(name, before, after))
    told = report.told()
    if last is not None:
        last.remember(told)
    _say(told, report.records if verbose else (), quiet=quiet)
    if stages:
        typer.echo(profile_table(stages), err=True, nl=False)
    status = told.status(settings.fail_on)
    if check and report.changed and not status:
        status = 1
    raise typer.Exit(status)


def _shown(found: Iterator[Entry], *, quiet: bool) -> Iterator[Entry]:
    """Pass files on, and show how many went by where somebody looks."""
    if quiet or not sys.stderr.isatty():
        return found
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True, highlight=False)
    return iter(track(list(found), "cleaning", console=console, transient=True))


def _say(told: Told, records: Iterable[Mapping[str, Any]] = (), *, quiet: bool) -> None:
    """Print what a run has to say, or its problems alone."""
    if quiet and not told.problems:
        return
    from rich.console import Console

    console = Console(stderr=True, highlight=False)
    if quiet:
        for problem in told.problems:
            console.print(problem, markup=False, style="red", soft_wrap=True)
        return
    from clean_guides.reports.terminal import print_summary

    print_summary(console, told, records)


@app.command()
def restore(
    cleaned: Annotated[Path, typer.Argument(help="The folder with the cleaned guides.")],
    reports: Annotated[Path, typer.Argument(help="The reports of the run that wrote them.")],
    out: Annotated[Path, typer.Argument(help="Where the raw guides go.")],
    text_field: Annotated[str, typer.Option(help="The field of records that holds the text.")] = "text",
    id_field: Annotated[str, typer.Option(help="The field of records that names them.")] = "id",
) -> None:
    """Write the raw files back, byte for byte, from cleaned files and the ledger."""
    try:
        check_folders(cleaned, out, None)
        written, problems, notes = restore_folder(cleaned, reports, out, text_field, id_field)
    except (LedgerError, SourceError, OSError) as error:
        raise usage_error(error) from None
    for message in (*notes, *problems):
        typer.echo(message, err=True)
    typer.echo(f"{written} files restored, {len(problems)} not", err=True)
    raise typer.Exit(2 if problems else 0)


app.command("baseline")(baseline_command)
app.command("config")(config_command)
app.command("operators")(operators_command)
app.command("review")(review_command)
app.add_typer(cache_app, name="cache")
app.add_typer(directory_app, name="directory")


@app.command()
def rules() -> None:
    """List the rules."""
    for rule in all_rules():
        typer.echo(f"{rule.code}  {rule.severity.value:7}  {rule.name:24}  {rule.summary}")


@app.command()
def explain(rule: Annotated[str, typer.Argument(help="A code or a name: PRO001, contact-link.")]) -> None:
    """Say what a rule checks, why, and show good and bad examples."""
    from clean_guides.reports.rule_page import rule_page

    found = find_rule(rule)
    if found is None:
        known = [name for known in all_rules() for name in (known.code, known.name)]
        raise usage_error(SettingsError(unknown("rule", rule, known)))
    typer.echo(rule_page(found))


def _on_cluster(raw: Path, cleaned: Path, settings: Settings, decisions: Mapping[str, Decision]) -> "Report":
    """Run with Ray; one task a shard."""
    from clean_guides.engines.ray import EngineError, RayEngine
    from clean_guides.shards.run import run_shards

    try:
        with closing(RayEngine(settings.ray_address, settings.jobs)) as engine:
            return run_shards(raw, cleaned, settings, engine, decisions=decisions)
    except EngineError as error:
        raise usage_error(error) from None


def _names(values: list[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())
