"""Can the text be selected, searched and read aloud?"""

from fractions import Fraction
from typing import Literal

from scoring.checks.answers import in_file, in_files, measured, unknown
from scoring.checks.base import Check
from scoring.checks.texts import unread
from scoring.locator import leaf
from scoring.model import Answered, Dossier, Edition, EditionFile

_WEB = (
    "Это веб-страница: её текст выделяется, ищется и читается вслух.",
    "It is a web page: its text can be selected, searched and read aloud.",
)
_TEXT = (
    "Это текстовый файл: его текст выделяется, ищется и читается вслух.",
    "It is a text file: its text can be selected, searched and read aloud.",
)


class TextLayer(Check):
    """The share of pages with a text layer, over all paged files; a web page is text.

    A file we could not open may be all text or all pictures: it counts with its pages (at
    least one) between the bounds and not in the value.
    """

    kind: Literal["text-layer"]

    def measure(self, dossier: Dossier, edition: Edition) -> Answered:
        """Count pages with text; cite every file with its own share."""
        files = [f for f in edition.files if f.role != "data"] or list(edition.files)
        shares = [(file, _share(file)) for file in files]
        known = [(file, share) for file, share in shares if share is not None]
        if not known:
            return unknown(unread(edition) or "empty", in_files(edition))
        paged = [(file, share) for file, share in known if file.document.pages] or known
        pages = sum(_pages(file) for file, _ in paged)
        with_text = sum(_pages(file) * share for file, share in paged)
        hidden = sum(_pages(file) for file, share in shares if share is None)
        return measured(
            float(with_text / pages),
            _said([file for file, _ in paged], float(with_text), pages),
            [in_file(file, _first_page(file)) for file, _ in paged],
            low=float(with_text / (pages + hidden)),
            high=float((with_text + hidden) / (pages + hidden)),
        )


def _share(file: EditionFile) -> Fraction | None:
    """Exact, so that the order of files cannot move the last digit."""
    document = file.document
    if document.media_type.startswith("image/"):
        return Fraction(0)
    if document.unreadable:
        return None
    if document.text_layer_share is None:
        # A sheet of data alone has no pages, but its words are words.
        return Fraction(1) if document.words else None
    return Fraction(document.text_layer_share).limit_denominator(10_000)


def _pages(file: EditionFile) -> int:
    return max(1, file.document.pages)


def _first_page(file: EditionFile) -> str:
    """Where it begins, by its own account: a text may have pages counted and none marked."""
    document = file.document
    places = (leaf(b.locator) for b in document.blocks)
    first = next((place for place in places if place.endswith("=1")), "")
    return first or ("page=1" if document.media_type == "application/pdf" else "")


def _said(files: list[EditionFile], with_text: float, pages: int) -> tuple[str, str]:
    if any(file.document.pages for file in files) or with_text < pages:
        return _words(with_text, pages)
    return _WEB if all("html" in file.document.media_type for file in files) else _TEXT


def _words(with_text: float, pages: int) -> tuple[str, str]:
    some = round(with_text)
    return (
        f"Страниц с текстом, который можно выделить: {some} из {pages}.",
        f"Pages whose text can be selected: {some} of {pages}.",
    )
