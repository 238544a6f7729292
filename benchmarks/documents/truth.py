"""What the documents of the set say, in which order: composed from stored words by a seed."""

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_HERE = Path(__file__).parent / "truth"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and how many columns and rows it spans."""

    text: str
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, paragraph, item, note or table of a document; ``depth`` of headings and items."""

    kind: str
    text: str = ""
    depth: int = 1
    cells: tuple[tuple[Cell, ...], ...] = ()

    @property
    def rows(self) -> list[list[str]]:
        """Rows with merged cells repeated."""
        hanging: dict[int, tuple[int, str]] = {}
        rows = []
        for cells in self.cells:
            row: list[str] = []
            below: dict[int, tuple[int, str]] = {}
            waiting = list(cells)
            while waiting or len(row) in hanging:
                if len(row) in hanging:
                    down, text, across = (*hanging[len(row)], 1)
                else:
                    cell = waiting.pop(0)
                    down, text, across = cell.down, cell.text, cell.across
                for _ in range(across):
                    if down > 1:
                        below[len(row)] = (down - 1, text)
                    row.append(text)
            rows.append(row)
            hanging = below
        return rows


@dataclass(frozen=True, slots=True)
class Case:
    """One document of the set."""

    name: str
    half: str
    layout: str
    seed: int
    columns: int = 1
    pages: int = 1
    charts: int = 0
    serif: bool = False
    pieces: tuple[Piece, ...] = field(default=(), repr=False)

    @property
    def tables(self) -> list[Piece]:
        """Its tables."""
        return [piece for piece in self.pieces if piece.kind == "table"]

    @property
    def prose(self) -> list[Piece]:
        """All but its tables."""
        return [piece for piece in self.pieces if piece.kind != "table"]

    @property
    def printed(self) -> list[str]:
        """All that is on its pages in order, tables row by row: what a scan of them shows."""
        return [
            text
            for piece in self.pieces
            for text in (piece.text, *(cell.text for row in piece.cells for cell in row))
        ]


def cases() -> list[Case]:
    """All documents of both halves."""
    found = []
    for told in yaml.safe_load((_HERE / "cases.yaml").read_text("utf-8")):
        words = yaml.safe_load((_HERE / f"{told['half']}.yaml").read_text("utf-8"))
        case = Case(**told)
        found.append(Case(**told, pieces=tuple(_composed(case, words))))
    return found


class _Words:
    """Draws sentences, items and rows in a shuffled order, anew when they are used up."""

    def __init__(self, told: dict[str, list[str]], dice: random.Random) -> None:
        self._told, self._dice = told, dice
        self._left: dict[str, list[str]] = {}

    def next(self, kind: str) -> str:
        left = self._left.setdefault(kind, [])
        if not left:
            left += self._dice.sample(self._told[kind], len(self._told[kind]))
        return left.pop()

    def paragraph(self, least: int = 2, most: int = 4) -> Piece:
        said = (self.next("sentences") for _ in range(self._dice.randint(least, most)))
        return Piece("paragraph", " ".join(said))

    def items(self, count: int, depth: int = 1) -> list[Piece]:
        return [Piece("item", self.next("items"), depth) for _ in range(count)]

    def number(self) -> str:
        value = self._dice.choice((self._dice.random() * 90, self._dice.random() * 90_000))
        if self._dice.random() < 0.08:
            return "-"
        whole, part = f"{value:,.1f}".replace(",", "\u00a0").split(".")
        return f"{whole},{part}"

    def table(self, years: int, rows: int, *, merged: bool = False) -> Piece:
        start = self._dice.randint(2022, 2026)
        heads = [Cell(f"{start + n} год") for n in range(years)]
        if merged:
            first = [Cell("Показатель", 1, 2), *(Cell(h.text, 2) for h in heads)]
            second = [Cell(name) for _ in heads for name in ("план", "факт")]
            top = [tuple(first), tuple(second)]
        else:
            top = [(Cell("Показатель"), *heads)]
        width = years * 2 if merged else years
        body = [
            (Cell(self.next("rows")), *(Cell(self.number()) for _ in range(width)))
            for _ in range(rows)
        ]
        return Piece("table", cells=(*top, *body))


def _composed(case: Case, told: dict[str, Any]) -> list[Piece]:
    words = _Words(told, random.Random(case.seed))  # words, not secrets
    title = Piece("heading", f"Бюджет для граждан: {words.next('headings').lower()}", 1)
    return [title, *_LAYOUTS[case.layout](words, case)]


def _heading(words: _Words) -> Piece:
    return Piece("heading", words.next("headings"), 2)


def _report(words: _Words, case: Case) -> list[Piece]:
    found: list[Piece] = []
    for number in range(case.pages):
        found += [_heading(words), words.paragraph(), words.paragraph(), words.paragraph(1, 2)]
        found += words.items(3)
        found += [words.table(2 + number % 3, 7), words.paragraph()]
    return found


def _brochure(words: _Words, case: Case) -> list[Piece]:
    return [
        piece
        for _ in range(3)
        for piece in (_heading(words), *(words.paragraph(2, 5) for _ in range(3)))
    ]


def _slides(words: _Words, case: Case) -> list[Piece]:
    found: list[Piece] = []
    for _ in range(3):
        found.append(_heading(words))
        for _ in range(case.columns):
            found += [words.paragraph(1, 2), *words.items(2)]
    return found


def _wide(words: _Words, case: Case) -> list[Piece]:
    found = [words.paragraph(1, 2), words.table(3, 10, merged=True)]
    return [*found, words.paragraph(1, 2), words.table(5, 8)]


def _plain(words: _Words, case: Case) -> list[Piece]:
    return [words.paragraph(), words.table(3, 8), words.paragraph(), words.table(2, 6)]


def _notes(words: _Words, case: Case) -> list[Piece]:
    said = [words.paragraph() for _ in range(4)]
    noted = [Piece("paragraph", f"{p.text}{n}") for n, p in enumerate(said, 1)]
    notes = [Piece("note", f"{n} {words.next('sentences')}") for n in range(1, 5)]
    return [_heading(words), *noted, *notes]


def _lists(words: _Words, case: Case) -> list[Piece]:
    found: list[Piece] = []
    for _ in range(3):
        found += [_heading(words), words.paragraph(1, 2)]
        for item in words.items(2):
            found += [item, *words.items(2, 2)]
    return found


def _background(words: _Words, case: Case) -> list[Piece]:
    found: list[Piece] = []
    for _ in range(3):
        found += [_heading(words), words.paragraph(), words.paragraph(), *words.items(2)]
    return found


def _pamphlet(words: _Words, case: Case) -> list[Piece]:
    found: list[Piece] = []
    for number in range(2):
        found += [_heading(words), words.paragraph(3, 4), words.paragraph(2, 4), *words.items(2)]
        found += [words.paragraph(3, 5), words.table(2 + number, 5)]
    return found


def _duties(words: _Words, case: Case) -> list[Piece]:
    rows = [(Cell(words.next("rows")), Cell(words.next("items"))) for _ in range(8)]
    head = (Cell("Направление"), Cell("На что идут деньги"))
    return [_heading(words), words.paragraph(), Piece("table", cells=(head, *rows))]


_LAYOUTS = {
    "report": _report,
    "brochure": _brochure,
    "slides": _slides,
    "wide": _wide,
    "plain": _plain,
    "notes": _notes,
    "lists": _lists,
    "background": _background,
    "pamphlet": _pamphlet,
    "duties": _duties,
}
