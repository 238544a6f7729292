"""Links in tables: the head of the column and the name of the row a link stands in."""

from collections import defaultdict
from collections.abc import Iterator

from scoring.model import Document, PageLink, Table

_LONGEST = 200


def cells_of(document: Document) -> dict[int, tuple[str, ...]]:
    """By a link's place among the page's links: its column's head, then its row's first cell.

    A link is found again by its text, in the order of reading: "Скачать" stands in many cells.
    """
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for n, link in enumerate(document.links):
        waiting[link.locator].append(n)
    found: dict[int, tuple[str, ...]] = {}
    for table in document.tables:
        for n, heads in _placed(table, waiting.get(table.locator, []), document.links):
            found[n] = heads
    return found


def _placed(
    table: Table, waiting: list[int], links: tuple[PageLink, ...]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    left = list(waiting)
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            unread = cell
            while left and (text := links[left[0]].text) and text in unread:
                unread = unread.partition(text)[2]
                yield left.pop(0), _heads(table, number, column)


def _heads(table: Table, number: int, column: int) -> tuple[str, ...]:
    head = table.rows[0][column] if number and column < len(table.rows[0]) else ""
    row = table.rows[number][0] if column else ""
    return tuple(text[:_LONGEST] for text in (head, row) if text)
