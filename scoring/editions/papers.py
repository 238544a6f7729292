"""Other papers about a budget: laws, notes, annexes, orders, contests, by title and by text."""

import re

from scoring.editions.clues import Clues
from scoring.editions.explaining import of_whole
from scoring.editions.heard import bare
from scoring.editions.kinds import KINDS, Kind
from scoring.editions.lookalikes import NotEdition, line_at, named_on_cover
from scoring.editions.naming import naming
from scoring.editions.pointing import linked_as_figures, pointed_at
from scoring.editions.stages import marks
from scoring.editions.witnesses import introduced, retold
from scoring.language.ru.folded import folded

_OTHER_SUBJECT = re.compile(
    r"\b(?:брошюр|буклет|памятк|издани|справочник|пособи|гид|листовк)\w*\s+(?:для\s+[а-я]+\s+)?"
    r"(?:об?|по)\s+(?:[а-я]+\s+){0,2}"
    r"(?:инициативн|вычет|финансов\w+ грамотн|закупк|самозанят|пенси|льгот|субсиди|мер\w* поддержк|"
    r"кредит|ипотек|банкротств|мошенни)\w*"
)
"""A leaflet for citizens on one thing: how to propose a project, how to get a tax back."""
_OF_A_FAMILY = re.compile(
    r"\b(?:семейн|личн|домашн)\w+\s+(?:бюджет|финанс|деньг)|\bбюджет\w*\s+(?:моей\s+)?семьи\b"
)
"""Lessons of thrift: whose budget, their title tells."""
_OFTEN_A_PART = re.compile(r"\bнародн\w+\s+бюджет|\bбюджет\w*\s+(?:[а-я]+\s+){0,3}в\s+цифрах")
"""Names that programmes of projects and single branches bear, too."""
_OFTEN_RETOLD = (NotEdition.LAW, NotEdition.EXECUTION_TABLES)
_SURE = 3
_A_TITLE = 120
"""Letters."""
_TWO_MARKS = 2
_FOUR_MARKS = 4


def paper(clues: Clues, *, explains: int) -> tuple[NotEdition, str] | None:
    """The kind of another paper this one is by its title and text, with the words that tell."""
    named = named_on_cover(clues)
    claimed = (named is not None and named.itself and named.strength >= 2) or introduced(clues)
    linked = naming(clues.link_text)
    vouched = linked is not None and linked.itself and linked.strength == _SURE
    sheets = clues.is_data and linked_as_figures(clues) and pointed_at(clues) > 0
    title, body = folded(clues.cover_text), clues.plain
    if (other := _OTHER_SUBJECT.search(title)) and not marks(clues.cover_text):
        return NotEdition.OTHER_PAPER, line_at(clues.cover_text, other.start())
    for kind in KINDS:
        match = _titled(kind, title)
        # The marks of a kind are looked for in all of a text: only where they can decide.
        if match is None and (claimed or explains):
            continue
        count = sum(1 for feature in kind.features if feature.search(body))
        agreed = _linked_so(kind, clues) or _entitled(kind, clues)
        # A quiz or a law that cover and link both call an edition is one told in that manner.
        enough = explains >= (_TWO_MARKS if count else 1)
        meant = claimed and vouched and count < _TWO_MARKS and enough
        beaten = meant or (claimed and not agreed and (count < kind.enough or explains >= count))
        # A cover that is a picture leaves its name to the link: "Отчёт об исполнении за 2025 год".
        beaten = beaten or (vouched and not agreed and not count and explains >= _TWO_MARKS)
        # A sheet or a text that bears no mark of a form is what the link calls it.
        beaten = beaten or (vouched and not count and kind.reason is NotEdition.EXECUTION_TABLES)
        # The sheets of an edition are headed by what is shown in them.
        beaten = beaten or (sheets and not count and not agreed and kind.reason in _OFTEN_RETOLD)
        # A cover may name the law it tells in plain words.
        retelling = kind.reason in _OFTEN_RETOLD and not count and retold(clues.cover_text)
        beaten = beaten or (retelling and not agreed)
        # A chapter of the citizens' section may bear the plain title of a report.
        told = kind.reason is NotEdition.EXECUTION_TABLES and not count and explains >= _FOUR_MARKS
        full_of_it = not claimed and not explains and count > kind.enough
        if full_of_it or (match and not (beaten or told)):
            start = match.start() if match else 0
            return kind.reason, line_at(clues.cover_text, start)
    return _of_another_budget(clues)


def _of_another_budget(clues: Clues) -> tuple[NotEdition, str] | None:
    """A family's budget, or a part of one: "Народный бюджет", "Бюджет в цифрах: дороги"."""
    head = next((block.text for block in clues.cover), "")[:_A_TITLE]
    plain = folded(head)
    part = _OFTEN_A_PART.search(plain) and not of_whole(clues)
    told = part or _OF_A_FAMILY.search(plain)
    return (NotEdition.OTHER_PAPER, line_at(head, 0)) if told else None


def _linked_so(kind: Kind, clues: Clues) -> bool:
    """Does its link tell the kind? "Закон" in a list of editions tells a stage."""
    of_stage = not clues.is_data and bare(clues.link_text)
    return not of_stage and _titled_so(kind, clues.link_text)


def _entitled(kind: Kind, clues: Clues) -> bool:
    """Does the title the file gives itself tell the kind?

    A program takes any line of the first page or sheet for a title: "к закону о бюджете" under the
    name of an edition says no more there than on the page.
    """
    repeated = clues.title in clues.cover_text.split("\n") and kind.reason in _OFTEN_RETOLD
    return not repeated and _titled_so(kind, clues.title)


def _titled_so(kind: Kind, text: str) -> bool:
    named = naming(text)
    edition = named is not None and named.itself and named.strength >= 2
    return not edition and _titled(kind, folded(text)) is not None


def _titled(kind: Kind, plain: str) -> re.Match[str] | None:
    """Its title, unless that promises a retelling: "Закон о бюджете человеческим языком"."""
    match = kind.title.search(plain)
    again = match and kind.reason in _OFTEN_RETOLD and retold(line_at(plain, match.start()))
    return None if again else match


def titled(text: str) -> NotEdition | None:
    """The kind of another paper a link's text or a file name tells, when it names no edition."""
    return next((kind.reason for kind in KINDS if _titled_so(kind, text)), None)
