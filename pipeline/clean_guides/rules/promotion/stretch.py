"""A stretch with contacts in it, and what can be seen of it: its words and signs, its contacts, what is around it."""

from bisect import bisect_left
from functools import cached_property

import msgspec
import regex

from clean_guides.compiled import compiled
from clean_guides.document import LONGEST_LINE, Document
from clean_guides.formats.regions import Region, Role
from clean_guides.knowledge.literal import Kind
from clean_guides.knowledge.wording import bordered, ending, joining
from clean_guides.matching.authorities import names_authority
from clean_guides.matching.contact import PAID, PERSONAL, PLAIN, Contact, ContactKind
from clean_guides.matching.handles import turned_to
from clean_guides.matching.links import is_documented, is_public
from clean_guides.matching.numbers import short_number_starts
from clean_guides.matching.operators import mentions_in
from clean_guides.matching.signs import DECORATION, POINTERS, PRICE
from clean_guides.matching.urls import split_url
from clean_guides.matching.view import fold
from clean_guides.matching.width import is_narrower, width
from clean_guides.ranges import Ranges
from clean_guides.rules.promotion.extent import addresses_the_wanting
from clean_guides.rules.promotion.labels import is_labelled
from clean_guides.rules.promotion.marks import PROJECT_CHATS, Marks, is_in_trade, is_software, under_community
from clean_guides.rules.promotion.ownership import is_bylined, names_institution, of_institution
from clean_guides.rules.promotion.pitched import offers_itself
from clean_guides.rules.promotion.verdict import Place
from clean_guides.spans import Span, outside, remaining

BASE = {
    ContactKind.CHAT: 2.2,
    ContactKind.ACCOUNT: 2.2,
    ContactKind.HANDLE: 1.0,
    ContactKind.TURNED_TO: 2.0,
    ContactKind.BARE: 1.7,
    ContactKind.ON_CHANNEL: 2.0,
    ContactKind.REFERRAL: 2.0,
    ContactKind.SHORT: 1.5,
    ContactKind.INVITING: 1.4,
    ContactKind.CODE: 2.0,
    ContactKind.WALLET: 2.0,
    ContactKind.CARD: 1.2,
    ContactKind.AGAIN: 1.8,
    ContactKind.EMAIL: 0.8,
    ContactKind.MAILBOX: 1.3,
    ContactKind.DISGUISED: 2.2,
    ContactKind.SPOKEN_OF: 1.7,
    ContactKind.SHOP: 0.8,
    ContactKind.PAGE: 1.4,
    ContactKind.NAMED: 1.2,
    ContactKind.MASKED: 1.5,
    ContactKind.SCANNED: 1.2,
}
"""What a contact weighs by itself."""

REACHED = (ContactKind.CHAT, ContactKind.ACCOUNT, ContactKind.TURNED_TO, ContactKind.CODE)
"""Contacts by which a seller is reached at once."""

STEP = 14
"""How much a sentence says beside a contact if it is a step of the guide, in letters."""

_NAMING = (Kind.CHANNEL, Kind.CHANNEL_SLANG)
INTRODUCING = (Kind.CALL_TO_ACT, Kind.SELLER_HEADING, *_NAMING)
"""Words that only lead to a contact."""

_ANSWERING = (
    *REACHED,
    ContactKind.HANDLE,
    ContactKind.BARE,
    ContactKind.NAMED,
    ContactKind.MASKED,
    ContactKind.DISGUISED,
    ContactKind.REFERRAL,
)
_PAID_FOR = (ContactKind.REFERRAL, ContactKind.INVITING, ContactKind.SHORT, ContactKind.SPOKEN_OF, ContactKind.WALLET)
_ALONE = (*REACHED, ContactKind.DISGUISED)
_IN_CODE = (ContactKind.ACCOUNT, ContactKind.CODE, ContactKind.AGAIN, ContactKind.DISGUISED)
_PRAISED = (*REACHED, ContactKind.ON_CHANNEL)
_REPORTED = (ContactKind.NAMED, ContactKind.DISGUISED)
_NUMBERED = (ContactKind.ACCOUNT, ContactKind.CHAT)
_TAG = compiled(r"<[^<>]*>")
_BOXED = compiled(r"[【〖★=]|[（(].*[)）]$", regex.DOTALL)
_ROUND = compiled(r"[（(][^（(）)]*[)）]")
_SHOPPING = compiled(r"/(?:shop|store|buy|purchase|order|checkout|cart|pricing|prices?)(?![a-z])", regex.IGNORECASE)
_SHORT_NUMBER = compiled(r"(?<!\d)\d{3,6}(?!\d)")
_CREDITED = compiled(rf"[^\w\n]*(?:{ending(joining('credited'))})", regex.IGNORECASE)
_ALTERNATIVE = compiled(bordered(joining("alternative")), regex.IGNORECASE)
_ADDED = compiled(r"➕|[+＋]\s?\p{So}")
_PUBLICATION = "WeChat public:"
_BOT = "bot"
_PARTING = tuple("-_,，、|｜丨—–·~～/+➕")
_TITLED = 8
_BESIDE = 200
_WORDLESS = 4
_AT_LENGTH = 80
_TOLD_CELLS = 4
_PUSHY = 2
_COLON = 4
_LISTED = 1000


class Stretch(msgspec.Struct, frozen=True, eq=False, dict=True):
    """A sentence, or brackets in one, with its contacts; what is seen of it is worked out when it is asked for."""

    document: Document
    place: Place
    start: int
    end: int
    contacts: list[Contact]
    marks: Marks

    def count(self, kind: Kind) -> int:
        """Return how many cues of a kind it has."""
        return self.marks.count(kind, self.start, self.end)

    def distinct(self, kind: Kind) -> int:
        """Return how many different cues of a kind it has."""
        return self.marks.distinct(kind, self.start, self.end)

    def rest(self, introducing: tuple[Kind, ...] = ()) -> int:
        """Return how much it says beside its contacts and the words of some kinds, in letters."""
        return _rest(self.document, (self.start, self.end), self.contacts, introducing)

    @cached_property
    def text(self) -> str:
        """Its text without tags."""
        return _TAG.sub("", self.document.text[self.start : self.end])

    @cached_property
    def strongest(self) -> Contact:
        """The contact that weighs most by itself."""
        return max(self.contacts, key=lambda c: (BASE[c.kind], c.region is not None))

    @property
    def kind(self) -> ContactKind:
        """What the strongest contact is."""
        return self.strongest.kind

    @property
    def region(self) -> Region | None:
        """The link that the strongest contact is the address of."""
        return self.strongest.region

    @cached_property
    def targets(self) -> tuple[str, ...]:
        """What the contacts lead to, sorted."""
        return tuple(sorted({contact.target for contact in self.contacts}))

    @cached_property
    def accounts(self) -> list[Contact]:
        """The contacts that are more than plain addresses, or all if there are no others."""
        return [contact for contact in self.contacts if contact.kind not in PLAIN] or self.contacts

    @cached_property
    def calls(self) -> int:
        """How many calls to act it has; words that turn the reader to a contact are one."""
        calls = self.count(Kind.CALL_TO_ACT)
        if calls or any(each.kind is ContactKind.BARE for each in self.contacts):
            return calls or 1
        turned = (each for each in self.contacts if each.kind in (*REACHED, ContactKind.ON_CHANNEL))
        return any(_is_turned_to(self.document, each) for each in turned)

    @cached_property
    def sells(self) -> int:
        """How many different words of a seller it has; a price is one."""
        return self.marks.distinct(Kind.SELLER, self.start, self.end) + self.priced

    @cached_property
    def priced(self) -> bool:
        """Whether it names a sum of money or a discount."""
        return PRICE.search(self.text) is not None

    @cached_property
    def trades(self) -> int:
        """How many words of trade it has."""
        return self.count(Kind.TRADE)

    @cached_property
    def hurries(self) -> int:
        """How many words it has that play on impatience."""
        return self.count(Kind.IMPATIENCE)

    @property
    def pitches(self) -> bool:
        """Whether it talks like a seller or plays on impatience."""
        return bool(self.sells or self.hurries)

    @cached_property
    def called_advert(self) -> bool:
        """Whether it calls itself an advert, or lies in an element that is called one."""
        labelled = is_labelled(self.document, (self.start, self.end), self.marks)
        return labelled or self.marks.in_advert(self.start, self.end)

    @cached_property
    def boxed(self) -> bool:
        """Whether it is set off in brackets or signs."""
        return self.place.boxed or bool(_BOXED.match(self.text.strip()))

    @cached_property
    def decorated(self) -> bool:
        """Whether signs call for attention in it, or at the beginning of its line."""
        return bool(DECORATION.search(self.text) or DECORATION.match(self.document.text, self.place.line.inner))

    @cached_property
    def addresses(self) -> bool:
        """Whether it speaks to those who may want what is sold, before it names an account."""
        if self.kind not in (ContactKind.ACCOUNT, ContactKind.MASKED):
            return False
        first = (self.region or self.strongest).start
        if addresses_the_wanting(self.document.text[self.start : first]):
            return True
        return bool(self.document.hits_in(Kind.ADDRESSED, self.start, first))

    @cached_property
    def boasts(self) -> int:
        """How many words of praise for what a seller does stand around an account, in its line and those beside it.

        Where the title or the line names an operator, or the line an institution, they may well be meant for that.
        """
        line, document = self.place.line, self.document
        if self.kind not in _PRAISED or self.marks.named:
            return 0
        start = document.line(line.start - 1)[0] if line.start else 0
        boasts = self.marks.distinct(Kind.BOAST, start, document.line(min(line.end + 1, len(document.text)))[1])
        boasts += offers_itself(document, line)
        around = max(line.start, self.start - LONGEST_LINE), min(line.end, self.end + LONGEST_LINE)
        if not boasts or mentions_in(document, *around) or names_institution(document.text[slice(*around)]):
            return 0
        return boasts

    @cached_property
    def goes_between(self) -> bool:
        """Whether its sentence speaks of somebody who does it in the reader's place."""
        return bool(self.document.hits_in(Kind.GO_BETWEEN, *(self.place.sentence or (self.start, self.end))))

    @property
    def answers(self) -> bool:
        """Whether it is the answer to a question right before it, and says whom to reach."""
        return self.place.asked and not self.boxed and self.kind in _ANSWERING

    @property
    def poses_as_official(self) -> bool:
        """Whether it calls official what hides where it leads, and says little else."""
        return self.kind is ContactKind.SHORT and self.count(Kind.OFFICIAL) > 0 and self.rest() < STEP

    @property
    def is_harmless(self) -> bool:
        """Whether its contacts are such as only what is said around them makes a seller's, and nothing of it is."""
        pushes = self.sells or self.trades or self.hurries or self.called_advert or self.goes_between
        if self.kind in PLAIN and (self._lists_sources or self.needs_words):
            return True
        if self.kind in PLAIN:
            asks = self.calls and (self.sells or self.trades or self.kind is ContactKind.PAGE)
            told = asks or self.sells + self.trades > 1 or self.hurries or self.called_advert or self.goes_between
            if not (told or self.is_button) or all(self.marks.is_named(contact.target) for contact in self.contacts):
                return True
        if all(c.target.startswith(PAID) for c in self.contacts) and not (pushes or self.again or self.boxed):
            return True
        if self.kind is ContactKind.SCANNED and not (pushes or self._asks):
            return True
        if self.kind is ContactKind.MASKED and not (pushes or self.addresses or self.answers):
            return True
        if self.only_turns and not (self._ends_line and self._looks_made_up):
            return True
        if self.kind is ContactKind.NAMED and not (pushes or self._asks or (self.calls and self.place.edge)):
            return True
        return self._leads_to_official_page

    @property
    def _lists_sources(self) -> bool:
        """Whether it is a row that tells several things of something, with pages behind words that ask for nothing."""
        if not self.row or self.called_advert or self._filled < _TOLD_CELLS:
            return False
        worded = [(c.region.inner_start, c.region.inner_end) for c in self.contacts if c.region is not None]
        kinds = (Kind.CALL_TO_ACT, Kind.SELLER, Kind.IMPATIENCE)
        return not any(self.document.hits_in(kind, *words) for words in worded for kind in kinds)

    @property
    def _filled(self) -> int:
        """How many cells of a row say something."""
        cells = self.document.inside(self.start, self.end, Role.TABLE_CELL, Role.ELEMENT)
        inside = {(c.inner_start, c.inner_end) for c in cells if c.role is Role.TABLE_CELL or c.name == "td"}
        return sum(any(map(str.isalnum, self.document.text[start:end])) for start, end in inside)

    @property
    def _asks(self) -> bool:
        """Whether it calls the reader to more than any guide would, or adds a name by a sign of its own."""
        if any(c.kind is ContactKind.BARE and _ADDED.match(self.document.text, c.start) for c in self.contacts):
            return True
        steps = self.marks.words_in(Kind.STEP, self.start, self.end)
        return any(word not in steps for word in self.marks.words_in(Kind.CALL_TO_ACT, self.start, self.end))

    @cached_property
    def is_button(self) -> bool:
        """Whether its line is nothing but a link to buy something, which signs point at or which comes again."""
        region = self.region
        if region is None or region.role is not Role.LINK or not (self.decorated or self.again or self.emphasised):
            return False
        parts = split_url(region.target)
        bought = self.marks.pitches(region.inner_start, region.inner_end) or _SHOPPING.search(parts.path)
        return bool(bought) and self.fills_line and not is_documented(parts)

    @property
    def only_turns(self) -> bool:
        """Whether it turns the reader to a bare name, which may be that of a thing, and its line offers nothing."""
        if self.kind is not ContactKind.BARE or self.answers or self._asks or self.called_advert or self.priced:
            return False
        line = self.place.line
        offers = (Kind.SELLER, Kind.TRADE, Kind.IMPATIENCE, Kind.GO_BETWEEN)
        return not any(self.document.hits_in(kind, line.start, line.end) for kind in offers)

    @property
    def _ends_line(self) -> bool:
        return not any(map(str.isalnum, self.document.text[self.strongest.end : self.place.line.end]))

    @property
    def _looks_made_up(self) -> bool:
        """Whether a bare name has digits in it, or stands behind a word in other letters than its own."""
        said = self.document.text[self.strongest.start : self.strongest.end]
        return any(map(str.isdigit, said)) or not said[0].isascii()

    @property
    def is_mention(self) -> bool:
        """Whether it only says that somebody is on a channel, as the credit of a picture does, and nothing is asked."""
        asked = self.calls or self.pitches or self.trades or self.called_advert or self.again or self.goes_between
        return self.kind is ContactKind.ON_CHANNEL and not asked

    @property
    def introduced(self) -> bool:
        """Whether a bare handle stands behind a sign and a few words with a colon, with nothing else in its line."""
        line = self.place.line
        before = self.document.text[line.inner : self.strongest.start].rstrip()
        labelled = before.endswith((":", "：")) and DECORATION.match(before) is not None
        behind = self.document.text[self.strongest.end : line.end]
        return self.kind is ContactKind.HANDLE and labelled and not any(map(str.isalnum, behind))

    @property
    def ends_title(self) -> bool:
        """Whether an account that is no number ends the title behind a sign that parts it from the rest."""
        line, start = self.place.line, self.strongest.start
        if not (line.role is Role.HEADING and self.place.edge and self.kind is ContactKind.ACCOUNT):
            return False
        text = self.document.text
        parted = text[:start].rstrip(" ").endswith(_PARTING) and width(text[line.inner : start]) >= _TITLED
        named = any(map(str.isalpha, self.strongest.target.rpartition(":")[2]))
        return named and parted and not any(map(str.isalnum, text[self.strongest.end : line.end]))

    @property
    def pictured(self) -> bool:
        """Whether an account stands in the words of a picture, beside more than its name."""
        image = self.document.around(self.strongest.start, self.strongest.end, Role.IMAGE)
        return self.kind is ContactKind.ACCOUNT and image is not None

    @property
    def heads(self) -> bool:
        """Whether a heading is nothing but a link, whose words ask and offer nothing."""
        line, region = self.place.line, self.region
        if line.role is not Role.HEADING or region is None or region.role is not Role.LINK:
            return False
        text = self.document.text
        if self.calls or self.pitches or POINTERS.search(text, line.inner, line.end):
            return False
        return not any(c.isalnum() for c in text[line.inner : region.start] + text[region.end : line.end])

    @property
    def emphasised(self) -> bool:
        """Whether its strongest contact is a link in emphasis."""
        region = self.region
        return region is not None and self.document.around(region.start, region.end, Role.STRONG) is not None

    @property
    def _leads_to_official_page(self) -> bool:
        region = self.region
        if self.kind not in (ContactKind.INVITING, *PLAIN) or region is None or self.sells >= _PUSHY or self.hurries:
            return False
        official = self.document.hits_in(Kind.OFFICIAL, region.inner_start, region.inner_end)
        return bool(official) and self.rest() >= STEP

    @cached_property
    def again(self) -> bool:
        """Whether one of its contacts comes again in the guide; a bare handle may, unless the title shows it off."""
        titled = self.place.line.role is Role.HEADING and self.place.edge and (self.decorated or self.boxed)
        bare = self.kind is ContactKind.HANDLE and not (self.calls or self.pitches or titled)
        return not bare and max(self.marks.repeated[contact.target] for contact in self.contacts) > 1

    @cached_property
    def row(self) -> bool:
        """Whether it is a row of a table."""
        line = self.place.line
        row = line.role is Role.TABLE_ROW or (line.element is not None and line.element.name == "tr")
        return row and not (self.kind is ContactKind.HANDLE and not (self.calls or self.pitches))

    @property
    def posing(self) -> bool:
        """Whether it is a row whose addresses stand behind many different words of the guide."""
        return self.row and all(contact.target in self.marks.posing for contact in self.contacts)

    @cached_property
    def community(self) -> bool:
        """Whether it speaks of a community, or the heading above it does and nothing of the guide is a seller's.

        A page that a community is linked to by is no chat of a seller's, whatever else the guide sells.
        """
        if self.place.line.role is not Role.FRONT_MATTER and self.count(Kind.COMMUNITY):
            return True
        pitched = bool(self.pitches or self.trades)
        if self.kind not in (ContactKind.SHOP, ContactKind.PAGE):
            pitched = pitched or self.again or bool(self.marks.starts.get(Kind.SELLER))
        return not pitched and under_community(self.document, self.place.line.start, self.marks)

    @property
    def heads_as_seller(self) -> bool:
        """Whether all its words for a community are words above a seller's contacts too."""
        return 0 < self.count(Kind.COMMUNITY) <= self.count(Kind.SELLER_HEADING)

    @property
    def wordless(self) -> bool:
        """Whether its strongest contact is a link without words."""
        region = self.region
        if region is None or region.role is not Role.LINK:
            return False
        return not self.document.text[region.inner_start : region.inner_end].strip()

    @property
    def offers(self) -> bool:
        """Whether the words of its link hold a price, a discount or what a seller says."""
        region = self.region
        if region is None or region.role is not Role.LINK:
            return False
        start, end = region.inner_start, region.inner_end
        return self.marks.count(Kind.SELLER, start, end) > 0 or PRICE.search(self.document.text, start, end) is not None

    @property
    def in_code(self) -> bool:
        """Whether its strongest contact stands in code, where some kinds may."""
        return self.kind not in _IN_CODE and self.document.in_code(self.strongest.start, self.strongest.end)

    @property
    def in_quotes(self) -> bool:
        """Whether its strongest contact stands in quotation marks."""
        where = self.region or self.strongest
        return self.place.line.role is not Role.FRONT_MATTER and self.marks.is_quoted(where.start, where.end)

    @property
    def quoted(self) -> bool:
        """Whether it is quoted, or shown in a block quote that a guide about adverts announces."""
        return self.in_quotes or _shown(self.document, self.place, self.marks)

    @property
    def warned(self) -> bool:
        """Whether somebody is warned of what it says."""
        warned = self.in_quotes and self.marks.count(Kind.WARNING, self.start - _BESIDE, self.end + _BESIDE) > 0
        if self.kind in _REPORTED:
            return warned or any(self.count(kind) for kind in (Kind.WARNING, Kind.CAUTION))
        return warned

    @property
    def about_subject(self) -> bool:
        """Whether all its accounts bear the name of what the guide is about."""
        return all(self.marks.is_subject(contact.target) for contact in self.accounts)

    @property
    def names_bots(self) -> bool:
        """Whether it only names bots of the messenger that the title is about, and neither asks nor offers anything."""
        title = self.document.title
        if self.kind is not ContactKind.TURNED_TO or title is None or self.pitches or self.count(Kind.CALL_TO_ACT):
            return False
        about = self.document.hits_in(Kind.CHANNEL, title.start, title.end)
        return bool(about) and all(contact.target.endswith(_BOT) for contact in self.contacts)

    @property
    def of_operator(self) -> bool:
        """Whether an account bears an operator's or authority's name, and others are numbers, where nothing is sold."""
        bearing = [contact for contact in self.accounts if contact.target in self.marks.operators]
        others = [contact for contact in self.accounts if contact.target not in self.marks.operators]
        return not self.pitches and bool(bearing) and all(map(_is_number, others))

    @property
    def _numbered(self) -> bool:
        return not self.pitches and all(map(_is_number, self.accounts))

    @property
    def beside_operator(self) -> bool:
        """Whether its accounts are numbers behind an operator's name in a sentence or a list, and nothing is sold."""
        if not self._numbered:
            return False
        items = self.document.enclosing(self.start, self.end, Role.ITEM, Role.ELEMENT)
        lists = [item for item in items if item.role is Role.ITEM or item.name == "li"]
        places = [(item.start, self.end) for item in lists if self.end - item.start <= _LISTED]
        return any(mentions_in(self.document, *place) for place in [(self.start, self.end), *places])

    @property
    def beside_hotline(self) -> bool:
        """Whether its accounts are numbers, and it gives a short number to call as well, where nothing is sold."""
        if not self._numbered:
            return False
        starts = short_number_starts(self.document)
        return bisect_left(starts, self.start) < bisect_left(starts, self.end)

    @property
    def cares(self) -> bool:
        """Whether it speaks of customer care, and is no loud offer."""
        return self.count(Kind.CARE) > 0 and not (self.sells > 1 or self.hurries)

    @property
    def of_known(self) -> bool:
        """Whether its accounts bear a name that the guide uses elsewhere, where nothing is sold."""
        return not (self.pitches or self.trades) and all(c.target in self.marks.known for c in self.accounts)

    @property
    def is_credited(self) -> bool:
        """Whether it says where the text comes from, or who published it beside who wrote it, and asks for nothing."""
        if self.pitches or self.calls:
            return False
        published = all(contact.target.startswith(_PUBLICATION) for contact in self.contacts)
        if published and self.fills_line and is_bylined(self.document, self.place.line.start, self.place.line.end):
            return True
        return _CREDITED.match(self.text) is not None

    @property
    def is_reported(self) -> bool:
        """Whether it is what somebody else says, in quotation marks that words outside announce."""
        places = tuple(contact.start for contact in self.contacts)
        return self.in_quotes and self.marks.reports(self.document.text, self.start, self.end, places)

    @property
    def is_projects_own(self) -> bool:
        """Whether it may be how a project is reached or paid for: no trade is named and nobody is hurried."""
        s = self
        if s.marks.project and s.kind in _PAID_FOR:
            return True
        sold = s.sells > 1 and not s.marks.project
        if s.trades or s.hurries or s.goes_between or s.called_advert or sold or s.priced:
            return False
        return s.marks.project or is_software(s.document)

    @property
    def is_second_to_hotline(self) -> bool:
        """Whether it names a number to write to beside a short one to call, as another way to reach the same."""
        return self.beside_hotline and self.is_alternative and not (self.pitches or self.called_advert)

    @property
    def is_projects_chat(self) -> bool:
        """Whether all its contacts are chats of the kind that projects have."""
        return all(contact.target.partition(":")[0] in PROJECT_CHATS for contact in self.accounts)

    @property
    def is_quiet(self) -> bool:
        """Whether it only says who is reached there: nothing is asked or offered, and nothing calls for attention."""
        s = self
        asked = s.calls or s.addresses or s.answers or s.called_advert or s.goes_between
        offered = s.pitches or s.trades or s.offers or s.boasts
        shown = (
            s.decorated
            or s.boxed
            or s.alone
            or s.again
            or s.region
            or s.pictured
            or s.count(Kind.DISGUISE)
            or s.pushed[0]
        )
        plain = s.kind in PERSONAL and s.place.line.role is Role.PARAGRAPH
        return plain and not (asked or offered or shown)

    @property
    def is_aside(self) -> bool:
        """Whether round brackets in the midst of a sentence say how somebody is reached, and nothing is offered."""
        s = self
        sentence = s.place.sentence
        if sentence is None or s.kind not in PERSONAL or not _ROUND.fullmatch(s.text.strip()):
            return False
        if s.place.line.role is not Role.PARAGRAPH or s.place.asked or s.again or s.pushed[0]:
            return False
        goes_on = any(map(str.isalnum, s.document.text[s.end : sentence[1]]))
        offers = (Kind.SELLER, Kind.TRADE, Kind.IMPATIENCE, Kind.GO_BETWEEN, Kind.SELLER_HEADING, Kind.DISGUISE)
        offered = any(s.document.hits_in(kind, *sentence) for kind in offers) or DECORATION.search(s.text)
        return goes_on and not (offered or s.called_advert or (s.calls and is_in_trade(s.document)))

    @property
    def of_authority(self) -> bool:
        """Whether its sentence speaks of an authority, where nothing is sold and nobody hides."""
        if self.pitches or self.called_advert or self.goes_between or self.kind is ContactKind.DISGUISED:
            return False
        return names_authority(self.document, self.place.sentence or (self.start, self.end))

    @property
    def is_institutions(self) -> bool:
        """Whether its accounts are those of a public body, a school and the like, where nothing is sold."""
        if self.pitches or self.trades or self.called_advert or self.goes_between or self.decorated:
            return False
        sentence = self.place.sentence or (self.start, self.end)
        return all(of_institution(self.document, sentence, contact) for contact in self.accounts)

    @cached_property
    def fills_line(self) -> bool:
        """Whether its line holds nothing but its contacts and what introduces them; a heading counts for none."""
        line = self.place.line
        if line.role is Role.HEADING:
            return False
        places = [contact.region or contact for contact in self.contacts]
        if line.end - line.inner - sum(place.end - place.start for place in places) > LONGEST_LINE:
            return False
        front = line.role is Role.FRONT_MATTER
        behind = self.document.text.find(":", line.inner, line.end) + 1 if front else 0
        return self._stands_alone((max(line.inner, behind), line.end))

    @cached_property
    def alone(self) -> bool:
        """Whether it, or its line, holds nothing but its contacts and what introduces them."""
        return self.fills_line or self._stands_alone((self.start, self.end))

    def _stands_alone(self, span: Span) -> bool:
        """Say whether a stretch holds nothing but links that lead to a seller, or at the edge of a guide a handle.

        If nothing speaks for them, words that call the reader to them and name their channel count for nothing.
        """
        first = self.contacts[0]
        at_edge = self.place.edge and not self.place.boxed
        if first.region is None and first.kind not in _ALONE and not (at_edge and first.kind is ContactKind.HANDLE):
            return False
        trusted = self.of_operator or self.about_subject or self.marks.project or self.marks.warns
        introducing = () if trusted or self.community else INTRODUCING
        gone = _led_to(self.document, span, self.contacts, introducing)
        return is_narrower(self.document.text, remaining(span, gone), _WORDLESS)

    @property
    def signed(self) -> bool:
        """Whether an account stands there with the sign of one, or as a hashtag."""
        text = self.document.text
        accounts = (c for c in self.contacts if c.kind is ContactKind.ACCOUNT)
        return any("@" in text[c.start : c.end] or text[c.start - 1 : c.start] in ("#", "＃") for c in accounts)

    @cached_property
    def pushed(self) -> tuple[int, int]:
        """From how many guides its contact was removed, and how many carried it; zeros if nothing is known."""
        known = self.document.options.pushed
        return max((known.get(contact.target, (0, 0)) for contact in self.contacts), default=(0, 0))

    @property
    def is_step(self) -> bool:
        """Whether it goes on before and after its contacts, so that it says more than whom to reach."""
        before = self._before
        places = [contact.region or contact for contact in self.contacts]
        after = self.document.text[max(place.end for place in places) : self.end]
        return all(width(text) >= STEP for text in (before, after))

    @property
    def leads_to_official_too(self) -> bool:
        """Whether it leads to a page of somebody official as well, so that its reader has the choice."""
        document = self.document
        own = Ranges((contact.start, contact.end) for contact in self.contacts)
        hosts = (u.host for u in document.urls_in(self.start, self.end) if not own.meets(u.start, u.end))
        return any(is_public(host, document.knowledge.promotion, document.knowledge.official_domains) for host in hosts)

    @property
    def needs_words(self) -> bool:
        """Whether a sentence of the guide needs the words of its link, and hardly speaks like a seller."""
        busy = self.calls or self.hurries or self.called_advert or self.poses_as_official or self.goes_between
        return not busy and self.distinct(Kind.SELLER) <= 1 and self.links_in_passing

    @property
    def links_in_passing(self) -> bool:
        """Whether it is a sentence of the guide that needs the words of its link, and goes on behind it.

        One that begins with the link, or names a price, must say a good deal more.
        """
        region = self.region
        if region is None or self.place.line.role is not Role.PARAGRAPH:
            return False
        behind = self.document.text[region.end : self.end]
        if (self.priced or width(self._before) < STEP) and width(behind) < _AT_LENGTH:
            return False
        goes_on = any(map(str.isalnum, behind)) and behind.lstrip(" *_")[:1] not in (":", "：", "-", "—", "–")
        return goes_on and not self._before.rstrip().endswith((":", "："))

    @property
    def is_alternative(self) -> bool:
        """Whether it names its contact as another way to do what a step of the guide says."""
        parts = (self._before[: match.start()] for match in _ALTERNATIVE.finditer(self._before))
        return any(width(part) >= STEP or _SHORT_NUMBER.search(part) for part in parts)

    @cached_property
    def _before(self) -> str:
        first = min((contact.region or contact).start for contact in self.contacts)
        return self.document.text[self.start : first]


def _is_number(contact: Contact) -> bool:
    """Say whether an account is a phone number."""
    number = contact.target.rpartition(":")[2]
    return contact.kind in _NUMBERED and all(c.isdigit() or c in "+ .-()/" for c in number)


def _shown(document: Document, place: Place, marks: Marks) -> bool:
    """Say whether a line is a block quote that the line before announces, in a guide that speaks of adverts."""
    line = place.line
    if not marks.starts[Kind.WARNING] or not document.text[line.start : line.inner].lstrip().startswith(">"):
        return False
    return document.text[: line.start].rstrip().endswith((":", "："))


def _is_turned_to(document: Document, contact: Contact) -> bool:
    """Say whether the words right before a contact, or before the name of its channel, turn the reader to it."""
    start = (contact.region or contact).start
    line = document.line(start)[0]
    channels = [hit for kind in _NAMING for hit in document.hits_in(kind, line, start) if start - hit.end <= _COLON]
    before = fold(document.text[line : min([start, *(hit.start for hit in channels)])])
    return turned_to(before, len(before), document.knowledge.promotion) is not None


def _rest(document: Document, span: Span, contacts: list[Contact], introducing: tuple[Kind, ...]) -> int:
    """Return how much a stretch says beside its contacts and what introduces them, in letters; Chinese ones are two."""
    return width(outside(document.text, span, _led_to(document, span, contacts, introducing)))


def _led_to(document: Document, span: Span, contacts: list[Contact], introducing: tuple[Kind, ...]) -> list[Span]:
    """Return the places of contacts in a stretch, and of the words that introduce them."""
    places = [(place.start, place.end) for place in (contact.region or contact for contact in contacts)]
    return places + [(hit.start, hit.end) for kind in introducing for hit in document.hits_in(kind, *span)]
