"""Is the size of a support told: an amount, a rate, or how much of a thing?"""

import re

from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.signs import holds
from scoring.passages import Passage, Piece
from scoring.remembered import of_text
from scoring.totals.money import cell

_SAID_SIZE = re.compile(
    r"\b(?:(?:полтора |пол)?миллион\w*|половин\w|треть)\b|\d (?:квартир|путев|сертификат)|"
    r"\b(?:возме[щс]|компенсир|оплач|оплат|покрыва|освобожд)\w*[^.;]{0,50}?\bполностью\b|"
    r"\bполностью (?:возме[щс]|компенсир|оплач|оплат|покрыва|освобожд)|"
    r"\b(?:доплат|надбавк|выплат|стипенди|пособи|компенсаци|"
    r"подъемн)\w*[^.;]{0,40}?\b\d{1,3} ?\d{3}\b(?! год)|\bпо \d{1,3} \d{3}(?=[.;]|$)|"
    r"\b(?:млн|млрд|тыс)\.? (?:руб\w*\.?|₽)\)?\s?:.*\d"
)
_NUMBER = re.compile(r"\d")
# A cell of a column in roubles: "783 ежемесячно", "100 000 единовременно", "1 200 в месяц".
_EACH_TIME = re.compile(
    r"^\W*(?:до |от |по )?\d[\d ]*(?:,\d+)? ?\(?(?:ежемесячн|ежегодн|ежеквартальн|единовремен|"
    r"разово|однократн|(?:каждый|в|за|раз в) (?:месяц|год|квартал|день)|"
    r"на (?:кажд|одн|ребенк|семь|человек))"
)


def sized(passage: Passage) -> bool:
    """An amount, a rate or how many get it stands in the passage."""
    if passage.piece is Piece.ROW:
        cells = passage.text.split(" | ")
        return any(map(_is_size, cells[1:])) or any(map(measures, cells))
    return measures(passage.text)


@of_text
def measures(text: str) -> bool:
    """Does a text tell it?"""
    asked = (Unit.MONEY, Unit.PER_RESIDENT, Unit.PERCENT)
    told = _NUMBER.search(text) is not None and any(q.unit in asked for q in quantities(text))
    return told or holds(_SAID_SIZE, folded(text))


@of_text
def _is_size(text: str) -> bool:
    return cell(text) is not None or _EACH_TIME.match(folded(text)) is not None
