"""How plainly a file, and the links that lead to it, say that it is an edition."""

import re

from scoring.editions.clues import Clues
from scoring.editions.heard import bare, calls, rows, without_bare
from scoring.editions.lookalikes import named_on_cover
from scoring.editions.naming import named_file, naming
from scoring.language.ru.folded import folded

_FIGURES = re.compile(
    r"\b(?:те|же|вс[еех]{1,2}|одн\w+|файл\w*|лист\w*|показател\w+|параметр\w+|цифр\w+|числа|значени\w+|характеристик\w+|брошюр\w+|издани\w+|"
    r"таблиц\w*|набор\w*|данн\w+|из|от|excel|эксель|машиночитаем\w+|вид\w?|формат\w*|основн\w+|"
    r"приложени\w+|выпуск\w*|страниц\w+|буклет\w*|слайд\w*|отчет\w*|машинный|электронн\w+|"
    r"закон\w{0,2}|проект\w{0,2}|отчет\w{0,2}|исполнени\w)\b"
)
"""What the link to a table of an edition's figures says of them."""
_OF_A_PAPER = re.compile(
    r"\bприложени\w+[^.\n]{0,20}\bк\s(?:[а-я]+\s){0,3}(?:закон|проект|отчет|решени|пояснит|приказ)"
)
"""An annex of a law is no table of an edition."""
_OF_A_BOOKLET = re.compile(r"\b(?:брошюр|буклет|издани|слайд)\w*")
_MADE_ELSEWHERE = re.compile(
    r"\b(?:размеща|размещ[ае]н|публик|выпус[ктщ]|издава|издал|подготов[ил]|сайт)\w*"
)
"""A report tells that citizens' budgets are published: it is not one of them."""
_PART = re.compile(
    r"^\W*(?:(?:глава|часть|раздел|том)\W{1,3}(?:\d|[ivx]+\b|перв|втор|трет|четв|пят)|"
    r"(?:перв|втор|трет|четв[её]рт|пят)[а-я]+ (?:глава|часть)|\d\W{0,3}(?:я\W)?(?:глава|часть)\b|"
    r"(?:приложени|вкладк|вкладыш|продолжени|окончани)\w*\s(?:к|из)?\s?\W?(?:[а-я]+\s)?"
    r"(?:брошюр|буклет|издани|бюджету для))|"
    r"^\W*(?:инфографик|плакат|листовк|лифлет|постер|слайд|презентаци|картинк|"
    r"памятк|кратк\w+ верси)"
)
"""What a part of a booklet is called where it has no name of its own."""
_IN_WORDS = re.compile(
    r"\b(?:описани\w+ (?:рисунк|картин|изображен|слайд|иллюстрац)|"
    r"текстов\w+ (?:верси|вариант|описани)|"
    r"расшифровк\w+ (?:видео|ролик|аудио|подкаст|слайд|комикс)|"
    r"(?:верси|вариант|текст|описани)\w*\s(?:[а-я]+\s){0,2}"
    r"для\s(?:незряч|слабовид|слепых|людей с нарушени))"
)
"""What pictures are called when they are told in words."""
_SURE = 3
_EARLY = 1500


def own_name(clues: Clues) -> int:
    """How plainly it names itself: 3 sure, 2 kin or only in its first words, 1 a booklet, 0 no."""
    named = named_on_cover(clues)
    if named and named.itself:
        return named.strength
    titled_so = naming(clues.title)
    if titled_so and titled_so.itself and titled_so.strength >= 2:
        return titled_so.strength
    running = naming(clues.opening)
    if running is None or not running.itself or running.strength < _SURE or running.start >= _EARLY:
        return 0
    sentence = re.split(r"[.!?\n]", folded(clues.opening[: running.start]))[-1]
    return 0 if _MADE_ELSEWHERE.search(sentence) else 2


def pointed_at(clues: Clues) -> int:
    """How plainly its links name it: 3 the link, 2 its row or file name, 1 a heading over it."""
    if any(calls(clues)):
        return 3
    if any(rows(clues)) or named_file(clues.name):
        return 2
    if linked_as_figures(clues):
        named_by = any(naming(text) for text in clues.above) or _OF_A_BOOKLET.search(_plain(clues))
        return 1 if named_by else 0
    headed = any((n := naming(text)) and n.itself for text in clues.above)
    return 1 if headed and (bare(clues.link_text) or naming(clues.link_text)) else 0


def linked_as_figures(clues: Clues) -> bool:
    """Tables whose link says nothing but that: "Скачать цифры (CSV)"."""
    if _OF_A_PAPER.search(_plain(clues)):
        return False
    said = _FIGURES.sub(" ", without_bare(clues.link_text))
    return clues.tables_only and not re.search(r"\w", said)


def _plain(clues: Clues) -> str:
    return folded(clues.link_text)


def numbered(clues: Clues) -> bool:
    """Do its link or its first line call it a part of something: "Глава 2. Доходы", "Постер"?"""
    return in_words(clues) or any(_PART.search(line) for line in _called(clues))


def in_words(clues: Clues) -> bool:
    """Do they call it a text of what another file shows in pictures?"""
    return any(_IN_WORDS.search(line) for line in _called(clues))


def _called(clues: Clues) -> tuple[str, str]:
    return _plain(clues), folded(clues.cover_text.strip().split("\n")[0])
