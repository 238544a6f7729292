"""What a file was taken for: an edition, a part of one, or a look-alike with its reason."""

import re
from dataclasses import dataclass, replace

from crawler.model import Region
from scoring.editions.clues import Clues
from scoring.editions.lookalikes import NotEdition, part_of_year
from scoring.editions.naming import naming
from scoring.editions.occasions import occasion
from scoring.editions.owners import others
from scoring.editions.papers import paper
from scoring.editions.placing import stage_of, year_of
from scoring.language.ru.folded import folded
from scoring.model import Evidence, Stage

_SLIDES = re.compile(r"presentation|powerpoint")
_SLIDES_NAME = re.compile(r"\.(?:pptx?|ppsx?|odp)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """A file and what it was taken for.

    ``reason`` is "" for an edition. ``joins`` marks what belongs to an edition but is none by
    itself: a data file, a further page of a portal; a ``silent`` one bears no name of an edition
    and is forgotten when nothing it stands under is one. ``whole`` data bears the name of an
    edition and tells a budget: where nothing else is published, it is the edition. One that
    ``lists`` leads to editions or documents, and is one only where its chapters tell it.
    """

    clues: Clues
    reason: str
    why: Evidence
    stage: Stage | None = None
    year: int | None = None
    joins: bool = False
    silent: bool = False
    whole: bool = False
    lists: bool = False
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


def placed(clues: Clues, sure: int) -> Reading:
    """An edition of the stage and the year that are told best."""
    year = year_of(clues)
    stage, words = stage_of(clues, year)
    quote = _why(clues)
    evidence = clues.quoted(quote)
    told = [quote, words, year.quote if year else ""]
    joined = " … ".join(dict.fromkeys(filter(None, told)))
    why = Evidence(evidence.capture, evidence.url, evidence.sha256, evidence.locator, joined[:400])
    return Reading(clues, "", why, stage, year.year if year else None, sure=sure)


def unread(clues: Clues) -> Reading:
    """Announced as an edition, of the stage and year its links name, and not to be read."""
    told, shut = placed(clues, sure=0), refused(clues, NotEdition.UNREADABLE, clues.link_text)
    return replace(shut, stage=told.stage, year=told.year)


def look_alike(clues: Clues, region: Region, explains: int) -> Reading | None:
    """Refused for what it is or whose it is, or None."""
    if found := occasion(clues) or paper(clues, explains=explains):
        return refused(clues, *found)
    if foreign := others(clues, region):
        return refused(clues, *foreign)
    if quote := part_of_year(clues):
        return refused(clues, NotEdition.PART_OF_YEAR, quote)
    return None


def _why(clues: Clues) -> str:
    for text in (clues.cover_text, clues.title, clues.link_text, clues.context, clues.opening):
        if (named := naming(text)) and named.itself:
            return named.quote
    return clues.link_text or clues.cover_text.split("\n")[0][:120] or clues.name


def refused(clues: Clues, reason: NotEdition, quote: str) -> Reading:
    """A refusal names the document refused, whoever said the words that tell against it."""
    said, own = clues.quoted(quote[:300]), clues.capture
    locator = said.locator if said.url == own.url else clues.place
    return Reading(clues, reason.value, Evidence(own.id, own.url, own.sha256, locator, said.quote))
