"""Does a text explain a budget, and to whom: the marks of a paper written for citizens."""

from functools import lru_cache

from scoring.editions.clues import Clues
from scoring.language.ru.folded import any_of
from scoring.language.ru.signs import holds

_PLAIN = (
    any_of(
        r"что такое (?:бюджет|дефицит|профицит|дотаци|субвенци|трансферт|госдолг)",
        r"бюджет\s*-\s*это|чем живет бюджет|зачем нужен бюджет",
    ),
    any_of(
        r"уважаем\w+ (?:жител|граждан|земляк|друзья|друг|читател|соотечеств)",
        r"дорог\w+ (?:жител|земляк|друзья)",
    ),
    any_of(r"глоссари|словар\w+|основные (?:понятия|термины)|термин\w* и (?:понят|определ)"),
    any_of(
        r"откуда (?:берутся|поступают|при[хш]|придут|деньги|взял|взят|возьм)",
        r"из чего (?:складыва|состо|формиру)",
    ),
    any_of(
        r"на что (?:трат|расход|идут|потрат|направ)",
        r"куда (?:идут|направ|уход|ушл|трат|пойдут|пошл|отда|делись|девал)",
    ),
    any_of(
        r"прост\w+ (?:словами|языком)|доступн\w+ (?:языком|форм)|в понятной",
        r"понятн\w+ (?:языком|форм|для)",
    ),
    any_of(
        r"(?:на|для) (?:каждого|одного|1) (?:жителя|человека)|на душу населения",
        r"(?:на|в расчете на) (?:1|одного) жителя",
    ),
    any_of(
        r"как (?:составля|принима|формиру|исполня|рассматр|утвержд)\w+ (?:бюджет|закон)",
        r"(?:этапы|стадии) бюджетн\w+ процесс|бюджетный процесс",
    ),
    any_of(
        r"для граждан|кажд\w+ (?:житель|гражданин)|знакоми\w+ (?:вас|граждан)",
        r"жител\w+ (?:области|края|республики|региона|округа)",
    ),
    any_of(
        r"ваш\w* (?:вопрос|предложен|мнени|обращени)|обратн\w+ связь|задать вопрос",
        r"контактн\w+ информаци|контакты|телефон",
    ),
    any_of(
        r"инициативн\w+ (?:бюджетирован|проект)|общественн\w+ обсужден|публичн\w+ слушан",
        r"участ\w+ граждан",
    ),
)
_TURNS = (_PLAIN[0], _PLAIN[1], _PLAIN[3], _PLAIN[4], _PLAIN[5], _PLAIN[8])
OPENING = 12_000
_BUDGET = (
    any_of(r"(?:основные )?(?:параметры|характеристики) (?:[а-я]+ ){0,3}бюджета"),
    any_of(
        r"доход\w* (?:[а-я]+ ){0,3}бюджета|^доходы\b|(?:объем|всего|итого) доходов",
        r"\bдоходы расходы\b|\bдоходы, (?:тыс|млн|млрд)",
        r"\bдоходн\w+ част[ьи]\b|\bдоход(?:ы|ов)\b[^.\n\d]{0,40}\d",
        r"\b(?:собра(?:л\w*|но|ть)|собер[уе]\w+|собира\w+|получ(?:ил\w*|ит|им|ат|ить|ае\w+)|"
        r"поступ(?:ил\w*|ит|ить|ае\w+)|зарабат\w+|заработа\w+|при(?:шл[аио]|д[еу]т|йдет))\b"
        r"[^.\n\d]{0,40}\d[\d ,]*\s?(?:тыс|млн|млрд|миллиард|миллион)",
    ),
    any_of(
        r"расход\w* (?:[а-я]+ ){0,3}бюджета|^расходы\b|(?:объем|всего|итого) расходов",
        r"\bдоходы расходы\b|\bрасходы, (?:тыс|млн|млрд)",
        r"\bрасходн\w+ част[ьи]\b|\bрасход(?:ы|ов)\b[^.\n\d]{0,40}\d",
        r"\b(?:(?:по|ис)?трат(?:ил\w*|ит|им|ят|ить)|(?:из)?расходу\w+|израсходо\w+|у(?:шл[аио]|йд[еу]т))\b"
        r"[^.\n\d]{0,40}\d[\d ,]*\s?(?:тыс|млн|млрд|миллиард|миллион)",
    ),
    any_of(
        r"дефицит|профицит|сбалансирован",
        r"(?:не хват(?:ает|ит|ило)|в (?:плюсе|минусе)|недоста(?:ет|нет|вало|ющ\w+)|минус|плюс)\b"
        r"[^.\n\d]{0,20}\d",
    ),
    any_of(r"налогов\w+ (?:и неналогов\w+ )?доход|налог на (?:прибыль|доходы)|ндфл|акциз"),
    any_of(r"безвозмездн\w+ поступлени|межбюджетн\w+ трансферт|дотаци|субвенци"),
    any_of(r"государственн\w+ (?:программ|долг)|национальн\w+ проект"),
    any_of(r"здравоохранени|образовани|социальн\w+ (?:политик|поддерж|защит)|дорожн|культур"),
)
_WHOLE = slice(1, 4)
"""Of the parts revenue, spending and balance."""
_TWO = 2


def to_citizens(clues: Clues) -> int:
    """How many different marks of being addressed to citizens the text bears (0..11)."""
    return sum(1 for pattern in _PLAIN if holds(pattern, clues.plain))


def addressed(clues: Clues) -> int:
    """How many ways its first pages turn to citizens: asking, greeting, promising ease."""
    plain = clues.plain[:OPENING]
    return sum(1 for pattern in _TURNS if holds(pattern, plain))


def of_budget(clues: Clues) -> int:
    """How many different parts of a budget the text speaks of (0..8)."""
    return sum(_told(clues.plain))


def of_whole(clues: Clues) -> bool:
    """Does it tell a budget and not one branch of it: two of revenue, spending and balance?"""
    return sum(_told(clues.plain)[_WHOLE]) >= _TWO


@lru_cache(maxsize=4)
def _told(plain: str) -> tuple[bool, ...]:
    """Which of the parts a text speaks of; the same is asked of a file several times in a row."""
    return tuple(holds(pattern, plain) for pattern in _BUDGET)
