"""Guides that lost their line ends, or have them written otherwise, as happens to texts on their way into a corpus."""

from collections.abc import Iterable
from itertools import islice

from clean_guides.compiled import compiled
from clean_guides.knowledge.wording import joining, plain

_OTHERS = frozenset("\r\x85\u2028\u2029")
_AS_LINE_END = dict.fromkeys(map(ord, _OTHERS), "\n")
_SHORTEST = 60
_FEWEST = 2
_MOST_LINE_ENDS = 1
_BLANK = r"[ \t\u3000]"
_SENTENCE = r"\p{Lu}\p{Ll}* \p{Ll}"
_ACCOUNT = r"(?:[@/][\w\-]{4,32}|(?<![\w\-])(?=[\p{Latin}_＿\-]*[\d_＿])[\w\-]{5,32}|\]\([^()\s]{1,200}\))"
_MARKER = r"[\-*•·●▪]"
_NUMBERED = rf"\b(?i:{plain(joining('numbered'))})"
_EVIDENT = (
    (r"(?<![*#][\d* ]{1,20})", r"#{1,6} (?!\d+ ?[*#])\S"),
    ("", r"[一二三四五六七八九十]{1,3}、|={3,}|-{3,} "),
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
    r"""Return a text of one line with line ends where lines ended.

    They take the place of line ends of other systems, of the escape `\n` if it comes more than once, or of blanks where
    at least two lines ended evidently. Every other text is returned as it is. Nothing moves: what takes a place is as
    long as what was there.
    """
    bare = text.strip()
    if len(bare) < _SHORTEST or bare.count("\n") > _MOST_LINE_ENDS:
        return text
    if not _OTHERS.isdisjoint(bare):
        return text.translate(_AS_LINE_END)
    if bare.count("\\n") >= _FEWEST:
        return text.replace("\\n", "\r\n")
    evident = islice(_LOST.finditer(text), _FEWEST)
    return _ALL.sub("\n", text) if sum(1 for _ in evident) == _FEWEST else text
