"""Projects that won where residents voted."""

import re
from collections.abc import Sequence

from scoring.language.ru.folded import folded
from scoring.language.ru.signs import any_in
from scoring.passages import Passage
from scoring.remembered import of_text

_WINNERS = re.compile(
    r"\b(?:победил|выиграл|отобран|поддержан)\w* \d+ [^.!?]{0,30}?"
    r"(?:проект|иде[йи]|двор|территори|затей)|"
    r"\b\d+ (?:проект|иде[йи]|двор|территори|затей)\w*[- ]победител"
)
_WINNERS_SIGNS = ("победи", "выиграл", "отобран", "поддержан")
"""Of which what ``_WINNERS`` finds has one: they grow together."""
_VOTED = re.compile(
    r"\b(?:про)?голосовал\w* (?:[а-я]+ )?\d[\d ,]* ?(?:тыс\w*\.? |млн )?"
    r"(?:человек|жител|горожан|граждан|сельчан)|"
    r"\d (?:человек|жител|горожан|граждан|сельчан)\w* (?:про)?голосовал"
)


def won(read: Sequence[Passage], number: int) -> bool:
    """Projects that won where people voted: "Голосовали 61 400 человек. Победили 74 проекта"."""
    if not _has_winners(folded(read[number].text)):
        return False
    near = read[max(0, number - 2) : number + 2]
    return any(_voted(p.text) for p in near if p.block == read[number].block)


def _has_winners(plain: str) -> bool:
    return any_in(plain, _WINNERS_SIGNS) and _WINNERS.search(plain) is not None


@of_text
def _voted(text: str) -> bool:
    return _VOTED.search(folded(text)) is not None
