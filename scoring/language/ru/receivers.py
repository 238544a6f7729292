"""People to whom something is given: nouns of people in the dative."""

import re
from functools import lru_cache

from scoring.language.ru.folded import folded
from scoring.language.ru.words import dictionary

_WORD = re.compile(r"[а-я]+(?:-[а-я]+)*")
_LIKELY = 0.1
_WITH_DATIVE = frozenset({"к", "ко", "по", "благодаря", "согласно", "вопреки", "навстречу"})
_REACH = 3
"""Words between a preposition and the noun it rules."""
_NAMES = frozenset({"Name", "Surn", "Patr", "Abbr", "Geox"})
# Everybody is no group, and who is paid for work or takes decisions gets no support.
_NO_GROUP = frozenset(
    {"житель", "гражданин", "человек", "россиянин", "депутат", "губернатор", "министр", "подрядчик",
     "инвестор", "читатель", "поставщик", "кредитор", "чиновник", "народ", "налогоплательщик",
     "глава", "исполнитель", "учредитель", "законодатель", "лицо", "получатель", "потребитель",
     "сосед", "друг", "край", "заказчик", "строитель", "дорожник", "производитель", "президент"}
)  # fmt: skip
_BY_NEED = re.compile(
    r"\b(?:предсто\w+|удалось|удастся|прид[её]тся|пришлось|нужно|надо|можно|следует)\b"
)
_ENTRY = re.compile(r"^\W*([а-я][а-я ,-]{2,60}?)(?:\s-|:)\s*[а-я ]{0,20}\d")
_THOSE = re.compile(r"\b(?:тем|всем),? (?:кто|кому|у кого)\b[^,.:;-]{0,60}")
_REMEMBERED = 8192


@lru_cache(_REMEMBERED)
def given(text: str) -> tuple[str, ...]:
    """Dictionary forms of people ``text`` gives something to, each once, in their order.

    "Спортсменам выплатят" gives "спортсмен"; "к врачу" and "строителям предстоит" give nobody.
    """
    plain = folded(text)
    if _BY_NEED.search(plain):
        return ()
    words = _WORD.findall(plain)
    found = [
        lemma
        for at, word in enumerate(words)
        if (lemma := _person(word)) and _WITH_DATIVE.isdisjoint(words[max(0, at - _REACH) : at])
    ]
    return tuple(dict.fromkeys((*found, *(m[0].strip() for m in _THOSE.finditer(plain)))))


@lru_cache(_REMEMBERED)
def headed(text: str) -> tuple[str, ...]:
    """Whom an entry of a list begins with, in dictionary forms: "Сельский почтальон - 12 тысяч"."""
    entry = _ENTRY.match(folded(text))
    people = (_person(word, "nomn") for word in _WORD.findall(entry[1])) if entry else ()
    return tuple(dict.fromkeys(filter(None, people)))[:1]


@lru_cache(_REMEMBERED)
def _person(word: str, case: str = "datv") -> str:
    """The dictionary form of a noun of people in a case, "" of another word."""
    if case == "datv" and not word.endswith(("м", "у", "ю", "е", "и")):
        return ""
    for parse in dictionary().parse(word):
        tag = parse.tag
        if parse.score < _LIKELY or "NOUN" not in tag or case not in tag:
            continue
        lemma = str(parse.normal_form).replace("ё", "е")
        people = "anim" in tag or lemma == "семья"
        if people and not _NAMES & tag.grammemes and lemma.split("-")[0] not in _NO_GROUP:
            return lemma
    return ""
