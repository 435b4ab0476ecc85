"""Links of other markup that stand in Markdown: BBCode, Org, MediaWiki, AsciiDoc, LaTeX, shortcodes, reST."""

from collections.abc import Iterable, Iterator

import regex

from clean_guides.compiled import compiled
from clean_guides.formats.regions import Region, Role
from clean_guides.ranges import Ranges

NAME = "Markup"
"""What such a link is called: its address stands before its words."""

_SIGNS = ("[url", "[URL", "[img", "[IMG", "[http", "\\href{", "link:http")
_ENDS = ("[/", "{{")
_TO = r"(?:url|href|link|to)=[\"']?(?<target>https?://[^\]\"'\s]+)[\"']?"
_LINK = compiled(
    r"\[url=[\"']?(?<target>https?://[^\]\"'\s]+)[\"']?\](?<words>[^\[\]\n]*)\[/url\]|"
    r"\[url\](?<words>(?<target>https?://[^\[\]\s]+))\[/url\]|"
    r"\[\[(?<target>https?://[^\[\]\s]+)\]\[(?<words>[^\[\]\n]*)\]\]|"
    r"\[(?<target>https?://[^\[\]\s|]+)[ |](?<words>[^\[\]\n]+)\](?![(\[])|"
    r"\\href\{(?<target>[^{}\s]+)\}\{(?<words>[^{}\n]*)\}|"
    r"link:(?<target>https?://[^\[\]\s]+)\[(?<words>[^\[\]\n]*)\]|"
    rf"\[(?<name>[\w\-]+)\s[^\]\n]{{0,200}}?{_TO}[^\]\n]{{0,200}}\](?<words>[^\[\]\n]*)\[/(?P=name)\]|"
    rf"\{{\{{[<%]\s*(?<name>[\w\-/]+)\s[^>%\n]{{0,200}}?{_TO}[^>%\n]{{0,200}}[>%]\}}\}}(?<words>[^{{}}\n]*)\{{\{{[<%]\s*/\s*(?P=name)\s*[>%]\}}\}}",
    regex.IGNORECASE,
)
_RST_LINK = compiled(r"`(?P<words>[^`<>\n]*?)\s*<(?P<target>[^<>`\s]+)>`__?(?!\w)")
_IMAGE = compiled(r"\[img(?:[ =][^\]\n]*)?\](?<target>https?://[^\[\]\s]+)\[/img\]", regex.IGNORECASE)
_TAKEN = (Role.LINK, Role.IMAGE, Role.CODE, Role.CODE_BLOCK, Role.MATH, Role.FRONT_MATTER, Role.LINK_DEFINITION)


def markup_links(text: str, regions: Iterable[Region]) -> Iterator[Region]:
    """Yield the links and images of other markup that lie in none of the `regions` of Markdown."""
    shortcodes = "=http" in text or '="http' in text or "='http" in text
    if not any(sign in text for sign in _SIGNS) and not (shortcodes and any(end in text for end in _ENDS)):
        return
    taken = Ranges((region.start, region.end) for region in regions if region.role in _TAKEN)
    for match in _LINK.finditer(text):
        if not taken.meets(*match.span()):
            yield Region(Role.LINK, *match.span(), *match.span("words"), match["target"], name=NAME)
    for match in _IMAGE.finditer(text):
        if not taken.meets(*match.span()):
            end = match.start("target")
            yield Region(Role.IMAGE, *match.span(), end, end, match["target"], name=NAME)


def rst_links(text: str) -> Iterator[Region]:
    """Yield the links of reStructuredText, which look like code in Markdown but for the underscore behind them."""
    for match in _RST_LINK.finditer(text) if ">`_" in text else ():
        yield Region(Role.LINK, *match.span(), *match.span("words"), match["target"])
