"""Marks: the words and signs of a document that speak for or against an advert, and what it is like as a whole."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import compress
from typing import Self

import msgspec
import regex
from msgspec.structs import replace

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Region, Role
from clean_guides.knowledge.addresses import parts_called
from clean_guides.knowledge.literal import PITCHING, SOLICITING, Kind
from clean_guides.knowledge.operators import title_words
from clean_guides.knowledge.wording import joining
from clean_guides.matching.contact import PERSONAL, PLAIN, Contact, ContactKind
from clean_guides.matching.contacts import find_contacts
from clean_guides.matching.lines import occurrences
from clean_guides.matching.literals import Hit
from clean_guides.matching.operators import operator_mentions
from clean_guides.matching.urls import Url
from clean_guides.matching.view import fold
from clean_guides.matching.width import width
from clean_guides.ranges import Ranges
from clean_guides.rules.promotion.ownership import owned, spoken_of
from clean_guides.spans import Span, outside

_OWNER_END = compiled(r"[-_.]")
_LATIN_NAME = compiled(r"(?<!\p{Latin})[a-z0-9][a-z0-9\-]{2,}+(?!\p{Latin})")
_SMALL_WORD = compiled(r"(?<![\w\-])[a-z][a-z\-]{2,}(?![\w\-])")
_OTHER_LETTER = compiled(r"[\p{L}--\p{Latin}]", regex.V1)
_QUOTES = re.compile(
    r"[“„«「『\"‘](?<! content=.)(?<! title=.)(?<! alt=.)(?<!label=.)(?<!placeholder=.)(?<! value=.)"
    r"[^“”„«»「」『』\"\n<>=]{2,400}[”“»」』\"’]"
)
_INSTALLING = (
    " install",
    " add",
    " get",
    " pull",
    " require",
    "npm i ",
    "git clone",
    "import ",
    "require(",
    "#include",
)
_INSTALLED = compiled(
    r"(?m)\b(?:pip3?|pipx|uv|poetry|pdm|conda|npm|pnpm|yarn|cargo|gem|composer|brew|apt|apt-get|dnf|pacman|go|dotnet|docker|"
    r"helm|nb plugin) (?:install|add|get|pull|require|i)\b|\bgit clone\b|^[ \t>]*(?:from [\w.]+ )?import \w|"
    r"\brequire\(['\"]|^[ \t]*#include [<\"]"
)
_ADVERT_NAME = compiled(
    r"(?:^|[\s_\-])(?:ads?|advs?|advert\w*|adbox|adblock|sponsor\w*|affiliate\w*|werbung|"
    r"publi\w*|reklama?|guanggao|tuiguang)(?:$|[\s_\-\d])",
    regex.IGNORECASE,
)
_SHOWY_NAME = compiled(r"(?:^|[\s_\-])(?:banner|bandeau|promo\w*|cta)(?:$|[\s_\-\d])", regex.IGNORECASE)
"""What pages call what they show off, adverts and their own head alike."""

_LABEL_BREAK = compiled(r"[.\-]")
_WEAK = (ContactKind.SHOP, ContactKind.PAGE, ContactKind.NAMED, ContactKind.SCANNED, ContactKind.MASKED)
_CALLED = (*PERSONAL, ContactKind.MAILBOX, ContactKind.EMAIL)
_CALL_NAME = 6
_ANNOUNCED = 8
_NAME = 4
_PITCH = 3
_MANY_WORDS = 3
_SELLING = (Kind.CALL_TO_ACT, Kind.SELLER)
_CODE_HOSTS = parts_called("code_hosts")
DELIVERY = frozenset(joining("delivery"))
"""A seller's words that tell nothing by themselves: an operator's shop delivers too."""

PROJECT_CHATS = ("Discord", "Slack", "Matrix", "Gitter", "Zulip")
_UPLOADS = "/user-attachments/"
_FIXED = "/badge/"
BADGE_HOSTS = parts_called("badge_hosts")
_BADGE_FILE = "badge.svg"
_KINDS = (
    Kind.CALL_TO_ACT,
    Kind.SELLER,
    Kind.TRADE,
    Kind.IMPATIENCE,
    Kind.WARNING,
    Kind.COMMUNITY,
    Kind.CARE,
    Kind.STEP,
    Kind.HELP,
    Kind.BOAST,
    Kind.SELLER_HEADING,
    Kind.DISGUISE,
    Kind.CAUTION,
    Kind.ADVERT_LABEL,
    Kind.OFFICIAL,
    Kind.GO_BETWEEN,
    Kind.ROUTE,
    Kind.ADDRESSED,
)
_TRADES = 2
_LITTLE = 40
_TOPIC = 4
"""In how many lines a guide speaks of ways to an author when these are what it is about, as one about a network is."""


class Marks(msgspec.Struct, frozen=True):
    """The cues of a document by kind, and what it is like as a whole.

    `warns`: it is about adverts and fraud; `project`: it is a project's own page; `quotes` are the quoted ranges,
    `adverts` those of elements that are called an advert; `repeated` counts the contacts by target; `posing` are the
    targets that hide where they lead behind many different words, `operators` those that bear the name of an operator
    or an authority, `known` those that bear another name which the guide uses. `subject` are the names in the title,
    `named` those of operators among them.
    """

    starts: dict[Kind, list[int]]
    words: dict[Kind, list[str]]
    warns: bool
    project: bool
    quotes: tuple[Span, ...]
    adverts: tuple[tuple[int, int], ...]
    repeated: Counter[str]
    posing: frozenset[str]
    subject: frozenset[str]
    named: frozenset[str]
    owners: frozenset[str]
    operators: frozenset[str]
    known: frozenset[str]

    def count(self, kind: Kind, start: int, end: int) -> int:
        """Return how many cues of a kind begin in a range."""
        starts = self.starts.get(kind, [])
        return bisect_right(starts, end - 1) - bisect_right(starts, start - 1)

    def without(self, ranges: Ranges) -> Self:
        """Return the marks without the cues that begin in some ranges."""
        kept = {kind: [not ranges.meets(at, at + 1) for at in starts] for kind, starts in self.starts.items()}
        starts = {kind: list(compress(starts, kept[kind])) for kind, starts in self.starts.items()}
        words = {kind: list(compress(words, kept[kind])) for kind, words in self.words.items()}
        return replace(self, starts=starts, words=words)

    def words_in(self, kind: Kind, start: int, end: int) -> list[str]:
        """Return the cues of a kind that begin in a range."""
        starts = self.starts[kind]
        return self.words[kind][bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]

    def pitches(self, start: int, end: int) -> bool:
        """Say whether a word of an advert begins in a range."""
        return any(self.count(kind, start, end) for kind in PITCHING)

    def distinct(self, kind: Kind, start: int, end: int) -> int:
        """Return how many different cues of a kind begin in a range."""
        return len(set(self.words_in(kind, start, end)))

    def sells(self, start: int, end: int) -> int:
        """Return how many different words of a seller begin in a range, none if they only tell of a delivery."""
        words = set(self.words_in(Kind.SELLER, start, end))
        return len(words) if words - DELIVERY else 0

    def is_subject(self, target: str) -> bool:
        """Say whether an account or a host bears the name of what the guide is about, and little else.

        The chat of a project may bear the name of the one whose code the guide links to.
        """
        channel, _, name = target.partition(":")
        if channel in PROJECT_CHATS and any(name in (owner, _OWNER_END.split(owner)[0]) for owner in self.owners):
            return True
        return _bears(self.subject, name or target)

    def is_named(self, host: str) -> bool:
        """Say whether a host bears the name of what the guide is about, or is called by an operator in its title."""
        labels = host.partition("/")[0].replace("-", "").split(".") + _LABEL_BREAK.split(host)
        return _bears(self.subject, host) or not self.named.isdisjoint(labels)

    def is_quoted(self, start: int, end: int) -> bool:
        """Say whether a range lies in quotation marks."""
        return any(a <= start and end <= b for a, b in self._quotes_in(start, end))

    def reports(self, text: str, start: int, end: int, places: tuple[int, ...]) -> bool:
        """Say whether all that a range asks and offers is told in quotation marks that words outside announce.

        `places` are those of its contacts in the text.
        """
        told = [cue for kind in PITCHING for cue in self.starts_in(kind, start, end)]
        for a, b in self._quotes_in(start, end):
            if start < a and all(a < place < b for place in (*told, *places)):
                return width(text[start:a]) >= _ANNOUNCED or width(text[b:end]) >= _ANNOUNCED
        return False

    def _quotes_in(self, start: int, end: int) -> Sequence[Span]:
        """Return the quotations that a range meets."""
        first = bisect_right(self.quotes, (start, start))
        first -= bool(first and self.quotes[first - 1][1] > start)
        return self.quotes[first : bisect_left(self.quotes, (end, end))]

    def starts_in(self, kind: Kind, start: int, end: int) -> list[int]:
        """Return where the cues of a kind begin in a range."""
        starts = self.starts[kind]
        return starts[bisect_left(starts, start) : bisect_left(starts, end)]

    def in_advert(self, start: int, end: int) -> bool:
        """Say whether a range lies in an element that is called an advert."""
        return any(a <= start and end <= b for a, b in self.adverts)

    def first(self, start: int, end: int, places: tuple[int, ...]) -> int:
        """Return where the advert in a sentence begins at the latest: its first contact or cue."""
        found = [place for place in places if start <= place < end]
        for kind in (*SOLICITING, Kind.GO_BETWEEN):
            starts = self.starts[kind]
            at = bisect_right(starts, start - 1)
            found += starts[at : at + 1] if at < len(starts) and starts[at] < end else []
        return min(found, default=start)


def _bears(words: Iterable[str], account: str) -> bool:
    name = "".join(c for c in account.partition("/")[0] if c.isalnum())
    return any(len(word) >= _NAME and word in name and 2 * len(word) >= len(name) for word in words)


def marks_of(document: Document, contacts: Sequence[Contact]) -> Marks:
    """Return the marks of a document with these contacts."""
    cues = {kind: separate(document.hits.get(kind, ())) for kind in _KINDS}
    sold = Ranges((hit.start, hit.end) for kind in (*_SELLING, Kind.HELP) for hit in document.hits.get(kind, ()))
    hurried = Ranges((hit.start, hit.end) for hit in document.hits.get(Kind.IMPATIENCE, ()))
    for kind in (Kind.SELLER, Kind.TRADE):
        cues[kind] = [(at, word) for at, word in cues[kind] if not hurried.meets(at, at + 1)]
    cues[Kind.COMMUNITY] = [cue for cue in cues[Kind.COMMUNITY] if not sold.meets(cue[0], cue[0] + 1)]
    named = _named_in_title(document, contacts)
    for kind in (*_SELLING, Kind.TRADE):
        cues[kind] = [cue for cue in cues[kind] if cue[1] not in named]
    if len({document.line_column(at)[0] for at, _ in cues[Kind.ROUTE]}) >= _TOPIC:
        cues[Kind.ROUTE] = []
    starts = {kind: [start for start, _ in found] for kind, found in cues.items()}
    words = {kind: [word for _, word in found] for kind, found in cues.items()}
    adverts = (
        (element.start, element.end)
        for element in document.of(Role.ELEMENT)
        if _is_called_advert(document, element, contacts)
    )
    subject, titled = _subject(document, contacts)
    operators = owned(document, contacts, titled)
    return Marks(
        starts,
        words,
        warns(document),
        is_project(document),
        _quotes(document),
        tuple(adverts),
        _repeated(contacts, operators),
        _posing(document, contacts),
        subject,
        titled,
        frozenset(folder for url in document.urls if url.host in _CODE_HOSTS for folder in _folders(url)),
        operators,
        spoken_of(document, contacts),
    )


def _is_called_advert(document: Document, element: Region, contacts: Sequence[Contact]) -> bool:
    """Say whether an element is called an advert, or what may be one too and a seller speaks in it or is reached."""
    called = f"{element.attribute('class')} {element.attribute('id')}"
    if _ADVERT_NAME.search(called):
        return True
    if _SHOWY_NAME.search(called) is None:
        return False
    reached = (c.start for c in contacts if c.kind not in PLAIN)
    pitches = any(document.hits_in(kind, element.start, element.end) for kind in (Kind.SELLER, Kind.IMPATIENCE))
    return pitches or any(element.start <= start < element.end for start in reached)


def warns(document: Document) -> bool:
    """Say whether a document is about adverts and fraud: its title says so, or it comes back to it again and again."""
    title = document.title
    warnings = [start for start, _ in separate(document.hits.get(Kind.WARNING, ()))]
    warned = title is not None and any(title.start <= start < title.end for start in warnings)
    return warned or len(warnings) >= max(3, len(document.text) // 1200)


def _quotes(document: Document) -> tuple[Span, ...]:
    """Return what stands in quotation marks; those of a script and of the title of a link are no quotation's."""
    signs = [(e.start, e.end) for e in document.of(Role.ELEMENT) if e.name == "script"]
    signs += [(link.inner_end, link.end) for link in document.of(Role.LINK) if link.title]
    other = Ranges(signs)
    found = (match.span() for match in _QUOTES.finditer(document.text))
    return tuple(span for span in found if not other.covers(*span))


def _folders(url: Url) -> list[str]:
    """Return owner and project of an address on a code host."""
    return url.parts.path.lower().strip("/").split("/")[:2]


def _posing(document: Document, contacts: Sequence[Contact]) -> frozenset[str]:
    """Return the targets of referrals and short links that at least three different texts lead to."""
    worded: dict[str, set[str]] = {}
    for contact in contacts:
        region = contact.region
        if contact.kind in (ContactKind.SHORT, ContactKind.REFERRAL) and region is not None:
            worded.setdefault(contact.target, set()).add(document.text[region.inner_start : region.inner_end].strip())
    return frozenset(target for target, words in worded.items() if len(words - {""}) >= _MANY_WORDS)


def _repeated(contacts: Sequence[Contact], operators: frozenset[str]) -> Counter[str]:
    """Return how often each target comes: an account of the same name on another channel is the same one again.

    The words of a link are no other place than its address.
    """
    found = Counter(contact.target for contact in contacts)
    named: dict[str, set[str]] = {}
    links = Ranges((c.region.start, c.region.end) for c in contacts if c.region is not None)
    for contact in contacts:
        if contact.kind is ContactKind.HANDLE and links.meets(contact.start, contact.end):
            continue
        name = contact.target.rpartition(":")[2].strip("@").partition("@")[0]
        if contact.kind in _CALLED and len(name) >= _CALL_NAME and contact.target not in operators:
            named.setdefault(name, set()).add(contact.target)
    same = [targets for targets in named.values() if len(targets) > 1]
    return found + Counter({target: len(targets) - 1 for targets in same for target in targets})


def separate(hits: Sequence[Hit]) -> list[tuple[int, str]]:
    """Return place and word of the hits that lie in no longer one."""
    found: list[tuple[int, str]] = []
    if not hits:
        return found
    last = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= last:
            found.append((hit.start, hit.literal.text))
        last = max(last, hit.end)
    return found


def _named_in_title(document: Document, contacts: Sequence[Contact]) -> frozenset[str]:
    """Return the seller's words that say what the guide is about: those in a title that holds no contact."""
    title = document.title
    if title is None or title.role is not Role.HEADING:
        return frozenset()
    if any(title.start <= c.start < title.end and c.kind not in _WEAK for c in contacts):
        return frozenset()
    kinds = (*_SELLING, Kind.TRADE)
    hits = (hit for kind in kinds for hit in document.hits.get(kind, ()))
    found = frozenset(hit.literal.text for hit in hits if title.start <= hit.start < title.end)
    return found if len(found) < _PITCH else frozenset()


def _subject(document: Document, contacts: Sequence[Contact]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names in Latin letters that the title and the first heading bear, and those of operators among them.

    A heading that is an advert counts for nothing. The name of a country is nobody's account, and that of an operator
    is what sellers call theirs by.
    """
    first = next((region for region in document.of(Role.HEADING) if region.level == 1), None)
    words: set[str] = set()
    named: set[str] = set()
    for title in filter(None, (document.title, first)):
        inside = (contact for contact in contacts if title.start <= contact.start < title.end)
        if all(contact.kind in _WEAK for contact in inside):
            found = set(_names(document.text[title.start : title.end]))
            places = _latin(document, Kind.COUNTRY, title)
            operators = _latin(document, Kind.OPERATOR, title)
            done = _done(document, title)
            words |= {word for word in found - places - operators if not word.startswith(done)}
            named |= found & operators
    return _letters(words) - title_words(), _letters(named) - title_words()


def _names(title: str) -> list[str]:
    """Return the words in Latin letters of a title, folded; one in another script holds no other ones by chance.

    In a title that is all in Latin letters, a word in small letters is no name.
    """
    found = _LATIN_NAME.findall(fold(title))
    if _OTHER_LETTER.search(title):
        return found
    small = set(_SMALL_WORD.findall(title))
    return [word for word in found if word not in small]


def _done(document: Document, title: Region) -> tuple[str, ...]:
    """Return the words of a title that say what is done, and with what."""
    hits = document.hits_in(Kind.SUBJECT, title.start, title.end)
    return tuple({fold(hit.literal.text.rstrip("*")) for hit in hits})


def _latin(document: Document, kind: Kind, title: Region) -> set[str]:
    """Return the words in Latin letters of the literals of a kind in a title."""
    hits = document.hits_in(kind, title.start, title.end)
    return {word for hit in hits for word in _LATIN_NAME.findall(fold(hit.literal.text))}


def _letters(words: Iterable[str]) -> frozenset[str]:
    return frozenset("".join(c for c in word if c.isalnum()) for word in words)


@lru_cache(maxsize=4)
def is_software(document: Document) -> bool:
    """Say whether a document tells how a program is installed or called."""
    lines = {document.line(at) for hint in _INSTALLING for at in occurrences(document.text, hint)}
    return any(_INSTALLED.search(document.text, *line) for line in lines)


@lru_cache(maxsize=4)
def is_in_trade(document: Document) -> bool:
    """Say whether a guide is about what sellers sell, as its words tell outside of the lines that hold a contact.

    Its title says what is done with a contract or account, it speaks of such services or names operators, or it has a
    seller's word or two of trade. One that says next to nothing may be about anything.
    """
    title = document.title
    if title is not None and document.hits_in(Kind.SUBJECT, title.start, title.end):
        return True
    lines = [document.line(contact.start) for contact in find_contacts(document)]
    if width(outside(document.text, (0, len(document.text)), lines).strip()) < _LITTLE:
        return True
    reached = Ranges(lines)

    def said(*kinds: Kind) -> set[str]:
        hits = (hit for kind in kinds for hit in document.hits.get(kind, ()))
        return {hit.literal.value for hit in hits if not reached.meets(hit.start, hit.end)}

    if any(service.startswith("service") for service in said(Kind.SUBJECT)) or said(Kind.SELLER, Kind.GO_BETWEEN):
        return True
    if len(said(Kind.TRADE, Kind.SELLER_HEADING)) >= _TRADES:
        return True
    return any(mention.name is not None for mention in operator_mentions(document))


def is_project(document: Document) -> bool:
    """Say whether a document is a project's own page: code hosts, badges and commands are all over it.

    Pictures that are kept at a code host tell nothing, and badges with a fixed text little: anybody may order them.
    """
    code_hosts = sum(url.host in _CODE_HOSTS and not url.parts.path.startswith(_UPLOADS) for url in document.urls)
    badged = [url for url in document.urls if url.host in BADGE_HOSTS or url.parts.path.endswith(_BADGE_FILE)]
    badges = [url for url in badged if code_hosts or not url.parts.path.startswith(_FIXED)]
    shown = sum(not document.hits_in(Kind.CHANNEL, url.start, url.end) for url in badges)
    headings = document.of(Role.HEADING)
    communal = sum(len(document.hits_in(Kind.COMMUNITY, heading.start, heading.end)) for heading in headings)
    return communal >= 2 or shown >= 2 or code_hosts >= max(4, len(document.urls) // 4)


def under_community(document: Document, at: int, marks: Marks) -> bool:
    """Say whether the heading above a place speaks of a community."""
    headings = document.of(Role.HEADING)
    index = bisect_left(headings, at, key=lambda heading: heading.start) - 1
    return index >= 0 and marks.count(Kind.COMMUNITY, headings[index].start, headings[index].end) > 0
