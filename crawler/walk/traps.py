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
    r"|xmlrpc\.php|admin|administrator|cgi-bin|bitrix/(?:admin|tools|components(?!/[\w./-]{1,200}(?:download|file)\w*\.php)|redirect\.php|rk\.php))"
    r"(?:/|\.php|\.aspx?|\.html?|$)",
    re.IGNORECASE,
)
_DAY = re.compile(r"/(?:19|20)\d\d/\d{1,2}(?:/\d{1,2})?/?$|/(?:19|20)\d\d-\d\d(?:-\d\d)?/?$")
_SWITCHES = re.compile(
    r"(?:^|&)(?:(?:date|day|month|week|calendar\w*|cal_\w+|date_\w+|arrfilter\w*)=\S"
    r"|(?:sort|order|sort_?by|order_?by|filter_order|q|query|search|s|login|logout|auth|register"
    r"|forgot_password|replytocom|backurl|back_url|share|special_version|contrast)(?:=|&|$)"
    r"|action=(?:login|add|compare|print))",
    re.IGNORECASE,
)
_PAGING = re.compile(
    r"(?:^|[?&])(?:pagen_\d+|showall_\d+|page|p|pg|paged|_?start|offset|skip|curpos|(?:current_?)?page"
    r"|page_?num(?:ber)?|page\[number\]|pagination\[page\])=\d+|/page[-/_]?\d+",
    re.IGNORECASE,
)
_ALL = re.compile(r"(?:^|[?&])showall_\d+=1(?:&|$)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+|[0-9a-f]{8,}", re.IGNORECASE)

MAX_SEGMENTS = 24
MAX_SAME_SEGMENT = 2
MAX_PAGING = 12  # pages of one list, the page it starts with not counted
MAX_SHAPE = 30  # unpromising addresses that differ in their numbers only


def is_file(url: str) -> bool:
    """True for an address that ends like a document, in its path or in its last parameter."""
    parts = urlsplit(url)
    return bool(FILE.search(parts.path) or FILE.search(parts.query))


def is_paging(url: str) -> bool:
    """True for a further page of a list."""
    parts = urlsplit(url)
    return bool(_PAGING.search(parts.query) or _PAGING.search(parts.path))


def shows_all(url: str) -> bool:
    """True for a list in one piece, where a site also gives it in parts."""
    return bool(_ALL.search(urlsplit(url).query))


def trap(url: str) -> str:
    """Return why a canonical address is never walked, "" when it may be."""
    parts = urlsplit(url)
    if _NO_TEXT.search(parts.path):
        return "not a document"
    if FILE.search(parts.path):
        return ""
    if _DAY.search(parts.path):
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
    """How many addresses of one shape have been let through."""

    def __init__(self) -> None:
        self._lists: dict[str, set[str]] = {}
        self._shapes: dict[str, set[str]] = {}
        self._whole: set[str] = set()

    def seen_whole(self, url: str) -> None:
        """A list came in one piece: its parts have nothing more."""
        self._whole.add(_list_of(url))

    def is_part_of_seen(self, url: str) -> bool:
        """True for a part of a list that came in one piece."""
        return is_paging(url) and not shows_all(url) and _list_of(url) in self._whole

    def with_paging(self, url: str) -> bool:
        """True while a list's further pages are still worth following."""
        return _has_room(self._lists.setdefault(_PAGING.sub("", url), set()), url, MAX_PAGING)

    def with_shape(self, url: str) -> bool:
        """True while few unpromising addresses have looked like this one."""
        return _has_room(self._shapes.setdefault(_NUMBER.sub("#", url), set()), url, MAX_SHAPE)


def _list_of(url: str) -> str:
    """A list's address without what picks a part of it."""
    path, _, query = url.partition("?")
    kept = sorted(p for p in query.split("&") if p and not _PAGING.search(f"?{p}"))
    return f"{path}?{'&'.join(kept)}"


def _has_room(known: set[str], url: str, most: int) -> bool:
    if url not in known and len(known) >= most:
        return False
    known.add(url)
    return True
