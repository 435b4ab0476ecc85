"""Fitting a verdict to what the advert takes up of its own line: a clause, sentences, or all of it."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from clean_guides.compiled import compiled
from clean_guides.document import Document
from clean_guides.formats.regions import Role
from clean_guides.knowledge.literal import PITCHING, Kind
from clean_guides.matching.signs import PRICE, STOPS
from clean_guides.matching.view import as_folded, fold
from clean_guides.matching.width import is_wide, width
from clean_guides.rules.promotion.belonging import JOINING, belongs, is_sum
from clean_guides.rules.promotion.extent import advert_end, advert_start, opens_advert, out_of_brackets
from clean_guides.rules.promotion.inset import inset
from clean_guides.rules.promotion.labels import is_labelled_line
from clean_guides.rules.promotion.marks import Marks
from clean_guides.rules.promotion.pitched import answers_itself, asks, pitched
from clean_guides.rules.promotion.units import Line
from clean_guides.rules.promotion.verdict import Verdict
from clean_guides.spans import Span, remaining

ELSEWHERE = "the guide advertises elsewhere"
"""Evidence without which a stretch would only have been flagged."""

_HEAD = 40
_REFERRING = 140
_LABEL = 40
_TAIL = 16
_COMMA = compiled(r"[，；→➜⇒]|,(?=\s)")
_BAR = compiled(r"\s*[|｜丨·–—]\s")
_BARS = frozenset("|｜丨")
_BEFORE = 2
_BEHIND = 4
_SIGNS = compiled(r"(?:[^\w\n（(【《「“\"'*_`\[+#]|[_\u200d\ufe0f])*")
_TITLE = 8
_LEAD = 8


def fitted(document: Document, line: Line, mine: list[Verdict], marks: Marks) -> bool:
    """Fit the verdicts of a line to what the advert takes up; say whether nothing else is left in it."""
    gone = {(a, b) for verdict in mine for a, b in verdict.removals}
    sentences = line.sentences if gone else ()
    if not gone.intersection(sentences):
        return False
    if (titled := _behind_advert(document, line, mine, marks)) is not None:
        mine[:] = [titled]
        return False
    cuts = dict(_cuts(document, line, mine, marks))
    whole = {index for index in range(len(mine)) if mine[index].removals and index not in cuts}
    owners = {span: index for index in sorted(whole, reverse=True) for span in mine[index].removals}
    reached = [(verdict.start, verdict.end) for verdict in mine if not verdict.removals]
    joined = _joined(document, line, owners, gone.difference(sentences), reached, marks)
    for owner, spans in joined.items():
        mine[owner] = replace(mine[owner], removals=(*mine[owner].removals, *spans))
    if len(sentences) > 1 and owners.keys() >= set(sentences):
        mine[:] = [replace(mine[0], removals=((line.start, line.end),))]
        return True
    for index, (cut, end) in cuts.items():
        verdict = mine[index]
        if ELSEWHERE in verdict.evidence and verdict.kind == "talk":
            mine[index] = replace(verdict, start=cut, removals=())
            continue
        last = end if any(map(str.isalnum, document.text[end : verdict.end])) else verdict.end
        mine[index] = replace(verdict, start=cut, end=last, removals=((cut, end), *verdict.removals[1:]))
    if len(sentences) > 1 or cuts:
        return False
    index = next(index for index, verdict in enumerate(mine) if sentences[0] in verdict.removals)
    mine[index] = replace(mine[index], removals=() if line.names_guide else ((line.start, line.end),))
    return not line.names_guide


def _behind_advert(document: Document, line: Line, mine: Sequence[Verdict], marks: Marks) -> Verdict | None:
    """Return the verdict on a heading that opens with an advert, so that the words behind it stay, or None.

    Words before the contact are part of the advert where a bar parts both from the rest.
    """
    verdict = mine[0]
    headed = line.role is Role.HEADING or line.names_guide
    if len(mine) > 1 or not headed or line.element is not None or not verdict.reach:
        return None
    start = document.text.find(":", line.inner, line.end) + 1 if line.names_guide else line.inner
    first = marks.first(verdict.start, verdict.end, verdict.places)
    at = _after_signs(document.text, verdict.reach, line.end)
    apart = width(document.text[start:first]) <= _LEAD or not _BARS.isdisjoint(document.text[verdict.reach : at])
    titled = width(document.text[at : line.end]) >= _TITLE and apart
    return (
        replace(verdict, start=start, removals=((start, at),)) if titled and not marks.pitches(at, line.end) else None
    )


def _after_signs(text: str, start: int, end: int) -> int:
    """Return where signs that open nothing end, from a place on."""
    signs = _SIGNS.match(text, start, end)
    return signs.end() if signs else start


def _cuts(
    document: Document, line: Line, mine: Sequence[Verdict], marks: Marks
) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield, for each verdict on a whole sentence whose beginning stays, its index and what the advert takes up."""
    sentences = set(line.sentences)
    for index, verdict in enumerate(mine):
        span = (verdict.start, verdict.end)
        if span not in sentences or not verdict.removals:
            continue
        if span in line.sentences[1:2] and asks(document, line):
            continue
        if answers_itself(document, line, line.sentences.index(span)):
            continue
        if part := inset(document, line, verdict, marks) or _clause(document, line, verdict, marks):
            yield index, part
            continue
        cut = advert_start(document, line, span, _first(document, line, verdict, marks))
        if cut > span[0] and not (span == line.sentences[-1] and _is_label(document, line, span[0], cut)):
            end = advert_end(document.text, line, span)
            yield index, (cut, verdict.reach if _titled_tail(document, line, verdict.reach, end, marks) else end)


def _first(document: Document, line: Line, verdict: Verdict, marks: Marks) -> int:
    """Return where the advert in a sentence begins at the latest.

    Before a bar in a title, words that call to act say what the guide is about, unless a seller's stand there too.
    """
    first = marks.first(verdict.start, verdict.end, verdict.places)
    contact = min((place for place in verdict.places if place >= verdict.start), default=first)
    if line.role is not Role.HEADING and not line.names_guide:
        return first
    bars = [match.start() for match in _BAR.finditer(document.text, first, contact)]
    if not bars or any(marks.count(kind, verdict.start, bars[-1]) for kind in (Kind.SELLER, Kind.IMPATIENCE)):
        return first
    return bars[-1]


def _titled_tail(document: Document, line: Line, reach: int, end: int, marks: Marks) -> bool:
    """Say whether the words of a heading go on right behind an advert in its midst, without a sign between them."""
    if line.role is not Role.HEADING or not reach < end or not is_wide(document.text[reach]):
        return False
    return document.text[reach].isalpha() and not marks.pitches(reach, end)


def _clause(document: Document, line: Line, verdict: Verdict, marks: Marks) -> tuple[int, int] | None:
    """Return the clause of a sentence that holds all of an advert, if there are others before and behind, or None.

    What begins with a word that goes on about the advert is no other clause. Where a comma parts less than in Chinese,
    the clause behind must begin with a word that goes on with the steps. A word that joins the clause to the one before
    stays for the one behind.
    """
    text, start, end = document.text, verdict.start, verdict.end
    pack = document.knowledge.promotion
    if line.role is not Role.PARAGRAPH or line.element is not None or not verdict.places or not verdict.reach:
        return None
    cues = [hit.end for kind in PITCHING for hit in document.hits_in(kind, start, end)]
    cues += [match.end() for match in PRICE.finditer(text, verdict.reach, end)]
    first, last = marks.first(start, end, verdict.places), max([verdict.reach, *cues])
    commas = (match.start() for match in _COMMA.finditer(text, start, end))
    breaks = [at for at in out_of_brackets(text, start, commas) if not document.in_atom(at)]
    begin = max((at for at in breaks if at < first), default=start)
    stop = min((at for at in breaks if at >= last), default=end)
    before, behind = text[start:begin], text[stop + 1 : end]
    if sum(map(str.isalnum, before)) < _BEFORE or sum(map(str.isalnum, behind)) < _BEHIND:
        return None
    goes_on = fold(behind).lstrip()
    if opens_advert(document, start, begin) or goes_on.startswith(as_folded(pack.dependent)):
        return None
    joins = next((word for word in pack.additive if text.startswith(word, begin + 1)), "")
    if joins and not goes_on.startswith(as_folded(pack.additive)):
        return begin + 1 + len(joins), stop + 1
    return (begin, stop) if text[stop] != "," or goes_on.startswith(as_folded(pack.coordinate)) else None


def _joined(
    document: Document,
    line: Line,
    owners: dict[Span, int],
    boxes: Collection[Span],
    reached: Sequence[Span],
    marks: Marks,
) -> dict[int, list[Span]]:
    """Return the sentences that go with one beside them, by the verdict on that one, and note them as owned.

    What goes from a sentence as one of the `boxes` tells nothing of the rest of it. One that is nothing but a contact,
    of those in doubt that are `reached`, goes with the one before it, and a hashtag with words beside it.
    """
    sentences = line.sentences
    found: dict[int, list[Span]] = {}
    for index in pitched(document, line, owners, marks):
        owners[sentences[index]] = owner = min(owners.values())
        found.setdefault(owner, []).append(sentences[index])
    labelled = is_labelled_line(document, line.start, marks) or _sells_in_hashtags(document, line, owners, marks)
    for index in (*range(len(sentences)), *range(len(sentences) - 1 if labelled else 0, -1, -1)):
        start, end = sentences[index]
        beside = [sentences[i] for i in (index - 1, index + 1) if 0 <= i < len(sentences) and sentences[i] in owners]
        if (start, end) in owners or not beside:
            continue
        leads = sentences[index + 1 : index + 2] == tuple(beside[-1:]) and asks(document, line, index)
        behind = index > 0 and sentences[index - 1] in owners
        refers = behind and (_refers_back(document, start, end) or is_sum(document.text[start:end]))
        rest = remaining((start, end), boxes)
        bare = behind and _is_bare(document.text, (start, end), reached)
        tags = _is_hashtag(document.text, (start, end)) and not all(_is_hashtag(document.text, span) for span in beside)
        if (
            labelled
            or leads
            or refers
            or bare
            or tags
            or all(belongs(document, *piece, marks, JOINING) for piece in rest)
        ):
            owners[start, end] = owner = min(owners[span] for span in beside)
            found.setdefault(owner, []).append((start, end))
    return found


def _sells_in_hashtags(document: Document, line: Line, owners: Collection[Span], marks: Marks) -> bool:
    """Say whether a line is made of hashtags, of which more than those that go speak like a seller."""
    rest = [span for span in line.sentences if span not in owners]
    return all(_is_hashtag(document.text, span) for span in line.sentences) and any(
        marks.pitches(*span) for span in rest
    )


def _is_hashtag(text: str, sentence: Span) -> bool:
    said = text[slice(*sentence)].strip()
    return said.startswith(("#", "＃")) and len(said.split()) == 1


def _is_bare(text: str, sentence: Span, contacts: Iterable[Span]) -> bool:
    """Say whether a sentence holds one of these contacts and nothing else to read."""
    inside = [span for span in contacts if sentence[0] <= span[0] and span[1] <= sentence[1]]
    return bool(inside) and not any(c.isalnum() for a, b in remaining(sentence, inside) for c in text[a:b])


def _refers_back(document: Document, start: int, end: int) -> bool:
    """Say whether a sentence begins with words for what the sentence before it said, so that it can't stand alone."""
    begin = fold(document.text[start:end][:_HEAD].lstrip(" *_"))
    return end - start <= _REFERRING and begin.startswith(as_folded(document.knowledge.promotion.backward))


def _is_label(document: Document, line: Line, start: int, cut: int) -> bool:
    """Say whether what would be left of the last sentence of a line is no sentence but a label of the advert."""
    if line.role in (Role.HEADING, Role.FRONT_MATTER) or document.text[line.end - 1] in STOPS or line.start == 0:
        return False
    most = _LABEL if start == line.inner else _TAIL
    return width(document.text[start:cut]) <= most
