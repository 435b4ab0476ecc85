"""`operators`: what is known of the operators of a country, with sources."""

from pathlib import Path
from typing import Annotated

import typer

from clean_guides.commands.errors import usage_error
from clean_guides.knowledge.countries import CountryPack
from clean_guides.knowledge.operators import NameKind
from clean_guides.settings import SettingsError, load_settings


def operators_command(
    country: Annotated[
        str | None, typer.Argument(help="A country's name or ISO 3166 code, like AL; all countries without it.")
    ] = None,
) -> None:
    """Print the operators known, their names, former names and sources."""
    try:
        knowledge = load_settings(Path.cwd(), {}).knowledge()
    except SettingsError as error:
        raise usage_error(error) from None
    pack = knowledge.operators
    wanted = _code(country, knowledge.countries) if country else None
    known = {operator.country for operator in pack.operators}
    if country and wanted not in known:
        raise usage_error(SettingsError(f"no operator is known in {country!r}; give a country or its code, like AL"))
    for operator in pack.operators:
        if wanted and operator.country != wanted:
            continue
        names = f" ({', '.join(operator.names)})" if operator.names else ""
        typer.echo(f"{operator.country}  {operator.name}{names}  [{operator.confidence}] {operator.source}")
    former = sorted(
        {
            (name.country, name.text, name.rename.now or "closed", name.rename.year, name.rename.source)
            for names in pack.names.values()
            for name in names
            if name.kind is NameKind.FORMER and name.rename is not None and (not wanted or name.country == wanted)
        }
    )
    for place, text, now, year, source in former:
        typer.echo(f"{place}  {text} → {now}{f' ({year})' if year else ''}  {source}")


def _code(country: str, pack: CountryPack) -> str:
    """Return the code of a country that is given by its name in any language of the pack, or the text in capitals."""
    wanted = country.casefold()
    return next((code for code, names in pack.names.items() if wanted in map(str.casefold, names)), country.upper())
