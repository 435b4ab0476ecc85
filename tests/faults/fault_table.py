"""Every input that is not what it should be, and what becomes of it. The tests run it, docs/faults.md shows it."""

import gzip
import json
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ADVERT = "# 办卡\n\n带上护照。\n\n微信：kaka_demo8 代办\n"
CLEANED = "# 办卡\n\n带上护照。\n"


@dataclass(frozen=True)
class Fault:
    """One bad input: `make` puts it into a folder as `file`.

    `status` is the exit status of a run over it and one good guide, `said` a part of the message; empty for none.
    `becomes` is the file in the cleaned folder: `copied` byte for byte, `cleaned`, or `absent`.
    """

    name: str
    file: str
    make: Callable[[Path], object]
    status: int
    said: str
    becomes: str
    what: str


def write(name: str, data: bytes | str) -> Callable[[Path], object]:
    """Return a function that writes a file into a folder."""
    return lambda raw: (raw / name).write_bytes(data.encode() if isinstance(data, str) else data)


def _pipe(raw: Path) -> None:
    os.mkfifo(raw / "pipe.md")


def _socket(raw: Path) -> None:
    here = Path.cwd()
    os.chdir(raw)
    try:
        with socket.socket(socket.AF_UNIX) as door:
            door.bind("door.md")
    finally:
        os.chdir(here)


def _twins(raw: Path) -> None:
    (raw / "Guide.md").write_text(ADVERT, encoding="utf-8")
    (raw / "guide.md").write_text("Bring it.\n", encoding="utf-8")


def _odd_name(raw: Path) -> None:
    Path(os.fsdecode(os.fsencode(raw) + b"/\xff\xfe.md")).write_text(ADVERT, encoding="utf-8")


def _records(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _mixed_ends(raw: Path) -> None:
    (raw / "a.md").write_bytes("# 办卡\r\n\r\n带上护照。\n\n微信：kaka_demo8 代办\r\n".encode())


RECORD = {"id": 1, "text": ADVERT}
LINKS = "[a](https://example.org/) " * 20_000
FAULTS = [
    Fault("empty file", "a.md", write("a.md", b""), 0, "nothing to read", "copied", "copied, and named as empty"),
    Fault("binary file", "a.md", write("a.md", bytes(range(256)) * 9), 2, "NUL bytes", "copied", "copied, and named"),
    Fault("NUL bytes in a text", "a.md", write("a.md", b"# a\n\0b\n"), 2, "NUL bytes", "copied", "copied, and named"),
    Fault(
        "cut off inside a character", "a.md", write("a.md", (ADVERT + "尾").encode()[:-1]), 0, "can't be read as utf-8",
        "cleaned", "the bytes stay, the rest is cleaned",
    ),
    Fault(
        "an encoding nobody can tell", "a.md", write("a.md", bytes(range(128, 256)) * 3), 2,
        "save it as UTF-8", "copied", "copied, and named",
    ),
    Fault(
        "an encoding that is a guess", "a.md", write("a.md", "料金".encode("shift_jis")), 0, "which is a guess",
        "copied", "read, and the guess is named",
    ),
    Fault("mixed line ends", "a.md", _mixed_ends, 0, "", "cleaned", "cleaned; each kept line keeps its end"),
    Fault(
        "one line of half a megabyte", "a.md", write("a.md", "办理手续，" * 33_000 + "\n\n微信：kaka_demo8 代办\n"), 0,
        "", "cleaned", "cleaned like any other",
    ),
    Fault("10,000 nested quotes", "a.md", write("a.md", ">" * 10_000 + " a\n"), 0, "", "copied", "read like any other"),
    Fault("10,000 open brackets", "a.md", write("a.md", "【" * 10_000 + "a"), 0, "", "copied", "read like any other"),
    Fault("20,000 links", "a.md", write("a.md", LINKS), 0, "", "copied", "read like any other"),
    Fault("10,000 open elements", "a.html", write("a.html", "<div>" * 10_000 + "a"), 0, "", "copied", "read; what is "
          "deeper than 1,000 is read as text"),
    Fault("a million links", "a.md", write("a.md", "[a](https://example.org/) " * 1_000_000), 2, "max-size", "copied",
          "copied, and named"),
    Fault("one line of 200 MB", "a.md", write("a.md", b"a " * 100_000_000), 2, "max-size", "copied",
          "copied piece by piece, and named"),
    Fault("larger than max-size", "a.md", write("a.md", "a " * 2_100_000), 2, "max-size", "copied",
          "copied, and named"),
    Fault(
        "front matter that is no YAML", "a.md", write("a.md", f'---\ntitle: "a\ntags: [\n---\n\n{ADVERT}'), 0,
        "can't be read", "cleaned", "named with its line; the guide is cleaned",
    ),
    Fault(
        "front matter without an end", "a.md", write("a.md", f"---\ntitle: a\n\n{ADVERT}"), 0, "Nothing closes",
        "cleaned", "named; the guide is cleaned",
    ),
    Fault("a page called .md", "a.md", write("a.md", "<!doctype html><p>a</p><p hidden>t.me/kaka_demo8 cheap</p>"), 0,
          "", "cleaned", "read as the page that it is"),
    Fault(
        "two records with one id", "a.jsonl", write("a.jsonl", _records({**RECORD, "text": "Go.\n"}, RECORD)), 0,
        "second record", "copied", "the second is left as it is, and named",
    ),
    Fault(
        "a record without the text field", "a.jsonl", write("a.jsonl", _records({"id": 1}, RECORD)), 0,
        "no text in the field", "cleaned", "left as it is, and named with its line; the others are cleaned",
    ),
    Fault(
        "a line that is no JSON", "a.jsonl", write("a.jsonl", "{a\n" + _records(RECORD)), 0, "no JSON object",
        "cleaned", "left as it is, and named with its line; the others are cleaned",
    ),
    Fault(
        "a truncated gzip", "a.jsonl.gz", write("a.jsonl.gz", gzip.compress(_records(RECORD).encode())[:-9]), 2,
        "end-of-stream", "copied", "copied, and named",
    ),
    Fault("a Parquet file without a footer", "a.parquet", write("a.parquet", b"PAR1" + b"\0" * 90), 2,
          "no Parquet that can be read", "copied", "copied, and named"),
    Fault("a link", "a.md", lambda raw: (raw / "a.md").symlink_to("/etc/hostname"), 0, "a link", "absent",
          "not followed, and named"),
    Fault("a loop of links", "a", lambda raw: (raw / "a").symlink_to(raw), 0, "a link", "absent",
          "not followed, and named"),
    Fault("a pipe", "pipe.md", _pipe, 0, "neither a file nor a folder", "absent", "not opened, and named"),
    Fault("a socket", "door.md", _socket, 0, "neither a file nor a folder", "absent", "not opened, and named"),
    Fault("a name that is no UTF-8", os.fsdecode(b"\xff\xfe.md"), _odd_name, 0, "", "cleaned",
          "cleaned under its name, which reports show as `\\xff\\xfe.md`"),
    Fault("names that differ only by case", "Guide.md", _twins, 0, "only by case", "cleaned", "both done, and named"),
]  # fmt: skip
ENCODINGS = [
    ("utf-8", "带上护照。", b""),
    ("utf-8 with a mark", "带上护照。", b"\xef\xbb\xbf"),
    ("utf-16-le", "带上护照。", b"\xff\xfe"),
    ("utf-16-be", "带上护照。", b"\xfe\xff"),
    ("gb18030", "带上护照去营业厅，电话卡可以当场注销，不要忘记。", b""),
    ("big5hkscs", "帶上護照去門市，電話卡可以當場取消，不要忘記。", b""),
    ("shift_jis", "パスポートを持って店に行ってください。これだけです。", b""),
    ("euc_kr", "여권을 가지고 매장으로 가세요. 그게 전부입니다.", b""),
    ("cp1251", "Возьмите паспорт и идите в салон, это всё.", b""),
    (
        "cp1252",
        "Nehmen Sie den Ausweis mit, das genügt für die Kündigung in jedem Geschäft. Größe und Gebühr fallen weg.",
        b"",
    ),
]
