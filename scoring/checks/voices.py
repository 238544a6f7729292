"""Can a way to respond that a text names be used, and is it not over?"""

import re
from collections.abc import Sequence

from scoring.checks import apart, asking, channels, nearby
from scoring.checks.bygone import is_over, is_past
from scoring.checks.lines import heads_over, is_head
from scoring.language.ru.folded import any_of, folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.makers import made_by
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_MEETING = any_of(
    r"\bприходите[^.!?]{0,120}\b(?:обсу|министр|бюджет|вопрос)",
    r"^\W*обсуждени\w+ (?:проекта|бюджета|отчета)\b(?![^.]*(?:депутат|комитет|чтени|дум[еы]\b|"
    r"фракци))",
    r"\b(?:приглаша|встреч)\w+[^.!?]{0,60}\b(?:обсу|министр|бюджет|читател)",
    r"\b(?:министр|минфин)\w*[^.!?]{0,80}\b(?:ответ(?:ит|ят) на вопрос|встрет(?:ит|ят)ся с)",
    r"\b(?:где|когда)\b[^.!?]{0,20}\bобсудить\b|\bобсуждаем (?:проект|бюджет)",
    r"\b(?:поспорить|поговорить|встретиться|побеседовать|пообщаться) с (?:\w+ )?"
    r"(?:министр|губернатор|финансист|экономист|минфин)",
    r"\b(?:будет|будут|готов\w*) отвечать на (?:\w+ )?вопросы(?! депутат)[^.!?]{0,60}\bбюджет",
)
_TALK = re.compile(
    r"\b(?:поговорим|обсудим|поспорим|расскажем|ответим|встретимся|встречаемся|соберемся|"
    r"собираемся|разберем)\b"
)
_REPORT = re.compile(r"\b(?:итог|результат|протокол|рекомендац|заключени|прошл|прошедш|состоявш)")
_HAND_IN = re.compile(
    r"\b(?:верн(?:ите|уть)|сда(?:йте|ть)|опусти(?:те|ть)|принес(?:ите|ти)|остав(?:ьте|ить)|"
    r"пришл(?:ите|ать)|(?:на|от)прав(?:ьте|ить))\b"
)
_DROP = re.compile(r"\bопусти(?:те|ть)\b|\bв урну\b|\bв ящик\b|\bв кабинет\b")
_WRITE = re.compile(
    r"^\W*(?:на)?(?:пишите|присылайте|отправляйте|направляйте|ждем|письмом|через|на почту|"
    r"по почте)\b|\bформ[аеу]\b|\bдля (?:вопрос|предложени|"
    r"отзыв)"
)
_SEND = re.compile(r"\b(?:присыла|пришл|(?:на|от)прав(?:ля|ьте|ить))")
_BUDGET = re.compile(r"\bминистр\b|\bбюджет|\bброшюр|\bфинанс|\bминфин|\bрасход|\bпредложени")
_ONLINE = re.compile(r"\bобсуждени\w+[^.!?]{0,80}\bна (?:\w+ )?(?:портал|сайт|платформ|страниц)\w*")
_CALL_OF_BUDGET = re.compile(
    r"\b(?:вопрос|предложени|замечани|пожелани|мнени)\w* [^.!?]{0,30}\bбюджет[^.!?]{0,60}"
    r"\b(?:тел|звон|номер)"
)
_NUMBERED = re.compile(r"\d{1,2}[.)] ")
_MONTH = re.compile(
    r"\b(?:январ|феврал|март|апрел|ма[йея]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)"
)
_SHORT = 30
"""Words: a longer passage is no line under a heading that asks."""


def named(read: Sequence[Passage], number: int) -> frozenset[str]:
    """Ways to respond that a passage names, or the heading it stands under.

    Topics of the lexicon "voice"; "question" also of whatever asks to say something.
    """
    passage = read[number]
    if passage.piece is Piece.HEADING:
        return frozenset()
    own = _topics(passage.text)
    short = len(passage.text.split()) <= _SHORT
    over = " . ".join(heads_over(read, number)[-2:]) if short else ""
    # Most passages and their headings name none: what else they are of need not be asked.
    if not (own or _topics(over)) or asking.elsewhere(passage.text):
        return frozenset()
    plain = folded(passage.text)
    if _REPORT.search(plain) and is_head(read, number):
        return frozenset()
    if own or made_by(passage.text) or asking.elsewhere(over) or _REPORT.search(folded(over)):
        return own
    # Bare contacts under "Нам важно ваше мнение" are contacts and no more.
    calls = asking.asks(over) or asking.titles(over)
    asked = asking.unanswered(over) or (calls and _WRITE.search(plain))
    return _topics(over) & {"hearing", *(("question",) if asked else ())}


@of_text
def _topics(text: str) -> frozenset[str]:
    told = lexicon("voice").words.named(text)
    if asking.asks(text) or asking.unanswered(text):
        told |= {"question"}
    plain = folded(text)
    if _MEETING.search(plain) or (_TALK.search(plain) and channels.DAY.search(plain)):
        told |= {"hearing"}
    return told


def usable(told: frozenset[str], read: Sequence[Passage], number: int, *, since: int) -> bool:
    """Is the day and place, the address or the hours told of what the passage names?

    ``told`` are topics (``named``); a day before the year ``since`` has passed.
    """
    this = read[number]
    own, around = folded(this.text), nearby.around(read, number)
    if is_past(own):
        return False
    placed = channels.PLACE.search(around) is not None
    if "hearing" in told and placed and _day(this, around) and not is_past(around):
        return not is_over(around, since)
    if "hearing" in told and _ONLINE.search(own) and channels.ADDRESS.search(own):
        return not is_over(around, since)
    if "box" in told and placed and asking.says(around):
        return True
    near = read[max(0, number - 2) : number + 3]
    block = around if own.endswith((":", "?")) else folded(" ".join(nearby.paragraph(near, this)))
    dropped = placed and "question" in told and _DROP.search(block)
    if dropped or ("reception" in told and (_heard(around) or _receives(this, around, since))):
        return True
    if "survey" in told and _HAND_IN.search(block) and (placed or channels.POST.search(block)):
        return True
    if not told & {"survey", "question"}:
        return False
    led = "survey" in told and apart.reached(read, number)
    addressed = channels.ADDRESS.search(block) is not None
    return addressed or led or _mailed(read, number) or _written(block)


def _day(this: Passage, around: str) -> bool:
    """A day; of what is one of a list, its own, unless it leads the days."""
    own = folded(this.text)
    # "Рассмотрение: ноябрь - декабрь": its own time is told, and the next line's day is not its.
    months = len(_MONTH.findall(own)) > 1
    listed = this.piece is Piece.ITEM or _NUMBERED.match(own) or months
    return channels.DAY.search(own if listed and not own.endswith(":") else around) is not None


def _heard(around: str) -> bool:
    """A telephone with its hours, or of a line about the budget."""
    timed = channels.HOURS.search(around) or _BUDGET.search(around)
    return channels.PHONE.search(around) is not None and timed is not None


def _receives(this: Passage, around: str, since: int) -> bool:
    """A place with its hours or its day still to come: "День открытых дверей 14 марта, ул. ..."."""
    if channels.PLACE.search(around) is None or is_past(around):
        return False
    dated = _day(this, around) and not is_over(around, since)
    return dated or channels.HOURS.search(around) is not None


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
    return opinion and (called or channels.POST.search(block) is not None)


def _mailed(read: Sequence[Passage], number: int) -> bool:
    """An e-mail address to write to in the next lines under the same heading."""
    this = read[number]
    after = [
        p for p in read[number + 1 : number + 3] if p.above == this.above or nearby.led_by(p, this)
    ]
    texts = [p.text for p in after if not asking.elsewhere(p.text) and not made_by(p.text)]
    return any(channels.MAIL.search(plain) and _WRITE.search(plain) for plain in map(folded, texts))
