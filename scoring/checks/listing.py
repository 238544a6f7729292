"""Tables whose rows are objects: the heads over their names say so."""

import re
from collections.abc import Iterator, Sequence

from scoring.language.ru.folded import folded
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_LIST_OF_OBJECTS = re.compile(
    r"^\W*(?:наименовани\w+ |назван\w+ |крупн\w+ |главн\w+ )?(?:"
    r"объект(?!\w* (?:контрол|провер|налог|учет|закуп))|стройк|что строи|"
    r"что (?:ремонтир|появи|откро|открыв|обновл|возвод|достра|сдае)|что стро[ия]тся|"
    r"национальн\w+ проект|нацпроект|проекты?\W*$|(?:социально |"
    r"общественно )?значим\w+ (?:проект|объект)|"
    r"(?:приоритетн|крупнейш|ключев|важнейш)\w+ (?:проект|объект|строй)|куда вкладыва|карта строек)"
)
_SAYS_NO_KIND = re.compile(r"\W*(?:что|название|наименование|имя|где|адрес|место|№)\W*(?:п/п)?\W*$")
_THEME = re.compile(r"^\W*(?:тема|урок|раздел|глава|слайд|таблица|лист)?\W*(?:[\divx]+\W+)?")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_DIGIT = re.compile(r"\d")
_BAR = " | "
_FEWEST = 2
"""Cells of a row of heads."""


def lists_objects(above: Sequence[str]) -> bool:
    """Is it a table whose rows are objects, as the head over their names says?

    Under "Что" and "Название" the heading of the table tells of what.
    """
    return _of_objects(tuple(above[-2:]))


@of_text
def _of_objects(above: tuple[str, ...]) -> bool:
    heads = [folded(head) for head in above]
    if len(heads) > 1 and _SAYS_NO_KIND.match(heads[-1]):
        heads.pop()
    return _LIST_OF_OBJECTS.search(_THEME.sub("", heads[-1])) is not None if heads else False


def names_listed(read: Sequence[Passage]) -> Iterator[str]:
    """Of each passage the cell under "Объект" or "Что строим", "" where no head says that.

    The district may stand before the object, as in "Район | Что строим | Млн рублей".
    """
    block, width, column = 0, 0, -1
    for passage in read:
        if passage.piece is not Piece.ROW:
            yield ""
            continue
        if passage.block != block or _is_head(passage.text):
            voted = any("инициатив" in folded(head) for head in (*passage.above, passage.text))
            block, width = passage.block, passage.text.count(_BAR) + 1
            column = -1 if voted else _column(passage.text)
            yield ""
            continue
        yield _named(passage.text.split(_BAR), column, width) if column > 0 else ""


def _named(cells: Sequence[str], column: int, width: int) -> str:
    """The cell of a column; the same sum in two columns is one cell of the row."""
    whole = column < len(cells) <= width and len(cells) > _FEWEST
    return cells[column] if whole and _WORDS.search(cells[column]) else ""


def _is_head(row: str) -> bool:
    return _DIGIT.search(row) is None and row.count(_BAR) + 1 >= _FEWEST


@of_text
def _column(heads: str) -> int:
    cells = enumerate(heads.split(" | "))
    return next((n for n, head in cells if lists_objects((head,))), -1)
