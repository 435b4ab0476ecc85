"""`review`: the report page, served so that it writes the decisions itself."""

from pathlib import Path
from typing import Annotated

import typer

from clean_guides.commands.errors import usage_error
from clean_guides.settings import SettingsError, load_settings


def review_command(
    reports: Annotated[Path, typer.Argument(help="The reports of a run.")] = Path("reports"),
    decisions: Annotated[Path | None, typer.Option(help="The file of decisions to write.")] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 for any that is free.")] = 0,
) -> None:
    """Serve the report page on this machine only, and write the decisions that are saved in it."""
    from clean_guides.reports.server import Review

    page = reports / "index.html"
    try:
        path = decisions or Path(load_settings(Path.cwd(), {}).decisions)
        if not page.is_file():
            raise SettingsError(f"{page}: no such file; run clean-guides with its reports in {reports}")
        server = Review(page, path, port)
    except (SettingsError, OSError) as error:
        raise usage_error(error) from None
    typer.echo(f"Open {server.address}\nDecisions go to {path}. Stop with Ctrl-C.", err=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
