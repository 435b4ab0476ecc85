"""From bytes to text and back: the same bytes always come out again."""

import codecs

from clean_guides.guide import ESCAPED

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("utf-8", "gb18030", "big5hkscs")


class UndecodableError(ValueError):
    """Bytes that are not text in any encoding we know."""


def decode(data: bytes) -> tuple[str, str, bytes]:
    """Return text, encoding and byte order mark of a file.

    Raises `UndecodableError` when the bytes are not text, or would not come out the same.
    """
    bom = b""
    encodings: tuple[str, ...] = _GUESSES
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            bom, encodings = mark, (encoding,)
            break
    body = data[len(bom) :]
    if not bom and b"\0" in body:
        raise UndecodableError("it holds NUL bytes, so it is not text")
    for encoding in encodings:
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.encode(encoding, ESCAPED) == body:
            return text, encoding, bom
    raise UndecodableError("its encoding could not be told; save it as UTF-8")
