"""The words of a line, put together to the pieces that stand in the cells of a table."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from scoring.extract.pdf.lines import WORD, Line
from scoring.extract.pdf.raw import Sheet
from scoring.extract.spelling import tidy

_NUMBER = re.compile(r"^[-–—+(]?\d[\d .,]*\)?\s?%?$|^[-–—]$|^[xхXХ]$")
_LAST_NUMBER = re.compile(r"\d[\d.,]*|[-–—]")
_GROUP = re.compile(r"\d{3}(?:[.,]\d+)?%?")
_FRACTION = re.compile(r"[.,]\d*$")
_SPACE = re.compile(r"(?<=\w) (?=\w)")
_SPACES_ASKED = 60
_CROSSES = "xхXХ"
_WRITTEN_GAP, _UNWRITTEN_GAP = 0.9, 0.45
_GROUP_WRITTEN, _GROUP_UNWRITTEN = _WRITTEN_GAP * 0.75, _UNWRITTEN_GAP * 1.25
_NUMBERS_GAP = 0.15
# The narrowest gaps and the widest mean one thing, whether a space is written or not.
_NARROWEST, _WIDEST = 0.14, 0.91


class Piece(NamedTuple):
    """Words that stand together, with their edges."""

    text: str
    left: float
    right: float


_piece = tuple.__new__


class Words:
    """Where the words of a page stand; of each line they are asked for once."""

    def __init__(self, sheet: Sheet, text: str) -> None:
        self._sheet = sheet
        self._text = text
        self._known: dict[int, Sequence[Piece]] = {}

    def read(self, lines: Sequence[Line]) -> None:
        """Ask where the words of these lines stand, all in one go."""
        text = self._text
        parted = [
            [match.span() for match in WORD.finditer(text, line.start, line.end)] for line in lines
        ]
        firsts = [first for spans in parted for first, _ in spans]
        count = len(firsts)
        ends = [end - 1 for spans in parted for _, end in spans]
        lefts, rights = self._sheet.sides(firsts + ends)
        begin = 0
        for line, spans in zip(lines, parted, strict=True):
            end = begin + len(spans)
            places = zip(spans, lefts[begin:end], rights[count + begin : count + end], strict=True)
            self._known[line.start] = self._pieces(line, places)
            begin = end

    def pieces(self, line: Line) -> Sequence[Piece]:
        """Words joined over ordinary spaces; wide gaps part cells, narrower ones numbers."""
        if line.start not in self._known:
            self.read([line])
        return self._known[line.start]

    def saying_last(self, lines: Sequence[Line]) -> set[int]:
        """Those whose last number is part of what is said, one space after a word; by their place.

        Most lines of prose that end in a number are known so by two words of theirs.
        """
        asked: list[tuple[int, int, str, str]] = []
        for place, line in enumerate(lines):
            said = self._text[line.start : line.end]
            # A sign of per cent is no number, and no part of one that is none.
            before, _, number = said.removesuffix(" %").rpartition(" ")
            word = before[before.rfind(" ") + 1 :]
            if word[:1].isalpha() and word not in _CROSSES and _LAST_NUMBER.fullmatch(number):
                asked.append((place, line.start + len(before) + 1, word, number))
        begins = [at for _, at, *_ in asked]
        lefts, rights = self._sheet.sides([*begins, *(at - 2 for at in begins)])
        gaps = zip(asked, lefts, rights[len(begins) :], strict=False)
        return {
            place
            for (place, at, word, number), left, right in gaps
            if self._joins(lines[place], at, word, number, left - right)
        }

    def _pieces(
        self, line: Line, places: Iterable[tuple[tuple[int, int], float, float]]
    ) -> list[Piece]:
        """Of words as (first sign, the one after the last), left and right edge."""
        text, joins, size = self._text, self._joins, _at_least(line.size)
        said, begun, stops = "", 0.0, 0.0
        pieces: list[Piece] = []
        for (first, end), left, right in places:
            word = text[first:end]
            if not word.isprintable() and not (word := tidy(word)):
                continue
            near = (left - stops) / size < _UNWRITTEN_GAP
            # A word that begins with a letter is no number, and most do.
            plain = near and word[0].isalpha() and word[0] not in _CROSSES
            if said and (plain or joins(line, first, said, word, left - stops)):
                said = f"{said} {word}"
            else:
                if said:
                    pieces.append(_piece(Piece, (said, begun, stops)))
                said, begun = word, left
            stops = right
        if said:
            pieces.append(_piece(Piece, (said, begun, stops)))
        return pieces

    def _joins(self, line: Line, first: int, before: str, word: str, gap: float) -> bool:
        """Is the gap before a word, whose first sign it is, a space inside a cell?

        A written space is a space; where none is written, cells are set apart by place alone.
        "1 234,5" is one number, "2023 2024" two; the ink of a 1 is narrow in its place.
        """
        size = line.size
        share = gap / _at_least(size)
        if share >= _WRITTEN_GAP:
            return False
        if not is_number(word) or not is_number(before):
            return share < _UNWRITTEN_GAP or not self._put_in(first, gap / size)
        if not _GROUP.fullmatch(word) or _FRACTION.search(before):
            if word != "%" or share >= _UNWRITTEN_GAP:
                return share < _NUMBERS_GAP
            return share < _NUMBERS_GAP or not self._put_in(first, gap / size)
        if share >= _GROUP_WRITTEN:
            return False
        return share < _GROUP_UNWRITTEN or not self._put_in(first, gap / size)

    def _put_in(self, first: int, share: float) -> bool:
        """Is the space before a word one that the page only leaves room for, where that tells?"""
        return _NARROWEST < share < _WIDEST and self._tells and self._sheet.put_in(first - 1)

    @cached_property
    def _tells(self) -> bool:
        """Does the program that made the page write spaces? Browsers only leave room for them."""
        spaces = islice(_SPACE.finditer(self._text), _SPACES_ASKED)
        return any(not self._sheet.put_in(space.start()) for space in spaces)


def _at_least(size: float) -> float:
    """The size of type a gap is measured by."""
    return size if size > 4.0 else 4.0


def is_number(text: str) -> bool:
    """A number as tables have them, or what stands for one: a dash, a cross."""
    # Patterns are slow, and few words begin as a number may.
    return (text[0] in _CROSSES or not text[0].isalpha()) and _NUMBER.match(text) is not None
