"""TAR, read in memory: also what bsdtar makes of archives only programs can open."""

import io
import tarfile
from collections.abc import Iterator
from functools import partial

from scoring.extract.archives.naming import guessed
from scoring.extract.archives.packed import Entry, litter, safe
from scoring.extract.office.refused import Refused

REASON = "BUDGETWATCH.reason"
"""A record of PAX: who made the tape could not unpack the file, and why."""
_FAULTS = (tarfile.TarError, OSError, ValueError, EOFError, OverflowError, IndexError)


def files(body: bytes, url: str) -> Iterator[Entry]:
    """Every file on the tape; links and devices are refused, folders passed over."""
    try:
        archive = tarfile.open(fileobj=io.BytesIO(body), mode="r:")  # noqa: SIM115  # its files are read later
    except _FAULTS as error:
        raise Refused("torn", f"tar: {error}") from None
    while (one := _next(archive)) is not None:
        path, fault = safe(_name(one.name))
        if one.isdir() or litter(path):
            continue
        if fault:
            yield Entry(path, reason="unsafe-path", detail=fault)
        elif reason := one.pax_headers.get(REASON):
            yield Entry(path, reason=reason)
        elif not one.isreg():
            yield Entry(path, reason="not-a-file", detail="a link or a device")
        else:
            yield Entry(path, partial(_read, archive, one))


def _name(name: str) -> str:
    """RAR of before 2013 and tapes of Windows hold names in a code page, not in UTF-8."""
    return name if name.isprintable() else guessed(name.encode("utf-8", "surrogateescape"))


def _next(archive: tarfile.TarFile) -> tarfile.TarInfo | None:
    """The next file; a tape torn in the middle ends there."""
    try:
        return archive.next()
    except _FAULTS:
        return None


def _read(archive: tarfile.TarFile, one: tarfile.TarInfo, most: int) -> bytes:
    try:
        part = archive.extractfile(one)
        if part is None:
            raise Refused("not-a-file", "nothing in it")
        with part:
            return part.read(most)
    except _FAULTS as error:
        raise Refused("torn", f"tar: {error}") from None
