"""What the pictures in a text say, put where they stand: a chart as a table, others as lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scoring.document import Block, BlockKind, Document, Inset, Table
from scoring.extract.archives.packed import Packed, unframed
from scoring.locator import parts, written
from scoring.ocr.chart import charted
from scoring.ocr.tesseract import Recognised, glimpsed
from scoring.sandbox import NoAnswer, Sandbox, SandboxEndedError

MOST = 40
"""Pictures of one document that are looked at, the first ones."""
MOST_SLOW = 2
_FEWEST_WORDS = 3


def told(document: Document, body: bytes, sandbox: Sandbox) -> Document:
    """The Document with what its pictures say; those that wait for the program stay ``insets``.

    Raises SandboxEndedError when the sandbox was ended meanwhile.
    """
    found: list[tuple[Inset, Recognised]] = []
    left: list[Inset] = []
    slow, seen = 0, set[bytes]()
    for inset, picture in _drawn(document, body, sandbox):
        # A picture that stands on many pages, as a publisher's sign does, says a thing once.
        if picture.reason or slow >= MOST_SLOW or picture.body in seen:
            continue
        seen.add(picture.body)
        one = glimpsed(picture.body, int(picture.detail), sandbox.ended)
        if one.reason == "stopped":
            raise SandboxEndedError
        slow += one.reason == "too-slow"
        if one.reason == "missing-program":
            left.append(inset)
        elif not one.reason and one.words >= _FEWEST_WORDS:
            found.append((inset, one))
    return _placed(replace(document, insets=tuple(left)), found)


def _drawn(document: Document, body: bytes, sandbox: Sandbox) -> Iterator[tuple[Inset, Packed]]:
    left = list(document.insets[:MOST])
    while left:
        answer = sandbox.ask(
            "scoring.extract.insets:drawn",
            body,
            _understood,
            media_type=document.media_type,
            wanted=[(inset.locator, inset.part) for inset in left],
        )
        if isinstance(answer, NoAnswer):
            # A picture too much for the process must not hide the others.
            left.pop(0)
            continue
        for picture in answer[: len(left)]:
            yield left.pop(0), picture


def _understood(answer: bytes) -> tuple[Packed, ...] | None:
    read = unframed(answer)
    if read is None or not read[0]:
        return None
    drawn = all(p.reason or (p.detail.isdecimal() and p.body[:2] == b"P5") for p in read[0])
    return read[0] if drawn else None


def _placed(document: Document, found: Sequence[tuple[Inset, Recognised]]) -> Document:
    """Words and tables after as many blocks as their picture stands after."""
    blocks = list(document.blocks)
    tables = [(table.after, 1, table) for table in document.tables]
    for inset, one in sorted(found, key=lambda pair: -pair[0].after):
        where = written(**parts(inset.locator), ocr=round(one.confidence))
        chart = charted(one.rows)
        lines = (chart.caption,) if chart and chart.caption else () if chart else one.texts
        kind = BlockKind.CAPTION if chart else BlockKind.PARAGRAPH
        fresh = [Block(kind, text, where) for text in lines]
        blocks[inset.after : inset.after] = fresh
        tables = [(at + len(fresh) * (at >= inset.after), n, table) for at, n, table in tables]
        if chart:
            table = Table(chart.rows, where, chart.caption)
            tables.append((inset.after + len(fresh), 0, table))
    placed = sorted(enumerate(tables), key=lambda pair: (pair[1][0], pair[1][1], pair[0]))
    return replace(
        document,
        blocks=tuple(blocks),
        tables=tuple(replace(table, after=at) for _, (at, _, table) in placed),
    )
