"""TRK001: a picture that nobody sees."""

from clean_guides.rules.base import Example
from clean_guides.rules.tracking.base import PictureRule


class TrackingPixel(PictureRule):
    """A picture of one pixel, or a hidden one: it tells its server who reads the page."""

    code = "TRK001"
    name = "tracking-pixel"
    kind = "pixel"
    message = "A picture that nobody sees follows the reader."
    summary = "A picture of one pixel, or a hidden one."
    rationale = "A picture that can't be seen has one use: its server learns who reads the page, and when."
    bad = (
        Example(
            'Bring your passport.\n\n<img src="https://stat.demo.example/p.gif?g=7" width="1" height="1">\n',
            "Bring your passport.\n",
        ),
        Example("带上护照。\n\n![](data:image/gif;base64,R0lGODlhAQABAAAAACw=)\n", "带上护照。\n", "zh-Hans"),
    )
    good = (Example('<img src="images/counter-hall.jpg" width="640" height="480" alt="The hall">\n'),)
