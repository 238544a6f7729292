"""The same words in another format: what is true of a region stays true however it is printed."""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from benchmarks.labels.model import File, Labelled, Page, TrueEdition
from benchmarks.labels.vocabulary import Format

OF_THE_FORM = frozenset({"visuals", "structure", "text-layer", "open-data", "findable"})
"""Criteria whose answer a format may change in truth."""

PAGES = "html"
"""What stands for files made pages of the site."""
_ENDINGS = {Format.PDF_OFFICE: "pdf", Format.SCAN: "pdf"}


def reprinted(region: Labelled, form: Format | None) -> Labelled:
    """The region with every file in ``form``, or as a page of its site when that is None.

    Paths, links to them and labels follow; answers to OF_THE_FORM are taken out of the labels.
    CSV is data and stays what it is.
    """
    moved = _addresses(region.files, form)
    pages = tuple(
        page.model_copy(update={"text": _linked(page.text, moved)}) for page in region.pages
    )
    files = tuple(
        file.model_copy(update={"path": moved[file.path], "format": form or file.format})
        for file in region.files
        if file.path in moved
    )
    left = tuple(file for file in region.files if file.path not in moved)
    truth = tuple(
        told.model_copy(update={"files": tuple(moved.get(path, path) for path in told.files)})
        for told in region.truth
    )
    return region.model_copy(
        update={
            "pages": pages if form else (*pages, *map(_page, files)),
            "files": (*files, *left) if form else left,
            "truth": tuple(_about_words(t) if isinstance(t, TrueEdition) else t for t in truth),
        }
    )


def _addresses(files: Iterable[File], form: Format | None) -> dict[str, str]:
    """Where each file goes; two that differed by their ending alone are told apart by a number."""
    moved: dict[str, str] = {}
    for file in files:
        if file.format is not Format.CSV:
            new = _moved(file.path, form)
            taken = new in moved.values()
            moved[file.path] = _moved(file.path, form, f"_{len(moved)}") if taken else new
    return moved


def _moved(path: str, form: Format | None, told_apart: str = "") -> str:
    ending = _ENDINGS.get(form, form) if form else PAGES
    bare, sign, query = path.partition("?")
    suffix = PurePosixPath(bare).suffix
    return f"{bare.removesuffix(suffix)}{told_apart}.{ending}{sign}{query}"


def _linked(text: str, moved: Mapping[str, str]) -> str:
    """All at once: an address that is left by one file may be taken by another."""
    return re.sub(r"\(([^()\s]+)\)", lambda link: f"({moved.get(link[1], link[1])})", text)


def _page(file: File) -> Page:
    lines = (line.lstrip("# ").strip() for line in file.text.splitlines())
    title = next((line for line in lines if line), "Документ")
    return Page(path=file.path, title=title, text=file.text, last_modified=file.last_modified)


def _about_words(edition: TrueEdition) -> TrueEdition:
    kept = {name: value for name, value in edition.criteria.items() if name not in OF_THE_FORM}
    return edition.model_copy(update={"criteria": kept})
