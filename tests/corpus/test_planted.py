"""What is planted in a corpus is found, and nothing else: precision and recall over 5,000 guides."""

from collections import defaultdict
from pathlib import Path

import pytest

from clean_guides.run import Report, run_folder
from clean_guides.settings import Settings
from corpus.planted import Planted, planted

GUIDES = 5000
ENOUGH = 0.98


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Planted, Report, Path]:
    folder = tmp_path_factory.mktemp("planted")
    corpus = planted(GUIDES)
    cleaned = folder / "cleaned"
    report = run_folder(corpus.write(folder / "raw"), cleaned, Settings(jobs=2))
    return corpus, report, cleaned


def found(report: Report, code: str, detail: str) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for record in report.records:
        if record["rule"] == code:
            groups[str(record["details"].get(detail))].add(record["file"])
    return groups


def pairs(groups: dict[str, set[str]]) -> set[tuple[str, str]]:
    """Return each guide with the first of its group, so that groups compare whatever they are called."""
    return {(min(files), file) for files in groups.values() for file in files}


def enough(right: set[tuple[str, str]], said: set[tuple[str, str]]) -> None:
    both = len(right & said)
    recall, precision = both / len(right), both / len(said)
    print(f"recall {recall:.4f} of {len(right)}, precision {precision:.4f} of {len(said)}")
    assert recall >= ENOUGH, sorted(right - said)[:5]
    assert precision >= ENOUGH, sorted(said - right)[:5]


def test_campaigns(run: tuple[Planted, Report, Path]) -> None:
    corpus, report, _ = run
    enough(pairs(corpus.campaigns), pairs(found(report, "COR001", "campaign")))


def test_what_the_corpus_knows_removes_what_a_guide_alone_does_not(run: tuple[Planted, Report, Path]) -> None:
    corpus, _, cleaned = run
    left = [name for name in corpus.carried if "@kaka" in (cleaned / name).read_text(encoding="utf-8")]
    assert len(left) <= (1 - ENOUGH) * len(corpus.carried), left[:5]


def test_honest_repetition_stays(run: tuple[Planted, Report, Path]) -> None:
    corpus, _, cleaned = run
    assert [name for name, text in corpus.honest.items() if (cleaned / name).read_text(encoding="utf-8") != text] == []


def test_templates(run: tuple[Planted, Report, Path]) -> None:
    corpus, report, _ = run
    enough(pairs(corpus.groups), pairs(found(report, "COR002", "group")))


def test_contradictions(run: tuple[Planted, Report, Path]) -> None:
    corpus, report, _ = run
    said: set[tuple[str, str]] = set()
    for claim, files in found(report, "COR004", "claim").items():
        said |= {(claim.split("\t")[0], file) for file in files}
    said |= {("hotline", file) for files in found(report, "COR003", "claim").values() for file in files}
    said |= {("name", file) for files in found(report, "COR005", "operator").values() for file in files}
    enough({(kind, file) for kind, files in corpus.contradictions.items() for file in files}, said)
