"""Facts of tables: a cell by its row's label, its column's head and whoever states the unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from scoring.editions.years import mentioned
from scoring.facts.clauses import in_block
from scoring.facts.fact import Fact, Form, Unit
from scoring.facts.headings import years_of
from scoring.facts.measure import Measure, measure, over_all
from scoring.facts.parts import Part, parts
from scoring.facts.quantity import MOST_PER_RESIDENT, per_resident, quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.mended import mended
from scoring.language.ru.sentences import spoken
from scoring.locator import of_cell
from scoring.model import Block, BlockKind, Table
from scoring.remembered import of_text
from scoring.totals.columns import FACT, PLAN, header_height
from scoring.totals.money import cell

_LONGEST_UNIT = 40
_UNIT_HEAD = re.compile(r"\W*ед(?:\.|иниц[аы]?)?\W*(?:изм(?:\.|ерени[яе])?)?\W*$")
_FULL_ROUBLES = 1e9
_TILE = re.compile(r"\d[\d ]*(?:[.,]\d+)?|\b(?:млн|млрд|тыс|руб)\w*\.?|[₽%]")
_TAIL = re.compile(r"[,(]\s*([^,()]{1,40})\)?\s*$")
_BEGINS = re.compile(r"^\W*\d")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NAUGHT = re.compile(r"0(?:[.,]0+)?")
# The row right under the one that names a group: "Налоговые доходы", and then "Всего".
_SUMMED = re.compile(r"^\W*(?:всего|итого|сумма|общий объем)\W*$")
_LONG = 60
_ITEMS = re.compile(r":.*\d.*[;,]")
_REMEMBERED = 256

Row = Sequence[str]
# "Программа, млн рублей": what the rows are, and then in what.
_WITH_UNIT = re.compile(r"^\W*[а-я][а-я ]{3,60}[,(]\s*(?:в )?(?:тыс|млн|млрд|руб)")


@dataclass(frozen=True, slots=True)
class _Head:
    """A column: its head's words and what follows from them."""

    text: str
    years: tuple[int, ...]
    kind: str
    measure: Measure | None


@dataclass(frozen=True, slots=True)
class _Figure:
    """What a cell holds."""

    value: float
    unit: Unit
    noun: str = ""


def in_table(table: Table, number: int, above: tuple[str, ...]) -> list[Fact]:
    """Every figure of a table; ``above`` are the headings over it, ``number`` its place from 0."""
    over = (*above, *filter(None, (table.caption,)))
    return [fact for part in parts(table.rows) for fact in _of_part(part, table, number, over)]


def _of_part(part: Part, table: Table, number: int, above: tuple[str, ...]) -> Iterator[Fact]:
    rows = part.rows
    height = _height(rows)
    over = (*above, *filter(None, dict.fromkeys(_corners(rows, height))))
    heads = [_head(rows[:height], index) for index in range(max(map(len, rows), default=0))]
    said = over_all(table.caption) or measure(rows[0][0] if height and rows[0] else "")
    group, fresh = "", False
    for down, row in enumerate(rows[height:], start=part.first + height):
        named = _label(row)
        figures = _of_row(row, named, heads, said)
        label = mended(named) if named else ""
        if not figures and _told(row):
            over_it = (*over, group) if group else over
            yield from in_block(_paragraph(row, of_cell(table, down, 0)), over_it)
            continue
        if not figures:
            group, fresh = label or group, bool(label)
            continue
        if fresh and _SUMMED.match(folded(label)):
            label = f"{group}: {label}"
        fresh = False
        whole = " | ".join(dict.fromkeys(filter(None, map(str.strip, row))))
        own, kind, named = _years(label or row[0]), _kind(label), label or row[0].strip()
        for column, head, figure in figures:
            yield Fact(
                label or _tile(row[column]) or head.text,
                figure.value,
                figure.unit,
                Form.CELL,
                f"{named} … {row[column].strip()}",
                table.locator if part.turned else of_cell(table, down, column),
                noun=figure.noun,
                years=head.years or own or years_of((*over, group)),
                kind=kind or head.kind,
                above=over,
                group=group,
                whole=whole,
                table=number,
                column=head.text,
            )


@of_text
def _years(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(year for year, _ in mentioned(text)))


def _told(row: Row) -> bool:
    """A sheet of a workbook holds paragraphs too, one to a row."""
    said = {text.strip() for text in row if text.strip()}
    text = next(iter(said), "")
    listed = len(text) >= _LONG and _ITEMS.search(text) is not None
    return len(said) == 1 and (listed or len(spoken(text)) > 0)


def _paragraph(row: Row, locator: str) -> Block:
    return Block(BlockKind.PARAGRAPH, next(text.strip() for text in row if text.strip()), locator)


def _tile(text: str) -> str:
    """The words beside the figure of a cell: "образование" of "9,1 млрд ₽ образование"."""
    return _TILE.sub(" ", text).strip(" ,;:–—-") if _sum(text) else ""


@lru_cache(maxsize=_REMEMBERED)
def corner(rows: Sequence[Row]) -> str:
    """What the head over the labels says they are: "Государственная программа", "Раздел"."""
    heads = rows[: _height(rows)]
    told = (text.strip() for row in heads for text in row[:2])
    return next((text for text in told if _names(text)), "")


def _names(head: str) -> bool:
    """Does a head say what stands under it? "Объект" is counted in objects, and still says it."""
    told = measure(head)
    silent = told is None or told.unit is Unit.COUNT or _WITH_UNIT.match(folded(head))
    return bool(_LETTERS.search(head) and silent)


def _corners(rows: Sequence[Row], height: int) -> Iterator[str]:
    """The heads over the first column and over the labels, where these stand behind numbers."""
    first = next(iter(rows[height:]), ())
    labels = next((n for n, text in enumerate(first) if text.strip() == _label(first)), 0)
    for column in dict.fromkeys((0, labels)):
        told = (row[column].strip() for row in rows[:height] if column < len(row))
        yield next((t for t in told if _names(t)), "")


@lru_cache(maxsize=_REMEMBERED)
def _height(rows: Sequence[Row]) -> int:
    """How many rows of heads there are; a figure may stand in its cell with its unit."""
    height = header_height(rows)
    worded = (n for n, row in enumerate(rows[:height]) if any(_sum(text) for text in row[1:]))
    height = next(worded, height)
    # The row under the heads that names the first group of rows is none of the heads.
    while 1 < height < len(rows) and _names_a_group(rows[height - 1]):
        height -= 1
    return height


def _names_a_group(row: Row) -> bool:
    told = {text.strip() for text in row if text.strip()}
    return len(told) == 1 and bool(_label(row)) and measure(_label(row)) is None


def _of_row(
    row: Row, label: str, heads: Sequence[_Head], said: Measure | None
) -> list[tuple[int, _Head, _Figure]]:
    """The figures of a row, each with its column; its ``label`` as it is written."""
    found: list[tuple[int, _Head, _Figure]] = []
    unit, stated = _unit(row, heads)
    own = _own(label)
    first = _first(row, label)
    before = ""
    for column, text in enumerate(row):
        # A figure met twice is one of cells joined, but naught may well be naught again.
        same, before = bool(column) and text == before and not _NAUGHT.fullmatch(text), text
        if column == first or same or not text or (column < first and not _sum(text)):
            continue
        head = heads[column]
        # A unit stands before its numbers; a sum before it has a head of its own.
        theirs_not = column < unit and head.measure is not None
        for this in _of_cell(text, head, own if theirs_not else stated or own, said):
            # Most sums are too large to be of one resident: that is asked of the others only.
            small = this.unit is Unit.MONEY and this.value < MOST_PER_RESIDENT
            theirs = small and per_resident(folded(f"{label} {head.text}"))
            each = _Figure(this.value, Unit.PER_RESIDENT, this.noun) if theirs else this
            found.append((column, head, each))
    return found


def _first(row: Row, label: str) -> int:
    """The column of the label, -1 where there is none."""
    if row[:1] == (label,):
        return 0
    return next((n for n, text in enumerate(row) if text.strip() == label), -1)


def _unit(row: Row, heads: Sequence[_Head]) -> tuple[int, Measure | None]:
    """Where a cell of the row states its unit, and which; under "Единица" any word is one."""
    for column in range(1, len(row)):
        text = row[column]
        if cell(text) is not None:
            continue
        if told := _unit_cell(text):
            return column, told
        if _LETTERS.search(text) and _heads_units(heads[column].text):
            return column, measure(text) or Measure(Unit.COUNT, 1.0, text.strip())
    return -1, None


@of_text
def _heads_units(head: str) -> bool:
    return _UNIT_HEAD.match(folded(head)) is not None


def _of_cell(
    text: str, head: _Head, stated: Measure | None, said: Measure | None
) -> Sequence[_Figure]:
    """A bare number by the unit its row, its column or the table states; else its own words."""
    number = cell(text)
    if number is None:
        return [_Figure(q.value, q.unit, q.noun) for q in quantities(text)]
    told = _nearest(stated, head.measure, said)
    if told is None:
        unit = Unit.MONEY if abs(number) >= _FULL_ROUBLES else Unit.BARE
        return (_Figure(number, unit),)
    value = round(number * told.factor, 2)
    # One line about residents over a table does not make its totals theirs.
    each = told.unit is Unit.PER_RESIDENT and abs(value) >= MOST_PER_RESIDENT
    return (_Figure(value, Unit.MONEY if each else told.unit, told.noun),)


def _nearest(stated: Measure | None, head: Measure | None, said: Measure | None) -> Measure | None:
    """The row's measure, unless the column holds shares or changes of what the row is of."""
    if head is not None and (stated is None or head.unit is Unit.PERCENT):
        return head
    return stated or said


def _head(rows: Sequence[Row], index: int) -> _Head:
    cells = (row[index].strip() for row in rows if index < len(row))
    return _told_by(" ".join(dict.fromkeys(filter(None, cells))))


@of_text
def _told_by(text: str) -> _Head:
    return _Head(text, _years(text), _kind(text), measure(text))


@of_text
def _kind(text: str) -> str:
    """Plan or fact, whichever is said last: over "План" and "Факт" may stand "Исполнение"."""
    plain = folded(text)
    found = [*PLAN.finditer(plain), *FACT.finditer(plain)]
    last = max(found, key=lambda m: m.start(), default=None)
    return "" if last is None else "plan" if last.re is PLAN else "fact"


@of_text
def _label(row: Row) -> str:
    """The first cell with words in it that is no figure and no unit."""
    told = (text.strip() for text in row)
    return next((t for t in told if _LETTERS.search(t) and not _unit_cell(t) and not _sum(t)), "")


@of_text
def _own(label: str) -> Measure | None:
    """What a label says its row is in: "Инфляция, %", "Население (тыс. чел.)", "Число школ"."""
    ended = _TAIL.search(label)
    if ended and (told := measure(ended[1])):
        return told
    if re.match(r"^\W*(?:число|количество|численность)\b", folded(label)):
        return Measure(Unit.COUNT, 1.0, label)
    return None


@of_text
def _sum(text: str) -> bool:
    """Is it a figure with its unit, such as "24,1 млрд руб."?"""
    return _BEGINS.match(text) is not None and bool(quantities(text))


@of_text
def _unit_cell(text: str) -> Measure | None:
    short = len(text) <= _LONGEST_UNIT and not re.search(r"\d", text)
    plain = folded(text).strip(" .,()")
    if not short or not re.match(r"^(?:в |%|процент|тыс|млн|млрд|руб|чел|ед|шт|км|га|тонн)", plain):
        return None
    return measure(text)
