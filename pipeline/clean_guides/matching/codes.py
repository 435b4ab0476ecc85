"""Codes, passwords of shops, wallets and cards: what credits or pays the one who wrote it down."""

import re
from collections.abc import Iterator

import regex

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.wording import bordered, joining, plain
from clean_guides.matching.contact import Contact, ContactKind
from clean_guides.matching.lines import in_lines
from clean_guides.matching.signs import PRICE

_OFFER = compiled(
    r"(?<![\w@#/.\-])(?=[A-Z0-9_\-]*[A-Z])[A-Z0-9][A-Z0-9_\-]{3,15}(?![\w/@]|\.\w)|"
    r"[`*“\"]{1,2}(?=\w*\d)[A-Za-z0-9_\-]{5,24}[`*”\"]{1,2}"
)
_DISCOUNT = re.compile(r"[%折减$€£]")
_OFF = bordered(joining("discount"))
_DISCOUNTED = compiled(
    r"[`*“\"「]{1,2}(?<code>(?=\w*(?:\d|[A-Z]{3}))[A-Za-z0-9_\-.]{4,24})[`*”\"」]{1,2}[^\n。.;；]{0,10}?"
    rf"(?:\d\s?折|[-−]?\d{{1,2}}\s?%(?!\w)|立减\s?\d|减\s?\d|[$€£]\s?\d+\s(?i:{_OFF}))|"
    rf"(?i:{bordered(joining('with'))})\s"
    r"(?<code>(?=[A-Z]*\d)[A-Z][A-Z0-9]{4,15})(?![\w])[^\n.。]{0,24}?(?:\d{1,2}\s?%|[$€£]\s?\d+)\s?"
    rf"(?i:{_OFF})|"
    rf"\d{{1,2}}\s?%\s(?:\S{{1,12}}\s){{0,2}}?(?i:{bordered(joining('with'))})\s(?<code>(?=[A-Z\-]*[\d\-])[A-Z][A-Z0-9\-]{{4,19}})(?![\w])"
)
_CODE = compiled(
    rf"[\s\p{{P}}\p{{S}}]{{0,6}}(?:<[a-z]+>)?(?:{plain(joining('entered'))})?"
    r"[\s\p{P}\p{S}]{0,4}(?<code>[a-z0-9][a-z0-9_\-.]{3,19})(?![a-z0-9])"
)
_TOKEN = compiled(r"[\s*_`]*(?<code>[A-Za-z0-9][A-Za-z0-9_\-]{3,19})[\s*_`]*")
_WALLET = compiled(
    r"(?<!\w)(?:T[1-9A-HJ-NP-Za-km-z]{33}|0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{20,60}|[13][1-9A-HJ-NP-Za-km-z]{32,33})(?!\w)"
)
_LONG = re.compile(r"[Tb013][0-9A-Za-z]{22}")
_CARD = compiled(r"(?<![\d\w]|[A-Z]{2}\d\d )\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?![\d\w])")
_GROUP = re.compile(r"[ -]\d{4}[ -]\d")
_PASSWORD = compiled(r"(?<sign>[¥$€£₤₴])(?=[a-z]*\d|\d+[a-z])[a-z0-9]{10,12}(?P=sign)", regex.IGNORECASE)
_CURRENCY = re.compile(r"[¥$€£₤₴](?=[A-Za-z0-9]{10})")
_NEAR = 40


def codes(document: Document) -> Iterator[Contact]:
    """Yield what is to be entered or paid to so that somebody earns."""
    yield from _codes(document)
    yield from _wallets(document)
    yield from _talked_of(document)


def _codes(document: Document) -> Iterator[Contact]:
    view = document.view
    sold: dict[tuple[int, int], bool] = {}
    for hit in document.hits.get(Kind.CODE_BESIDE_OFFER, ()):
        if document.text[hit.start - 1 : hit.start] in ("<", "/"):
            continue
        start, end = line = document.line(hit.start)
        begin, stop = max(start, hit.start - _NEAR), min(end, hit.end + _NEAR)
        token = _OFFER.search(document.text, hit.end, stop) or _OFFER.search(document.text, begin, hit.start)
        if token and ", " in document.text[token.end() : hit.start]:
            continue
        if token and line not in sold:
            sold[line] = bool(PRICE.search(document.text, start, end)) or any(
                document.hits_in(kind, start, end) for kind in (Kind.SELLER, Kind.TRADE)
            )
        if token and sold[line] and not document.in_code_block(*token.span()):
            code = token.group().strip('`*“”"').lower()
            yield Contact(*token.span(), ContactKind.CODE, f"code:{code}", "a code beside an offer")
    for match in in_lines(_PASSWORD, view.text, _CURRENCY):
        start, end = view.raw(*match.span())
        if not document.in_code_block(start, end):
            yield Contact(start, end, ContactKind.CODE, f"code:{match.group()}", "a shop's password for its app")
    for match in in_lines(_DISCOUNTED, document.text, _DISCOUNT):
        if not document.in_code_block(*match.span("code")):
            code = match["code"].lower()
            yield Contact(*match.span("code"), ContactKind.CODE, f"code:{code}", "a code for a discount")
    yield from _given(document)
    yield from _in_columns(document)


def _in_columns(document: Document) -> Iterator[Contact]:
    """Yield codes in the columns of a table that are called so in its head."""
    for head in document.of(Role.TABLE_HEAD):
        titles = document.cells(head)
        called = [n for n, (start, end) in enumerate(titles) if document.hits_in(Kind.CODE_WORD, start, end)]
        table = document.around(head.start, head.end, Role.TABLE) if called else None
        for row in document.inside(table.start, table.end, Role.TABLE_ROW) if table is not None else ():
            cells = document.cells(row)
            for start, end in (cells[n] for n in called if n < len(cells)):
                given = _TOKEN.fullmatch(document.text, start, end)
                if given:
                    code = given["code"].lower()
                    yield Contact(*given.span("code"), ContactKind.CODE, f"code:{code}", "invitation code")


def _given(document: Document) -> Iterator[Contact]:
    """Yield codes behind a word for one; one of small letters must be known as a code from elsewhere in the guide."""
    view = document.view
    given = [
        (match["code"], hit.start, *view.raw(*match.span("code")))
        for hit in document.hits.get(Kind.CODE_WORD, ())
        if (match := _CODE.match(view.text, hit.folded_end))
    ]
    marked = {code for code, _, start, end in given if _is_marked(document.text, code, start, end)}
    for code, word, _, end in given:
        if code in marked:
            yield Contact(word, end, ContactKind.CODE, f"code:{code}", "invitation code")


def _is_marked(text: str, code: str, start: int, end: int) -> bool:
    """Say whether digits, capitals, emphasis or code show that a word is a code."""
    return any(c.isdigit() for c in code) or text[start:end].isupper() or text[start - 1] in "`*"


def _wallets(document: Document) -> Iterator[Contact]:
    for match in in_lines(_WALLET, document.text, _LONG):
        yield Contact(match.start(), match.end(), ContactKind.WALLET, f"wallet:{match.group()}", "address of a wallet")
    for match in in_lines(_CARD, document.text, _GROUP):
        yield Contact(match.start(), match.end(), ContactKind.CARD, f"card:{match.group()}", "number of a bank card")


def _talked_of(document: Document) -> Iterator[Contact]:
    """Yield talk of the author's own referral link or code."""
    for hit in document.hits.get(Kind.REFERRAL_TALK, ()):
        yield Contact(
            hit.start, hit.end, ContactKind.SPOKEN_OF, f"referral:{hit.start}", "talk of a referral of the author's own"
        )
