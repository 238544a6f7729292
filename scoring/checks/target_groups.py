"""Is support for named groups of recipients told, with amounts or the size of the measure?"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.texts import TextCheck
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Passage, Piece, passages
from scoring.totals.money import cell

_SUPPORT = re.compile(
    r"\b(?:выплат|пособи|поддерж|льгот|компенс|субсиди[яиюей]|обеспеч|мер[ауы] |мерах|помощ|помог|"
    r"помож|стипенди|питани|питать|корм|проезд|капитал|жиль[ея]|квартир|доплат|единовремен|ежемесячн|"
    r"надбав|скидк|сертификат|получ|предоставл|бесплатн|подъемн|грант|пенси[яиюей]\b|содержани|"
    r"оздоровл|отдых|лекарств|вознагражден|премии|освобожд|возмещ|выда[юе]|социальн|ипотек|"
    r"соцконтракт|на ребенка|кому\b|подарк|положен|верн[уе]|дадут|дадим|реабилитац|"
    r"каждый месяц|каждому)"
)
_RECEIVERS = re.compile(
    r"^\W*(?:категори|получател|кто\b|кому\b|групп[аы]|льготн|наименование категори)"
)
_SAID_SIZE = re.compile(
    r"\b(?:(?:полтора |пол)?миллион\w*|половин\w|треть)\b|\d (?:квартир|путев|сертификат)"
)
# Telephones of help are no help, and a share of a hundred roubles is of a whole section.
_NO_SUPPORT = re.compile(
    r"\bгоряч\w+ лини|\bкажд\w+ (?:100|сто|ста|сотни)\b|\bсто рублей\b|структур\w+ расход"
)
_NUMBER = re.compile(r"\d")
_SUM_ROW = re.compile(r"^\W*(?:всего|итого)\b")
_SHORT = 8
"""Words: a shorter sentence names a group for the next one to tell of."""
_NEXT = 3
"""Sentences after a group's name that may tell what it gets."""


class TargetGroups(TextCheck):
    """1 for ``many`` groups with amounts, ``some`` for fewer, or for groups without amounts."""

    kind: Literal["target-groups"]
    many: int = Field(default=3, ge=2)
    some: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote each group, first those with an amount."""
        sums: dict[str, Evidence] = {}
        named: dict[str, Evidence] = {}
        for file in files:
            for passage, groups, size in supported(file):
                for group in groups:
                    kept = sums if size is not None else named
                    kept.setdefault(
                        group, in_file(file, passage.locator, f"{passage.text} {size or ''}")
                    )
        only = [group for group in named if group not in sums]
        there = [*sums, *only]
        value = 1.0 if len(sums) >= self.many else self.some if there else 0.0
        ru, en = _titles(there)
        said = (
            f"Групп получателей: {len(there)}, из них с размером поддержки: {len(sums)} ({ru}).",
            f"Groups of recipients: {len(there)}, with the size of support: {len(sums)} ({en}).",
        )
        none = "Ни одной группы получателей не названо.", "No group of recipients is named."
        proof = [*sums.values(), *(named[g] for g in only)] or in_files(edition)
        return measured(value, said if there else none, proof)


def supported(file: EditionFile) -> Iterator[tuple[Passage, tuple[str, ...], str | None]]:
    """Passages that speak of support for groups, which groups, and where its size stands.

    The size is "" when the passage itself has it, the text that has it when that is another, and
    None when none is told.
    """
    read = passages(file.document.legible)
    for number, passage in enumerate(read):
        goal = any(lexicon("policy").words.named(head) for head in passage.above[-1:])
        near = " ".join((passage.text, *passage.above[-2:]))
        if passage.piece is Piece.HEADING or goal or _NO_SUPPORT.search(folded(near)):
            continue
        groups = _groups(passage)
        spoken = _heads(passage) or len(passage.text.split()) <= _SHORT
        follows = groups and (spoken or _SUPPORT.search(folded(near)))
        after = _after(read, number) if follows else ""
        beside = _beside(read, number) if len(groups) > 1 else ""
        around = f"{near} {after} {beside}"
        if groups and _SUPPORT.search(folded(around)):
            yield passage, groups, "" if sized(passage) else after if _measured(after) else None


def _groups(passage: Passage) -> tuple[str, ...]:
    """The groups a passage names; in a table of receivers whoever its row is about."""
    words = lexicon("groups").words
    if passage.piece is not Piece.ROW:
        return tuple(dict.fromkeys(m.topic for m in words.found(passage.text)))
    cells = passage.text.split(" | ")
    heads = _heads(passage)
    # Of a row its first cells, where the group is; its other cells may name payers.
    found = dict.fromkeys(m.topic for m in words.found(" | ".join(cells if heads else cells[:2])))
    receivers = any(_RECEIVERS.search(folded(head)) for head in passage.above[-1:])
    if found or not receivers or not sized(passage) or _SUM_ROW.search(folded(cells[0])):
        return tuple(found)
    return (cells[0],)


def _heads(passage: Passage) -> bool:
    """Several groups beside each other are heads of columns: what they get stands below."""
    words = lexicon("groups").words
    cells = passage.text.split(" | ")
    return not _NUMBER.search(passage.text) and sum(bool(words.named(c)) for c in cells) > 1


def _after(read: Sequence[Passage], number: int) -> str:
    """What is told of the group next in its block, up to the next group; of heads the row below."""
    passage, told = read[number], list[str]()
    for after in read[number + 1 : number + 1 + _NEXT]:
        if after.block != passage.block:
            break
        if passage.piece is Piece.ROW:
            return after.text if _heads(passage) else ""
        if lexicon("groups").words.named(after.text):
            break
        told.append(after.text)
    return " ".join(told)


def _beside(read: Sequence[Passage], number: int) -> str:
    """What is told of several groups at once, in the next line of a slide."""
    following = read[number + 1 : number + 2]
    return " ".join(p.text for p in following if p.above == read[number].above)


def _titles(groups: Sequence[str]) -> tuple[str, str]:
    """Known groups by their titles, others in the words of the edition."""
    known = lexicon("groups")
    told = [known.titles([g]) if g in known.topics else (g, g) for g in groups]
    return ", ".join(ru for ru, _ in told), ", ".join(en for _, en in told)


def sized(passage: Passage) -> bool:
    """An amount, a rate or how many get it stands in the passage."""
    if passage.piece is Piece.ROW:
        cells = passage.text.split(" | ")
        return any(cell(text) is not None for text in cells[1:]) or any(map(_measured, cells))
    return _measured(passage.text)


def _measured(text: str) -> bool:
    asked = (Unit.MONEY, Unit.PER_RESIDENT, Unit.PERCENT)
    told = _NUMBER.search(text) is not None and any(q.unit in asked for q in quantities(text))
    return told or _SAID_SIZE.search(folded(text)) is not None
