"""The running prose of an edition, sentence by sentence, each with the file it stands in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scoring.checks.answers import in_file
from scoring.checks.texts import worded
from scoring.language.ru.prose import prose, told
from scoring.language.ru.readability import (
    FEWEST_SENTENCES,
    FEWEST_WORDS,
    FIRM_SENTENCES,
    FIRM_WORDS,
)
from scoring.language.ru.sentences import Sentence, running_words, sentences
from scoring.model import Edition, EditionFile, Evidence
from scoring.remembered import of_document

_ERRORS = 2.0
"""Bounds of a short text lie two standard errors from its value."""


@dataclass(frozen=True, slots=True)
class Running:
    """Sentences in reading order, file by file, where each was met first, their Cyrillic words.

    ``firm`` is false of short texts and of those where points of slides stand for sentences: what
    they give depends on what happened to be said, and has bounds.
    """

    sentences: tuple[Sentence, ...]
    places: dict[Sentence, EditionFile]
    ended: bool
    words: int

    @property
    def firm(self) -> bool:
        """Is there enough of it, in full sentences?"""
        enough = len(self.sentences) >= FIRM_SENTENCES and self.words >= FIRM_WORDS
        return self.ended and enough

    def cited(self, some: Iterable[Sentence]) -> list[Evidence]:
        """The sentences as evidence, in their order."""
        return [in_file(self.places[s], s.locator, s.text) for s in some]


def running(edition: Edition) -> Running:
    """All running prose of the files with words, recognised in scans or typed.

    Where there is too little of it, as in decks of slides, points without a full stop are read as
    sentences. Data beside a brochure has none; a workbook by itself is asked all the same.
    """
    known = worded(edition)
    files = tuple(f for f in known if f.role != "data") or known
    full = _told(files, ended=True)
    return full if _some(full) else _told(files, ended=False)


def _some(found: Running) -> bool:
    return len(found.sentences) >= FEWEST_SENTENCES and found.words >= FEWEST_WORDS


@of_document
def _told(files: tuple[EditionFile, ...], *, ended: bool) -> Running:
    """What is asked twice: how hard the prose is, and how official."""
    found: list[Sentence] = []
    places: dict[Sentence, EditionFile] = {}
    for file in files:
        passages = prose(file.document) if ended else told(file.document)
        for sentence in sentences(passages, ended=ended):
            found.append(sentence)
            places.setdefault(sentence, file)
    words = sum([len(running_words(one.text, ended=ended)) for one in found])
    return Running(tuple(found), places, ended, words)


def bounds(value: Callable[[float], float], at: float, error: float) -> tuple[float, float]:
    """The lowest and highest ``value`` within two standard errors of ``at``."""
    ends = (value(at - _ERRORS * error), value(at + _ERRORS * error))
    return min(ends), max(ends)
