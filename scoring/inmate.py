"""The reading process itself: gives up its rights, then reads one document after another.

An answer is a frame of ``=`` and what was asked for, or ``!`` and JSON of a reason and its detail.
"""

import contextlib
import ctypes
import importlib
import importlib.util
import json
import os
import resource
import signal
import struct
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from scoring import extract
from scoring.document import Document
from scoring.extract.office.refused import Refused
from scoring.landlock import write_only_in
from scoring.written import written

_FRAME = struct.Struct(">Q")
_NEW_USER, _NEW_NET, _NO_NEW_PRIVILEGES = 0x10000000, 0x40000000, 38
_DENIED = (
    *("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.kill"),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"),
    *("os.chmod", "os.chown", "os.utime", "shutil.", "tempfile.", "os.putenv", "os.chflags"),
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FEW_FILES = 24


def serve(told: Mapping[str, Any]) -> None:
    """Read framed documents from standard input until it ends; answer each with framed JSON."""
    limits = told["limits"]
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not be taken for an answer
    _load()
    _give_up_rights(limits["memory"])
    while head := _frame(asked):
        wanted = json.loads(head)
        body = _frame(asked)
        _allow_cpu(limits["cpu_seconds"])
        answer = _answer(_function(wanted["function"]), body, wanted["hints"], limits)
        del body
        answers.write(_FRAME.pack(sum(map(len, answer))))
        answers.writelines(answer)
        answers.flush()
        del answer


def _load() -> None:
    """PDFium's long table of functions; other readers come with their formats.

    All are compiled now: a process that may write nothing would do it anew each time.
    """
    importlib.import_module("scoring.extract.pdf")
    folder = Path(extract.__file__).parent
    if any(map(_is_stale, folder.rglob("*.py"))):
        importlib.import_module("compileall").compile_dir(folder, quiet=2)


def _is_stale(source: Path) -> bool:
    """Was it never compiled, or changed since?"""
    compiled = Path(importlib.util.cache_from_source(str(source)))
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def _function(name: str) -> Callable[..., Document | bytes]:
    module, _, attribute = name.partition(":")
    found: Callable[..., Document | bytes] = getattr(importlib.import_module(module), attribute)
    return found


def _answer(
    function: Callable[..., Document | bytes],
    body: bytes,
    hints: Mapping[str, Any],
    limits: Mapping[str, Any],
) -> tuple[bytes, bytes]:
    try:
        made = function(body, **hints)
        most = limits["bytes" if isinstance(made, bytes) else "answer"]
        answer = made if isinstance(made, bytes) else written(made)
    except MemoryError:
        return _refusal("too-large", f"needs more than {limits['memory'] >> 20} MiB")
    except Refused as refused:
        return _refusal(refused.reason, str(refused))
    except Exception as error:  # whatever a reader does on hostile bytes is a value
        return _refusal("crashed", f"{type(error).__name__}: {error}")
    if len(answer) > most:
        return _refusal("too-large", f"its text is larger than {most >> 20} MiB")
    return b"=", answer


def _refusal(reason: str, detail: str) -> tuple[bytes, bytes]:
    return b"!", json.dumps([reason, detail[:300]]).encode()


def _frame(asked: BinaryIO) -> bytes:
    size = asked.read(_FRAME.size)
    return asked.read(_FRAME.unpack(size)[0]) if len(size) == _FRAME.size else b""


def _give_up_rights(memory: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    _leave_the_network()
    write_only_in("/dev/null")
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


def _refuse(event: str, told: tuple[object, ...]) -> None:
    if event.startswith(_DENIED) or (event == "open" and _to_write(told)):
        raise PermissionError(f"a reader of documents may not do this: {event}")


def _to_write(told: tuple[object, ...]) -> bool:
    flags = told[2] if len(told) > 2 else 0
    return isinstance(flags, int) and bool(flags & _WRITES)


def _allow_cpu(seconds: int) -> None:
    """The limit counts from the process's birth: each document gets its share anew."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
