"""OPR005: one company under two names in one list."""

from clean_guides.issue import Severity
from clean_guides.rules.base import Example
from clean_guides.rules.operators.base import OperatorRule


class DuplicateName(OperatorRule):
    """Two names in a list, as if of two companies, that are one."""

    code = "OPR005"
    name = "duplicate-name"
    severity = Severity.WARNING
    finding = "duplicate"
    summary = "Two names in one list that stand for the same company."
    rationale = (
        "A list of rivals that names one company twice tells the reader there is a choice where there is none. A "
        "former name in such a list is reported as a stale one, with its twin among the evidence."
    )
    bad = (Example("Turkey has Turkcell, Vodafone Türkiye and Vodafone.\n"),)
    good = (Example("Turkey has Turkcell, Vodafone Türkiye and Türk Telekom.\n"),)
