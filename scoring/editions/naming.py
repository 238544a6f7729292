"""What names an edition: "Бюджет для граждан" and its kin, said of the thing itself."""

import re
from dataclasses import dataclass

from scoring.language.ru.folded import any_of, folded
from scoring.language.ru.signs import may_hold
from scoring.remembered import of_text

_WHOM = (
    r"(?:граждан|жител|населени|всех|каждого|людей|горожан|земляк|молодеж|тебя|вас\b|детей|"
    r"школьник|подростк|студент|пенсионер|читател|налогоплательщик)"
)
_WORDS = r"(?:\s+[а-я\d-]+(?: \([а-я]+\))?)"
_SURE = any_of(
    rf"(?P<core>бюджет\w{{0,2}})\b(?:-(?:20)?\d\d)?\"?{_WORDS}{{0,6}}\s*[-:(,]?\s*\"?для\s+(?:[а-я]+\s+)?{_WHOM}",
    r"б ю д ж е т\s+д л я\s+г р а ж д а н",
    r"доступн\w+\s+(?:и\s+понятн\w+\s+)?для\s+"
    r"(?:граждан|населени\w|жител\w+|широкого круга\s?\w*)\s+форме",
    r"budgets?\s+for\s+(?:the\s+)?citizens|citizens?'?s?\s+budget|people'?s\s+budget",
    r"гражданнар\s+өчен\s+бюджет|граждандар\s+өсөн\s+бюджет|граждансем\s+валли\s+бюджет",
)
_PLAINLY = (
    r"(?:понятно|просто|доступно|открыто|простым\w*\s+(?:словами|языком)|доступным\s+языком|"
    r"на (?:ладони|пальцах|одной странице|одном листе)|шаг за шагом|по полочкам|по-простому|"
    r"в (?:картинках|инфографике|рисунках|комиксах|лицах|вопросах и ответах)|по-человечески|"
    r"в (?:простых|коротких|понятных) (?:ответах|словах|числах|цифрах)|"
    r"в цифрах(?: и фактах)?|"
    r"без (?:секретов|занудства|скучных слов)|(?:человеческ|понятн|прост)\w+ языком)"
)
_TO_WHOM = (
    r"(?:граждан(?:ам|ину)|жителям|населению|людям|горожанам|просто|понятно|доступно|коротко)"
)
_KIN = any_of(
    r"(?:народн|понятн|доступн|прост|прозрачн|наш|тво|мо|ваш)(?:ый|ой|й)\s+бюджет\b",
    r"открыт(?:ый|ого)\s+(?P<open>бюджет\w?)\b(?!\s+на сайте)",
    rf"(?P<plain>бюджет\w{{0,2}})\b(?:-(?:20)?\d\d)?(?:\s+[а-я\d-]+){{0,6}}[\s:,-]+{_PLAINLY}",
    r"(?:путеводитель|гид|азбука|букварь|памятка|справочник|шпаргалка)\s+"
    r"(?:(?:гражданин|жител|читател|гражданам|земляк)\w*[.:,]?\s+)?(?:\w+\s+)?(?:по\s+)?"
    r"(?:[а-я]+\s+){0,2}бюджет",
    r"(?:путеводитель|гид|азбука|букварь|памятка|справочник|шпаргалка|навигатор)\s+по\s+"
    r"(?:проекту|закону|законопроекту|исполнению|отчету|итогам)\s+(?:\"?[а-я]+\s+){0,6}\"?"
    r"(?:[а-я]+\s+){0,2}бюджет",
    rf"{_TO_WHOM}\s+об?\s+(?:[а-я]+\s+){{0,3}}"
    r"(?:бюджете|(?:проекте|исполнении)\s+(?:[а-я]+\s+){0,3}бюджета)",
    rf"о\s+(?:[а-я]+\s+){{0,2}}бюджете\s+(?:[а-я]+\s+){{0,2}}{_PLAINLY}",
    r"о бюджете (?:[а-я]+ )?(?:гражданам|жителям|для)",
    r"(?:итоги|отчет)(?:\s+[а-я\d-]+){0,4}\s+для\s+(?:граждан|жителей|населения|горожан)\b",
    r"бюджет(?:\s+[а-я-]+){0,3}\s*[-:]\s*(?:гражданам|жителям|населению|людям|горожанам)\b",
    r"(?:комикс|сказк|раскраск|мультфильм|мультик|плакат|постер|книжк)\w{0,2}\s+(?:об?|про)\s+"
    r"(?:(?!семейн|личн|домашн)[а-я-]+\s+){0,3}"
    r"(?:бюджет|казн)",
    r"куда (?:идут|уходят|тратятся) (?:наши |бюджетные )?деньги",
    r"(?:брошюра|буклет|издание|сборник|памятка|путеводитель)\s+для\s+"
    r"(?:граждан|жителей|населения|горожан)",
)
_BOOKLET = any_of(
    r"(?:брошюр|буклет|инфографик|презентаци|лифлет|листовк)[а-я]*\W+(?:[\w\"]+\W+){0,6}?бюджет",
    r"open budget",
)
_FILE = any_of(
    r"(?:b[yiu]?[uy]?[dj]+[zj]?h?[ge]?e?t\w*|budget)[\W_]*d[lj]?[ijy]?[aj]?[\W_]*gra[zj]h?d",
    r"\bbdg\b|\bbdg[\W_]?\d|\bбдг\b",
    r"budget[\W_]*(?:for|4)[\W_]*(?:the[\W_]*)?citizens?|citizens?[\W_]*budget",
    r"otkr[iy]+t[iy]*[jy]?[\W_]*b[iyu]*d",
)
_ABOUT = (
    r"конкурс|рекомендац|порядк|порядок|положени|приказ|постановлени|распоряжени|методик|семинар|"
    r"\bурок|\bлекци|викторин|квест|олимпиад|сочинени|эссе|рисун|рейтинг|мониторинг|\bопрос|анкет|"
    r"номинаци|"
    r"победител|совещани|тем[еуы]\b"
)
_DOING = (
    r"представлени[юе]|формировани|подготовк|разработк|составлени|публикаци|размещени|"
    r"опубликовани|обсуждени|в рамках|проект\w*\W*\"|слушани\w+ по"
)
_MADE = r"\b(?:я|бы|хочу|хотел[аи]?|узнал[аи]?|прочитал[аи]?|придумал[аи]?|нарисовал[аи]?|люблю)\b"
_GOVERNED = re.compile(
    rf"(?:{_ABOUT})[^.!?]{{0,90}}$|(?:{_DOING})[^.!?:]{{0,90}}$|{_MADE}[^.!?:]{{0,40}}$"
)
_TOLD_OF = re.compile(
    r"[^\w.!?\n]{0,3}(?:-\s*)?(?:это\b|долж|содерж|представля|состав|разраб|явля|размеща|публику|включа|"
    r"призван|понима|знакомит)"
)
_IN_A_MANNER = re.compile(
    r"[^\w\n]{0,3}(?:в (?:[а-я]+ ){0,2}(?:вопросах|ответах|загадках|заданиях|картинках|играх)|"
    r"(?:по|к) (?:проекту|закону|отчету|законопроекту)\b|(?:на|за) 20\d\d)"
)
"""Behind a colon: a quiz that is the budget told to citizens, and no quiz on it."""
_CARRIER = any_of(
    r"(?:брошюр|буклет|издани|верси|презентаци|информаци|сборник|инфографик|выпуск|раздел|таблиц|книг|"
    r"материал|пересказ|изложени|разъяснени|рассказ|страниц)\w*"
    r"\W+(?:\w+\W+){0,4}$",
    r"\b(?:проект|исполнени)\w{0,2}\s+(?:[а-я]+\s+){0,3}$",
    r"\b(?:закон|законопроект)\w{0,2}\s+об?\s+(?:[а-я]+\s+){0,2}$",
)
REMEMBERED = 2000
"""Letters of a text worth remembering: titles and links are asked again and again."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name of an edition: 3 sure, 2 kin, 1 only a booklet about a budget.

    ``itself`` is False when the words are about an edition (a contest of them, an order on
    them, a sentence that tells what such a thing is).
    """

    strength: int
    itself: bool
    quote: str
    start: int


def naming(text: str) -> Named | None:
    """The strongest name of an edition in ``text``; one said of the thing itself goes first."""
    return _of_short(text) if len(text) <= REMEMBERED else _naming(text)


@of_text
def _of_short(text: str) -> Named | None:
    return _naming(text)


def _naming(text: str) -> Named | None:
    plain = folded(text)
    found = [
        Named(strength, _itself(plain, match), text[match.start() : match.end()], match.start())
        for strength, pattern in ((3, _SURE), (2, _KIN), (1, _BOOKLET))
        for match in (pattern.finditer(plain) if may_hold(pattern, plain) else ())
    ]
    return max(found, key=lambda n: (n.itself, n.strength, -n.start), default=None)


def named_file(name: str) -> bool:
    """Does a file name or address, transliterated as officials do, name an edition?"""
    plain = folded(name)
    named = naming(re.sub(r"[_+.\-/%]+", " ", plain))
    return (named is not None and named.strength >= 2) or _FILE.search(plain) is not None


def _itself(plain: str, match: re.Match[str]) -> bool:
    before = plain[plain.rfind("\n", 0, match.start()) + 1 : match.start()]
    if _TOLD_OF.match(plain[match.end() :].lstrip("аяоыйиев")):
        return False
    if carrier := _CARRIER.search(before):
        done = re.search(rf"\b(?:{_DOING})", carrier[0])
        return not (done or _GOVERNED.search(before[: carrier.start()]))
    parts = match.groupdict()
    core = parts.get("core") or parts.get("open") or "бюджет"
    manner = before.rstrip()[-1:] == ":" and _IN_A_MANNER.match(plain[match.end() :])
    return core == "бюджет" and not (_GOVERNED.search(before) and not manner)
