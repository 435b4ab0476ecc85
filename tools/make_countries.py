"""Write the pack of countries: what each is called in the languages of the guides, and its calling code.

Names are those of the Unicode CLDR as Babel carries them, calling codes those of libphonenumber. Babel is needed only
here: `pip install babel`.
"""

import csv
from pathlib import Path

import phonenumbers
from babel import Locale

TARGET = Path(__file__).parent.parent / "pipeline/clean_guides/knowledge/data/countries.csv"
LANGUAGES = [
    "en",
    "zh_Hans",
    "zh_Hant",
    "ru",
    "uk",
    "vi",
    "id",
    "ms",
    "tr",
    "es",
    "pt",
    "ja",
    "ko",
    "th",
    "de",
    "fr",
    "it",
    "ar",
    "fa",
    "hi",
]


def main() -> None:
    """Write the pack."""
    locales = [Locale.parse(language) for language in LANGUAGES]
    with TARGET.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["country", "calling_code", "names", "source"])
        for region in sorted(phonenumbers.SUPPORTED_REGIONS):
            names = []
            for locale in locales:
                for name in (locale.territories.get(region, ""), locale.territories.get(region + "-alt-short", "")):
                    plain = name.split(" (")[0].strip()
                    if plain and plain not in names:
                        names.append(plain)
            code = phonenumbers.country_code_for_region(region)
            writer.writerow([region, code, ";".join(names), "Unicode CLDR, libphonenumber"])


if __name__ == "__main__":
    main()
