"""TRK004: a counter of readers."""

from clean_guides.rules.base import Example
from clean_guides.rules.tracking.base import PictureRule


class HitCounter(PictureRule):
    """A counter picture, or the script of one."""

    code = "TRK004"
    name = "hit-counter"
    kind = "counter"
    message = "A counter follows the reader."
    summary = "A picture or script that counts readers."
    rationale = "The number is of no use to a reader, and its server learns who reads the page."
    bad = (
        Example(
            "Bring your passport.\n\n![visits](https://hits.demo.example/count.svg?page=7)\n",
            "Bring your passport.\n",
        ),
    )
    good = (Example("![coverage](https://img.shields.io/codecov/c/github/demo/demo)\n"),)
