"""Cells of an XLSX that lead to an address: links of the sheet, and formulas that make one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from scoring.extract.office.package import Relation
from scoring.extract.office.sheets.parts import Part
from scoring.locator import cell_place

Linked = tuple[tuple[int, int], str]
"""Row and column, both from 0, and an address as written."""
MOST = 2_000
"""Links of one sheet that are read."""
_LINK = re.compile(rb"<(?:\w+:)?hyperlink\s([^>]{0,4000})>")
_PLACE = re.compile(rb'\bref="([A-Z]{1,3}[0-9]{1,7})[":]')
_ID = re.compile(rb'\w+:id="([^"]{1,80})"')
# <c r="A7" ...><f>HYPERLINK("https://...","Опрос")</f>
_FORMULA = re.compile(
    rb'<(?:\w+:)?c\s[^>]{0,200}?\br="([A-Z]{1,3}[0-9]{1,7})"[^>]{0,200}><(?:\w+:)?f[^>]{0,80}>'
    rb'HYPERLINK\((?:"|&quot;)([^"<]{1,2000}?)(?:"|&quot;)'
)


def links_of(parts: Iterable[Part]) -> dict[str, tuple[Linked, ...]]:
    """By sheet name the cells that lead somewhere, row by row."""
    return {part.name: tuple(sorted(set(_links(part)))[:MOST]) for part in parts}


def _links(part: Part) -> Iterator[Linked]:
    for link in _LINK.finditer(part.body):
        place, address = _PLACE.search(link[1]), _address(link[1], part.relations)
        if place and address:
            yield from _at(place[1], address)
    for formula in _FORMULA.finditer(part.body):
        yield from _at(formula[1], unescape(formula[2].decode("utf-8", "replace")))


def _address(link: bytes, relations: Mapping[str, Relation]) -> str:
    """Only what leads outside: a place of the book itself is no address."""
    known = _ID.search(link)
    to = relations.get(known[1].decode("utf-8", "replace")) if known else None
    return to.target if to is not None and to.external else ""


def _at(name: bytes, address: str) -> Iterator[Linked]:
    place = cell_place(name.decode("ascii"))
    if place is not None:
        yield place, address
