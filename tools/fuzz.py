"""Throw broken guides at the cleaner: `fuzz.py SECONDS [SEED]`. Prints how many held, and the first that did not.

Each input is a guide of raw/ that was cut, spliced, repeated, sprinkled with signs, or turned into bytes that do not
decode. For each: nothing raises, cleaning a cleaned guide changes nothing, and the ledger leads back to the bytes.
"""

import random
import sys
import time
import traceback
from pathlib import Path

from clean_guides.cleaning.clean import clean
from clean_guides.cleaning.restore import restored
from clean_guides.decoding import UndecodableError, decode
from clean_guides.guide import Format, Guide
from clean_guides.knowledge import Knowledge
from clean_guides.rules import all_rules

RAW = Path(__file__).parent.parent / "raw"
SIGNS = (
    *("[", "](", "![", "`", "```\n", "<div", "</div>", "<!--", "-->", "|", "\n\n", "# ", "> ", "- ", "【", "】", "（"),
    *("@kaka_demo", "https://t.me/kaka_demo9", "微信：", "\u200b", "\u202e", "\ud800", "&#64;", "[^1]", "[^1]: "),
    *("+355 69 123 4567", "*123#", "AMC", "$", "\\", "\r", "\x00", '<a href="', '">', "</a>", "🔥", "&amp;", "---\n"),
    *("10086/10010", "）", '<div class="ad">\n', "</div>\n", "<p>", "</p>\n", "<br>", "---\n", "=====\n"),
    *('<meta name="description" content="TG @kaka_demo">\n', '<p title="TG: @kaka_demo">', "<details>\n<summary>"),
    *("</summary>", '" title="'),
    *("</details>\n", "（附商家微信）", "[https://t.9mk.run/x](https://t.9mk.run/x)", "—————— 推荐 ——————\n", "**"),
    *("Message us on Telegram @kaka_demo, we do it for $10.\n", "没时间的老板加飞机：@kaka_demo9，代办秒到。\n"),
)


def broken(chosen: random.Random, pieces: list[str]) -> str:
    """Return a guide with a few things wrong."""
    text = chosen.choice(pieces)
    for _ in range(chosen.randint(1, 12)):
        at = chosen.randint(0, len(text))
        match chosen.randint(0, 4):
            case 0:
                text = text[:at] + chosen.choice(SIGNS) + text[at:]
            case 1:
                text = text[:at] + text[at + chosen.randint(1, 40) :]
            case 2:
                other = chosen.choice(pieces)
                start = chosen.randint(0, len(other))
                text = text[:at] + other[start : start + chosen.randint(1, 200)] + text[at:]
            case 3:
                text = text[:at] + chosen.choice(SIGNS) * chosen.randint(2, 60) + text[at:]
            case _:
                text = text[at:] + text[:at]
    return text[:6000]


def check(data: bytes, form: Format, knowledge: Knowledge) -> None:
    """Raise where one of the promises does not hold for some bytes."""
    try:
        text, encoding, bom = decode(data)
    except UndecodableError:
        return
    guide = Guide("fuzz.md", text, form, encoding, bom)
    outcome = clean(guide, all_rules(), knowledge)
    if outcome.ledger is not None and restored(guide.encode(outcome.cleaned), outcome.ledger) != data:
        raise AssertionError("the ledger does not lead back")
    again = clean(Guide("fuzz.md", outcome.cleaned, form, encoding, bom), all_rules(), knowledge)
    if again.cleaned != outcome.cleaned:
        raise AssertionError("cleaning again changes more")


def main() -> None:
    """Run until the time is up, or something does not hold."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    chosen = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    knowledge = Knowledge()
    pieces = [path.read_bytes().decode("utf-8", "ignore") for path in sorted(RAW.rglob("*.*")) if path.suffix != ".png"]
    end = time.monotonic() + seconds
    count = failed = 0
    slowest = 0.0
    while time.monotonic() < end:
        data = broken(chosen, pieces).encode("utf-8", "surrogatepass" if chosen.random() < 0.1 else "replace")
        form = chosen.choice(list(Format))
        start = time.monotonic()
        try:
            check(data, form, knowledge)
        except Exception:
            failed += 1
            if failed <= 3:
                traceback.print_exc()
                Path(f"fuzz-{failed}.{form.value}").write_bytes(data)
        count += 1
        slowest = max(slowest, time.monotonic() - start)
    sys.stdout.write(f"{count} inputs, {failed} did not hold, the slowest took {slowest:.2f} s\n")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
