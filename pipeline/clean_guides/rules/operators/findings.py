"""All faults of names in a guide, at most one for each place."""

from functools import lru_cache

from msgspec.structs import replace

from clean_guides.document import Document
from clean_guides.matching.operators import operator_mentions
from clean_guides.matching.view import fold
from clean_guides.ranges import Taken
from clean_guides.rules.operators.acronyms import acronyms
from clean_guides.rules.operators.finding import Finding
from clean_guides.rules.operators.lists import miscounted
from clean_guides.rules.operators.misspelt import misspelt
from clean_guides.rules.operators.names import duplicates, named

_HAN = frozenset({"CN", "TW"})


@lru_cache(maxsize=4)
def findings(document: Document) -> tuple[Finding, ...]:
    """Return at most one finding for each place, in order."""
    mentions = operator_mentions(document)
    taken = Taken()
    faults = (
        *acronyms(document),
        *named(document, mentions),
        *misspelt(document, mentions),
        *duplicates(document, mentions),
        *miscounted(document),
    )
    found = [_in_script(document, finding) for finding in faults if taken.add(finding.start, finding.end)]
    return tuple(sorted(found, key=lambda finding: finding.start))


def _in_script(document: Document, finding: Finding) -> Finding:
    """Return a finding whose suggestion is in the script that the text uses, where the operator has such a name."""
    written = "".join(c for c in document.text[finding.start : finding.end] if "\u4e00" <= c <= "\u9fff")
    if finding.canonical is None or not written or not finding.canonical.isascii() or finding.country not in _HAN:
        return finding
    operators = document.knowledge.operators.in_country(finding.country)
    names = next((operator.names for operator in operators if operator.name == finding.canonical), ())
    same = [name for name in names if all("\u4e00" <= c <= "\u9fff" for c in name)]
    traditional = fold(written) != written
    alike = [name for name in same if (fold(name) != name) is traditional] or same
    return replace(finding, canonical=alike[0]) if alike else finding
