"""Does every byte of the archive still say what it said when it was written?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from crawler.warc.captures import Index
from crawler.warc.remarks import Noted
from crawler.warc.repair import files_of
from crawler.warc.story import Lost, Saved, story
from crawler.warc.walk import Damage, Piece, walk


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was written: where, and what."""

    file: str
    offset: int
    what: str


Progress = Callable[[int, int], None]


def verify(root: Path, index: Index, on_record: Progress | None = None) -> Iterator[Fault]:
    """Hash every record again and hold the files against the index.

    ``on_record`` hears after each record how many bytes are done, and of how many. Bytes
    after the last listed answer are not read: a writer may be at work on them.
    """
    known, files = index.sizes(), files_of(root)
    total, done = sum(known.values()), 0
    for name in sorted(known.keys() | files.keys()):
        if name not in known:
            yield Fault(name, 0, "the index does not know this file")
        elif files.get(name, -1) < known[name]:
            yield Fault(name, files.get(name, 0), "the file is gone or shorter than the index says")
        else:
            walked = _hear(walk(root / name, 0, known[name]), on_record, done, total)
            yield from _check(name, walked, index)
        done += known.get(name, 0)


def _hear(
    pieces: Iterator[Piece | Damage], on_record: Progress | None, done: int, total: int
) -> Iterator[Piece | Damage]:
    for piece in pieces:
        yield piece
        if on_record:
            on_record(done + piece.end, total)


def _check(name: str, pieces: Iterator[Piece | Damage], index: Index) -> Iterator[Fault]:
    hashes: dict[int, str] = {}
    faults: list[Fault] = []

    def noted() -> Iterator[Piece | Damage]:
        for piece in pieces:
            if isinstance(piece, Piece):
                hashes[piece.offset] = piece.payload
                faults.extend([Fault(name, piece.offset, piece.fault)] if piece.fault else [])
            yield piece

    listed, notes = index.in_file(name), index.notes_in_file(name)
    for event in story(noted(), name, index.capture):
        match event:
            case Lost(offset, _, what):
                faults.append(Fault(name, offset, what))
            case Saved(capture):
                faults += _compare(event, listed.pop(capture.id, None), hashes, index)
            case Noted(note):
                faults += _compare_note(event, notes.pop(note, None))
        yield from faults
        faults.clear()
    yield from faults
    yield from _missing(name, listed, notes)


def _missing(name: str, listed: dict[str, Saved], notes: dict[str, Noted]) -> Iterator[Fault]:
    missing = [(s.capture.warc_offset, f"answer {s.capture.id}") for s in listed.values()]
    missing += [(left.offset, f"note {left.id}") for left in notes.values()]
    for offset, what in sorted(missing):
        yield Fault(name, offset, f"{what} is not in the file")


def _compare_note(found: Noted, listed: Noted | None) -> Iterator[Fault]:
    if found != listed:
        what = "says something else about it than the file" if listed else "does not list it"
        yield Fault(found.file, found.offset, f"note {found.id}: the index {what}")


def _compare(
    found: Saved, listed: Saved | None, hashes: dict[int, str], index: Index
) -> Iterator[Fault]:
    capture = found.capture

    def fault(what: str) -> Fault:
        return Fault(capture.warc_file, capture.warc_offset, f"answer {capture.id}: {what}")

    if listed is None:
        yield fault("the index does not list it")
    elif listed != found:
        yield fault("the index says something else about it than the file")
    if found.holds and hashes[capture.warc_offset] != capture.sha256:
        yield fault("its bytes are not those of its sha256")
    if capture.sha256 and not index.holders(capture.sha256):
        yield fault("the bytes it refers to are in no file")
