"""Ignoring in the text: comments that switch rules off for a block, a line or the whole file.

`<!-- clean-guides: ignore[PRO001] reason -->` speaks for the next block, `ignore-line` for its own line, and
`ignore-file` for the file; without brackets it speaks for all rules. In front matter, `clean-guides: ignore[TEL]`
speaks for the file.
"""

from collections.abc import Sequence

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import BLOCKS, Role

_DIRECTIVE = compiled(
    r"<!--\s*clean-guides:\s*(?P<scope>ignore(?:-line|-file)?)(?:\[(?P<rules>[\w\s,\-]*)\])?[^>]*?-->|"
    r"^clean-guides:[ \t]*(?P<scope>ignore)(?:-file)?(?:\[(?P<rules>[\w\s,\-]*)\])?[^\n]*$",
    regex.MULTILINE,
)


class Ignore(msgspec.Struct, frozen=True):
    """A directive at `[start, end)` that switches `rules` off in `[scope_start, scope_end)`; no rules means all."""

    start: int
    end: int
    scope_start: int
    scope_end: int
    rules: tuple[str, ...]

    def covers(self, start: int, end: int, code: str, name: str) -> bool:
        """Say whether an issue of a rule at `[start, end)` is switched off."""
        named = not self.rules or any(code.startswith(rule.upper()) or name == rule for rule in self.rules)
        return named and self.scope_start <= start and end <= self.scope_end


def find_ignores(document: Document) -> Sequence[Ignore]:
    """Return the directives of a document, in order; those in code say nothing."""
    text = document.text
    if "clean-guides:" not in text:
        return ()
    found = []
    matter = next(iter(document.of(Role.FRONT_MATTER)), None)
    for match in _DIRECTIVE.finditer(text):
        in_matter = matter is not None and matter.covers(*match.span())
        if document.in_code(*match.span()) or match.group().startswith("<!--") == in_matter:
            continue
        rules = tuple(rule for rule in (match["rules"] or "").replace(",", " ").split() if rule)
        whole = in_matter or match["scope"] == "ignore-file"
        scope = (0, len(text)) if whole else _scope(document, match.end(), own_line=match["scope"] == "ignore-line")
        found.append(Ignore(*match.span(), *scope, rules))
    return found


def _scope(document: Document, after: int, *, own_line: bool) -> tuple[int, int]:
    """Return the line that a directive ends on, or the first block behind it."""
    if own_line:
        return document.line(after)
    outer = [region for region in document.regions if region.role in BLOCKS and region.start >= after]
    first = min((region.start for region in outer), default=None)
    if first is None:
        return after, len(document.text)
    return first, max(region.end for region in outer if region.start == first)
