"""One file judged: is it an edition, of which stage and which year, and by which words."""

import re
from dataclasses import replace

from crawler.model import Region
from scoring.editions.clues import Clues
from scoring.editions.explaining import addressed, of_budget, of_whole, to_citizens
from scoring.editions.heard import bare
from scoring.editions.leading import names_file
from scoring.editions.lookalikes import NotEdition, part_of_year
from scoring.editions.owners import others
from scoring.editions.papers import paper, titled
from scoring.editions.pointing import in_words, numbered, own_name, pointed_at
from scoring.editions.reading import Reading, look_alike, placed, refused, unread
from scoring.editions.webpages import read_page
from scoring.editions.witnesses import ENOUGH, weight
from scoring.language.ru.folded import folded
from scoring.model import Document

_BY_THE_LINK = 3
_BY_ITSELF = 3
_SOME_SUMS = 4
_FOUR = 4
HOLLOW = ("empty", "not-a-document")


def read(clues: Clues, region: Region) -> Reading | None:
    """Judge one file. None when nothing about it looks like an edition."""
    hollow = clues.document.unreadable in HOLLOW
    if hollow or (clues.is_page and not clues.has_text):
        return unread(clues) if pointed_at(clues) >= 2 else None
    if not clues.has_text:
        return _by_link(clues, region)
    if not clues.is_page:
        return _told_by_picture(clues, region) if clues.recognised else _file(clues, region)
    found = read_page(clues, region)
    if _instead_of_file(clues) and (found is None or found.reason or found.joins):
        return unread(_without_text(clues))
    return found


def _told_by_picture(clues: Clues, region: Region) -> Reading | None:
    """A scan is judged by the words recognised in it; where they do not tell, by its links."""
    found = _file(clues, region)
    if found is None or found.reason == NotEdition.NO_FIGURES.value:
        return _by_link(clues, region) or found
    return found


def _instead_of_file(clues: Clues) -> bool:
    """A page where a link promised an edition's file: a wall, or "not found" that says 200."""
    promised = clues.member is None and names_file(clues.capture.url)
    return clues.is_page and promised and pointed_at(clues) >= 2


def _without_text(clues: Clues) -> Clues:
    """Only what its links say of it: the words that came are not those that were promised."""
    return replace(clues, document=Document(clues.document.sha256, "", unreadable="not-a-document"))


def _file(clues: Clues, region: Region) -> Reading | None:
    explains, budget = to_citizens(clues), of_budget(clues)
    pointed, own = pointed_at(clues), own_name(clues)
    told = weight(clues, explains=explains, budget=budget) >= ENOUGH
    if not (told or pointed or own or (explains >= 3 and budget >= 3)):
        found = None if in_words(clues) else paper(clues, explains=explains)
        refusal = _another_paper(clues, found) if found else None
        annex = found is not None and clues.tables_only
        return refusal or (None if annex else _silent(clues, budget))
    if refusal := look_alike(clues, region, explains):
        return refusal
    reading = placed(clues, sure=max(own, pointed))
    if reading.role == "data":
        return _as_data(reading, own, explains, told=told)
    turns = addressed(clues)
    foreign_tongue = not re.search(r"[а-я]{3} ", folded(clues.opening))
    convinced = (
        told
        or own == 3
        or (own == 2 and budget >= 2)
        or (pointed >= 2 and (explains + budget >= 3 or foreign_tongue))
        or (pointed == _BY_THE_LINK and (turns >= 2 or (budget and clues.money >= 2)))
        or (bool(pointed or own) and turns >= 1 and explains >= 2 and budget >= 3)
        or (turns >= 2 and explains + budget >= 7)
    )
    if convinced and (clues.money or explains or clues.document.words < 150 or foreign_tongue):
        return reading
    if budget:
        # A leaflet of one page tells too little alone, and is a file of what it stands beside.
        return replace(reading, joins=True)
    return refused(clues, NotEdition.NO_FIGURES, reading.why.quote)


def _by_link(clues: Clues, region: Region) -> Reading | None:
    """A scan or a file that could not be read is what the links to it say it is."""
    named = pointed_at(clues)
    texts = (clues.link_text, clues.context, clues.name)
    kind = None if bare(clues.link_text) else next((k for t in texts if (k := titled(t))), None)
    if kind is not None and named < 3:
        about = named or "бюджет" in folded(" ".join(texts))
        return refused(clues, kind, clues.link_text or clues.name) if about else None
    if not named:
        return None
    if foreign := others(clues, region):
        return refused(clues, *foreign)
    if quote := part_of_year(clues):
        return refused(clues, NotEdition.PART_OF_YEAR, quote)
    reading = placed(clues, sure=named)
    if reading.role == "data":
        return _as_data(reading, 0, 0, told=False)
    if named >= 2 or (reading.stage and reading.year):
        return reading
    return unread(clues)


def _another_paper(clues: Clues, found: tuple[NotEdition, str]) -> Reading | None:
    """Laws and notes about a budget are named as such; the rest of a site is passed over."""
    about = "бюджет" in folded(clues.opening) or "бюджет" in folded(clues.link_text)
    return refused(clues, *found) if about else None


def _silent(clues: Clues, budget: int) -> Reading | None:
    """A table or a chapter that bears no name: it belongs to the edition it stands beside."""
    silent = budget and (clues.tables_only or numbered(clues))
    return replace(placed(clues, sure=0), joins=True, silent=True) if silent else None


def _as_data(reading: Reading, own: int, explains: int, *, told: bool) -> Reading:
    """A sheet or a list joins an edition; one that tells a budget may be the whole of one."""
    clues = reading.clues
    if own == _BY_ITSELF and explains >= _FOUR:
        return reading
    named = own >= 2 or pointed_at(clues) == _BY_THE_LINK
    full = named and clues.money >= _SOME_SUMS and of_budget(clues) >= 1
    # An edition of few words keeps its name on the first sheet.
    short = own == _BY_ITSELF and clues.money >= 2 and of_whole(clues)
    return replace(reading, joins=True, whole=told or full or short)
