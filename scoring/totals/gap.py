"""A balance told without its name: "не хватает 6,5 млрд", "расходы больше доходов на 5,5 млрд"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from scoring.facts.numerals import in_digits
from scoring.language.ru.folded import any_of, folded
from scoring.model import Block, BlockKind, Document, Table
from scoring.totals.announced import everywhere
from scoring.totals.figures import Figure
from scoring.totals.heads import unglued
from scoring.totals.labels import Concept, concept
from scoring.totals.money import Sum, cell, lone, sums, unit

_BEFORE = any_of(
    r"\b(?:расход|доход)\w{0,3}\b(?:[^.!?\d]|20\d\d){0,60}"
    r"\b(?:больше|меньше|выше|ниже|превы[сш]\w+|обгон\w+|опере[жд]\w+)\b"
    r"[^.!?\d]{0,60}$",
    r"\b(?:потра[тч]\w+|тра[тч]\w+|уйдет|ушло|уходит|прид\w+|пришло|получ\w+|собра\w+|собер\w+|принес\w+)\b"
    r"[^.!?\d]{0,40}\b(?:больше|меньше),?\s(?:чем|нежели)\s[^.!?\d]{0,50}$",
    r"\b(?:не\s?хват\w+|не (?:сход|сойд|сош)\w+|нехватк\w+|недоста\w+|разниц\w+|дыр[аыу]|"
    r"покры\w+)\b[^.?\d]{0,60}$",
    r"\b(?:за[ий]м\w*|занять|одолж\w+|взаймы|в долг|долга?|кредит\w*|остатк\w+)\b[^.!?\d]{0,40}$",
    r"\b(?:разрыв\w*|баланс\w*|сальдо|результат\w*|итог\w*)\b[^.!?\d]{0,40}$",
    r"\b(?:плюс\w*|минус\w*|остал\w+|остан\w+|остат\w+|сберег\w+|сбереж\w+|"
    r"сэкономи\w+|лишн\w+|"
    r"излиш\w+|избыт\w+|прибыт\w+|прибыл\w+|перевес\w*|перерасход\w*|запас\w*|сверх|отлож\w+)\b"
    r"[^.!?\d]{0,40}$",
)
_AFTER = any_of(
    r"^[^.!?\d]{0,20}\b(?:не\s?хват\w+|недоста\w+|остан\w+|остал\w+|плюс\w*|минус\w*|дефицит\w*|профицит\w*|"
    r"за[ий]м\w*|занять|занима\w+|возьм\w+|взять|покро\w+|закро\w+|одолж\w+)\b",
    r"^[^.!?\d]{0,20}\b(?:больше|меньше|выше),? (?:чем )?(?:[а-я]+ ){0,2}"
    r"(?:(?:по|ис|за)?тра[тч]|(?:из)?расход|уш[лe]|уйд|поступ|получ|собра|собер|зараб|приш|прид|доход)",
)
_ASIDE = re.compile(r"\([^()]{0,60}\)")
_NAMED = re.compile(
    r"\b(?:результат|итог|разниц|баланс|сальдо|остат[ок]|оста(?:нет|лось|ет|вш)|плюс|минус|не\s?хват|"
    r"нехват|недоста|за[ий]м|занять|занима|одолж|дефицит|профицит|в долг|взаймы|сэконом|сберег|"
    r"сверх|"
    r"дыра|разрыв|перевес|перерасход|излиш|избыт|превышен|превыси|лишн|запас|покры|закро)"
)
"""Words by which a label names the difference when they stand by a sum that is one."""
_EVEN = any_of(
    r"\b(?:доход|поступлени|расход|трат)\w*[^.!?\d]{0,60}"
    r"\b(?:равн\w+|совпада\w+|одинаков\w+|сравня\w+|так(?:ие|ими|их) же)\b",
    r"\bсколько\b[^.!?\d]{0,40}\bстолько(?: же)?\b|\bстолько(?: же)?\b[^.!?\d]{0,40}\bсколько\b",
    r"\b(?:копейка|рубль|копеечка) в (?:копейку|рубль)\b",
    r"\b(?:без|ни|нет|нету)\s(?:[а-я]+ ){0,2}дефицита",
    r"\bдефицит\w?\b[^.!?]{0,60}\b(?:нет|нулев\w+|равен нулю|отсутству\w+|не (?:планир|предусм|"
    r"запланир|ожида|заклад|заложен|будет|было|допу[сщ]|сложил|возник|образ|прогноз|утвержд|уст))",
    r"\b(?:бездефицит|сбалансирован)\w+",
    r"\b(?:свел\w*|сведен\w*|сходит\w+|вышл\w*) (?:в|на) (?:ноль|нол[ья])",
)
"""Ways to say that as much comes in as goes out: true where the two totals are the same."""
_NONE = re.compile(r"\W*(?:-|0(?:[.,]0+)?|нет|отсутствует|не (?:предусмотрен|планируется)|ноль)\W*")
_SLIP = 0.03
"""A gap told roundly ("почти 2 млрд") may differ from the exact difference by this share."""
_TABLED = 0.005
_PAIR = 2
_SHORT = 60
_LABEL = 160
_UNIT = 20
_SCALES = (1.0, 1e3, 1e6, 1e9)
_SENTENCE = re.compile(r"(?<=[а-я₽][.!?])\s+(?=[А-ЯЁ])")
LONGEST = 2000


def figures(document: Document, revenue: Figure, expenditure: Figure) -> Iterator[Figure]:
    """The gap between what comes in and what goes out, where words say that it is one.

    Such words are said of many things; the sum is the balance only when it is the difference
    of the two totals, whose order gives its sign. It is read, never computed.
    """
    difference = revenue.roubles - expenditure.roubles
    if not difference:
        yield from _even(document)
        return
    around = everywhere(document)
    for place, block in enumerate(document.blocks):
        if block.kind is BlockKind.BOILERPLATE:
            continue
        text = block.text[:LONGEST]
        for this in _told(in_digits(folded(text)), around):
            value = abs(this.roubles(around) or 0.0)
            if _is(difference, value, _SLIP):
                signed = value if difference > 0 else -value
                quote = text[max(0, this.start - 120) : this.end + 40].strip()
                yield Figure(Concept.BALANCE, signed, 1.0, quote, block.locator, place)
    yield from _beside(document, difference, around)
    yield from _in_tables(document, difference)


def _even(document: Document) -> Iterator[Figure]:
    """The words that a budget has no gap, or a dash beside the name of it in a table."""
    for place, table in enumerate(document.tables):
        for row in table.rows:
            dash = next((text for text in row[1:] if _NONE.fullmatch(folded(text))), None)
            if dash is not None and concept(row[0]) is Concept.BALANCE:
                quote = f"{row[0].strip()} … {dash.strip()}"
                yield Figure(Concept.BALANCE, 0.0, 1.0, quote, table.locator, place)
    for place, block in enumerate(document.blocks):
        said = _EVEN.search(folded(block.text[:LONGEST]))
        if said and block.kind is not BlockKind.BOILERPLATE:
            quote = block.text[max(0, said.start() - 120) : said.end() + 40].strip()
            yield Figure(Concept.BALANCE, 0.0, 1.0, quote, block.locator, place)


def _beside(document: Document, difference: float, around: float | None) -> Iterator[Figure]:
    """A big figure under or over its label, each a line of its own."""
    shown = list(_with_units(b for b in document.blocks if b.kind is not BlockKind.BOILERPLATE))
    for place, (one, other) in enumerate(pairwise(shown)):
        for label, figure in ((one, other), (other, one)):
            opening = _SENTENCE.split(figure.text[:LONGEST])[0]
            if len(opening) > _SHORT or not _NAMED.search(folded(label.text[:_SHORT])):
                continue
            found = [s for s in sums(opening) if s.unit or around]
            if len(found) == 1 and _is(difference, found[0].roubles(around) or 0.0, _SLIP):
                value = abs(found[0].roubles(around) or 0.0) * (1 if difference > 0 else -1)
                quote = f"{label.text.strip()} … {opening.strip()}"
                yield Figure(Concept.BALANCE, value, 1.0, quote, figure.locator, place)


def _with_units(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with the unit in small print under a big figure joined to it."""
    kept: Block | None = None
    for block in blocks:
        if kept and cell(kept.text) is not None and len(block.text) <= _UNIT and unit(block.text):
            kept = replace(kept, text=f"{kept.text} {block.text}")
            continue
        if kept:
            yield kept
        kept = block
    if kept:
        yield kept


def _in_tables(document: Document, difference: float) -> Iterator[Figure]:
    """A cell whose row or column is called the result, in the unit that makes it one."""
    for place, table in enumerate(document.tables):
        for row, text, heads in _cells(table):
            whole = lone(text) or _answer(text)
            number = whole.roubles(None) if whole else cell(text)
            named = (row, *heads) if whole is None or lone(text) else (row, text)
            label = next((h for h in named if _NAMED.search(folded(h[:_LABEL]))), None)
            if number is None or label is None:
                continue
            for scale in (1.0,) if whole else _SCALES:
                if _is(difference, number * scale, _TABLED):
                    value = round(abs(number) * scale, 2) * (1 if difference > 0 else -1)
                    quote = f"{label.strip()} … {text.strip()}"
                    yield Figure(Concept.BALANCE, value, 1.0, quote, table.locator, place)


def _answer(text: str) -> Sum | None:
    """The one sum of a cell that answers in words: "Займём 2,6 млрд рублей"."""
    found = [s for s in sums(text) if s.unit] if len(text) <= _LABEL else []
    return found[0] if len(found) == 1 else None


def _cells(table: Table) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(the row's label, a cell, the words at the top of its column) of cells with a label."""
    top = table.rows[0] if table.rows else ()
    for told in table.rows:
        # A big figure first and what it is beside it: "5,7 млрд руб. | разница, её займут".
        if len(told) == _PAIR and lone(told[0]) and not lone(told[1]):
            yield told[1], told[0], ()
    for row in map(unglued, table.rows[1:]):
        label = next((text for text in row if re.search(r"[^\W\d]{2}", text)), "")
        for index, text in enumerate(row[1:], 1):
            yield label, text, top[index : index + 1]


def _is(difference: float, value: float, slip: float) -> bool:
    return value != 0 and abs(abs(difference) - abs(value)) <= slip * abs(value)


def _told(plain: str, around: float | None) -> Iterator[Sum]:
    for this in sums(plain):
        before = _ASIDE.sub(" ", plain[: this.start])
        if (this.unit or around) and (_BEFORE.search(before) or _AFTER.search(plain[this.end :])):
            yield this
