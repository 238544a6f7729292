"""How many things a text counts: "324 километра дорог", "введено мест - 540"."""

import re
from collections.abc import Iterator

THINGS = (
    r"(?:школьник|пенсионер|ребят|детей|семей|человек|жител|студент|пациент|ветеран|больны|учени|учащи|"
    r"врач|педагог|учител|работник|людей|граждан|посетител|зрител|турист|спортсмен|мест\b|саженц|деревь|"
    r"книг|горожан|сельчан|абонент|пассажир|дворов|домов|квартир|тонн|гектар|мальк|голов\b|экземпляр|порци|"
    r"анализ|операци|приемов|вызовов|обращени|рейсов|поездок|светильник|фонар|контейнер|учебник|билет|"
    r"читател|участник|донор|инвалид|женщин|мужчин|водител|посещени|кв\.? ?м|километр|кубометр|"
    r"прививок|осмотров|обследовани|консультаци|звонков|велосипед|деревц|кустарник|автомобил)"
)
"""What is counted in thousands, where no roubles are named: "5,4 тыс. гектаров"."""
# Its first digit goes first: so it is looked for much sooner than what must not stand before.
_NUMBER = r"\d(?<![\d.,/№-]\d)(?:\d{0,2}(?: \d{3})+|\d*)(?:[.,]\d+)?(?![\d%])(?![.,]\d)"
_COUNT = re.compile(
    rf"(?P<n>{_NUMBER})\s*(?P<scale>тысяч\w*|тыс\.?(?!\s*р)|млн\.?(?!\s*р)|миллион\w*)?\s*"
    r"(?P<noun>[а-я][а-я-]*\.?(?:\s[а-я][а-я-]*){0,3})"
)
_SCALES = {"тыс": 1e3, "мил": 1e6, "млн": 1e6}
_NOT_COUNTED = re.compile(
    r"^(?:руб|р\.|год|г\.|гг|процент|января|феврал|март|апрел|ма[йя]\b|июн|июл|август|сентябр|"
    r"октябр|ноябр|декабр|числ|стат|пункт|част[ьи]|глав|час|этап|раздел|страниц|стр\b|лет\b|месяц|"
    r"дн|день|недел|раз\b|раза|балл|мест[оае] в рейтинг|созыв|и\b|или|-?[йяемхгоу]{1,3}\b|квартал|"
    r"вещ[ьией]|трет[ьией]|четверт|половин|дол[яейию]+\b|в\b|на\b|за\b|по\b|от\b|до\b|к\b|с\b|у\b|о\b|что|это|не\b|план|факт|из\b|для\b|тыс|млн|млрд|"
    r"ежемесячн|ежегодн|ежеквартальн|единовремен|еженедельн|ежедневн|разово\b|однократн|включительн)"
)
_MANY_BUILT = re.compile(
    r"\b(?:[а-я]{3,}(?:ов|ев|ей|ых)|мест|школ|домов|машин|коек|книг|квартир|площадок|станций|больниц|"
    r"поликлиник|клиник|дорог|семей)(?: [а-я]+){0,2}? "
    r"(?:[а-я]{4,}(?:ят|ут|ют|ат|ли|ло|но|ны|ем|им|[еи]т)(?:ся|сь)?|будет)(?: еще| уже)?"
    r"(?: (?:больше|меньше) на| на)? (?P<n>\d{1,3}(?: \d{3})+|\d+)(?=[.,;!]|$| и\b| а\b)(?![.,]\d)"
)
# "Число введённых мест - 540": the number counts what stands before it.
_NUMBERED = re.compile(
    r"\b(?:число|количество|численность|(?:по|до|воз)?строено|открыто|(?:за)?куплено|введено|"
    r"отремонтировано|приобретено|создано|благоустроено|обучено|заменено|установлено|"
    r"нов(?:ых|ые)(?! (?:долг|кредит|налог|доход|расход|займ))) "
    r"(?P<noun>[а-я][а-я ]{2,60}?)(?:\([^()]{1,20}\) ?)? ?[-:=] ?"
    r"(?P<n>\d{1,3}(?: \d{3})+|\d+)(?=[.,;)]|$)(?![.,]\d)"
)
# "С 41 до 33 дней": time is spared.
_SPARED = re.compile(r"\bс \d+ до (?P<n>\d+) (?P<noun>дн[яей]+|час\w*|минут\w*)\b")
_YEAR = re.compile(r"20[1-4]\d$")


def counts(plain: str) -> Iterator[tuple[float, int, int, str]]:
    """(how many, start, end, of what) of each number of things in a folded text in digits."""
    for match in _MANY_BUILT.finditer(plain):
        if not _YEAR.match(match["n"]):
            yield number(match["n"]), match.start("n"), match.end("n"), ""
    for match in (*_NUMBERED.finditer(plain), *_SPARED.finditer(plain)):
        if not _YEAR.match(match["n"]):
            yield number(match["n"]), match.start("n"), match.end("n"), ""
    for match in _COUNT.finditer(plain):
        noun, digits = match["noun"].strip(), match["n"]
        if _NOT_COUNTED.match(noun) or (_YEAR.match(digits) and not match["scale"]):
            continue
        value = number(digits) * _SCALES.get((match["scale"] or "")[:3], 1.0)
        yield value, match.start(), match.end(), noun


def number(digits: str) -> float:
    """The value of digits in Russian writing."""
    return float(digits.replace(" ", "").replace(",", "."))
