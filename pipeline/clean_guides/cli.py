"""The command line."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track
from typer.core import TyperGroup

from clean_guides import __version__
from clean_guides.cleaning.ledger import LedgerError
from clean_guides.cleaning.restore import restore_folder
from clean_guides.reports.diff import unified_diff
from clean_guides.reports.terminal import print_summary
from clean_guides.reports.write import write_reports
from clean_guides.rules import all_rules, find_rule
from clean_guides.run import run_folder
from clean_guides.settings import SettingsError, load_settings, unknown
from clean_guides.sources.folder import Entry, SourceError, check_folders

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
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but problems.")] = False,  # noqa: FBT002
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Print every issue.")] = False,  # noqa: FBT002
) -> None:
    """Clean the guides in RAW into CLEANED, and report what was found (`clean-guides RAW CLEANED` is enough)."""
    console = Console(stderr=True, highlight=False)
    given: dict[str, object] = {
        "select": _names(select),
        "ignore": _names(ignore),
        "fail-on": fail_on,
        "jobs": jobs,
        "reports": str(reports) if reports else None,
    }
    overrides = {key: value for key, value in given.items() if value}
    writes = not (check or diff)
    try:
        settings = load_settings(Path.cwd(), overrides)
        settings.rules()
        if writes and cleaned is None:
            raise SourceError("where should the cleaned guides go? give RAW and CLEANED, or --check or --diff")
        check_folders(raw, cleaned or raw, Path(settings.reports), writes=writes)
    except (SettingsError, SourceError) as error:
        raise _usage_error(error) from None

    def progress(found: Iterator[Entry]) -> Iterator[Entry]:
        if quiet or not console.is_terminal:
            return found
        known = list(found)
        return iter(track(known, "cleaning", console=console, transient=True))

    report = run_folder(raw, cleaned if writes else None, settings, progress=progress, keep_texts=diff)
    if not report.read + report.failed:
        raise _usage_error(SourceError(f"{raw}: no guide in it; nothing was checked"))
    if writes:
        write_reports(Path(settings.reports), report)
    for name, (before, after) in sorted(report.texts.items()) if diff else ():
        typer.echo(unified_diff(name, before, after))
    for problem in report.problems if quiet else ():
        console.print(problem, markup=False, style="red", soft_wrap=True)
    if not quiet:
        print_summary(console, report, verbose=verbose)
    status = report.status(settings.fail_on)
    if check and report.changed and not status:
        status = 1
    raise typer.Exit(status)


@app.command()
def restore(
    cleaned: Annotated[Path, typer.Argument(help="The folder with the cleaned guides.")],
    reports: Annotated[Path, typer.Argument(help="The reports of the run that wrote them.")],
    out: Annotated[Path, typer.Argument(help="Where the raw guides go.")],
) -> None:
    """Write the raw files back, byte for byte, from cleaned files and the ledger."""
    try:
        check_folders(cleaned, out, None)
        written, problems = restore_folder(cleaned, reports, out)
    except (LedgerError, SourceError, OSError) as error:
        raise _usage_error(error) from None
    for problem in problems:
        typer.echo(problem, err=True)
    typer.echo(f"{written} files restored, {len(problems)} not", err=True)
    raise typer.Exit(2 if problems else 0)


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
        raise _usage_error(SettingsError(unknown("rule", rule, known)))
    typer.echo(rule_page(found))


def _names(values: list[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


def _usage_error(error: Exception) -> typer.Exit:
    sys.stderr.write(f"clean-guides: {error}\n")
    return typer.Exit(2)
