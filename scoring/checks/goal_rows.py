"""Goals in a table of policies: "Долговая политика | замена дорогих займов; отказ от новых"."""

import re

from scoring.checks.aims import is_aim
from scoring.checks.goal_told import bare
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_KIND = (
    r"(?:бюджетн|налогов|долгов|финансов|межбюджетн|инвестиционн|расходн|доходн|социальн|"
    r"тарифн|таможенн)[а-я-]+"
)
_POLICY = re.compile(
    rf"^\W*(?:\d+[.)] )?(?:в (?:области|сфере|части) )?{_KIND}(?:(?:,| и|, и) {_KIND}){{0,2}} "
    r"политик\w*\W*$"
)
_KIND_ALONE = re.compile(rf"^\W*(?:\d+[.)] )?{_KIND}(?: и {_KIND})?\W*$")
_HEADS = re.compile(
    r"^\W*(?:(?:вид|направлени|сфера|область|раздел)\w* )?(?:[а-я]+ой )?политик[аи]?\W*$"
)
# What is to be done, told by a noun; what a policy is ("совокупность мер") is told by others.
_ACTION = re.compile(
    r"^\W*(?:[а-я-]+(?:ое|ее|ая|яя|ый|ий|ой) )?"
    r"(?!управление (?:[а-я]+ой |по |мин)|учрежд|отделение)"
    r"(?:[а-я]{3,}(?:ение|ание|яние|тие|ация|яция|нция)|"
    r"рост|отказ|вывод|перевод|переход|выход|замена|отмена|поддержка|защита|оценка|помощь|"
    r"поиск|контроль|учет|ремонт)\b"
)
_FEWEST = 2


def of_policies(passage: Passage) -> int:
    """How many goals a row of a table of policies tells, 0 for a row of anything else."""
    if passage.piece is not Piece.ROW:
        return 0
    label, bar, rest = passage.text.partition(" | ")
    if not bar or not _names(label, passage.above):
        return 0
    if any(quantity.unit is Unit.MONEY for quantity in quantities(rest)):
        return 0
    return sum(map(_told, rest.split(" | ")))


@of_text
def heads_policies(head: str) -> bool:
    """Is it the corner of a table of policies: "Политика", "Направление политики"?"""
    return "олитик" in head and _HEADS.match(folded(head)) is not None


def _names(label: str, above: tuple[str, ...]) -> bool:
    plain = folded(label)
    if _POLICY.match(plain):
        return True
    return _KIND_ALONE.match(plain) is not None and any(map(heads_policies, above[-1:]))


def _told(cell: str) -> int:
    parts = [part.strip() for part in re.split(r";|(?<=[а-я])\. ", cell) if part.strip()]
    if not parts or not (is_aim(parts[0]) or _ACTION.match(folded(parts[0]))):
        return 0
    return len([part for part in parts if len(bare(part)) >= _FEWEST])
