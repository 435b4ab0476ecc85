"""`baseline`: take the issues that stand today as known."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from clean_guides.commands.errors import usage_error
from clean_guides.decisions import DecisionError, baseline, read_decisions, written_decisions
from clean_guides.files import write_atomically
from clean_guides.settings import SettingsError, load_settings


def baseline_command(
    reports: Annotated[Path, typer.Argument(help="The reports of a run.")] = Path("reports"),
    decisions: Annotated[Path | None, typer.Option(help="The file of decisions to write.")] = None,
    grow: Annotated[bool, typer.Option("--grow", help="Take issues into a baseline that exists already.")] = False,  # noqa: FBT002
) -> None:
    """Write the issues that are left today into the decisions, so that only new ones are reported."""
    try:
        path = decisions or Path(load_settings(Path.cwd(), {}).decisions)
        known = read_decisions(path)
        lines = (reports / "issues.jsonl").read_bytes().splitlines()
        records = [msgspec.json.decode(line, type=dict[str, object]) for line in lines]
    except (DecisionError, SettingsError, OSError, msgspec.DecodeError) as error:
        raise usage_error(error) from None
    left = [record for record in records if record.get("action") == "flagged"]
    found, refused = baseline(left, known, grow=grow)
    write_atomically(path, written_decisions(found.values()).encode())
    typer.echo(f"{path}: {len(found)} decisions", err=True)
    if refused:
        typer.echo(f"{refused} new issues were left out; --grow takes them in", err=True)
