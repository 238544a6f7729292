"""ZIP, read in memory: names of Russian Windows, bombs, passwords and lies of the directory."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from scoring.extract.archives.naming import names_of
from scoring.extract.archives.packed import Entry, litter, safe
from scoring.extract.office.refused import Refused

_HEADER = 30
"""Bytes of a file's own header at least, before its name and its packed bytes."""
_UNIX = 3
_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, IndexError, OverflowError),
    *(AttributeError, LookupError, SystemError),
)


def files(body: bytes, url: str) -> Iterator[Entry]:
    """Every file of the archive; folders and litter are passed over."""
    try:
        # Names without the flag for UTF-8 come as cp437, of which every byte is a letter.
        archive = zipfile.ZipFile(io.BytesIO(body))
        held = [one for one in archive.infolist() if not one.is_dir()]
    except _FAULTS as error:
        raise Refused("torn", f"zip: {error}") from None
    _refuse_overlaps(held)
    for one, name in zip(held, names_of(held), strict=True):
        path, fault = safe(name)
        if fault:
            yield Entry(path, reason="unsafe-path", detail=fault)
        elif not litter(path):
            yield _entry(archive, one, path)


def _entry(archive: zipfile.ZipFile, one: zipfile.ZipInfo, path: str) -> Entry:
    mode = one.external_attr >> 16
    if one.create_system == _UNIX and stat.S_IFMT(mode) and not stat.S_ISREG(mode):
        return Entry(path, reason="not-a-file", detail="a link or a device")
    if one.flag_bits & 1:
        return Entry(path, reason="encrypted", detail="protected by a password")
    return Entry(path, partial(_read, archive, one), one.compress_size)


def _read(archive: zipfile.ZipFile, one: zipfile.ZipInfo, most: int) -> bytes:
    try:
        with archive.open(one) as part:
            return part.read(most)
    except NotImplementedError as error:
        raise Refused("unsupported-format", f"zip: {error}") from None
    except RuntimeError as error:
        raise Refused("encrypted", f"zip: {error}") from None
    except _FAULTS as error:
        raise Refused("torn", f"zip: {error}") from None


def _refuse_overlaps(held: Sequence[zipfile.ZipInfo]) -> None:
    """Files that share their packed bytes are how a small zip unpacks to petabytes."""
    for one, following in pairwise(sorted(held, key=lambda info: info.header_offset)):
        if one.header_offset + _HEADER + one.compress_size > following.header_offset:
            raise Refused("too-large", "files of the zip overlap: it unpacks to more than it holds")
