"""A text as DOCX, as a person types it: styles, lists, tables, pictures."""

import io
from datetime import datetime, time

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as Typed

from benchmarks.labels.model import File
from benchmarks.labels.prints import picture
from benchmarks.labels.prints.pieces import (
    Chart,
    Grid,
    Heading,
    Paragraph,
    Picture,
    Piece,
    Run,
    leaves,
    pieces,
    words,
)

_WIDE = Cm(15)


def document(file: File) -> bytes:
    """The file's text as DOCX."""
    made = docx.Document()
    made.styles["Normal"].font.name = "Liberation Serif"
    made.styles["Normal"].font.size = Pt(12)
    about = made.core_properties
    about.title = about.author = about.comments = ""
    if file.created:
        about.created = about.modified = datetime.combine(file.created, time(12))
    for number, leaf in enumerate(leaves(file.text)):
        if number:
            made.add_page_break()  # type: ignore[no-untyped-call] # as the library is
        for piece in pieces(leaf):
            _typed(made, piece)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _typed(made: Document, piece: Piece) -> None:
    match piece:
        case Heading():
            made.add_heading(words(piece.runs), level=piece.level)
        case Paragraph():
            _runs(made.add_paragraph(style=_style(piece)), piece.runs)
        case Grid():
            _table(made, piece)
        case Chart():
            made.add_picture(io.BytesIO(picture.bars(piece)), width=_WIDE)
        case Picture():
            made.add_picture(io.BytesIO(picture.photograph(piece.caption)), width=_WIDE)
            made.add_paragraph(piece.caption, style="Caption")


def _style(piece: Paragraph) -> str | None:
    if not piece.depth:
        return None
    kind = "List Number" if piece.numbered else "List Bullet"
    return kind if piece.depth == 1 else f"{kind} {min(piece.depth, 3)}"


def _runs(typed: Typed, runs: tuple[Run, ...]) -> None:
    for run in runs:
        if run.href:
            _link(typed, run)
        else:
            typed.add_run(run.text).bold = run.bold or None


def _link(typed: Typed, run: Run) -> None:
    """The library writes no links of its own."""
    link = OxmlElement("w:hyperlink")
    link.set(
        qn("r:id"), typed.part.relate_to(run.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    )
    link.append(typed.add_run(run.text)._r)
    typed._p.append(link)


def _table(made: Document, grid: Grid) -> None:
    rows = [*([grid.head] if grid.head else []), *grid.rows]
    table = made.add_table(len(rows), max(map(len, rows)), style="Table Grid")
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=False):
            cell.text = text
    made.add_paragraph()
