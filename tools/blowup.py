"""Time inputs made to blow up a scanner at one size and at four times that size: a ratio far above 4 is a fault.

Usage: `python tools/blowup.py [SIZE]`, with SIZE in characters.
"""

import sys
import time

from clean_guides.cleaning.clean import clean
from clean_guides.guide import Guide
from clean_guides.knowledge import Knowledge
from clean_guides.rules import all_rules

PIECES = {
    "one line of words": "word ",
    "one line of Chinese": "办理注销手续，",
    "digits": "1",
    "digits and blanks": "1 ",
    "digits and hyphens": "12-",
    "plus signs": "+",
    "masks": "x",
    "digits and masks": "1x",
    "stars and digits": "*1",
    "handles": "@abcde ",
    "at signs": "@",
    "Telegram": "telegram: ",
    "links": "[a](https://t.me/b) ",
    "bare addresses": "https://example.org/?utm_source=a ",
    "open links": "[a](",
    "open brackets": "[",
    "open round brackets": "(",
    "wide brackets": "【",
    "wide brackets and stops": "【。",
    "quotes": "> ",
    "quote marks": "“",
    "emphasis": "*a",
    "underscores": "_",
    "backticks": "`a",
    "open tags": "<div>",
    "broken tags": "<a ",
    "entities": "&amp;",
    "comments": "<!-- ",
    "pictures": "![a](https://example.org/a.png)",
    "lists": "- a\n",
    "headings": "# a\n",
    "tables": "| a | b |\n",
    "footnotes": "[^a] ",
    "definitions": "[a]: https://t.me/b\n",
    "operators": "Vodafone、",
    "former names": "AMC, ",
    "countries": "Albania ",
    "hotlines": "hotline 12345 ",
    "zero width": "a\u200b",
    "combining": "e\u0301",
    "emoji": "💪",
    "letters apart": "t e l e g r a m ",
    "number words": "one two three ",
    "Chinese numerals": "一二三",
    "base64": "aGVsbG8g",
    "blank lines": "\n",
    "blanks": " ",
    "carriage returns": "\r",
    "colons": ":",
    "dots": "a.",
    "stops": "。",
    "query": "&a=b",
    "percent": "%20",
    "TeX": "$a",
    "front matter": "---\n",
    "numbers and codes": "call 123 code 45 ",
    "invitations": "invite code ABC123 ",
    "prices": "price 5 € TG @abcdef12 ",
    "discounts": "Get 20% off with CODE99AB at 5 € ",
    "quoted accounts": "Simon said “Vodafone, join TG @abcdef12” ",
    "accounts in brackets": "【TG💪+ @handle12】",
    "accounts of a messenger": "WhatsApp +49 151 23456789 ",
    "accounts to search for": "Telegram 搜索 ka_123456，",
    "labelled adverts": "广告： 加飞机 @kaka_123456。 说明。 ",
    "respelt addresses": "代办请联系 t·me/kaka_123456 ",
    "accounts line by line": "WhatsApp +49 151 23456789\n",
    "accounts in footnotes": "[^1]: 加微信 abc12345 办理\n",
    "accounts in pictures": "![（客服 @abcdef12）](https://example.org/a.png)\n",
    "operators and numbers": "Vodafone 12345, Telekom 22044; ",
    "operators misspelt": "T-Mobile D1 Vodaphone O2 ",
    "masked numbers": "+49 69 xxx xxxx ",
    "codes apart": "dial * 111 * 22 # or ",
    "prefixes": "prefix 099, ",
    "entries of a list": "- Movistar: 902810810\n",
    "links to one address": "[card 1](https://qvbnt.example/c) or [more](https://qvbnt.example/c)\n\n",
    "pages in a list": "* [Sims](https://facebook.com/demosims)\n* join us: [Sims](https://t.me/demosims_hu)\n",
    "rows with links": "| Sim {i} | text here | [shop](https://shop{i}.example/x) | good for {i} days |\n",
    "rows with codes": "| Sim {i} | AB{i}CD | 5 euro | good for {i} days |\n",
    "rows with operators": "| Vodafone Albania {i} | +355 69 20{i} | 111 | 24/7 |\n",
    "tables with codes": "\n| name | promo code |\n|---|---|\n| Sim {i} | AB{i}CD |\n\n",
    "tables in HTML": '<table><tr><td>Sim {i}</td><td>text</td><td><a href="https://s{i}.example/x">a</a></td></tr></table>\n\n',
    "lists in HTML": '<ul><li>Join <a href="https://t.me/demo{i}x">us</a></li></ul>\n\n',
    "details in HTML": "<details><summary>more {i}</summary>\n\nadd me on telegram @demo_sim{i}\n\n</details>\n\n",
    "pictures beside adverts": "加微信 kaka_demo77 代办\n\n![](https://i.imgur.com/Q9{i}cZ.png)\n\n",
    "pictures in links": "[![](https://i.imgur.com/a{i}.png)](https://shop.example/x)\n\n",
    "sections and chats": "## Community {i}\n\nJoin [us](https://discord.gg/abc{i})\n\n",
    "sections of contacts": "## Contact us {i}\n\ntelegram: @demo_sim{i}\n\n## Step {i}\n\nOpen the settings.\n\n",
    "references and definitions": "see [a{i}][r{i}]\n\n[r{i}]: https://bit.ly/ab{i}c\n\n",
    "commands and chats": "```\nnpm i x{i}\n```\n\njoin t.me/demo{i}abc\n\n",
}
"""What is repeated; `{i}` is a number that grows from piece to piece."""

HEAD = "| name | promo code | site | note |\n|---|---|---|---|\n"
"""What a table of rows begins with."""


def main() -> None:
    """Print one line for each input: seconds at both sizes, and their ratio."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    knowledge, rules = Knowledge(), all_rules()
    for name, piece in PIECES.items():
        for prefix in ("", "Albania 阿尔巴尼亚 Vodafone One Telegram @abc_def 加微信 "):
            took = []
            for length in (size, 4 * size):
                head = f"\n\n{HEAD}" if name.startswith("rows") else ""
                numbered = (piece.replace("{i}", str(1000 + i)) for i in range(length // len(piece)))
                text = prefix + head + "".join(numbered)
                begun = time.perf_counter()
                clean(Guide("a.md", text), rules, knowledge)
                took.append(time.perf_counter() - begun)
            mark = " <<<" if took[1] > 8 * took[0] and took[1] > 1 else ""
            print(
                f"{name + (' +' if prefix else ''):28} {took[0]:7.2f} {took[1]:7.2f} {took[1] / took[0]:5.1f}{mark}",
                flush=True,
            )


if __name__ == "__main__":
    main()
