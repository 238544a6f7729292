"""Tables without lines: rows of numbers under one another, a label before them."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from scoring.extract.pdf.heads import heads_over
from scoring.extract.pdf.lines import Line, Word, words_of, writes_spaces
from scoring.extract.pdf.raw import Sheet
from scoring.extract.pdf.ruled import Found

_LAST = frozenset("0123456789%₽-–—xх.,")
_ENDS_IN_NUMBER = re.compile(r"(?:[-–—]?\d[\d  .,]*%?|[-–—xх])\s*(?:%|₽)?$")
_NUMBER = re.compile(r"^[-–—+(]?\d[\d .,]*\)?\s?%?$|^[-–—]$|^[xх]$")
_STOPS = " \u00a0\u202f.,"
_DIGITS = re.compile(r"\d[\d.,]*")
_FEWEST_ROWS = 3
_GROUP = re.compile(r"\d{3}(?:[.,]\d+)?%?")
_FRACTION = re.compile(r"[.,]\d*$")
_WRITTEN_GAP = 0.9
_UNWRITTEN_GAP = 0.45
_SAME_EDGE = 0.8


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    label: str
    numbers: tuple[Word, ...]
    right_of_label: float


@dataclass(slots=True)
class _Run:
    rows: list[_Row] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)


def aligned_tables(
    sheet: Sheet, text: str, lines: Sequence[Line], taken: frozenset[int]
) -> list[Found]:
    """Runs of three rows or more that end in numbers set apart from their label."""
    ending = [
        index
        for index, line in enumerate(lines)
        if line.text[-1] in _LAST and index not in taken and _ends_in_number(line.text)
    ]
    if len(ending) < _FEWEST_ROWS:
        return []
    tells = writes_spaces(sheet, text)

    known: dict[int, Sequence[Word]] = {}

    def parted(line: Line) -> Sequence[Word]:
        if line.start not in known:
            words = words_of(sheet, text, line, tells=tells)
            known[line.start] = _parts(words, max(line.size, 4.0))
        return known[line.start]

    read = (
        (index, _row(parted(lines[index]), index, lines[index]))
        for index in ending
        if not _is_said(sheet, text, lines[index], tells=tells)
    )
    rows = {index: row for index, row in read if row is not None}
    found: list[Found] = []
    used = set(taken)
    for run in _runs(rows, lines, taken):
        if _worth(run):
            found.append(_found(run, lines, used, parted))
            used |= found[-1].lines
    return found


def _ends_in_number(text: str) -> bool:
    """Most lines that end in a full stop end a sentence, which is seen without a pattern."""
    if text[-1] in ".," and not text.rstrip(_STOPS)[-1:].isdecimal():
        return False
    return _ENDS_IN_NUMBER.search(text[-40:]) is not None


def _is_said(sheet: Sheet, text: str, line: Line, *, tells: bool) -> bool:
    """Is the line's last number part of what is said, one space after a word?

    Most lines of prose that end in a number are known so by two words of theirs.
    """
    before, _, number = text[line.start : line.end].rpartition(" ")
    word = before[before.rfind(" ") + 1 :]
    if not word[1:].isalpha() or not word.isalpha() or not _DIGITS.fullmatch(number):
        return False
    tail = line._replace(start=line.end - len(number) - len(word) - 1)
    last, this = words_of(sheet, text, tail, tells=tells)
    return (this.left - last.right) / max(line.size, 4.0) < _gap(last.text, this)


def _row(parts: Sequence[Word], index: int, line: Line) -> _Row | None:
    count = 0
    while count < len(parts) and _is_number(parts[-1 - count].text):
        count += 1
    label = parts[: len(parts) - count]
    if count == 0 or (count == 1 and not label):
        return None
    if not any(any(sign.isdigit() for sign in part.text) for part in parts[len(label) :]):
        return None
    said = " ".join(part.text for part in label)
    edge = label[-1].right if label else line.box[0]
    return _Row(index, said, tuple(parts[len(label) :]), edge)


def _parts(words: Sequence[Word], size: float) -> list[Word]:
    """Words joined over ordinary spaces; a wide gap parts cells, a number from a number less."""
    parts: list[Word] = []
    for word in words:
        if parts:
            last = parts[-1]
            if (word.left - last.right) / size < _gap(last.text, word):
                parts[-1] = Word(f"{last.text} {word.text}", last.left, word.right, last.apart)
                continue
        parts.append(word)
    return parts


def _is_number(text: str) -> bool:
    # Patterns are slow, and few words begin as a number may.
    return (text[0] in "xх" or not text[0].isalpha()) and _NUMBER.match(text) is not None


def _gap(before: str, word: Word) -> float:
    """The widest space inside a cell, as a share of the type.

    A written space is a space; where none is written, cells are set apart by place alone.
    "1 234,5" is one number, "2023 2024" two; the ink of a 1 is narrow in its place.
    """
    if not _is_number(word.text) or not _is_number(before):
        return _UNWRITTEN_GAP if word.apart else _WRITTEN_GAP
    grouped = _GROUP.fullmatch(word.text) and not _FRACTION.search(before)
    if not grouped:
        return 0.15 if word.apart or word.text != "%" else _UNWRITTEN_GAP
    return _UNWRITTEN_GAP * 1.25 if word.apart else _WRITTEN_GAP * 0.75


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
    parted: Callable[[Line], Sequence[Word]],
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
        lines, min(told), lambda n: n not in used and n not in told, columns, beside, parted
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
