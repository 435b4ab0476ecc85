"""Write docs/rules/ from the rules themselves: one page each, and an index."""

from pathlib import Path

from clean_guides.reports.rule_page import rule_page
from clean_guides.rules import all_rules

TARGET = Path(__file__).parent.parent / "docs" / "rules"


def pages() -> dict[str, str]:
    """Return the text of each page by its file name."""
    found = {f"{rule.code}.md": rule_page(rule) + "\n" for rule in all_rules()}
    rows = [f"| [{r.code}]({r.code}.md) | {r.name} | {r.severity.value} | {r.summary} |" for r in all_rules()]
    found["index.md"] = "\n".join(
        ["# Rules", "", "| code | name | severity | what |", "| --- | --- | --- | --- |", *rows, ""]
    )
    return found


def main() -> None:
    """Write the pages and take away those of rules that are gone."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in TARGET.glob("*.md"):
        old.unlink()
    for name, text in pages().items():
        (TARGET / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
