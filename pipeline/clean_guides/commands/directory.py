"""`directory`: checking a file of published numbers before a run trusts it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import regex
import typer

from clean_guides.commands.errors import usage_error
from clean_guides.compiled import compiled
from clean_guides.files import write_atomically
from clean_guides.knowledge.packs import PackError, read_own_rows

COLUMNS = ("country", "operator", "number", "kind", "purpose", "confidence", "source", "checked")
_NEEDED = ("country", "operator", "number")
_NUMBER = compiled(r"\+?[\d*#][\d*# ().\-/]{1,24}")
_OLD = 2

directory_app = typer.Typer(no_args_is_help=True, help="Work with files of published numbers.")


@directory_app.callback()
def directory_options() -> None:
    """Work with files of published numbers."""


@directory_app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A CSV file with the columns " + ", ".join(COLUMNS) + ".")],
    today: Annotated[str | None, typer.Option(help="The day to count ages from, like 2026-01-31.")] = None,
) -> None:
    """Check the rows of a directory: form, numbers against the plan, rows that come twice, pages and ages."""
    try:
        rows = read_own_rows(str(file), _NEEDED)
        year = date.fromisoformat(today).year if today else date.today().year
    except (PackError, ValueError) as error:
        raise usage_error(error) from None
    problems = list(_problems(rows, year))
    for line, problem in problems:
        typer.echo(f"{file}:{line}: {problem}")
    typer.echo(f"{len(rows)} rows, {len(problems)} problems", err=True)
    raise typer.Exit(1 if problems else 0)


@directory_app.command()
def verify(
    file: Annotated[Path, typer.Argument(help="A directory; its pages are looked at.")],
    out: Annotated[Path, typer.Argument(help="The new file with the outcomes, for you to review.")],
    country: Annotated[str | None, typer.Option(help="Only the rows of this country.")] = None,
    allow_private: Annotated[  # noqa: FBT002
        bool, typer.Option("--allow-private", help="Look at addresses that are not public, too.")
    ] = False,
    pause: Annotated[float, typer.Option(min=0, help="Seconds between two requests to one host.")] = 2.0,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to wait for an answer.")] = 20.0,
    longest: Annotated[float, typer.Option(min=0.1, help="Seconds a page may take to come.")] = 60.0,
) -> None:
    """Look on the pages that a directory names for its numbers. This is the one command that uses the network."""
    try:
        import httpx

        from clean_guides.commands.verify import Pages, verified, written
    except ImportError:
        raise usage_error(PackError("this needs httpx: pip install 'clean-guides[verify]'")) from None
    try:
        rows = read_own_rows(str(file), _NEEDED)
    except PackError as error:
        raise usage_error(error) from None
    chosen = [row for row in rows if country in (None, row["country"])]
    with httpx.Client(timeout=timeout, follow_redirects=False) as client:
        pages = Pages(client, private=allow_private, pause=pause, longest=longest)
        outcomes = list(verified(chosen, pages, date.today()))
    columns = dict.fromkeys([*COLUMNS, *(column for row in rows for column in row)])
    write_atomically(out, written(outcomes, columns).encode())
    found = sum(row["outcome"] == "found" for row in outcomes)
    typer.echo(f"{out}: {len(outcomes)} rows, {found} found on their pages", err=True)


def _problems(rows: list[dict[str, str]], year: int) -> Iterator[tuple[int, str]]:
    seen: dict[tuple[str, str, str], int] = {}
    for line, row in enumerate(rows, 2):
        country, operator, number = row["country"], row["operator"], row["number"]
        if not regex.fullmatch("[A-Z]{2}", country):
            yield line, f"{country!r} is no ISO 3166 code; write two capital letters"
        if not operator:
            yield line, "no operator is named"
        if not _NUMBER.fullmatch(number):
            yield line, f"{number!r} is no number to dial"
        elif problem := _unplanned(number, country):
            yield line, problem
        key = (country, operator.casefold(), "".join(c for c in number if c in "+*#" or c.isdigit()))
        if key in seen:
            yield line, f"the same number as in line {seen[key]}"
        seen.setdefault(key, line)
        if not row["source"].startswith("https://"):
            yield line, "no page says so; without one a number is never called listed"
        dated = regex.match(r"(\d{4})-\d\d-\d\d$", row["checked"])
        if dated is None:
            yield line, "no day on which it was checked; write it like 2026-01-31"
        elif year - int(dated[1]) >= _OLD:
            yield line, f"checked in {dated[1]}; check it again"


def _unplanned(number: str, country: str) -> str | None:
    """Return what the numbering plan says against a full number, or None."""
    import phonenumbers

    digits = [c for c in number if c.isdigit()]
    if "*" in number or "#" in number or len(digits) < 7:
        return None
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return f"{number!r} can't be read as a number of {country}"
    if not phonenumbers.is_possible_number(parsed):
        return f"{number!r} has no length that numbers of {country} have"
    return None
