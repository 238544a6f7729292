"""Rows of what was read: the text that evidence comes from, and the people a budget is for."""

from collections.abc import Iterator

from scoring.release import Release
from scoring.tables.cells import Row


def passages(release: Release) -> Iterator[Row]:
    """One row a stretch of a document's text."""
    for stretch in release.stretches:
        yield {
            "sha256": stretch.sha256,
            "number": stretch.number,
            "locator": stretch.locator,
            "text": stretch.text,
        }


def residents(release: Release) -> Iterator[Row]:
    """One row an edition that states how many residents its region has."""
    for stated in release.residents.values():
        yield {
            "edition": stated.edition,
            "year": stated.year,
            "value": stated.value,
            "quote": stated.quote,
            "sha256": stated.sha256,
            "locator": stated.locator,
        }
