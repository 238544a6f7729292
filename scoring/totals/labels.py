"""Which total a label names: revenue, expenditure or balance, and never a part of one."""

import re
from collections.abc import Iterable
from enum import StrEnum

from scoring.language.ru.folded import any_of, folded
from scoring.remembered import of_text


class Concept(StrEnum):
    """The three totals that make a budget."""

    REVENUE = "revenue"
    EXPENDITURE = "expenditure"
    BALANCE = "balance"


_CORE = {
    Concept.REVENUE: re.compile(
        r"\b(?:доход(?:ы|ов|ах|ам)?|доходн\w+ част[ьи]|поступлени[яй]|приход|revenues?|income|"
        r"получ(?:им|ит|или|ил[аои]?|ить|ено|аем|ает|ают)|собер(?:ем|ет|ут)|собра(?:л[аои]?|но|ть)|"
        r"собираем|поступ(?:ит|ят|ил[аои]|ают?|ает)|зарабо(?:таем|тает|тали|тал[аои]?)|"
        r"при(?:дет|дут|шло|шли|ходит)|принес(?:ет)?)\b"
    ),
    Concept.EXPENDITURE: re.compile(
        r"\b(?:расход(?:ы|ов|ах|ам)?|расходн\w+ част[ьи]|(?:за)?траты?|ассигновани[яй]|"
        r"expenditures?|expenses|spending|"
        r"(?:по|ис)тра(?:тим|тит|тят|тил[аои]?|чено|тить)|тра(?:тим|тит|тят)|израсходова(?:л[аои]?|но|ть)|"
        r"направ(?:им|ит|ят|лено|ляем)(?=[^.!?]{0,30}\bна все (?:нужды|потребности|заботы|дела)\b)|"
        r"израсходу(?:ем|ет|ют)|у(?:йдет|йдут|шло|шли|ходит))\b"
    ),
    Concept.BALANCE: re.compile(
        r"\b(?:дефицит\w{0,2}|профицит\w{0,2}|сальдо|баланс\w?|разрыв\w?|deficit|surplus|balance|"
        r"не ?хват(?:ает|ит|ило|ал[аои]|ать)|нехватк[аи]|"
        r"недоста(?:ет|нет|вало|ча|чу|ющ\w{2})|недостаток|избыток|излишек|осталось|останется|"
        r"лишни[ех] (?:деньги|денег|средства))\b"
        r"|результат\w* исполнения бюджета"
    ),
}
_ANY = any_of(*(core.pattern for core in _CORE.values()))
_CODE = (
    r"^\W*(?:[ivx]{1,4}|\d{1,2})(?:\.\d{1,2})?[.)]\s*|^\d{3}[ \d]{4,}|"
    r"^\W*\d{1,4}(?:[ .]\d{2,3}){0,3}\s+(?!руб|тыс|млн|млрд|трлн|"
    r"миллион|миллиард|процент|год|коп)(?=[а-я]{3})"
)
"""The code of a row read into its label: "1.2. ", "8 50 Итого", "100 Доходная часть"."""
_SCALES = r"(?:тыс\.?|млн\.?|млрд\.?|тысяч\w*|миллион\w*|миллиард\w*)"
_NOISE = any_of(
    _CODE,
    rf"\(?(?:в )?{_SCALES}?\s*(?:руб(?:л\w+)?\b\.?|₽)\)?",
    r"\b(?:bn|mln|million|billion|thousand)\s+(?:rub(?:les?)?|rur)\b|\b(?:rub|rur)\s+(?:bn|mln|million|billion)\b",
    r"\(?\"?(?<!\w)(?:\+|-)(?!\w)\"?\)?|\d{4}(?:\s*(?:г\.|годов|годах|год[ауы]?))?",
    r"\bс учетом (?:изменений|уточнений)",
    r"(?<=(?:всего|итого) )источников(?: (?:внутреннего )?финансирования)?"
    r"(?= \((?:= )?дефицит\w?(?: [а-я]+){0,2}\))",
)
_OF_THEM = re.compile(r"\b(?:в|во) (?:том числе|т\.\s?ч\.).*$|\bиз них\b.*$", re.DOTALL)
"""What a label lists after its own name: names in it are of parts."""
_ALL = (
    r"все(?:го|му|х)|итого|итогов\w+|общ(?:ий|ая|ее|его|ем|ей)|объем\w{0,3}|сумм\w{0,2}|"
    r"результат\w{0,2}|размер\w{0,2}|величин\w|предельн\w+|основн\w{2}|характеристик\w?|показател\w{1,2}"
)
_WHOSE = (
    r"бюджет\w{0,3}|казн[аыуе]|мы|наш\w{0,3}|город\w?|регион\w?|область|край|края|республика|округ|"
    r"областн\w{2,3}|краев\w{2,3}|республиканск\w{2,3}|окружн\w{2,3}|"
    r"региональн\w{2,3}|субъект\w{0,2}|государств\w{0,6}|российской федерации|рф|области|края|"
    r"республики|(?:автономн\w+ )?(?:округа|области)"
)
_WHEN = (
    r"план\w{0,9}|уточнен\w{2,4}|первоначальн\w{2,3}|прогноз\w{0,10}|факт\w{0,9}|проект\w{0,2}|закон\w{0,2}|утвержден\w{0,3}|"
    r"исполнен\w{0,3}|исполнени\w|выполнени\w|год\w{0,2}|ожидаем\w{2}|оценк[аеи]|отчет\w?"
)
_SMALL = (
    r"на все (?:нужды|потребности|заботы|дела)|"
    r"дефицитн\w+|профицитн\w+|что|чего|которы\w{1,2}|которую|руб\w*|rub|rur|тыс|млн|млрд|и|а|за|на|по|в|к|total|budget|regional|the|of|all|столько|сколько|так|будут|как(?:им|ими)|"
    r"денег|деньги|средств\w?|будет|было|хот(?:им|ят|ели)|собира\w+ся|предстоит|можно|"
    r"рассчитыва\w+|планиру\w+|намерен\w?|надеемся|должн[аоы]|нужно|надо|этом|году|он[иа]?|"
    r"состав\w+|равн\w{1,2}|каков\w?|как(?:ие|ой|ая)|чему|есть|ли|или|из|еще|да|это|около|почти|более|примерно"
)
_MARKS = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰*]")
_GLOSS = any_of(
    r"\(\s*(?:стр\w*|п|пп|гр|раздел\w*)\b[^()]*\)",
    r"\([^()]*\b(?:доход|расход)\w*\s*(?:минус|-|без|за вычетом)\s*(?:доход|расход)\w*[^()]*\)",
    r"\([^()]*\b(?:это|когда|назыв\w+|то есть|т\. ?е|больше|меньше|превыша\w+|чем)\b[^()]*\)",
    r"\s*[-,:]\s*(?:это|то|так|все|деньги|столько|сколько|когда|иначе|другими),?\s.*$",
)
"""What a label adds to explain itself: "дефицит (расходы больше доходов)"."""
_DONE = (
    r"произведен\w{0,2}|осуществлен\w{0,2}|поступил\w?|поступлени\w|обеспечен\w{0,2}|"
    r"направлен\w{0,2}|кассов\w{2,3}|запланирован\w{0,2}|предусмотрен\w{0,2}|заложен\w{0,2}|"
    r"намечен\w{0,2}"
)
_FRAME = (
    r"(?:карточк[аи]|слайд|блок|плакат|лист|страниц[аы]) (?:№ ?)?\d{1,2}|карточк[аеи]|слайд\w?|"
    r"блок|плакат|"
    r"чаш[аеи]|весов|сторон[аеы]|кошел[а-я]{1,3}|копилк[аеи]|карман\w?|короб\w{2,4}|полк[аеи]|корзин[аеы]|сундук\w?|ведр[оае]|мешок|числ[оа]|цифр[аы]|колонк[аеи]|"
    r"столб\w{2,4}|вопрос\w?|ответ\w?|тема|урок\w?|лист|лев\w{2}|прав(?:ая|ый|ое|ой)|"
    r"главн\w{2,3}|перв\w{2,3}|втор\w{2,3}|трет\w{2,3}|три|две?|один|одно"
)
"""Words of the frame a label stands in: "Левая чаша: доходы", "Первое число — расходы"."""
_GENERAL = re.compile(rf"\b(?:{_ALL}|{_WHOSE}|{_WHEN}|{_DONE}|{_SMALL}|{_FRAME})\b")
_PLACE = any_of(
    r"(?:[а-я-]+(?:ской|цкой|ной|ого)\s+){1,2}"
    r"(?=(?:автономн\w+ )?(?:области|края|округа|республики))",
    r"(?<=республики )(?:северная |марий )?[а-я-]+(?: \([а-я]+\))?|(?<=города )[а-я-]+|\bгорода\b",
    # The second names of regions: "округа – Югры", "области – Кузбасса".
    r"\b(?:югр[аыеу]|кузбасс[ауе]?|алани[яию]|чуваши[яию])\b",
)
_BY_YEARS = any_of(
    r"\bкак(?:им[и]?)? (?:из)?(?:менял\w+|менил\w+|рос(?:л[аи]|ли)?|вырос\w*|"
    r"будут расти|растут|меняются|"
    r"были)\b|\bдинамик\w|\bпо годам\b|\bизменени[ея]\b|\bрост\b|\bтри года\b|"
    r"\bза (?:последни\w+ )?(?:несколько|три|четыре|пять|шесть|\d) (?:лет|года)\b|\bгод за годом\b|"
    r"\bв сравнении\b|\bсравнени[ея]\b|\bряд\b"
)
_SHORT = 80
_LONGEST = 400
"""Letters of a label with all its explanations; what is longer is a text, or hostile."""
_EXCESS = re.compile(r"превышени\w+ (?:доходов над расходами|расходов над доходами)")
_CONSOLIDATED = re.compile(r"\bконсолидированн\w+")
_LACK = re.compile(r"превышени\w+ расходов над|дефицит|deficit|хват(?:ает|ит|ило)|нехватк|недоста")
_SIGNED = re.compile(
    r"дефицит\W*(?:\(\s*-\s*\)|-\s*,?\s*/?)?.*профицит|профицит.*дефицит|сальдо|результат|избыт|излиш|"
    r"баланс|разрыв|осталось|останется"
)


_BY_NAME = re.compile(
    r"^\W*(?:выручк|заработ|зарплат|получк|кошел|копил|затрат|трат|покупк|прибыл|убыт|результат|"
    r"итог|взя|заня|недоста|лишн|запас|приш|ушл|касс|приток|отток|прих|плюс|минус|собра|пополн|взнос|нажи|прожи)"
    r"[а-я ]{0,40}\((?P<name>[^()]{5,60})\)\W*$"
)
"""How a family or a firm would say it, and the budget's own name in brackets."""


def concept(label: str) -> Concept | None:
    """The total ``label`` names, None when it names a part, another thing or nothing.

    A label names a total when nothing is left of it beyond the core word and words that do not
    narrow it: "Доходы областного бюджета, всего" does, "Налоговые доходы" does not.
    """
    return _concept(label) if len(label) <= _LONGEST else None


@of_text
def _concept(label: str) -> Concept | None:
    told = bare(label)
    if (by_name := _BY_NAME.match(told)) and (own := _concept(by_name["name"])):
        return own
    # Most labels hold no core word: of what they say nothing need be taken away.
    if not _names(told):
        return None
    plain = _OF_THEM.sub(" ", _plain(told))
    named = [c for c, core in _CORE.items() if core.search(plain)]
    if len(named) != 1 or len(plain) > 160:
        return None
    return named[0] if not re.search(r"\w", _rest(plain, named[0])) else None


def several(text: str) -> tuple[Concept, ...]:
    """The totals a line names one after another and nothing else: "Доходы Расходы Дефицит"."""
    plain = _OF_THEM.sub(" ", folded(text)) if len(text) <= _SHORT else ""
    found = [(m.start(), named) for named, core in _CORE.items() for m in core.finditer(plain)]
    for pattern in (_NOISE, *_CORE.values(), _GENERAL):
        plain = pattern.sub(" ", plain)
    told = tuple(named for _, named in sorted(found))
    return told if len(set(told)) == len(told) > 1 and not re.search(r"\w", plain) else ()


def over_years(title: str) -> Concept | None:
    """The total a title says it shows year by year: "Как менялись доходы", "Доходы по годам"."""
    plain = folded(title) if len(title) <= _LONGEST else ""
    if not ("ход" in plain or "фицит" in plain) or not _BY_YEARS.search(plain):
        return None
    return concept(_BY_YEARS.sub(" ", plain))


@of_text
def whole(label: str) -> bool:
    """Does the label narrow nothing: "Всего", "Областной бюджет", "2026 год", "план", ""?"""
    return len(label) <= _SHORT and _whole(label)


@of_text
def _whole(label: str) -> bool:
    plain = _OF_THEM.sub(" ", folded(label))
    for pattern in (_NOISE, _PLACE, _CONSOLIDATED, _GENERAL):
        plain = pattern.sub(" ", plain)
    return not re.search(r"\w", plain)


def speaks_of_totals(labels: Iterable[str]) -> bool:
    """May any of the labels name a total, alone or in part? Of most tables none does."""
    return _names(bare("\n".join(labels).replace("_", " ")))


def bare(label: str) -> str:
    """Folded, without the marks of notes."""
    return folded(_MARKS.sub("", label))


def _plain(plain: str) -> str:
    bare = _GLOSS.sub(" ", plain)
    told = bare if _names(bare) else plain
    named = _EXCESS.sub(" ", told)
    # Where nothing else names it, the excess is the name.
    return named if _names(named) else _EXCESS.sub(" сальдо ", told)


def _names(plain: str) -> bool:
    return _ANY.search(plain) is not None


def consolidated(label: str) -> bool:
    """Does the label speak of the region's budget together with those of its municipalities?"""
    return _CONSOLIDATED.search(folded(label)) is not None


def lacking(label: str) -> bool:
    """Does the label name a lack, so that its unsigned number is below zero?"""
    return _LACK.search(folded(label)) is not None


def two_sided(label: str) -> bool:
    """Does the label name both signs of the balance, so that the number brings its own?"""
    return _SIGNED.search(folded(label)) is not None


def _rest(plain: str, named: Concept) -> str:
    for pattern in (_NOISE, _PLACE, _CONSOLIDATED, _CORE[named], _GENERAL):
        plain = pattern.sub(" ", plain)
    return plain
