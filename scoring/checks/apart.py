"""An address told apart from what it is for: on a line of its own, or in an earlier step."""

import re
from collections.abc import Sequence

from scoring.checks import asking, channels
from scoring.language.ru.folded import folded
from scoring.passages import Passage

# A line that is an address and no more: "→ opros.invalid/budget", "Ссылка: forms.invalid/a1".
_BARE = re.compile(
    r"^\W*(?:(?:по )?(?:адрес|ссылк|сайт|страниц|портал|здесь|тут|qr-?код)\w*(?: \w+)?\W+)?"
    r"(?:https?://|www\.)?[a-zа-я0-9][\w-]*(?:\.[\w-]+)*\.[a-zа-я]{2,}(?:/\S*)?\W*$"
)
_STEP = re.compile(r"^\W*(?:(?:шаг|этап|действие) ?№? ?\d|(?:перв|втор|трет)\w+ шаг|\d{1,2}[.)])")
_OPEN = re.compile(
    r"\b(?:откр|зай|перей|загля|набер|найд|введ|навед|скан|отскан)\w*(?:йте|ите|ьте|й|и)\b"
)
_CALL = re.compile(
    r"\b(?:(?:про)?голосу|выбира|выбер|пройд|ответ|оцен|заполн|прими|участву|поучаству|выскаж|"
    r"отмет|отметь|постав)\w*(?:йте|ите|ьте|й|и|ь)(?:сь)?\b"
)
_LETTER = re.compile(r"[^\W\d_]")
_ELSE = re.compile(
    r"\b(?:скача|загруз|таблиц|открыт\w+ данн|видео|ролик|посмотр|узна|подробн|полн\w+ верси|текст|"
    r"закон|карт[аеу]\b|подпи[сш])"
)
"""What a code is for, when it is not for an answer."""
_STEPS = 4


def reached(read: Sequence[Passage], number: int) -> bool:
    """Does the line after a call to a survey, or a step before it, give the address?"""
    this = read[number]
    if not _CALL.search(folded(this.text)):
        return False
    # Stars to be ticked may stand between.
    lines = [p for p in read[number + 1 : number + 4] if _LETTER.search(p.text)]
    after = [p for p in lines[:1] if this.block >= 0 <= p.block]
    if any(is_address(p.text) or opens(p.text) for p in after):
        return True
    return _STEP.match(folded(this.text)) is not None and _opened(read, number)


def is_address(text: str) -> bool:
    """Is a line the address of a page and no more?"""
    return _BARE.match(folded(text)) is not None and not channels.MAIL.search(text)


def opens(text: str) -> bool:
    """Does a line bid to open an address for an answer: "Наведите камеру на QR-код"?"""
    plain = folded(text)
    bids = channels.ADDRESS.search(plain) is not None and _OPEN.search(plain) is not None
    return bids and _ELSE.search(plain) is None and not asking.elsewhere(text)


def _opened(read: Sequence[Passage], number: int) -> bool:
    """Is a page opened by one of the steps that come right before?"""
    for passage in reversed(read[max(0, number - _STEPS) : number]):
        plain = folded(passage.text)
        if passage.above != read[number].above or not _STEP.match(plain):
            return False
        if _OPEN.search(plain) and channels.ADDRESS.search(plain):
            return not asking.elsewhere(passage.text)
    return False
