"""A month shown on a title page in place of a day: "Старополянск, ноябрь 2026 года"."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from scoring.dating.printed import MONTHS, plausible
from scoring.document import recognised
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
_NAMED = re.compile(rf"\d\W{{1,3}}(?:{'|'.join(MONTHS)})[а-я]*|(?:{'|'.join(_NAMES)})")


def month(line: str, until: date, proof: Evidence) -> Iterator[Dated]:
    """The days of the month a line tells, when it tells nothing else but a place or a body."""
    shown = _SHOWN.match(folded(line)) if len(line) <= _LONGEST else None
    if shown is None:
        return
    first = date(int(shown["year"]), _NAMES.index(shown["month"]) + 1, 1)
    if plausible(first, until):
        yield Dated("printed", first, min(_end(first), until), proof)


def within_month(piece: Dated, until: date) -> Dated | None:
    """What a picture shows is known by the word for its month: figures are misread, words are not.

    A day that was typed stays; one recognised is any day of its month, None when no word tells it.
    """
    if piece.latest is None or not recognised(piece.evidence.locator):
        return piece
    if not _NAMED.search(folded(piece.evidence.quote)):
        return None
    first = piece.latest.replace(day=1)
    since = None if piece.earliest is None else first
    return replace(piece, earliest=since, latest=min(_end(first), until))


def _end(first: date) -> date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
