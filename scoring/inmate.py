"""The reading process itself: gives up its rights, then reads one document after another."""

import contextlib
import ctypes
import importlib
import json
import os
import resource
import signal
import struct
import sys
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from pydantic import TypeAdapter

from scoring.extract.given import Given
from scoring.model import Document

_FRAME = struct.Struct(">Q")
_DOCUMENT = TypeAdapter(Document)
_NEW_USER, _NEW_NET, _NO_NEW_PRIVILEGES = 0x10000000, 0x40000000, 38
_DENIED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.kill")
_FEW_FILES = 24


def serve(told: Mapping[str, Any]) -> None:
    """Read framed documents from standard input until it ends; answer each with framed JSON."""
    read, limits = _function(told["function"]), told["limits"]
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not be taken for an answer
    _give_up_rights(limits["memory"])
    while head := _frame(asked):
        hints = json.loads(head)
        body = _frame(asked)
        _allow_cpu(limits["cpu_seconds"])
        answer = _answer(read, body, hints, limits)
        del body
        answers.write(_FRAME.pack(len(answer)) + answer)
        answers.flush()


def _function(name: str) -> Callable[..., Document]:
    module, _, attribute = name.partition(":")
    found: Callable[..., Document] = getattr(importlib.import_module(module), attribute)
    return found


def _answer(
    read: Callable[..., Document], body: bytes, hints: Mapping[str, str], limits: Mapping[str, Any]
) -> bytes:
    given = Given.of(body, url=hints["url"], header=hints["media_type"])
    try:
        answer = _DOCUMENT.dump_json(read(body, **hints))
    except MemoryError:
        document = given.unreadable("too-large", f"needs more than {limits['memory'] >> 20} MiB")
        return _DOCUMENT.dump_json(document)
    except Exception as error:  # whatever a reader does on hostile bytes is a value
        detail = f"{type(error).__name__}: {error}"
        return _DOCUMENT.dump_json(given.unreadable("crashed", detail))
    if len(answer) > limits["answer"]:
        detail = f"its text is larger than {limits['answer'] >> 20} MiB"
        return _DOCUMENT.dump_json(given.unreadable("too-large", detail))
    return answer


def _frame(asked: BinaryIO) -> bytes:
    size = asked.read(_FRAME.size)
    return asked.read(_FRAME.unpack(size)[0]) if len(size) == _FRAME.size else b""


def _give_up_rights(memory: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    _leave_the_network()
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _FEW_FILES),
    ):
        # A limit the parent already lives under cannot be raised, and need not be.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
    sys.addaudithook(_refuse)


def _leave_the_network() -> None:
    """An empty network namespace where the kernel lets us; the audit hook stands anyway."""
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        if libc.unshare(_NEW_NET) != 0:
            libc.unshare(_NEW_USER | _NEW_NET)


def _refuse(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(_DENIED):
        raise PermissionError(f"a reader of documents may not do this: {event}")


def _allow_cpu(seconds: int) -> None:
    """The limit counts from the process's birth: each document gets its share anew."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
