"""A text as a workbook or a CSV: a sheet to a leaf, figures as numbers."""

import csv
import io
import re
from datetime import datetime, time

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.labels.model import File
from benchmarks.labels.prints import picture
from benchmarks.labels.prints.pieces import (
    Chart,
    Grid,
    Heading,
    Paragraph,
    Picture,
    Piece,
    leaves,
    pieces,
    words,
)

_NUMBER = re.compile(r"[-−–]?\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?|[-−–]?\d+(?:[.,]\d+)?")
_UNFIT = re.compile(r"[\[\]:*?/\\]")


def workbook(file: File) -> bytes:
    """The file's text as XLSX; the first heading of a leaf names its sheet."""
    made = Workbook()
    made.remove(made.active)
    for number, leaf in enumerate(leaves(file.text), 1):
        told = pieces(leaf)
        head = next((words(p.runs) for p in told if isinstance(p, Heading)), f"Лист{number}")
        sheet = made.create_sheet(_UNFIT.sub(" ", head)[:31])
        for piece in told:
            _written(sheet, piece)
    if file.created:
        made.properties.created = datetime.combine(file.created, time(12))
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def delimited(file: File) -> bytes:
    """The file's text as CSV with semicolons, as Excel in Russia saves it."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=";", lineterminator="\r\n")
    for leaf in leaves(file.text):
        for piece in pieces(leaf):
            writer.writerows(_rows(piece))
    return held.getvalue().encode("utf-8-sig")


def number(text: str) -> float | int | None:
    """The number a cell holds and nothing else, None for words."""
    if not _NUMBER.fullmatch(text.strip()):
        return None
    plain = re.sub(r"[ \u00a0]", "", text.strip()).replace(",", ".")
    value = float(re.sub("[−–]", "-", plain))
    return int(value) if value.is_integer() and "." not in plain else value


def _rows(piece: Piece) -> list[list[str]]:
    match piece:
        case Heading() | Paragraph():
            return [[words(piece.runs)]]
        case Grid():
            return [list(row) for row in ((piece.head,) if piece.head else ()) + piece.rows]
        case Chart():
            return [[piece.title], *([name, picture.figure(v)] for name, v in piece.bars)]
        case Picture():
            return []


def _written(sheet: Worksheet, piece: Piece) -> None:
    first = sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value else 1
    rows = _rows(piece)
    head = 1 if isinstance(piece, Grid) and piece.head else 0
    for y, row in enumerate(rows):
        for x, text in enumerate(row, 1):
            value = None if y < head else number(text)
            cell = sheet.cell(first + y, x, text if value is None else value)
            if isinstance(value, float):
                cell.number_format = "#,##0." + "0" * len(f"{value:g}".partition(".")[2])
    if isinstance(piece, Chart):
        drawn = BarChart()
        drawn.title = piece.title
        last = first + len(rows) - 1
        drawn.add_data(Reference(sheet, min_col=2, min_row=first + 1, max_row=last))
        drawn.set_categories(Reference(sheet, min_col=1, min_row=first + 1, max_row=last))
        sheet.add_chart(drawn, f"E{first}")
    if isinstance(piece, Picture):
        sheet.add_image(Image(io.BytesIO(picture.photograph(piece.caption))), f"E{first}")
