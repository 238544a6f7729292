"""The debt of another moment told beside it: "через год 11,1 млрд", "к декабрю не больше 20,4"."""

import re

_NAMED = (
    r"(?:январ|феврал|март|апрел|ма[йюея]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|весн|"
    r"лет[оауе]|осен|зим)\w*"
)
_MOMENT = (
    r"\b(?:(?:через|спустя) (?:(?:еще )?(?:год|полгода|(?:два|три|двенадцать|\d+) (?:год|месяц)\w*|"
    r"два|три|столько же))|"
    rf"(?:на|к|в|по состоянию на) (?:(?:самом )?(?:начал\w+|кон(?:ец|ца|цу|це))|{_NAMED}|"
    rf"следующ\w+ {_NAMED}|\d{{1,2}} {_NAMED}|\d{{1,2}}\.\d\d\.20\d\d)"
    r"(?: (?:20\d\d|прошл\w+|эт\w+|следующ\w+))?(?: г(?:ода?|\.)?)?)"
)
_IS = (
    r"(?:,? ?(?:будет|станет|стало|было|был|пусть|должно|должен|должны|составит|составлял|составил|"
    r"останется|ожидается|планируем|останемся|будем|быть|до|около|почти|уже|"
    r"не (?:больше|более|выше|свыше)|опустится|снизится|вырастет|поднимется|дойдет|сократится|"
    r"уменьшится|ровно|долг|он|мы|[а-я]{3,}л(?:а|о|ся|ась|ось)? до)"
    r"\b){0,5}\W{0,4}"
)
_SUM = r"(?!20\d\d\b)\d[\d ]*(?:,\d+)?(?![\d.])(?! ?%| процент| год)"
_THEN = re.compile(rf"{_MOMENT}{_IS}{_SUM}|\b(?:тогда|затем|потом) (?:было |будет )?{_SUM}")
# In the amount's own sentence a sum has to stand before it.
_FIRST = re.compile(r"\d,\d|\b(?:млрд|млн|тыс|милли|руб)\w*")
_LATER = re.compile(rf"(?:\d,\d+|руб\w*\.?|₽|млрд|млн)[^.;]{{0,12}} {_MOMENT}(?:\W|$)")
_UNMOVED = re.compile(
    r"\bдолг\w*[^.;:]{0,40}\bне (?:из|по)мен[яи]\w+|\bи в начале[^.;]{0,10} и в конце\b|"
    r"\bкак (?:и )?(?:был[оа]? |(?:область|мы) )?(?:на начал|в начал|в январ|год назад|прежде|"
    r"раньше)|\bстолько же[^.;]{0,20}(?:январ|декабр|прежде|раньше|прошл)|"
    r"\bто есть (?:он )?не (?:вырас|увелич|уменьш|прибав)\w+"
)
_TWO = 2


def then(plain: str, *, own: bool) -> bool:
    """Is the debt of another moment told, or that it stays as it was?

    ``plain`` is a folded sentence, ``own`` when the amount stands in it: then it needs two sums.
    """
    if _UNMOVED.search(plain):
        return True
    if not own:
        return _THEN.search(plain) is not None
    first = _FIRST.search(plain)
    if first is None:
        return False
    behind = plain[first.end() :]
    return _THEN.search(behind) is not None or len(_LATER.findall(plain)) >= _TWO
