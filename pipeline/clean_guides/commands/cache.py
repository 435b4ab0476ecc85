"""`cache`: what is kept between runs."""

from pathlib import Path

import typer

from clean_guides.cache import clear
from clean_guides.commands.errors import usage_error
from clean_guides.settings import SettingsError, load_settings

cache_app = typer.Typer(help="The cache of earlier runs.", no_args_is_help=True)


@cache_app.callback()
def cache_options() -> None:
    """Hold the commands about the cache."""


@cache_app.command("clear")
def clear_command() -> None:
    """Delete the cache that the settings name."""
    try:
        folder = Path(load_settings(Path.cwd(), {}).cache or ".clean-guides-cache")
        gone = clear(folder)
    except (SettingsError, OSError) as error:
        raise usage_error(error) from None
    typer.echo(f"{folder}: {'deleted' if gone else 'no cache here'}", err=True)
