"""A corpus with planted campaigns, templates and contradictions, and what must be found in it."""

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

COUNTRIES = {
    "阿尔巴尼亚": "Vodafone Albania", "塞尔维亚": "A1 Srbija", "克罗地亚": "A1 Hrvatska", "匈牙利": "Yettel Hungary",
    "保加利亚": "Vivacom", "葡萄牙": "MEO", "希腊": "COSMOTE", "捷克": "O2 Czech Republic", "波兰": "Orange Polska",
    "越南": "Viettel", "泰国": "AIS", "菲律宾": "Globe Telecom", "印度尼西亚": "Telkomsel", "肯尼亚": "Safaricom",
}  # fmt: skip
FORMER = {"塞尔维亚": "Vip mobile", "克罗地亚": "VIPnet", "匈牙利": "Telenor Magyarország"}
SUBJECTS = (
    "天气",
    "火车",
    "市场",
    "博物馆",
    "公寓",
    "咖啡",
    "海滩",
    "语言课",
    "自行车",
    "邮局",
    "银行",
    "药店",
    "菜市",
    "音乐节",
    "渡轮",
)
PLACES = (
    "老城",
    "河边",
    "车站旁",
    "山脚下",
    "港口",
    "大学附近",
    "广场北侧",
    "新区",
    "郊外",
    "教堂后面",
    "集市里",
    "桥头",
)
VERBS = (
    "值得一看",
    "常常排队",
    "周一不开",
    "只收现金",
    "到傍晚才热闹",
    "冬天关门",
    "要提前预约",
    "有免费地图",
    "比想象的小",
    "最近翻修过",
)
FEES = ("5 欧元", "20 欧元", "12 欧元")
DAYS = ("1至2个工作日", "10天", "3周")
HOTLINES = ("+355 69 246 1357", "+355 68 975 3186", "+355 67 420 8642")


@dataclass
class Planted:
    """The guides by name, and what was planted: for each finding its guides, by what it is about."""

    guides: dict[str, str] = field(default_factory=dict)
    campaigns: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    groups: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    contradictions: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    carried: set[str] = field(default_factory=set)
    honest: dict[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """Write the guides into a folder."""
        for name, text in self.guides.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder


def planted(count: int, seed: int = 9) -> Planted:
    """Return a corpus of `count` guides: a quarter each in campaigns, templates and contradictions, the rest honest."""
    chance = random.Random(seed)
    corpus = Planted()
    makers: tuple[Callable[[Planted, random.Random, int], None], ...] = (_campaign, _template, _contradiction, _honest)
    number = 0
    while len(corpus.guides) < count:
        makers[number % len(makers)](corpus, chance, number)
        number += 1
    return corpus


def _body(chance: random.Random, sentences: int = 9) -> str:
    """Return sentences of which hardly any two guides share many."""
    made = []
    for _ in range(sentences):
        first, second = chance.sample(SUBJECTS, 2)
        made.append(
            f"{chance.choice(PLACES)}的{first}{chance.choice(VERBS)}，{second}在{chance.choice(PLACES)}，"
            f"{chance.choice(VERBS)}，走过去大约{chance.randint(3, 50)}步。"
        )
    return "\n\n".join("".join(made[at : at + 3]) for at in range(0, sentences, 3))


def _title(chance: random.Random, number: int) -> str:
    return f"{chance.choice(PLACES)}{chance.choice(SUBJECTS)}与{chance.choice(SUBJECTS)}见闻第{number}篇"


def _campaign(corpus: Planted, chance: random.Random, number: int) -> None:
    """Plant a handle in the titles and last lines of some guides, and bare in a sentence of one more."""
    handle = f"kaka{number}_demo"
    advert = f"[[TG💪+ @{handle}](https://t.me/s/{handle})]"
    names = [f"campaign/{number}-{part}.md" for part in range(chance.randint(4, 9))]
    for name in names:
        closing = advert if chance.random() < 0.7 else f"办卡销卡加飞机 @{handle} 咨询，价格优惠"
        corpus.guides[name] = f"# {_title(chance, number)}\n\n{_body(chance)}\n\n{closing}\n"
    bare = f"campaign/{number}-bare.md"
    corpus.guides[bare] = f"# {_title(chance, number)}\n\n{_body(chance)}\n\n还有 Telegram：@{handle}。\n"
    corpus.carried.add(bare)
    corpus.campaigns[handle] |= {*names, bare}


def _template(corpus: Planted, chance: random.Random, number: int) -> None:
    """Plant one text with the country and the operator swapped, or one text with a word changed."""
    swapped = chance.random() < 0.5
    lines = _body(chance, 12)
    end = f"{chance.choice(SUBJECTS)}{number}"
    some = chance.sample(list(COUNTRIES), chance.randint(2, 6))
    names = [f"template/{number}-{part}.md" for part in range(len(some))]
    for part, (name, country) in enumerate(zip(names, some, strict=True)):
        here = country if swapped else some[0]
        head = f"# {here}见闻：{end}\n\n到了{here}，先去 {COUNTRIES[here]} 的门店看看。"
        corpus.guides[name] = f"{head}\n\n{lines}\n\n写于第{part}天。\n"
    corpus.groups[names[0]] |= set(names)


def _contradiction(corpus: Planted, chance: random.Random, number: int) -> None:
    """Plant guides on one country and operator that give different answers; one answer in two of them."""
    kind = ("fee", "days", "refund", "hotline", "name")[number // 4 % 5]
    countries = list(FORMER) if kind == "name" else ["阿尔巴尼亚"] if kind == "hotline" else list(COUNTRIES)
    country = countries[number // 20 % len(countries)]
    operator = COUNTRIES[country]
    said: dict[str, tuple[str, ...]] = {
        "fee": tuple(f"{operator} 的注销手续费为 {fee}。" for fee in FEES),
        "days": tuple(f"{operator} 的注销申请审核需要 {days}。" for days in DAYS),
        "refund": (f"{operator} 注销后余额会退还。", f"{operator} 注销后余额不予退还。"),
        "hotline": tuple(f"{operator} 客服热线：{hotline}" for hotline in HOTLINES),
        "name": (f"{operator} 的营业厅最多。", f"{FORMER.get(country)} 的套餐最便宜。"),
    }
    for part, sentence in enumerate([*said[kind], said[kind][-1]]):
        name = f"contradiction/{number}-{part}.md"
        title = f"{country}见闻：{chance.choice(SUBJECTS)}{number}"
        corpus.guides[name] = f"# {title}\n\n{_body(chance)}\n\n{sentence}\n"
        if kind != "name" or part > 0:
            corpus.contradictions[kind].add(name)


def _honest(corpus: Planted, chance: random.Random, number: int) -> None:
    """Add a guide that shares with others what sites share: a footer, a licence, a community, an official page."""
    shared = (
        "---\n\n[关于我们](https://site.example/about) · [许可协议 CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)",
        "本项目的讨论在 [GitHub Discussions](https://github.com/sample/docs/discussions) 和 [Telegram 交流群](https://t.me/sample_docs_community)。",
        "营业时间见 [官网](https://www.vodafone.al/)。",
        "Vodafone Albania 的官网写明：注销免费，处理需要 1 至 2 个工作日。",
        "![地图](https://img.site.example/map.png)",
    )[number // 4 % 5]
    name = f"honest/{number}.md"
    text = f"# {_title(chance, number)}\n\n{_body(chance)}\n\n{shared}\n"
    corpus.guides[name] = text
    corpus.honest[name] = text
