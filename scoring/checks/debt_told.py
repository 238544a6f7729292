"""What debt is set against in words: "вдвое ниже предела", "за год сократился на четверть"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scoring.checks.answers import in_file
from scoring.checks.debt_then import then as told_then
from scoring.checks.debt_whose import is_others
from scoring.checks.figures import Told
from scoring.facts import Form
from scoring.facts.numerals import in_digits
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Evidence
from scoring.passages import Passage, passages

_SO_MUCH = (
    r"(?:вдвое|втрое|вчетверо|впятеро|в [\d,]+(?: с [а-я]+)? раз|"
    r"на \W*(?:[а-я]+ ){0,2}(?:\d[\d ,]*(?:%|процент|тыс|млн|млрд|милли|руб)|четверт|трет|"
    r"половин|пят\w+ част)|наполовину)"
)
_CHANGE = (
    r"\b(?:вырос|вырас|увелич|сниз|снижен|сократ|сокращ|уменьш|прибав|упал|подрос|рост|прирост|"
    r"больше|меньше|выше|ниже|погас|подня)\w*"
)
_MOVED = re.compile(
    rf"{_CHANGE}[^.;]{{0,60}}{_SO_MUCH}|{_SO_MUCH}[^.;]{{0,40}}{_CHANGE}|темп роста|"
    r"[-+]\d[\d,]* ?%\)?(?:$|[.;,)]| (?:к|за) )|\b(?:минус|плюс) \d[\d,]* ?(?:%|процент)|"
    r"\d ?% к (?:уровню |началу )?(?:0?1\.0?1\.|1 января )?(?:20\d\d|прошл|предыдущ|год)|"
    r"\d[^.;]{0,20}(?:→|->|=>) ?\d|\bначал\w*[^.;]{0,60}\bзаконч\w+[^.;]{0,20}\d|"
    r"\bбыл[оа]?\b[^.;]{0,30}\d[^.;]{0,40}\bста(?:ло|ла|нет)\b[^.;]{0,20}\d|"
    r"\bв начале\b[^.;]{0,60}\bв конце\b[^.;]{0,20}\d|"
    rf"\b(?:верну|погас|отда|выплат)\w*[^.;]{{0,20}}\d[^.;]{{0,40}}{_CHANGE}"
)
_BEFORE = re.compile(
    r"\bгод\w* (?:назад|ранее|раньше)|\b(?:прошл|предыдущ)\w+ год|прошлогодн|"
    r"\bрань?ше\b|десять лет назад|к началу год|"
    r"\bна начал\w+ (?:года )?(?:был[оаи]?|он[ао]?)\b|\bна начало года\W{1,3}\d|"
    r"\((?:в|на|за|к) [^()\d]{0,20}20\d\d[^()\d]{0,20}\d|"
    r"\bна т[уо] же (?:дату|время|число)|"
    r"(?:для сравнения|справочно)\W+(?:(?:на|в|к|за) )?(?:\d|прошл|год|начал|кон(?:ец|це)|январ)"
)
_SAME = re.compile(
    r"как и|столько же|так(?:ой|им) же|на (?:том|прежнем) (?:же )?уровн|не измен|не вырас"
)
_AS_BEFORE = re.compile(r"столько же[^.;]{0,40}(?:начал|год)")
_BOUND = (
    r"(?:доход|предел|лимит|потол|разреш|допуст|дозвол|закон|кодекс|зарабат|"
    r"сво\w+ (?:денег|средств))"
)
_MEASURED = re.compile(
    rf"(?:{_SO_MUCH}|намного|гораздо|значительно|далеко|заметно|больше|меньше|ниже|выше|превыша)"
    rf"[^.;]{{0,60}}\b{_BOUND}|\b{_BOUND}[^.;]{{0,60}}{_SO_MUCH}"
)
_EVERY = re.compile(
    r"копе[а-я]+ (?:с|на|из|от|в) кажд\w+ (?:[а-я]+ )?рубл|"
    r"\bна кажд\w+ (?:[а-я]+ )?рубл\w* (?:доход|сво)|"
    r"кажд\w+ (?:100 )?рубл\w*[^.;]{0,40}\bдоход|\bдоход[^.;]{0,40}кажд\w+ (?:100 )?рубл"
)
_ALLOWED = re.compile(
    r"\b(?:по )?(?:закон\w*|кодекс\w*)\b[^.;]{0,40}\b(?:разреш|позвол|допуск|можно|дозвол)\w*"
    r"[^.;]{0,30}\d|\b(?:разрешено|позволено|дозволено|можно) (?:[а-я]+ ){0,3}(?:до|не (?:больше|"
    r"более|"
    r"свыше)) \d"
)
_COMPARED = re.compile(
    r"(?:сравн|соотн)[^.;]{0,40}доход|доход[^.;]{0,40}(?:сравн|соотн)|"
    r"доход[^.;]{0,60}приход[^.;]{0,40}долг"
)
# "Долг - 8,2 млрд рублей. Своих доходов за год мы получаем 21,5 млрд".
_BESIDE_INCOME = re.compile(
    r"\b(?:сво\w+|собственн\w+) (?:[а-я]+ )?доход\w*[^.;]{0,40}\d[\d ,]*(?:м|т|р)|"
    r"\bпри (?:[а-я]+ ){0,3}(?:разреш|допуст|дозвол|предел|лимит|потолк|доход)\w*"
    r"[^.;]{0,25}\d[\d ,]*(?:м|т|р)"
)
# In how long a time all that comes in would pay it back.
_IN_TIME = re.compile(
    r"\b(?:доход|зарабат|заработ)\w*[^.;]{0,60}\b(?:месяц|недел|дней|полгода|лет\b)|"
    r"\b(?:рассчита|расплати|верну|отда)\w* (?:бы )?[^.;]{0,30}\bза (?:[а-я0-9,]+ ){0,4}"
    r"(?:месяц|год|лет\b|недел|дн)"
)
# "Это чуть меньше четверти того, что область сама заработает".
_OF_EARNED = re.compile(
    r"(?:\b(?:трет|четверт|половин|пятой|десятой|част)[а-я]*|%|\bпроцент[а-я]*)[^.;:]{0,20}"
    r"\b(?:того|тех денег|тех средств|всего)\W+(?:что|котор[а-я]+)\b[^.;:]{0,40}"
    r"\b(?:заработ|зарабат|получ|собер|собир|собра|поступ|прид|приход)"
)
_DAY = re.compile(
    r"\W*(?:(?:на|к|по состоянию на) )?(?:\d{1,2}\.\d\d\.20\d\d|"
    r"(?:\d{1,2} )?[а-я]{3,8} 20\d\d|20\d\d)(?: ?г\w*)?\W*"
)
_FIGURE = re.compile(r"\d[\d ]*(?:[.,]\d+)?")
# Of the amount just told, and of nothing that has another name.
_ASKS_ON = re.compile(
    r"^\W*(?:(?:а|и|ну|так) )?(?:это|он|она|долг)(?: [а-я]+)? (?:много|мало|хуже|лучше|"
    r"больше|меньше|хорошо|плохо|опасно|страшно|нормально|растет|снижается)(?:[^.?!]{0,30})\?\W*$|"
    r"^\W*(?:(?:а|и) )?(?:много|мало)(?: ли)?(?: это)?(?: или (?:много|мало))?\?\W*$|"
    r"^\W*(?:(?:а|и) )?(?:сколько|как)(?: [а-я]+)? было (?:раньше|год назад|прежде)\?\W*$"
)
_BEHIND = 2
"""Sentences or lines after the one with the amount that may still be about it."""


def told_in_words(amounts: Sequence[Told]) -> list[Evidence]:
    """The first sentence, with an amount or right behind it, that compares the debt; [] if none."""
    for one in amounts:
        for passage in _beside(one):
            if compares(folded(passage.text), own=passage.text == one.fact.whole):
                return [in_file(one.file, passage.locator, passage.text)]
    return []


def on_days(amounts: Sequence[Told]) -> list[Evidence]:
    """The second of sums alone on their lines, with lines of different days under one heading."""
    alone = [one for one in amounts if one.fact.form is Form.PROSE and not one.fact.label]
    for one, other in pairwise(alone):
        here = one.file is other.file and one.fact.above == other.fact.above
        if not here or one.fact.value == other.fact.value:
            continue
        lines = (p for p in passages(one.file.document.legible) if p.above == one.fact.above)
        days = {plain for p in lines if _DAY.fullmatch(plain := folded(p.text))}
        if len(days) > 1:
            return [other.proof]
    return []


def _beside(one: Told) -> Iterator[Passage]:
    """The sentence of an amount and those behind it, up to one about something else.

    A question that asks on of the amount itself ("Это много или мало?") leads to its answer.
    """
    every = passages(one.file.document.legible)
    fact = one.fact
    here = (n for n, p in enumerate(every) if p.locator == fact.locator)
    places = (n for n in here if every[n].text in fact.whole)
    at = next(places, None)
    if at is None:
        return
    yield every[at]
    rest = every[at + 1 :]
    yield from _of_it(rest[:_BEHIND], every[at].above)
    near = enumerate(rest[: _BEHIND + 1])
    asked = next((n for n, p in near if "?" in p.text and _ASKS_ON.match(folded(p.text))), None)
    if asked is not None and asked + 1 < len(rest):
        yield from _of_it(rest[asked + 1 : asked + 1 + _BEHIND], rest[asked + 1].above)


def _of_it(near: Sequence[Passage], above: tuple[str, ...]) -> Iterator[Passage]:
    for passage in near:
        named = lexicon("debt").words.named(passage.text)
        if passage.above != above or named & {"service", "other"} or is_others(passage.text):
            return
        yield passage


def compares(plain: str, *, own: bool) -> bool:
    """Does a sentence set debt against another day, revenue or the limit?

    Behind the amount a sentence has to say how much it moved, or of what day it speaks.
    """
    plain = in_digits(plain)
    then = _BEFORE.search(plain) and (_SAME.search(plain) or len(_FIGURE.findall(plain)) > own)
    bound = _MEASURED.search(plain) or _EVERY.search(plain) or _COMPARED.search(plain)
    bound = bound or _ALLOWED.search(plain) or _BESIDE_INCOME.search(plain)
    bound = bound or _IN_TIME.search(plain) or _OF_EARNED.search(plain)
    then = then or _AS_BEFORE.search(plain) or _MOVED.search(plain)
    return bool(then or bound) or told_then(plain, own=own)
