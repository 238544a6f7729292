"""Made for an occasion: slides of a sitting, a seminar or a lesson, an entry for a contest."""

import re

from scoring.editions.clues import Clues
from scoring.editions.lookalikes import NotEdition, line_at, named_on_cover
from scoring.language.ru.folded import folded

_SURE = 3
_FIRST = 4
"""Blocks of a title page that tell what it is; where it has none, other slides follow."""
_SITTING = (
    r"(?:семинар|форум|конференци|совещани|заседани|коллеги|конгресс|вебинар|съезд|сесси[яию]|"
    r"кругл\w+\s+стол|рабоч\w+\s+групп|стратегическ\w+\s+сесси)"
)
_LESSON = r"(?:урок|занятию|лекции|классн\w+\s+час)"
_HEARERS = r"(?:депутат|глав\b|главам|член\w*\s+(?:правительств|комитет|совет)|коллег\b|коллегам)"
_SHOWN = r"(?:презентаци|слайд|доклад|выступлени|сообщени|тезис|материалы)\w*"
_OCCASIONS = (
    # "Работа победителя": an edition that won a prize itself is "победитель конкурса".
    (
        NotEdition.CONTEST,
        re.compile(r"\b(?:работа|проект|презентация|брошюра)\s+(?:победител|призер|лауреат)\w*"),
    ),
    (
        NotEdition.EVENT,
        re.compile(
            rf"\b{_SHOWN}\b[^\n.;]{{0,40}}?\b(?:к|для|на)\s+(?:[а-я-]+\s+){{0,2}}?{_LESSON}"
        ),
    ),
    (
        NotEdition.OTHER_PAPER,
        re.compile(
            rf"\b{_SHOWN}\b[^\n.;]{{0,40}}?\b(?:к|ко|для|на|перед|с)\s+(?:[а-я-]+\s+){{0,3}}?"
            rf"(?:{_SITTING}|{_HEARERS}|встреч\w+\s+(?:с\s+)?глав)|"
            rf"^\W*для\s+(?:[а-я-]+\s+){{0,2}}?{_HEARERS}|"
            rf"^\W*(?:(?:[ivx\d]+|[а-я-]+(?:ое|ая|ий|ый|ой))[\s-]+){{0,3}}{_SITTING}\w{{0,2}}\b"
            r"[^\n!?]{0,120}$",
            re.M,
        ),
    ),
)
"""Shown to whom, or the line that tells the sitting and its day; whose work it is."""


def occasion(clues: Clues) -> tuple[NotEdition, str] | None:
    """The occasion a file's cover or link tells that it was made for, whatever name it bears.

    Hearings are held for citizens: slides shown there may be their edition.
    """
    if clues.is_page or clues.is_data:
        return None
    lines = "\n".join(block.text for block in clues.cover[:_FIRST])
    named = named_on_cover(clues)
    # Who lists it for a sitting takes no name from an edition that bears its own.
    sure = named is not None and named.itself and named.strength == _SURE
    for text in (lines, "" if sure else clues.link_text):
        plain = folded(text)
        for reason, told in _OCCASIONS:
            if match := told.search(plain):
                return reason, line_at(text, match.start())
    return None
