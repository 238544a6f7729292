"""The sentences of a document that may tell a total, read once for every year asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from scoring.language.ru.folded import any_of, folded
from scoring.model import Block, BlockKind, Document
from scoring.quick import quickly
from scoring.remembered import of_text
from scoring.totals.announced import everywhere
from scoring.totals.counting import counted
from scoring.totals.money import Sum, like_a_year, sums
from scoring.totals.money import unit as announced
from scoring.totals.others import anothers, own
from scoring.totals.owned import Owned, owned
from scoring.totals.speaking import Speaks, year_set, year_spoken_of, years_in_turn
from scoring.totals.spelled import counted_out

_END = re.compile(r"\s(?<=[.!?]\s)\s*(?=[А-ЯЁA-Z«\"])")
_BALANCED = any_of(
    r"бюджет\w*[^.!?]{0,60}?(?:сбалансирован\w*|бездефицитн\w+)|бездефицитн\w+ бюджет",
    r"дефицит\w*[^.!?\d]{0,40}?(?:отсутству\w+|равен нулю|нулев\w+|"
    r"не (?:запланирован|предусмотрен|планируется|устан[ао]вл|утвержд|прогнозируется))",
    r"дефицита (?:бюджета )?(?:нет|не было|не будет)\b|нет дефицита",
    r"бюджет\w*[^.!?]{0,60}без дефицита",
)
_GENERAL_TRUTH = re.compile(r"если|когда|принцип|называ|означает|это бюджет|-\s*это")
LONGEST = 2000
"""Letters of a sentence that are read: longer ones are tables run together, or hostile."""
_IN_BRACKETS = re.compile(
    r"\((?:[^()\d]{0,30}\s)?(?:в\s)?(?:тыс|млн|млрд|миллион|миллиард)[^()\d]{0,30}\)"
)
_BEFORE_ALL = re.compile(
    r"^[^\d:]{0,80}(?:20\d\d[^\d:]{0,40})?[\s,](?:тыс|млн|млрд|миллион|миллиард)[а-я.]*\s?(?:руб[а-я.]*|₽)\s?:"
)
_TELLS = re.compile(
    r"[\dмМсСфФ](?:(?<=\d)|[иИ](?:[лЛ]|[цЦ][иИ][тТ])|[лЛ][нНрР]|[бБ][аА][лЛ][аА][нН][сС])"
)
"""Figures, "миллион", "млн", "сбалансирован", "дефицит": without them a sentence tells nothing."""
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_NAME_FIRST = re.compile(r"\W*(?:доход|расход|дефицит|профицит)", re.IGNORECASE)
_WORDY = 30
_LEAD = 200
_REMEMBERED = 64


@quickly
@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as written and folded, its sums of money, and which of them are of totals.

    ``balanced``: it says that there is no deficit. ``speaks`` are the years set before it.
    """

    text: str
    plain: str
    found: tuple[Sum, ...]
    owned: tuple[Owned, ...]
    balanced: bool
    speaks: Speaks
    locator: str
    place: int


@lru_cache(maxsize=_REMEMBERED)
def telling(document: Document) -> tuple[Sentence, ...]:
    """The sentences with a sum of a total, or with words about balance, in the order of reading."""
    return tuple(s for s in telling_any(document) if s.owned or s.balanced)


@lru_cache(maxsize=_REMEMBERED)
def telling_any(document: Document) -> tuple[Sentence, ...]:
    """The sentences with a sum of anything, or with words about balance."""
    return tuple(_sentences(document))


def _sentences(document: Document) -> Iterator[Sentence]:
    context, lead, everywhere_said = None, None, everywhere(document)
    headed, last = None, None
    turn: tuple[int, ...] = ()
    for place, block in chain(_in_cells(document), own(document)):
        context, carried = year_set(block, context), None
        headed = _of_heading(block) if block.kind in _HEADS else headed
        lead = _over_list(block) if block.kind is not BlockKind.LIST_ITEM else lead
        # A lone figure under a heading is a line of a slide: see ``pages``.
        unit = lead or (headed if headed and _tells_several(block) else everywhere_said)
        unit = unit or (last if _NAME_FIRST.match(block.text) and _tells_several(block) else None)
        before, turn, last = turn, (), unit or last
        for sentence in _END.split(block.text) if _TELLS.search(block.text) else ():
            if not _TELLS.search(sentence):
                continue
            text = sentence[:LONGEST]
            plain, found, of, balanced = _told(text, unit)
            if found or balanced:
                speaks = Speaks(context, carried, turn or before)
                yield Sentence(text, plain, found, of, balanced, speaks, block.locator, place)
            unit = found[-1].unit if found else unit
            last = unit or last
            carried, turn = year_spoken_of(text) or carried, years_in_turn(text) or turn


def _over_list(block: Block) -> float | None:
    """The unit said before a list: "Параметры бюджета, млрд рублей:"."""
    text = block.text[-_LEAD:].rstrip()
    return announced(text) if text.endswith(":") and all(map(like_a_year, sums(text))) else None


def _tells_several(block: Block) -> bool:
    return len([s for s in sums(block.text[:LONGEST]) if not like_a_year(s)]) > 1


def _of_heading(block: Block) -> float | None:
    """The unit a heading says for what stands under it: "Основные параметры, тыс. руб."."""
    text = block.text[-_LEAD:]
    said = announced(text)
    return said if said and all(map(like_a_year, sums(text))) else None


def _in_cells(document: Document) -> Iterator[tuple[int, Block]]:
    """Cells that tell several sums in words, an answer beside its question."""
    for table in document.tables:
        for text in chain.from_iterable(table.rows):
            if len(text) > _WORDY and "ход" in text and len([s for s in sums(text) if s.unit]) > 1:
                yield table.after, Block(BlockKind.PARAGRAPH, text, table.locator)


def _said_once(plain: str) -> float | None:
    """The unit of all sums of a sentence: "Параметры (млн рублей): доходы - 45 230,1; …"."""
    said = _IN_BRACKETS.search(plain) or _BEFORE_ALL.match(plain)
    return announced(said[0]) if said else None


@of_text
def _told(text: str, unit: float | None) -> tuple[str, tuple[Sum, ...], tuple[Owned, ...], bool]:
    """What a sentence says wherever it stands, in the unit said before it: see ``Sentence``."""
    plain = counted_out(folded(text))
    # "Доходы - 64,5 млрд рублей. Расходы - 67,1." The unit is said once.
    found = counted(plain, _said_once(plain) or unit)
    of = () if not found or anothers(text) else tuple(owned(plain, found))
    return plain, found, of, _balanced(plain)


def _balanced(plain: str) -> bool:
    if "фицит" not in plain and "сбалансирован" not in plain:
        return False
    return _BALANCED.search(plain) is not None and not _GENERAL_TRUTH.search(plain)
