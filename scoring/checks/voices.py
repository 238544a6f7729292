"""Can a way to respond that a text names be used, and is it not over?"""

import re
from collections.abc import Sequence

from scoring.checks import apart, asking, channels, invited, letters, nearby
from scoring.checks.bygone import is_over, is_past
from scoring.checks.lines import heads_over, is_head
from scoring.language.ru.folded import any_of, folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.makers import made_by
from scoring.language.ru.signs import holds
from scoring.passages import Passage, Piece
from scoring.remembered import of_text, of_words

_MEETING = any_of(
    r"\bприходите[^.!?]{0,120}\b(?:обсу|министр|бюджет|вопрос)",
    r"\bприходите (?:[а-я]+ ){0,2}(?:(?:по)?спорить|поговорить|высказаться|возразить|спросить)\b",
    r"^\W*обсуждени\w+ (?:проекта|бюджета|отчета)\b(?![^.]*(?:депутат|комитет|чтени|дум[еы]\b|"
    r"фракци))",
    r"\b(?:приглаша|встреч)\w+[^.!?]{0,60}\b(?:обсу|министр|бюджет|читател)",
    r"\b(?:министр|минфин)\w*[^.!?]{0,80}\b(?:ответ(?:ит|ят) на вопрос|встрет(?:ит|ят)ся с)",
    r"\b(?:где|когда)\b[^.!?]{0,20}\bобсудить\b|\bобсуждаем (?:проект|бюджет)",
    r"\b(?:поспорить|поговорить|встретиться|побеседовать|пообщаться) с (?:\w+ )?"
    r"(?:министр|губернатор|финансист|экономист|минфин)",
    r"^\W*обсуждени\w+ (?:открыт|иде?ут?|идет|проводят?ся|ведет)",
    r"\b(?:будет|будут|готов\w*) отвечать на (?:\w+ )?вопросы(?! депутат)[^.!?]{0,60}\bбюджет",
)
_TALK = re.compile(
    r"\b(?:поговорим|обсудим|поспорим|расскажем|ответим|встретимся|встречаемся|соберемся|"
    r"собираемся|разберем)\b|^\W*ждем (?:вас |всех )?(?:в )?\d{1,2} [а-я]"
)
_REPORT = re.compile(r"\b(?:итог|результат|протокол|рекомендац|заключени|прошл|прошедш|состоявш)")
_HAND_IN = re.compile(
    r"\b(?:верн(?:ите|уть)|брос(?:ьте|ить)|сда(?:йте|ть)|опусти(?:те|ть)|принес(?:ите|ти)|остав(?:ьте|ить)|"
    r"пришл(?:ите|ать)|(?:на|от)прав(?:ьте|ить))\b"
)
_DROP = re.compile(r"\bопусти(?:те|ть)\b|\bброс(?:ьте|ить)\b|\bв урну\b|\bв ящик\b|\bв кабинет\b")
_BUDGET = re.compile(r"\bминистр\b|\bбюджет|\bброшюр|\bфинанс|\bминфин|\bрасход|\bпредложени")
_ONLINE = re.compile(r"\bобсуждени\w+[^.!?]{0,80}\bна (?:\w+ )?(?:портал|сайт|платформ|страниц)\w*")
# A discussion that goes on where an address is given; what was published of it is no discussion.
_HELD = re.compile(
    r"\bобсуждени\w+[^.!?]{0,80}\b(?:проводится|проводятся|проходит|проходят|идет|идут|открыт\w*|"
    r"ведется|ведутся|доступн\w*|организован\w*|пройдет|пройдут)\b"
)
_ABOUT_IT = re.compile(
    r"\b(?:информаци|материал|протокол|итог|объявлени|сообщени|документ|подробн)"
)
# A slip to be filled in and sent, whatever it is called.
_SLIP = re.compile(
    r"\b(?:заполн|впиш|отмет)\w*(?:ите|ить|ьте)\b[^.!?]{0,60}\b(?:вырежьте|отправьте|верните|опустите|"
    r"сдайте|бросьте|принесите|пришлите|оставьте)\b"
)
_PAPERS = re.compile(r"\b(?:деклараци|заявлени|справк|квитанци|договор|заявк)")
# "Расскажите, что думаете: зал «Диалог», 24 ноября, 18:00".
_AT_HOUR = re.compile(r"(?<!до )\b\d{1,2}[.:-]\d\d\b(?!\.\d)|\b(?:в|с) \d{1,2} час")
_NUMBERED = re.compile(r"\d{1,2}[.)] ")
# Beside an office's telephone it asks for nothing.
_VALUED = re.compile(
    r"^\W*(?:(?:для )?нам )?(?:очень |всегда )?важно (?:знать )?ваше мнение\W*$|"
    r"^\W*ваше мнение (?:очень |всегда )?важно(?: для нас)?\W*$"
)
_MONTH = re.compile(
    r"\b(?:январ|феврал|март|апрел|ма[йея]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)"
)
_OFFICE_HOURS = re.compile(r"\W*(?:график|часы|время|дни|порядок)\b[^.:;]{0,40}\bприем")
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
    text = passage.text
    short = len(text) < 2 * _SHORT or len(text.split(maxsplit=_SHORT)) <= _SHORT
    over, offered = _over(heads_over(read, number)[-2:]) if short and not own else ("", own)
    # Most passages and their headings name none: what else they are of need not be asked.
    if not (own or offered) or of_another(read, number) or invited.costs(passage.text):
        return frozenset()
    plain = folded(passage.text)
    if _REPORT.search(plain) and is_head(read, number):
        return frozenset()
    if own or made_by(passage.text) or asking.elsewhere(over) or _REPORT.search(folded(over)):
        return own
    # Bare contacts under "Нам важно ваше мнение" are contacts and no more.
    calls = asking.asks(over) or asking.titles(over)
    asked = asking.unanswered(over) or (calls and letters.WRITE.search(plain))
    told = {
        "question": asked,
        "survey": apart.is_address(passage.text) or apart.opens(passage.text),
    }
    return offered & {"hearing", *(way for way, there in told.items() if there)}


def of_another(read: Sequence[Passage], number: int) -> bool:
    """Is it about something else than the budget, or goes on about it in the same paragraph?"""
    this = read[number]
    if asking.elsewhere(this.text):
        return True
    before = read[number - 1] if number and this.block >= 0 else this
    follows = before is not this and before.block == this.block and asking.elsewhere(before.text)
    return follows and not (_BUDGET.search(folded(this.text)) or asking.asks(this.text))


@of_words
def _over(heads: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    """What stands over a passage, and the ways to respond it names."""
    return (over := " . ".join(heads)), _topics(over)


@of_text
def _topics(text: str) -> frozenset[str]:
    told = lexicon("voice").words.named(text)
    if asking.asks(text) or asking.unanswered(text):
        told |= {"question"}
    plain = folded(text)
    if holds(_MEETING, plain) or (holds(_TALK, plain) and channels.DAY.search(plain)):
        told |= {"hearing"}
    if holds(_SLIP, plain) and not _PAPERS.search(plain):
        told |= {"survey"}
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
    if _meets(told, this, around, placed=placed):
        return not is_over(around, since)
    if "box" in told and placed and asking.says(around):
        return True
    near = read[max(0, number - 2) : number + 3]
    block = around if own.endswith((":", "?")) else folded(" ".join(nearby.paragraph(near, this)))
    dropped = placed and "question" in told and _DROP.search(block)
    received = "reception" in told and not _keeps_hours(own)
    if dropped or (received and (_heard(around) or _receives(this, around, since))):
        return True
    if "survey" in told and _HAND_IN.search(block) and (placed or channels.POST.search(block)):
        return True
    if _VALUED.search(own) or not told & {"survey", "question"}:
        return False
    led = "survey" in told and apart.reached(read, number)
    site = channels.ADDRESS.search(channels.MAILBOX.sub(" ", block)) is not None
    return site or led or letters.taken(read, number, block)


def _meets(told: frozenset[str], this: Passage, around: str, *, placed: bool) -> bool:
    """A meeting with its day and place, or a discussion on a site."""
    own = folded(this.text)
    if "hearing" in told:
        if placed and _day(this, around) and not is_past(around):
            return True
        online = _ONLINE.search(own) is not None and channels.ADDRESS.search(own) is not None
        return online or _held_online(own)
    asked = "question" in told and placed and _AT_HOUR.search(own) is not None
    return asked and _day(this, own)


def _held_online(own: str) -> bool:
    """A discussion goes on at an address."""
    held = _HELD.search(own) is not None and _ABOUT_IT.search(own) is None
    return held and channels.ADDRESS.search(channels.MAILBOX.sub(" ", own)) is not None


def _day(this: Passage, around: str) -> bool:
    """A day; of what is one of a list, its own, unless it leads the days."""
    own = folded(this.text)
    # "Рассмотрение: ноябрь - декабрь": its own time is told, and the next line's day is not its.
    months = len(_MONTH.findall(own)) > 1
    listed = this.piece is Piece.ITEM or _NUMBERED.match(own) or months
    return channels.DAY.search(own if listed and not own.endswith(":") else around) is not None


def _keeps_hours(own: str) -> bool:
    """Hours of an office, for whatever one comes with: "График приёма граждан: среда"."""
    kept = _OFFICE_HOURS.match(own) is not None and not asking.says(own)
    return kept and not _BUDGET.search(own)


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
