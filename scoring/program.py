"""Runs a program of the system on hostile bytes: caged, bounded, killed with all it started."""

import contextlib
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from fnmatch import fnmatch
from pathlib import Path

_START = "import sys, json; told = json.loads(sys.argv[1]); sys.path[:] = told['path']; "
_START += "from scoring.cage import enter; enter(told)"
_TOLD = 4096
"""Bytes of what a program says on its standard error that are kept."""


@dataclass(frozen=True, slots=True)
class Cage:
    """What one run may cost. ``seconds`` are of the clock; sizes are in bytes.

    CPU seconds and memory (address space) are of each process. ``answer`` bounds the standard
    output and, together, the files that are brought back; ``files`` bounds their number. Where
    the kernel lets us forbid it, the program writes nowhere but in its folder and in ``writes``.
    """

    seconds: float = 60.0
    cpu_seconds: int = 45
    memory: int = 4 << 30
    file_size: int = 256 << 20
    open_files: int = 256
    answer: int = 64 << 20
    files: int = 1000
    writes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended: ``reason`` is "" or a code of ``Document.unreadable``, with its detail.

    Codes: ``missing-program``, ``too-slow``, ``too-large``, ``crashed`` (another exit code than
    0), ``stopped`` (the caller's ``stop`` was set: nothing is known). ``said`` is the standard
    output, ``made`` the files brought back, by their path in the working folder.
    """

    reason: str = ""
    detail: str = ""
    said: bytes = field(default=b"", repr=False)
    made: Mapping[str, bytes] = field(default_factory=dict, repr=False)


def found(name: str) -> str:
    """Where a program stands, "" when it is not installed."""
    return shutil.which(name) or ""


def run(
    argv: Sequence[str],
    *,
    given: Mapping[str, bytes],
    stdin: bytes = b"",
    bring: str = "",
    environment: Mapping[str, str] | None = None,
    cage: Cage | None = None,
    stop: threading.Event | None = None,
) -> Ran:
    """Run ``argv`` in a fresh folder that holds the files ``given``; never raises for what it does.

    ``{folder}`` in an argument becomes that folder, which is also its HOME and TMPDIR; of our
    environment it sees nothing. Files whose path matches ``bring`` (a pattern as of
    ``fnmatch``) come back. The program has no network where the kernel lets us cut it off.
    """
    program = found(argv[0])
    if not program:
        return Ran("missing-program", f"the program {argv[0]} is not installed")
    cage, stop = cage or Cage(), stop or threading.Event()
    with tempfile.TemporaryDirectory(prefix="budgetwatch-", ignore_cleanup_errors=True) as held:
        work = Path(held, "work")
        work.mkdir()
        Path(held, "in").write_bytes(stdin)
        for name, body in given.items():
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            (work / name).write_bytes(body)
        told = {
            "argv": [program, *(part.replace("{folder}", str(work)) for part in argv[1:])],
            "environment": _environment(work, environment or {}),
            "limits": asdict(cage),
            "path": sys.path,
        }
        trouble = _ended(told, Path(held), work, cage, stop)
        return trouble or _brought(Path(held), work, bring, set(given), cage)


def _environment(work: Path, more: Mapping[str, str]) -> dict[str, str]:
    here = str(work)
    return {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "HOME": here, "TMPDIR": here, **more}


def _ended(
    told: Mapping[str, object], held: Path, work: Path, cage: Cage, stop: threading.Event
) -> Ran | None:
    """Wait for the program; None when it ended well. Whatever happens, all of it is killed."""
    with (
        (held / "in").open("rb") as asked,
        (held / "out").open("wb") as out,
        (held / "err").open("wb") as err,
    ):
        child = subprocess.Popen(  # noqa: S603  # our own interpreter, our own code
            [sys.executable, "-I", "-c", _START, json.dumps(told)],
            stdin=asked,
            stdout=out,
            stderr=err,
            cwd=work,
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )
        try:
            reason = _waited(child, cage.seconds, stop)
        finally:
            _kill(child)
    if reason == "too-slow":
        return Ran(reason, f"{_name(told)}: more than {cage.seconds:g} s")
    if reason:
        return Ran(reason)
    return None if child.returncode == 0 else _died(child.returncode, held, told, cage)


def _waited(child: subprocess.Popen[bytes], seconds: float, stop: threading.Event) -> str:
    until = time.monotonic() + seconds
    while child.poll() is None:
        if stop.wait(0.02):
            return "stopped"
        if time.monotonic() > until:
            return "too-slow"
    return ""


def _kill(child: subprocess.Popen[bytes]) -> None:
    """The whole group: what outlives its leader as well."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _died(code: int, held: Path, told: Mapping[str, object], cage: Cage) -> Ran:
    number = code - 128 if code > 128 else -code
    if number == signal.SIGXCPU:
        return Ran("too-slow", f"{_name(told)}: more than {cage.cpu_seconds} s of work")
    if number == signal.SIGXFSZ:
        return Ran("too-large", f"{_name(told)}: writes more than {cage.file_size >> 20} MiB")
    if number == signal.SIGKILL:
        return Ran("crashed", f"{_name(told)} was killed")
    with (held / "err").open("rb") as err:
        said = " ".join(err.read(_TOLD).decode("utf-8", errors="replace").split())
    said = said.replace(str(held), "")
    return Ran("crashed", f"{_name(told)} ended with code {code}: {said}"[:300])


def _name(told: Mapping[str, object]) -> str:
    argv = told["argv"]
    return Path(str(argv[0])).name if isinstance(argv, list) else ""


def _brought(held: Path, work: Path, bring: str, own: set[str], cage: Cage) -> Ran:
    said = _bytes_of(held / "out", cage.answer)
    if said is None:
        return Ran("too-large", f"it says more than {cage.answer >> 20} MiB")
    made: dict[str, bytes] = {}
    left = cage.answer
    for path in _files(work) if bring else ():
        name = path.relative_to(work).as_posix()
        if name in own or not fnmatch(name, bring):
            continue
        body = _bytes_of(path, left)
        if body is None or len(made) >= cage.files:
            most = f"{cage.answer >> 20} MiB or {cage.files} files"
            return Ran("too-large", f"it makes more than {most}")
        made[name] = body
        left -= len(body)
    return Ran(said=said, made=made)


def _files(work: Path) -> Iterator[Path]:
    """Plain files only, by name: a link the program left may lead anywhere."""
    for folder, folders, names in os.walk(work, followlinks=False):
        folders.sort()
        for name in sorted(names):
            path = Path(folder, name)
            if stat.S_ISREG(path.lstat().st_mode):
                yield path


def _bytes_of(path: Path, most: int) -> bytes | None:
    """What a file holds, None when it is more than ``most``."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
        body = file.read(most + 1)
    return body if len(body) <= most else None
