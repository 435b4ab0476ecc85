"""DOC004: bytes that are no characters of the guide's encoding."""

from collections.abc import Iterable

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.issue import Issue, Severity
from clean_guides.rules.base import Example
from clean_guides.rules.documents.base import DocumentRule

_RUNS = compiled(r"[\udc80-\udcff]+")


class LoneBytes(DocumentRule):
    """Bytes that do not decode: they are kept as they are, and the rest of the guide is cleaned."""

    code = "DOC004"
    name = "undecodable-bytes"
    severity = Severity.WARNING
    summary = "Bytes that are no characters of the guide's encoding; they are kept as they are."
    rationale = (
        "A file cut off in the middle of a character, or pasted together from two encodings, shows the reader a box. "
        "The bytes stay, because only the author knows what was meant."
    )
    bad = (Example("带上护照\udce6\udc8a\n", language="zh-Hans"),)
    good = (Example("带上护照。\n", language="zh-Hans"),)

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield one issue for each run of bytes that did not decode."""
        if document.text.isascii():
            return
        for match in _RUNS.finditer(document.text):
            count = len(match.group())
            message = f"{count} byte{'s' * (count > 1)} here can't be read as {document.guide.encoding}."
            yield self.at(document.guide.name, *match.span(), match.group(), message, "kept byte for byte")
