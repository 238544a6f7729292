"""One file judged: is it an edition, of which stage and which year, and by which words."""

import re
from dataclasses import dataclass, replace

from crawler.model import Region
from scoring.editions import stages, years
from scoring.editions.clues import MANY_SUMS, Clues
from scoring.editions.explaining import addressed, of_budget, to_citizens
from scoring.editions.heard import bare
from scoring.editions.leading import (
    MOST_LINKS,
    calls_one,
    first_link,
    leads_to_files,
    lists,
    names_file,
)
from scoring.editions.lookalikes import (
    NotEdition,
    among_news,
    named_on_cover,
    news,
    part_of_year,
)
from scoring.editions.naming import naming
from scoring.editions.owners import others
from scoring.editions.papers import paper, titled
from scoring.editions.placing import stage_of, year_of
from scoring.editions.pointing import own_name, pointed_at
from scoring.editions.witnesses import ENOUGH, NEWS_ENOUGH, weight
from scoring.language.ru.folded import folded
from scoring.model import Document, Evidence, Stage

_SLIDES = re.compile(r"presentation|powerpoint")
_SLIDES_NAME = re.compile(r"\.(?:pptx?|ppsx?|odp)$")
_BY_THE_LINK = 3
_FEW_WORDS = 12
_AN_ARTICLE = 150
HOLLOW = ("empty", "not-a-document")


@dataclass(frozen=True, slots=True)
class Reading:
    """A file and what it was taken for.

    ``reason`` is "" for an edition. ``joins`` marks what belongs to an edition but is none by
    itself: a data file, a further page of a portal; a ``silent`` one bears no name of an edition
    and is forgotten when nothing it stands under is one. ``whole`` data bears the name of an
    edition and tells a budget: where nothing else is published, it is the edition.
    """

    clues: Clues
    reason: str
    why: Evidence
    stage: Stage | None = None
    year: int | None = None
    joins: bool = False
    silent: bool = False
    whole: bool = False
    sure: int = 0

    @property
    def role(self) -> str:
        """What kind of file of an edition it would be."""
        if self.clues.is_page:
            return "page"
        if self.clues.is_data:
            return "data"
        media, name = self.clues.document.media_type, folded(self.clues.name)
        return "slides" if _SLIDES.search(media) or _SLIDES_NAME.search(name) else "brochure"


def read(clues: Clues, region: Region) -> Reading | None:
    """Judge one file. None when nothing about it looks like an edition."""
    hollow = clues.document.unreadable in HOLLOW
    if hollow or (clues.is_page and not clues.has_text):
        return _unread(clues) if pointed_at(clues) >= 2 else None
    if not clues.has_text:
        return _by_link(clues, region)
    if not clues.is_page:
        return _told_by_picture(clues, region) if clues.recognised else _file(clues, region)
    found = _page(clues, region)
    if _instead_of_file(clues) and (found is None or found.reason or found.joins):
        return _unread(_without_text(clues))
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


def _unread(clues: Clues) -> Reading:
    """Announced as an edition, of the stage and year its links name, and not to be read."""
    placed = _placed(clues, sure=0)
    refused = _refused(clues, NotEdition.UNREADABLE, clues.link_text)
    return replace(refused, stage=placed.stage, year=placed.year)


def _file(clues: Clues, region: Region) -> Reading | None:
    explains, budget = to_citizens(clues), of_budget(clues)
    pointed, own = pointed_at(clues), own_name(clues)
    told = weight(clues, explains=explains, budget=budget) >= ENOUGH
    if not (told or pointed or own or (explains >= 3 and budget >= 3)):
        return _another_paper(clues, explains) or _unnamed_data(clues, budget)
    if refusal := _look_alike(clues, region, explains):
        return refusal
    reading = _placed(clues, sure=max(own, pointed))
    if reading.role == "data":
        return _as_data(reading, own, explains)
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
    return _refused(clues, NotEdition.NO_FIGURES, reading.why.quote)


def _page(clues: Clues, region: Region) -> Reading | None:
    named = named_on_cover(clues)
    own = named.strength if named and named.itself else 0
    explains, budget = to_citizens(clues), of_budget(clues)
    looks = bool(named) or pointed_at(clues) >= 2
    points = weight(clues, explains=explains, budget=budget)
    if (item := news(clues)) and not _told_in_news(clues, points):
        if looks or calls_one(clues.opening):
            return _refused(clues, NotEdition.NEWS, item)
        # "Бюджет принят: кто и сколько получит" may be the second chapter of an edition.
        return None if among_news(clues) else _further(clues, explains + budget)
    told = points >= ENOUGH
    if not (told or looks) and (explains < 4 or budget < 4):
        return _further(clues, explains + budget)
    if lists(clues):
        return _refused(clues, NotEdition.LISTING, first_link(clues))
    if refusal := _look_alike(clues, region, explains):
        return refusal
    reading = _placed(clues, sure=own)
    full = clues.money >= 2 and budget >= 3 and clues.prose_words >= 25
    sums = clues.money >= 2 and budget >= 2 and clues.prose_words >= 25
    linked = pointed_at(clues) == _BY_THE_LINK
    if told or (full and (own >= 2 or explains >= 4)) or (sums and linked and own_name(clues) >= 2):
        return reading
    # A page that leads to no files is no list of them, however little it tells.
    short = clues.money >= 2 and budget and clues.prose_words >= _FEW_WORDS
    if short and (linked or own == _BY_THE_LINK) and not leads_to_files(clues):
        return reading
    if budget or explains or (own >= 2 and reading.year):
        return Reading(clues, "", reading.why, reading.stage, reading.year, joins=True)
    return _refused(clues, NotEdition.NO_FIGURES, reading.why.quote) if looks else None


def _told_in_news(clues: Clues, points: int) -> bool:
    """A newspaper's edition: an article that is one; an announcement leads to the thing itself."""
    announces = any(calls_one(k.text) and names_file(k.href) for k in clues.links[:MOST_LINKS])
    return points >= NEWS_ENOUGH and clues.prose_words >= _AN_ARTICLE and not announces


def _further(clues: Clues, marks: int) -> Reading | None:
    """A page that may be a chapter of an edition told on several pages."""
    if not (marks or clues.money):
        return None
    found, year = stages.marks(clues.cover_text), years.fiscal(clues.cover_text)
    stage = found[0].stage if len(found) == 1 else None
    why = clues.quoted(clues.cover_text.split("\n")[0][:120])
    return Reading(clues, "", why, stage, year.year if year else None, joins=True, silent=True)


def _by_link(clues: Clues, region: Region) -> Reading | None:
    """A scan or a file that could not be read is what the links to it say it is."""
    named = pointed_at(clues)
    texts = (clues.link_text, clues.context, clues.name)
    kind = None if bare(clues.link_text) else next((k for t in texts if (k := titled(t))), None)
    if kind is not None and named < 3:
        about = named or "бюджет" in folded(" ".join(texts))
        return _refused(clues, kind, clues.link_text or clues.name) if about else None
    if not named:
        return None
    if foreign := others(clues, region):
        return _refused(clues, *foreign)
    if quote := part_of_year(clues):
        return _refused(clues, NotEdition.PART_OF_YEAR, quote)
    reading = _placed(clues, sure=named)
    if reading.role == "data":
        return _as_data(reading, 0, 0)
    if named >= 2 or (reading.stage and reading.year):
        return reading
    return _unread(clues)


def _look_alike(clues: Clues, region: Region, explains: int) -> Reading | None:
    if found := paper(clues, explains=explains):
        return _refused(clues, *found)
    if foreign := others(clues, region):
        return _refused(clues, *foreign)
    if quote := part_of_year(clues):
        return _refused(clues, NotEdition.PART_OF_YEAR, quote)
    return None


def _another_paper(clues: Clues, explains: int) -> Reading | None:
    """Laws and notes about a budget are named as such; the rest of a site is passed over."""
    found = paper(clues, explains=explains)
    about = "бюджет" in folded(clues.opening) or "бюджет" in folded(clues.link_text)
    return _refused(clues, *found) if found and about else None


def _unnamed_data(clues: Clues, budget: int) -> Reading | None:
    """A table that bears no name: it belongs to the edition whose file is called the same."""
    silent = clues.is_data and budget
    return replace(_placed(clues, sure=0), joins=True, silent=True) if silent else None


def _as_data(reading: Reading, own: int, explains: int) -> Reading:
    if own == 3 and explains >= 4:
        return reading
    named = own >= 2 or pointed_at(reading.clues) == _BY_THE_LINK
    whole = named and reading.clues.money >= MANY_SUMS and of_budget(reading.clues) >= 1
    return replace(reading, joins=True, whole=whole)


def _placed(clues: Clues, sure: int) -> Reading:
    year = year_of(clues)
    stage, words = stage_of(clues, year)
    quote = _why(clues)
    evidence = clues.quoted(quote)
    told = [quote, words, year.quote if year else ""]
    joined = " … ".join(dict.fromkeys(filter(None, told)))
    why = Evidence(evidence.capture, evidence.url, evidence.sha256, evidence.locator, joined[:400])
    return Reading(clues, "", why, stage, year.year if year else None, sure=sure)


def _why(clues: Clues) -> str:
    for text in (clues.cover_text, clues.title, clues.link_text, clues.context, clues.opening):
        if (named := naming(text)) and named.itself:
            return named.quote
    return clues.link_text or clues.cover_text.split("\n")[0][:120] or clues.name


def _refused(clues: Clues, reason: NotEdition, quote: str) -> Reading:
    """A refusal names the document refused, whoever said the words that tell against it."""
    said, own = clues.quoted(quote[:300]), clues.capture
    locator = said.locator if said.url == own.url else clues.place
    return Reading(clues, reason.value, Evidence(own.id, own.url, own.sha256, locator, said.quote))
