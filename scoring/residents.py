"""How many residents the region has, as its edition states: never from anywhere else."""

import re
from collections.abc import Iterable

from scoring.checks.figures import Told, told
from scoring.facts import Fact, Unit
from scoring.language.ru.folded import folded
from scoring.model import Edition, EditionFile
from scoring.population import Residents

_PEOPLE = re.compile(r"чел|жител|населени")
_WHOLE = re.compile(
    r"численност\w* (?:постоянн\w* |всего )?(?:населени|жител)|(?:числ\w+|количеств\w+) жител|"
    r"^\W*население(?: (?:области|края|республики|округа|региона))?"
    r"(?:$|\W+(?:$|чел|тыс|на |всего))|"
    r"\b(?:проживает|живет|живут)\b"
)
# A part of the people, or people of a part of the region.
_PART = re.compile(
    r"сельск|городск|трудоспособн|занят|активн|безработ|дет(?:и|ей|ск)|пенсион|молод|моложе|старше|"
    r"мужчин|женщин|доход|район|муницип|\bгород|поселени|прирост|убыл|родив|умер|инвалид|изменени|"
    r"из них|в том числе"
)
_LEAST, _MOST = 40_000, 20_000_000
"""The least peopled region has some 43 thousand residents, the most peopled some 13 million."""
_SAME = 0.02
_YEARLESS = 5


def residents(edition: Edition, files: Iterable[EditionFile]) -> Residents | None:
    """The number stated for the year nearest to the edition's own.

    None where no number is stated, or where two of one year differ by more than 2 %.
    """
    stated = [one for one in told(files) if _of_region(one.fact)]
    if not stated:
        return None
    away = min(_away(one, edition) for one in stated)
    nearest = [one for one in stated if _away(one, edition) == away]
    first = nearest[0].fact
    year = first.years[0] if first.years else None
    same = [one.fact.value for one in nearest if (one.fact.years or (None,))[0] == year]
    if max(same) - min(same) > _SAME * min(same):
        return None
    proof = nearest[0].proof
    return Residents(edition.id, year, round(first.value), proof.quote, proof.sha256, proof.locator)


def _of_region(fact: Fact) -> bool:
    if fact.unit is not Unit.COUNT or not _PEOPLE.match(fact.noun):
        return False
    label = folded(fact.label)
    whole = _WHOLE.search(label) and not _PART.search(label)
    return bool(whole) and _LEAST <= fact.value <= _MOST


def _away(one: Told, edition: Edition) -> int:
    years = one.fact.years
    return abs(years[0] - edition.fiscal_year) if years else _YEARLESS
