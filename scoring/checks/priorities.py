"""Are main goals or priorities of budget policy stated?"""

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.parts import step
from scoring.checks.texts import TextCheck
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Document, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Passage, Piece, passages

_IS = re.compile(
    r"\b(?:явля[юе]тся|явл[яе]ются|станут|станет|стало|стали|остаются|остается|определен\w*|признан\w*|"
    r"считает\w*|выбран\w*|будут|названы|входят|состоит|это)\b|\s-\s|:"
)
_PARTS = re.compile(
    r";|,\s(?!котор|где\b|что\b|чтобы\b|если\b|когда\b|а не\b|в том числе)|\sи\s(?=[а-я-]+(?:ие|"
    r"ия|ка|та|ние|ость|ть)\b)"
)
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_FEWEST_WORDS = 2
_ORDINAL = re.compile(
    r"^(?:во-первых|во-вторых|в-третьих|в-четв|перв|втор|трет|четв)", re.IGNORECASE
)
_MOST_ORDINALS = 6


class Priorities(TextCheck):
    """1 for ``many`` goals stated, ``some`` for fewer; a heading with nothing under it is none."""

    kind: Literal["priorities"]
    many: int = Field(default=2, ge=2)
    some: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the goals."""
        proof: list[Evidence] = []
        count = 0
        for file in files:
            for passage, goals in stated(file.document.legible):
                count += goals
                proof.append(in_file(file, passage.locator, passage.text))
        said = f"Целей и приоритетов: {count}.", f"Goals and priorities stated: {count}."
        return measured(step(count, self.many, self.some), said, proof or in_files(edition))


def stated(document: Document) -> Iterator[tuple[Passage, int]]:
    """Passages that state goals, and how many each states."""
    words = lexicon("policy").words
    read = passages(document)
    for number, passage in enumerate(read):
        if passage.piece in (Piece.HEADING, Piece.ROW):
            continue
        over = any(words.named(head) for head in passage.above[-1:])
        if over and _says(passage):
            yield passage, 1 if passage.piece is Piece.ITEM else _listed(passage.text)
        elif words.named(passage.text):
            after = read[number + 1 : number + 1 + _MOST_ORDINALS]
            numbered = [p for p in after if p.block == passage.block and _ORDINAL.match(p.text)]
            if numbered:
                yield from ((p, 1) for p in numbered)
            elif _states(passage.text):
                yield passage, _listed(passage.text)


def _says(passage: Passage) -> bool:
    words = _LETTERS.findall(passage.text)
    return len(words) >= _FEWEST_WORDS and not passage.text.rstrip().endswith(":")


def _states(text: str) -> bool:
    """A sentence that says what the goal is; one that ends in a colon leaves it to its list."""
    if text.rstrip().endswith(":"):
        return False
    return _IS.search(folded(text)) is not None


def _listed(text: str) -> int:
    """How many goals a sentence lists: what stands behind its predicate, part by part."""
    plain = folded(text)
    said = _IS.search(plain)
    parts = _PARTS.split(plain[said.end() :] if said else plain)
    return max(1, sum(len(_LETTERS.findall(part)) >= 1 for part in parts))
