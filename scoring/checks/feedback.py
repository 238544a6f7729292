"""Is there a way to say what one thinks of the budget?"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal
from urllib.parse import urljoin

from pydantic import Field

from crawler.model import Outcome
from scoring.checks import asking, bygone, channels, invited, voices
from scoring.checks.answers import MOST_PROOF, in_file, in_files, measured
from scoring.checks.texts import TextCheck
from scoring.editions.linked import address
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence, PageLink, Stage
from scoring.passages import Passage, passages

_GONE = frozenset({Outcome.NOT_FOUND, Outcome.SOFT_404})
_AHEAD = {Stage.DRAFT: -1, Stage.ADOPTED: 0, Stage.EXECUTED: 1}
# What a sentence that asks to say something calls the place for it.
_HERE = re.compile(
    r"^\W*(?:(?:через|по|в|во|на|с помощью|заполн\w+|откр\w+|перейти к) )?(?:[а-я-]+ ){0,2}"
    r"(?:форм|анкет|опрос|ссылк|здесь|сюда|тут\b|портал|бланк|при[её]мн|сервис|страниц)"
)
_INVITES = re.compile(
    r"\b(?:вправе|прийти|принять участие|участвовать|пройти|проведем|до встречи|приглаша\w+|"
    r"приходите|"
    r"ответьте|пройдите|заполните|оцените|проголосуйте|голосуйте|примите|"
    r"участвуйте|можно|можете|может|предлага\w+|ждем|просим|напишите|пишите|приветству\w+|"
    r"думаете|хотите|"
    r"доступ\w+|открыт\w*|проводится|пройдет|пройдут|состоится|состоятся|будет|будут|"
    r"запланирован\w*|"
    r"назначен\w*|появится|появятся|сообщим|объявим|важно ваше|ваш\w{0,2} (?:мнени|предложени|"
    r"вопрос|отзыв|"
    r"замечани|голос)\w*|принимаются|откроем|запустим|интересно|перейти|перейдите|поделитесь|скажите|спросите|спрашивайте|сообщите)\b"
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
        each = (e for file in files for e in _working(dossier, edition, file))
        # Read on until there is as much proof as is shown.
        if working := list(islice(each, MOST_PROOF)):
            said = (
                "Указан способ высказаться: слушания с датой и местом, опрос, форма или адрес.",
                "A way to respond is given: a dated hearing, a survey, a form or an address.",
            )
            return measured(1.0, said, working)
        asks = (e for file in files for e in _invited(edition, file))
        if asked := list(islice(asks, MOST_PROOF)):
            said = (
                "Высказаться приглашают, но как это сделать, не сказано.",
                "Readers are invited to respond, but not told how.",
            )
            return measured(self.invited, said, asked)
        none = "Высказаться о бюджете не предлагают.", "No way to respond to the budget is offered."
        return measured(0.0, none, in_files(edition))


def _working(dossier: Dossier, edition: Edition, file: EditionFile) -> Iterator[Evidence]:
    read = passages(file.document.legible)
    for number, passage in enumerate(read):
        told = voices.named(read, number)
        usable = told and voices.usable(told, read, number, since=_since(edition))
        if usable and not _dead(dossier, file, passage.locator):
            yield in_file(file, passage.locator, passage.text)
    for link in file.document.links:
        leads = not asking.elsewhere(link.context) and _answers(dossier, file, link.href)
        if leads and _takes(link):
            yield in_file(file, link.locator, link.text or link.context)


def _takes(link: PageLink) -> bool:
    """Does a link lead to where one may speak: "Задать вопрос", "Вопросы шлите [сюда]"?"""
    named = lexicon("voice").words.named(link.text or link.context) - {"hearing"}
    by_words = asking.asks(link.context) and _HERE.match(folded(link.text)) is not None
    return bool(named) or asking.asks(link.text) or by_words


def _since(edition: Edition) -> int:
    """The year from which a hearing on this stage can still be to come."""
    return edition.fiscal_year + _AHEAD[edition.stage]


def _dead(dossier: Dossier, file: EditionFile, locator: str) -> bool:
    """All links of the passage's block were asked for and are not there."""
    links = [link.href for link in file.document.links if link.locator == locator]
    return bool(links) and not any(_answers(dossier, file, href) for href in links)


def _answers(dossier: Dossier, file: EditionFile, href: str) -> bool:
    """A link that was asked for and is not there leads nowhere; one not asked may well lead."""
    try:
        target = address(urljoin(file.capture.final_url, href))
    except ValueError:
        return False
    met = [c.outcome for c in dossier.captures if target in (address(c.url), address(c.final_url))]
    return not met or any(outcome not in _GONE for outcome in met)


def _mailbox(read: Sequence[Passage], number: int) -> bool:
    """A mailbox in the passage, or behind its question."""
    text = read[number].text
    if "@" not in text and "?" not in text:
        return False
    asked = text.rstrip().endswith("?")
    near = read[number : number + 1 + asked]
    return any("@" in p.text and channels.MAIL.search(folded(p.text)) for p in near)


def _invites(read: Sequence[Passage], number: int, since: int) -> bool:
    """Is the reader asked to say something, or to come, or is there a mailbox for it?"""
    text = read[number].text
    if asking.asks(text) or invited.to_the_last(read, number, since):
        return True
    named = lexicon("voice").words.named(text)
    if named and _INVITES.search(folded(text)) and not invited.costs(text):
        return True
    return _mailbox(read, number) and bool(voices.named(read, number))


def _invited(edition: Edition, file: EditionFile) -> Iterator[Evidence]:
    read = passages(file.document.legible)
    since = _since(edition)
    for number, passage in enumerate(read):
        if not _invites(read, number, since) or voices.of_another(read, number):
            continue
        plain = folded(passage.text)
        words = lexicon("voice").words.named(passage.text)
        over = words == {"hearing"} and bygone.is_over(plain, since)
        if not (over or bygone.is_past(plain)):
            yield in_file(file, passage.locator, passage.text)
    for link in file.document.links:
        if lexicon("voice").words.named(link.text) and not asking.elsewhere(link.context):
            yield in_file(file, link.locator, link.text)
