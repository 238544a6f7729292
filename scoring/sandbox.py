"""Hostile bytes are read in a process of their own, with little time, memory and no network."""

import contextlib
import os
import signal
import struct
import subprocess
import sys
import threading
from dataclasses import asdict, dataclass
from json import dumps

from pydantic import TypeAdapter, ValidationError

from scoring.extract.given import Given
from scoring.model import Document

_FRAME = struct.Struct(">Q")
_DOCUMENT = TypeAdapter(Document)
_START = "import sys, json; a = json.loads(sys.argv[1]); sys.path[:] = a['path']; "
_START += "from scoring.inmate import serve; serve(a)"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: seconds of clock and of CPU, bytes of memory and of answer.

    A process is replaced after ``documents`` of them, whatever it leaks.
    """

    seconds: float = 60.0
    cpu_seconds: int = 45
    memory: int = 1 << 30
    answer: int = 64 << 20
    documents: int = 200


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

        A reader that dies is tried once more in a fresh process: the document before it may
        have left it sick. Then the death itself is the answer.
        """
        given = Given.of(body, url=url, header=media_type)
        for attempt in (1, 2):
            fresh = self._served == 0
            answer, death = self._ask(given)
            if not death:
                document = _checked(answer, given.sha256)
                if document is not None:
                    return document, answer
                death = "crashed: the answer is not a Document of these bytes"
                self.close()
            if self.ended.is_set():
                raise SandboxEndedError
            if death.startswith("too-slow") or fresh or attempt == 2:
                break
        reason, _, detail = death.partition(": ")
        document = given.unreadable(reason, detail)
        return document, _DOCUMENT.dump_json(document)

    def close(self) -> None:
        """End the process, whatever it does."""
        child, self._child, self._served = self._child, None, 0
        if child is not None:
            child.kill()
            for pipe in (child.stdin, child.stdout):
                with contextlib.suppress(OSError):
                    pipe.close() if pipe else None
            child.wait()

    def _ask(self, given: Given) -> tuple[bytes, str]:
        """The answer, or how the process died: ``reason: detail``."""
        if self._served >= self._limits.documents:
            self.close()
        child = self._running()
        if child is None:
            return b"", "crashed: the reading was interrupted"
        self._served += 1
        expired = threading.Event()
        alarm = threading.Timer(self._limits.seconds, _expire, (child, expired))
        alarm.start()
        try:
            answer = self._exchange(child, given)
        except (OSError, EOFError):
            answer = b""
        finally:
            alarm.cancel()
        if answer:
            return answer, ""
        return b"", self._epitaph(child, slow=expired.is_set())

    def _exchange(self, child: subprocess.Popen[bytes], given: Given) -> bytes:
        if child.stdin is None or child.stdout is None:
            raise EOFError
        head = dumps({"url": given.url, "media_type": given.header}).encode()
        child.stdin.write(_FRAME.pack(len(head)) + head + _FRAME.pack(len(given.body)))
        child.stdin.write(given.body)
        child.stdin.flush()
        (size,) = _FRAME.unpack(_exactly(child, _FRAME.size))
        if size > self._limits.answer:
            raise EOFError
        return _exactly(child, size)

    def _running(self) -> subprocess.Popen[bytes] | None:
        with self._starting:
            if not self.ended.is_set():
                self._child = self._child or self._started()
            return self._child

    def _started(self) -> subprocess.Popen[bytes]:
        told = {"path": sys.path, "function": self._function, "limits": asdict(self._limits)}
        return subprocess.Popen(  # noqa: S603  # our own interpreter, our own code
            [sys.executable, "-I", "-c", _START, dumps(told)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )

    def _epitaph(self, child: subprocess.Popen[bytes], *, slow: bool) -> str:
        self.close()
        code = child.returncode
        if slow or code == -signal.SIGXCPU:
            return f"too-slow: more than {self._limits.cpu_seconds} s of work"
        how = signal.Signals(-code).name if code < 0 and -code != signal.SIGKILL else "killed"
        return f"crashed: the reading process died ({how})"


def _expire(child: subprocess.Popen[bytes], expired: threading.Event) -> None:
    expired.set()
    child.kill()


def _exactly(child: subprocess.Popen[bytes], size: int) -> bytes:
    data = child.stdout.read(size) if child.stdout else b""
    if len(data) != size:
        raise EOFError
    return data


def _checked(answer: bytes, sha256: str) -> Document | None:
    """The answer of a process that read hostile bytes is hostile too: data, and checked."""
    try:
        document = _DOCUMENT.validate_json(answer)
    except ValidationError:
        return None
    return document if document.sha256 == sha256 else None
