"""Does a text explain a budget, and to whom: the marks of a paper written for citizens."""

from scoring.editions.clues import Clues
from scoring.language.ru.folded import any_of, folded

_PLAIN = (
    any_of(r"что такое бюджет|бюджет\s*-\s*это|чем живет бюджет|зачем нужен бюджет"),
    any_of(
        r"уважаем\w+ (?:жител|граждан|земляк|друзья|друг|читател|соотечеств)",
        r"дорог\w+ (?:жител|земляк|друзья)",
    ),
    any_of(r"глоссари|словар\w+|основные (?:понятия|термины)|термин\w* и (?:понят|определ)"),
    any_of(r"откуда (?:берутся|поступают|при[хш]|деньги)|из чего (?:складыва|состо|формиру)"),
    any_of(
        r"на что (?:трат|расход|идут|потрат|направ)|куда (?:идут|направ|уход|ушл|трат|пойдут|пошл)"
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
        r"\bдоходн\w+ част[ьи]\b|\bдоход(?:ы|ов)\b[^.\n\d]{0,40}\d",
    ),
    any_of(
        r"расход\w* (?:[а-я]+ ){0,3}бюджета|^расходы\b|(?:объем|всего|итого) расходов",
        r"\bрасходн\w+ част[ьи]\b|\bрасход(?:ы|ов)\b[^.\n\d]{0,40}\d",
    ),
    any_of(r"дефицит|профицит|сбалансирован"),
    any_of(r"налогов\w+ (?:и неналогов\w+ )?доход|налог на (?:прибыль|доходы)|ндфл|акциз"),
    any_of(r"безвозмездн\w+ поступлени|межбюджетн\w+ трансферт|дотаци|субвенци"),
    any_of(r"государственн\w+ (?:программ|долг)|национальн\w+ проект"),
    any_of(r"здравоохранени|образовани|социальн\w+ (?:политик|поддерж|защит)|дорожн|культур"),
)


def to_citizens(clues: Clues) -> int:
    """How many different marks of being addressed to citizens the text bears (0..11)."""
    plain = folded(clues.body)
    return sum(1 for pattern in _PLAIN if pattern.search(plain))


def addressed(clues: Clues) -> int:
    """How many ways its first pages turn to citizens: asking, greeting, promising ease."""
    plain = folded(clues.body[:OPENING])
    return sum(1 for pattern in _TURNS if pattern.search(plain))


def of_budget(clues: Clues) -> int:
    """How many different parts of a budget the text speaks of (0..8)."""
    plain = folded(clues.body)
    return sum(1 for pattern in _BUDGET if pattern.search(plain))
