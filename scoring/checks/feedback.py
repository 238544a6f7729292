"""Is there a way to say what one thinks of the budget?"""

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.texts import TextCheck
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Passage, Piece, passages

_DAY = re.compile(
    r"\b\d{1,2}\s+(?:январ|феврал|март|апрел|ма[яй]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)|"
    r"\b\d{1,2}\.\d{1,2}\.(?:20)?\d\d"
)
_PLACE = re.compile(
    r"\b(?:зал\w{0,3}|здани\w+|ул\.|улиц\w+|площад\w+|пл\.|просп\w*|кабинет\w*|ауд\w*|"
    r"дом\w* (?:\d|культуры|"
    r"правительств|союз)|правительств\w+|администрац\w+|по адресу|онлайн|видео\w*|трансляц\w+|"
    r"минфин\w*|"
    r"министерств\w+|дум[аеы]|собрани\w+|библиотек\w+|г\. ?[а-я]|в городе|мфц)\b"
)
_STRONG = re.compile(
    r"https?://|www\.|@[\w-]+\.|\.(?:ru|рф|invalid)\b|\bqr\b|госуслуг|\+?[78][\s(-]*\d{3,5}[\s)-]*\d"
)
_PAST = re.compile(
    r"\b(?:прошл[иа]|состоял[иа]сь|проведен[ыо]|проводил[иа]сь|принял[иа] участие|обсудил[иа])\b"
)
_INVITES = re.compile(
    r"\b(?:приглаша\w+|ответьте|пройдите|оцените|проголосуйте|голосуйте|примите|участвуйте|можно|можете|"
    r"предлага\w+|жд[её]м|просим|напишите|пишите|присылайте|направляйте|задавайте|задайте|поделитесь|"
    r"оставьте|скажите|спросите|спрашивайте|сообщите|важно ваше|ваш\w{0,2} (?:мнени|предложени|"
    r"вопрос|отзыв|"
    r"замечани)\w*|принимаются|хотите|доступ\w+|открыт\w*|проводится|пройд[её]т|пройдут|состоится|состоятся)\b"
)
_ELSEWHERE = re.compile(
    r"\bликвидаци|\bкоррупци|тех\w* ?поддержк|ошибк\w+ на сайте|оцените качество работы сайта"
)


class Feedback(TextCheck):
    """1 for a mechanism that can be used, ``invited`` for an invitation without one.

    A hearing needs its day and place; a survey, a form or an invitation to write needs a link
    or an address to send it to.
    """

    kind: Literal["feedback"]
    invited: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the mechanism, or else the invitation."""
        working = [e for file in files for e in _working(file)]
        if working:
            said = (
                "Указан способ высказаться: слушания с датой и местом, опрос, форма или адрес.",
                "A way to respond is given: a dated hearing, a survey, a form or an address.",
            )
            return measured(1.0, said, working)
        invited = [e for file in files for e in _invited(file)]
        if invited:
            said = (
                "Высказаться приглашают, но как это сделать, не сказано.",
                "Readers are invited to respond, but not told how.",
            )
            return measured(self.invited, said, invited)
        none = "Высказаться о бюджете не предлагают.", "No way to respond to the budget is offered."
        return measured(0.0, none, in_files(edition))


def _working(file: EditionFile) -> Iterator[Evidence]:
    read = passages(file.document.typed)
    for number, passage in enumerate(read):
        named = _named(passage)
        if named and _usable(named, _around(read, number)):
            yield in_file(file, passage.locator, passage.text)
    for link in file.document.links:
        if lexicon("voice").words.named(link.text or link.context) and not _other(link.context):
            yield in_file(file, link.locator, link.text or link.context)


def _invited(file: EditionFile) -> Iterator[Evidence]:
    for passage in passages(file.document.typed):
        plain = folded(passage.text)
        if _named(passage) and _INVITES.search(plain) and not _PAST.search(plain):
            yield in_file(file, passage.locator, passage.text)


def _named(passage: Passage) -> frozenset[str]:
    if passage.piece is Piece.HEADING or _other(passage.text):
        return frozenset()
    return lexicon("voice").words.named(passage.text)


def _other(text: str) -> bool:
    return _ELSEWHERE.search(folded(text)) is not None


def _around(read: tuple[Passage, ...], number: int) -> str:
    """The passage with those of its block, and the two next under the same heading."""
    this = read[number]
    near = [p for p in read[max(0, number - 2) : number] if p.block == this.block]
    after = [p for p in read[number + 1 : number + 3] if p.above == this.above]
    return folded(" ".join(p.text for p in (*near, this, *after)))


def _usable(named: frozenset[str], around: str) -> bool:
    if "hearing" in named and _DAY.search(around) and _PLACE.search(around):
        return True
    return bool(named & {"survey", "question"}) and _STRONG.search(around) is not None
