"""The moments of a budget that a region's own pages and papers date: bill, law, report."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from crawler.model import Capture, Region
from scoring.dating import deeds
from scoring.dating.deeds import Deed
from scoring.dating.zone import Zone
from scoring.editions.clues import Clues
from scoring.editions.current import current
from scoring.editions.linked import address, joined
from scoring.language.ru.sentences import split
from scoring.model import Document, Evidence, Refusal

_LONGEST = 2000
_BLOCKS = 400
"""Blocks of one paper that are read: a law tells its day on its first pages, news at once."""
_COVER = 8
"""Blocks that make the title of a law, its day, its number and its name on lines of their own."""
_NO_WORDS = re.compile(r"[\W\d_]*")
_FOREIGN = ("municipal-budget", "federal-budget", "another-region")


class Moment(StrEnum):
    """Named as the fields of the registry's calendar."""

    SUBMITTED = "submitted"
    SIGNED = "signed"
    REPORTED = "reported"
    EXECUTED_LAW = "executed_law"


@dataclass(frozen=True, slots=True)
class Happened:
    """What the site says of one moment of one year's budget, with every place that says so."""

    moment: Moment
    year: int
    day: date
    proof: tuple[Evidence, ...]


def happened(
    region: Region,
    captures: Sequence[Capture],
    documents: Mapping[str, Document],
    refusals: Iterable[Refusal] = (),
) -> tuple[Happened, ...]:
    """The day of each moment the archived pages agree on, in the order of years.

    An act's own day and number weigh most, then a day told in a sentence, then the day of a news
    item that tells of it. Where places of equal weight name different days as often, none is
    believed. ``refusals`` name the papers of other bodies.
    """
    foreign = {r.evidence.sha256 for r in refusals if r.reason in _FOREIGN}
    zone = Zone.of(region)
    told: defaultdict[tuple[int, Moment], list[tuple[Deed, Evidence]]] = defaultdict(list)
    papers: list[tuple[Clues, deeds.Context]] = []
    for capture in current(captures):
        document = documents.get(capture.sha256)
        if document is None or document.unreadable or capture.sha256 in foreign:
            continue
        clues = Clues(capture, document, ())
        papers.append((clues, deeds.Context.of(clues, zone.seen(capture))))
    laws = {
        address(url): about.law
        for clues, about in papers
        if about.law and not clues.is_page
        for url in (clues.capture.url, clues.capture.final_url)
    }
    for clues, about in papers:
        for deed, proof in (*_in(clues, about), *_of_links(clues, about, laws)):
            told[deed.year, Moment(deed.moment)].append((deed, proof))
    found = (_agreed(moment, year, these) for (year, moment), these in sorted(told.items()))
    return tuple(one for one in found if one is not None)


def _agreed(moment: Moment, year: int, told: Sequence[tuple[Deed, Evidence]]) -> Happened | None:
    most = max(deed.weight for deed, _ in told)
    best = [(deed, proof) for deed, proof in told if deed.weight == most]
    places = {(deed.day, proof.sha256) for deed, proof in best}
    counts = Counter(day for day, _ in places).most_common(2)
    if most == deeds.NEWS:
        chosen = min(day for day, _ in places)
    elif len(counts) > 1 and counts[0][1] == counts[1][1]:
        return None
    else:
        chosen = counts[0][0]
    proof = sorted(
        {e for deed, e in best if deed.day == chosen}, key=lambda e: (e.url, e.locator, e.quote)
    )
    return Happened(moment, year, chosen, tuple(proof))


def _of_links(
    clues: Clues, about: deeds.Context, laws: Mapping[str, tuple[str, int]]
) -> Iterator[tuple[Deed, Evidence]]:
    """The day of a law that a link gives and the law itself does not: "Закон от … № 94-РЗ"."""
    for link in clues.links[:_BLOCKS] if laws and clues.is_page else ():
        if not deeds.may_tell(link.text):
            continue
        page = clues.capture.final_url or clues.capture.url
        if law := laws.get(address(joined(page, link.href))):
            for deed in deeds.told(link.text[:_LONGEST], replace(about, law=law)):
                yield deed, _proof(clues.capture, link.locator, deed.quote)


def _in(clues: Clues, about: deeds.Context) -> Iterator[tuple[Deed, Evidence]]:
    """What one page or paper tells; rows of listings, sentences, and the lines of a title page."""
    for text, locator in _pieces(clues):
        for deed in deeds.told(text, about):
            yield deed, _proof(clues.capture, locator, deed.quote)


def _pieces(clues: Clues) -> Iterator[tuple[str, str]]:
    """The texts that may tell of a deed, each with its place."""
    cover = clues.main[:_COVER]
    if not clues.is_page and cover:
        yield " ".join(block.text for block in cover)[:_LONGEST], cover[0].locator
    for text, locator in (*_sentences(clues), *(_rows(clues) if clues.is_page else ())):
        if deeds.may_tell(text):
            yield text[:_LONGEST], locator


def _sentences(clues: Clues) -> Iterator[tuple[str, str]]:
    for block in clues.main[:_BLOCKS]:
        if deeds.may_tell(block.text):
            yield from ((one, block.locator) for one in _dated(split(block.text[:_LONGEST])))


def _dated(sentences: Iterable[str]) -> Iterator[str]:
    """A day that stands alone ("22.12.2026.") is that of the sentence after it."""
    day = ""
    for one in sentences:
        if _NO_WORDS.fullmatch(one):
            day = one
            continue
        yield f"{day} {one}".strip()
        day = ""


def _rows(clues: Clues) -> Iterator[tuple[str, str]]:
    yield from ((link.context or link.text, link.locator) for link in clues.links[:_BLOCKS])
    for table in clues.document.tables:
        yield from ((" ".join(row), table.locator) for row in table.rows[:_BLOCKS])


def _proof(capture: Capture, locator: str, quote: str) -> Evidence:
    return Evidence(capture.id, capture.url, capture.sha256, locator, quote[:300])
