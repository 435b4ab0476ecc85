"""Rules across guides, through a whole run."""

from pathlib import Path
from typing import Any

import pytest

from clean_guides.corpus import near
from clean_guides.run import run_folder
from clean_guides.settings import Settings

ADVERT = "[[TG💪+ @{0}](https://t.me/s/{0})]"


def issues_of(folder: Path, code: str) -> list[dict[str, Any]]:
    return [record for record in run_folder(folder, None, Settings()).records if record["rule"] == code]


def write(folder: Path, **guides: str) -> Path:
    for name, text in guides.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def test_a_contact_in_several_guides_is_a_campaign(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        a=f"# 办卡\n\n带上护照。{ADVERT.format('kaka_demo')}\n",
        b=f"# 销卡\n\n结清费用。{ADVERT.format('kaka_demo')}\n",
        c=f"# 漫游\n\n提前开通。{ADVERT.format('someone_else')}\n",
    )
    found = issues_of(folder, "COR001")
    assert [issue["file"] for issue in found] == ["a.md", "b.md"]
    assert all(issue["details"]["guides"] == 2 for issue in found)
    assert all("kaka_demo" in issue["text"] for issue in found)


def test_two_channels_on_one_platform_are_no_campaign(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        a="# 办卡\n\n带上护照。\n\n🎁 粉丝福利：[WhatsApp 频道](https://whatsapp.com/channel/0029Va1) 领优惠，代办\n",
        b="# SIM\n\nLleva el pasaporte.\n\n🎁 Únete al canal https://whatsapp.com/channel/0030Xb2 y compra barato\n",
    )
    report = run_folder(folder, None, Settings())
    assert [record["rule"] for record in report.records if record["rule"].startswith("COR")] == []
    assert report.removed == 2


def test_targets_pushed_together_make_one_campaign(tmp_path: Path) -> None:
    both = ADVERT.format("kaka_demo") + "\n\n" + ADVERT.format("kaka_two")
    folder = write(
        tmp_path,
        a=f"# 办卡\n\n带上护照。\n\n{both}\n",
        b=f"# 销卡\n\n结清费用。{ADVERT.format('kaka_demo')}\n",
        c=f"# 漫游\n\n提前开通。{ADVERT.format('kaka_two')}\n",
    )
    found = issues_of(folder, "COR001")
    assert {issue["file"] for issue in found} == {"a.md", "b.md", "c.md"}
    assert {issue["details"]["guides"] for issue in found} == {3}


def test_a_template_with_the_country_swapped_is_found(tmp_path: Path) -> None:
    text = "在{0}注销手机卡并不难：带上护照去营业厅，结清欠费，签一份注销协议，然后把卡交回柜台，等一条短信确认。\n"
    folder = write(
        tmp_path,
        a=text.format("阿尔巴尼亚"),
        b=text.format("塞尔维亚"),
        c="漫游费用各国不同，出发之前先看一眼套餐说明，再决定是否在当地买卡；机场柜台的价格往往比市里高出三成。\n",
    )
    found = issues_of(folder, "COR002")
    assert [(issue["file"], issue["details"]["guides"]) for issue in found] == [("a.md", 2), ("b.md", 2)]


def test_short_texts_resemble_nothing(tmp_path: Path) -> None:
    assert not issues_of(write(tmp_path, a="好", b="好", c=""), "COR002")


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    texts = {f"g{number}": f"# 办卡 {number}\n\n带上护照。{ADVERT.format('kaka_demo')}\n" for number in range(4)}
    for order, names in (("forth", sorted(texts)), ("back", sorted(texts, reverse=True))):
        (tmp_path / order).mkdir()
        for name in names:
            write(tmp_path / order, **{name: texts[name]})
    forth, back = (run_folder(tmp_path / order, None, Settings()) for order in ("forth", "back"))
    assert list(forth.records) == list(back.records)
    assert list(forth.ledger.lines()) == list(back.ledger.lines())


def test_few_guides_are_compared_as_many_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [f"第{step}步，带上护照去营业厅，结清第{step * 37}号欠费，签第{step * 91}份协议。" for step in range(12)]
    for number in range(100):
        text = "".join(steps[: 4 + number % 7] if number % 3 else steps[number % 7 :])
        write(tmp_path, **{f"g{number:03}": f"# 办卡 {number}\n\n{text}\n"})
    few = list(run_folder(tmp_path, None, Settings(jobs=1)).records)
    monkeypatch.setattr(near, "_FEW", 0)
    assert list(run_folder(tmp_path, None, Settings(jobs=1)).records) == few
    assert any(record["rule"] == "COR002" for record in few)
