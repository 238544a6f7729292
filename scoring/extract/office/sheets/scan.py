"""A workbook measured before it is unpacked for good: its parts, its widest and longest sheet."""

import re

from scoring.extract.office.markup import below
from scoring.extract.office.package import Package
from scoring.extract.office.refused import Refused

LARGEST_SHEET = 160 << 20
"""Bytes of one sheet, unpacked."""
MOST_PLACES = 6_000_000
"""Places between the first and the last filled cell: the reader keeps one for each."""
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$", re.IGNORECASE)
_PART = re.compile(r"xl/(?!media/|embeddings/).*\.(?:xml|bin)$", re.IGNORECASE)
_FILLED = re.compile(rb'<(?:\w+:)?c\s+r="([A-Z]{1,3})([0-9]{1,7})"[^>]{0,200}[^/>]>')
_CHART = re.compile(r"xl/charts/chart\d*\.xml$")
_DRAWING = re.compile(r"xl/drawings/drawing\d*\.xml$")


def measured(package: Package) -> None:
    """Raises Refused where unpacking would take too much, or a part is torn."""
    for name in package.names:
        if _PART.match(name):
            body = package.bytes_of(name, LARGEST_SHEET)
            if b"<!DOCTYPE" in body[:2048]:
                raise Refused(
                    "torn", f"{name}: XML with a document type, which workbooks never have"
                )
            if _SHEET.match(name):
                _sized(body, name)


def _sized(body: bytes, name: str) -> None:
    rows: set[int] = set()
    columns: set[bytes] = set()
    for cell in _FILLED.finditer(body):
        columns.add(cell[1])
        rows.add(int(cell[2]))
    if not rows:
        return
    height = max(rows) - min(rows) + 1
    numbers = [_column(letters) for letters in columns]
    width = max(numbers) - min(numbers) + 1
    if height * width > MOST_PLACES:
        raise Refused("too-large", f"{name}: {height} rows of {width} columns")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def drawn(package: Package) -> int:
    """Charts and pictures on its sheets."""
    charts = sum(1 for name in package.names if _CHART.match(name))
    drawings = (package.xml_if(name) for name in package.names if _DRAWING.match(name))
    return charts + sum(1 for root in drawings for _ in below(root, "pic"))
