"""Guides whose line ends were turned into blanks, as happens to texts on their way into a corpus."""

from collections.abc import Iterable
from itertools import islice

from clean_guides.compiled import compiled
from clean_guides.knowledge.wording import joining, plain

_SHORTEST = 60
_FEWEST = 2
_MOST_LINE_ENDS = 1
_BLANK = r"[ \t\u3000]"
_SENTENCE = r"\p{Lu}\p{Ll}* \p{Ll}"
_ACCOUNT = r"(?:[@/][\w\-]{4,32}|(?<![\w\-])(?=[\p{Latin}_＿\-]*[\d_＿])[\w\-]{5,32}|\]\([^()\s]{1,200}\))"
_MARKER = r"[\-*•·●▪]"
_NUMBERED = rf"\b(?i:{plain(joining('numbered'))})"
_EVIDENT = (
    ("", r"#{1,6} \S|[一二三四五六七八九十]{1,3}、|={3,}|-{3,} "),
    (rf"(?<!{_NUMBERED}{_BLANK}*)", r"\d{1,2}(?:[.)] |[、．）] ?|\.(?=\p{Han}))\S"),
    (r"[\w.!?。！？；”」）】]", rf"{_MARKER} [*_]{{0,2}}\p{{Han}}"),
    (r"[。！？；…”」）】]", ""),
    (r"\p{Han}{4}", r"[“「《]?\p{Han}{4}"),
    (r"\|", r"\|"),
)
"""What stands before and behind a line end: headings, items, Chinese sentences, rows of a table."""

_LIKELY = (
    (r"\S", r"【|(?![©®™℃])\p{So}"),
    (r"\p{Han}{2}", r"[\p{Han}\p{Latin}] ?[\p{Han}\p{Latin}]{0,9}[：:]|\p{Han}{0,3}\["),
    (_ACCOUNT, rf"\p{{Han}}{{6}}|\p{{Han}}{{2,9}}[：:]|{_SENTENCE}"),
    (r"[\w.!?]", rf"{_MARKER} {_SENTENCE}"),
    (r"[.!?]", r"\p{Lu}[\p{Latin} ]{2,16}: "),
)
"""The same where it is known that line ends were lost: boxes, labels, words behind an account."""


def _between(ends: Iterable[tuple[str, str]]) -> str:
    places = "|".join(rf"(?<={before}{_BLANK}+)(?={behind})" for before, behind in ends)
    return rf"{_BLANK}(?=\S)(?:{places})"


_LOST = compiled(_between(_EVIDENT))
_ALL = compiled(_between((*_EVIDENT, *_LIKELY)))


def unfolded(text: str) -> str:
    """Return a text of one line with line ends in place of blanks where lines ended, at least two of them evidently.

    Every other text is returned as it is. Nothing moves: each line end stands for one blank.
    """
    bare = text.strip()
    if len(bare) < _SHORTEST or bare.count("\n") > _MOST_LINE_ENDS:
        return text
    evident = islice(_LOST.finditer(text), _FEWEST)
    return _ALL.sub("\n", text) if sum(1 for _ in evident) == _FEWEST else text
