"""TRK002: a picture that advertises."""

from clean_guides.rules.base import Example
from clean_guides.rules.tracking.base import PictureRule


class AdvertImage(PictureRule):
    """A contact card, a seller's QR code, an advert banner or a slot for one, or a picture dropped beside an advert."""

    code = "TRK002"
    name = "advert-image"
    kind = "advert"
    message = "This picture or slot serves an advert."
    summary = "A contact card, a seller's QR code, an advert banner or its slot, or a lone picture beside adverts."
    rationale = (
        "A picture carries a contact past every filter that reads text, and its host learns who looks at it. The only "
        "picture of a guide that advertises, without a text and on a host where anybody may leave one, goes below the "
        "title, beside an advert or at the end; between the steps it is flagged."
    )
    bad = (
        Example(
            "带上护照。\n\n微信：kaka_demo8，量大从优\n\n![扫码加我](https://img.demo.example/kaka.png)\n",
            "带上护照。\n",
            "zh-Hans",
        ),
        Example(
            "Bring your ID.\n\nMessage us on Telegram @kaka_demo8, $10.\n\n![](https://i.postimg.cc/aB1/demo.png)\n",
            "Bring your ID.\n",
        ),
    )
    good = (
        Example("Scan the code on the card:\n\n![Where the QR code is on the card](images/esim-qr.png)\n"),
        Example("![曼谷机场的办卡柜台](images/counter.jpg)\n", language="zh-Hans"),
    )
