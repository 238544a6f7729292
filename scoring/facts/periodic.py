"""Lines that only say when: "Было: 4 918", "2025 - 19,7" stand under the line that names them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.locator import leaf
from scoring.model import Block, BlockKind

_LONGEST = 100
_WHEN = re.compile(
    r"январ\w|феврал\w|марта?|апрел\w|ма[йя]|июн\w|июл\w|августа?|сентябр\w|октябр\w|ноябр\w|декабр\w|"
    r"был[аио]?|стал[аио]?|станет|будет|до|после|план|факт|начал[оае]|кон(?:ец|ца|це|цу)|назад|ранее|"
    r"раньше|прежде|теперь|сейчас|сегодня|ожида\w+|оценк\w|прогноз\w?|утвержден\w?|исполнен\w?|"
    r"закон\w?|проект\w?|отчет\w?"
)
_SMALL = re.compile(
    r"год[ауеы]?|годом|лет|г|на|в|во|к|с|за|по|и|через|млн|млрд|тыс|тысяч\w?|миллион\w*|миллиард\w*|"
    r"руб\w*|р|состояни\w|первоначальн\w+|уточненн\w+"
)
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)20[1-4]\d(?!\d)")
_DAY = re.compile(
    r"\b\d{1,2}\.\d{1,2}\b|"
    r"\b\d{1,2}(?=\s(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр))",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_FEW = 6
"""Times told one under another before the first figure comes."""
_NAMES = re.compile(r"[^\W\d_]{3,}(?!.*[.!?;:,]$)", re.S)


def periodic(blocks: Sequence[Block]) -> Mapping[int, str]:
    """By its number a block that says no more than when and how much, and the line over it.

    The first of such blocks names its time; the line that names them is short, without a figure.
    """
    return dict(_under(blocks))


def _under(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    name, page = "", ""
    for number, one in enumerate(blocks):
        if name and leaf(one.locator) == page and (_says_when(one) or _is_sum(one)):
            yield number, name
            continue
        heads = _heads(one) and _tells_sums(blocks, number + 1)
        name, page = (one.text.strip(), leaf(one.locator)) if heads else ("", "")


def _tells_sums(blocks: Sequence[Block], first: int) -> bool:
    """Do times follow, and a figure with or under them? In a line of time deeds follow them."""
    for number in range(first, min(first + _FEW, len(blocks))):
        when = _says_when(blocks[number])
        if number == first and not when:
            return False
        if not when and not _is_sum(blocks[number]):
            return False
        if _FIGURE.search(_DAY.sub("", _YEAR.sub("", blocks[number].text))):
            return True
    return False


def _heads(block: Block) -> bool:
    """Is it a line that names what follows? A heading stands over that without this."""
    text = block.text.strip()
    line = block.kind is BlockKind.PARAGRAPH and len(text) <= _LONGEST
    return line and bool(_NAMES.search(text)) and not quantities(text) and not _says_when(block)


def _says_when(block: Block) -> bool:
    if not _is_line(block):
        return False
    words = _WORD.findall(folded(block.text))
    when = [word for word in words if _WHEN.fullmatch(word)]
    small = (_SMALL.fullmatch(word) or _WHEN.fullmatch(word) for word in words)
    return bool(when or _YEAR.search(block.text)) and all(small)


def _is_sum(block: Block) -> bool:
    """A figure with its unit and nothing else."""
    if not _is_line(block) or not quantities(block.text):
        return False
    return all(_SMALL.fullmatch(word) for word in _WORD.findall(folded(block.text)))


def _is_line(block: Block) -> bool:
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    return block.kind in kinds and len(block.text) <= _LONGEST
