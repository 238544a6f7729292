"""How many charts, infographics or pictures does the edition show for its length?"""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured, unknown
from scoring.checks.base import Check
from scoring.checks.texts import has_text, unread
from scoring.locator import leaf
from scoring.model import Answered, Dossier, Edition, EditionFile


@dataclass(frozen=True, slots=True)
class _Length:
    """Pictures and pages of a file; ``hidden`` pages are pictures of pages."""

    pictures: int
    pages: float
    hidden: float = 0.0


class Visuals(Check):
    """1 at ``full`` pictures per page and more, linear from 0; all files of the edition together.

    A file without pages counts a page for each ``words_per_page`` words, and the edition counts
    one page at least. Tables of data are left out when there is something else. A page that is a
    picture of a page may show charts or none, which we do not see: it widens the bounds.
    """

    kind: Literal["visuals"]
    full: float = Field(default=0.5, gt=0, le=10)
    words_per_page: int = Field(default=300, ge=50, le=2000)

    def measure(self, dossier: Dossier, edition: Edition) -> Answered:
        """Count pictures and pages; cite the files with pictures, all files when none has."""
        files = [f for f in edition.files if f.role != "data"] or list(edition.files)
        lengths = [(file, self._length(file)) for file in files]
        pictures = sum(length.pictures for _, length in lengths)
        pages = sum(length.pages for _, length in lengths)
        hidden = sum(length.hidden for _, length in lengths)
        if not any(has_text(file) for file in files):
            return unknown(unread(edition) or "empty", in_files(edition))
        value = self._value(pictures, pages)
        shown = [in_file(file) for file, length in lengths if length.pictures]
        return measured(
            value,
            _words(pictures, pages),
            shown or [in_file(file) for file in files],
            low=min(value, self._value(pictures, pages + hidden)),
            high=max(value, self._value(pictures + hidden, pages + hidden)),
        )

    def _value(self, pictures: float, pages: float) -> float:
        return min(1.0, pictures / max(1.0, pages) / self.full)

    def _length(self, file: EditionFile) -> _Length:
        document = file.document
        if document.unreadable:
            return _Length(0, 0.0, float(max(1, document.pages)))
        if not any(leaf(block.locator) for block in document.blocks) and document.words:
            # What a text file says of its pages is a hint of the program that wrote it last.
            return _Length(
                document.pictures, max(document.pages, document.words / self.words_per_page)
            )
        share = 1.0 if document.text_layer_share is None else document.text_layer_share
        seen = document.pages * share
        return _Length(document.pictures if seen else 0, seen, document.pages - seen)


def _words(pictures: int, pages: float) -> tuple[str, str]:
    count = max(1, round(pages))
    return (
        f"Картинок и диаграмм: {pictures}, страниц: {count}.",
        f"Pictures and charts: {pictures}, pages: {count}.",
    )
