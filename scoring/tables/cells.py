"""How a value becomes a cell. Numbers are rounded here and nowhere else."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from scoring.model import Evidence

Cell = str | int | float | None
Row = dict[str, Cell]


def share(value: float) -> float:
    """A number 0..1, to four decimals. Minus zero would make two equal files differ."""
    return round(value, 4) + 0.0


def points(value: float) -> float:
    """A score 0..100 or a sum in roubles, to two decimals."""
    return round(value, 2) + 0.0


def seconds(value: float | None) -> float | None:
    """A time between two requests, to a millisecond."""
    return None if value is None else round(value, 3) + 0.0


def day(value: date | None) -> str | None:
    """A date as YYYY-MM-DD."""
    return value.isoformat() if value else None


def listing(values: Iterable[object]) -> str:
    """Several values in one cell, as JSON that a person can read too."""
    return json.dumps(list(values), ensure_ascii=False)


def pointer(evidence: Evidence) -> Row:
    """The columns every table of evidence shares."""
    return {
        "capture": evidence.capture,
        "sha256": evidence.sha256,
        "url": evidence.url,
        "locator": evidence.locator,
        "quote": evidence.quote,
    }


def numbered(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with their place in the order they came, from 0."""
    for position, row in enumerate(rows):
        yield {**row, "position": position}
