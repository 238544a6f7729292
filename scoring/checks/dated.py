"""Does the page or the file say when the edition was published?"""

from typing import ClassVar, Literal

from scoring.checks import said
from scoring.checks.answers import in_files, measured
from scoring.checks.base import Check
from scoring.model import Answered, Dossier, Edition
from scoring.model import Dated as Piece

_SHOWN = ("printed", "news")
_MACHINE = ("sitemap", "last-modified", "file-metadata")


class Dated(Check):
    """1 for a date a reader sees, ``metadata`` for one only programs see, 0 for none.

    That our crawler or a web archive saw the edition is our knowledge, not the publisher's word.
    """

    kind: Literal["dated"]
    from_file: ClassVar[bool] = False
    metadata: float = 0.5

    def measure(self, dossier: Dossier, edition: Edition) -> Answered:
        """Quote the date, the strongest rung first."""
        pieces = edition.publication.pieces
        if shown := [p for p in pieces if p.rung in _SHOWN]:
            ru, en = _day(shown[0])
            words = (
                f"Читателю показана дата: {ru}.",
                f"A date is shown to the reader: {en}.",
            )
            return measured(1.0, words, (p.evidence for p in shown))
        if hidden := [p for p in pieces if p.rung in _MACHINE]:
            ru, en = _day(hidden[0])
            words = (
                f"Дата есть только в служебных данных ({ru}), читатель её не видит.",
                f"The date stands only in metadata ({en}); the reader does not see it.",
            )
            return measured(self.metadata, words, (p.evidence for p in hidden))
        words = (
            "Ни страница, ни файл не говорят, когда опубликовано издание.",
            "Neither page nor file says when the edition was published.",
        )
        return measured(0.0, words, in_files(edition))


def _day(piece: Piece) -> tuple[str, str]:
    known = piece.latest or piece.earliest
    return said.day(known) if known else ("?", "?")
