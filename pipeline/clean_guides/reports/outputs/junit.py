"""JUnit XML, which every CI server reads."""

from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from clean_guides.reports.base import printable
from clean_guides.reports.outputs.base import Record, Rendering


def render(rendering: Rendering) -> str:
    """Return a test suite for each guide with issues left, and a failed test for each issue."""
    suites = []
    for file, records in groupby(rendering.left, key=lambda record: str(record["file"])):
        cases = [_case(record) for record in records]
        name = quoteattr(printable(file))
        suites.append(f'  <testsuite name={name} tests="{len(cases)}" failures="{len(cases)}">\n')
        suites += [*cases, "  </testsuite>\n"]
    count = len(rendering.left)
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="clean-guides" tests="{count}" failures="{count}">\n'
    )
    return head + "".join(suites) + "</testsuites>\n"


def _case(record: Record) -> str:
    name = quoteattr(f"{record['rule']} {record['name']} {record['line']}:{record['column']}")
    file = quoteattr(printable(str(record["file"])))
    message = quoteattr(printable(str(record["message"])))
    detail = escape(printable("; ".join([str(record["text"]), *record["evidence"]])))
    return (
        f"    <testcase name={name} classname={file}>\n"
        f"      <failure type={quoteattr(str(record['severity']))} message={message}>{detail}</failure>\n"
        "    </testcase>\n"
    )
