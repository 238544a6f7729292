"""Office files made by real tools: python-docx, python-pptx, openpyxl, and LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import pytest

LIBRARIES = ("docx", "pptx", "openpyxl")


def soffice_or_skip() -> str:
    found = shutil.which("soffice")
    if not found:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-writer "
                    "libreoffice-calc libreoffice-impress")  # fmt: skip
    return found


@lru_cache(maxsize=64)
def converted(body: bytes, suffix: str, to: str) -> bytes:
    """The file as LibreOffice writes it in another format."""
    program = soffice_or_skip()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"made.{suffix}")
        source.write_bytes(body)
        subprocess.run(
            [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
             "--convert-to", to, "--outdir", folder, str(source)],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        return Path(folder, f"made.{to.partition(':')[0]}").read_bytes()


def with_parts(body: bytes, parts: Mapping[str, bytes | str | None]) -> bytes:
    """The package with parts put in, exchanged or (None) taken out."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(body)) as old,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            if part is not None:
                new.writestr(name, part)
    return held.getvalue()


def part_of(body: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        return package.read(name).decode()


def saved(document) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def png(width: int = 200, height: int = 120) -> io.BytesIO:
    """A picture python-docx and python-pptx take."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows))
                      + chunk(b"IEND", b""))  # fmt: skip


TITLE = "Бюджет для граждан"
PROSE = (
    "Бюджет области составляется на три года и принимается законом.",
    "Он показывает, сколько денег область получит и на что она их потратит.",
)
ITEMS = ("налог на прибыль организаций;", "налог на доходы физических лиц;", "акцизы.")
ROWS = (
    ("Показатель", "2025 год", "2026 год"),
    ("Доходы", "101 234,5", "110 000,0"),
    ("Расходы", "102 345,6", "111 500,0"),
    ("Дефицит", "-1 111,1", "-1 500,0"),
)


@lru_cache(maxsize=1)
def brochure() -> bytes:
    """A DOCX of a title, headings, prose, a list, a table, a picture, a note in the header."""
    import docx

    document = docx.Document()
    document.core_properties.title = "Бюджет для граждан на 2026 год"
    document.core_properties.author = "Министерство финансов"
    document.sections[0].header.paragraphs[0].text = "Министерство финансов Заречной области"
    document.add_paragraph(TITLE, style="Title")
    document.add_heading("Что такое бюджет", 1)
    for text in PROSE:
        document.add_paragraph(text)
    document.add_heading("Налоги", 2)
    for text in ITEMS:
        document.add_paragraph(text, style="List Bullet")
    document.add_heading("Основные показатели", 1)
    document.add_paragraph("млн рублей")
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for row, cells in enumerate(ROWS):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.add_picture(png())
    document.add_paragraph("Спасибо за внимание.")
    return saved(document)


@lru_cache(maxsize=1)
def deck() -> bytes:
    """A PPTX of three slides with a table, shapes drawn out of order, a picture and notes."""
    import pptx
    from pptx.util import Cm

    deck = pptx.Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = TITLE
    first.placeholders[1].text = "к закону об областном бюджете на 2026 год"
    second = deck.slides.add_slide(deck.slide_layouts[1])
    second.shapes.title.text = "Откуда берутся деньги"
    second.placeholders[1].text = "\n".join(ITEMS)
    second.notes_slide.notes_text_frame.text = "Сказать о налогах."
    third = deck.slides.add_slide(deck.slide_layouts[5])
    third.shapes.title.text = "Основные показатели"
    low = third.shapes.add_textbox(Cm(2), Cm(15), Cm(8), Cm(1))
    low.text_frame.text = "Внизу слайда."
    high = third.shapes.add_textbox(Cm(2), Cm(4), Cm(8), Cm(1))
    high.text_frame.text = "млн рублей"
    shape = third.shapes.add_table(len(ROWS), len(ROWS[0]), Cm(2), Cm(6), Cm(20), Cm(6))
    for row, cells in enumerate(ROWS):
        for column, text in enumerate(cells):
            shape.table.cell(row, column).text = text
    third.shapes.add_picture(png(), Cm(18), Cm(14), Cm(5), Cm(3))
    return saved(deck)


@lru_cache(maxsize=1)
def workbook() -> bytes:
    """An XLSX of two sheets and a hidden one: titles, merged heads, percents, dates."""
    import datetime

    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Доходы"
    sheet["B2"] = "Доходы областного бюджета на 2026 год"
    sheet.merge_cells("B2:E2")
    sheet["E3"] = "млн рублей"
    for at, text in {
        "B4": "Показатель",
        "C4": "Год",
        "C5": "2025 год",
        "D5": "2026 год",
        "E4": "Доля",
    }.items():
        sheet[at] = text
    for merged in ("B4:B5", "C4:D4", "E4:E5"):
        sheet.merge_cells(merged)
    for row, (name, now, then, share) in enumerate(
        [("Доходы всего", 101234.5, 110000, 1), ("Налоговые доходы", 80000.25, 90000.125, 0.818)], 6
    ):
        for column, value in enumerate((name, now, then, share), 2):
            sheet.cell(row, column, value)
        sheet.cell(row, 5).number_format = "0.0%"
    dates = book.create_sheet("Сроки; этапы")
    dates.append(["Этап", "День", "Код"])
    dates.append(["Внесён проект", datetime.date(2025, 10, 15), 20])
    dates.append(["Принят закон", datetime.date(2025, 12, 10), 110])
    dates["C2"].number_format = "000"
    hidden = book.create_sheet("Расчёт")
    hidden["A1"] = "тайна"
    hidden.sheet_state = "hidden"
    return saved(book)
