"""Sentences about somebody else's money: a town, a district or a fund by its name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from scoring.language.ru.folded import any_of, folded
from scoring.model import Block, BlockKind, Document
from scoring.remembered import of_document, of_text
from scoring.totals.together import together

_REGIONS = r"(?:[Мм]оскв|[Сс]анкт|[Пп]етербург|[Сс]евастопол|[Гг]еро[йя])"
OF_TOWN = (
    r"\bбюджет\w* (?:[а-я]+(?:[ое]го|ей) )?город[а-я] "
    r"(?!москв|санкт|петербург|севастоп|федеральн)[а-я]"
)
"""A town's budget in folded text: "бюджет соседнего города Энска"."""
_PLACE = (
    r"(?:[Гг]ород(?:ской округ)?|[Гг]\.|[Рр]айон|[Пп]ос[её]лок|[Сс]ело|[Сс]таница|[Рр]айцентр|"
    r"(?:[Мм]униципальный|[Гг]ородской) (?:округ|район))"
)
_TOWN = re.compile(
    r"\W?(?:(?:\w+ ){1,3}(?:региона|области|края|республики|округа), |А |И |Сам )?"
    rf"{_PLACE}\s+[«\"]?(?!{_REGIONS})[А-ЯЁ][а-яё-]+"
)
"""A town with its name is who gets or spends: "Город Заречный получит 2,6 млрд рублей"."""
_DISTRICT = re.compile(
    r"\W?[А-ЯЁ][а-яё-]+(?:ский|цкий|ный) (?:(?:муниципальный |городской )?район|"
    r"(?:муниципальный|городской) округ)\b"
)
_CENTRE = re.compile(
    r"\W?(?:(?:а|и|но|наш\w*|сам\w*|в|у|для) ){0,3}(?:"
    r"(?:областн|краев|республиканск|окружн|районн|административн)\w+ (?:центр|столиц)\w{0,2}"
    r"(?= [^.!?]*\b(?:бюджет|казн|доход|расход|тра[тч]|потра|получ|собер|собра))|"
    r"столиц\w (?:(?:наше\w+|этого|всего) )?(?:области|края|республики|региона|округа)|"
    r"(?:мэри|горадминистраци|райадминистраци)\w\b)"
)
"""The region's main town, without its name: "Наш областной центр живёт небедно"."""
_FIRMS = re.compile(
    r"\W?(?:(?:все|наши|эти|крупн\w+|малые|местн\w+) )?(?:предприяти[ея]|компани[ия]|заводы?|"
    r"фирмы?|банки?|аграрии|фермеры|бизнес|холдинги?|корпораци[ия])\b(?![^.!?]*\b(?:бюджет|казн))"
)
"""Who lives by an income of its own: "Предприятия края увеличат доход до 90 млрд рублей"."""
_GOES_ON = re.compile(r"[-–—] [а-яё]|[а-яё]{2,} ")
"""How the second line of a heading begins that was read as two."""
SHORT = 120
"""Letters of a line that is no sentence."""
_LONGEST = 300
"""Letters of a sentence that are read."""
_ITS_BUDGET = any_of(
    r"\W?(?:[а-я0-9]+ ){0,3}бюджет(?:а|у|ом|е|ы|ов)? (?:[а-я-]+(?:ого|ых|их|его) ){0,2}"
    r"(?:города(?:-[а-я]+)?(?! (?:москв|санкт|петербург|севастоп|федеральн))|"
    r"фонда|района|районов|поселени[яй]|учреждени[яй]|городск\w+ округ\w+|"
    r"муниципальн\w+ (?:района|округа|образовани[яй]))\b",
    r"\W?(?:в |у |из )?(?:[а-я-]+ ){0,2}фонд\w{0,2} (?:омс|[а-я-]+ страховани\w)",
    r"\W?бюджет\w? соседн",
    r"\W?(?:городск|районн|местн)\w+ бюджет\w?\b",
)
_HERE = any_of(
    r"\b(?:областн|краев|республиканск|окружн|региональн)\w+ (?:бюджет|казн)",
    r"\bбюджет\w? (?:области|края|республики|региона)",
)
_AVERAGE = re.compile(
    r"\W*(?:(?:это|а|и|получается|выходит|то есть|значит|если считать)\W+){0,3}"
    r"в среднем\b(?=[^.!?]{0,30}\b(?:год|месяц|кажд|ежегодн|в день|за день))"
)
"""The average of several years is the sum of none of them."""
_ALONE = re.compile(
    r"\b(?:только|лишь|отдельно|сам(?:ого|ом)?|собственно|"
    r"без (?:районов|городов|муниципал[а-я]+))\b"
    r"[^.!?\d]{0,20}\b(?:областн|краев|республиканск|окружн|региональн)\w+ (?:бюджет|казн)"
)
"""Of the region's own, whatever the heading over it: "Если взять только областной бюджет"."""


@of_text
def anothers(sentence: str) -> bool:
    """Does a sentence speak of the budget of a town, a district or a fund, not of the region's?

    Nor is the region's own what it has together with its towns.
    """
    sentence = sentence.lstrip(' -–—«"')[:_LONGEST]
    if _AVERAGE.match(folded(sentence)):
        return True
    if together(sentence):
        return True
    named = _TOWN.match(sentence) or _DISTRICT.match(sentence)
    plain = folded(sentence)
    its = _CENTRE.match(plain) or _FIRMS.match(plain) or _ITS_BUDGET.match(plain)
    return bool(named or its) and not _HERE.search(plain)


@of_document
def own(document: Document) -> tuple[tuple[int, Block], ...]:
    """The blocks with their places, without the site's frame and what stands under another's name.

    A heading "Бюджет Заречного района" holds until the next of its level or above.
    """
    return tuple(_own(document.blocks))


@of_document
def short_lines(document: Document) -> tuple[tuple[int, str, str], ...]:
    """Their lines that may be of a formula: the place of the block, its locator, the line."""
    return tuple(
        (place, block.locator, text)
        for place, block in own(document)
        for text in block.text.splitlines()
        if len(text) <= SHORT
    )


def _own(blocks: Iterable[Block]) -> Iterator[tuple[int, Block]]:
    under: int | None = None
    for place, block in _whole_headings(blocks):
        if block.kind is BlockKind.BOILERPLATE:
            continue
        heads = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
        if heads and (under is None or block.level <= under):
            under = block.level if anothers(block.text) else None
        if under is None or _ALONE.search(folded(block.text[:_LONGEST])):
            yield place, block


def _whole_headings(blocks: Iterable[Block]) -> Iterator[tuple[int, Block]]:
    """The blocks with their places; of a heading that goes on in the next the two as one."""
    kept: tuple[int, Block] | None = None
    for place, block in enumerate(blocks):
        heads = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
        if kept and heads and _GOES_ON.match(block.text) and kept[1].locator == block.locator:
            kept = kept[0], replace(kept[1], text=f"{kept[1].text} {block.text}")
            continue
        if kept:
            yield kept
        kept = (place, block) if heads else None
        if kept is None:
            yield place, block
    if kept:
        yield kept
