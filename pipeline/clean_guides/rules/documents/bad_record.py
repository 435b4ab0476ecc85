"""DOC005: a record that could not be cleaned."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.documents.base import DocumentRule


class BadRecord(DocumentRule):
    """A line that is no record, a record without a text, or a second record of the same name."""

    code = "DOC005"
    name = "bad-record"
    severity = Severity.WARNING
    summary = "A record without a text, or that can't be read; it is carried through as it is."
    rationale = (
        "A record that was not read was not checked. It stays in its place, byte for byte, and is named here with what "
        "is wrong: the field of the text has another name, the line is cut off, or its id comes twice."
    )
    bad = ()
    good = (Example('{"id": 1, "text": "Bring your passport."}\n'),)
