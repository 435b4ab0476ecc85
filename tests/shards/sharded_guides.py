"""Guides for runs over shards."""

from pathlib import Path

ADVERT = "[[TG💪+ @{0}](https://t.me/s/{0})]"


def guide(number: int) -> str:
    """Return a guide; every fifth carries a bare handle that only the corpus convicts."""
    handle = f"kaka_demo{number % 4}"
    closing = f"还有 Telegram：{handle}。" if number % 5 == 0 else ADVERT.format(handle)
    fee, days, digit = 10 + number % 3, 3 + number % 5, number % 10
    return (
        f"# 阿尔巴尼亚手机卡如何注销（{number}）\n\n带上护照去营业厅，手续费{fee}欧元，{days}个工作日办好。\n\n"
        f"Telekom Albania 客服：+355 69 2{digit}0 10{digit}1\n\n第{number}步：结清欠费，交回卡片，等短信。\n\n"
        f"{closing}\n"
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
