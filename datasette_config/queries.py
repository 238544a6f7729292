"""The stored queries, as the data page tells of them: what each answers and what it asks for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from datasette_config import written
from datasette_config.told import both
from datasette_config.words import LANGUAGES

_CONFIG = Path(__file__).with_name("datasette.yaml")
_PARAMETER = re.compile(r":([a-z_]+)")


@dataclass(frozen=True, slots=True)
class Query:
    """A query of ours. ``asks`` are the names of the parameters a reader fills in."""

    name: str
    titles: Mapping[str, str]
    about: Mapping[str, str]
    asks: Sequence[str]


@cache
def queries() -> Sequence[Query]:
    """All of them, in the order of datasette.yaml."""
    told = written.read(_CONFIG)["databases"]["budget"]["queries"]
    return [
        Query(
            name,
            dict(zip(LANGUAGES, query["title"].split(" — "), strict=True)),
            both(query["description"]),
            tuple(dict.fromkeys(_PARAMETER.findall(query["sql"]))),
        )
        for name, query in told.items()
    ]
