"""Days of publication shown to the reader: beside the link, on the page, on the title page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from crawler.model import Capture
from scoring.dating.beside import beside
from scoring.dating.months import month, within_month
from scoring.dating.printed import MONTHS, days, plausible
from scoring.dating.telling import alone, bare, labelled, quoting
from scoring.dating.zone import Zone
from scoring.editions import heard, stages, years
from scoring.editions.clues import Clues
from scoring.editions.current import current
from scoring.editions.linked import Mention, leading_to, mentions
from scoring.editions.lookalikes import news as news_item
from scoring.editions.naming import naming
from scoring.language.ru.folded import folded
from scoring.model import Block, Dated, Document, EditionFile, Evidence, Stage

_ROW = 320
_LONG = 600
"""Letters: what says when a page was published is said shortly."""
_NEAR_TITLE = 3
_SEVERAL = 2
_IMPRINT = 8
"""Blocks at the end of a file that may be its imprint: "Подписано в печать 11.11.2026"."""
_ACT = re.compile(r"закон|постановлени|решени|приказ|распоряжени")
_FORMAT_THEN_OF = re.compile(
    r"^(?:\W|\d|\b(?:pdf|docx?|pptx?|xlsx?|zip|rar|[мкmk][бb]|размер|файл)\b)*\bот\s*$"
)
_PARTS = re.compile(r"\n|\s[|·•]\s")
"""Between the lines of a title page, and what stands on one of them apart."""
_FEW = 4


def printed(
    files: Sequence[EditionFile],
    captures: Sequence[Capture],
    documents: Mapping[str, Document],
    zone: Zone,
    stage: Stage,
    year: int,
) -> Iterator[Dated]:
    """Days shown to the reader: in the row of the link, on the page, on the title page.

    "Обновлено" is only a day until which it was out. Days before the budget's own time are the
    days of something else and are dropped.
    """
    since = date(year + 1, 1, 1) if stage is Stage.EXECUTED else date(year - 1, 8, 1)
    known = mentions(current(captures), documents, [file.capture for file in files])
    for file in files:
        clues = Clues(file.capture, file.document.legible, leading_to(file.capture, known))
        near = (d for m in clues.mentions if not _is_news(m) for d in beside(m, zone.seen(m.page)))
        seen = zone.seen(file.capture)
        for said in (
            *_rows(clues, zone),
            *near,
            *_own(clues, zone),
            *_carrying_pages(clues, files, zone, stage, year),
        ):
            piece = within_month(said, seen)
            if piece and (piece.latest is None or piece.latest >= since):
                yield piece


def _rows(clues: Clues, zone: Zone) -> Iterator[Dated]:
    for mention in clues.mentions:
        text = mention.link.context
        until = zone.seen(mention.page)
        yield from labelled(text, until, mention.evidence)
        loose = bare(text, until)
        # A row may hold several editions, each with its day in its own cell.
        loose = loose if len(loose) < _SEVERAL else bare(mention.cell, until)
        if len(text) <= _ROW and len(loose) == 1 and not _is_news(mention):
            yield Dated("printed", loose[0].day, loose[0].day, mention.evidence)
        elif len(text) <= _ROW and (day := _stamp(mention, until) or _yearless(mention, until)):
            yield Dated("printed", day, day, mention.evidence)


def _stamp(mention: Mention, until: date) -> date | None:
    """The day that ends a row after the link: "Бюджет для граждан (pdf, 2 Мб) от 30.03.2026".

    An act's day also follows "от": a link that names an act is left alone.
    """
    link = mention.link
    tail = link.context.partition(link.text)[2] if link.text else ""
    found = days(tail)
    called = naming(link.text) or heard.bare(link.text)
    if len(found) != 1 or _ACT.search(folded(link.text)) or not called:
        return None
    before, after = folded(tail[: found[0].start]), folded(tail[found[0].end :])
    stamped = _FORMAT_THEN_OF.match(before) and re.fullmatch(r"\W*(?:г\.?|года?)?\W*", after)
    return found[0].day if stamped and plausible(found[0].day, until) else None


def _yearless(mention: Mention, until: date) -> date | None:
    """A day shown without its year ("14 ноября") that the page's own <time> tells whole."""
    plain = folded(mention.link.context)
    for where, iso in mention.document.page_dates:
        if where == "time" and (day := date.fromisoformat(iso)) and plausible(day, until):
            shown = rf"(?<!\d){day.day}\s+{MONTHS[day.month - 1]}\w*(?!\w|\s*\d)"
            if re.search(shown, plain):
                return day
    return None


def _own(clues: Clues, zone: Zone) -> Iterator[Dated]:
    until = zone.seen(clues.capture)
    places = clues.main if clues.is_page else clues.cover
    start = title_at(clues.main) if clues.is_page else 0
    if not clues.is_page:
        for block in clues.main[-_IMPRINT:]:
            if len(block.text) <= _LONG:
                yield from labelled(block.text, until, proof_of(clues, block))
    for index, block in enumerate(places):
        near = not clues.is_page or index <= start + _NEAR_TITLE
        if len(block.text) > _LONG or not (near or days(block.text)):
            continue
        proof = proof_of(clues, block)
        yield from labelled(block.text, until, proof)
        for line in _PARTS.split(block.text) if near else ():
            yield from alone(line, until, proof)
            yield from () if clues.is_page else month(line, until, quoting(proof, line))


def _carrying_pages(
    clues: Clues, files: Sequence[EditionFile], zone: Zone, stage: Stage, year: int
) -> Iterator[Dated]:
    """A page made for this one edition dates it, though it is no edition itself."""
    own = {file.capture.url for file in files}
    for mention in clues.mentions:
        page = Clues(mention.page, mention.document, ())
        if mention.page.url in own or not page.is_page or not _only_about(page, stage, year):
            continue
        until = zone.seen(mention.page)
        # The row of another file tells that file's day.
        others = {link.locator for link in page.document.links} - {mention.link.locator}
        for block in page.main:
            if len(block.text) <= _ROW and block.locator not in others:
                yield from labelled(block.text, until, proof_of(page, block))


def _only_about(page: Clues, stage: Stage, year: int) -> bool:
    marked = stages.marks(page.cover_text)
    if _years(page) != {year}:
        return False
    editions = sum(1 for link in page.document.links if naming(f"{link.text} {link.context}"))
    if naming(page.cover_text) is None and editions != 1:
        return False
    return [m.stage for m in marked] == [stage] or (not marked and editions <= _FEW)


def _years(page: Clues) -> set[int]:
    """The fiscal year of the page's title, else every year its headings name."""
    if named := years.fiscal(page.cover_text):
        return {named.year}
    return {found.year for head in page.headings if (found := years.fiscal(head.text))}


def title_at(blocks: Sequence[Block]) -> int:
    """Where the title of a page stands among its blocks."""
    heads = [n for n, block in enumerate(blocks[:40]) if naming(block.text)]
    return heads[-1] if heads and heads[-1] <= _NEAR_TITLE else (heads[0] if heads else 0)


def _is_news(mention: Mention) -> bool:
    return bool(news_item(Clues(mention.page, mention.document, ())))


def proof_of(clues: Clues, block: Block) -> Evidence:
    """A pointer to a block of a file."""
    c = clues.capture
    return Evidence(c.id, c.url, c.sha256, block.locator, block.text[:300])


def met(capture: Capture, quote: str) -> Evidence:
    """A pointer to a capture as a whole."""
    return Evidence(capture.id, capture.url, capture.sha256, "", quote[:300])
