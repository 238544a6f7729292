"""A text as PPTX: a slide to a leaf, with native tables and charts."""

import io
from datetime import datetime, time
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.slide import Slide
from pptx.util import Cm, Pt

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

_TITLE_ONLY = 5
_LEFT, _WIDE, _TOP = Cm(1.5), Cm(22), 4.0


def presentation(file: File) -> bytes:
    """The file's text as PPTX."""
    made = Presentation()
    about = made.core_properties
    about.title = about.author = ""
    if file.created:
        about.created = about.modified = datetime.combine(file.created, time(12))
    for leaf in leaves(file.text):
        _slide(made.slides.add_slide(made.slide_layouts[_TITLE_ONLY]), pieces(leaf))
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _slide(slide: Slide, told: list[Piece]) -> None:
    if told and isinstance(told[0], Heading) and slide.shapes.title is not None:
        slide.shapes.title.text = words(told[0].runs)
        told = told[1:]
    top, text = _TOP, list[Heading | Paragraph]()
    for piece in told:
        if isinstance(piece, Heading | Paragraph):
            text.append(piece)
            continue
        top = _text(slide, text, top)
        text = []
        top += _shape(slide, piece, top)
    _text(slide, text, top)


def _text(slide: Slide, told: list[Heading | Paragraph], top: float) -> float:
    """One box for what stands together; the place below it, in cm."""
    if not told:
        return top
    tall = sum(0.8 * (1 + len(words(p.runs)) // 80) for p in told)
    frame = slide.shapes.add_textbox(_LEFT, Cm(top), _WIDE, Cm(tall)).text_frame
    frame.word_wrap = True
    for number, piece in enumerate(told):
        line = frame.paragraphs[0] if not number else frame.add_paragraph()
        for run in piece.runs:
            typed = line.add_run()
            typed.text = run.text
            typed.font.size = Pt(20 if isinstance(piece, Heading) else 14)
            typed.font.bold = run.bold or isinstance(piece, Heading)
            if run.href:
                typed.hyperlink.address = run.href
        if isinstance(piece, Paragraph) and piece.depth:
            line.level = piece.depth - 1
    return top + tall


def _shape(slide: Slide, piece: Piece, top: float) -> float:
    """A table, chart or picture; its height in cm."""
    match piece:
        case Grid():
            rows = [*([piece.head] if piece.head else []), *piece.rows]
            size = (_LEFT, Cm(top), _WIDE, Cm(0.8 * len(rows)))
            table = slide.shapes.add_table(len(rows), max(map(len, rows)), *size).table
            table.first_row = bool(piece.head)
            for y, row in enumerate(rows):
                for x, text in enumerate(row):
                    table.cell(y, x).text = text
            return 0.8 * len(rows) + 0.5
        case Chart():
            data: Any = CategoryChartData()  # type: ignore[no-untyped-call] # as the library is
            data.categories = [name for name, _ in piece.bars]
            data.add_series(piece.title, [value for _, value in piece.bars])
            size = (_LEFT, Cm(top), _WIDE, Cm(8))
            frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *size, data)
            chart = frame.chart
            chart.has_title = bool(piece.title)
            chart.chart_title.text_frame.text = piece.title
            chart.plots[0].has_data_labels = True
            return 8.5
        case Picture():
            held = io.BytesIO(picture.photograph(piece.caption))
            placed = slide.shapes.add_picture(held, _LEFT, Cm(top), height=Cm(7))
            placed.name = piece.caption
            return 7.5
        case _:
            raise AssertionError(piece)
