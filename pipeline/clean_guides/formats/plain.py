"""Plain text: paragraphs, parted by blank lines. reStructuredText and AsciiDoc are read the same way."""

import re

from clean_guides.formats.regions import Region, Role

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


def plain_regions(text: str) -> list[Region]:
    """Return one paragraph for each run of lines that are not blank."""
    return [
        Region(Role.PARAGRAPH, match.start(), match.end(), match.start(), match.end())
        for match in _PARAGRAPH.finditer(text)
    ]
