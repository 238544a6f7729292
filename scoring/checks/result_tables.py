"""Results in tables over years: an indicator beside its goal, "было — стало", measures of life."""

import re
from collections.abc import Iterator, Sequence

from scoring.checks.answers import in_file
from scoring.checks.result_cells import OF_MONEY
from scoring.facts.headings import headed
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.locator import of_cell
from scoring.model import EditionFile, Evidence, Table
from scoring.remembered import of_text

_YEAR = re.compile(
    r"\W*(?:(?:план|факт|оценка|прогноз)\w* )?20\d\d\W*(?:год\w*|г\.?)?[а-я() ,.]{0,20}"
)
_TURN = re.compile(r"\W*(?:было|стало|будет|сейчас|до|после|план|факт)\W*")
_INDICATOR = re.compile(r"^\W*(?:[а-я]+(?:ый|ой|ые) )?(?:показател|индикатор|результат)")
_AIM = re.compile(
    r"^\W*(?:цел[ьи]|задач|(?:гос|под)?программ|государственн\w+ программ|направлени|проект)"
)
_NUMBER = re.compile(r"\W*\d[\d ]*(?:,\d+)?\s*(?:%|[а-я²³. ]{1,14})?\W*")
# What is measured of how people live.
_OF_LIFE = re.compile(
    r"\b(?:смертност|рождаемост|заболеваемост|продолжительност\w* жизн|очеред|ожидани|ждать\b|"
    r"аварийност|аварий|дтп\b|преступност|износ|обеспеченност|охват|выброс|втор(?:ую|ой) смен|"
    r"врем[яе] (?:приезд|прибыти|доезд|ожидани))"
)
_MONEY = re.compile(r"₽|\bруб|поступлени|\bплат[аыеу]\b|тариф|кредит|стоимост|зарплат")
# The unit over a whole table: "млрд рублей", "в тысячах рублей".
_IN_MONEY = re.compile(r"\b(?:тыс|млн|млрд|миллион|миллиард)[а-я]*\.? ?(?:руб|₽|$)|₽|\bруб")
_FEWEST = 2
_HEADS = 2


def tabled(file: EditionFile) -> Iterator[tuple[str, Evidence]]:
    """The indicator of each row of such a table, folded, and where it stands."""
    document = file.document.legible
    tables = [table for table in document.tables if len(_years(table)) >= _FEWEST]
    over = headed(document) if tables else None
    for table in tables:
        for down, label in _results(table, over.table(table) if over else ()):
            row = table.rows[down]
            quote = " | ".join(cell.strip() for cell in row if cell.strip())
            yield folded(label), in_file(file, of_cell(table, down, 0), quote)


def _results(table: Table, above: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Rows that tell a result: their number and the words of their indicator."""
    head = table.rows[0] if table.rows else ()
    years = _years(table)
    over = (*above[-1:], table.caption)
    if any(_in_money(text) for text in (*head, *over)):
        return
    at = _indicator(head[: years[0]])
    rows = [(n, _label(row, at)) for n, row in enumerate(table.rows) if n and _told(row, years)]
    of_life = sum(_OF_LIFE.search(folded(label)) is not None for _, label in rows)
    # Most tables over years tell of money: their rows need not be asked one by one.
    if at is None and not _turned(head, years, over) and of_life < _FEWEST:
        return
    plain = [(n, label) for n, label in rows if label and not _is_other(label)]
    if at is not None or _turned(head, years, over) or of_life > len(plain) // 2:
        yield from plain


def _years(table: Table) -> list[int]:
    """The columns of its head that are years, or "было" and "стало"."""
    head = table.rows[0] if table.rows else ()
    return [n for n, cell in enumerate(head) if _is_when(cell)]


@of_text
def _in_money(text: str) -> bool:
    return _IN_MONEY.search(folded(text)) is not None


@of_text
def _is_when(cell: str) -> bool:
    plain = folded(cell.strip())
    return _YEAR.fullmatch(plain) is not None or _TURN.fullmatch(plain) is not None


def _indicator(head: Sequence[str]) -> int | None:
    """The column of indicators, where goals or programmes stand in one beside it."""
    said = [folded(cell) for cell in head]
    aims = [n for n, cell in enumerate(said) if _AIM.match(cell)]
    found = [n for n, cell in enumerate(said) if _INDICATOR.match(cell)]
    return found[0] if aims and found and len(head) >= _HEADS else None


def _turned(head: Sequence[str], years: Sequence[int], over: Sequence[str]) -> bool:
    """Is it headed "Было — стало", over the table or in its columns?"""
    columns = " ".join(head[n] for n in years)
    return any(_was_and_is(text) for text in (*over, columns))


@of_text
def _was_and_is(text: str) -> bool:
    plain = folded(text)
    return "было" in plain and "стало" in plain


def _told(row: Sequence[str], years: Sequence[int]) -> bool:
    cells = [row[n] for n in years if n < len(row)]
    return sum(_NUMBER.fullmatch(folded(cell)) is not None for cell in cells) >= _FEWEST


def _label(row: Sequence[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else row[0].strip()


@of_text
def _is_other(label: str) -> bool:
    """Money, the economy, or what there is: districts, programmes, residents."""
    plain = folded(label)
    if OF_MONEY.search(plain) or _MONEY.search(plain):
        return True
    other = lexicon("macro").words.named(label) - {"housing"}
    if other or _OF_LIFE.search(plain):
        return bool(other)
    return "not-result" in lexicon("results").words.named(label)
