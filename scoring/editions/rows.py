"""Links in tables: the head of the column and the name of the row a link stands in."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from scoring.model import Document, PageLink, Table

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands around a link in a table: its column's head and its row's name; its cell."""

    heads: tuple[str, ...]
    text: str


def cells_of(document: Document) -> dict[int, Cell]:
    """The cells of links, by a link's place among the page's links.

    A link is found again by its text, in the order of reading: "Скачать" stands in many cells.
    """
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for n, link in enumerate(document.links):
        waiting[link.locator].append(n)
    found: dict[int, Cell] = {}
    for table in document.tables:
        found.update(_placed(table, waiting.get(table.locator, []), document.links))
    return found


def _placed(
    table: Table, waiting: list[int], links: tuple[PageLink, ...]
) -> Iterator[tuple[int, Cell]]:
    left = list(waiting)
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            unread = cell
            while left and (text := links[left[0]].text) and text in unread:
                unread = unread.partition(text)[2]
                yield left.pop(0), Cell(_heads(table, number, column), cell[:_LONGEST])


def _heads(table: Table, number: int, column: int) -> tuple[str, ...]:
    head = table.rows[0][column] if number and column < len(table.rows[0]) else ""
    row = table.rows[number][0] if column else ""
    return tuple(text[:_LONGEST] for text in (head, row) if text)
