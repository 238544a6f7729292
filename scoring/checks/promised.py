"""Is a count an item of a list of things done or promised: "К декабрю: 12 ФАПов, 31 автобус"?"""

import re

from scoring.checks import building
from scoring.facts import Fact
from scoring.language.ru.folded import any_of, folded
from scoring.language.ru.lexicon import lexicon

# What is promised or reported stands before the list, and a colon or a dash closes it.
_LEAD = any_of(
    r"\b(?:обеща|обязуем|план|намет|намеч|задач|цел[ьи]\b|итог|отчет|успе|сдела|добь|доби|результат)",
    r"\b(?:к|до|ко) (?:[а-я]+ )?(?:январ|феврал|март|апрел|ма[юя]\b|июн|июл|август|сентябр|октябр|"
    r"ноябр|декабр|зим|весн|лет[ау]\b|осен|нов\w+ год|конц\w+ год|20\d\d)",
    r"\b(?:за|в|на) (?:[а-я]+ |20\d\d-?[а-я]* ?){0,2}год\w*|\bгод в\b|\bв цифрах\b|\bза этим\b",
    r"\b(?:получ|появ|добав|приба|жд[уе]|ожида|построе|постро[ий]|откро|закупа|купл|купи|будет|"
    r"взамен|вырасте|в обмен|благодаря|на эти деньги|на эти средства|позволи|позволя)",
)
_OPENS = re.compile(r"[:—–]|\s-\s")
_HEADS = any_of(
    r"\b(?:построе|построи|строим|откры|купи|куплен|сдан|введен|отремонтир|починил|добавил|появил|"
    r"обеща|обязуемся|намечен|наметил|добьемся|добились|появится|получ(?:им|ится|илось)\b|увидим|"
    r"изменится|результат|итог\w*\W*$|взамен|прибавится|"
    r"стройки|дела\b|делах\b|сделали|сделано|сделаем|отметка|посчитали|успех|перемены)",
)
_FIGURE = re.compile(r"(?<!\d)(?!20\d\d\b)\d")
_LONGEST_HEAD = 60


def lists_done(fact: Fact) -> bool:
    """Things of a kind that is built, bought or opened, in a list that says when, or who vows.

    Districts, people and pages are of no such kind; what a region has ("В крае 812 школ") is led
    by no word of a promise and no colon.
    """
    if "thing" not in lexicon("results").words.named(fact.noun):
        return False
    start = _FIGURE.search(fact.whole)
    before = fact.whole[: start.start()] if start else ""
    opened = _OPENS.search(before) is not None
    plain = folded(before)
    if opened and (_LEAD.search(plain) or _HEADS.search(plain)):
        return True
    led = not re.search(r"[^\W\d_]{3,}", before) or opened
    heads = [head for head in fact.above[-2:] if len(head) <= _LONGEST_HEAD]
    return led and (
        any(_HEADS.search(folded(head)) or _leads(head) for head in heads)
        or building.builds(tuple(heads))
    )


def _leads(head: str) -> bool:
    return head.rstrip().endswith(":") and _LEAD.search(folded(head)) is not None
