"""The lines of a document with the verdicts on each, on which what adverts take up is settled."""

from collections.abc import Sequence

import msgspec

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.knowledge.literal import SOLICITING, Kind
from clean_guides.knowledge.wording import joining, plain
from clean_guides.rules.promotion.marks import Marks
from clean_guides.rules.promotion.units import Line
from clean_guides.rules.promotion.verdict import Verdict

SHORT = 60
"""How many code points a line has that says little."""

SECTION = 1600
"""How many code points a section or an element has that may go as an advert."""

_FRAME = compiled(rf"[^\w\s]{{3,}}(?:\s*(?:{plain(joining('divider'))}))?(?:\s*[^\w\s])*")
_RULES = frozenset(("---", "***", "___"))
_CLOSING = compiled(r"\s*(?:</[^<>\n]*>\s*)+")
_PICTURE = compiled(r"!\[[^\]\n]*\]\([^)\n]*\)|<[^<>\n]*>|[\s*_>\-|]")


class Layout(msgspec.Struct):
    """The lines of a document, the verdicts on each, which of them go as a whole, and which hold a contact."""

    document: Document
    lines: Sequence[Line]
    marks: Marks
    verdicts: list[list[Verdict]]
    whole: list[bool]
    reaching: frozenset[int]

    def text(self, index: int) -> str:
        """Return a line without its marker."""
        return self.document.text[self.lines[index].inner : self.lines[index].end]

    def is_empty(self, index: int) -> bool:
        """Say whether a line holds nothing but pictures, tags and signs."""
        text = self.text(index)
        return not any(map(str.isalnum, _PICTURE.sub("", text) if "<" in text or "![" in text else text))

    def words(self, index: int) -> str:
        """Return a line without pictures, tags and signs of layout."""
        return _PICTURE.sub("", self.text(index))

    def is_frame(self, index: int) -> bool:
        """Say whether a line is a row of signs, and no rule as Markdown writes it."""
        text = self.text(index).strip()
        return not text[:1].isalnum() and text not in _RULES and _FRAME.fullmatch(text) is not None

    def closes(self, index: int) -> bool:
        """Say whether a line holds nothing but the ends of elements that began elsewhere."""
        return _CLOSING.fullmatch(self.document.text, self.lines[index].start, self.lines[index].end) is not None

    def gap(self, index: int) -> str:
        """Return what stands between a line and the one before it."""
        return self.document.text[self.lines[index - 1].end : self.lines[index].start] if index else "\n"

    def cues(self, index: int) -> int:
        """Return how many calls and seller's words a line has."""
        line = self.lines[index]
        return sum(self.marks.count(kind, line.inner, line.end) for kind in SOLICITING)

    def solicits(self, index: int) -> bool:
        """Say whether a line has calls or seller's words that are no step of any guide."""
        line = self.lines[index]
        steps = self.marks.words_in(Kind.STEP, line.inner, line.end)
        return any(word not in steps for kind in SOLICITING for word in self.marks.words_in(kind, line.inner, line.end))

    def take(self, index: int, owner: Verdict) -> None:
        """Let a line go with the advert of another one."""
        line = self.lines[index]
        span = (line.start, line.end)
        why = ("part of the advert beside it",)
        self.verdicts[index] = [Verdict(owner.kind, *span, (span,), owner.score, why, owner.targets)]
        self.whole[index] = True
