"""The WARC files this process writes: one series for each run, rotated when they grow large."""

from collections.abc import Callable, Iterable
from pathlib import Path

from crawler.model import Run
from crawler.warc.captures import Index
from crawler.warc.memory import closing_block, opening_block
from crawler.warc.record import Part, record_id
from crawler.warc.shelf import Shelf

Listing = Callable[[str, tuple[int, ...]], None]


class Series:
    """Appends groups of records and lists them, both or neither.

    A file has one writer in its life: a resumed run goes on in the next file of its series.
    """

    def __init__(self, root: Path, index: Index, rotate_at: int) -> None:
        self._root, self._index, self._rotate_at = root, index, rotate_at
        self._shelves: dict[str, Shelf] = {}
        self._numbers: dict[str, int] = {}

    def free_id(self, started: str) -> str:
        """A run id from its start, with a suffix when that one is taken."""
        stem = started.translate(str.maketrans("", "", "-:"))
        taken = {run.id for run in self._index.runs()}
        number, name = 1, stem
        while name in taken or any(self._root.glob(f"{name}-?????.warc.gz")):
            number += 1
            name = f"{stem}-{number}"
        return name

    def start(self, run: Run) -> None:
        """Open the run's next file; its first record says what run it belongs to."""
        path = self._next_path(run)
        shelf = Shelf(path)
        name = (("WARC-Filename", path.name),)
        head = opening_block(run)
        part = Part("warcinfo", record_id(path.name, "warcinfo"), run.started, head, headers=name)
        try:
            self._write(shelf, (part,), lambda _file, _offsets: self._index.open_run(run))
        except BaseException:
            shelf.close()
            path.unlink()
            raise
        self._shelves[run.id] = shelf
        self._numbers[run.id] = self._index.next_number(run.id)

    def next_number(self, run: Run) -> int:
        """The number of the run's next capture, from 1; ValueError when it is not running."""
        self._shelf(run)
        return self._numbers[run.id]

    def add(self, run: Run, parts: Iterable[Part], listing: Listing) -> None:
        """Write one answer's records; ``listing(file, offsets)`` puts its capture in the index."""
        self._write(self._shelf(run), parts, listing)
        self._numbers[run.id] += 1

    def note(self, run: Run, part: Part, listing: Listing) -> None:
        """Write a record that is no answer; ``listing(file, offsets)`` puts it in the index."""
        self._write(self._shelf(run), (part,), listing)

    def finish(self, run: Run) -> None:
        """Write the run's last record, which says when it ended."""
        shelf = self._shelf(run)
        part = Part("metadata", record_id(run.id, "finished"), run.finished, closing_block(run))
        self._write(shelf, (part,), lambda _file, _offsets: self._index.close_run(run))
        self._shelves.pop(run.id).close()

    def close(self) -> None:
        """Put everything on the disk."""
        while self._shelves:
            self._shelves.popitem()[1].close()

    def _shelf(self, run: Run) -> Shelf:
        shelf = self._shelves.get(run.id)
        if shelf is None:
            self._must_be_running(run)
            self.start(run)
        elif shelf.size >= self._rotate_at:
            shelf.close()
            self.start(run)
        return self._shelves[run.id]

    def _must_be_running(self, run: Run) -> None:
        known = {r.id: r for r in self._index.runs()}.get(run.id)
        if known is None:
            raise ValueError(f"run {run.id} was not begun in the archive {self._root}")
        if known.finished:
            raise ValueError(f"run {run.id} ended at {known.finished}; begin a new one")

    def _next_path(self, run: Run) -> Path:
        numbers = [
            int(p.name[len(run.id) + 1 : -8]) for p in self._root.glob(f"{run.id}-?????.warc.gz")
        ]
        return self._root / f"{run.id}-{max(numbers, default=0) + 1:05d}.warc.gz"

    def _write(self, shelf: Shelf, parts: Iterable[Part], listing: Listing) -> None:
        try:
            offsets = shelf.append(parts)
            with self._index.writing():
                listing(shelf.path.name, offsets)
                self._index.set_size(shelf.path.name, shelf.size)
        except BaseException:
            # What the index has is what counts, whichever of the two failed.
            shelf.cut(self._index.sizes().get(shelf.path.name, 0))
            raise
