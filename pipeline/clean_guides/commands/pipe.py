"""`clean-guides -`: one guide from standard input to standard output."""

import sys
from pathlib import Path, PurePosixPath

from clean_guides.cleaning.clean import clean
from clean_guides.decoding import UndecodableError, decode, doubt
from clean_guides.guide import Format, Guide
from clean_guides.issue import Action, Severity
from clean_guides.reports.base import Lines, issue_record, printable
from clean_guides.settings import Settings, SettingsError, load_settings
from clean_guides.sources.folder import FORMATS


def pipe_here(filename: str, quiet: bool) -> int:  # noqa: FBT001 - the caller passes what it parsed
    """Do what `pipe` does with the settings of the folder it is called in; 2 for settings that can't be used."""
    try:
        settings = load_settings(Path.cwd(), {})
        settings.rules()
        settings.severities()
        settings.knowledge()
    except SettingsError as error:
        sys.stderr.write(f"clean-guides: {error}\n")
        return 2
    return pipe(settings, filename, quiet=quiet)


def pipe(settings: Settings, filename: str, *, quiet: bool) -> int:
    """Clean standard input into standard output, print the issues to standard error, and return the exit status.

    What can't be understood comes out as it went in, with status 2.
    """
    data = sys.stdin.buffer.read()
    try:
        text, encoding, bom = decode(data)
    except UndecodableError as error:
        sys.stdout.buffer.write(data)
        sys.stderr.write(f"clean-guides: {filename}: passed through untouched: {error}\n")
        return 2
    written = FORMATS.get(PurePosixPath(Path(filename).as_posix()).suffix.lower(), Format.MARKDOWN)
    guide = Guide(filename, text, written, encoding, bom, doubt=doubt(data, encoding))
    outcome = clean(guide, settings.rules(), settings.knowledge(), settings.options())
    sys.stdout.buffer.write(guide.encode(outcome.cleaned) if outcome.changed else data)
    sys.stdout.buffer.flush()
    severities = settings.severities()
    lines = Lines(text)
    worst = -1
    for issue in outcome.issues:
        severity = severities.get(issue.rule, issue.severity)
        record = issue_record(issue, lines)
        if issue.action is Action.FLAGGED:
            worst = max(worst, severity.rank)
        if not quiet:
            place = f"{filename}:{record['line']}:{record['column']}"
            what = "removed: " if issue.action is Action.REMOVED else ""
            sys.stderr.write(printable(f"{place}: {severity}: {issue.rule} {what}{issue.message}") + "\n")
    if settings.fail_on == "never":
        return 0
    return int(worst >= Severity(settings.fail_on).rank)
