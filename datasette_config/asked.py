"""What a reader asked for: which rating, which page, in which language, with which choices."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from datasette_config.rating import Rating
from datasette_config.reading import Database

_ENGLISH = re.compile(r"/en(?=/|$)")


class Choices(Protocol):
    """The query of an address: the first value of a name, and all of them."""

    def get(self, name: str, default: str = "") -> str:
        """The first value, the default when the name is not there."""
        ...

    def getlist(self, name: str) -> list[str]:
        """Every value of the name."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the publication. ``place`` are the named parts of the address.

    ``archived``: can copies be served from the archive of bytes?
    """

    db: Database
    rating: Rating
    lang: str
    choices: Choices
    place: Mapping[str, str] = field(default_factory=dict)
    archived: bool = False


def language(path: str) -> str:
    """The language an address speaks: English under ``/en``, Russian elsewhere."""
    return "en" if _ENGLISH.match(path) else "ru"


def bare(path: str) -> str:
    """The address without its language and without a slash too many."""
    return _ENGLISH.sub("", path).rstrip("/") or "/"
