"""DOC006: front matter that is no YAML, or no TOML."""

from collections.abc import Iterable

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.guide import Format
from clean_guides.issue import Issue, Severity
from clean_guides.rules.base import Example
from clean_guides.rules.documents.base import DocumentRule

_FENCE = compiled(r"\A(?P<fence>---|\+\+\+)[ \t]*\r?\n")
_KEY = compiled(r"[\w\-]+[ \t]*[:=]")
_HEAD = 2000


class FrontMatter(DocumentRule):
    """Front matter that a site builder can't read, or that is never closed."""

    code = "DOC006"
    name = "invalid-front-matter"
    severity = Severity.WARNING
    summary = "Front matter that is no YAML or TOML, or that nothing closes."
    rationale = (
        "A site builder stops at such a guide, or prints its title and tags as text. The guide is cleaned all the "
        "same, and its front matter is read line by line."
    )
    bad = (
        Example('---\ntitle: "SIM cards\ntags: [a\n---\n\nBring your passport.\n'),
        Example("---\ntitle: 手机卡\n\n带护照。\n", language="zh-Hans"),
    )
    good = (
        Example('---\ntitle: "SIM cards"\ntags: [a]\n---\n\nBring your passport.\n'),
        Example("---\n\nA line above a text is no front matter.\n"),
    )

    def check(self, document: Document) -> Iterable[Issue]:
        """Yield one issue for front matter that can't be read."""
        opened = _FENCE.match(document.text) if document.guide.format is Format.MARKDOWN else None
        if opened is None:
            return
        matter = next(iter(document.of(Role.FRONT_MATTER)), None)
        if matter is None or matter.start:
            if _KEY.match(document.text, opened.end(), opened.end() + _HEAD):
                yield self._fault(
                    document, opened.end(), f"Nothing closes the front matter: add a line {opened['fence']}."
                )
            return
        body = document.text[opened.end() : matter.end].rstrip().removesuffix(opened["fence"])
        if fault := _toml_fault(body) if opened["fence"] == "+++" else _yaml_fault(body):
            yield self._fault(document, matter.end, f"The front matter can't be read: {fault}.")

    def _fault(self, document: Document, end: int, message: str) -> Issue:
        return self.at(document.guide.name, 0, end, document.text[:end], message)


def _toml_fault(body: str) -> str | None:
    import tomllib

    try:
        tomllib.loads(body.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        return str(error)
    return None


def _yaml_fault(body: str) -> str | None:
    """Return what is wrong with YAML and in which line of the guide, or None. Nothing in it is made into objects."""
    import yaml

    try:
        for _ in yaml.parse(body, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            pass
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        return f"{error.problem or error.context} in line {line}"
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        return str(error).splitlines()[0]
    return None
