"""Slides and papers for a sitting, a seminar, a lesson: told to those who were there."""

import re

from scoring.editions.clues import Clues
from scoring.editions.lookalikes import NotEdition, line_at
from scoring.language.ru.folded import folded

_SITTING = (
    r"(?:семинар|форум|конференци|совещани|заседани|коллеги|конгресс|вебинар|съезд|сесси[яию]|"
    r"кругл\w+\s+стол|рабоч\w+\s+групп|стратегическ\w+\s+сесси)"
)
_LESSON = r"(?:урок|заняти|лекци|внеурочн|классн\w+\s+час)"
_HEARERS = r"(?:депутат|глав\b|главам|член\w*\s+(?:правительств|комитет|совет)|коллег\b|коллегам)"
_SHOWN = r"(?:презентаци|слайд|доклад|выступлени|материал|сообщени|тезис)\w*"
_TALK = re.compile(
    rf"\b{_SHOWN}\b[^\n.;]{{0,40}}?\b(?:к|ко|для|на|перед|с)\s+(?:[а-я-]+\s+){{0,3}}?"
    rf"(?:{_SITTING}|{_LESSON}|{_HEARERS}|встреч\w+\s+(?:с\s+)?глав)|"
    rf"^\W*для\s+(?:[а-я-]+\s+){{0,2}}?{_HEARERS}|"
    rf"^\W*(?:(?:[ivx\d]+|[а-я-]+(?:ое|ая|ий|ый|ой))[\s-]+){{0,3}}{_SITTING}\w{{0,2}}\b[^\n!?]{{0,120}}$",
    re.M,
)
"""On a cover or in a link: shown to whom, or the line that tells the sitting and its day."""
_FIRST = 4
"""Blocks of a title page that tell what it is; where it has none, other slides follow."""
_LESSONS = re.compile(rf"\b{_LESSON}")


def talk(clues: Clues) -> tuple[NotEdition, str] | None:
    """A file whose cover or link tells the sitting it was shown at, whatever name it bears.

    Hearings are held for citizens: slides shown there may be their edition.
    """
    if clues.is_page or clues.is_data:
        return None
    lines = "\n".join(block.text for block in clues.cover[:_FIRST])
    for text in (lines, clues.link_text):
        if match := _TALK.search(folded(text)):
            lesson = _LESSONS.search(match[0]) is not None
            return (
                NotEdition.EVENT if lesson else NotEdition.OTHER_PAPER,
                line_at(text, match.start()),
            )
    return None
