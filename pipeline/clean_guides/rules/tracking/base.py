"""What the rules about pictures share: each picks its kind from the one judgement."""

from collections.abc import Iterable
from typing import ClassVar

from clean_guides.document import Document
from clean_guides.issue import NO_DETAILS, Category, Issue, Severity
from clean_guides.rules.base import Rule
from clean_guides.rules.tracking.pictures import bad_pictures


class PictureRule(Rule):
    """A rule that removes the pictures of one kind."""

    category = Category.TRACKING
    severity = Severity.ERROR
    kind: ClassVar[str]
    message: ClassVar[str]

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield one issue for each picture of this rule's kind."""
        for picture in bad_pictures(document):
            if picture.kind == self.kind:
                yield self.issue(
                    document,
                    picture.start,
                    picture.end,
                    self.message,
                    evidence=picture.evidence,
                    details={"targets": list(picture.targets)} if picture.targets else NO_DETAILS,
                    edits=None if picture.doubted else [(picture.start, picture.end)],
                )
