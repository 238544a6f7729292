"""What a figure is of whose own words only say that it is so much: the heading over it tells."""

import re
from functools import lru_cache

from scoring.facts import Fact, Words
from scoring.language.ru.folded import folded

_SAYS_NOTHING = re.compile(
    r"\b(?:год|бюджет|област|кра[йяею]\b|республик|округ|регион|поступ|запланир|предусм|предусматр|"
    r"состав|ожида|прогноз|план|факт|направ|выдел|потра|израсход|исполн|буд[еу]т|был|выход|выйд|стал|всего|"
    r"итого|объем|сумм|размер|финансир|расход|доход|руб|ассигнован|собер|собра|собир|получ|дол[яи]|"
    r"уйд|пойд|почти|около|более|свыше|это\b|том\b|числ|текущ|отчетн|очередн|начал|кон[це]|"
    r"тр[ае]т|половин|часть|заложен|утвержден|средств|деньг|денег|общ|наш|здесь|сюда|январ|декабр|"
    r"нужно|понадоб|принес|дадут|сейчас|уточнен|первоначальн|фактическ|кассов|прошл|процент|тыс|млн|"
    r"млрд)\w*"
)
_REMEMBERED = 4096
_LETTERS = re.compile(r"[^\W\d_]{3,}")


def subject(fact: Fact | Words) -> str:
    """The label; where it says nothing ("в 2026 году составит"), the nearest heading."""
    return fact.label if says_something(fact.label) else next(iter(fact.above[-1:]), "")


@lru_cache(maxsize=_REMEMBERED)
def says_something(words: str) -> bool:
    """Does a label name a thing, or only that there is so much of it in such a year?"""
    return _LETTERS.search(_SAYS_NOTHING.sub(" ", folded(words))) is not None
