"""From bytes to text and back: the same bytes always come out again."""

import codecs
import re

from clean_guides.compiled import compiled
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
_KANA = compiled("[\u3041-\u30ff]")
_HANGUL = compiled("[\uac00-\ud7af]")
_HAN = compiled("[\u4e00-\u9fff]")
_COMMON_HAN = compiled("[的是不在有人这這为為了和一中国國要可以号號卡手机機电電用]")
_CYRILLIC = compiled("[а-яё]")
_LATIN = compiled("[a-zà-ÿ]")
_LONE = compiled("[\udc80-\udcff]")
_LONG = compiled("[\u0800-\ud7ff\ue000-\U0010ffff]")
_FEW = 5
_SURE = 0.5
_CLOSE = 0.7
_AMONG_LATIN = compiled("[a-z][а-яА-ЯёЁ]|[а-яА-ЯёЁ][a-z]")
_ODD = compiled("[\uff61-\uff9f\ue000-\uf8ff\x80-\x9f]")


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
    ranked = [] if bom else _ranked(body)
    if not ranked or ranked[0][0] <= 0:
        raise UndecodableError("its encoding could not be told; save it as UTF-8")
    _, best, text = ranked[0]
    return text, best, bom


def doubt(data: bytes, encoding: str) -> str:
    """Return what else the encoding of a file may be, where `decode` could only guess it; nothing where it is sure."""
    declared = _DECLARED.search(data[:2048])
    if encoding not in _GUESSES or (declared and (declared[1] or declared[2]).decode("ascii").lower() == encoding):
        return ""
    (best, _, _), *others = _ranked(data)
    second, other = (others[0][0], others[0][1]) if others else (0.0, "")
    if best < _SURE or second > _CLOSE * best:
        return other if second > 0 else "none of those known"
    return ""


def _ranked(body: bytes) -> list[tuple[float, str, str]]:
    """Return likeness, encoding and text for each encoding that the bytes decode in, the likeliest first."""
    texts = {name: text for name in _GUESSES if (text := _decoded(body, name)) is not None}
    found = [(_likeness(name, text), name, text) for name, text in texts.items()]
    return sorted(found, key=lambda guess: (-guess[0], _GUESSES.index(guess[1])))


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
        good = len(_CYRILLIC.findall(sample)) * 1.1 - len(_AMONG_LATIN.findall(text)) * 2.0
    else:
        good = len(_LATIN.findall(sample)) * 0.9 if share < len(text) / 4 else 0.0
    return (good - odd) / share
