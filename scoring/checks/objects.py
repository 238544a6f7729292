"""Objects being built that an edition names one by one, and where the sum of each stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from scoring.checks import building
from scoring.checks.priced import has_number, has_sum, name, sum_after, sum_under
from scoring.facts import Form, Unit, facts
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import EditionFile
from scoring.passages import Passage, Piece, passages
from scoring.totals.money import cell

_RESULTS = re.compile(r"\b(?:получил|сделано|сделали|итог|результат|удалось|измени|гордимся)")
_LISTED = 8
"""Sentences of a paragraph that one lead may open."""
_SHORT = 12
"""Words of a line that may be the name of an object and no more."""


def sums(file: EditionFile) -> dict[str, tuple[str, ...]]:
    """By sentence or line, the words of each of its sums that name an object of their own."""
    found: dict[str, list[str]] = {}
    for fact in facts(file.document.legible):
        if fact.form is Form.CELL or fact.unit is not Unit.MONEY:
            continue
        over = (*fact.above, _opening(fact.whole))
        named = building.names_an_object(fact.label) or (
            building.is_building(over) and building.is_single(fact.label)
        )
        if named and not building.refused(fact.label, fact.above):
            for whole in {fact.whole, fact.label} if fact.form is Form.LINE else {fact.whole}:
                found.setdefault(whole, []).append(fact.label)
    found |= dict(_columns(passages(file.document.legible)))
    return {
        whole: max(tuple(dict.fromkeys(labels)), _parted(whole), key=len)
        for whole, labels in found.items()
    }


def _columns(read: Sequence[Passage]) -> Iterator[tuple[str, list[str]]]:
    """Rows of objects beside each other, with the sum of each below it."""
    for heads, below in pairwise(read):
        cells = heads.text.split(" | ")
        named = [c for c in cells if building.names_an_object(c) and cell(c) is None]
        figures = [
            c for c in below.text.split(" | ") if cell(c) is not None or building.has_money(c)
        ]
        beside = heads.piece is Piece.ROW and len(named) == len(cells) > 1
        # What the sums are may be told before them: "Всего, млн рублей | 1 100 | 840".
        apart = len(below.text.split(" | ")) - len(figures)
        under = heads.block == below.block and len(figures) == len(named) and apart <= 1
        if beside and under:
            yield heads.text, named


def _parted(sentence: str) -> tuple[str, ...]:
    """What stands before each sum of a sentence and names an object."""
    parts, start = list[str](), 0
    for q in quantities(sentence):
        if q.unit is Unit.MONEY:
            parts.append(sentence[start : q.start])
            start = q.end
    return tuple(part for part in parts if building.names_an_object(part))


def projects(file: EditionFile, told: Mapping[str, Sequence[str]]) -> Iterator[tuple[Passage, str]]:
    """Passages that each name an object being built, with the next one where its sum stands.

    ``told`` are the ``sums`` of the file: who prices several objects in a breath builds them.
    """
    read = passages(file.document.legible)
    for number, passage in enumerate(read):
        if building.refused(name(passage), passage.above):
            continue
        if passage.piece is Piece.HEADING:
            under = sum_under(read, number) if _heads_its_own(passage.text) else ""
            if under:
                yield passage, under
            continue
        after = "" if has_sum(passage) else sum_after(read, number)
        several = len(told.get(passage.text, ())) > 1
        if several or _is_one(
            passage, name(passage), _over(read, number), priced=has_sum(passage) or bool(after)
        ):
            yield passage, after


def _heads_its_own(head: str) -> bool:
    """Is a heading the name of one object, as "Мост через Студёную"?"""
    short = len(head.split()) <= _SHORT and not head.rstrip().endswith(("?", ":"))
    return short and building.names_an_object(head) and building.is_single(head)


def _over(read: Sequence[Passage], number: int) -> tuple[str, ...]:
    """The headings over a passage, and the question or lead its list answers."""
    passage = read[number]
    before = number - 1
    while before >= 0 and read[before].piece is Piece.ITEM is passage.piece:
        before -= 1
    lead = read[before] if before >= 0 and passage.piece is Piece.ITEM else None
    asks = lead is not None and lead.text.rstrip().endswith(("?", ":"))
    led = (lead.text,) if lead is not None and asks else ()
    return (*passage.above, *led, *_lead(read, number))


def _lead(read: Sequence[Passage], number: int) -> tuple[str, ...]:
    """The words before the colon with which the paragraph of a passage begins to list."""
    passage = read[number]
    if passage.piece is Piece.ROW:
        return ()
    first = next(p for p in read[max(0, number - _LISTED) : number + 1] if p.block == passage.block)
    return (_opening(first.text),)


def _opening(text: str) -> str:
    lead, colon, _ = text.partition(":")
    return lead if colon and len(lead.split()) <= _SHORT else ""


def _is_one(passage: Passage, name: str, above: tuple[str, ...], *, priced: bool) -> bool:
    """Is it this object and no other, and is it told as something being built?"""
    over = building.is_building(above)
    works = "works" in lexicon("objects").words.named(name)
    if passage.piece is Piece.ROW:
        if building.lists_objects(passage.above):
            return has_number(passage)
        known = (over and building.is_single(name)) or ((works or over) and building.is_named(name))
        return bool(building.objects(name)) and known and has_number(passage)
    if priced and building.lists_objects(passage.above) and building.is_titled(name):
        return True
    short = passage.piece is Piece.ITEM or len(name.split()) <= _SHORT
    # Under "Что построим" whatever is named with its place and its sum is built.
    if short and building.builds(above) and priced and building.is_named(name):
        return not building.so_many(name)
    if not building.objects(name) or building.so_many(name):
        return False
    if building.is_single(name) and priced and (over or building.is_priced_work(name)):
        return True
    if not building.is_named(name):
        return False
    results = _RESULTS.search(folded(" ".join(passage.above[-1:]))) and building.titled(name)
    return works or over or (short and priced) or bool(results)
