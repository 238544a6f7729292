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
    r"|xmlrpc\.php|admin|administrator|cgi-bin|bitrix/(?:admin|tools|components|redirect\.php))"
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
    r"(?:^|[?&])(?:pagen_\d+|page|p|pg|paged|start|offset|pagenum|page_num)=\d+|/page[-/_]?\d+",
    re.IGNORECASE,
)
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


def trap(url: str) -> str:
    """Return why a canonical address is never walked, "" when it may be."""
    parts = urlsplit(url)
    if _NO_TEXT.search(parts.path):
        return "not a document"
    if FILE.search(parts.path):
        return ""
    if _ROOMS.search(parts.path):
        return "login, search or service page"
    if _DAY.search(parts.path):
        return "calendar"
    if parts.query and _SWITCHES.search(parts.query):
        return "calendar, sorting or search"
    return _looped(parts.path)


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

    def with_paging(self, url: str) -> bool:
        """True while a list's further pages are still worth following."""
        return _has_room(self._lists.setdefault(_PAGING.sub("", url), set()), url, MAX_PAGING)

    def with_shape(self, url: str) -> bool:
        """True while few unpromising addresses have looked like this one."""
        return _has_room(self._shapes.setdefault(_NUMBER.sub("#", url), set()), url, MAX_SHAPE)


def _has_room(known: set[str], url: str, most: int) -> bool:
    if url not in known and len(known) >= most:
        return False
    known.add(url)
    return True
