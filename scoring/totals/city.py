"""Cities that are regions: what is a town's budget elsewhere is the region's own there."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from scoring.language.ru.folded import any_of, folded
from scoring.model import Document, Table
from scoring.totals.figures import Figure

# Of "городов федерального значения" any region may speak.
_FEDERAL = re.compile(r"\bгород(?:а|у|е|ом)? федерального значения")
_OF_CITY = re.compile(r"\bгородск\w+ (?:бюджет|казн)|\b(?:бюджет|казн)\w{0,2} города\b")
_OF_REGION = any_of(
    r"\b(?:областн|краев|республиканск|окружн)\w+ (?:бюджет|казн)",
    r"\b(?:бюджет|казн)\w{0,2} (?:области|края|республики|округа)\b",
)
_OF_ANY = re.compile(r"\bрегиональн\w+ (?:бюджет|казн)|\b(?:бюджет|казн)\w{0,2} региона\b")
_FEWEST = 2
# Words as long as those they stand for: what is read in one text stands there in the other.
_WORDS = {"городск": "областн", "город": "округ", "мэрия": "казна", "мэрии": "казны"}
_BACK = {told: own for own, told in _WORDS.items()}
_NAMED = re.compile(r"\b(?:городск|город(?=(?:а|у|е|ом)?\b)|мэрия\b|мэрии\b)", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:областн|округ(?=(?:а|у|е|ом)?\b)|казна\b|казны\b)", re.IGNORECASE)
_PARTS = re.compile(r"( … | \| |\n)")


@lru_cache(maxsize=64)
def as_region(document: Document) -> Document:
    """The document of a city with its words for a region's: "областной бюджет", "округ получит".

    A paper is a city's when it never speaks of an oblast's, krai's or republic's budget, and says
    that it is of a federal city or speaks of the city's budget more than once: whose brochure it
    is was asked before. Any other document is given back as it is.
    """
    if not _is_city(document):
        return document
    blocks = tuple(replace(block, text=_renamed(block.text)) for block in document.blocks)
    return replace(document, blocks=blocks, tables=tuple(map(_table, document.tables)))


def quoting(figure: Figure, document: Document) -> Figure:
    """The figure read in ``as_region(document)``, in the document's own words."""
    if as_region(document) is document:
        return figure
    own = "\n".join(_texts(document))
    parts = (_part(part, own) for part in _PARTS.split(figure.quote))
    return replace(figure, quote="".join(parts))


def _is_city(document: Document) -> bool:
    text = "\n".join(_texts(document))
    if "город" not in text.lower():
        return False
    plain = folded(text)
    if _OF_REGION.search(plain):
        return False
    if _FEDERAL.search(plain):
        return True
    return len(_OF_CITY.findall(plain)) >= _FEWEST and _OF_ANY.search(plain) is None


def _texts(document: Document) -> Iterable[str]:
    yield from (block.text for block in document.blocks)
    for table in document.tables:
        yield table.caption
        yield from (cell for row in table.rows for cell in row)


def _table(table: Table) -> Table:
    rows = tuple(tuple(map(_renamed, row)) for row in table.rows)
    return replace(table, rows=rows, caption=_renamed(table.caption))


def _part(part: str, own: str) -> str:
    back = _TOLD.sub(_word(_BACK), part)
    return back if back in own else part


def _renamed(text: str) -> str:
    return _NAMED.sub(_word(_WORDS), text)


def _word(words: dict[str, str]) -> Callable[[re.Match[str]], str]:
    """The other word with the letters as large as they were."""

    def written(match: re.Match[str]) -> str:
        told = words[match[0].lower()]
        return "".join(
            new.upper() if old.isupper() else new for old, new in zip(match[0], told, strict=True)
        )

    return written
