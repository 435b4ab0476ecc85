"""`config`: every setting, its value and where it comes from."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from clean_guides.commands.errors import usage_error
from clean_guides.settings import Settings, SettingsError, find_settings, load_settings


def config_command(
    show: Annotated[bool, typer.Option("--show", help="Print every setting.")] = True,  # noqa: FBT002
) -> None:
    """Print the settings in force here, as TOML, each with the place it comes from."""
    if not show:
        return
    try:
        settings = load_settings(Path.cwd(), {})
        found = find_settings(Path.cwd())
    except SettingsError as error:
        raise usage_error(error) from None
    given = found[1] if found else {}
    for field in msgspec.structs.fields(Settings):
        value = msgspec.json.encode(getattr(settings, field.name)).decode()
        source = found[0] if found and field.encode_name in given else "default"
        typer.echo(f"{field.encode_name} = {value}  # {source}")
