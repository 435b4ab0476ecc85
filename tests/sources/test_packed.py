"""Parquet and zstd: texts cleaned, everything else carried through, and faults named."""

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
import zstandard
from pyarrow import parquet
from typer.testing import CliRunner, Result

from clean_guides.cli import app

ADVERT = "# 办卡\n\n带上护照。[[TG💪+ @kaka_demo](https://t.me/s/kaka_demo)]\n"
CLEANED = "# 办卡\n\n带上护照。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "raw").mkdir()
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["raw", "cleaned", *arguments])


def messages() -> list[str]:
    return [json.loads(line)["message"] for line in Path("reports/issues.jsonl").read_text("utf-8").splitlines()]


def make_table(rows: int) -> pa.Table:
    texts = [ADVERT if n % 3 == 0 else None if n % 3 == 1 else "Bring it.\n" for n in range(rows)]
    columns = {
        "id": pa.array([f"g{n}" for n in range(rows)]),
        "text": pa.array(texts, pa.large_string()),
        "day": pa.array([date(2026, 1, 1 + n % 28) for n in range(rows)]),
        "tags": pa.array([["a", str(n)] for n in range(rows)], pa.list_(pa.string())),
        "score": pa.array([n / 7 for n in range(rows)], pa.float32()),
        "lang": pa.array(["zh", "en"] * (rows // 2)).dictionary_encode(),
    }
    return pa.table(columns).replace_schema_metadata({"made by": "a test"})


def test_parquet_keeps_types_order_and_the_other_columns() -> None:
    table = make_table(2500)
    table = table.slice(0, 2500)
    parquet.write_table(table, "raw/shard.parquet", compression="zstd")
    assert run("--fail-on", "never").exit_code == 0
    cleaned = parquet.read_table("cleaned/shard.parquet")
    assert cleaned.schema.equals(table.schema, check_metadata=False)
    assert cleaned.schema.metadata[b"made by"] == b"a test"
    assert cleaned.drop_columns("text").equals(table.drop_columns("text"))
    assert cleaned["text"].to_pylist() == [CLEANED if t == ADVERT else t for t in table["text"].to_pylist()]
    assert parquet.ParquetFile("cleaned/shard.parquet").metadata.row_group(0).column(0).compression == "ZSTD"
    issue = json.loads(Path("reports/issues.jsonl").read_text("utf-8").splitlines()[0])
    assert issue["file"] == "shard.parquet#g0"
    restored = CliRunner().invoke(app, ["restore", "cleaned", "reports", "back"])
    assert restored.exit_code == 0
    assert "shard.parquet: the records are as they were; the file was packed anew" in restored.output
    assert parquet.read_table("back/shard.parquet").equals(table)


def test_a_column_of_another_name() -> None:
    parquet.write_table(make_table(4).rename_columns(["id", "body", "day", "tags", "score", "lang"]), "raw/a.parquet")
    assert run().exit_code == 2
    assert "--text-field" in messages()[0]
    assert Path("cleaned/a.parquet").read_bytes() == Path("raw/a.parquet").read_bytes()
    assert run("--text-field", "body").exit_code == 0
    assert parquet.read_table("cleaned/a.parquet")["body"].to_pylist()[0] == CLEANED


@pytest.mark.parametrize("cut", [1, 8, 200])
def test_a_corrupt_footer_is_named_and_the_file_copied(cut: int) -> None:
    parquet.write_table(make_table(4), "raw/a.parquet")
    broken = Path("raw/a.parquet").read_bytes()[:-cut]
    Path("raw/a.parquet").write_bytes(broken)
    assert run().exit_code == 2
    assert "no Parquet that can be read" in messages()[0]
    assert Path("cleaned/a.parquet").read_bytes() == broken


def test_zstd_goes_in_and_out() -> None:
    line = json.dumps({"id": 1, "text": ADVERT, "n": 1.5}).encode() + b"\n"
    packed = zstandard.ZstdCompressor().compress(line) + zstandard.ZstdCompressor().compress(
        line.replace(b"1,", b"2,", 1)
    )
    Path("raw/a.jsonl.zst").write_bytes(packed)
    assert run().exit_code == 0
    with Path("cleaned/a.jsonl.zst").open("rb") as file:
        unpacked = zstandard.ZstdDecompressor().stream_reader(file).read()
    assert [json.loads(row)["text"] for row in unpacked.splitlines()] == [CLEANED, CLEANED]
    assert json.loads(unpacked.splitlines()[1])["id"] == 2


def test_truncated_zstd_is_named_and_the_file_copied() -> None:
    packed = zstandard.ZstdCompressor().compress(json.dumps({"text": ADVERT * 50}).encode())
    Path("raw/a.jsonl.zst").write_bytes(packed[:-9])
    run()
    assert messages()
    assert Path("cleaned/a.jsonl.zst").read_bytes() == packed[:-9]
