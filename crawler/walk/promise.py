"""How much does a link promise a citizens' budget? A number between 0 and 1, from words alone."""

import re
from dataclasses import dataclass
from functools import lru_cache

from crawler.pages.link import Link, LinkKind
from crawler.walk.spoken import plain, spoken
from crawler.walk.traps import is_file, shows_all
from crawler.walk.words import JUNK, NAMED, NEAR, NEUTRAL, WAY, address_says, says

# What a promise is called when links are ordered and counted.
PROMISING = 0.5
ON_THE_WAY = 0.2
HOPELESS = 0.02

# Words around a link say less than its own, those of its address less than those a reader sees.
_ADDRESS, _CONTEXT, _HEADING = 0.95, 0.9, 0.85
# What remains of the page's promise on its links.
_FILE, _PAGE, _FURTHER, _BELOW, _BELOW_IN_MENU, _BESIDE = 0.85, 0.95, 0.8, 0.8, 0.6, 0.3
_PER_CLICK, _PER_YEAR, _OLDEST = 0.985, 0.06, 0.55
_SITEMAP = 0.9
# What a page's script asks for is the page; a list in one piece goes before its parts.
_SERVED, _CHAPTER, _WHOLE_LIST = 0.95, 0.9, 1.02

_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
_FURTHER_WORDS = re.compile(
    r"далее|дальше|следующ|подробн|скачать|открыть|смотреть|посмотреть|читать|показать|все |архив"
    r"|перейти|сайт|ссылк|тут|здесь|версия|pdf|docx?|xlsx?|pptx?|zip|кб|мб|часть|том|файл|проект"
)
# What was begun on a page goes on behind such a link, whatever that part is called.
_GOES_ON = re.compile(
    r"(?:продолжени|окончани|(?:далее|дальше)\b|следующ\w+ (?:част|глав|страниц))"
)
_DRY = re.compile(
    r"приложени|ведомствен|пояснительн|0503\d\d\d|приказ|распоряжен|постановлен|смет|закупк"
    r"|\bна (?:01|1)[ .](?:\d\d|[а-я]{3,8})\b|ежемесячн|квартал|\d месяц\w*|реестр|паспорт|справк"
    r"|prilozhen|poyasnit|prikaz|postanovl"
)
_TONGUE = re.compile(r"(?:in |на )?(?:english|английск\w+)(?: version| язык\w*)?(?: pdf)?")
_DRIER, _DRIEST = 0.85, 0.7


@dataclass(frozen=True, slots=True)
class From:
    """The page a link stands on: its address, what it promised, how deep it lies."""

    url: str
    promise: float
    depth: int


def own_words(link: Link, url: str) -> float:
    """What the link itself says, without the page around it; ``url`` is canonical."""
    text = plain(link.text)
    # A site in English is none of ours; a file in English may be the same edition.
    if is_file(url) and _TONGUE.fullmatch(text):
        return NEUTRAL
    said, named = says(text), _address(url)
    # "News" in so many words is news, wherever it lies; a number in a list says nothing.
    if said == JUNK and named < NAMED:
        return JUNK
    return JUNK if named == JUNK and said < NEAR else max(said, _ADDRESS * named)


def of_a_row(link: Link) -> float:
    """What the row around a link says: "Перейти" beside an edition's name is that edition."""
    return 0.0 if link.menu else _CONTEXT * says(plain(link.context))


def hope(link: Link, url: str, page: From, year: int, *, turned: bool = False) -> float:
    """What to expect behind a link of ``page``; ``year`` is the present one.

    ``turned`` is True for a further page of the list that ``page`` is part of.
    """
    if turned:
        part = page.promise * _PAGE * (_WHOLE_LIST if shows_all(url) else 1)
        return max(part, min(page.promise, HOPELESS * 1.05))
    own = NEUTRAL if _is_chapter(link, url, page) else own_words(link, url)
    file = is_file(url)
    found = (
        own if own == JUNK else max(own, _around(link), _inherited(link, url, page, own, file=file))
    )
    if found < ON_THE_WAY:
        return found * 0.6**page.depth
    if (file or found >= NEAR) and _DRY.search(plain(f"{link.text} {link.context}") or spoken(url)):
        found *= _DRIER if found >= NAMED else _DRIEST
    if shows_all(url):
        found *= _WHOLE_LIST
    return min(found * _age(link, url, year) * _PER_CLICK**page.depth, 1.0)


def _is_chapter(link: Link, url: str, page: From) -> bool:
    """A part of an edition may be called like what is junk elsewhere: "Словарь и контакты"."""
    if link.menu or page.promise < PROMISING or not is_below(url, page.url):
        return False
    return link.kind is LinkKind.CHAPTER or _GOES_ON.match(plain(link.text)) is not None


def of_sitemap(url: str, year: int) -> float:
    """What to expect of a sitemap's entry: its address is all it says."""
    said = _address(url)
    return 0.0 if said < NEAR else _SITEMAP * said * _age(Link(url), url, year)


@lru_cache(maxsize=2_048)
def _address(url: str) -> float:
    words = spoken(url)
    last = url.rstrip("/").rpartition("/")[2]
    return address_says(words, spoken(f"x://x/{last}")) or NEUTRAL


def _around(link: Link) -> float:
    """What the row and the headings say, when they speak of budgets at all."""
    if link.menu:
        return 0.0
    row, above = _CONTEXT * says(plain(link.context)), _HEADING * says(plain(link.heading))
    return max(row if row >= NEAR * _CONTEXT else 0, above if above >= PROMISING else 0)


def _inherited(link: Link, url: str, page: From, own: float, *, file: bool) -> float:
    """What the page's own promise says of its links."""
    if link.kind in (LinkKind.ENDPOINT, LinkKind.SCRIPT_FILE):
        return page.promise * _SERVED
    if link.kind is LinkKind.CHAPTER and not link.menu:
        return page.promise * _CHAPTER
    if link.menu:
        return page.promise * _BELOW_IN_MENU if is_below(url, page.url) else 0.0
    if file:
        return page.promise * _FILE
    if own >= WAY and not is_below(url, page.url):
        return 0.0
    if _continues(link.text):
        return page.promise * _FURTHER
    return page.promise * (_BELOW if is_below(url, page.url) else _BESIDE)


def _continues(text: str) -> bool:
    words = plain(text)
    if _GOES_ON.match(words):
        return True
    return len(words) <= 40 and bool(_YEAR.search(words) or _FURTHER_WORDS.search(words))


def is_below(url: str, page: str) -> bool:
    """True for an address inside the page's own folder, which must not be the whole site."""
    folder = page.partition("?")[0].rpartition("/")[0] + "/"
    if page.partition("?")[0].endswith((".php", ".html", ".htm", ".aspx")):
        folder = page.partition("?")[0].rpartition(".")[0] + "/"
    return folder.count("/") > 3 and url.startswith(folder) and url != page


def _age(link: Link, url: str, year: int) -> float:
    """Less for what names only past years: the editions owed are the newest ones."""
    words = f"{link.text} {link.context}"
    found = _YEAR.findall(words) or _YEAR.findall(link.heading) or _YEAR.findall(spoken(url))
    if not found:
        return 1.0
    behind = year - 1 - max(int(y) for y in found)
    return max(1 - _PER_YEAR * behind, _OLDEST) if behind > 0 else 1.0
