"""Objects being built that an edition names one by one, and where the sum of each stands."""

import re
from collections.abc import Iterator, Sequence

from scoring.checks import building
from scoring.facts import Form, Unit, facts
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import EditionFile
from scoring.passages import Passage, Piece, passages
from scoring.totals.money import cell

_RESULTS = re.compile(r"\b(?:получил|сделано|сделали|итог|результат|удалось|измени|гордимся)")
_NEXT = 3
"""Sentences after an object's name among which its sum may stand."""
_SHORT = 12
"""Words of a line that may be the name of an object and no more."""


def sums(file: EditionFile) -> dict[str, tuple[str, ...]]:
    """By sentence or line, the words of each of its sums that name an object of their own."""
    found: dict[str, list[str]] = {}
    for fact in facts(file.document.legible):
        if fact.form is Form.CELL or fact.unit is not Unit.MONEY:
            continue
        named = building.names_an_object(fact.label) or (
            building.is_building(fact.above) and building.is_single(fact.label)
        )
        if named and not building.refused(fact.label, fact.above):
            for whole in {fact.whole, fact.label} if fact.form is Form.LINE else {fact.whole}:
                found.setdefault(whole, []).append(fact.label)
    return {
        whole: max(tuple(dict.fromkeys(labels)), _parted(whole), key=len)
        for whole, labels in found.items()
    }


def _parted(sentence: str) -> tuple[str, ...]:
    """What stands before each sum of a sentence and names an object."""
    parts, start = list[str](), 0
    for q in quantities(sentence):
        if q.unit is Unit.MONEY:
            parts.append(sentence[start : q.start])
            start = q.end
    return tuple(part for part in parts if building.names_an_object(part))


def projects(file: EditionFile) -> Iterator[tuple[Passage, str]]:
    """Passages that each name an object being built, with the next one where its sum stands."""
    read = passages(file.document.legible)
    for number, passage in enumerate(read):
        if passage.piece is Piece.HEADING or building.refused(name(passage), passage.above):
            continue
        after = "" if has_sum(passage) else _sum_after(read, number)
        if _is_one(
            passage, name(passage), _over(read, number), priced=has_sum(passage) or bool(after)
        ):
            yield passage, after


def _sum_after(read: Sequence[Passage], number: int) -> str:
    """The sum of an object told in the sentences after its name, before another is named."""
    passage = read[number]
    if passage.piece is Piece.ROW:
        return ""
    for after in read[number + 1 : number + 1 + _NEXT]:
        if after.block != passage.block or building.names_an_object(after.text):
            return ""
        if building.has_money(after.text):
            return after.text
    return ""


def _over(read: Sequence[Passage], number: int) -> tuple[str, ...]:
    """The headings over a passage, and the question or lead its list answers."""
    passage = read[number]
    before = number - 1
    while before >= 0 and read[before].piece is Piece.ITEM is passage.piece:
        before -= 1
    lead = read[before] if before >= 0 and passage.piece is Piece.ITEM else None
    asks = lead is not None and lead.text.rstrip().endswith(("?", ":"))
    return (*passage.above, lead.text) if lead is not None and asks else passage.above


def _is_one(passage: Passage, name: str, above: tuple[str, ...], *, priced: bool) -> bool:
    """Is it this object and no other, and is it told as something being built?"""
    over = building.is_building(above)
    works = "works" in lexicon("objects").words.named(name)
    if passage.piece is Piece.ROW:
        if building.lists_objects(passage.above):
            return _has_number(passage)
        known = (over and building.is_single(name)) or ((works or over) and building.is_named(name))
        return bool(building.objects(name)) and known and _has_number(passage)
    if not building.objects(name) or building.so_many(name):
        return False
    if building.is_single(name) and priced and (over or building.is_priced_work(name)):
        return True
    if not building.is_named(name):
        return False
    short = passage.piece is Piece.ITEM or len(name.split()) <= _SHORT
    results = _RESULTS.search(folded(" ".join(passage.above[-1:]))) and building.titled(name)
    return works or over or (short and priced) or bool(results)


def name(passage: Passage) -> str:
    """Of a row its first cell with words in it: before it may stand a number."""
    if passage.piece is not Piece.ROW:
        return passage.text
    cells = passage.text.split(" | ")
    return next((c for c in cells if re.search(r"[^\W\d_]{3,}", c) and cell(c) is None), cells[0])


def _has_number(passage: Passage) -> bool:
    return any(re.search(r"\d", text) for text in passage.text.split(" | ")[1:]) or has_sum(passage)


def has_sum(passage: Passage) -> bool:
    """A sum beside the name, or alone as the heading over it, as slides have it."""
    if passage.piece is Piece.ROW and any(
        cell(text) is not None for text in passage.text.split(" | ")[1:]
    ):
        return True
    over = passage.above[-1] if passage.above else ""
    lone = building.has_money(over) and not building.without_sum(over).strip()
    return building.has_money(passage.text) or lone
