"""What stands between the sums of a row of periods, and the unit such a row says once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from scoring.totals.money import Sum, like_a_year

PERIOD_WORDS = re.compile(
    r"\W*+(?>(?:\d{1,4}|в|во|на|за|с|со|до|к|по|и|а|но|против|вместо|чем|то|это|же|уже|еще|всего|он[иа]?|"
    r"когда|тогда|сейчас|теперь|ранее|раньше|назад|затем|далее|потом|соответственно|год\w{0,3}|г|"
    r"период\w*|планов\w+|план\w*|запланир\w+|факт\w*|оценк\w+|прогноз\w*|ожида\w+|жд[еу]\w+|исполнен\w*|"
    r"уточнен\w+|первоначальн\w+|утвержден\w+|проект\w*|закон\w*|отчет\w*|прошл\w+|позапрошл\w+|"
    r"предыдущ\w+|текущ\w+|следующ\w+|будущ\w+|нынешн\w+|эт\w{1,3}|перв\w+|втор\w+|трет\w+|состав\w+|"
    r"был\w*|буд[еу]т|стал\w*|стан\w+|выр[ао]с\w*|увелич\w+|возр[ао]с\w*|подн\w+|сниз\w+|уменьш\w+|"
    r"сократ\w+|упад\w+|достиг\w+|дойд\w+|получ\w+|собр\w+|собер\w+|поступ\w+|потра\w+|израсход\w+|"
    r"прид\w+|уйд\w+|больше|меньше|выше|ниже|сравнени\w+|уровн\w+|руб\w*|почти|около|примерно|более|"
    r"процент\w*|или|при|сумм\w+|об[ъь]ем\w*|размер\w*|равн\w+|собирал\w+|рассчитывал\w+|хотел\w+|м|"
    r"му|го|й|х|из|них|было|показател\w+|"
    r"от(?= (?:[а-я]+ )?план)|очередн\w+|финансов\w+|бюджет\w{0,2}|"
    r"область|край|республика|округ|регион|прежде|два|две|три|четыре|пять|депутат\w*|дума|закон|деле|самом|"
    r"парламент|утверд\w+|принял\w*|залож\w+|выш(?:ло|ли|ел)|выйд\w+|запланировал\w*)"
    r"\b\W*+)*+"
)
"""Words of time and change: they leave a sum to be of what the one before it is of."""
_ENDS = re.compile(r"\s*(?:$|[.,;:)|/!]|→|->|(?:а|и|но)\b|-\s)")
_LEAST, _MOST = 0.5, 2.0
_NAMED = re.compile(r"^\s*(?:доход|расход)ов\b")
_BAR = re.compile(r"\W*(?:[|/→>])\W*")


def spanned(plain: str, found: Sequence[Sum]) -> Iterator[Sum]:
    """The sums, whole numbers too in the unit before them: "48 миллиардов, прошлый - в 53"."""
    before: Sum | None = None
    for this in found:
        told = before is not None and this.unit is None and not like_a_year(this)
        if told and before is not None and _goes_on(plain, before, this):
            this = replace(this, unit=before.unit)
        yield this
        before = this if this.unit else before


def barred(plain: str, found: Sequence[Sum]) -> bool:
    """Is it a row of sums of one size with bars or arrows between them: "45,5 | 44,1 | 46,0"?"""
    bare = [s for s in found if not like_a_year(s)]
    pairs = list(pairwise(bare))
    signs = all(_BAR.fullmatch(plain[a.end : b.start]) for a, b in pairs)
    return bool(pairs) and signs and all(_alike(a, b) for a, b in pairs)


def _goes_on(plain: str, before: Sum, this: Sum) -> bool:
    between = _NAMED.sub(" ", plain[before.end : this.start])
    near = PERIOD_WORDS.fullmatch(between) and _ENDS.match(plain, this.end)
    return near is not None and _alike(before, this)


def _alike(one: Sum, other: Sum) -> bool:
    return _LEAST < other.number / (one.number or 1.0) < _MOST
