"""Are the pages of the edition nothing but pictures?"""

from scoring.checks.answers import in_file
from scoring.model import Dossier, EditionFile, Stage
from scoring.sign import Told
from scoring.signals.said import edition_or_told, met, unknown, unmet

_ALL = (
    "Страницы издания — картинки: текст нельзя ни выделить, ни найти, ни услышать.",
    "The pages are pictures: their text can be neither selected, found nor read aloud.",
)
_SOME = "В издании есть текст.", "The edition has text."
_CLOSED = "Файл издания не прочитан.", "A file of the edition could not be read."


def image_only(dossier: Dossier, stage: Stage) -> Told:
    """Met when no page of any file has a text layer; a file with text or data undoes it."""
    edition = edition_or_told(dossier, stage)
    if isinstance(edition, Told):
        return edition
    pictured = [file for file in edition.files if _pictures(file)]
    if len(pictured) == len(edition.files):
        return met(_ALL, map(in_file, pictured))
    if all(file.document.unreadable or file in pictured for file in edition.files):
        return unknown(_CLOSED, map(in_file, edition.files))
    return unmet(_SOME, map(in_file, edition.files))


def _pictures(file: EditionFile) -> bool:
    """Pages that can be seen and hold no text; a blank page is no picture of one."""
    document = file.document
    if document.media_type.startswith("image/"):
        return True
    shown = bool(document.pictures or document.scans)
    return shown and document.text_layer_share == 0 and not document.typed.words
