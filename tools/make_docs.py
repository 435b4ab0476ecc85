"""Write the pages of docs/ that are made from the program: rules, settings, operators, directory."""

import sys
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
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
    found["faults.md"] = faults_page()
    return found


def faults_page() -> str:
    """Return the page of bad inputs, made from the table that the tests run."""
    spec = spec_from_file_location("fault_table", TARGET.parent / "tests" / "faults" / "fault_table.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("tests/faults/fault_table.py")
    table = module_from_spec(spec)
    sys.modules["fault_table"] = table
    spec.loader.exec_module(table)
    lines = [
        "# When something is wrong with a file",
        "",
        "Each row is a test: a run over this input and one good guide. The good guide is cleaned in every one of them,",
        "the message names the file, and `clean-guides restore` gives the raw bytes back.",
        "",
        "| input | what happens | message says | exit status | test |",
        "| --- | --- | --- | --- | --- |",
    ]
    for fault in table.FAULTS:
        said = f"`{fault.said}`" if fault.said else ""
        test = f"`test_a_fault_is_said_and_loses_nothing[{fault.name}]`"
        lines.append(f"| {fault.name} | {fault.what} | {said} | {fault.status} | {test} |")
    rows = [
        ("no guide at all", "nothing is written", "2", "test_no_input_is_no_green_run"),
        ("a file that may not be read", "named", "2", "test_a_file_that_can_not_be_read_or_went_away"),
        ("a file that vanishes before it is read", "named", "2", "test_a_file_that_can_not_be_read_or_went_away"),
        ("a folder that can't be written", "named", "2", "test_a_folder_that_can_not_be_written"),
        ("a full disk", "named; no half file", "2", "test_a_full_disk_leaves_no_half_file"),
        ("Ctrl-C, SIGTERM, SIGKILL", "no half file; the same run again ends like an undisturbed one", "",
         "test_an_interrupted_run_ends_like_an_undisturbed_one_when_repeated"),
        ("cleaned files that were edited, a ledger that points outside", "`restore` refuses", "1",
         "test_restore_refuses_what_was_edited_and_what_lies_outside"),
        ("a guide that takes too long", "copied, and named", "2", "test_a_guide_over_a_limit_is_copied_and_named"),
        ("a record that is too large or takes too long", "left as it is, and named", "",
         "test_a_record_over_a_limit_is_left_and_named"),
    ]  # fmt: skip
    lines += [f"| {name} | {what} | | {status} | `{test}` |" for name, what, status, test in rows]
    names = ", ".join(name for name, _, _ in table.ENCODINGS)
    lines += ["", f"Encodings: {names}; each with LF, CRLF and CR, with and without an end of the last line "]
    lines[-1] += "(`test_what_came_in_goes_out`)."
    return "\n".join([*lines, ""])


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
