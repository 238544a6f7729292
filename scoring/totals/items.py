"""The sums of a text one after another, each with the ways its words say it may go."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from scoring.language.ru.folded import folded
from scoring.model import Block, Document
from scoring.quick import quickly
from scoring.remembered import of_document
from scoring.totals.announced import everywhere
from scoring.totals.directed import COME_TO, PLANNED, gap_said, way
from scoring.totals.labels import Concept
from scoring.totals.led import led
from scoring.totals.legend import in_its_order, told_in_order
from scoring.totals.meant import only_meant
from scoring.totals.money import Sum, like_a_year, sums
from scoring.totals.others import anothers, own
from scoring.totals.partly import partly
from scoring.totals.reach import reached
from scoring.totals.speaking import THIS_YEAR, YEAR_BEFORE, year_set, years_told
from scoring.totals.spelled import counted_out

_END = re.compile(r"\s(?:(?<=[.!?:]\s)\s*(?=[А-ЯЁA-Z«\"])|(?<=[!?:]\s)\s*(?=\d))")
_CUT = re.compile(r"[.!?;:,]|\s(?:и|а|но|из)\s")
_MORE = re.compile(r" ?(?:больше|меньше|выше|ниже)\b(?! (?:уровн|чем (?:в|год)|прошл|план))")
FAR = 8
"""Sums of money from the first to the last of three that may close."""
_LABEL = 80
"""Letters of a line that is the label of a figure over or under it."""
_LONGEST = 2000
_SOMETIME = -1
GONE = -2
"""The year just gone: of a report it is its own."""
_GONE = re.compile(r"\W*(?:в|за) (?:минувш|прошедш|истекш)\w+ год\w?\b(?! 20| \()")
"""The year of what is said of another time without its number."""
_YEAR_FIRST = re.compile(r"\W*(?:(?:на|в|за)\W)?20[1-4]\d", re.IGNORECASE)
"""Most lines begin with other words, and this is found out sooner."""
_YEAR_ALONE = re.compile(r"\W*(?:на |в |за )?(20[1-4]\d)(?: ?(?:год[а-я]?|г\.?))?\W*")


@quickly
@dataclass(frozen=True, slots=True)
class Item:
    """A sum in roubles and the place of its last digit; ``of``: what its words may say it is."""

    roubles: float
    step: float
    of: frozenset[Concept]
    planned: bool
    year: int | None
    number: int
    quote: str
    locator: str
    place: int


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    plain: str
    found: tuple[Sum, ...]
    block: Block
    place: int
    year: int | None

    @property
    def label(self) -> str:
        """Its words, where they may name a figure beside it."""
        return self.plain if not self.found and len(self.plain) <= _LABEL else ""


@of_document
def items(document: Document) -> tuple[tuple[Item, ...], ...]:
    """Runs of the sums of money of the region's own text, where words of a gap stand near them."""
    blocks = tuple(_placed(document))
    texts = [block.text for _, block, _ in blocks]
    around = everywhere(document)
    read = cache(lambda at: tuple(_lines(*blocks[at], around)))
    if told_in_order(texts):
        every = tuple(line for at in range(len(blocks)) for line in read(at))
        return (tuple(_items(every, range(len(every)))),)

    def counted(at: int) -> int | None:
        return sum(len(line.found) for line in read(at)) if read(at) else None

    return tuple(
        tuple(_items(*_with_neighbours(run, read, len(blocks))))
        for run in reached(texts, counted, FAR)
    )


def _with_neighbours(
    run: range, read: Callable[[int], Sequence[_Line]], size: int
) -> tuple[Sequence[_Line], range]:
    """The lines of a run of blocks with one before and one behind, and which are its own."""
    before = next((read(at)[-1:] for at in range(run.start - 1, -1, -1) if read(at)), ())
    behind = next((read(at)[:1] for at in range(run.stop, size) if read(at)), ())
    own_lines = tuple(line for at in run for line in read(at))
    return (*before, *own_lines, *behind), range(len(before), len(before) + len(own_lines))


def _placed(document: Document) -> Iterator[tuple[int, Block, int | None]]:
    """The blocks with their places, and the year that is set when each begins."""
    heading = None
    for place, block in own(document):
        heading = year_set(block, heading)
        yield place, block, heading
        for line in block.text[:_LONGEST].splitlines() if "20" in block.text else ():
            heading = _alone_in(line) or heading


def _alone_in(line: str) -> int | None:
    """The year that is all a line says."""
    alone = _YEAR_ALONE.fullmatch(folded(line)) if _YEAR_FIRST.match(line) else None
    return int(alone[1]) if alone else None


def _lines(place: int, block: Block, heading: int | None, around: float | None) -> Iterator[_Line]:
    for line in block.text[:_LONGEST].splitlines():
        heading = _alone_in(line) or heading
        for text in _END.split(line):
            if not anothers(text):
                plain = counted_out(folded(text))
                found = tuple(_money(plain, around))
                yield _Line(text, plain, found, block, place, heading)


def _money(plain: str, around: float | None) -> Iterator[Sum]:
    found = sums(plain)
    said = {s.unit for s in found if s.unit and s.unit > 1}
    around = said.pop() if len(said) == 1 else None if said else around
    for this in found:
        if this.unit or (around and not like_a_year(this)):
            yield Sum(this.number, this.unit or around, this.start, this.end)


def _items(lines: Sequence[_Line], asked: range) -> Iterator[Item]:
    """Those of the lines ``asked`` for; the others are their neighbours."""
    number = 0
    order = told_in_order(line.block.text for line in lines)
    legend = in_its_order([_alone(line) for line in lines] if order else (), order)
    for at in asked:
        line = lines[at]
        meant: set[Concept] | None = None
        for index, this in enumerate(line.found):
            number += 1
            start = line.found[index - 1].end if index else 0
            end = line.found[index + 1].start if index + 1 < len(line.found) else len(line.plain)
            before, after = line.plain[start : this.start], line.plain[this.end : end]
            before = "" if led(line.plain, line.found) else before
            ways = _ways(before, after) if before.strip(" -") or _words(after) else None
            if ways is None or (not ways and not index):
                ways = _beside(lines, at, alone=ways is None)
            ways = {legend[at]} if at in legend else ways
            if not ways and meant and COME_TO.search(before):
                ways = meant
            planned = PLANNED.search(before) is not None or only_meant(line.plain[: this.start])
            meant = ways if planned else None
            yield Item(
                abs(this.roubles(None) or 0.0),
                _step(line.plain, this),
                frozenset(ways),
                planned,
                _year(line, this, before),
                number,
                line.text.strip()[:400],
                line.block.locator,
                line.place,
            )


def _alone(line: _Line) -> bool:
    """Is the line one figure and nothing else?"""
    found = line.found
    return len(found) == 1 and not _words(line.plain[: found[0].start] + line.plain[found[0].end :])


def _words(text: str) -> bool:
    return re.search(r"[^\W\d]{2}", text) is not None


def _ways(before: str, after: str) -> set[Concept]:
    """What the words before a sum say it is, else those right after it."""
    if before.endswith(" на ") and _MORE.match(after):
        return {Concept.BALANCE}
    told = {way(before), Concept.BALANCE if gap_said(before) and way(before) else None} - {None}
    if not told:
        told = {way(_CUT.split(after)[0])} - {None} if not way(before) else set()
    return {of for of in told if of}


def _beside(lines: Sequence[_Line], at: int, *, alone: bool) -> set[Concept]:
    """What the label before a figure says it is, or of a figure alone the one under it.

    A question stands before its figure, never under it.
    """
    near = lines[at - 1 : at] if at else ()
    under = [line for line in lines[at + 1 : at + 2] if alone and not _asks(line)]
    return {of for line in (*near, *under) if (of := way(line.label))}


def _asks(line: _Line) -> bool:
    return line.plain.rstrip().endswith("?")


def _step(plain: str, this: Sum) -> float:
    decimals = re.search(r",(\d+)", plain[this.start : this.end])
    return (this.unit or 1.0) / 10.0 ** (len(decimals[1]) if decimals else 0)


def _year(line: _Line, this: Sum, before: str) -> int | None:
    if _GONE.match(line.plain):
        return GONE
    if YEAR_BEFORE.search(before) or THIS_YEAR.search(before) or partly(before):
        return _SOMETIME
    years = years_told(line.plain, this.start)
    if told := [year for year, at in years if at < this.start]:
        return told[-1]
    return line.year
