"""Archives made by tests, byte by byte where no tool would: bombs, lies, old names, RAR."""

from __future__ import annotations

import io
import struct
import subprocess
import tarfile
import zipfile
import zlib
from collections.abc import Sequence


def zipped(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP as Python writes it: names in UTF-8, said to be."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, body in files:
            archive.writestr(name, body)
    return held.getvalue()


def taped(*files: tuple[str, bytes]) -> bytes:
    """A TAR."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as tape:
        for name, body in files:
            one = tarfile.TarInfo(name)
            one.size = len(body)
            tape.addfile(one, io.BytesIO(body))
    return held.getvalue()


def packed_7z(*files: tuple[str, bytes]) -> bytes:
    """A 7z, as bsdtar makes one of a tape."""
    made = subprocess.run(
        ["bsdtar", "-c", "-f", "-", "--format=7zip", "@-"],
        input=taped(*files), capture_output=True, check=True, timeout=120,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    return made.stdout


def named(*files: tuple[bytes, bytes], extra: bytes = b"") -> bytes:
    """A ZIP whose names are bytes as given, without the flag for UTF-8, as Explorer writes it."""
    held = b""
    directory = b""
    for name, body in files:
        crc, packed = zlib.crc32(body), body
        fields = struct.pack(
            "<HHHHLLLHH", 0, 0, 0, 0, crc, len(packed), len(body), len(name), len(extra)
        )
        central = struct.pack("<HHLHHHHHLL", 20, 20, 0, 0, 0, 0, 0, 0, 0, 0)
        central = (
            b"PK\x01\x02" + struct.pack("<HH", 20, 20) + fields
            + struct.pack("<HHHLL", 0, 0, 0, 0, len(held))
        )  # fmt: skip
        directory += central + name + extra
        held += b"PK\x03\x04" + struct.pack("<H", 20) + fields + name + extra + packed
    count = len(files)
    end = struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), len(held), 0)
    return held + directory + b"PK\x05\x06" + end


def overlapping(kernel: bytes, count: int) -> bytes:
    """Many names for one packed file: unzips to ``count`` times what is in it."""
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = press.compress(kernel) + press.flush()
    fields = struct.pack("<HHHHLLL", 0, 8, 0, 0, zlib.crc32(kernel), len(packed), len(kernel))
    held = (
        b"PK\x03\x04"
        + struct.pack("<H", 20)
        + fields
        + struct.pack("<HH", 5, 0)
        + b"0.txt"
        + packed
    )
    directory = b""
    for number in range(count):
        name = f"{number}.txt".encode()
        directory += (
            b"PK\x01\x02" + struct.pack("<HH", 20, 20) + fields
            + struct.pack("<HHHHHLL", len(name), 0, 0, 0, 0, 0, 0) + name
        )  # fmt: skip
    end = struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), len(held), 0)
    return held + directory + b"PK\x05\x06" + end


def rar(*files: tuple[str, bytes], encrypted: bool = False) -> bytes:
    """A RAR of version 5, its files stored: free tools unpack RAR and make none."""
    held = b"Rar!\x1a\x07\x01\x00" + _block(1, 0, b"\x00")
    for name, body in files:
        called = name.encode()
        extra = (
            _field(1, _vint(0) + _vint(0) + b"\x0f" + b"\x11" * 16 + b"\x22" * 16)
            if encrypted
            else b""
        )
        told = (
            _vint(4) + _vint(len(body)) + _vint(0o100644) + struct.pack("<L", zlib.crc32(body))
            + _vint(0) + _vint(1) + _vint(len(called)) + called
        )  # fmt: skip
        held += _block(2, 2 | bool(extra), told, extra=extra, data=len(body)) + body
    return held + _block(5, 0, b"\x00")


def rar4(*files: tuple[bytes, bytes]) -> bytes:
    """A RAR of version 4, its files stored, names as bytes in a code page."""
    held = b"Rar!\x1a\x07\x00" + _old(0x73, 0, b"\0" * 6)
    for name, body in files:
        told = struct.pack(
            "<LLBLLBBHL",
            len(body),
            len(body),
            0,
            zlib.crc32(body),
            0x5B8A6000,
            20,
            0x30,
            len(name),
            0x20,
        )
        held += _old(0x74, 0x8000, told + name) + body
    return held + _old(0x7B, 0x4000, b"")


def _old(kind: int, flags: int, told: bytes) -> bytes:
    head = struct.pack("<BHH", kind, flags, 7 + len(told)) + told
    return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head


def _block(kind: int, flags: int, told: bytes, *, extra: bytes = b"", data: int = 0) -> bytes:
    head = _vint(kind) + _vint(flags)
    if extra:
        head += _vint(len(extra))
    if flags & 2:
        head += _vint(data)
    head += told + extra
    sized = _vint(len(head)) + head
    return struct.pack("<L", zlib.crc32(sized)) + sized


def _field(kind: int, told: bytes) -> bytes:
    body = _vint(kind) + told
    return _vint(len(body)) + body


def _vint(number: int) -> bytes:
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def tree(levels: Sequence[str], innermost: tuple[str, bytes]) -> bytes:
    """Archives in one another, the outermost name first."""
    body = zipped(innermost)
    for name in reversed(levels):
        body = zipped((name, body))
    return body
