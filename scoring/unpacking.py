"""RAR and 7z: opened by programs of the system in a cage, handed on as one tape (TAR).

bsdtar copies an archive onto a tape on its standard output: no file of it is ever made on the
disk, and one bound holds for all. What it cannot open (Debian's 7z has no RAR decoder, bsdtar not
every method) unar may: it gives file by file, each on its standard output.
"""

import io
import json
import re
import tarfile
import threading
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from scoring.extract.archives.tape import REASON
from scoring.program import Cage, Ran, run

INSTALL = "libarchive-tools unar"
LARGEST = 256 << 20
"""Bytes of a whole archive, unpacked."""
MOST_BY_ONE = 200
"""Files that are asked of unar: each is a run of its own."""
MOST_LISTING = 8 << 20
_CAGE = Cage(seconds=90, cpu_seconds=60, memory=2 << 30, file_size=LARGEST, answer=LARGEST)
_SECRET = re.compile(r"encrypt|passphrase|password|crypto", re.IGNORECASE)
_FULL = re.compile(r"write error|file too large", re.IGNORECASE)
_NAME = "archive"
_RAR = b"Rar!\x1a\x07"


def to_tape(body: bytes, stop: threading.Event) -> Ran:
    """The archive as a TAR on ``said``; ``reason`` when no program could open it."""
    if body.startswith(_RAR) and any(map(_locked, _entries(_listed(body, stop).said))):
        # bsdtar of 2022 hands on what a password keeps as it stands, and calls it well done.
        return _one_by_one(body, stop)
    first = run(
        ["bsdtar", "-c", "-f", "-", "--format=pax", "@{folder}/" + _NAME],
        given={_NAME: body},
        cage=_CAGE,
        stop=stop,
    )
    if first.reason == "crashed" and _FULL.search(first.detail):
        return Ran("too-large", f"more than {LARGEST >> 20} MiB unpacked")
    if first.reason in ("", "stopped", "too-large", "too-slow"):
        return first
    second = _one_by_one(body, stop)
    return second if second.reason in ("", "stopped") else _plainer(first, second)


PROGRAMS: Mapping[str, Callable[[bytes, threading.Event], Ran]] = MappingProxyType(
    {"application/vnd.rar": to_tape, "application/x-7z-compressed": to_tape}
)
"""Archives only programs open."""


def _one_by_one(body: bytes, stop: threading.Event) -> Ran:
    listed = _listed(body, stop)
    entries = _entries(listed.said)
    if listed.reason or not entries:
        return listed if listed.reason else Ran("torn", "lsar finds no files in it")
    if len(entries) > MOST_BY_ONE:
        return Ran("too-large", f"{len(entries)} files, read up to {MOST_BY_ONE}")
    held = io.BytesIO()
    left, reasons = LARGEST, set[str]()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.PAX_FORMAT) as tape:
        for entry in entries:
            cage = Cage(seconds=60, cpu_seconds=45, memory=2 << 30, file_size=left, answer=left)
            ran = _one(body, entry["XADIndex"], cage, stop)
            if ran.reason in ("stopped", "too-slow", "too-large"):
                return ran
            one = tarfile.TarInfo(str(entry["XADFileName"]))
            one.size = len(ran.said)
            if ran.reason:
                one.pax_headers = {REASON: "encrypted" if _locked(entry) else "torn"}
                reasons.add(one.pax_headers[REASON])
            tape.addfile(one, io.BytesIO(ran.said))
            left -= one.size
    if left == LARGEST and reasons:
        return Ran(min(reasons), "unar opens no file in it")
    return Ran(said=held.getvalue())


def _listed(body: bytes, stop: threading.Event) -> Ran:
    return run(
        ["lsar", "-ja", "-nr", "{folder}/" + _NAME],
        given={_NAME: body},
        cage=Cage(seconds=60, cpu_seconds=30, memory=2 << 30, answer=MOST_LISTING),
        stop=stop,
    )


def _locked(entry: Mapping[str, Any]) -> bool:
    return bool(entry.get("XADIsEncrypted"))


def _one(body: bytes, index: int, cage: Cage, stop: threading.Event) -> Ran:
    return run(
        ["unar", "-o", "-", "-q", "-nr", "-i", "{folder}/" + _NAME, str(index)],
        given={_NAME: body},
        cage=cage,
        stop=stop,
    )


def _entries(said: bytes) -> list[dict[str, Any]]:
    """Entries of a listing that are files."""
    try:
        told = json.loads(said)["lsarContents"]
        return [
            entry
            for entry in told
            if isinstance(entry["XADIndex"], int)
            and entry["XADFileName"]
            and not any(entry.get(f"XADIs{w}") for w in ("Directory", "Link"))
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []


def _plainer(first: Ran, second: Ran) -> Ran:
    """Why it could not be opened: the program that was there, the reason that says most."""
    if _SECRET.search(first.detail + second.detail):
        return Ran("encrypted", "protected by a password")
    if first.reason == "missing-program":
        return first if second.reason == "missing-program" else Ran("torn", second.detail)
    return Ran("torn", first.detail)
