"""DOC003: a directive that ignores nothing."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.documents.base import DocumentRule


class UnusedIgnore(DocumentRule):
    """A comment that switches a rule off where the rule finds nothing."""

    code = "DOC003"
    name = "unused-ignore"
    severity = Severity.WARNING
    summary = "A comment that switches a rule off where it finds nothing."
    rationale = "What ignores nothing today hides something tomorrow. Take it out once its reason is gone."
    bad = (Example("<!-- clean-guides: ignore[PRO] our own shop -->\nBring your passport.\n"),)
    good = (
        Example(
            "<!-- clean-guides: ignore[PRO] our own shop -->\nNo patience? Order from us: [chat](https://t.me/kaka_demo)\n"
        ),
    )
