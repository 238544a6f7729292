"""Whose debt is told of: the region's, or the country's, a plant's, a family's, of taxpayers."""

import re

from scoring.language.ru.folded import folded
from scoring.remembered import of_text

_ADJECTIVES = r"(?: [а-я-]+(?:ого|его|ой|ей|их|ых)){0,3}"
_WORKS = r"[а-я-]*(?:водоканал|энерго|теплосет|автодор|коммун\w*сервис|фармаци|авиа|транс\b)"
_DEBTORS = (
    r"(?:налогоплательщик|плательщик|предпринимател|предприят|организац|учрежден|компан|застройщик|"
    r"подрядчик|населени|граждан|жител|жильц|абонент|потребител|завод|должник|работодател|"
    r"арендатор|дебитор|заемщик|семьи\b|семей|сосед|студент|школьник|родител|знаком|"
    rf"[гм]уп\b|гкп\b|о?ао\b|ооо\b|дом(?:а|ов)\b|{_WORKS})\w*"
)
_THEIRS = re.compile(
    r"\b(?:долг(?:|а|и|ов|ам|ом|у)|задолженност[ьиию]\w?)"
    rf"(?: по [а-я]+)?{_ADJECTIVES} {_DEBTORS}|\bзадолжал[аи]?(?: [а-я]+(?:ые|ие))? {_DEBTORS}|"
    r"\b(?:дебитор|кредитор)ск\w+ задолженност\w+"
)
_COUNTRYS = re.compile(
    rf"\bдолг(?:|а|у|ом|е){_ADJECTIVES} (?:российской федерации|россии|страны|рф|сша|федерации|"
    r"федерального бюджета)\b|\b(?:федеральн|общероссийск)\w+ долг(?:|а|у|ом|е)\b"
)
_SURNAME = re.compile(r"\b[Дд]олг(?:|а|и|ов|у|ом)\s[А-ЯЁ][а-яё]+(?:[оеё]вых|[иы]ных|ских)\b")
""""Долг Ивановых": whose name is said in the plural are no region, but a family of a lesson."""
_BODY = re.compile(
    r"^\W*(?:вместе|всего|итого|консолидир|област|кра[йя]\b|республик|округ|регион|муниципал|район|"
    r"город|местн|субъект)"
)


@of_text
def is_others(label: str) -> bool:
    """Does the last debt a label names belong to another than the region?"""
    plain = folded(label)
    if not ("долг" in plain or "задолж" in plain):
        return False
    if _SURNAME.search(label):
        return True
    found = [one for shape in (_THEIRS, _COUNTRYS) for one in shape.finditer(plain)]
    if not found:
        return False
    last = max(found, key=lambda one: one.end())
    return "долг" not in plain[last.end() :]


def is_body(column: str) -> bool:
    """Does a column's head name a body that owes, or all of them together?"""
    return _BODY.match(folded(column)) is not None
