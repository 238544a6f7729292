"""The archive of bytes, when the site was started with one: what the door hands in."""

from typing import Protocol
from weakref import WeakKeyDictionary

from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types


class Copies(Protocol):
    """Copies of what was crawled. Called from threads, one call at a time."""

    def body(self, sha256: str) -> bytes:
        """The bytes with this checksum; LookupError when they are not there."""
        ...

    def picture(self, sha256: str, page: int) -> bytes:
        """A page of a PDF, from 1, as PNG; LookupError with a reason when it cannot be drawn."""
        ...


_HANDED: WeakKeyDictionary[Datasette, Copies] = WeakKeyDictionary()


def hand(datasette: Datasette, copies: Copies) -> None:
    """Let this site serve copies."""
    _HANDED[datasette] = copies


def copies_of(datasette: Datasette) -> Copies | None:
    """The copies a site may serve; None when it was started without an archive."""
    return _HANDED.get(datasette)
