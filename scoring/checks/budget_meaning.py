"""Does a text say what a budget is: by its meaning, under its name, or asked for it?"""

import re

from scoring.checks.budget_flows import likens
from scoring.language.ru.folded import folded
from scoring.remembered import of_text

_BUDGET = re.compile(
    r"^\W*(?:(?:област|краев|республиканск|региональн|государственн|окружн)\w+ )?бюджет\W*$|"
    r"^\W*бюджетный процесс\W*$|^\W*бюджет [а-я]+\W*$"
)
# Article 6 of the Budget Code: dry words, and yet they say what it is.
_CODE = r"форм(?:а|ой|у) образования и (?:расходования|использования)"
# The same article's words for the process name its steps and tell nothing of them.
_OF_PROCESS = re.compile(r"\bрегламентируем\w+ (?:\w+ )?законодательств")
_COMPLIMENT = re.compile(
    r"(?:\bэто|\bбюджет(?: [а-я]+)? -) (?:прежде всего |и |ваши? |наши? |в первую очередь )?"
    r"(?:не (?:только|просто)|забот|люди|довери|шанс|надежд|будущ|инвестиции в|ответственност|"
    r"бюджет [а-я]+\W*$|зеркал|мы\b|вы\b|сердце|лицо|судьб|уверенност|фундамент|основа (?:развит|"
    r"благополуч|жизн)|"
    r"(?:[а-я-]+ ){0,2}инструмент\w* (?:[а-я-]+ ){0,2}(?:политик|управлени|развити|регулирован)\w*"
    r"(?: [а-я]+)?\W*$)"
)
_ASKED = re.compile(r"\bчто (?:же |это )?такое\W{1,3}(?:\w+ )?бюджет(?:,? \w+){0,5}\W*(?:$|\?)")
_PLAN = re.compile(
    r"\bбюджет(?: [а-я]+){0,3}(?: \([^)]*\))?\s?(?::|-|,)? (?:это )?(?:[а-я]+,? ){0,4}"
    r"(?:план|смета|роспись|список|перечень|кошелек|копилка|расписание|мешок|котел|касса|"
    r"таблица|чемодан|корзина|сундук|договор|счет|подсчет|расчет|баланс)\b[^.!?]*"
    r"\b(?:доход|расход|трат|потрат|деньг|денег|средств|придет|получ|налог|плат[яи]т|платим)|"
    r"\bбюджет(?: [а-я]+){0,2} ?(?::|-|,)? (?:это )?(?:все )?(?:то,? )?(?:сколько|что|чем|откуда) "
    r"[^.!?]{0,60}\b(?:получ|собра|собир|заработ|зарабат|приход|поступ)[^.!?]{0,60}\b(?:трат|потрат|расход)"
)
# "Каждый год принимают бюджет. По сути это план: ...": the sentence before names it.
_IT_IS = re.compile(
    r"^\W*(?:(?:по сути|попросту|проще говоря|если (?:коротко|просто)|на деле|"
    r"на самом деле|коротко|иначе говоря|говоря просто|а|сегодня|теперь|сейчас),?\s)?"
    r"(?:это|он|так (?:называют|именуют|зовут))\s?-?\s?"
    r"(?:не [а-я ]{2,20}, (?:а|это) )?(?:[а-я]+,? ){0,3}"
    r"(?:план|смета|роспись|список|перечень|кошелек|копилка|расписание)"
    r"(?:\s?[:,(-]| (?:всех |наших )?(?:доход|расход|поступлени|трат|того|всего)\w*| по котор\w+)"
    r"[^!?]*"
    r"\b(?:доход|расход|трат|потрат|деньг|денег|средств|придет|поступ)"
)
# "Главный финансовый документ" names a rank, not a meaning: money comes or goes, or is planned.
_MEANS = re.compile(
    rf"\b(?:{_CODE})|"
    r"\b(?:план|смет|роспис|перечен|список|кошел|копилк|касс[аеуы]|казн|мешок|мешк|свод|фонд)|"
    r"доход|расход|\bтрат|потрат|\bден[её]ж|\bденьг|\bденег|\bсредств|\bналог|\bсобира|\bсобра|"
    r"\bполуча|\bплат|\bприход|\bпоступ|\bфинансировани|\bраспредел|\bсумм|\bскольк|"
    r"\bобщ(?:ие|ий) |\bрубл"
)
_ALONE = re.compile(
    r"^\W*бюджет(?: (?:области|края|республики|региона|округа|субъекта|государства))?\W*$"
)
_BROCHURE = re.compile(r"\bбюджет\w*\W{1,3}для граждан\b")
_NAMED = re.compile(r"\bбюджет(?:а|у|ом|е)?\b")
_ASIDE = re.compile(r"\([^()]*\)")


def is_meant(term: str, quote: str) -> bool:
    """Is a definition (its term and words) one of the budget, or of the budget process?"""
    name = _ASIDE.sub(" ", folded(term)).strip()
    return _BUDGET.search(name) is not None and _means(folded(quote))


def is_compliment(text: str) -> bool:
    """Does it praise and say nothing: "Бюджет — это прежде всего забота о людях"?"""
    return _COMPLIMENT.search(folded(text)) is not None


@of_text
def says_what(text: str) -> bool:
    """Does it say "бюджет похож на кошелёк", or "бюджет: смета доходов и расходов"?"""
    plan = _PLAN.search(folded(text)) and not is_compliment(text)
    return bool(plan) or likens(text)


def goes_on(said: str, then: str) -> bool:
    """Is the budget named, and then called a plan of what comes and goes?"""
    named = _names_it(said) and _it_is(then)
    return named or (_is_name(said) and _is_plan(then))


@of_text
def asks(text: str) -> bool:
    """Is it asked what a budget is, and not what the brochure of that name is?"""
    plain = folded(text)
    return _ASKED.search(plain) is not None and _BROCHURE.search(plain) is None


@of_text
def _names_it(text: str) -> bool:
    return _NAMED.search(folded(text)) is not None


@of_text
def _it_is(text: str) -> bool:
    return _IT_IS.match(folded(text)) is not None


@of_text
def _is_name(text: str) -> bool:
    """Is it the word and no more: "Бюджет.", as entries of word lists begin?"""
    return _ALONE.search(folded(text)) is not None


@of_text
def _is_plan(text: str) -> bool:
    return not re.search(r"\d", text) and _PLAN.search(f"бюджет {folded(text)}") is not None


def _means(plain: str) -> bool:
    empty = any(p.search(plain) for p in (_COMPLIMENT, _OF_PROCESS))
    return _MEANS.search(plain) is not None and not empty
