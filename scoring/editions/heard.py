"""What is said of a file wherever it is linked: a link's words, and what in its row is about it."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from scoring.editions.clues import Clues
from scoring.editions.linked import Mention
from scoring.editions.naming import Named, naming
from scoring.language.ru.folded import folded

_BARE = re.compile(
    r"\b(?:скачать|загрузить|открыть|смотреть|просмотр\w*|читать|подробнее|здесь|тут|страниц\w|файл\w?|документ\w?|текст|"
    r"версия|полная|pdf|docx?|pptx?|xlsx?|ods|odt|csv|json|xml|zip|rar|download|[мкmk][бb]|размер|"
    r"листать|посмотреть|полистать|прочитать|узнать|первоначальн\w+|исходн\w+|актуальн\w+|действующ\w+|последн\w+|редакци\w|"
    r"изменени\w+|поправк\w+|внесенн\w+|учетом|с|со|"
    r"проект\w?|закон|исполнени\w|отчет|утвержденн\w+|уточненн\w+|бюджет\w?|областн\w+|краев\w+|"
    r"республиканск\w+|регионал\w+|часть|открытые|данные|набор|таблиц\w|год\w*|г|гг|на|за|и|к|о|в|"
    r"планов\w+|период\w?|презентаци\w|брошюр\w|буклет\w?|слайд\w*|инфографик\w|издани\w|"
    r"выпуск\w?|книг\w|плакат\w?|сборник\w?|листовк\w|лифлет\w?|постер\w?|комикс\w?|памятк\w|альбом\w?|об?|\d+)\b"
)
_MOST_ROWS = 12
"""Different places that are read: a page of a menu is linked from every page of its site."""
_KIN = 2


def bare(link: str) -> bool:
    """A link that adds nothing to its heading but a stage, a year or a format: "Скачать (pdf)"."""
    return not re.search(r"\w", without_bare(link))


def without_bare(link: str) -> str:
    """The words of a link, folded, less those that name only a format, a stage or a year."""
    return _BARE.sub(" ", folded(link))


def calls(clues: Clues) -> Iterator[str]:
    """The words of every link to the file that call it an edition, the nearest link first."""
    texts = dict.fromkeys([clues.link_text, *(m.link.text for m in clues.mentions)])
    yield from (text for text in _first(texts) if named(text))


def rows(clues: Clues) -> Iterator[str]:
    """The rows that call the file an edition: a menu names its other pages, not this one."""
    seen: dict[str, Mention] = {}
    for mention in clues.mentions:
        seen.setdefault(mention.link.context, mention)
    for row in _first(seen):
        if named(row) and (not clues.is_page or named(_own_part(seen[row]))):
            yield row


def told_elsewhere(clues: Clues) -> Iterator[str]:
    """What other links than the nearest say of it where they call it an edition: news, archives."""
    near = {clues.link_text, clues.context}
    yield from (text for text in (*calls(clues), *rows(clues)) if text not in near)


def named(text: str) -> Named | None:
    """The name of an edition or its kin that ``text`` gives to the thing itself."""
    found = naming(text) if text else None
    return found if found and found.itself and found.strength >= _KIN else None


def _first(texts: Iterable[str]) -> Iterator[str]:
    return islice(texts, _MOST_ROWS)


def _own_part(mention: Mention) -> str:
    """The row less the links beside this one that have a name of their own."""
    own, row = mention.link, mention.link.context
    for link in mention.document.links:
        if link.locator == own.locator and link.text not in ("", own.text) and not bare(link.text):
            row = row.replace(link.text, " | ", 1)
    return row
