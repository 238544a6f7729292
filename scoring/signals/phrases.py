"""The sentences of an edition's prose with their numbers masked, fit to be compared."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from scoring.checks.answers import in_file
from scoring.checks.texts import has_text
from scoring.language.ru.normal import normal
from scoring.language.ru.sentences import is_running
from scoring.language.ru.signs import may_hold
from scoring.model import Document, Edition, EditionFile, Evidence
from scoring.passages import Piece, passages
from scoring.remembered import of_document, of_text

FEWEST, FEWEST_WORDS = 6, 100
"""Below so many sentences or words two texts are alike by accident."""
_WORD = re.compile(r"[^\W\d_]+")
_GLOSSARY = re.compile(r"глоссари|словар|термин|поняти|что такое|glossary")
_DEFINES = re.compile(r" - это | это | называ\w+ | понима\w+ под | представля\w+ собой ")
_MONTHS = re.compile(
    r"(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)\w{0,2}|ма[йя]"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence as written, the words left of it when numbers and months are masked, its place."""

    text: str
    words: tuple[str, ...]
    locator: str
    file: EditionFile

    @property
    def proof(self) -> Evidence:
        """Where it stands."""
        return in_file(self.file, self.locator, self.text)


def phrases(edition: Edition) -> tuple[Phrase, ...]:
    """Running sentences of its texts, each once.

    What a word means is the same every year and everywhere: definitions are left out.
    """
    found = {phrase.words: phrase for phrase in reversed([*_all(edition.files)])}
    return tuple(reversed(found.values()))


class Worded(Protocol):
    """Anything with the words of a sentence."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words, numbers masked."""


def enough(told: Iterable[Worded]) -> bool:
    """Is there prose enough to compare?"""
    sizes = [len(phrase.words) for phrase in told]
    return len(sizes) >= FEWEST and sum(sizes) >= FEWEST_WORDS


def _all(files: Iterable[EditionFile]) -> Iterator[Phrase]:
    for file in files:
        if file.role == "data" or not has_text(file):
            continue
        for text, words, locator in _told(file.document.typed):
            yield Phrase(text, words, locator, file)


@of_document
def _told(document: Document) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """Sentences of a text, their words and places; several signals ask for them."""
    found = []
    for passage in passages(document):
        if passage.piece in (Piece.HEADING, Piece.ROW) or not is_running(passage.text):
            continue
        plain = normal(passage.text)
        if not _explains(plain, passage.above):
            found.append((passage.text, _masked(plain), passage.locator))
    return tuple(found)


@of_text
def _explains(plain: str, above: tuple[str, ...]) -> bool:
    defines = may_hold(_DEFINES, plain) and _DEFINES.search(plain)
    return bool(defines or _GLOSSARY.search(normal(" . ".join(above))))


@of_text
def _masked(plain: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(plain) if not _MONTHS.fullmatch(word))
