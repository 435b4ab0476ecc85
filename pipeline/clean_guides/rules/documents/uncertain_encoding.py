"""DOC007: an encoding that could only be guessed."""

from collections.abc import Iterable

from clean_guides.document import Document
from clean_guides.issue import Issue, Severity
from clean_guides.rules.base import Example
from clean_guides.rules.documents.base import DocumentRule


class UncertainEncoding(DocumentRule):
    """A file that is no UTF-8, says nothing of its encoding, and reads nearly as well in another one."""

    code = "DOC007"
    name = "uncertain-encoding"
    severity = Severity.WARNING
    summary = "The encoding of the file is a guess that another one comes close to."
    rationale = (
        "The bytes come out as they went in, whatever the guess. But in the wrong encoding no rule can read the words, "
        "so that the guide may only look clean. Save it as UTF-8."
    )
    bad = ()
    good = (Example("带上护照。\n", language="zh-Hans"),)

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield an issue for the whole guide."""
        guide = document.guide
        if guide.doubt:
            message = f"Read as {guide.encoding}, which is a guess; save the file as UTF-8."
            yield self.at(guide.name, 0, 0, "", message, f"the next best guess is {guide.doubt}")
