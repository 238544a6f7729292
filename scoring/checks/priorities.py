"""Are main goals or priorities of budget policy stated?"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from scoring.checks.aims import following, hinted, is_aim, numbered, of_us
from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.parts import step
from scoring.checks.texts import TextCheck
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Document, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Passage, Piece, passages

_IS = re.compile(
    r"\b(?:явля[юе]тся|явл[яе]ются|станут|станет|стало|стали|остаются|остается|определен\w*|"
    r"признан\w*|считает\w*|выбран\w*|нацелен\w*|направлен\w*|ориентирован\w*|сделан\w*|"
    r"дела\w+ ставку|став\w+|решает|будут|названы|входят|состоит|это)\b|\s-\s|:"
)
_PARTS = re.compile(
    r";|,\s(?!котор|где\b|что\b|чтобы\b|если\b|когда\b|а не\b|в том числе)|\sи\s(?=[а-я-]+(?:ие|"
    r"ия|ка|та|ние|ость|ть)\b)"
)
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_FEWEST_WORDS = 2
_FEWEST_AIMS = 2
_ONE_EACH = (Piece.ITEM, Piece.ROW)
_BLANK = re.compile(r"[:?]$|__")
_NAMES_GOAL = re.compile(
    r"(?:приоритет|цел[ьией]|задач|направлени|бюджет|наш|основн|главн|политик)"
)
_DASH = re.compile(r"\s[-–—]\s")
_GOAL_IS = re.compile(r"^\W*(?:главное|главная (?:цель|задача)|важнее всего|прежде всего)\b")


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
    """Passages that state goals, once each, and how many each states."""
    told = dict[tuple[str, str], tuple[Passage, int]]()
    for passage, goals in _stated(passages(document)):
        told.setdefault((passage.locator, passage.text), (passage, goals))
    yield from told.values()


def _stated(read: Sequence[Passage]) -> Iterator[tuple[Passage, int]]:
    words = lexicon("policy").words
    for number, passage in enumerate(read):
        if passage.piece is Piece.HEADING:
            continue
        heads = passage.above[-2:] if passage.piece is Piece.ROW else passage.above[-1:]
        if any(words.named(head) for head in heads) and _says(passage):
            yield passage, 1 if passage.piece in _ONE_EACH else _listed(passage.text)
        elif words.named(passage.text) and _states(passage) and not following(read, number):
            yield passage, _listed(passage.text)
        elif words.named(passage.text) or hinted(passage.text):
            yield from _led(read, number)
        elif any(map(hinted, heads)) and is_aim(passage.text):
            yield from _under(read, number)
    yield from ((passage, 1) for passage in of_us(read))


def _led(read: Sequence[Passage], number: int) -> Iterator[tuple[Passage, int]]:
    """Aims that follow a lead; a single one may follow by chance, unless the lead is one too."""
    passage, after = read[number], following(read, number)
    said = _DASH.split(passage.text, maxsplit=1)[-1]
    if _GOAL_IS.search(folded(passage.text)) and (is_aim(passage.text) or is_aim(said)):
        yield passage, _listed(passage.text)
    elif len(after) < _FEWEST_AIMS:
        return
    yield from ((p, 1 if numbered(p.text) else _parted(p.text)) for p in after)


def _under(read: Sequence[Passage], number: int) -> Iterator[tuple[Passage, int]]:
    """Aims under a heading that hints of goals: several of them."""
    if is_aim(read[number - 1].text) or len(following(read, number)) + 1 >= _FEWEST_AIMS:
        yield read[number], 1


def _says(passage: Passage) -> bool:
    """It says something of its own: neither a lead to a list nor the words of the heading."""
    own = _bare(passage.text)
    return len(own) >= _FEWEST_WORDS and not _BLANK.search(passage.text.rstrip())


def _bare(text: str) -> list[str]:
    """Its words of four letters and more, without those that only name goals."""
    return [w for w in _LETTERS.findall(text) if not _NAMES_GOAL.match(folded(w))]


def _parted(text: str) -> int:
    """Of "удержать цены; достроить начатое" on one line there are two."""
    return len([part for part in text.split(";") if _LETTERS.search(part)])


def _states(passage: Passage) -> bool:
    """A sentence that says what the goal is; one that ends in a colon leaves it to its list."""
    if passage.piece is Piece.ROW or passage.text.rstrip().endswith((":", "?")):
        return False
    return _IS.search(folded(passage.text)) is not None and bool(_bare(passage.text))


def _listed(text: str) -> int:
    """How many goals a sentence lists: what stands behind its predicate, part by part."""
    plain = folded(text)
    said = _IS.search(plain)
    parts = _PARTS.split(plain[said.end() :] if said else plain)
    return max(1, sum(len(_LETTERS.findall(part)) >= 1 for part in parts))
