"""CSV: rows parted by a sign that has to be found."""

import csv
import re
from collections import Counter

from scoring.document import BlockKind, Document
from scoring.extract.charset import decode
from scoring.extract.given import Given
from scoring.extract.office.refused import Refused, refusing
from scoring.extract.office.script import Script
from scoring.extract.office.sheets.layout import title_rows
from scoring.extract.spelling import tidy

_SIGNS = (";", "\t", "|", ",")
_SAMPLE = 200
_LONGEST_FIELD = 1_000_000
_WIDEST = 2000
_DECIMAL = re.compile(r"\d,\d{1,2}(?!\d)")


@refusing
def read(given: Given) -> Document:
    """The Document of a CSV: one table from ``line=N`` on, a row a line; titles above it apart."""
    text, _ = decode(given.body, given.header)
    rows = _rows(text.removeprefix("\ufeff"))
    script = Script()
    titles = title_rows(rows)
    caption = []
    for number, row in enumerate(rows[:titles], 1):
        if words := next(filter(None, row), ""):
            script.say(BlockKind.CAPTION, words, f"line={number}")
            caption.append(words)
    script.show(rows[titles:], f"line={titles + 1}", " ".join(caption)[:600])
    return Document(
        sha256=given.sha256,
        media_type=given.media_type,
        title=max(caption, key=len, default="")[:300],
        blocks=tuple(script.blocks),
        tables=tuple(script.tables),
    )


def _rows(text: str) -> list[tuple[str, ...]]:
    sign = delimiter(text)
    rows: list[tuple[str, ...]] = []
    csv.field_size_limit(_LONGEST_FIELD)
    lines = text.replace("\0", "").splitlines(keepends=True)
    if lines and lines[0].lower().startswith("sep="):
        lines = lines[1:]
    try:
        for row in csv.reader(lines, delimiter=sign):
            if len(row) > _WIDEST:
                raise Refused("too-large", f"CSV of more than {_WIDEST} columns")
            rows.append(tuple(tidy(cell) for cell in row))
    except csv.Error as error:
        raise Refused("too-large" if "limit" in str(error) else "torn", f"CSV: {error}") from None
    return rows


def delimiter(text: str) -> str:
    """The sign that cuts most lines into the same number of parts; ``;`` where none does.

    A comma between digits is a decimal comma before it is a delimiter.
    """
    head = text[:500_000].splitlines()[:_SAMPLE]
    if head and head[0].lower().startswith("sep=") and len(head[0]) > 4:
        return head[0][4]
    best, most = ";", 0.0
    for sign in _SIGNS:
        lines = [_DECIMAL.sub("0", line) for line in head] if sign == "," else head
        widths = Counter(_width(line, sign) for line in lines if line.strip())
        width, often = max(widths.items(), key=lambda pair: (pair[1] * (pair[0] > 1), pair[0]), default=(1, 0))
        agreeing = often / max(1, sum(widths.values())) * (width > 1)
        if agreeing > most + 0.05:
            best, most = sign, agreeing
    return best


def _width(line: str, sign: str) -> int:
    """Parts of a line, quoted signs not counted."""
    return line.count(sign) + 1 if '"' not in line else _unquoted(line).count(sign) + 1


def _unquoted(line: str) -> str:
    return "".join(line.split('"')[::2])
