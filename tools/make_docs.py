"""Write the pages of docs/ that are made from the program: rules, settings, operators, directory."""

from collections import Counter
from pathlib import Path

import msgspec

from clean_guides.knowledge.operators import NameKind, load_operators
from clean_guides.knowledge.packs import read_rows
from clean_guides.reports.rule_page import rule_page
from clean_guides.rules import all_rules
from clean_guides.settings import ABOUT, Settings

TARGET = Path(__file__).parent.parent / "docs"


def pages() -> dict[str, str]:
    """Return the text of each page by its path below docs/."""
    found = {f"rules/{rule.code}.md": rule_page(rule) + "\n" for rule in all_rules()}
    rows = [f"| [{r.code}]({r.code}.md) | {r.name} | {r.severity.value} | {r.summary} |" for r in all_rules()]
    head = ["# Rules", "", "| code | name | severity | what |", "| --- | --- | --- | --- |"]
    found["rules/index.md"] = "\n".join([*head, *rows, ""])
    found["settings.md"] = settings_page()
    found["operators.md"] = operators_page()
    return found


def settings_page() -> str:
    """Return the page of all settings."""
    lines = [
        "# Settings",
        "",
        "Settings stand in `clean-guides.toml`, or under `[tool.clean-guides]` in `pyproject.toml`, in the folder",
        "where the run starts or above it. Most have an option of the same name. `clean-guides config --show` tells",
        "what is in force and where it comes from.",
        "",
        "| setting | default | what |",
        "| --- | --- | --- |",
    ]
    defaults = Settings()
    for field in msgspec.structs.fields(Settings):
        value = msgspec.json.encode(getattr(defaults, field.name)).decode()
        lines.append(f"| `{field.encode_name}` | `{value}` | {ABOUT[field.encode_name]} |")
    return "\n".join([*lines, ""])


def operators_page() -> str:
    """Return the page that counts what the packs of operators and numbers hold."""
    pack = load_operators()
    operators = pack.operators
    former = {(n.country, n.text) for names in pack.names.values() for n in names if n.kind is NameKind.FORMER}
    chinese = {text for text in pack.names if any("\u4e00" <= c <= "\u9fff" for c in text)}
    local = {text for text in pack.names if not text.isascii()} - chinese
    directory = read_rows("directory.csv")
    counts = [
        ("operators of today", len(operators)),
        ("countries and territories", len({operator.country for operator in operators})),
        ("names looked for", len(pack.names)),
        ("former names", len(former)),
        ("names in Chinese", len(chinese)),
        ("names in other scripts than Latin, or with accents", len(local)),
        ("operators with a domain", sum(bool(operator.domains) for operator in operators)),
        ("published numbers in the directory", len(directory)),
        ("of them with a page that says so", sum(bool(row["source"]) for row in directory)),
    ]
    confidence = Counter(operator.confidence for operator in operators)
    rows = [f"| {what} | {count} |" for what, count in counts]
    rows += [f"| operators with {level} confidence | {count} |" for level, count in sorted(confidence.items())]
    head = [
        "# Operators",
        "",
        "`clean-guides operators [COUNTRY]` prints the rows with their sources. Rows of your own go into a CSV file",
        "that the setting `operators` names; they come before the packaged ones.",
        "",
        "| the packs hold | |",
        "| --- | ---: |",
    ]
    return "\n".join([*head, *rows, ""])


def main() -> None:
    """Write the pages and take away those of rules that are gone."""
    (TARGET / "rules").mkdir(parents=True, exist_ok=True)
    for old in (TARGET / "rules").glob("*.md"):
        old.unlink()
    for name, text in pages().items():
        (TARGET / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
