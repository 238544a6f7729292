"""Days on which a site told that an edition was out: news with a link to it, news that name it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from crawler.model import Capture
from scoring.dating.printed import Found, Said, days, plausible, said
from scoring.dating.rungs import parsed
from scoring.dating.shown import met, proof_of, title_at
from scoring.dating.telling import alone, quoting
from scoring.dating.zone import Zone
from scoring.editions import stages, years
from scoring.editions.clues import Clues
from scoring.editions.current import current
from scoring.editions.linked import links_to
from scoring.editions.lookalikes import news as news_item
from scoring.editions.naming import naming
from scoring.language.ru.folded import any_of, folded
from scoring.language.ru.signs import holds
from scoring.model import Block, Dated, Document, EditionFile, Stage

Documents = Mapping[str, Document]
_NOTICE = 400
"""Letters of a notice; a longer paragraph tells more than one thing."""
_OUT = any_of(
    r"\b(?:опубликова|размещ|размести|выложен|выложил|вышел|вышла|вышло|вышли|выпущен|выпустил|"
    r"появил|издан|доступ[её]?н|открыт\w*|обнародова|подготовлен|подготовил|представлен)\w*"
)
_A_BOOKLET = any_of(
    r"граждан", r"\b(?:брошюр|буклет|лифлет|листовк|комикс|инфографик|книжк|выпуск)\w*"
)
"""What news call an edition by."""
_NEWS_OF = re.compile(r"(?:новост|сообщени|информаци|анонс|публикаци|запис|пост|релиз)\w*\s+от\s*$")
_FEED = 2
"""Days on lines of their own that make a page a feed of news."""


def news(
    files: Sequence[EditionFile],
    captures: Sequence[Capture],
    documents: Documents,
    zone: Zone,
    stage: Stage,
    year: int,
) -> Iterator[Dated]:
    """The day of a news item that names an edition and links to this one, or names this one."""
    own = {file.capture.url for file in files}
    for page in current(captures):
        document = documents.get(page.sha256)
        if document is None or page.url in own or "html" not in document.media_type:
            continue
        clues = Clues(page, document, ())
        yield from _linking(clues, files, zone)
        yield from _notices(clues, zone.seen(page), stage, year)


def _linking(clues: Clues, files: Sequence[EditionFile], zone: Zone) -> Iterator[Dated]:
    page, document = clues.capture, clues.document
    linked = document.links and any(links_to(page, document, file.capture) for file in files)
    called = linked and (naming(clues.opening) or _A_BOOKLET.search(folded(clues.opening)))
    if not (called and news_item(clues)):
        return
    until, items = zone.seen(page), _items(clues, files)
    yield from (
        tuple(_told(clues, items, until))[:1]
        or _of_feed(clues, items, until)
        or _first_day(clues, until)
    )


def _notices(clues: Clues, until: date, stage: Stage, year: int) -> Iterator[Dated]:
    """Notices: "2 февраля 2026 размещён «Бюджет для граждан» к закону о бюджете на 2026 год".

    Of a news item the day may stand at its head.
    """
    for block in clues.document.blocks:
        text = block.text
        if len(text) > _NOTICE or not holds(_A_BOOKLET, folded(text)):
            continue
        if not (_OUT.search(folded(text)) and naming(text)):
            continue
        named = years.fiscal(text)
        if named is None or named.year != year:
            continue
        if {mark.stage for mark in stages.marks(text)} == {stage}:
            yield from _day_of_notice(clues, block, until)


def _day_of_notice(clues: Clues, block: Block, until: date) -> Iterator[Dated]:
    found = days(block.text)
    if len(found) == 1 and _of_news(block.text, found[0]) and plausible(found[0].day, until):
        proof = quoting(proof_of(clues, block), block.text)
        yield Dated("news", found[0].day, found[0].day, proof)
    elif not found and news_item(clues):
        yield from _of_feed(clues, (block,), until) or tuple(_first_day(clues, until))[:1]


def _of_news(text: str, found: Found) -> bool:
    """Not the day of the law it explains, nor one until which it can be read."""
    told = said(text, found) in (Said.BARE, Said.PUBLISHED)
    return told or _NEWS_OF.search(folded(text[: found.start])) is not None


def _items(clues: Clues, files: Sequence[EditionFile]) -> tuple[Block, ...]:
    """Of a page of many short news the one that links to the edition."""
    page, document = clues.capture, clues.document
    here = {
        link.locator
        for link in document.links
        if any(links_to(page, replace(document, links=(link,)), f.capture) for f in files)
    }
    return tuple(block for block in clues.main if block.locator in here)


def _of_feed(clues: Clues, items: Sequence[Block], until: date) -> tuple[Dated, ...]:
    """The day over the item, in a feed whose days stand on lines or headings of their own."""
    told: list[tuple[int, Dated]] = []
    for n, block in enumerate(clues.main):
        lines = block.text.splitlines()[:1]
        told += [(n, day) for line in lines for day in alone(line, until, proof_of(clues, block))]
    if len(told) < _FEED or not items:
        return ()
    at = clues.main.index(items[0])
    before = [day for n, day in told if n < at]
    return (replace(before[-1], rung="news"),) if before else ()


def _told(clues: Clues, blocks: Sequence[Block], until: date) -> Iterator[Dated]:
    for block in blocks:
        for found in days(block.text):
            meant = said(block.text, found) in (Said.PUBLISHED, Said.BARE)
            if meant and plausible(found.day, until):
                proof = quoting(proof_of(clues, block), block.text)
                yield Dated("news", found.day, found.day, proof)


def _first_day(clues: Clues, until: date) -> Iterator[Dated]:
    if told := tuple(_told(clues, clues.main[: title_at(clues.main) + 6], until)):
        yield told[0]
        return
    for where, iso in clues.document.page_dates:
        if (day := parsed(iso)) and "modif" not in where.lower() and plausible(day, until):
            yield Dated("news", day, day, met(clues.capture, f"{where}: {iso}"))
            return
