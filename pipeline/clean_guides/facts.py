"""Facts: what a guide contributes to the checks across guides, small enough to keep for a whole corpus."""

from collections.abc import Container, Iterable
from enum import StrEnum

import msgspec

from clean_guides.cleaning.clean import Outcome
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.issue import Action, Category, Issue
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.operators import NameKind
from clean_guides.matching.claims import find_claims, subject_of
from clean_guides.matching.contact import ContactKind
from clean_guides.matching.contacts import find_contacts
from clean_guides.matching.countries import guide_country
from clean_guides.matching.numbers import ascii_digits
from clean_guides.matching.operators import operator_mentions
from clean_guides.matching.sketch import packed, sketch
from clean_guides.matching.view import fold
from clean_guides.ranges import Ranges
from clean_guides.rules.operators.lists import operator_sets
from clean_guides.rules.tracking.pictures import picture_target
from clean_guides.spans import merged, without

_SWAPPED = (Kind.COUNTRY, Kind.OPERATOR)
"""What differs between two guides made from one template: the names of places and companies."""

_SCRIPTS = {
    "Han": (*range(0x34, 0xA0), 0xF9, 0xFA),
    "Hangul": (0x11, *range(0xAC, 0xD8)),
    "Cyrillic": (0x04, 0x05),
    "Arabic": (0x06, 0x07, 0x08, 0xFB, 0xFC, 0xFD, 0xFE),
    "Thai": (0x0E,),
    "Devanagari": (0x09,),
    "Latin": (0x01, 0x02, 0x1E),
}
"""The blocks of Unicode that hold most letters of a script, by the first byte of a code point in UTF-16."""

_OUTSIDE = {name: bytes(high for high in range(0x100) if high not in blocks) for name, blocks in _SCRIPTS.items()}
_NO_LETTERS = bytes(code for code in range(0x100) if not chr(code).isalpha())
_SCRIPT_SAMPLE = 1500
_NO_KEYS = (ContactKind.SHOP, ContactKind.PAGE, ContactKind.NAMED, ContactKind.SCANNED, ContactKind.MASKED)
_WRONG = ("stale", "variant", "acronym-mismatch")
_CLOSING = 0.9
_NAMES = 6


class Met(StrEnum):
    """What became of a contact in a guide, the strongest last."""

    MET = "met"
    FLAGGED = "flagged"
    REMOVED = "removed"


class Place(msgspec.Struct, frozen=True, array_like=True):
    """A stretch `[start, end)` of a raw guide that says something.

    `key` is the same for what is about the same thing, `value` is what is said of it. `at` holds line and column of its
    start and of its end, both from 1.
    """

    key: str
    value: str
    start: int
    end: int
    text: str
    at: tuple[int, int, int, int]


class Facts(msgspec.Struct, frozen=True, array_like=True):
    """The facts of one guide.

    `contacts` are the targets it leads to, each with what became of it and where it stands; `claims` what it says that
    other guides may contradict: hotlines, fees, days, refunds, documents, the operators of a country; `names` its names
    of operators. `subject` says what the guide is about, if its title does; `swapped` are the names that a template
    would swap; `length` counts the characters of the cleaned text, and `sketch` tells how much two texts share.
    """

    file: str
    length: int
    script: str
    subject: str
    swapped: tuple[str, ...]
    contacts: tuple[Place, ...]
    claims: tuple[Place, ...]
    names: tuple[Place, ...]
    sketch: bytes

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset at which one of the facts begins or ends, else the first place."""
        for place in (*self.contacts, *self.claims, *self.names):
            if offset == place.start:
                return place.at[:2]
            if offset == place.end:
                return place.at[2:]
        return 1, 1

    def in_doubt(self, pushed: Container[str]) -> bool:
        """Say whether the guide still has a contact that was removed from most others."""
        return any(place.key in pushed and not place.value.startswith(Met.REMOVED) for place in self.contacts)


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Facts)


def packed_facts(facts: Facts) -> bytes:
    """Return the facts of a guide as bytes."""
    return _ENCODER.encode(facts)


def unpacked_facts(data: bytes) -> Facts:
    """Return facts from `packed_facts`."""
    return _DECODER.decode(data)


def gather(outcome: Outcome) -> Facts:
    """Return the facts of a guide that has been cleaned."""
    document = outcome.document
    names = _names(outcome)
    return Facts(
        outcome.guide.name,
        len(outcome.cleaned),
        _script(outcome.guide.text),
        subject_of(document),
        tuple(dict.fromkeys([*_country(document), *(_operator(place) for place in names)]))[:_NAMES],
        tuple(_contacts(outcome)),
        (*_numbers(outcome), *_claims(document)),
        tuple(names),
        packed(_sketch(outcome)),
    )


def _country(document: Document) -> list[str]:
    country = guide_country(document)
    return [country] if country else []


def _operator(place: Place) -> str:
    return place.key.split("\t")[1]


def _script(text: str) -> str:
    """Return the script that most letters in a sample from the beginning of a text are in."""
    sample = text[:_SCRIPT_SAMPLE]
    high = sample.encode("utf-16-be", "surrogatepass")[::2]
    counts = {name: len(high.translate(None, outside)) for name, outside in _OUTSIDE.items()}
    counts["Latin"] += len(sample.encode("latin-1", "ignore").translate(None, _NO_LETTERS))
    most = max(counts, key=counts.__getitem__)
    return most if counts[most] else ""


def _contacts(outcome: Outcome) -> Iterable[Place]:
    """Yield one place for each target of a guide: where it was removed, else flagged, else met."""
    document = outcome.document
    found: dict[str, tuple[int, int, str, str]] = {}
    families = (Category.PROMOTION, Category.TRACKING)
    judged = sorted(outcome.issues, key=lambda issue: (issue.action is Action.FLAGGED, issue.start))
    for issue in judged:
        for target in _strings(issue.details.get("targets")) if issue.category in families else ():
            flagged = Met.MET if issue.details.get("excused") else Met.FLAGGED
            met = Met.REMOVED if issue.action is Action.REMOVED else flagged
            found.setdefault(target, (issue.start, issue.end, issue.text, met.value))
    for contact in find_contacts(document):
        if contact.kind not in _NO_KEYS and not document.in_code(contact.start, contact.end):
            text = document.text[contact.start : contact.end]
            found.setdefault(contact.target, (contact.start, contact.end, text, Met.MET.value))
    gone = Ranges((edit.start, edit.end) for edit in (outcome.ledger.edits if outcome.ledger else ()))
    for image in document.of(Role.IMAGE):
        if target := picture_target(document, image.target):
            met = Met.REMOVED if gone.covers(image.start, image.end) else Met.MET
            found.setdefault(target, (image.start, image.end, document.text[image.start : image.end], met.value))
    for target, (start, end, text, what) in found.items():
        if not document.knowledge.promotion.is_platform(target):
            yield _place(document, start, end, text, target, f"{what} {_position(document, start, end)}")


def _position(document: Document, start: int, end: int) -> str:
    """Return where in a guide a stretch stands: title, closing or body."""
    title = document.title
    if title is not None and title.start <= start < title.end:
        return "title"
    return "closing" if end >= _CLOSING * len(document.text) else "body"


def _numbers(outcome: Outcome) -> Iterable[Place]:
    """Yield the numbers that are given for an operator; codes to dial only where they are said to be its hotline."""
    document = outcome.document
    for issue in outcome.issues:
        operator = issue.details.get("operator")
        if issue.category is not Category.PHONE or not operator or issue.details.get("verdict") == "masked":
            continue
        line = document.text[slice(*document.line(issue.start))]
        if ("*" in issue.text or "#" in issue.text) and not document.knowledge.phones.service.search(line):
            continue
        key = f"hotline\t{issue.details.get('country')}\t{operator}"
        yield _placed(document, issue, key, ascii_digits(issue.text))


def _claims(document: Document) -> Iterable[Place]:
    for claim in find_claims(document):
        yield _place(document, claim.start, claim.end, document.text[claim.start : claim.end], claim.key, claim.value)
    for listed in operator_sets(document):
        key = f"operators\t{listed.country}"
        yield _place(
            document,
            listed.start,
            listed.end,
            document.text[listed.start : listed.end],
            key,
            ", ".join(listed.companies),
        )


def _names(outcome: Outcome) -> list[Place]:
    """Return the first place of each name that a guide gives an operator, and whether it is right today."""
    document = outcome.document
    found: dict[tuple[str, str], Place] = {}
    wrong = [i for i in outcome.issues if i.details.get("issue") in _WRONG and i.details.get("canonical")]
    for issue in wrong:
        key = f"{issue.details['country']}\t{issue.details['canonical']}"
        place = _place(document, issue.start, issue.end, issue.text, f"{key}\t{issue.details['issue']}", issue.text)
        found.setdefault((key, issue.text), place)
    for mention in operator_mentions(document):
        name = mention.name
        if name is None or name.operator is None or name.kind in (NameKind.SHORT, NameKind.FORMER):
            continue
        key = f"{name.country}\t{name.operator.name}"
        place = _place(document, mention.start, mention.end, mention.text, f"{key}\tcurrent", mention.text)
        found.setdefault((key, mention.text), place)
    return sorted(found.values(), key=lambda place: place.start)


def _placed(document: Document, issue: Issue, key: str, value: str) -> Place:
    return _place(document, issue.start, issue.end, issue.text, key, value)


def _place(document: Document, start: int, end: int, text: str, key: str, value: str) -> Place:
    at = (*document.line_column(start), *document.line_column(end))
    return Place(_encodable(key), _encodable(value), start, end, _encodable(text), at)


def _encodable(text: str) -> str:
    """Return text without lone surrogates, which stand for bytes that did not decode."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _sketch(outcome: Outcome) -> tuple[int, ...]:
    """Return the sketch of the raw text without its promotion and without the names a template swaps."""
    promotion = [(edit.start, edit.end) for edit in (outcome.ledger.edits if outcome.ledger else ())]
    names = [(hit.start, hit.end) for kind in _SWAPPED for hit in outcome.document.hits.get(kind, ())]
    view = outcome.document.view
    folded = view.text if view.offsets is None else ""
    gone = merged([*promotion, *names])
    return sketch(without(folded, gone) if folded else fold(without(outcome.guide.text, gone)))
