"""A page judged: an edition told on the site itself, a chapter of one, news or a list of files."""

import re
from dataclasses import dataclass, replace

from crawler.model import Region
from scoring.editions import stages, years
from scoring.editions.clues import Clues
from scoring.editions.explaining import of_budget, to_citizens
from scoring.editions.leading import (
    MOST_LINKS,
    calls_one,
    first_link,
    leads_to_files,
    lists,
    names_file,
)
from scoring.editions.lookalikes import NotEdition, among_news, headline, named_on_cover, news
from scoring.editions.naming import Named
from scoring.editions.owners import of_a_place
from scoring.editions.pointing import linked_as_figures, own_name, pointed_at
from scoring.editions.reading import Reading, look_alike, placed, refused
from scoring.editions.reporting import reported
from scoring.editions.witnesses import ENOUGH, NEWS_ENOUGH, weight
from scoring.language.ru.folded import folded

_BY_THE_LINK = 3
_KIN = 2
_FEW_WORDS = 12
_SOME_WORDS = 25
_AN_ARTICLE = 150
_PARTS = 3
"""Parts of a budget, and sums, that tell a whole one."""
_OF_READERS = re.compile(
    r"^\W*(?:ваши\s+|все\s+)?(?:комментари|отзыв|анкет|опрос|гостевая|форум|чат\b|оставить\s|написать\s|"
    r"задать\s|задайте\s|вопрос\s(?:по|к|о|об|министр)\b|форма\s(?:обращени|обратн|вопрос)|обратная\sсвязь|"
    r"(?:интернет|электронн\w+)[\s-]при[её]мн|голосовани|обсуждени\w\s(?:на|в)\sфорум)"
)
"""Where readers write: a page beside an edition, and no chapter of it."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """Its own name's strength, marks of explaining and of a budget, points of all evidence."""

    own: int
    explains: int
    budget: int
    points: int

    @property
    def told(self) -> bool:
        return self.points >= ENOUGH


def read_page(clues: Clues, region: Region) -> Reading | None:
    """Judge a page. None when nothing about it looks like an edition."""
    named = named_on_cover(clues)
    own = named.strength if named and named.itself else 0
    explains, budget = to_citizens(clues), of_budget(clues)
    marks = _Marks(own, explains, budget, weight(clues, explains=explains, budget=budget))
    looks = bool(named) or pointed_at(clues) >= 2
    if (item := news(clues) or reported(clues)) and not _told_in_news(clues, marks):
        if looks or calls_one(clues.opening):
            return refused(clues, NotEdition.NEWS, item)
        # "Бюджет принят: кто и сколько получит" may be the second chapter of an edition.
        return None if among_news(clues) else _further(clues, region, explains + budget)
    if not (marks.told or looks) and (explains < 4 or budget < 4):
        return _further(clues, region, explains + budget)
    if lists(clues):
        return _listing(clues, named)
    return look_alike(clues, region, explains) or _told(clues, marks, looks=looks)


def _listing(clues: Clues, named: Named | None) -> Reading:
    """A list of editions, or the first page of one that is told on the pages it leads to."""
    listing = refused(clues, NotEdition.LISTING, first_link(clues))
    if named is None or not named.itself or named.strength < _KIN:
        return listing
    first = placed(clues, sure=named.strength)
    return replace(listing, reason="", stage=first.stage, year=first.year, joins=True, lists=True)


def _told(clues: Clues, marks: _Marks, *, looks: bool) -> Reading | None:
    reading = placed(clues, sure=marks.own)
    enough = clues.money >= 2 and clues.prose_words >= _SOME_WORDS
    full, sums = enough and marks.budget >= 3, enough and marks.budget >= 2
    linked = pointed_at(clues) == _BY_THE_LINK
    if marks.told or (full and (marks.own >= 2 or marks.explains >= 4)):
        return reading
    if sums and linked and own_name(clues) >= 2:
        return reading
    # A page that leads to no files is no list of them, however little it tells.
    short = clues.money >= 2 and marks.budget and clues.prose_words >= _FEW_WORDS
    if short and (linked or marks.own == _BY_THE_LINK) and not leads_to_files(clues):
        return reading
    if marks.budget or marks.explains or (marks.own >= 2 and reading.year):
        return Reading(clues, "", reading.why, reading.stage, reading.year, joins=True)
    return refused(clues, NotEdition.NO_FIGURES, reading.why.quote) if looks else None


def _told_in_news(clues: Clues, marks: _Marks) -> bool:
    """A newspaper's edition: an article that is one; an announcement leads to the thing itself."""
    if any(calls_one(k.text) and names_file(k.href) for k in clues.links[:MOST_LINKS]):
        return False
    if marks.points >= NEWS_ENOUGH and clues.prose_words >= _AN_ARTICLE:
        return True
    # It bears the name itself and tells no news but stands among them.
    whole = marks.budget >= _PARTS and clues.money >= _PARTS and marks.explains
    return marks.own == _BY_THE_LINK and bool(whole) and not headline(clues)


def _tells(clues: Clues) -> bool:
    """What was done, or what is expected, may be told without a sum of money."""
    return clues.prose_words >= _FEW_WORDS and not lists(clues) and not leads_to_files(clues)


def _further(clues: Clues, region: Region, marks: int) -> Reading | None:
    """A page that may be a chapter of an edition told on several pages."""
    if _OF_READERS.search(folded(clues.cover_text)) or of_a_place(clues, region):
        return None
    if not (marks or clues.money or _tells(clues)):
        return None
    found, year = stages.marks(clues.cover_text), years.fiscal(clues.cover_text)
    stage = found[0].stage if len(found) == 1 else None
    why = clues.quoted(clues.cover_text.split("\n")[0][:120])
    # Tables under the heading of an edition are called its figures by their link.
    silent = not (linked_as_figures(clues) and pointed_at(clues))
    return Reading(clues, "", why, stage, year.year if year else None, joins=True, silent=silent)
