"""Are letters and calls of readers waited for, or is an office's address only told?"""

import re
from collections.abc import Sequence

from scoring.checks import asking, channels, nearby
from scoring.language.ru.folded import folded
from scoring.language.ru.makers import made_by
from scoring.passages import Passage

WRITE = re.compile(
    r"^\W*(?:на)?(?:пишите|присылайте|отправляйте|направляйте|ждем|письмом|через|на почту|"
    r"по почте)\b|\bформ[аеу]\b|\bдля (?:вопрос|предложени|"
    r"отзыв)"
)
_SEND = re.compile(r"\b(?:присыла|пришл|(?:на|от)прав(?:ля|ьте|ить))")
_CALL_OF_BUDGET = re.compile(
    r"\b(?:вопрос|предложени|замечани|пожелани|мнени)\w* [^.!?]{0,30}\bбюджет[^.!?]{0,60}"
    r"\b(?:тел|звон|номер)"
)
_ANSWERED = re.compile(
    r"\b(?:ответим|ответит|ответят|отвечаем|отвечает|отвечают|ответ (?:прид[её]т|дадим|получите)|"
    r"рассмотрим|рассмотрят|учт[её]м|учтут|изучим|изучат|опубликуем|разбер[её]т|будут (?:учтен|"
    r"рассмотрен)\w*)\b"
)


def taken(read: Sequence[Passage], number: int, block: str) -> bool:
    """Is what readers write or say taken, in folded text around a passage that asks for it?"""
    mailed = channels.MAIL.search(block) or _mailed(read, number)
    return bool(mailed and _awaited(block)) or _written(block)


def _written(block: str) -> bool:
    """What readers think is taken by telephone, or by post."""
    asked = asking.asks(block)
    opinion = asked and asking.is_opinion(block)
    phone = channels.PHONE.search(block) is not None
    sent = _SEND.search(block) is not None and "по тел" not in block
    called = phone and not sent and re.search(r"\b(?:тел\b|телефон|звон|номер)", block) is not None
    timed = phone and channels.HOURS.search(block) is not None
    if timed and (asked or asking.unanswered(block)):
        return True
    if asked and called and _CALL_OF_BUDGET.search(block):
        return True
    posted = channels.POST.search(block) is not None and _awaited(block)
    return opinion and (called or posted)


def _awaited(block: str) -> bool:
    """Are letters waited for: until a day, with an answer promised, in a box kept for them?

    An office's own address under "Пишите нам" invites, and no more.
    """
    box = channels.KEPT_BOX.search(block) or channels.DAY.search(block)
    return bool(box) or _ANSWERED.search(block) is not None


def _mailed(read: Sequence[Passage], number: int) -> bool:
    """An e-mail address to write to in the next lines under the same heading."""
    this = read[number]
    after = [
        p for p in read[number + 1 : number + 3] if p.above == this.above or nearby.led_by(p, this)
    ]
    texts = [p.text for p in after if not asking.elsewhere(p.text) and not made_by(p.text)]
    return any(channels.MAIL.search(plain) and WRITE.search(plain) for plain in map(folded, texts))
