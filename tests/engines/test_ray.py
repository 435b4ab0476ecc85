"""Ray on a simulated cluster of three machines: whatever dies, the same command ends with the bytes of a local run."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from shards.sharded_guides import guide, tree

HERE = Path(__file__).parent
FOLDERS = 16
LIMIT = 120


@pytest.fixture(scope="module")
def marker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ray") / "marker"


@pytest.fixture(scope="module")
def cluster(marker: Path) -> Iterator[Any]:
    """A head that does no work and three machines with one core each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(HERE))
        patch.setenv("CLEAN_GUIDES_TEST_MARKER", str(marker))
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        from ray.cluster_utils import Cluster

        made = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
        for _ in range(3):
            made.add_node(num_cpus=1)
        yield made
        made.shutdown()


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    for number in range(FOLDERS * 5):
        place = folder / f"{number // 5:02}" / f"{number:03}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(guide(number), encoding="utf-8")
    return folder


def command(folder: Path, out: str, *more: str) -> list[str]:
    return [str(folder / "raw"), str(folder / out), "--reports", str(folder / f"{out}-reports"), *more]


def start(folder: Path, cluster: Any, *before: str) -> "subprocess.Popen[str]":
    own = before or ("-m", "clean_guides")
    arguments = command(folder, "ray", "--engine", "ray", "--ray-address", cluster.address, "--fail-on", "never")
    return subprocess.Popen([sys.executable, *own, *arguments], cwd=folder, stderr=subprocess.PIPE, text=True)


def tasks_done(process: "subprocess.Popen[str]") -> int:
    """Wait for a run to end well, and return how many tasks it says it did."""
    _, said = process.communicate(timeout=LIMIT)
    assert process.returncode == 0, said
    found = re.search(r"(\d+) shards; tasks done: (\d+)", said)
    assert found, said
    return int(found[2])


def wait_until(true: Callable[[], object]) -> None:
    end = time.monotonic() + LIMIT
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.002)


def assert_as_local(folder: Path) -> None:
    local = command(folder, "local", "--no-cache", "--fail-on", "never", "--quiet")
    subprocess.run([sys.executable, "-m", "clean_guides", *local], cwd=folder, check=True)
    assert tree(folder / "ray") == tree(folder / "local")
    assert tree(folder / "ray-reports") == tree(folder / "local-reports")


def receipts(folder: Path) -> int:
    return len(list((folder / ".clean-guides-receipts").glob("*/alone.json")))


def workers() -> list[int]:
    """Return the processes that do a task."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes()
        except OSError:
            continue
        if line.startswith(b"ray::_do"):
            found.append(int(path.parent.name))
    return found


def test_a_worker_that_is_killed_while_it_cleans(raw: Path, tmp_path: Path, cluster: Any) -> None:
    process = start(tmp_path, cluster)
    wait_until(lambda: receipts(tmp_path) >= 2 and workers())
    for number in workers():
        os.kill(number, signal.SIGKILL)
    tasks_done(process)
    assert_as_local(tmp_path)
    assert tasks_done(start(tmp_path, cluster)) == 0
    assert_as_local(tmp_path)


def test_a_run_that_is_killed_while_it_writes(raw: Path, tmp_path: Path, cluster: Any) -> None:
    process = start(tmp_path, cluster, str(HERE / "slow_writing.py"))
    wait_until((tmp_path / "ray-reports" / "issues.jsonl").exists)
    process.kill()
    process.communicate()
    assert not (tmp_path / "ray-reports" / "names.csv").exists()
    assert tasks_done(start(tmp_path, cluster)) == 0
    assert_as_local(tmp_path)


def test_a_machine_that_is_lost_while_it_reduces(raw: Path, tmp_path: Path, marker: Path, cluster: Any) -> None:
    process = start(tmp_path, cluster, str(HERE / "slow_reduction.py"))
    wait_until(lambda: marker.exists() and marker.read_text(encoding="utf-8"))
    lost = marker.read_text(encoding="utf-8")
    node = next(node for node in cluster.worker_nodes if node.node_id == lost)
    cluster.remove_node(node, allow_graceful=False)
    assert tasks_done(process) >= FOLDERS
    assert_as_local(tmp_path)
    assert tasks_done(start(tmp_path, cluster)) == 0
    assert_as_local(tmp_path)


def test_without_ray_the_remedy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from clean_guides.engines.ray import EngineError, RayEngine

    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(EngineError, match=r"clean-guides\[ray\]"):
        RayEngine("", 1)


def test_a_cluster_that_is_not_there_is_named(tmp_path: Path, raw: Path) -> None:
    arguments = command(tmp_path, "ray", "--engine", "ray", "--ray-address", "127.0.0.1:9")
    done = subprocess.run(
        [sys.executable, "-m", "clean_guides", *arguments], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "127.0.0.1:9" in done.stderr
    assert "Traceback" not in done.stderr
