"""Signs of an offer that need no word: decoration and prices."""

import regex

from clean_guides.compiled import compiled

DECORATION = compiled(r"[\p{So}🏻-🏿➕➜→⇒👉★☆▶◆●━═～‼❗]|\u20e3|[=~*]{3,}|—{4,}")
"""Emoji, arrows, stars and rules, which call for attention."""

PRICE = compiled(
    r"[$€£¥₱₽฿₫₩₹₺₴]\s?\d|"
    r"\d\s?(?:元|块|塊|usdt|u\b|руб|грн|บาท|円|원|đ\b|rb\b|ribu|usd|bucks|dollars|euros?|eur|zł|tl\b|lei\b|₽|€|₹|₺|₴|kr\b)|"
    r"-\d{1,2}\s?%|\d\s?折|"
    r"\d\s?%\s?(?:off|rabatt|de (?:descuento|desconto|réduction|remise)|sconto|rabatu|скидк|indirim)|%\d",
    regex.IGNORECASE,
)
"""A sum of money or a discount."""
