"""The peers that clean-guides is measured beside: how each is installed, how it checks, how it changes files.

`peers.py clean NAME IN OUT` runs a cleaner that is a library and no command: it is called with the Python of its own
environment, reads every file below IN, and writes what the library makes of it to OUT.
"""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Peer:
    """A tool: the packages to install, and its commands, with `{bin}`, `{in}`, `{out}` and `{here}` to be filled in.

    `check` looks at files and changes none; `fix` changes the files in `{out}`, a copy of the input, or writes them.
    """

    name: str
    kind: str
    packages: tuple[str, ...]
    check: tuple[str, ...] = ()
    fix: tuple[str, ...] = ()
    with_dependencies: bool = True


def _library(name: str, packages: tuple[str, ...], *, with_dependencies: bool = True) -> Peer:
    own = ("{bin}/python", "{here}/peers.py", "clean", name, "{in}", "{out}")
    return Peer(name, "python", packages, own, own, with_dependencies)


PEERS = (
    Peer(
        "rumdl", "python", ("rumdl",),
        ("{bin}/rumdl", "check", "--no-cache", "--quiet", "{in}"),
        ("{bin}/rumdl", "fmt", "--no-cache", "--quiet", "{out}"),
    ),
    Peer(
        "autocorrect", "python", ("autocorrect-py",),
        ("{bin}/python", "{here}/peers.py", "check", "autocorrect", "{in}", "{out}"),
        ("{bin}/python", "{here}/peers.py", "clean", "autocorrect", "{in}", "{out}"),
    ),
    Peer("proselint", "python", ("proselint",), ("{bin}/proselint", "check", "{in}")),
    Peer(
        "markdownlint-cli2", "node", ("markdownlint-cli2",),
        ("{bin}/markdownlint-cli2", "{in}/**/*.md"), ("{bin}/markdownlint-cli2", "--fix", "{out}/**/*.md"),
    ),
    Peer(
        "textlint", "node", ("textlint", "textlint-rule-preset-ja-technical-writing"),
        ("{bin}/textlint", "--preset", "preset-ja-technical-writing", "{in}/**/*.md"),
        ("{bin}/textlint", "--fix", "--preset", "preset-ja-technical-writing", "{out}/**/*.md"),
    ),
    _library("JioNLP clean_text", ("jionlp",)),
    _library("clean-text", ("clean-text",)),
    _library("Data-Juicer links", ("py-data-juicer",), with_dependencies=False),
    _library("datatrove PII", ("datatrove", "numpy", "regex")),
)  # fmt: skip


def installed(peer: Peer, work: Path) -> str:
    """Install a peer into a folder of its own; return its folder of commands, or nothing where that fails."""
    place = work / "peers" / peer.name.replace(" ", "-")
    place.mkdir(parents=True, exist_ok=True)
    if peer.kind == "node":
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(place), *peer.packages]
        found = place / "node_modules" / ".bin"
    else:
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        found = place / "bin"
        own = [] if peer.with_dependencies else ["--no-deps"]
        command = [str(found / "python"), "-m", "pip", "install", "--quiet", *own, *peer.packages]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return str(found) if done.returncode == 0 else ""


def _jionlp() -> Callable[[str], str]:
    import jionlp  # type: ignore[import-not-found]

    return lambda text: str(jionlp.clean_text(text))


def _clean_text() -> Callable[[str], str]:
    from cleantext import clean  # type: ignore[import-not-found]

    return lambda text: str(
        clean(text, to_ascii=False, lower=False, no_urls=True, no_emails=True, no_phone_numbers=True)
    )


def _links() -> Callable[[str], str]:
    """Return what Data-Juicer's clean_links_mapper does: its pattern, read from its source, replaced by nothing."""
    import ast
    import re
    from importlib.metadata import distribution

    path = next(p for p in distribution("py-data-juicer").files or () if p.name == "clean_links_mapper.py")
    tree = ast.parse(Path(str(path.locate())).read_text(encoding="utf-8"))
    parts = [
        (node.lineno, node.value.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AugAssign) and isinstance(node.value, ast.Constant)
        if isinstance(node.value.value, str) and "pattern" in ast.unparse(node)
    ]
    pattern = re.compile("".join(part for _, part in sorted(parts)), re.DOTALL)
    return lambda text: pattern.sub("", text)


def _datatrove() -> Callable[[str], str]:
    from datatrove.pipeline.formatters import PIIFormatter  # type: ignore[import-not-found]

    formatter = PIIFormatter()
    return lambda text: str(formatter.format(text))


def _autocorrect() -> Callable[[str], str]:
    import autocorrect_py  # type: ignore[import-not-found]

    return lambda text: str(autocorrect_py.format_for(text, "x.md"))


LIBRARIES = {
    "JioNLP clean_text": _jionlp,
    "clean-text": _clean_text,
    "Data-Juicer links": _links,
    "datatrove PII": _datatrove,
    "autocorrect": _autocorrect,
}


def main() -> None:
    """Run a library over a folder."""
    what, name, source, target = sys.argv[1:5]
    function = LIBRARIES[name]()
    for path in sorted(path for path in Path(source).rglob("*") if path.is_file()):
        made = function(path.read_bytes().decode("utf-8", "surrogateescape"))
        if what == "clean":
            place = Path(target) / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(made.encode("utf-8", "surrogateescape"))


if __name__ == "__main__":
    main()
