"""The sheets of a workbook as their package keeps them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scoring.extract.office.markup import child, children, value
from scoring.extract.office.package import Package, Relation
from scoring.extract.office.sheets.scan import LARGEST_SHEET

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
BOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet by its name: its XML as bytes, and what it refers to by id."""

    name: str
    body: bytes = field(repr=False)
    relations: dict[str, Relation] = field(repr=False)


def parts_of(package: Package) -> Iterator[Part]:
    """Every sheet that is there, in the order of the book."""
    name = package.main(BOOK)
    book, relations = package.xml_if(name), package.relations(name)
    for sheet in children(child(book, "sheets"), "sheet") if book is not None else ():
        relation = relations.get(str(sheet.get(_RELATION, "")))
        if relation is not None and relation.target in package:
            body = package.bytes_of(relation.target, LARGEST_SHEET)
            yield Part(value(sheet, "name"), body, package.relations(relation.target))
