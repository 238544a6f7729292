"""A month shown on a title page in place of a day: "Старополянск, ноябрь 2026 года"."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from scoring.dating.printed import plausible
from scoring.language.ru.folded import folded
from scoring.model import Dated, Evidence

_NAMES = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_SHOWN = re.compile(
    r"^\W*(?:(?:г\. ?|город |п\. ?|пос\. ?)?[а-я]+(?:-[а-я]+){0,3},?\s+|"
    r"(?:республика [а-я-]+(?: [а-я]+)?|(?:[а-я-]+ ){1,3}"
    r"(?:область|край|республика|(?:автономный )?округ))\W{1,3}|"
    r"(?:министерство|минфин|департамент|управление|комитет) [а-я -]{3,80}\W{1,3})?"
    rf"(?P<month>{'|'.join(_NAMES)})\W{{1,3}}(?P<year>20\d\d)\s*(?:года?|г\.?)?\W*$"
)
_LONGEST = 140


def month(line: str, until: date, proof: Evidence) -> Iterator[Dated]:
    """The days of the month a line tells, when it tells nothing else but a place or a body."""
    shown = _SHOWN.match(folded(line)) if len(line) <= _LONGEST else None
    if shown is None:
        return
    year, number = int(shown["year"]), _NAMES.index(shown["month"]) + 1
    first = date(year, number, 1)
    last = date(year, number, calendar.monthrange(year, number)[1])
    if plausible(first, until):
        yield Dated("printed", first, min(last, until), proof)
