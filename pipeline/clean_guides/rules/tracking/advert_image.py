"""TRK002: a picture that advertises."""

from clean_guides.rules.base import Example
from clean_guides.rules.tracking.base import PictureRule


class AdvertImage(PictureRule):
    """A contact card, a seller's QR code, an advert banner, or a slot for one."""

    code = "TRK002"
    name = "advert-image"
    kind = "advert"
    message = "This picture or slot serves an advert."
    summary = "A contact card, a seller's QR code, an advert banner, or a slot that an advertising network fills."
    rationale = "A picture carries a contact past every filter that reads text, and its host learns who looks at it."
    bad = (
        Example(
            "带上护照。\n\n微信：kaka_demo8，量大从优\n\n![扫码加我](https://img.demo.example/kaka.png)\n",
            "带上护照。\n",
            "zh-Hans",
        ),
    )
    good = (
        Example("Scan the code on the card:\n\n![Where the QR code is on the card](images/esim-qr.png)\n"),
        Example("![曼谷机场的办卡柜台](images/counter.jpg)\n", language="zh-Hans"),
    )
