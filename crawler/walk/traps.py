"""Addresses that lead nowhere new: calendars, sessions, sorting, print views, pictures, loops."""

import re
from collections import Counter
from urllib.parse import urlsplit

FILE = re.compile(
    r"\.(?:pdf|docx?|docm|pptx?|ppsx?|xlsx?|xlsm|xlsb|odt|ods|odp|rtf|txt|csv|json|xml|zip|rar|7z)$",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(
    r"\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?|ico|css|js|mjs|map|woff2?|ttf|eot|otf|mp[34]|avi|mov"
    r"|wmv|webm|mkv|flv|ogg|wav|m4[av]|exe|msi|apk|dmg|iso|sig|p7s|ics|vcf|swf)$",
    re.IGNORECASE,
)
_ROOMS = re.compile(
    r"/(?:login|logout|signin|signup|register|registration|authorization|personal|lk|cabinet"
    r"|search|poisk|calendar|kalendar|cart|basket|rss|feed|print|wp-admin|wp-json|wp-login\.php"
    r"|xmlrpc\.php|admin|administrator|cgi-bin|bitrix/(?:admin|tools|redirect\.php|rk\.php"
    r"|components(?!/[\w./-]{1,200}(?:download|file)\w*\.php)))"
    r"(?:/|\.php|\.aspx?|\.html?|$)",
    re.IGNORECASE,
)
_DAY = re.compile(r"/(?:19|20)\d\d/\d{1,2}(?:/\d{1,2})?/?$|/(?:19|20)\d\d-\d\d(?:-\d\d)?/?$")
_A_DAY = re.compile(
    r"[\W\d]*(?:(?:\w{1,2}|(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr"
    r"|may|jun|jul|aug|sep|oct|nov|dec|год|месяц|день|дн[ия]|недел|сегодня|вчера|завтра|архив"
    r"|календар|следующ|предыдущ|ранее|позже)\w*)[\W\d]*){0,3}",
    re.IGNORECASE,
)
_SWITCHES = re.compile(
    r"(?:^|&)(?:(?:date|day|month|week|calendar\w*|cal_\w+|date_\w+|arrfilter\w*)=\S"
    r"|(?:sort|order|sort_?by|order_?by|filter_order|q|query|search|s|login|logout|auth|register"
    r"|forgot_password|replytocom|backurl|back_url|share|special_version|contrast)(?:=|&|$)"
    r"|action=(?:login|add|compare|print))",
    re.IGNORECASE,
)
_PAGING = re.compile(
    r"(?:^|[?&])(?:pagen_\d+|showall_\d+|p|pg|paged|_?start|offset|skip|curpos|(?:current_?)?page"
    r"|page_?num(?:ber)?|page\[number\]|pagination\[page\])=\d+|/page[-/_]?\d+",
    re.IGNORECASE,
)
_ALL = re.compile(r"(?:^|[?&])showall_\d+=1(?:&|$)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:стр\w*|page|p)?[ .№]*\d+", re.IGNORECASE)
_ONWARD = re.compile(
    r"след|дал[еь]|впер[её]д|назад|пред|перв|посл|ещ[её]|показать|next|prev|more|older|last|first",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+|[0-9a-f]{8,}", re.IGNORECASE)

MAX_SEGMENTS = 24
MAX_SAME_SEGMENT = 2
MAX_PAGING = 12  # pages of one list, the page it starts with not counted
MAX_SHAPE = 30  # unpromising addresses that differ in their numbers only, words and all
MAX_SHAPES = 50_000  # kept in memory; a site with more of them makes them up
MAX_STRANGERS = 400  # those of one shape under different words


def is_file(url: str) -> bool:
    """True for an address that ends like a document, in its path or in its last parameter."""
    parts = urlsplit(url)
    return bool(FILE.search(parts.path) or FILE.search(parts.query))


def is_paging(url: str, page: str, text: str = "") -> bool:
    """True for a further page of the list that ``page`` is part of.

    ``/page/642`` and ``?page=1713`` are how some sites name every page they have: what bears a
    title of its own is no further page of a list.
    """
    words = text.strip(" \t\n<>«»‹›→←.…[]()")
    if not _PAGING.search(url.partition("://")[2]) or not (
        len(words) < 2 or _NUMBERED.fullmatch(words) or _ONWARD.match(words)
    ):
        return False
    return listed(url) == listed(page)


def shows_all(url: str) -> bool:
    """True for a list in one piece, where a site also gives it in parts."""
    return bool(_ALL.search(urlsplit(url).query))


def listed(url: str) -> str:
    """A list's address, the same on all its pages, whatever the order of its parameters."""
    path, _, query = url.partition("?")
    kept = sorted(p for p in query.split("&") if p and not _PAGING.search(f"?{p}"))
    return "?".join(filter(None, (_PAGING.sub("", path).rstrip("/"), "&".join(kept))))


def trap(url: str, text: str = "") -> str:
    """Return why a canonical address is never walked, "" when it may be.

    ``text`` is what its link says: ``/docs/2026/7`` under a title is a document, and under "7"
    or "July" a calendar's page.
    """
    parts = urlsplit(url)
    if _NO_TEXT.search(parts.path):
        return "not a document"
    if FILE.search(parts.path):
        return ""
    if _DAY.search(parts.path) and _A_DAY.fullmatch(text.strip()):
        return "calendar"
    if parts.query and _SWITCHES.search(parts.query):
        return "calendar, sorting or search"
    return trap_behind(url)


def trap_behind(url: str) -> str:
    """Return why what a script asks for is never asked: it sorts and picks dates as it must."""
    path = urlsplit(url).path
    return "login, search or service page" if _ROOMS.search(path) else _looped(path)


def _looped(path: str) -> str:
    segments = [s for s in path.split("/") if s]
    if len(segments) > MAX_SEGMENTS:
        return "too deep a path"
    if len(segments) > MAX_SAME_SEGMENT and max(Counter(segments).values()) > MAX_SAME_SEGMENT:
        return "a path that repeats itself"
    return ""


class Patience:
    """How many addresses of one shape have been let through.

    Sites that number everything have one shape for all their pages, so the words count, too:
    "Протокол 1" and "Протокол 2" are alike, "Отдел кадров" is another page.
    """

    def __init__(self) -> None:
        self._lists: dict[str, set[str]] = {}
        self._shapes: dict[str, set[str]] = {}
        self._whole: set[str] = set()

    def seen_whole(self, url: str) -> None:
        """A list came in one piece: its parts have nothing more."""
        self._whole.add(listed(url))

    def is_part_of_seen(self, url: str) -> bool:
        """True for a part of a list that came in one piece."""
        part = bool(_PAGING.search(url.partition("://")[2])) and not shows_all(url)
        return part and listed(url) in self._whole

    def with_paging(self, url: str) -> bool:
        """True while a list's further pages are still worth following."""
        return _has_room(self._lists.setdefault(listed(url), set()), url, MAX_PAGING)

    def with_shape(self, url: str, text: str = "") -> bool:
        """True while few unpromising addresses have looked like this one."""
        shape = self.shape(url)
        if len(self._shapes) >= MAX_SHAPES and shape not in self._shapes:
            return False
        alike = self._shapes.setdefault(f"{shape} {self.shape(text)}", set())
        return _has_room(alike, url, MAX_SHAPE) and _has_room(
            self._shapes.setdefault(shape, set()), url, MAX_STRANGERS
        )

    def crowd(self, url: str) -> int:
        """How many unpromising addresses of this shape were let through before."""
        return len(self._shapes.get(self.shape(url), ()))

    @staticmethod
    def shape(text: str) -> str:
        """A text with its numbers left open."""
        return _NUMBER.sub("#", text)


def _has_room(known: set[str], url: str, most: int) -> bool:
    if url not in known and len(known) >= most:
        return False
    known.add(url)
    return True
