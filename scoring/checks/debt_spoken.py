"""Debt whose amount stands apart from its name: an answer, "он" or "я" for it, a bound in words."""

import re
from collections.abc import Iterator, Sequence

from scoring.checks.figures import Told
from scoring.facts import Form, Unit
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.passages import Passage, passages

_LEAST = 1e5
_BACK = 4
"""Sentences of one paragraph that may come between the name and its amount."""
_ASKS = re.compile(r"\?\W*$|\bспрашива|\bинтересу|\bзада[юе]т\w* вопрос|\bвопрос\w*\b")
_OPENS = re.compile(
    r"\W*(?:(?:я )?(?:отвечаю|отвечаем|ответ|скажу|скажем|называем|вот)|да|нет|немало|много|"
    r"немного|сейчас|сегодня|теперь|пока|всего|ровно|около|почти|примерно|больше|чуть|более|это|"
    r"сумма|честно|прямо|цифра|так|так[ао][яе]|на|к|\d{1,2}|январ[яь]|20\d\d|год[ау]?|начал[оу]|кон\w+)"
    r"(?:\W+|$)"
)
_SHORTEST = 8
"""Words before the amount of an answer, at most."""
_MONTH = r"[а-я]{2,6}(?:бр|рт|ел|ар|юн|юл)[яьею]"
_TIME = (
    r"(?:(?:а|и|но|в|на|к|за|сейчас|теперь|сегодня|год|года|году|назад|прошлом|этом|начал[оеу]|"
    rf"кон(?:ец|це|цу)|самом|{_MONTH}|\d{{1,2}}|20\d\d)\W+)*"
)
# Before "он" of the debt stand words of time, and nothing else that "он" could be.
_IT_IS = re.compile(
    rf"(?:\bя|^\W*{_TIME}(?:он|его (?:размер|сумма)))\b[^,;:]*\b(?:вес|похуд|поправ|потолст|тян|"
    r"сто[июя]|вырос|подрос|сниз|сократ|упал|уменьш|увелич|прибав|равня|равен|состав|был|стал|"
    r"достиг|насчит|опуст|дорос)\w*"
)
_THEN = re.compile(
    r"\W*(?:(?:а|и|сейчас|теперь|сегодня|стало|стал|стала|затем|потом|через|год|к|концу|конце|в|"
    rf"до|спустя|уже|ныне|нынче|{_MONTH})\b\W*)+(?:[а-я]+л(?:а|о|ся|ась)?\b(?: до)?)?\W*"
)
_AT_MOST = re.compile(
    r"\bне (?:должн[аоы]?|должен|может|могут|вправе|имеет права)(?: [а-я]+){0,2}? "
    r"(?:занять|занимать|задолжать|одалживать|брать взаймы)\b|"
    r"\b(?:занять|занимать|задолжать|брать взаймы)(?: [а-я]+){0,2}? "
    r"(?:не (?:вправе|может|должн\w*|разреш\w+)|"
    r"(?:разреш\w+|можно|позвол\w+|вправе)(?: [а-я]+){0,2}? (?:до|не (?:более|больше|свыше)))\b|"
    r"\b(?:разреш\w+|можно|позвол\w+|вправе) (?:[а-я]+ ){0,2}?(?:занять|занимать|задолжать)"
    r"(?: [а-я]+){0,2}? (?:до|не (?:более|больше|свыше))\b"
)
_BOUND = re.compile(r"\b(?:больше|более|свыше|выше|до)\W*(?:…|$)")


def spoken(every: Sequence[Told]) -> Iterator[Told]:
    """Amounts owed, or that may be owed, in sentences that do not name the debt themselves."""
    found = list[Told]()
    for one in every:
        fact = one.fact
        if fact.form is not Form.PROSE or fact.unit is not Unit.MONEY or fact.value < _LEAST:
            continue
        if is_bound(one) or _goes_on(one, found) or _about(one):
            found.append(one)
    yield from found


def is_bound(one: Told) -> bool:
    """How much may be owed, in words: "занимать разрешено не более 6,2 млрд"."""
    label, whole = folded(one.fact.label), folded(one.fact.whole)
    return _BOUND.search(label) is not None and _AT_MOST.search(whole) is not None


def _goes_on(one: Told, found: Sequence[Told]) -> bool:
    """The second of one sentence: "равнялся 10,2 млрд рублей, теперь - 9,8 млрд"."""
    same = any(o.fact.whole == one.fact.whole and o.file is one.file for o in found)
    return same and _THEN.fullmatch(folded(one.fact.label)) is not None


def _about(one: Told) -> bool:
    """Does a sentence before it ask of the debt, or speak of it so that "он" is the debt?"""
    label = folded(one.fact.label)
    answers = _is_answer(label)
    if not (answers or _IT_IS.search(label)):
        return False
    before = _before(one)
    if answers:
        return any(_ASKS.search(folded(p.text)) and _names(p) for p in before[-1:])
    return any(map(_names, before))


def _is_answer(label: str) -> bool:
    """Nothing but "Отвечаю: сейчас" stands before the amount."""
    if len(label.split()) > _SHORTEST:
        return False
    at = 0
    while opening := _OPENS.match(label, at):
        at = opening.end()
    return not re.search(r"\w", label[at:])


def _names(passage: Passage) -> bool:
    named = lexicon("debt").words.named(passage.text)
    return "debt" in named and not named & {"service", "other"}


def _before(one: Told) -> tuple[Passage, ...]:
    """The sentences of its paragraph that come before it, the last few."""
    read = passages(one.file.document.legible)
    here = (n for n, p in enumerate(read) if p.locator == one.fact.locator)
    at = next((n for n in here if read[n].text in one.fact.whole), None)
    if at is None:
        return ()
    return tuple(p for p in read[max(0, at - _BACK) : at] if p.block == read[at].block)
