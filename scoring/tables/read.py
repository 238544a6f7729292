"""Rows of what was read: the text that evidence comes from."""

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
