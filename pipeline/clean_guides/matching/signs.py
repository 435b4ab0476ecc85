"""Signs that mean the same in every language: stops and tags, decoration and prices."""

import regex

from clean_guides.compiled import compiled
from clean_guides.knowledge.wording import bordered, joining, plain

DECORATION = compiled(r"[\p{So}🏻-🏿➕➜→⇒👉★☆▶◆●━═～‼❗]|\u20e3|[=~*]{3,}|—{4,}")
"""Emoji, arrows, stars and rules, which call for attention."""

_POINTER = r"[\p{So}►▶➤➥➣➲➡➜→⇒»›★☆👉☛☞▸▼⇓⬇↓]\ufe0f?"
POINTER = compiled(_POINTER)
"""A sign that points at what stands behind it, or calls for attention beside it."""

POINTERS = compiled(rf"(?:{_POINTER}[\s*_]*){{2,}}|>{{2,}}|<{{2,}}")
"""A run of such signs."""

_MONEY = bordered(joining("money"))
_DISCOUNT = bordered(joining("discount"))
_REDUCED = rf"[-−–]\d{{1,2}}\s?%|\d\s?折|\d\s?%\s?(?:{_DISCOUNT})|(?<![\w=&/%?:,.\-])%\d{{1,2}}(?![\w%])"
_BEFORE = rf"(?<=(?<![\p{{L}}\d])(?:{plain(joining('currency'))})[ \u00a0]?\d)"
_RATE = rf"\s?/\s?(?:{bordered(joining('rate'))})"
_THOUSANDS = r"(?<![48]|4\d|8\d)[kк](?![\p{L}\d])"
PRICE = compiled(
    rf"[$€£¥₱₽฿₫₩₹₺₴]\s?\d|\d(?:\s?(?:{_MONEY})|{_BEFORE}|{_RATE}|{_THOUSANDS})|{_REDUCED}", regex.IGNORECASE
)
"""A sum of money or a discount."""

REDUCED = compiled(_REDUCED, regex.IGNORECASE)
"""A discount."""

STOPS = ".。！!？?;；؟۔।"
"""Signs that end a sentence."""

TAGS = compiled(r"(?:<[^<>\n]*>\s*)+")
"""Tags of HTML, one behind the other."""

GAPS = compiled(r"<br\b[^<>]*>|&(?:nbsp|ensp|emsp|thinsp|zwn?j|#(?:160|8203));")
"""Line ends and spaces of HTML."""

BLANKS = r" \u00a0\u2007\u2009\u202f"
"""Spaces within a line that part the digits of a number, for a class of a pattern."""

HYPHENS = r"\-\u2010-\u2013"
"""Hyphens and the short dash, which part them too."""
