"""Which year sentences speak of that name none: their heading's, or that of those before them."""

import re
from dataclasses import dataclass
from itertools import pairwise

from scoring.editions.years import fiscal, may_be_sure, mentioned
from scoring.language.ru.folded import folded
from scoring.model import Block, BlockKind
from scoring.quick import quickly
from scoring.remembered import of_text

_SURE = 3
_ENDS = 2
_SPAN = re.compile(r"\b20\d\d\s?-\s?20\d\d\b")
_LONGEST = 2000
YEAR_BEFORE = re.compile(
    r"\bгод(?:ом)? (?:раньше|ранее|назад)\b|^\W*(?:прошлый|предыдущий|минувший) год\W*$|"
    r"\bв (?:прошлом|предыдущем|минувшем)(?: \d{4}|,)? году\b"
    r"|\bпрошлогодн\w+|\bпрошл\w+ лет|(?:прошл|предыдущ|минувш)\w+ год\w?\s\([а-я\s-]*$"
)
"""Words that turn a sentence to the year before the one spoken of."""

THIS_YEAR = re.compile(r"\b(?:в|за|на) (?:этот|этом|нынешн\w+|текущ\w+) год\w?\b(?!\D{0,4}20\d\d)")
"""The year a draft is written in: the one before the year it is for."""
AGAINST = re.compile(
    r"(?:сравнени\w+ с|относительно|к уровню|против|чем в|уровня|к|с плана|показател\w+)\s+"
    r"(?:\w+\s+)?$"
)
"""Words before a year that is only compared with."""
_THEN = re.compile(
    r"20\d\d(?:-\w+|\s?год\w*|\s?г\.)?,?\s(?:когда|в котор\w+|где|тогда)\b[^;:.!?\d]*$"
)
"""From a year to the first sum of a clause about it: "2025 годом, когда доходы составляли"."""
_BY_THEN = re.compile(
    r"(?:^|[.;:!?]\s)\W*к\s(?=20\d\d\s?(?:год|г\.)[^.;!?]*\b(?:состав(?:ят|ит)|достиг(?:нут|нет)|"
    r"выраст(?:ут|ет)|долж[её]?н|буд(?:ут|ет)|(?:сниз|сократ|увелич|уменьш)(?:ят|ит|ат)ся|придет|"
    r"потрат(?:ит|им|ят)|поступ(?:ит|ят)|получит|план|ожида|прогноз))"
)
"""A year by which something will be so: "К 2029 году доходы составят"."""
_COMPARED = re.compile(r"\d\s?%\s(?:к|от|против|по сравнению с)\s(?:уровню\s)?20\d\d(?:\sгод\w*)?")
"""Under a share the year is only compared with: "+8 % к 2024 году"."""
_YEAR_ALONE = re.compile(
    r"^\W*(?:на |в |за )?(20[1-4]\d)(?: ?(?:год[а-я]?|г\.))?(?: ?\([^()]{3,40}\))?\W*$"
)
"""An item that is a year and heads those under it: "2026 год (закон)"."""
_ASIDE = re.compile(r"\([^()]*\d\s?(?:тыс|млн|млрд|трлн|миллион|миллиард|руб)[^()]*\)")
"""Another year's sum told in passing: "(в 2025 году было 44,7 млрд рублей)"."""


def years_told(plain: str, start: int) -> list[tuple[int, int]]:
    """(year, position) of the years a sum at ``start`` may be of: none only compared with."""
    asides = [m.span() for m in _ASIDE.finditer(plain, 0, start)]
    deadlines = {m.end() for m in _BY_THEN.finditer(plain)}
    return [
        (year, at)
        for year, at in mentioned(plain)
        if not any(a < at < b for a, b in asides)
        if at in deadlines
        or not AGAINST.search(plain[:at])
        or (at < start and _THEN.match(plain[at:start]))
    ]


@quickly
@dataclass(frozen=True, slots=True)
class Speaks:
    """The year set by the heading over a sentence, and by the sentences before it.

    ``turn`` are years that those before list one after another: "На три: 2026, 2027 и 2028".
    """

    heading: int | None
    carried: int | None
    turn: tuple[int, ...] = ()

    @property
    def year(self) -> int | None:
        """The nearer of the two."""
        return self.carried or self.heading


@of_text
def years_in_turn(text: str) -> tuple[int, ...]:
    """The years a text lists one after another, "2026, 2027 и 2028" or "2026-2028"; else ()."""
    years = tuple(year for year, _ in mentioned(text))
    if len(years) == _ENDS and years[0] < years[1] and _SPAN.search(folded(text)):
        years = tuple(range(years[0], years[1] + 1))
    in_order = all(other == one + 1 for one, other in pairwise(years))
    return years if len(years) > 1 and in_order else ()


@of_text
def year_spoken_of(sentence: str) -> int | None:
    """The year a sentence leaves for those that follow: "Край живёт по закону на 2026 год"."""
    if len({year for year, _ in mentioned(sentence)}) != 1:
        return None
    named = fiscal(sentence) if may_be_sure(folded(sentence)) else None
    return named.year if named and named.strength == _SURE else None


@of_text
def _year_over(heading: str) -> int | None:
    text = _COMPARED.sub(" ", heading)
    named = fiscal(text)
    years = {year for year, _ in mentioned(text)}
    return named.year if named and (named.strength == 3 or len(years) == 1) else None


def year_set(block: Block, before: int | None) -> int | None:
    """The year a heading or a line ending in a colon sets for what follows it."""
    if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        return _year_over(block.text)
    if block.kind is BlockKind.LIST_ITEM and (alone := _YEAR_ALONE.match(folded(block.text))):
        return int(alone[1])
    if block.text.rstrip().endswith(":") and (named := fiscal(block.text[-_LONGEST:])):
        return named.year
    return before
