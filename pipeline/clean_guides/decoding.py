"""From bytes to text and back: the same bytes always come out again."""

import codecs
import re

from clean_guides.guide import ESCAPED

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("shift_jis", "euc_kr", "gb18030", "big5hkscs", "cp1251", "cp1252")
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w\-]{3,20})|^<\?xml[^>]{0,100}?encoding=[\"']([\w\-]{3,20})",
    re.IGNORECASE,
)
_KANA = re.compile("[\u3041-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_HAN = re.compile("[\u4e00-\u9fff]")
_COMMON_HAN = re.compile("[的是不在有人这這为為了和一中国國要可以号號卡手机機电電用]")
_CYRILLIC = re.compile("[а-яё]")
_LATIN = re.compile("[a-zà-ÿ]")
_LONE = re.compile("[\udc80-\udcff]")
_LONG = re.compile("[\u0800-\ud7ff\ue000-\U0010ffff]")
_FEW = 5
_ODD = re.compile("[\uff61-\uff9f\ue000-\uf8ff\x80-\x9f]")


class UndecodableError(ValueError):
    """Bytes that are not text in any encoding we know."""


def decode(data: bytes) -> tuple[str, str, bytes]:
    """Return text, encoding and byte order mark of a file.

    A mark, UTF-8 and what the file declares are believed; else the encoding is the one whose text looks most like one
    language. Raises `UndecodableError` when the bytes are not text, or would not come out the same.
    """
    bom = b""
    certain: tuple[str, ...] = ("utf-8",)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            bom, certain = mark, (encoding,)
            break
    body = data[len(bom) :]
    if not bom and b"\0" in body:
        raise UndecodableError("it holds NUL bytes, so it is not text")
    if not bom and (declared := _DECLARED.search(body[:2048])):
        certain += ((declared[1] or declared[2]).decode("ascii"),)
    for encoding in certain:
        if (text := _decoded(body, encoding)) is not None:
            return text, codecs.lookup(encoding).name, bom
    if not bom and (text := _mostly_utf8(body)) is not None:
        return text, "utf-8", bom
    texts = {} if bom else {name: text for name in _GUESSES if (text := _decoded(body, name)) is not None}
    best = max(texts, key=lambda name: _likeness(name, texts[name]), default="")
    if not best or _likeness(best, texts[best]) <= 0:
        raise UndecodableError("its encoding could not be told; save it as UTF-8")
    return texts[best], best, bom


def _decoded(body: bytes, encoding: str) -> str | None:
    """Return the text of some bytes, or None where they are not in this encoding or would not come out the same."""
    try:
        text = body.decode(encoding)
        return text if text.encode(encoding, ESCAPED) == body else None
    except (UnicodeError, LookupError):
        return None


def _mostly_utf8(body: bytes) -> str | None:
    """Return text in UTF-8 with a few bytes that do not decode, escaped; None where they are not few."""
    text = body.decode("utf-8", ESCAPED)
    lone = len(_LONE.findall(text))
    # Three bytes in a row that happen to be UTF-8 are rare in any other encoding.
    certain = len(_LONG.findall(text))
    whole = sum(not c.isascii() for c in text) - lone
    return text if lone * _FEW <= whole or lone * 2 <= certain else None


def _likeness(encoding: str, text: str) -> float:
    """Return how much a text looks like one in the language its encoding is made for; 0 and less is not at all."""
    foreign = [character for character in text if not character.isascii()]
    if not foreign:
        return 1.0
    sample = "".join(foreign)
    share = len(foreign)
    odd = len(_ODD.findall(sample)) * 4
    if encoding == "shift_jis":
        good = len(_KANA.findall(sample)) * 2.0
    elif encoding == "euc_kr":
        good = len(_HANGUL.findall(sample)) * 1.2
    elif encoding in ("gb18030", "big5hkscs"):
        good = len(_COMMON_HAN.findall(sample)) * 4.0 + len(_HAN.findall(sample)) * 0.2
    elif encoding == "cp1251":
        good = len(_CYRILLIC.findall(sample)) * 1.1
    else:
        good = len(_LATIN.findall(sample)) * 0.9 if share < len(text) / 4 else 0.0
    return (good - odd) / share
