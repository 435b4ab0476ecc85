"""Pictures that lie beside guides: one picture is one, whatever its files are called."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from clean_guides.run import run_folder
from clean_guides.settings import Settings
from clean_guides.sources.pictures import picture_hashes


def draw(path: Path, size: tuple[int, int] = (180, 160), shift: int = 0) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(picture)
    for step in range(6):
        left = (step * 37 + shift * 53) % 150 * size[0] // 180
        pen.rectangle((left, step * size[1] // 7, left + size[0] // 5, (step + 1) * size[1] // 7), fill="black")
    picture.save(path)


def test_size_and_format_do_not_matter(tmp_path: Path) -> None:
    draw(tmp_path / "a.png")
    draw(tmp_path / "sub/b.jpg", (360, 320))
    draw(tmp_path / "other.png", shift=2)
    found = dict(picture_hashes("![](a.png) ![](sub/b.jpg) <img src='other.png'>", tmp_path, tmp_path))
    assert found["a.png"] == found["sub/b.jpg"] != found["other.png"]


@pytest.mark.parametrize(
    "address", ["../outside.png", "missing.png", "broken.png", "flat.png", "https://x.example/a.png"]
)
def test_what_is_no_picture_of_the_corpus_has_none(tmp_path: Path, address: str) -> None:
    root = tmp_path / "raw"
    root.mkdir()
    draw(tmp_path / "outside.png")
    (root / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nbut no picture")
    Image.new("RGB", (20, 20), "white").save(root / "flat.png")
    assert picture_hashes(f"![x]({address})", root, root) == ()


def test_a_picture_removed_from_three_guides_goes_from_the_fourth(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    for number in range(3):
        draw(raw / str(number) / f"card{number}.png", (180 + 20 * number, 160))
        advert = f"微信：kaka_demo{number} 代办 ![微信二维码](card{number}.png)"
        text = f"# 办卡 {number}\n\n带上护照，第 {number} 步。\n\n{advert}\n"
        (raw / str(number) / "a.md").write_text(text, encoding="utf-8")
    draw(raw / "3/figure.png", (400, 360))
    draw(raw / "3/map.png", shift=2)
    text = "# 漫游\n\n出发之前看一眼套餐。\n\n![如图](figure.png)\n\n![地图](map.png)\n\n再决定。\n"
    (raw / "3/a.md").write_text(text, encoding="utf-8")
    run_folder(raw, tmp_path / "cleaned", Settings(jobs=1))
    cleaned = (tmp_path / "cleaned/3/a.md").read_text(encoding="utf-8")
    assert "figure.png" not in cleaned
    assert "map.png" in cleaned
