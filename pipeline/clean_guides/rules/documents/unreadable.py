"""DOC001: a file that could not be read or understood."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.documents.base import DocumentRule


class Unreadable(DocumentRule):
    """A file that is copied through untouched, because its bytes are no text we can tell."""

    code = "DOC001"
    name = "unreadable"
    severity = Severity.ERROR
    summary = "A file that could not be read, or whose bytes are no text; it is copied through untouched."
    rationale = (
        "A guide that was not read was not checked. A run that says nothing about it would be green for the wrong "
        "reason, so each such file is named with what is wrong and what helps."
    )
    bad = ()
    good = (Example("# A guide in UTF-8\n"),)
