"""Archives opened in memory: their files with bounds, hostile ones refused each with its reason.

Runs in the sandbox; ``scoring.members`` asks for it and reads every file in its own turn.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from scoring.extract.archives import pressed, tape, zipped
from scoring.extract.archives.packed import BATCH, MOST_FILES, Bounds, Entry, Packed, framed
from scoring.extract.office.refused import Refused

UNPACKERS: Mapping[str, Callable[[bytes, str], Iterator[Entry]]] = MappingProxyType(
    {
        "application/zip": zipped.files,
        "application/gzip": pressed.files,
        "application/x-tar": tape.files,
    }
)
"""Archives that need no program: media type to the files of the bytes, known by an address."""


def unpack(body: bytes, *, media_type: str, url: str, start: int, total: int) -> bytes:
    """Files of an archive from the one numbered ``start`` on, in order of their paths, framed.

    As many as go into one answer (``packed.unframed`` reads it), and ``total`` bytes at most:
    what is over is told as ``too-large``, file by file. Raises Refused when the archive as a
    whole cannot or must not be opened.
    """
    held: dict[str, Entry] = {}
    for number, entry in enumerate(UNPACKERS[media_type](body, url), 1):
        if number > MOST_FILES:
            raise Refused("too-large", f"more than {MOST_FILES} files in the archive")
        # Whoever unpacks everything is left with the last of several files of one name.
        held[entry.path] = entry
    bounds = Bounds(total)
    files: list[Packed] = []
    room = BATCH
    for path in sorted(held)[start:]:
        one = held[path].opened(bounds)
        room -= len(one.body)
        if files and room < 0:
            break
        files.append(one)
    return framed(files, len(held))
