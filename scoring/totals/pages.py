"""The pages of a document as lines: of its texts, and of tables that are slides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from scoring.language.ru.folded import folded
from scoring.locator import leaf
from scoring.model import Document
from scoring.remembered import of_document
from scoring.totals.abreast import in_pairs, in_turn
from scoring.totals.announced import everywhere
from scoring.totals.labels import Concept, bare, concept, over_years
from scoring.totals.lines import Line, under_labels, without
from scoring.totals.money import like_a_year, sums, unit
from scoring.totals.others import own
from scoring.totals.parted import parted
from scoring.totals.rowed import rowed
from scoring.totals.signs import may_name, may_name_faintly

_LONGEST = 200
_UNIT_WORDS = 2
_SHARE = re.compile(r"[-+−–]?\d+(?:[.,]\d+)?\s?%")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page that names a total; the unit one of them or the document announces."""

    lines: tuple[Line, ...]
    announced: float | None


@of_document
def pages(document: Document) -> tuple[Page, ...]:
    """The pages with a total, each line with the one that its words or those over it name."""
    return tuple(_read(document))


def _read(document: Document) -> Iterator[Page]:
    for _, lines in groupby(_lines(document), key=lambda line: leaf(line.locator)):
        page: Sequence[Line] = list(lines)
        if not any(map(_may_tell, page)):
            continue
        for reading in (_with_units, _labels_apart, rowed, in_pairs, in_turn, under_labels):
            page = tuple(reading(page))
        if any(line.concept is not None or over_years(line.text) for line in page):
            bare = (unit(line.text) for line in page if not line.numbers)
            said = next(filter(None, bare), None) or _behind_last(page)
            yield Page(tuple(page), said or everywhere(document))


def _may_tell(line: Line) -> bool:
    return may_name_faintly(bare(line.text))


def _behind_last(page: Sequence[Line]) -> float | None:
    """The unit of all totals of a page, said once behind the last: "145,6", "143,7 млрд"."""
    told = [s.unit for line in page if line.concept is not None for s in line.numbers]
    return told[-1] if len(told) > 1 and not any(told[:-1]) else None


def _with_units(page: Sequence[Line]) -> Iterator[Line]:
    """A big figure has its unit in small print under it: the two are one line."""
    kept: Line | None = None
    for line in page:
        if kept is not None and kept.number_only and not kept.numbers[0].unit and _unit_only(line):
            text = f"{kept.text} {line.text}"
            kept = replace(kept, text=text, numbers=sums(text))
            continue
        if kept is not None:
            yield kept
        kept = line
    if kept is not None:
        yield kept


def _labels_apart(page: Sequence[Line]) -> Iterator[Line]:
    """A big figure and the label of the next, which a scan has in one line, each by itself.

    "ПРИДЁТ", "112,6 млрд рублей УЙДЁТ", "109,9 млрд рублей" are two labels over their figures.
    """
    label = False
    for place, line in enumerate(page):
        after = page[place + 1 : place + 2]
        ends = line.numbers[0].end if len(line.numbers) == 1 and line.numbers[0].unit else 0
        told, rest = line.text[:ends], line.text[ends:].strip()
        figure, named = _line(told, line.locator, line.place), concept(rest) if ends else None
        if label and named and figure.number_only and after and after[0].number_only:
            yield figure
            yield Line(rest, named, (), line.locator, line.place)
            continue
        label = (line.concept is not None and not line.numbers) or (label and bool(named))
        yield line


def _unit_only(line: Line) -> bool:
    words = line.text.split()
    return not line.numbers and len(words) <= _UNIT_WORDS and unit(line.text) is not None


def _lines(document: Document) -> Iterator[Line]:
    for place, block in own(document):
        for text in parted(block.text):
            if len(text) <= _LONGEST:
                yield _line(text, block.locator, place)
    yield from _stacked(document)


def _stacked(document: Document) -> Iterator[Line]:
    """Tables that are slides: a label in one row, its sum in the next."""
    for table in document.tables:
        told = [" ".join(filter(None, map(str.strip, row))) for row in table.rows]
        if not may_name(bare(" ".join(told))):
            continue
        lines = [_line(text, table.locator, table.after) for text in told if len(text) <= _LONGEST]
        labels = sum(line.concept is not None and not line.numbers for line in lines)
        if labels > 1 and sum(line.number_only for line in lines) >= labels:
            yield _line(table.caption, table.locator, table.after)
            yield from lines


def _line(text: str, locator: str, place: int) -> Line:
    found = tuple(s for s in sums(text) if s.unit or not like_a_year(s))
    if not may_name(bare(text)):
        return Line(text, None, found, locator, place)
    named = concept(_SHARE.sub(" ", without(text, found))) or _announced(text)
    return Line(text, named, found, locator, place)


def _announced(text: str) -> Concept | None:
    """The label a sentence ends in before its figure: "Бюджет 2026 года — это доходы:"."""
    if not text.endswith(":"):
        return None
    parts = re.split(r"\s-\s(?:это\s)?|\bэто\b", folded(text))
    return concept(parts[-1]) if len(parts) > 1 else None
