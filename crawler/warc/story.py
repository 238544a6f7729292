"""What the records of a file tell: a run opened or closed, captures and notes, bytes lost."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crawler.model import Capture, Run
from crawler.warc.alone import Recall, tells_alone, told_alone
from crawler.warc.memory import read_capture, read_run
from crawler.warc.remarks import Noted, read_note
from crawler.warc.walk import HOLDERS, Damage, Piece


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of a run starts."""

    run: Run


@dataclass(frozen=True, slots=True)
class Closed:
    """A run has ended: ``run.finished`` is set."""

    run: Run


@dataclass(frozen=True, slots=True)
class Saved:
    """A whole group: its records start at ``first``; ``holds`` when the body is among them."""

    capture: Capture
    first: int
    holds: bool


@dataclass(frozen=True, slots=True)
class Lost:
    """Bytes that tell nothing any more; ``torn`` by an interrupted write: cut at ``offset``."""

    offset: int
    end: int
    what: str
    torn: bool


Event = Opened | Closed | Saved | Noted | Lost


def story(pieces: Iterable[Piece | Damage], file: str, recall: Recall) -> Iterator[Event]:
    """The events of one file in order. A group counts only with its last record.

    ``recall`` knows the captures of the files before this one.
    """
    group: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Damage):
            start = group[0].offset if group and piece.torn else piece.offset
            yield Lost(start, piece.end, piece.what, piece.torn)
            group = []
            continue
        group.append(piece)
        event = _event(group, file, recall)
        if event:
            yield event
            group = []
    if group:
        what = "the answer's last record is missing"
        yield Lost(group[0].offset, group[-1].end, what, torn=True)


def ends_group(piece: Piece) -> bool:
    """True for the last record of a group: its metadata, or a revisit that tells of itself."""
    return piece.kind in ("warcinfo", "metadata") or tells_alone(piece)


def _event(group: list[Piece], file: str, recall: Recall) -> Event | None:
    last = group[-1]
    if not ends_group(last):
        return None
    try:
        return _told(group, last, file, recall)
    except (ValueError, TypeError, KeyError) as fault:
        return Lost(
            group[0].offset, last.end, f"its description is unreadable: {fault}", torn=False
        )


def _told(group: list[Piece], last: Piece, file: str, recall: Recall) -> Event:
    confirmed = told_alone(last, file, recall)
    if confirmed:
        return Saved(confirmed, group[0].offset, holds=False)
    noted = read_note(last.head, file, last.offset)
    if noted:
        return noted
    run = read_run(last.head)
    if run:
        return Closed(run) if run.finished else Opened(run)
    wanted = last.header("WARC-Concurrent-To") or last.header("WARC-Record-ID")
    main = next((p for p in group if p.header("WARC-Record-ID") == wanted), None)
    if main is None:
        raise ValueError("the record it describes is damaged")
    capture = read_capture(last.head, file, main.offset)
    if capture is None:
        raise ValueError("it describes neither a run, an answer nor a note")
    return Saved(capture, group[0].offset, main.kind in HOLDERS)
