"""Are socially significant projects or construction objects named, with amounts?"""

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.parts import counted
from scoring.checks.texts import TextCheck
from scoring.facts import Form, Unit, facts
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Passage, Piece, passages
from scoring.totals.money import cell

# What makes an object this one and no other: a name, a number, a place.
_NAMED = re.compile(
    r'["«№]|\b(?:в|во|на|через|из|у|по|до|имени)\s+'
    r"(?:(?:г|с|п|д|пос|пгт|ст|ул|р)\.\s?|(?:город\w*|сел[еоа]|посел\w+|посёл\w+|деревн\w+|"
    r"станиц\w+|район\w*|улиц\w+|микрорайон\w*|реку|рек[еи]|озер\w+|остров\w*|проток\w+|"
    r"железн\w+ дорог\w+)\s+){0,2}[А-ЯЁ][а-яё-]{2,}|[А-ЯЁ][а-яё]+ск(?:ой|ий|ая|ое|ого|ую)\b"
)
_CAPACITY = re.compile(r"\bна \d[\d ]* (?:мест|коек|посещени)")
# "187 км дорог", "2 детских сада на 460 мест": so many of a kind are no object.
_SO_MANY = re.compile(
    r"^\W*(?:\d[\d ,]*|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять)\s+[а-яё]"
)
_OVER = re.compile(
    r"\b(?:проект|объект|стройк|строительств|строим|построе|построим|что построят|ремонт|"
    r"инвестиц|аип\b|адресн)"
)
_NOT_OBJECT = re.compile(
    r"\bпрограмм|^\W*(?:всего|итого)\b|инициативн|^(?:объект|проект|наименован)"
)
_NAMES = 60
_OF_IT = re.compile(
    r"\b(?:на не[её]|на него|на них|стоит|стоил\w*|стоимость|обойд[её]тся|обош[её]лся|его цена|"
    r"е[её] цена)\b"
)
_SHORT = 12
"""Words of a line that may be the name of an object and no more."""


class PublicProjects(TextCheck):
    """1 for ``many`` named projects with amounts, ``some`` for fewer or without amounts."""

    kind: Literal["public-projects"]
    many: int = Field(default=3, ge=2)
    some: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote each project, first those with an amount."""
        priced: dict[str, Evidence] = {}
        named: dict[str, Evidence] = {}
        for file in files:
            sums = _sums(file)
            for passage, follows in _projects(file):
                labels = sums.get(passage.text, ())
                kept = priced if labels or follows or _sum(passage) else named
                for label in labels or (_name(passage),):
                    proof = in_file(file, passage.locator, f"{passage.text} {follows}")
                    kept.setdefault(_key(label), proof)
        value = 1.0 if len(priced) >= self.many else self.some if priced or named else 0.0
        with_, without = list(priced), [key for key in named if key not in priced]
        ru, en = counted("Проектов и объектов с суммой", "Projects with an amount", with_)
        if without:
            ru, en = f"{ru} Без суммы: {len(without)}.", f"{en} Without one: {len(without)}."
        proof_ = [*priced.values(), *(named[key] for key in without)] or in_files(edition)
        return measured(value, (ru, en), proof_)


def names_an_object(label: str) -> bool:
    """Is it this school or bridge, and not schools or bridges at large?"""
    objects = lexicon("objects").words.named(label) - {"works"}
    return bool(objects) and (_NAMED.search(label) or _CAPACITY.search(label)) is not None


def _sums(file: EditionFile) -> dict[str, tuple[str, ...]]:
    """By sentence, the words of each of its sums that name an object of their own."""
    found: dict[str, list[str]] = {}
    for fact in facts(file.document.legible):
        if fact.form is Form.PROSE and fact.unit is Unit.MONEY:
            named = lexicon("objects").words.named(fact.label) - {"works"}
            if named and _NAMED.search(fact.label):
                found.setdefault(fact.whole, []).append(fact.label)
    return {whole: tuple(dict.fromkeys(labels)) for whole, labels in found.items()}


def _projects(file: EditionFile) -> Iterator[tuple[Passage, str]]:
    """Passages that each name an object being built, with the next one where its sum stands."""
    read = passages(file.document.legible)
    for number, passage in enumerate(read):
        name = _name(passage)
        if passage.piece is Piece.HEADING or _NOT_OBJECT.search(folded(name)):
            continue
        named = lexicon("objects").words.named(name)
        if named - {"works"} and _is_one(passage, name, works="works" in named):
            after = read[number + 1] if number + 1 < len(read) else passage
            of_it = after.block == passage.block and _OF_IT.search(folded(after.text)) is not None
            yield passage, after.text if of_it and _sum(after) and not _sum(passage) else ""


def _is_one(passage: Passage, name: str, *, works: bool) -> bool:
    """Is it this object and no other, and is it told as something being built?"""
    over = _OVER.search(folded(" ".join(passage.above[-3:]))) is not None
    if passage.piece is Piece.ROW:
        known = over or (works and _NAMED.search(name) is not None)
        return known and _has_number(passage)
    if _SO_MANY.match(name) or not _NAMED.search(name):
        return False
    short = passage.piece is Piece.ITEM or len(name.split()) <= _SHORT
    return works or over or (short and _sum(passage))


def _name(passage: Passage) -> str:
    return passage.text.split(" | ")[0] if passage.piece is Piece.ROW else passage.text


def _has_number(passage: Passage) -> bool:
    return any(re.search(r"\d", text) for text in passage.text.split(" | ")[1:]) or _sum(passage)


def _sum(passage: Passage) -> bool:
    if passage.piece is Piece.ROW and any(
        cell(text) is not None for text in passage.text.split(" | ")[1:]
    ):
        return True
    return any(q.unit is Unit.MONEY for q in quantities(passage.text))


def _key(label: str) -> str:
    words = " ".join(label.split())
    return words if len(words) <= _NAMES else f"{words[:_NAMES].rstrip()}…"
