"""Make index and files agree again after a crash, and say in sentences what was done."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from crawler.warc.captures import Index
from crawler.warc.remarks import Noted
from crawler.warc.story import Closed, Event, Lost, Opened, Saved, story
from crawler.warc.walk import walk

INDEX = "index.sqlite"

_NAME = re.compile(r"\d{8}T\d{6}Z(-\d+)?-\d{5,}\.warc\.gz")
# The first record of a file is written at once; an unfinished one is never larger.
_MAX_OPENING = 1 << 20


def files_of(root: Path) -> dict[str, int]:
    """The WARC files that carry this archive's names, with their sizes."""
    found = sorted(p for p in root.glob("*.warc.gz") if _NAME.fullmatch(p.name))
    return {path.name: path.stat().st_size for path in found}


def index_to_read(root: Path) -> tuple[Index, tuple[str, ...]]:
    """The index as it is, or one in memory when there is none this code can read.

    What is damaged in the files comes with the latter, a sentence each. FileNotFoundError when
    there is no archive.
    """
    if not root.is_dir():
        raise FileNotFoundError(
            f"There is no archive at {root}. Run `budgetwatch crawl` first, or name another "
            "place with --data."
        )
    if (root / INDEX).is_file() and (index := _usable(root / INDEX, readonly=True)):
        return index, ()
    index = _made(None)
    return index, tuple(agree(root, index, cut=False))


def index_to_write(root: Path) -> tuple[Index, tuple[str, ...]]:
    """The index, in agreement with the files, and a sentence for each thing that was repaired."""
    path, said = root / INDEX, list[str]()
    if not path.exists() and files_of(root):
        said.append(f"{INDEX} was missing and was made anew from the files.")
    index = _usable(path, readonly=False)
    if index is None:
        for name in (INDEX, f"{INDEX}-wal", f"{INDEX}-shm", f"{INDEX}-journal"):
            (root / name).unlink(missing_ok=True)
        index = _made(path)
        said.append(f"{INDEX} could not be used and was made anew from the files.")
    try:
        return index, (*said, *agree(root, index, cut=True))
    except BaseException:
        index.close()
        raise


def _usable(path: Path, *, readonly: bool) -> Index | None:
    try:
        index = Index(path, readonly=readonly)
    except sqlite3.OperationalError:
        # Read-only media, and a journal beside the database that only a writer could read.
        if not readonly:
            raise
        return None
    try:
        usable = index.prepare()
    except BaseException:
        index.close()
        raise
    if usable:
        return index
    index.close()
    return None


def _made(path: Path | None) -> Index:
    index = Index(path)
    if not index.prepare():
        index.close()
        raise RuntimeError(f"SQLite cannot make {path or 'a database in memory'}")
    return index


def agree(root: Path, index: Index, *, cut: bool) -> Iterator[str]:
    """Bring the index up to the files, a sentence for each thing out of the ordinary.

    ``cut`` removes the tail an interrupted write left; without it the files stay untouched.
    """
    known, files = index.sizes(), files_of(root)
    gone = [name for name, size in known.items() if size > files.get(name, 0)]
    before = {name: set(index.in_file(name)) for name in gone}
    if gone:
        with index.writing():
            index.clear()
        known = {}
    back = {name for name in files if name not in known and name < max(known, default="")}
    for name, size in files.items():
        if size != known.get(name):
            yield from _catch_up(root / name, index, known.get(name, 0), cut=cut)
    if back & index.sizes().keys():
        _read_again(root, index)
    for name in gone:
        yield _missing(name, before[name] - set(index.in_file(name)), there=name in files)


def _catch_up(path: Path, index: Index, start: int, *, cut: bool) -> Iterator[str]:
    events = tuple(story(walk(path, start), path.name, index.capture))
    if start == 0 and not isinstance(next(iter(events), None), Opened):
        yield _not_opened(path, events, cut=cut)
        return
    size = path.stat().st_size
    lost = [event for event in events if isinstance(event, Lost)]
    if lost and lost[-1].torn:
        size = lost[-1].offset
        if cut:
            _truncate(path, size)
    with index.writing():
        for event in events:
            _remember(index, event)
        index.set_size(path.name, size)
    for kind, what in ((Saved, "answers"), (Noted, "notes")):
        if count := sum(isinstance(event, kind) for event in events):
            yield f"{path.name}: listed the saved {what} that the index did not know: {count}."
    for event in lost:
        yield _told(path.name, event)


def _read_again(root: Path, index: Index) -> None:
    """Files that came back may have what later ones tell only the difference from."""
    known = index.sizes()
    with index.writing():
        index.clear()
    for name in known:
        for _ in _catch_up(root / name, index, 0, cut=False):
            pass  # it was said when the file was read the first time


def _remember(index: Index, event: Event) -> None:
    match event:
        case Opened(run):
            index.open_run(run)
        case Closed(run):
            index.close_run(run)
        case Saved():
            index.insert(event)
        case Noted():
            index.insert_note(event)


def _truncate(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        file.truncate(size)


def _told(name: str, lost: Lost) -> str:
    count = lost.end - lost.offset
    if lost.torn:
        return f"{name}: cut off {count} bytes of what was being saved ({lost.what})."
    return (
        f"{name}: {count} bytes from offset {lost.offset} are damaged: {lost.what}. They are left "
        "as they are; restore the file from a copy, or crawl again to fetch what was in them."
    )


def _not_opened(path: Path, events: tuple[Event, ...], *, cut: bool) -> str:
    torn = all(isinstance(e, Lost) and e.torn and e.offset == 0 for e in events)
    if cut and torn and path.stat().st_size <= _MAX_OPENING:
        path.unlink()
        return f"{path.name}: removed; it was being started when the crawl was interrupted."
    return f"{path.name}: not read, as it does not start like a file of this archive; move it away."


def _missing(name: str, lost: set[str], *, there: bool) -> str:
    what = "is shorter than it was" if there else "is gone"
    if not lost:
        return f"{name} {what}; nothing that was listed in it is missing."
    some = ", ".join(sorted(lost)[:5])
    return f"{name} {what}: {len(lost)} listed answers are lost ({some}); restore it from a copy."
