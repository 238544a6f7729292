"""Which files of an edition could be read, and what hides in those that could not."""

from abc import abstractmethod
from dataclasses import replace
from typing import ClassVar

from scoring.checks.answers import in_files, unknown
from scoring.checks.base import Check
from scoring.model import Answered, Dossier, Edition, EditionFile

# A brochure has a few pages that are one photograph; above this share, text is hidden in pictures.
_FEW = 0.2


class TextCheck(Check):
    """A check of what the text says. More text can only raise its value.

    So what could not be read leaves the value open upwards: a part that was found is a lower
    bound, and nothing found in half an edition is unknown, not zero.
    """

    laid_out: ClassVar[bool] = False
    """Asks of tables and headings, which words recognised in a picture have lost."""

    def measure(self, dossier: Dossier, edition: Edition) -> Answered:
        """The answer of the readable files, opened upwards by the others."""
        files = readable(edition)
        hidden = unread(edition) or (_flattened(files) if self.laid_out else "")
        if not files:
            return unknown(hidden or "empty", in_files(edition))
        answer = self.look(dossier, edition, files)
        if not hidden or answer.value is None:
            return answer
        if answer.value == 0:
            return unknown(hidden, in_files(edition))
        return replace(answer, high=1.0)

    @abstractmethod
    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """The answer of ``files``, which have text, at least one of them."""


def readable(edition: Edition) -> tuple[EditionFile, ...]:
    """The files with text, typed or clearly recognised in pictures, in the edition's order."""
    return tuple(file for file in edition.files if has_text(file) or _recognised(file))


def worded(edition: Edition) -> tuple[EditionFile, ...]:
    """The files with words, recognised in pictures or typed, in the edition's order."""
    return tuple(
        file
        for file in edition.files
        if has_text(file) or any(block.ocr for block in file.document.blocks)
    )


def has_text(file: EditionFile) -> bool:
    """Could any of the file be read?"""
    document = file.document
    return not document.unreadable and document.text_layer_share != 0 and document.worded


def _flattened(files: tuple[EditionFile, ...]) -> str:
    return "no-text-layer" if any(map(_recognised, files)) else ""


def _recognised(file: EditionFile) -> bool:
    """Are there pages of it nobody could read but in a picture? A chart among text is none."""
    document = file.document
    return bool(document.scans) and any(block.ocr and block.clear for block in document.blocks)


def unread(edition: Edition) -> str:
    """Why a part of the edition is hidden from us, "" when none is.

    A table of data beside a brochure hides nothing a citizen would read there.
    """
    told = any(has_text(file) and file.role != "data" for file in edition.files)
    reasons = (_why(file) for file in edition.files if not (told and file.role == "data"))
    return next((reason for reason in reasons if reason), "")


def _why(file: EditionFile) -> str:
    document = file.document
    if document.unreadable:
        return document.unreadable
    if document.hidden_share > _FEW:
        return "no-text-layer"
    return "" if document.worded else "empty"
