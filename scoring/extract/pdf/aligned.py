"""Tables without lines: rows of numbers under one another, a label before them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from scoring.extract.pdf.heads import heads_over
from scoring.extract.pdf.lines import Line
from scoring.extract.pdf.raw import Sheet
from scoring.extract.pdf.ruled import Found
from scoring.extract.pdf.words import Piece, Words, is_number
from scoring.extract.pdf.wrapped import any_tall, unwrapped, whole

_SURELY = frozenset("0123456789-–—")
_CROSSES = frozenset("xхXХ")
_LAST = _SURELY | _CROSSES | frozenset("%₽.,")
_ENDS_IN_NUMBER = re.compile(r"(?:[-–—]?\d[\d  .,]*%?|[-–—xхXХ])\s*(?:%|₽)?$")
_STOPS = " \u00a0\u202f.,"
_FEWEST_ROWS = 3
_SAME_EDGE = 0.8


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    label: str
    numbers: tuple[Piece, ...]
    right_of_label: float


@dataclass(slots=True)
class _Run:
    rows: list[_Row] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)


def aligned_tables(
    sheet: Sheet, text: str, lines: Sequence[Line], taken: frozenset[int]
) -> list[Found]:
    """Runs of three rows or more that end in numbers set apart from their label."""
    if any_tall(lines):
        rows = unwrapped(sheet, text, lines, taken)
        if len(rows) < len(lines):
            within = frozenset(place for place, row in enumerate(rows) if row[0] in taken)
            told = [whole([lines[index] for index in row]) for row in rows]
            return [
                replace(table, lines=frozenset(index for n in table.lines for index in rows[n]))
                for table in _aligned(sheet, text, told, within)
            ]
    return _aligned(sheet, text, lines, taken)


def _aligned(sheet: Sheet, text: str, lines: Sequence[Line], taken: frozenset[int]) -> list[Found]:
    ending = [
        index
        for index, line in enumerate(lines)
        if line.text[-1] in _LAST and index not in taken and _ends_in_number(line.text)
    ]
    if len(ending) < _FEWEST_ROWS:
        return []
    words = Words(sheet, text)
    said = words.saying_last([lines[index] for index in ending])
    apart = [index for place, index in enumerate(ending) if place not in said]
    words.read([lines[index] for index in apart])
    read = ((index, _row(words.pieces(lines[index]), index, lines[index])) for index in apart)
    rows = {index: row for index, row in read if row is not None}
    found: list[Found] = []
    used = set(taken)
    for run in _runs(rows, lines, taken):
        if _worth(run):
            found.append(_found(run, lines, used, words))
            used |= found[-1].lines
    return found


def _ends_in_number(text: str) -> bool:
    """Most lines are known by their last sign, or the one before full stops, without a pattern."""
    if text[-1] in _SURELY:
        return True
    if text[-1] in _CROSSES:
        return text[-2:-1].strip() == ""  # a letter before it, and it is the end of a word
    if text[-1] in ".," and not text.rstrip(_STOPS)[-1:].isdecimal():
        return False
    return _ENDS_IN_NUMBER.search(text[-40:]) is not None


def _row(parts: Sequence[Piece], index: int, line: Line) -> _Row | None:
    count = 0
    while count < len(parts) and is_number(parts[-1 - count].text):
        count += 1
    label = parts[: len(parts) - count]
    if count == 0 or (count == 1 and not label):
        return None
    if not any(map(str.isdigit, "".join([part.text for part in parts[len(label) :]]))):
        return None
    said = " ".join(part.text for part in label)
    edge = label[-1].right if label else line.box[0]
    return _Row(index, said, tuple(parts[len(label) :]), edge)


def _runs(rows: dict[int, _Row], lines: Sequence[Line], taken: frozenset[int]) -> list[_Run]:
    """Rows that follow one another down the page, long labels running over lines between."""
    runs: list[_Run] = []
    waiting: list[int] = []
    for index in range(len(lines)):
        if index in taken:
            waiting = []
            runs.append(_Run())
        elif index in rows:
            if not runs or not _follows(runs[-1], waiting, rows[index], lines):
                runs.append(_Run())
                waiting = _own_label(waiting, rows[index], lines)
            run = runs[-1]
            run.labels += [(line, len(run.rows)) for line in waiting]
            run.rows.append(rows[index])
            waiting = []
        else:
            waiting.append(index)
    return [run for run in runs if run.rows]


def _own_label(waiting: Sequence[int], row: _Row, lines: Sequence[Line]) -> list[int]:
    """The lines of a first row's label, when its numbers stand halfway down beside them."""
    if row.label:
        return []
    return [
        index
        for index in waiting
        if _away(lines[index], lines[row.line]) < 1.4 * lines[row.line].size
        and lines[index].box[2] <= row.numbers[0].left
    ]


def _away(one: Line, other: Line) -> float:
    """How far apart two lines stand, up or down the page."""
    return abs(one.box[1] + one.box[3] - other.box[1] - other.box[3]) / 2


def _tail(run: _Run, lines: Sequence[Line], used: Collection[int]) -> list[tuple[int, int]]:
    """The line the last row's label ends on: in small letters, close below, left of its numbers."""
    row = run.rows[-1]
    if row.line + 1 >= len(lines) or row.line + 1 in used:
        return []
    below, this = lines[row.line + 1], lines[row.line]
    near = -0.3 * this.size < this.box[1] - below.box[3] + (0 if row.label else this.size)
    close = this.box[1] - below.box[3] < 0.6 * this.size and below.box[3] < this.box[3]
    goes_on = below.text[:1].islower() and below.box[2] <= row.numbers[0].left
    return [(row.line + 1, len(run.rows))] if near and close and goes_on else []


def _follows(run: _Run, waiting: Sequence[int], row: _Row, lines: Sequence[Line]) -> bool:
    if not run.rows:
        return not waiting
    last, this = lines[run.rows[-1].line], lines[row.line]
    if this.box[3] > last.box[3] or len(waiting) > 4:
        return False
    if last.box[1] - this.box[3] > (2.5 + 1.5 * len(waiting)) * max(last.size, this.size):
        return False
    edge = min(number.left for number in (*run.rows[-1].numbers, *row.numbers))
    return all(lines[index].box[2] <= edge for index in waiting)


def _worth(run: _Run) -> bool:
    """A table, not a list of years: enough rows, and their last numbers end under one another."""
    if len(run.rows) < _FEWEST_ROWS:
        return False
    edges = sorted(row.numbers[-1].right for row in run.rows)
    middle = edges[len(edges) // 2]
    near = sum(abs(edge - middle) <= 30 for edge in edges)
    return near * 3 >= len(edges) * 2


def _found(
    run: _Run,
    lines: Sequence[Line],
    used: Collection[int],
    words: Words,
) -> Found:
    run.labels += _tail(run, lines, used)
    columns = _columns(run, lines)
    labels = _labels(run, lines)
    middles = [(left + right) / 2 for left, right in columns]
    rows = []
    for row, label in zip(run.rows, labels, strict=True):
        cells = [""] * len(columns)
        for number in row.numbers:
            middle = (number.left + number.right) / 2
            apart = [abs(middle - other) for other in middles]
            slot = apart.index(min(apart))
            cells[slot] = f"{cells[slot]} {number.text}".strip()
        rows.append((label, *cells))
    told = {row.line for row in run.rows} | {line for line, _ in run.labels}
    first = min(told, key=lambda index: (-lines[index].box[3], index))
    beside = (
        min(lines[row.line].box[0] for row in run.rows),
        max(row.right_of_label for row in run.rows),
    )
    heads, above = heads_over(
        lines, min(told), lambda n: n not in used and n not in told, columns, beside, words.pieces
    )
    top = max(lines[index].box[3] for index in (first, *above))
    return Found((*heads, *rows), frozenset(told) | frozenset(above), top)


def _columns(run: _Run, lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Columns as (left, right): numbers that share either edge or overlap stand in one."""
    columns: list[tuple[float, float]] = []
    slack = _SAME_EDGE * max(lines[run.rows[0].line].size, 4.0)
    for number in sorted((n for row in run.rows for n in row.numbers), key=lambda n: n.right):
        if columns and number.left < columns[-1][1] - slack * 0.2:
            columns[-1] = (min(columns[-1][0], number.left), max(columns[-1][1], number.right))
        else:
            columns.append((number.left, number.right))
    return columns


def _labels(run: _Run, lines: Sequence[Line]) -> list[str]:
    """Labels with the lines they run over."""
    before: dict[int, list[str]] = {}
    after: dict[int, list[str]] = {}
    for index, following in run.labels:
        if _is_of_row_above(run, index, following, lines, started=following in before):
            after.setdefault(following - 1, []).append(lines[index].text)
        else:
            before.setdefault(following, []).append(lines[index].text)
    return [
        " ".join(filter(None, (*before.get(n, ()), row.label, *after.get(n, ()))))
        for n, row in enumerate(run.rows)
    ]


def _is_of_row_above(
    run: _Run, index: int, following: int, lines: Sequence[Line], *, started: bool
) -> bool:
    """A small letter goes on, a capital begins anew; beside bare numbers the nearer row has it."""
    if following == 0 or following == len(run.rows):
        return following > 0
    row, line = run.rows[following], lines[index]
    if not row.label:
        return _away(line, lines[run.rows[following - 1].line]) < _away(line, lines[row.line])
    return line.text[:1].islower() and not started
