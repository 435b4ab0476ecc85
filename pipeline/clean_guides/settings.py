"""Settings: from `[tool.clean-guides]` in pyproject.toml or from clean-guides.toml, and from the command line."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from clean_guides.issue import Severity
from clean_guides.knowledge import Knowledge
from clean_guides.knowledge.packs import PackError
from clean_guides.options import DEFAULTS, Keep, Options
from clean_guides.packaged import packaged_knowledge
from clean_guides.rules import all_rules, find_rule
from clean_guides.rules.base import Rule

FILE = "clean-guides.toml"
ABOUT = {
    "select": "Only these rules: codes, names, or beginnings of codes (`PRO`, `TEL00`); none means all.",
    "ignore": "Not these rules.",
    "fail-on": "The least severity of an issue left in the text that makes the exit status 1.",
    "reports": "Where the reports go.",
    "jobs": "Worker processes; 0 for one a core.",
    "output-format": "What is printed on standard output, or `summary` on standard error.",
    "page": "Whether `index.html` is written with the reports.",
    "decisions": "The file with the answers of reviewers.",
    "promotion-threshold": "The sum of evidence from which promotion is removed; two thirds of it flag.",
    "as-of": "The year whose operator names are right; without it, today's, or those of the year in the front matter.",
    "fix-names": "Whether stale and misspelt operator names are replaced by the right ones.",
    "operators": "A CSV file with rows of your own for operators; see `operators.csv` in the packs for the columns.",
    "directory": "A CSV file with published numbers of your own; `clean-guides directory check` looks it over.",
    "cache": "The folder where outcomes are kept from run to run; empty for none.",
    "cache-size": "How many bytes of outcomes are kept; the oldest go first.",
    "engine": "What runs the stages: `local` for processes of this machine, `ray` for a Ray cluster.",
    "ray-address": "The address of the Ray cluster; without it, Ray is started on this machine.",
    "receipts": "With `ray`: the folder of receipts, rows and facts, which all workers must reach.",
    "drop-duplicates": "Which of several guides with one text is kept, `first` or `longest`; empty drops none.",
    "text-field": "The field of JSONL, CSV and TSV records that holds the text.",
    "id-field": "The field that names a record.",
    "max-size": "The size in bytes beyond which a guide is copied through unread.",
    "time-limit": "How many seconds one guide may take before it is copied through unread; 0 for no limit.",
    "severity": 'Severities by rule: `[severity]`, then `TEL001 = "info"`.',
}
"""What each setting is for, by its name in a settings file."""
FailOn = Literal["error", "warning", "info", "never"]
SeverityName = Literal["error", "warning", "info"]
EngineName = Literal["local", "ray"]
OutputFormat = Literal[
    "summary",
    "full",
    "concise",
    "json",
    "jsonl",
    "csv",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "rdjsonl",
    "markdown",
    "parquet",
]


class SettingsError(ValueError):
    """A setting that is unknown or has a wrong value; the message names file, setting and remedy."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """All settings of a run; `ABOUT` says what each is for."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    reports: str = "reports"
    jobs: int = 0
    output_format: OutputFormat = "summary"
    page: bool = True
    decisions: str = "clean-guides-decisions.txt"
    promotion_threshold: Annotated[float, msgspec.Meta(ge=1, le=10)] = DEFAULTS.promotion_threshold
    fix_names: bool = False
    as_of: Annotated[int, msgspec.Meta(ge=1980, le=2100)] | None = None
    operators: str = ""
    directory: str = ""
    cache: str = ".clean-guides-cache"
    cache_size: Annotated[int, msgspec.Meta(ge=1)] = 2_000_000_000
    engine: EngineName = "local"
    ray_address: str = ""
    receipts: str = ".clean-guides-receipts"
    drop_duplicates: Keep = ""
    text_field: str = "text"
    id_field: str = "id"
    max_size: Annotated[int, msgspec.Meta(ge=1)] = 4_000_000
    time_limit: Annotated[float, msgspec.Meta(ge=0)] = 60
    severity: dict[str, SeverityName] = {}

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules that are switched on.

        Raises `SettingsError` for a rule that does not exist.
        """
        chosen = _matching(self.select) if self.select else set(all_rules())
        return tuple(rule for rule in all_rules() if rule in chosen - _matching(self.ignore))

    def options(self) -> Options:
        """Return what the rules read of the settings."""
        return Options(promotion_threshold=self.promotion_threshold, as_of=self.as_of, fix_names=self.fix_names)

    def knowledge(self) -> Knowledge:
        """Return the packs, with the rows of the user's own files.

        Raises `SettingsError` when such a file can't be read or lacks a column.
        """
        if not (self.operators or self.directory):
            return packaged_knowledge()
        try:
            return Knowledge(operators_file=self.operators, directory_file=self.directory)
        except PackError as error:
            raise SettingsError(str(error)) from error

    def severities(self) -> dict[str, Severity]:
        """Return the severities set by rule code.

        Raises `SettingsError` for a rule that does not exist.
        """
        chosen = ((rule.code, level) for name, level in self.severity.items() for rule in _matching([name]))
        return {code: Severity(level) for code, level in chosen}


def _matching(names: Sequence[str]) -> set[Rule]:
    found: set[Rule] = set()
    for name in names:
        rules = {rule for rule in all_rules() if rule.code.startswith(name.upper()) or rule is find_rule(name)}
        if not rules:
            raise SettingsError(unknown("rule", name, [n for rule in all_rules() for n in (rule.code, rule.name)]))
        found |= rules
    return found


def unknown(what: str, name: str, known: Sequence[str]) -> str:
    """Return a message about an unknown name that suggests the nearest known one."""
    from rapidfuzz import process

    nearest = process.extractOne(name, known)
    hint = f"; did you mean {nearest[0]!r}?" if nearest else ""
    return f"unknown {what} {name!r}{hint}"


def find_settings(folder: Path) -> tuple[Path, dict[str, object]] | None:
    """Return the nearest settings file at or above a folder, and the settings in it.

    Raises `SettingsError` when a file is no TOML.
    """
    for place in (folder, *folder.parents):
        own = place / FILE
        if own.is_file():
            return own, _read(own)
        project = place / "pyproject.toml"
        if project.is_file():
            tool = _read(project).get("tool", {})
            if isinstance(tool, dict) and isinstance(tool.get("clean-guides"), dict):
                return project, tool["clean-guides"]
    return None


def load_settings(folder: Path, overrides: dict[str, object]) -> Settings:
    """Return the settings for a run started in `folder`; `overrides` are those of the command line.

    Raises `SettingsError` when a setting is unknown or has a wrong value.
    """
    found = find_settings(folder)
    source, values = found if found else (None, {})
    known = [field.encode_name for field in msgspec.structs.fields(Settings)]
    for name in values:
        if name not in known:
            raise SettingsError(f"{source}: {unknown('setting', name, known)}")
    try:
        return msgspec.convert({**values, **overrides}, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{source or 'command line'}: {error}") from error


def _read(path: Path) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}") from error
