"""OPR004: an acronym that is spelt out wrongly."""

from clean_guides.rules.base import Example
from clean_guides.rules.operators.base import OperatorRule


class AcronymMismatch(OperatorRule):
    """An acronym that is said to stand for something it does not stand for."""

    code = "OPR004"
    name = "acronym-mismatch"
    finding = "acronym-mismatch"
    summary = "An operator's acronym, spelt out wrongly."
    rationale = (
        "An invented expansion shows that the author did not look; other facts of the guide may be invented too."
    )
    bad = (Example("# SIM cards in Thailand\n\nAIS (Asia Internet Service) has the widest network.\n"),)
    good = (Example("# SIM cards in Thailand\n\nAIS (Advanced Info Service) has the widest network.\n"),)
