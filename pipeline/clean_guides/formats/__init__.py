"""What a guide is written in: each format's parser turns text into regions."""

from clean_guides.formats.html import html_regions
from clean_guides.formats.markdown import markdown_regions
from clean_guides.formats.plain import asciidoc_regions, plain_regions, rst_regions
from clean_guides.formats.regions import Region
from clean_guides.guide import Format

PARSERS = {
    Format.MARKDOWN: markdown_regions,
    Format.HTML: html_regions,
    Format.PLAIN: plain_regions,
    Format.RST: rst_regions,
    Format.ASCIIDOC: asciidoc_regions,
}


def parse(text: str, guide_format: Format) -> tuple[Region, ...]:
    """Return the regions of a text, sorted by start, outer before inner."""
    regions = PARSERS[guide_format](text)
    return tuple(sorted(regions, key=lambda region: (region.start, -region.end)))
