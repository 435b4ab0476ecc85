"""The first noun: a guide, one document with all that is needed to write it back byte for byte."""

from enum import StrEnum

import msgspec

ESCAPED = "surrogateescape"
"""How bytes that do not decode survive: as lone surrogates, turned back into the same bytes on the way out."""


class Format(StrEnum):
    """What a guide is written in."""

    MARKDOWN = "markdown"
    HTML = "html"
    PLAIN = "plain"
    RST = "rst"
    ASCIIDOC = "asciidoc"


class Guide(msgspec.Struct, frozen=True):
    """One document.

    `name` is the path below the input folder with `/`, or `shard.jsonl#<id>` for a record. `text` is the decoded text
    without its byte order mark; every offset in the program counts code points of it. `bom` and `encoding` say how it
    was stored. `pictures` are the fingerprints of pictures that lie beside it, by their address in the text;
    `doubt` is what else the encoding may be, where it could only be guessed.
    """

    name: str
    text: str
    format: Format = Format.MARKDOWN
    encoding: str = "utf-8"
    bom: bytes = b""
    pictures: tuple[tuple[str, str], ...] = ()
    doubt: str = ""

    def encode(self, text: str) -> bytes:
        """Return `text` as the bytes this guide would be stored as."""
        return self.bom + text.encode(self.encoding, ESCAPED)

    @property
    def newline(self) -> str:
        """Return the line ends in use: `lf`, `crlf`, `cr`, `mixed` or `none`."""
        crlf = self.text.count("\r\n")
        found = {
            "crlf": crlf,
            "lf": self.text.count("\n") - crlf,
            "cr": self.text.count("\r") - crlf,
        }
        kinds = [kind for kind, count in found.items() if count]
        return kinds[0] if len(kinds) == 1 else "mixed" if kinds else "none"
