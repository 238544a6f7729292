"""What the columns of a table are: their year, plan or outcome, share or sum, and their unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.editions.years import fiscal, mentioned
from scoring.language.ru.folded import REMEMBERED, folded
from scoring.model import Stage
from scoring.remembered import of_cell, of_text
from scoring.totals.figures import Wanted
from scoring.totals.money import cell, lone, unit

PLAN = re.compile(
    r"\b(?:план|прогноз|утвержд|уточн|назначен|проект|закон|бюджетн\w+ роспис|оценк|запланиров|"
    r"хотел|ждал|ожидал|собирались|рассчитывал|надеял|обещал|обещан[оы]?\b|задум|намеч|намеревал|"
    r"должн[оы] был)"
)
FACT = re.compile(
    r"\b(?:факт|исполнен[оы]?\b|исполнени[ея]\b|кассов|отчет|поступило|израсходовано|вышло\b|"
    r"получилось\b|на деле\b|на самом деле|в действительности|в реальности|реально\b|сделали\b|"
    r"сделано\b|случилось|оказалось|стало\b|выполнен[оы]?\b|результат\b)"
)
OTHER = re.compile(
    r"%|процент|отклонен|изменени[ея]\b(?! и)|темп|прирост|"
    r"рост\b|доля|удельн|структур|разниц|"
    r"\bквартал|\bполугоди|\b(?:[369]|три|шесть|девять) месяц|"
    r"на (?:душу|одного|1) |\bкод(?:ы|а|ов)?\b|№(?!\s*\d)|муниципальн|местн\w+ бюджет"
)
_DRAFT = re.compile(
    r"\bпроект|\bвнес[еш]|\b(?:перв|втор)\w+ чтени|\bдо (?:поправ|изменени|уточнени)|"
    r"\b(?:перво|из)начальн|\bисходн|\bпрежн|\bстар(?:ый|ая|ое|ой) "
)
_LAW = re.compile(
    r"\bзакон|\bутвержд|\bпринят|\bтреть\w+ чтени|\b(?:с учетом|после) (?:поправ|изменени|уточнени)"
)
_AMENDED = {"было": "other", "стало": ""}
"""The two columns of an amended budget: the old one is of no use."""
_CHANGES = re.compile(
    r"\W*(?:поправк|правк|корректировк|добавк)[аи]\b(?! и\b)|\W*\+ ?/ ?-|\W*± ?(?:$|[а-я])"
)
"""A column of what amendments added, whenever they did: "Поправки", "Поправки (апрель)"."""
_IN_FORCE = re.compile(
    r"\b(?:действующ|текущ|нынешн|последн)\w+ (?:редакци|верси|закон)|"
    r"\b(?:с|с учетом|после|включая) (?:всех |внесенн\w+ )?(?:поправ|правок|изменени|уточнени)|"
    r"\bзакон\w* (?:сейчас|теперь|сегодня)\b|\bв редакции\b"
)
"""The law with all its amendments, beside the one first passed."""
_OTHERS = re.compile(
    r"^\W*(?:бюджет\w? )?(?:тфомс|тф омс|[а-я]+ фонд|фонд|"
    r"(?:городск|районн|местн)\w+ бюджет\w?|районы|муниципалитеты|поселения|"
    r"(?:г\. ?|город\w? )(?!москв|санкт|севастоп|федеральн)[а-я]|[а-я-]+(?:ий|ого|ый) район)"
)
"""A column of a town, a district or a fund beside the region's own."""
_BEFORE = re.compile(r"\bгодом (?:раньше|ранее)|\bгод назад|(?:прошл|предыдущ|минувш)\w+ год")


_EARLIER = 0.2
"""What the draft is trusted less for than the law, and the other way round."""
_AMENDED_TO = 0.1
"""What the law in force is trusted more for than the one first passed."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its header: ``kind`` is "plan", "fact", "other" (shares, changes) or ""."""

    index: int
    years: tuple[int, ...]
    kind: str
    unit: float | None
    consolidated: bool
    stage: Stage | None = None
    in_force: bool = False

    def trust(self, wanted: Wanted) -> float | None:
        """How well it fits what is wanted, None when it cannot be it."""
        if self.kind == "other" or (self.years and wanted.year not in self.years):
            return None
        fit = 1.0 if self.years[:1] == (wanted.year,) else 0.5 if self.years else 0.0
        match self.kind, wanted.fact:
            case ("fact", True) | ("plan", False):
                fit += 0.5
            case ("plan", True) | ("fact", False):
                fit -= 1.5
        fit += _AMENDED_TO * (self.in_force and wanted.stage is Stage.ADOPTED)
        other = Stage.ADOPTED if wanted.stage is Stage.DRAFT else Stage.DRAFT
        return fit - 4.0 * self.consolidated - _EARLIER * (self.stage is other)


def header_height(rows: Sequence[Sequence[str]]) -> int:
    """How many rows stand above the first row of figures (years and column numbers are heads)."""
    for height, row in enumerate(rows):
        if any(_figure(text, place) for place, text in enumerate(row) if place):
            return height
    return len(rows)


def columns(head: Sequence[Sequence[str]], width: int) -> tuple[Column, ...]:
    """The columns of a table from its header rows."""
    told = tuple(
        _column(index, header, _kind(head, index, header))
        for index in range(1, width)
        for header in (_header(head, index),)
    )
    added = [c for c in told if any(_changes(tuple(row), c.index) for row in head)]
    if not added:
        return told
    behind = added[-1].index + 1
    # What a budget became by amendments is no outcome yet.
    kinds = ("", "plan", *(("fact",) if folded(_header(head, behind)).endswith("стало") else ()))
    return _amended(told, next((c for c in told if c.index == behind and c.kind in kinds), None))


def _amended(told: Sequence[Column], this: Column | None) -> tuple[Column, ...]:
    """The column right behind those of amendments is the law with them, whatever it is called."""
    law = replace(this, kind="plan", in_force=True) if this else None
    return tuple(law if law and c is this else c for c in told)


def kind(header: str) -> str:
    """Plan, fact, other or "": the first of the words that decides."""
    return _short(header) if len(header) <= REMEMBERED else _kind_of(header)


@of_text
def _short(header: str) -> str:
    return _kind_of(header)


def _kind_of(header: str) -> str:
    plain = folded(header)
    if OTHER.search(plain) or (_BEFORE.search(plain) and not mentioned(header)):
        return "other"
    if FACT.search(plain):
        return "fact"
    return "plan" if PLAN.search(plain) else ""


def _kind(head: Sequence[Sequence[str]], index: int, header: str) -> str:
    """The whole head tells a share; between plan and fact its lowest row does.

    The heading of a slide may be read into the head: "Параметры исполнения" over "План".
    """
    if kind(header) == "other":
        return "other"
    if head and index < len(head[-1]) and _OTHERS.search(folded(head[-1][index])):
        return "other"
    if any(_changes(tuple(row), index) for row in head):
        return "other"
    lowest = _amending(tuple(head[-1])) if head else ()
    if lowest and lowest[index] in _AMENDED:
        return _AMENDED[lowest[index]]
    told = (kind(row[index]) for row in reversed(head) if index < len(row))
    return next(filter(None, told), "")


@of_text
def _changes(row: tuple[str, ...], index: int) -> bool:
    """Does this head, and not one title over all, tell only of what was added to the law?"""
    if index >= len(row) or not _CHANGES.match(folded(row[index])):
        return False
    return any(text != row[index] for text in row[1:])


@of_text
def _amending(row: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a head that tells what was and what became of it; () of any other."""
    said = tuple(folded(text).strip(" ,.:") for text in row)
    return said if set(_AMENDED) <= set(said) else ()


@of_text
def _column(index: int, header: str, kind: str) -> Column:
    named = fiscal(header)
    years = tuple(year for year, _ in mentioned(header)) or ((named.year,) if named else ())
    plain = folded(header)
    both = "консолидированн" in plain
    in_force = _IN_FORCE.search(plain) is not None
    told = kind or ("plan" if in_force else "")
    return Column(index, years, told, unit(header), both, _stage(plain), in_force)


def _stage(plain: str) -> Stage | None:
    """Whether a plan is the one brought in or the one passed: "Проект закона" is brought in."""
    if _DRAFT.search(plain):
        return Stage.DRAFT
    return Stage.ADOPTED if _LAW.search(plain) else None


def _header(head: Sequence[Sequence[str]], index: int) -> str:
    cells = (row[index] for row in head if index < len(row))
    return " ".join(dict.fromkeys(text.strip() for text in cells))


@of_cell
def _figure(text: str, place: int) -> bool:
    if lone(text):
        return True
    number = cell(text)
    year_like = number is not None and number.is_integer() and 2010 <= number <= 2045
    return number is not None and not year_like and number not in (place, place + 1)
