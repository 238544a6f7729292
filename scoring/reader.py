"""Documents of many captures, read once: in parallel, in sandboxes, remembered on disk."""

import logging
import os
import queue
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from scoring.extract import VERSION
from scoring.model import Document
from scoring.opening import lacking, told, unseen, whole
from scoring.sandbox import Limits, Sandbox

_DOCUMENT = TypeAdapter(Document)
_LOG = logging.getLogger(__name__)
_A_VERSION = re.compile(r"\d{4}\.\d{1,2}\.\d{1,3}")
LARGEST = 512 << 20
"""Bytes of a remembered Document: a larger file is none of ours."""

Hints = tuple[str, str]
"""Address and Content-Type header of the bytes."""


class Reader:
    """Reads bytes into Documents; the same bytes and version are never read twice.

    ``cache`` is ``<data>/build/documents``: one JSON file a document under the readers' version.
    What older versions left there is removed. A Document that waits for a program is not
    remembered: once that is installed it is read anew; one warning says what to install. One
    whose pictures wait for tesseract is read anew when that is there.
    """

    def __init__(
        self,
        cache: Path,
        processes: int | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._root = cache
        self._cache = cache / VERSION
        self._processes = max(1, processes or os.cpu_count() or 1)
        self._limits = limits or Limits()

    def read(
        self,
        wanted: Mapping[str, Hints],
        body: Callable[[str], bytes],
        on_read: Callable[[int, int], None] | None = None,
    ) -> dict[str, Document]:
        """Documents by sha256, in the order of ``wanted``; ``body`` gives bytes for a sha256.

        ``body`` and ``on_read(done, all)`` are called from this thread only.
        """
        tell = on_read or (lambda _done, _all: None)
        found = {sha256: self._remembered(sha256) for sha256 in wanted}
        missing = [sha256 for sha256, document in found.items() if document is None]
        done = len(wanted) - len(missing)
        if done:
            tell(done, len(wanted))
        if missing:
            self._forget_older()
        for sha256, document in self._read_anew(missing, wanted, body):
            found[sha256] = document
            done += 1
            tell(done, len(wanted))
        if waits := told(document for document in found.values() if document is not None):
            _LOG.warning(waits)
        return {sha256: document for sha256, document in found.items() if document is not None}

    def _read_anew(
        self, missing: list[str], wanted: Mapping[str, Hints], body: Callable[[str], bytes]
    ) -> Iterator[tuple[str, Document]]:
        if not missing:
            return
        workers = min(self._processes, len(missing))
        with _pool(workers) as pool, _sandboxes(workers, self._limits) as free:
            running: set[Future[tuple[str, Document]]] = set()
            for sha256 in missing:
                if len(running) >= workers * 2:
                    ended, running = wait(running, return_when=FIRST_COMPLETED)
                    yield from (one.result() for one in ended)
                running.add(pool.submit(self._one, free, sha256, body(sha256), wanted[sha256]))
            while running:
                ended, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (one.result() for one in ended)

    def _one(
        self, free: "queue.SimpleQueue[Sandbox]", sha256: str, body: bytes, hints: Hints
    ) -> tuple[str, Document]:
        sandbox = free.get()
        try:
            document, written = whole(body, sandbox, url=hints[0], media_type=hints[1])
        finally:
            free.put(sandbox)
        if document.sha256 != sha256:
            raise ValueError(f"the archive gave other bytes for {sha256}: {document.sha256}")
        if not lacking(document):
            self._remember(sha256, written)
        return sha256, document

    def _path(self, sha256: str) -> Path:
        return self._cache / sha256[:2] / f"{sha256}.json"

    def _remembered(self, sha256: str) -> Document | None:
        """What was read before; a half-written or foreign file counts as not read."""
        path = self._path(sha256)
        try:
            if path.stat().st_size > LARGEST:
                return None
            document = _DOCUMENT.validate_json(path.read_bytes())
        except (FileNotFoundError, ValidationError):
            return None
        return document if document.sha256 == sha256 and not unseen(document) else None

    def _forget_older(self) -> None:
        """Folders named as versions are, and not as ours; nothing else is touched."""
        for folder in sorted(self._root.glob("*")):
            if _A_VERSION.fullmatch(folder.name) and folder.name != VERSION and folder.is_dir():
                shutil.rmtree(folder, ignore_errors=True)

    def _remember(self, sha256: str, written: bytes) -> None:
        path = self._path(sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}.part")
        half.write_bytes(written)
        half.replace(path)


@contextmanager
def _pool(workers: int) -> Iterator[ThreadPoolExecutor]:
    """Threads that wait for sandboxes; what has not begun when we leave never begins."""
    pool = ThreadPoolExecutor(workers)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _sandboxes(count: int, limits: Limits) -> Iterator["queue.SimpleQueue[Sandbox]"]:
    """So many sandboxes, ended when done; interrupted work is killed, not waited for."""
    all_of_them = [Sandbox(limits) for _ in range(count)]
    free: queue.SimpleQueue[Sandbox] = queue.SimpleQueue()
    for sandbox in all_of_them:
        free.put(sandbox)
    try:
        yield free
    finally:
        for sandbox in all_of_them:
            sandbox.end()
