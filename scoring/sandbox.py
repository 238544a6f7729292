"""Hostile bytes are read in a process of their own, with little time, memory and no network."""

import contextlib
import os
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from json import dumps, loads
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from scoring.document import Document
from scoring.extract.given import Given

_FRAME = struct.Struct(">Q")
_DOCUMENT = TypeAdapter(Document)
_START = "import sys, json; a = json.loads(sys.argv[1]); sys.path[:] = a['path']; "
_START += "from scoring.inmate import serve; serve(a)"
_MORE = 2
"""Bytes by which what is sent exceeds an answer: the mark and a little."""
_REFUSALS = ("too-large", "crashed", "torn", "encrypted", "empty", "unsupported-format")
"""What our own functions refuse with: other words come from a process that is not ours any more."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: seconds of clock and of CPU, bytes of memory and of answer.

    ``bytes`` bounds an answer that is no Document: files of an archive, pictures of pages.
    A process is replaced after ``documents`` of them, whatever it leaks.
    """

    seconds: float = 60.0
    cpu_seconds: int = 45
    memory: int = 1 << 30
    answer: int = 64 << 20
    bytes: int = 128 << 20
    documents: int = 200


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """Why there is none: ``reason`` is a code of ``Document.unreadable``."""

    reason: str
    detail: str = ""


class SandboxEndedError(Exception):
    """Raised by ``Sandbox.read`` when ``end`` came first: of the document nothing is known."""


class Sandbox:
    """One reading process, started when needed and anew when it died. Not for two threads.

    ``function`` is the reader, ``module:name``, called as ``scoring.extract.extract`` is.
    ``ended`` is set when it was closed for good: what works beside it stops then, too.
    """

    def __init__(
        self,
        limits: Limits = Limits(),
        function: str = "scoring.extract:extract",
    ) -> None:
        self._limits = limits
        self._function = function
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0
        self.ended = threading.Event()
        # Ending comes from another thread than the reading, in the middle of a start too.
        self._starting = threading.Lock()

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Close for good: what another thread is waiting for here raises SandboxEndedError."""
        with self._starting:
            self.ended.set()
        self.close()

    def read(self, body: bytes, *, url: str = "", media_type: str = "") -> tuple[Document, bytes]:
        """The Document and its JSON as the reader wrote it; never raises for what is read.

        Raises SandboxEndedError when it was ended meanwhile.
        """
        given = Given.of(body, url=url, header=media_type)
        hints = {"url": url, "media_type": media_type}
        read = self.ask(self._function, body, lambda a: _checked(a, given.sha256), **hints)
        if isinstance(read, NoAnswer):
            document = given.unreadable(read.reason, read.detail)
            return document, _DOCUMENT.dump_json(document)
        return read

    def ask(
        self, function: str, body: bytes, understood: Callable[[bytes], T | None], **hints: object
    ) -> T | NoAnswer:
        """What ``function``, ``module:name``, makes of the bytes; never raises for what they hold.

        It is called with the bytes and the hints (what JSON can hold) and returns a Document or
        bytes. ``understood`` takes those, or returns None: the answer of a process that read
        hostile bytes is hostile too. Raises SandboxEndedError when it was ended meanwhile.

        A function that dies is tried once more in a fresh process: the bytes before may have
        left it sick. Then the death itself is the answer.
        """
        head = dumps({"function": function, "hints": hints}).encode()
        while True:
            fresh = self._served == 0
            answer, death = self._ask(head, body)
            if death is None:
                if answer[:1] == b"!":
                    return _refusal(answer[1:])
                if (value := understood(answer[1:])) is not None:
                    return value
                death = NoAnswer("crashed", "the answer is not what was asked for")
                self.close()
            if self.ended.is_set():
                raise SandboxEndedError
            # After any death the next process is a fresh one.
            if death.reason == "too-slow" or fresh:
                return death

    def close(self) -> None:
        """End the process, whatever it does."""
        child, self._child, self._served = self._child, None, 0
        if child is not None:
            child.kill()
            for pipe in (child.stdin, child.stdout):
                with contextlib.suppress(OSError):
                    pipe.close() if pipe else None
            child.wait()

    def _ask(self, head: bytes, body: bytes) -> tuple[bytes, NoAnswer | None]:
        """The answer, or how the process died."""
        if self._served >= self._limits.documents:
            self.close()
        child = self._running()
        if child is None:
            return b"", NoAnswer("crashed", "the reading was interrupted")
        self._served += 1
        expired = threading.Event()
        alarm = threading.Timer(self._limits.seconds, _expire, (child, expired))
        alarm.start()
        try:
            answer = self._exchange(child, head, body)
        except (OSError, EOFError):
            answer = b""
        finally:
            alarm.cancel()
        if answer:
            return answer, None
        return b"", self._epitaph(child, slow=expired.is_set())

    def _exchange(self, child: subprocess.Popen[bytes], head: bytes, body: bytes) -> bytes:
        if child.stdin is None or child.stdout is None:
            raise EOFError
        child.stdin.write(_FRAME.pack(len(head)) + head + _FRAME.pack(len(body)))
        child.stdin.write(body)
        child.stdin.flush()
        (size,) = _FRAME.unpack(_exactly(child, _FRAME.size))
        if size > max(self._limits.answer, self._limits.bytes) + _MORE:
            raise EOFError
        return _exactly(child, size)

    def _running(self) -> subprocess.Popen[bytes] | None:
        with self._starting:
            if not self.ended.is_set():
                self._child = self._child or self._started()
            return self._child

    def _started(self) -> subprocess.Popen[bytes]:
        told = {"path": sys.path, "limits": asdict(self._limits)}
        return subprocess.Popen(  # noqa: S603  # our own interpreter, our own code
            [sys.executable, "-I", "-c", _START, dumps(told)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )

    def _epitaph(self, child: subprocess.Popen[bytes], *, slow: bool) -> NoAnswer:
        self.close()
        code = child.returncode
        if slow or code == -signal.SIGXCPU:
            return NoAnswer("too-slow", f"more than {self._limits.cpu_seconds} s of work")
        how = signal.Signals(-code).name if code < 0 and -code != signal.SIGKILL else "killed"
        return NoAnswer("crashed", f"the reading process died ({how})")


def _expire(child: subprocess.Popen[bytes], expired: threading.Event) -> None:
    expired.set()
    child.kill()


def _exactly(child: subprocess.Popen[bytes], size: int) -> bytes:
    data = child.stdout.read(size) if child.stdout else b""
    if len(data) != size:
        raise EOFError
    return data


def _refusal(told: bytes) -> NoAnswer:
    try:
        reason, detail = (str(part) for part in loads(told))
    except ValueError:
        return NoAnswer("crashed", "the answer is not what was asked for")
    return NoAnswer(reason if reason in _REFUSALS else "crashed", detail[:300])


def _checked(answer: bytes, sha256: str) -> tuple[Document, bytes] | None:
    try:
        document = _DOCUMENT.validate_json(answer)
    except ValidationError:
        return None
    return (document, answer) if document.sha256 == sha256 else None
