"""One WARC file being written: whole groups of records are appended or nothing is."""

import os
from collections.abc import Iterable
from pathlib import Path

from crawler.warc.record import Part, pack

_ENOUGH = 1 << 20


class Shelf:
    """A new file, held open by the one process that ever writes to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0
        self._out = path.open("xb", buffering=0)

    def append(self, parts: Iterable[Part]) -> tuple[int, ...]:
        """Write the records of one group; the offset of each. The system has them all on return.

        A failure half-way (disk full) raises and leaves a tail: ``cut`` it.
        """
        offsets, waiting = [], bytearray()
        for part in parts:
            offsets.append(self.size + len(waiting))
            for piece in pack(part):
                waiting += piece
                if len(waiting) > _ENOUGH:
                    self._write(waiting)
        self._write(waiting)
        return tuple(offsets)

    def cut(self, size: int) -> None:
        """Forget everything after ``size`` bytes."""
        self._out.truncate(size)
        self._out.seek(size)
        self.size = size

    def close(self) -> None:
        """Close the file once the disk itself has it: what follows may be a power cut."""
        if not self._out.closed:
            os.fsync(self._out.fileno())
            self._out.close()

    def _write(self, waiting: bytearray) -> None:
        with memoryview(waiting) as view:
            done = 0
            while done < len(view):
                done += self._out.write(view[done:])
                # Kept as we go: a disk may take a part and refuse the rest.
                self.size = self._out.tell()
        waiting.clear()
