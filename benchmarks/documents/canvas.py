"""A document of the set by ReportLab: the way programs of ministries print their tables."""

import io
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

from benchmarks.documents.charts import charts
from benchmarks.documents.truth import Case, Piece

_FONTS = Path("/usr/share/fonts/truetype/dejavu")
_GAP = 24


def drawn(case: Case, *, lying: bool = False, turned: int = 0) -> bytes | None:
    """The document; None for what its frames cannot set and where the fonts are not installed."""
    if case.layout in ("slides", "pamphlet") or not (_FONTS / "DejaVuSans.ttf").exists():
        return None
    for name in ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSerif", "DejaVuSerif-Bold"):
        pdfmetrics.registerFont(TTFont(name, str(_FONTS / f"{name}.ttf")))
    held = io.BytesIO()
    size = landscape(A4) if case.layout == "wide" else A4
    document = BaseDocTemplate(held, pagesize=size, invariant=1)
    template = _template(case, size, lying=lying)
    template.rotation = turned
    document.addPageTemplates(template)
    told = [_flowable(case, piece, size[0] - 100) for piece in case.pieces]
    document.build([*told, *charts(case.charts)])
    return held.getvalue()


def on_its_side(case: Case, *, turned: int) -> bytes | None:
    """Landscape pages kept upright: shown turned, or (0) lying on their side for the reader."""
    return drawn(case, lying=True, turned=turned) if case.layout == "wide" else None


def _template(case: Case, size: tuple[float, float], *, lying: bool) -> PageTemplate:
    width = (size[0] - 100 - _GAP * (case.columns - 1)) / case.columns
    frames = [
        Frame(50 + n * (width + _GAP), 50, width, size[1] - 100, 0, 0, 0, 0, id=f"column{n}")
        for n in range(case.columns)
    ]

    def furniture(canvas: Any, document: Any) -> None:
        if lying:
            # ReportLab swaps the sides of a page it turns.
            canvas.setPageSize(size if document.pageTemplate.rotation else (size[1], size[0]))
            canvas.rotate(90)
            canvas.translate(0, -size[1])
        canvas.setFont("DejaVuSans", 8)
        if case.layout == "report":  # on a page by itself nobody could tell it from a line of text
            canvas.drawString(50, size[1] - 30, "Министерство финансов")
        canvas.drawCentredString(size[0] / 2, 25, str(document.page))

    return PageTemplate("page", frames, onPage=furniture)


def _flowable(case: Case, piece: Piece, width: float) -> Any:
    font = "DejaVuSerif" if case.serif else "DejaVuSans"
    size = 9 if case.layout in ("brochure", "wide") else 11
    if piece.kind == "table":
        return _table(case, piece, font, size, width)
    if piece.kind == "heading":
        font, size = f"{font}-Bold", size * (2 if piece.depth == 1 else 1.4)
    style = ParagraphStyle(
        piece.kind,
        fontName=font,
        fontSize=size * (0.8 if piece.kind == "note" else 1),
        leading=size * 1.35,
        spaceAfter=size * 0.7,
        leftIndent=18 * piece.depth if piece.kind == "item" else 0,
        bulletIndent=18 * piece.depth - 12,
        alignment=4 if case.layout == "brochure" else 0,
    )
    text = escape(piece.text)
    if case.layout == "notes" and piece.kind == "paragraph":
        text = f"{text[:-1]}<super size=7>{text[-1]}</super>"
    return Paragraph(text, style, bulletText="•" if piece.kind == "item" else None)


def _table(case: Case, piece: Piece, font: str, size: float, width: float) -> Table:
    rows, spans = [], []
    filled: dict[tuple[int, int], str] = {}
    for row, cells in enumerate(piece.cells):
        column = 0
        for cell in cells:
            while (row, column) in filled:
                column += 1
            last = (column + cell.across - 1, row + cell.down - 1)
            spans.append(("SPAN", (column, row), last))
            for x in range(column, last[0] + 1):
                filled |= {(y, x): "" for y in range(row, last[1] + 1)}
            filled[(row, column)] = cell.text
    columns = max(column for _, column in filled) + 1
    style = ParagraphStyle("cell", fontName=font, fontSize=size * 0.9, leading=size * 1.2)
    right = ParagraphStyle("number", parent=style, alignment=2 * (case.layout != "duties"))
    for row in range(len(piece.cells)):
        rows.append([
            Paragraph(filled[(row, n)], right if n else style) if filled[(row, n)] else ""
            for n in range(columns)
        ])  # fmt: skip
    rules = [] if case.layout == "plain" else [("GRID", (0, 0), (-1, -1), 0.5, "black")]
    first = width * 0.4
    widths = [first, *([(width - first) / (columns - 1)] * (columns - 1))]
    return Table(rows, widths, style=TableStyle([*spans, *rules]), repeatRows=0)
