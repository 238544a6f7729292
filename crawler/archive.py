"""The archive of bytes between fetching and judging: this is its only door."""

import io
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from crawler.model import Answer, Capture, Run
from crawler.notes import Note, NoteKind
from crawler.warc.describe import asked_url, check_time, describe, is_confirmation
from crawler.warc.fields import clean
from crawler.warc.group import group_of
from crawler.warc.lock import ArchiveLockedError, Lock
from crawler.warc.look import DamagedError, Found, body_at, look
from crawler.warc.remarks import Noted, bounded, part_of
from crawler.warc.repair import index_to_read, index_to_write
from crawler.warc.series import Series
from crawler.warc.story import Saved
from crawler.warc.verify import Fault, Progress, verify

__all__ = ["Archive", "ArchiveLockedError", "DamagedError", "Fault", "Found"]

ROTATE_AT = 1_000_000_000


class Archive:
    """All that was ever fetched, in WARC files, with an index that can be made anew from them.

    ``root`` is ``<data>/archive``. Opening it for writing makes it, takes the writer's lock
    (ArchiveLockedError when another program has it) and repairs what a crash left; ``repairs``
    has a sentence for each thing done. Read-only it works beside a writer and changes nothing,
    and ``repairs`` tells what it met; FileNotFoundError when there is no archive. What a damaged
    file cannot give raises DamagedError, a LookupError.
    """

    def __init__(self, root: Path, *, readonly: bool = False, rotate_at: int = ROTATE_AT) -> None:
        self.root = root
        self.repairs: tuple[str, ...] = ()
        self._one_at_a_time = threading.Lock()
        self._lock: Lock | None = None
        self._series: Series | None = None
        if readonly:
            self._index, self.repairs = index_to_read(root)
            return
        root.mkdir(parents=True, exist_ok=True)
        self._lock = Lock(root)
        try:
            self._index, self.repairs = index_to_write(root)
        except BaseException:
            self._lock.release()
            raise
        self._series = Series(root, self._index, rotate_at)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def begin(self, *, tool: str, regions: Sequence[str], started: str, vantage: str = "") -> Run:
        """Start a run at ``started`` (``2026-11-23T20:08:00Z``), from which it has its id."""
        check_time(started)
        with self._writing() as series:
            name = series.free_id(started)
            run = Run(name, started, "", clean(tool, 500), tuple(regions), clean(vantage, 500))
            series.start(run)
        return run

    def unfinished(self) -> Run | None:
        """The newest run that has not finished, for resuming it."""
        return next((run for run in reversed(self.runs()) if not run.finished), None)

    def add(self, run: Run, answer: Answer) -> Capture:
        """Save an answer. On return its records are in the file and its capture is listed.

        A drawn page goes after the answer it was drawn from, in the same run.

        Threads may share an archive: one answer at a time is saved. ValueError for a run that
        is not running and for an answer no crawl can meet (see crawler.warc.describe).
        """
        with self._writing() as series:
            earlier = self._confirmed(answer) if is_confirmation(answer) else None
            capture = describe(answer, run.id, series.next_number(run), earlier)
            group = group_of(capture, answer, self._holder(capture, answer) or earlier)
            kept: list[Capture] = []

            def listing(file: str, offsets: tuple[int, ...]) -> None:
                kept.append(replace(capture, warc_file=file, warc_offset=offsets[group.main]))
                self._index.insert(Saved(kept[0], offsets[0], group.holds))

            series.add(run, group.parts, listing)
            return kept[0]

    def note(self, run: Run, note: Note) -> Note:
        """Keep what a run learned besides answers, as a record of its own; returns it as kept.

        ValueError for a run that is not running, a time that is none, a number that is not finite.
        """
        kept = bounded(note, run.id, run.started)
        check_time(kept.at)
        with self._writing() as series:
            name = self._index.next_note(run.id)

            def listing(file: str, offsets: tuple[int, ...]) -> None:
                self._index.insert_note(Noted(name, kept, file, offsets[0]))

            series.note(run, part_of(name, kept), listing)
        return kept

    def finish(self, run: Run, finished: str) -> Run:
        """Close a run for good; ValueError when it is not running."""
        check_time(finished)
        done = replace(run, finished=finished)
        with self._writing() as series:
            series.finish(done)
        return done

    def runs(self) -> tuple[Run, ...]:
        """Every run, oldest first."""
        return self._index.runs()

    def captures(self, *, region: str | None = None, run: str | None = None) -> tuple[Capture, ...]:
        """Captures in the order of their ids, of one region or one run when asked."""
        return self._index.captures(region, run)

    def notes(
        self, run: str | None = None, region: str | None = None, kind: NoteKind | None = None
    ) -> tuple[Note, ...]:
        """Notes in the order they were made, of one run, region or kind when asked."""
        return self._index.notes(run, region, kind)

    def read(self, capture: Capture) -> bytes:
        """The body of a capture; LookupError with a sentence when there is none to give."""
        if not capture.sha256:
            why = f"{capture.outcome}: {capture.reason}".rstrip(": ")
            raise LookupError(
                f"Nothing was received from {capture.url} ({why}), so nothing is kept."
            )
        return self.body(capture.sha256)

    def body(self, sha256: str) -> bytes:
        """The bytes with this sha256, checked; LookupError with a sentence when not there."""
        holders = self._index.holders(sha256)
        if not holders:
            raise LookupError(f"No file of the archive {self.root} has bytes with sha256 {sha256}.")
        last = holders[-1]
        for holder in holders[:-1]:
            with suppress(DamagedError):
                return body_at(self.root / holder.warc_file, holder.warc_offset, sha256)
        return body_at(self.root / last.warc_file, last.warc_offset, sha256)

    def records(self, capture: Capture) -> tuple[Found, ...]:
        """The records of a capture as they stand in its file, hops first, for a person to see."""
        first = self._index.first_offset(capture.id)
        if first is None:
            raise LookupError(f"The archive {self.root} has no answer {capture.id}.")
        return look(self.root / capture.warc_file, first)

    def verify(self, on_record: Progress | None = None) -> Iterator[Fault]:
        """Hash everything again; ``on_record(bytes done, bytes in all)`` after every record."""
        return verify(self.root, self._index, on_record)

    def close(self) -> None:
        """Put everything on the disk and let the next writer in."""
        with ExitStack() as last, self._one_at_a_time:
            if self._lock:
                last.callback(self._lock.release)
            last.callback(self._index.close)
            if self._series:
                last.callback(self._series.close)

    @contextmanager
    def _writing(self) -> Iterator[Series]:
        if self._series is None:
            raise io.UnsupportedOperation(f"The archive {self.root} was opened for reading only.")
        with self._one_at_a_time:
            yield self._series

    def _holder(self, capture: Capture, answer: Answer) -> Capture | None:
        """The answer of a server that has these bytes already, or from which they were drawn.

        Only one whose bytes can be read: a damaged one is no proof for a newer.
        """
        if capture.drawn:
            return self._index.drawn_from(capture.run, capture.region, capture.url)
        if not answer.body and not is_confirmation(answer):
            return None
        for holder in self._index.holders(capture.sha256):
            if holder.drawn:
                continue
            with suppress(DamagedError):
                body_at(self.root / holder.warc_file, holder.warc_offset, capture.sha256)
                return holder
        return None

    def _confirmed(self, answer: Answer) -> Capture:
        earlier = self._index.last_readable(answer.region, asked_url(answer))
        if earlier is None:
            raise ValueError(f"{answer.url} is said to be unchanged, but was never saved before")
        return earlier
