"""SARIF 2.1.0, the exchange format of code scanning (OASIS standard of 2020-03-27)."""

from typing import Any
from urllib.parse import quote

import msgspec

from clean_guides import __version__
from clean_guides.reports.outputs.base import Record, Rendering
from clean_guides.reports.rule_page import rule_page
from clean_guides.rules import all_rules
from clean_guides.rules.base import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(rendering: Rendering) -> str:
    """Return one run with all rules and the issues left in the text; what was removed is there as fixed."""
    rules = all_rules()
    index = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "clean-guides",
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(rendering, record, index) for record in rendering.records],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    page = rule_page(rule)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.rationale},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity.value]},
        "properties": {"tags": [rule.category.value]},
    }


def _result(rendering: Rendering, record: Record, index: dict[str, int]) -> dict[str, Any]:
    region = {
        "startLine": record["line"],
        "startColumn": record["column"],
        "endLine": record["end_line"],
        "endColumn": record["end_column"],
        "charOffset": record["start"],
        "charLength": record["end"] - record["start"],
    }
    uri = quote(rendering.path(record), safe="/")
    found: dict[str, Any] = {
        "ruleId": record["rule"],
        "ruleIndex": index[record["rule"]],
        "level": _LEVELS[record["severity"]],
        "kind": "fail",
        "message": {"text": " ".join([record["message"], *record["evidence"]])},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
        "partialFingerprints": {"cleanGuides/v1": record["fingerprint"]},
    }
    if record["action"] == "removed":
        found["suppressions"] = [{"kind": "external", "justification": "removed from the cleaned text"}]
    elif record["suggestion"]:
        change = {"deletedRegion": region, "insertedContent": {"text": record["suggestion"]}}
        fix = {
            "description": {"text": f"Write {record['suggestion']}."},
            "artifactChanges": [{"artifactLocation": {"uri": uri}, "replacements": [change]}],
        }
        found["fixes"] = [fix]
    return found
