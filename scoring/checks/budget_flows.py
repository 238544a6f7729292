"""What a budget is, told by a likeness, or by how its money comes and goes."""

import re

from scoring.language.ru.folded import any_of, folded
from scoring.language.ru.signs import any_in
from scoring.remembered import of_text

_VESSEL = (
    r"(?:кот[её]л|кошел|копилк|касс[аеуы]\b|казн[аеуы]\b|мешо?к|план|список|таблиц|сундук|корзин|"
    r"карман|счет|тетрад|блокнот|банк[аеуи]\b|семь|семейн|хозяйств|зарплат)"
)
_ALIKE = re.compile(
    rf"\bбюджет(?: [а-я]+){{0,2}} ?(?:-|,)? ?(?:это )?(?:(?:почти |примерно |ровно )?"
    rf"(?:тот|та|то|так(?:ой|ая|ое)) же|(?:почти |совсем )?как|словно|будто|вроде) "
    rf"(?:[а-я]+ ){{0,2}}{_VESSEL}|"
    r"\bбюджетом (?:[а-я]+ )?призна[её]тся\b|"
    r"\bбюджет(?: \w+){0,2} (?:очень )?(?:похож|напоминает|сродни|можно сравнить|устроен как|"
    r"устроен так же)\b|\bбюджетом (?:[а-я]+ )?(?:называ(?:ют|ется|ем)|зовут|зовется)\b|"
    r"\bу (?:[а-я]+ )?бюджета (?:есть )?две (?:стороны|части|половины|чаши|колонки)\b|"
    r"\bпо сути, бюджет\b|\bтак устроен (?:любой |наш |всякий |каждый )?(?:[а-я]+ый )?бюджет\b|"
    r"\bназыва(?:ется|ют|ем) (?:\w+ )?бюджетом\b|\bпод (?:\w+ )?бюджетом (?:\w+ ){0,2}понима|"
    r"\bбюджет (?:\w+ )?(?:складывается|состоит) из (?:двух|доход|доходов)|"
    r"\bполуч(?:ится|ается|им) (?:и )?(?:наш )?бюджет\b|"
    r"\bбюджет (?:\w+ )?нужен,? чтобы [^.!?]*\b(?:сколько|откуда|доход|трат|деньг|денег)|"
    r"\b(?:составить|принять|сверстать) (?:\w+ )?бюджет - (?:это )?значит\b|"
    r"\bбюджет\w* (?:\w+ )?(?:принима|утвержда|рассматрива|составля)\w+ в (?:два|три|несколько) "
    r"(?:этап|чтени|шаг|приём|прием)\w*[^.!?]{0,20}\bсначала\b|"
    r"\bбюджет\w*(?: [а-я]+){0,3} (?:можно )?(?:представить|представьте|понять|вообразить|"
    r"вообразите) (?:себе )?(?:как|так|в виде)\b|"
    r"\bпредставьте бюджет(?: [а-я]+){0,2} (?:как|в виде)|"
    r"\bсемейн\w+ бюджет\w*[^.!?]{0,60}\b(?:похож\w*|так же|то же самое|одинаков\w*)\b|"
    r"\bбюджет(?: [а-я]+){0,2} = |"
    r"\b(?:это )?и есть (?:наш )?(?:\w+(?:ый|ой|ий) )?бюджет(?: [а-я]+)?(?: на год)?\s*(?:[,.!]|$)"
)
# Article 172 of the Budget Code: what the draft is drawn up from.
_BASED = re.compile(
    r"\b(?:составлени|формировани|разработк|"
    r"подготовк)\w+ (?:проекта )?(?:\w+ ){0,2}бюджета\b[^.]{0,120}"
    r"\b(?:на основ|основыва|базир)[^.]{0,40}\bпрогноз\w*\b[^.]*\b(?:направлени|программ)"
)
_FAMILY = re.compile(r"\b(?:семь[яеию]\w?|семей\w*|дом[ае]?\b|домашн\w+|каждого из нас)\b")
_FAMILY_SIGNS = ("семь", "семей", "дом", "каждого из нас")
"""Of which what ``_FAMILY`` finds has one: they grow together."""
_MONEY_OF_FAMILY = re.compile(r"\b(?:бюджет|зарплат|кошел|заработ|доход|трат|расход|деньг)")
_SAME = re.compile(
    r"\b(?:у |в |с |для )?(?:[а-я]+ )?(?:област|кра[яйею]\b|республик|регион|округ|государств|"
    r"бюджет)\w*[^.!?]{0,40}\b(?:так же|то же самое|точно так|тоже|похож\w*|устроен\w*)|"
    r"\b(?:так же|то же самое|точно так|похож\w*|так устроен\w*)\b[^.!?]{0,40}"
    r"\b(?:област|кра[яйею]\b|республик|регион|округ|государств|бюджет)"
)
# Money that comes every year and what it is spent on, both in one sentence.
_FLOWS = any_of(
    r"\b(?:приход[яи]т|поступа[юе]т|попада[юе]т|стека[юе]тся|собира[юе]тся|складыва[юе]тся|кладем|"
    r"платим|пополня[юе]т)\b[^.!?]{0,40}\bв (?:\w+ )?(?:бюджет|казн)[^.!?]*\b(?:из не(?:го|е)|"
    r"из (?:бюджета|казны)|уход[яи]т|ид[еу]т|трат[яи]т|расходу|направля|распределя|оплачива)",
    r"\bв (?:\w+ )?(?:бюджет|казну)\b[^.!?]{0,30}\b(?:приход[яи]т|поступа[юе]т|попада[юе]т|"
    r"складыва[юе]т)[^.!?]*\b(?:из не(?:го|е)|из (?:бюджета|казны)|уход[яи]т|трат[яи]т|расходу)",
    r"\bбюджет(?: [а-я]+){0,2} (?:собирает|аккумулирует|копит|накапливает|объединяет|складывает)\b"
    r"[^.!?]{0,40}\b(?:деньг|средств|налог|рубл|доход|платеж)[^.!?]*"
    r"\b(?:потом|затем|чтобы|а|и|после)\b[^.!?]{0,30}"
    r"\b(?:оплач|плат|трат|распредел|направ|разда|расход|содерж|возвраща|покупа)",
    r"(?:→|->|⇒|►|▶|➔|➜)\W*(?:[а-я]+ый )?бюджет(?: [а-я]+)?\W*(?:→|->|⇒|►|▶|➔|➜)",
    r"\bобразу[юе]т (?:\w+ )?доходы (?:\w+ )?бюджета\b[^!?]*\b(?:из (?:доходов|них|бюджета)|"
    r"расход)",
)
_INCOME = re.compile(
    r"^\W*доход[а-я]*(?: бюджета)?\b[^.!?]*\b(?:деньг|средств|поступ|приход|налог)"
)
_OUTGO = re.compile(
    r"^\W*расход[а-я]*(?: бюджета)?\b[^.!?]*\b(?:выпла|деньг|средств|трат|уход|куда)"
)
# Two lines of a picture: "Деньги поступают в бюджет", "Из бюджета оплачивают школы".
_INTO = re.compile(
    r"\b(?:деньги|налоги|средства|доходы|платежи|рубли)\b[^.!?]{0,30}\b(?:поступа|ид|приход|попада|"
    r"стека|собира|складыва|поступ)\w*(?:[^.!?]{0,20}) в (?:[а-я]+ )?(?:бюджет|казну)\b"
)
_OUT_OF = re.compile(
    r"^\W*(?:а |потом |затем )?из (?:[а-я]+ого )?(?:бюджета|казны|него|нее|этих денег)\b"
    r"[^.!?]{0,30}\b(?:оплачива|финансиру|плат[яи]т|трат[яи]т|ид[уе]т|направля|выделя|содерж|расходу)"
)
_FIGURE = re.compile(r"\d{2}")


@of_text
def likens(text: str) -> bool:
    """Does it liken the budget to a purse, or say what it is drawn up from?"""
    plain = folded(text)
    return _ALIKE.search(plain) is not None or _BASED.search(plain) is not None


@of_text
def comes_and_goes(text: str) -> bool:
    """Does it tell without figures how money comes to the budget and where it goes from there?"""
    plain = folded(text)
    return _FLOWS.search(plain) is not None and _FIGURE.search(plain) is None


@of_text
def is_income(text: str) -> bool:
    """Does it say what revenue is: "Доходы — деньги, которые приходят в бюджет"?"""
    return _INCOME.match(folded(text)) is not None and not re.search(r"\d", text)


@of_text
def is_outgo(text: str) -> bool:
    """Does it say what expenditure is?"""
    return _OUTGO.match(folded(text)) is not None and not re.search(r"\d", text)


def flow_on(said: str, then: str) -> bool:
    """Does money come to the budget in one line, and is it spent from there in the next?"""
    return _flows_in(said) and _flows_out(then)


@of_text
def _flows_in(text: str) -> bool:
    plain = folded(text)
    return _FIGURE.search(plain) is None and _INTO.search(plain) is not None


@of_text
def _flows_out(text: str) -> bool:
    plain = folded(text)
    return _FIGURE.search(plain) is None and _OUT_OF.match(plain) is not None


def of_family(said: str, then: str) -> bool:
    """Is the money of a family told of, and then the region's said to be alike?"""
    return is_family(said) and _is_same(then)


def is_family(text: str) -> bool:
    """Is the money of a family told of?"""
    plain = folded(text)
    return any_in(plain, _FAMILY_SIGNS) and _is_family(plain)


@of_text
def _is_family(plain: str) -> bool:
    return bool(_MONEY_OF_FAMILY.search(plain) and _FAMILY.search(plain))


@of_text
def _is_same(text: str) -> bool:
    plain = folded(text)
    return _SAME.search(plain) is not None and _FIGURE.search(plain) is None
