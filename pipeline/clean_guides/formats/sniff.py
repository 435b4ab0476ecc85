"""The format a text is really in, where the name of its file says another."""

import regex

from clean_guides.compiled import compiled
from clean_guides.guide import Format

_PAGE = compiled(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", regex.IGNORECASE)
_TAG = compiled(r"<[a-zA-Z!/]")


def sniff(text: str, named: Format) -> Format:
    """Return the format of a text: a whole HTML page is HTML whatever its name, and a page without a tag is none."""
    if named in (Format.MARKDOWN, Format.PLAIN) and _PAGE.match(text):
        return Format.HTML
    if named is Format.HTML and text.strip() and not _TAG.search(text):
        return Format.MARKDOWN
    return named
