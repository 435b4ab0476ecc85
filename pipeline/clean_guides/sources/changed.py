"""Which files below a folder git calls changed."""

import subprocess
from pathlib import Path

from clean_guides.sources.folder import SourceError


def changed_files(folder: Path, revision: str) -> frozenset[str]:
    """Return the files below `folder`, named from there, that differ from `revision` or that git doesn't know yet.

    Files that git ignores and deleted ones are left out. Raises `SourceError` where git is missing, the folder is in
    no repository, or the revision names no commit (as in a clone that is too shallow).
    """
    # `--end-of-options`, so that a revision that begins with a dash is no option of git.
    try:
        commit = _git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()
    except SourceError as error:
        hint = "; a shallow clone lacks old commits: fetch the whole history"
        raise SourceError(f"{error} (for the revision {revision!r}{hint})") from error
    known = _git(folder, "diff", "--name-only", "-z", "--relative", "--no-renames", "--diff-filter=d", commit, "--")
    new = _git(folder, "ls-files", "-z", "--others", "--exclude-standard")
    return frozenset(name for name in (known + new).split("\0") if name)


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - no shell; the arguments are a list
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the user's own git
            capture_output=True,
            check=True,
        )
    except FileNotFoundError as error:
        raise SourceError("--changed-since needs git, which is not installed") from error
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip()
        raise SourceError(f"--changed-since: {reason or 'git failed'}") from error
    return done.stdout.decode("utf-8", "surrogateescape")
