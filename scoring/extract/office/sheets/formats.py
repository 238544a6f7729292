"""Which cells of an XLSX show a percent, a year, a code: its reader is given bare numbers."""

import re
from collections.abc import Iterable

from scoring.extract.office.markup import Element, child, children, value
from scoring.extract.office.numbers import is_percent
from scoring.extract.office.package import Package
from scoring.extract.office.sheets.cells import Formats
from scoring.extract.office.sheets.parts import BOOK, Part
from scoring.locator import cell_place

_BUILT_IN = {9: "0%", 10: "0.00%", 17: "mm.yyyy"}
"""Numbers of formats every Excel knows (ECMA-376, part 1, 18.8.30)."""
_STYLED = re.compile(rb"<(?:\w+:)?c\s([^>]{0,200})>")
_PLACE = re.compile(rb'\br="([A-Z]{1,3}[0-9]{1,7})"')
_STYLE = re.compile(rb'\bs="(\d{1,6})"')
_YEARLY = re.compile(r"^[ymгм./\s\"\\-]+$", re.IGNORECASE)
_CODE = re.compile(r"0{2,20}$")


def formats_of(package: Package, parts: Iterable[Part]) -> dict[str, Formats]:
    """By sheet name the cells whose format shows more than their number."""
    relations = package.relations(package.main(BOOK))
    styles = next((r.target for r in relations.values() if r.kind == "styles"), "xl/styles.xml")
    codes = _codes(package.xml_if(styles))
    return {part.name: _cells(part.body, codes) for part in parts} if codes else {}


def _codes(styles: Element | None) -> dict[int, str]:
    """By the number of a cell style its format, where that shows more than the number."""
    own = {
        _number(value(f, "numFmtId")): value(f, "formatCode")
        for f in children(child(styles, "numFmts"), "numFmt")
    }
    known = {**_BUILT_IN, **own}
    codes = (
        (place, known.get(_number(value(style, "numFmtId")), ""))
        for place, style in enumerate(children(child(styles, "cellXfs"), "xf"))
    )
    return {place: code for place, code in codes if _telling(code)}


def _telling(code: str) -> bool:
    """A percent, a year or month, a code with its leading zeros."""
    return is_percent(code) or bool(_YEARLY.match(code) or _CODE.match(code))


def _cells(body: bytes, codes: dict[int, str]) -> Formats:
    found: dict[tuple[int, int], str] = {}
    for cell in _STYLED.finditer(body):
        style, place = _STYLE.search(cell[1]), _PLACE.search(cell[1])
        if style and place and (code := codes.get(int(style[1]))):
            at = cell_place(place[1].decode("ascii"))
            if at is not None:
                found[at] = code
    return found


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else -1
