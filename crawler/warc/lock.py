"""One writer at a time: a lock that the system drops when its holder dies."""

import fcntl
import os
from pathlib import Path


class ArchiveLockedError(RuntimeError):
    """Another program is writing to this archive."""


class Lock:
    """The right to write below ``root``; ArchiveLockedError when another program has it."""

    def __init__(self, root: Path) -> None:
        self._file = (root / "writer.lock").open("a+")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as taken:
            self._file.seek(0)
            holder = self._file.read(20).strip() or "unknown"
            self._file.close()
            raise ArchiveLockedError(
                f"Another program (process {holder}) is writing to the archive {root}. "
                "Wait until it ends or stop it with Ctrl-C there, then run this again."
            ) from taken
        self._file.truncate(0)
        self._file.write(f"{os.getpid()}\n")
        self._file.flush()

    def release(self) -> None:
        """Let the next one write, even while a child process still has the file open."""
        if not self._file.closed:
            fcntl.flock(self._file, fcntl.LOCK_UN)
            self._file.close()
