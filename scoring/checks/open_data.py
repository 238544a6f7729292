"""Are the edition's figures also offered as a machine-readable file?"""

import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urljoin

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.base import Check
from scoring.editions.linked import address
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence

_DATA = re.compile(
    r"spreadsheet|ms-excel|text/csv|application/json|application/xml|text/xml|tab-separated"
)
_ENDING = re.compile(r"\.(?:xlsx|xlsm|xlsb|xls|ods|csv|json|xml)(?:$|[?#])", re.IGNORECASE)


class OpenData(Check):
    """1 when a file of the edition, or one its own pages link to, is data; else 0."""

    kind: Literal["open-data"]

    def measure(self, dossier: Dossier, edition: Edition) -> Answered:
        """Point at the file."""
        proof = [in_file(file) for file in edition.files if _is_data(file)]
        proof = proof or [e for file in edition.files for e in _linked(dossier, file)]
        if proof:
            return measured(1.0, ("Файл с данными есть.", "There is a data file."), proof)
        none = (
            "Данных для машинной обработки (xlsx, ods, csv, json, xml) рядом с изданием нет.",
            "No machine-readable data (xlsx, ods, csv, json, xml) comes with the edition.",
        )
        return measured(0.0, none, in_files(edition))


def _is_data(file: EditionFile) -> bool:
    named = _ENDING.search(file.member or file.capture.final_url)
    return file.role == "data" or bool(_DATA.search(file.document.media_type) or named)


def _linked(dossier: Dossier, file: EditionFile) -> Iterator[Evidence]:
    """Links of the edition's own pages to data that was captured and could be read."""
    held = {
        address(url) for c in dossier.captures if c.outcome.readable for url in (c.url, c.final_url)
    }
    for link in file.document.links:
        if not _ENDING.search(link.href):
            continue
        try:
            target = address(urljoin(file.capture.final_url, link.href))
        except ValueError:
            continue
        if target in held:
            yield in_file(file, link.locator, link.text or link.href)
