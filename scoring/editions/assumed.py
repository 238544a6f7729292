"""A stage for an edition that names none."""

import re
from dataclasses import replace

from scoring.editions.placing import ruled_out
from scoring.editions.reading import Reading
from scoring.language.ru.folded import folded
from scoring.model import Document, Stage

_BROUGHT_IN = re.compile(
    r"(?:бюджет|законопроект)\w*\s+(?:[а-я]+\s+){0,4}внесен\b|внесен\w* (?:в|на рассмотрение) "
)
_ASSUMED = {
    Stage.DRAFT: "стадия не названа, принята за проект / stage not named, taken for the draft",
    Stage.ADOPTED: "стадия не названа, принята за закон / stage not named, taken for the law",
    Stage.EXECUTED: "стадия не названа, принята за отчёт / stage not named, taken for the report",
}


def with_assumed_stage(reading: Reading) -> Reading:
    """A stage for an edition that names none, from the day it was made; ``why`` says so.

    A budget law is voted in the last month before its year: what was made earlier explains a bill,
    what was made after the year explains its outcome, and all else the law.
    """
    year, made = reading.year or 0, _made(reading.clues.document)
    planned = Stage.EXECUTED in ruled_out(reading.clues, reading.year)
    if made and made >= f"{year + 1}-02-01" and not planned:
        stage = Stage.EXECUTED
    elif (made and made < f"{year - 1}-12-01") or _BROUGHT_IN.search(folded(reading.clues.body)):
        stage = Stage.DRAFT
    else:
        stage = Stage.ADOPTED
    told = f"{reading.why.quote} [{_ASSUMED[stage]}{f': {made}' if made else ''}]"
    return replace(reading, stage=stage, why=replace(reading.why, quote=told))


def _made(document: Document) -> str:
    """The day a file was made: a PDF by its export, an office file by its last change.

    An office file is begun by copying last year's, and keeps its day of creation.
    """
    exported = document.media_type == "application/pdf"
    return (document.created if exported else document.modified or document.created)[:10]
