"""What other systems run of us: the action, the hook and the recipes of docs/ci.md, as far as they run without them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.md").write_text(
        "# 阿尔巴尼亚手机卡\n\n客服 AMC：+355 69 xxx xxxx。\n\n微信：kaka_demo8 代办\n", encoding="utf-8"
    )
    return tmp_path


def shell(project: Path, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **variables}
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / "docs/ci.md").read_text("utf-8"), re.DOTALL)


def test_the_action_annotates(project: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    install, clean = action["runs"]["steps"]
    assert "$ACTION_PATH" in install["run"]
    defaults = {name: str(given["default"]) for name, given in action["inputs"].items()}
    variables = {
        name: defaults[re.search(r"inputs\.(\w+)", value)[1]] for name, value in clean["env"].items()
    }  # fmt: skip
    done = shell(project, clean["run"], **variables)
    assert done.returncode == 1
    assert re.search(r"^::error file=raw/a\.md,line=3", done.stdout, re.MULTILINE)
    assert (project / "cleaned/a.md").is_file()


def test_the_hook_checks_and_writes_nothing(project: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["pass_filenames"] is False
    done = shell(project, hook["entry"])
    assert done.returncode == 1
    assert "raw/a.md:3" in done.stdout
    assert sorted(path.name for path in project.iterdir()) == ["raw"]


def test_the_recipe_for_gitlab_gives_a_report(project: Path) -> None:
    job = next(yaml.safe_load(block) for block in blocks("yaml") if "codequality" in block)["clean-guides"]
    *_, command = job["script"]
    assert shell(project, command).returncode == 1
    report = json.loads((project / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert {"description", "fingerprint", "severity", "location", "check_name"} <= set(report[0])
    assert report[0]["severity"] in ("info", "minor", "major", "critical", "blocker")


def test_the_recipes_for_github_run(project: Path) -> None:
    (steps,) = [yaml.safe_load(block) for block in blocks("yaml") if "actions/checkout" in block]
    summary = project / "summary.md"
    runs = [step["run"] for step in steps if "run" in step and not step["run"].startswith("pip ")]
    for command in runs:
        done = shell(project, command, GITHUB_STEP_SUMMARY=str(summary))
        assert done.returncode in (0, 1), done.stderr
    assert summary.read_text("utf-8").strip()


def test_the_recipe_for_a_pull_request_sees_only_what_changed(project: Path) -> None:
    (command,) = [line for block in blocks("sh") for line in block.splitlines() if "--changed-since" in line]
    git = "git -c user.name=a -c user.email=a@example.org -c init.defaultBranch=main"
    shell(project, f"{git} init -q && git add -A && {git} commit -qm a && git branch base")
    (project / "raw/b.md").write_text("# 塞尔维亚手机卡\n\n客服：+381 64 xxx xxxx。\n", encoding="utf-8")
    done = shell(project, command.replace("origin/main", "base"))
    assert done.returncode == 1
    assert "raw/b.md" in done.stdout
    assert "raw/a.md" not in done.stdout
