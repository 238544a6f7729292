"""Is what a folded text tells of over, or still to come?"""

import re

_PAST = re.compile(
    r"\b(?:прош(?:ел|л[иа])|состоял(?:ся|[иа]сь)|проведен[ыо]|проводил[иа]сь|"
    r"принял[иа] участие|обсудил[иа]|выступил\w*|"
    r"пришл[иоа] \d|собрал[иа]сь|завершил[иа]сь|подведен\w*|показал\w*|поступил[иоа]|"
    r"поступило|"
    r"учтен[ыо]|(?:вы)?рассмотрен[ыо]|внесл[иа]|задал[иа]|направил[иа]|прислал[иа]|"
    r"(?:про)?голосовал[иа]|опрошен\w*|"
    r"прошло|участвовал[иа]|назвал[иа]|ответил[иа]|"
    r"по (?:данным|итогам|результатам) (?:\w+ )?(?:опрос|анкет|слушани|голосовани)\w*)\b"
)
# "Куда бы вы направили миллиард?" asks of nothing that was.
_WOULD = re.compile(r"\bбы(?: [а-я]+){0,2}? [а-я]+л[аи]?\b|\b[а-я]+л[аи]? бы\b")
_TO_COME = re.compile(
    r"\b(?:пройдет|пройдут|состо[ия]тся|буд[уе]т|приглаша\w+|приходите|ждем|(?!сайте)[а-я]+йте)\b"
)
_DATED = re.compile(r"\d{1,2}(?:\s+[а-я]+|\.\d\d?\.)\s*(20\d\d)\b")


def is_past(plain: str) -> bool:
    """Does a folded text tell of what is over, and of nothing to come?"""
    if "бы" in plain:
        plain = _WOULD.sub(" ", plain)
    return _PAST.search(plain) is not None and not _TO_COME.search(plain)


def is_over(plain: str, since: int) -> bool:
    """Are all days of a folded text before the year ``since``?"""
    years = [int(year) for year in _DATED.findall(plain)]
    return bool(years) and max(years) < since
