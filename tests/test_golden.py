"""What is committed in cleaned/ and reports/ is what the tool makes of raw/, to the byte."""

from pathlib import Path

from clean_guides.cleaning.restore import restore_folder
from clean_guides.reports.write import write_reports
from clean_guides.run import run_folder
from clean_guides.settings import Settings

ROOT = Path(__file__).parent.parent


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_worked_example_is_up_to_date(tmp_path: Path) -> None:
    report = run_folder(ROOT / "raw", tmp_path / "cleaned", Settings())
    write_reports(tmp_path / "reports", report, ROOT / "raw", page=True)
    assert tree(tmp_path / "cleaned") == tree(ROOT / "cleaned")
    assert tree(tmp_path / "reports") == tree(ROOT / "reports")


def test_the_raw_files_come_back(tmp_path: Path) -> None:
    written, problems, notes = restore_folder(ROOT / "cleaned", ROOT / "reports", tmp_path / "raw")
    assert not problems + notes
    assert written == len(tree(ROOT / "raw"))
    assert tree(tmp_path / "raw") == tree(ROOT / "raw")
