"""Workbooks (XLSX, XLSM, XLSB, XLS): sheets as tables, as a reader sees their cells."""

import io
from collections.abc import Callable, Iterator
from typing import TypeVar

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from scoring.document import Document
from scoring.extract.given import Given
from scoring.extract.office.package import Package
from scoring.extract.office.properties import Properties, of_office
from scoring.extract.office.refused import Refused, refusing
from scoring.extract.office.script import MOST_CELLS, Script
from scoring.extract.office.sheets.cells import Formats, texts
from scoring.extract.office.sheets.formats import formats_of
from scoring.extract.office.sheets.layout import Sheet, tell, title_of_sheets
from scoring.extract.office.sheets.linked import Linked, links_of
from scoring.extract.office.sheets.merged import filled
from scoring.extract.office.sheets.parts import parts_of
from scoring.extract.office.sheets.scan import drawn, measured

MOST_SHEETS = 1000
T = TypeVar("T")


@refusing
def read(given: Given) -> Document:
    """The Document of a workbook; a table is ``sheet=NAME``, its cells are named by ``corner``.

    Hidden sheets are named (BOILERPLATE) and not read. ``text_layer_share`` is None: a workbook
    has no pages.
    """
    package = Package(given) if given.body.startswith(b"PK") else None
    formats: dict[str, Formats] = {}
    links: dict[str, tuple[Linked, ...]] = {}
    if package is not None:
        measured(package)
        parts = tuple(parts_of(package))
        formats, links = formats_of(package, parts), links_of(parts)
    script = Script()
    sheets = _guarded(lambda: tuple(_sheets(given.body, formats, links)))
    tell(script, sheets)
    script.pictures = drawn(package) if package is not None else 0
    about = of_office(package) if package is not None else Properties()
    return Document(
        sha256=given.sha256,
        media_type=given.media_type,
        title=about.title or title_of_sheets(script),
        blocks=tuple(script.blocks),
        tables=tuple(script.tables),
        links=tuple(script.links),
        pictures=script.pictures,
        created=about.created,
        modified=about.modified,
    )


def _sheets(
    body: bytes, formats: dict[str, Formats], links: dict[str, tuple[Linked, ...]]
) -> Iterator[Sheet]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(body))
    if len(book.sheets_metadata) > MOST_SHEETS:
        raise Refused("too-large", f"more than {MOST_SHEETS} sheets")
    for about in book.sheets_metadata:
        if about.visible is not SheetVisibleEnum.Visible:
            yield Sheet(about.name, hidden=True)
        elif about.typ in (SheetTypeEnum.WorkSheet, SheetTypeEnum.DialogSheet):
            sheet = book.get_sheet_by_name(about.name)
            top, left = sheet.start or (0, 0)
            if sheet.height * sheet.width > MOST_CELLS:
                raise Refused("too-large", f"sheet {about.name}: more than {MOST_CELLS} cells")
            rows = texts(sheet.to_python(), (top, left), formats.get(about.name, {}))
            whole = filled(rows, (top, left), sheet.merged_cell_ranges)
            yield Sheet(about.name, whole, top, left, links=links.get(about.name, ()))


def _guarded(work: Callable[[], T]) -> T:
    """What the Rust reader raises as Refused: its panics are none of Python's errors."""
    try:
        return work()
    except PasswordError:
        raise Refused("encrypted", "a workbook protected by a password") from None
    except CalamineError as error:
        raise Refused("torn", f"workbook: {error}") from None
    except BaseException as panic:
        if type(panic).__name__ == "PanicException":
            raise Refused("torn", f"workbook: {panic}") from None
        raise
