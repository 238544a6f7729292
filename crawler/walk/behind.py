"""What stands behind scripted pages: endpoints, scripts, and addresses only a script can spell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from crawler.pages.link import Link, LinkKind
from crawler.walk.canonical import site
from crawler.walk.territory import Reach, Territory

MAX_TEMPLATES = 200
MAX_SETTINGS = 50
MAX_SCRIPT_FILES = 12  # of one region
_WAYS = 3  # templates tried for one item

_HOLE = re.compile(r"\{([\w$]{1,60})\}")
_BASE = re.compile(r"\{([\w$]{1,60})\}(?=/|$)")
_WORD = re.compile(r"[a-z]{4,}")
_SERVICE = re.compile(r"(?:^|[/.])(?:api|rest|ajax|v\d)(?:[/.]|$)", re.IGNORECASE)
_EVERYWHERE = frozenset(
    {"http", "https", "json", "rest", "ajax", "list", "items", "public", "page"}
)
_LIKE_ID = re.compile(r"(?:\w*[a-z_])?(?:id|uid|guid|uuid|key)$|n|number", re.IGNORECASE)
_LIKE_SLUG = re.compile(r"\w*(?:slug|code|alias|name|path)$", re.IGNORECASE)


def is_behind(link: Link) -> bool:
    """True for what a page's script asks for, which no reader sees or clicks."""
    return link.kind in (LinkKind.ENDPOINT, LinkKind.SCRIPT_FILE)


def reaches(territory: Territory, url: str, page: str, says: float) -> bool:
    """True when something behind ``page`` may be asked: on the page's host, the region's or kin.

    Elsewhere it must say itself that it has to do with budgets: pages ask counters, too.
    """
    if site(url) == site(page) or territory.owns(url) or territory.is_kin(url):
        return True
    return territory.reach(url, says=says, file=True) is not Reach.OUTSIDE


def is_click(link: Link) -> bool:
    """True for a step a reader takes: what a page asks for by itself is none, an item is."""
    return not is_behind(link) or bool(link.keys)


class Behind:
    """What one region's scripts have told so far of addresses that they put together.

    ``/docs/{id}`` waits for things with an id, ``{apiUrl}/docs`` for a page that says what
    apiUrl is.
    """

    def __init__(self) -> None:
        self._templates: dict[str, None] = {}
        self._waiting: dict[str, None] = {}
        self._settings: dict[str, str] = {}
        self._scripts = 0

    def turned(self, links: Iterable[Link]) -> Iterator[Link]:
        """Yield links that can be asked in place of those that only a script could spell."""
        for link in links:
            if link.kind is LinkKind.TEMPLATE:
                yield from self._learn(link.url)
            elif link.kind is LinkKind.SETTING:
                yield from self._set(link)
            elif link.kind is LinkKind.ITEM:
                yield from self._spelled(link)
            else:
                yield link

    def has_room(self, link: Link) -> bool:
        """True while a region's scripts are still worth reading."""
        self._scripts += link.kind is LinkKind.SCRIPT_FILE
        return link.kind is not LinkKind.SCRIPT_FILE or self._scripts <= MAX_SCRIPT_FILES

    def _learn(self, template: str) -> Iterator[Link]:
        if len(self._templates) + len(self._waiting) >= MAX_TEMPLATES:
            return
        base = _BASE.match(template)
        if base is None:
            self._templates[template] = None
        elif base[1] in self._settings:
            yield from self._based(template, self._settings[base[1]])
        else:
            self._waiting[template] = None

    def _set(self, link: Link) -> Iterator[Link]:
        for name, _ in link.keys:
            if len(self._settings) < MAX_SETTINGS:
                self._settings.setdefault(name, link.url)
        for template in [
            t for t in self._waiting if (m := _BASE.match(t)) and m[1] in self._settings
        ]:
            del self._waiting[template]
            yield from self._learn(template)

    def _based(self, template: str, base: str) -> Iterator[Link]:
        url = base.rstrip("/") + _BASE.sub("", template, count=1)
        if _HOLE.search(url):
            self._templates[url] = None
        else:
            yield Link(url, kind=LinkKind.ENDPOINT)

    def _spelled(self, item: Link) -> Iterator[Link]:
        """The addresses of an item, by the templates that speak of the same things as its list."""
        keys = {name.lower(): value for name, value in item.keys}
        about = _words(item.url)
        fitting = [t for t in self._templates if about & _words(t)] or (
            list(self._templates) if len(self._templates) == 1 else []
        )
        spelled = (_filled(template, keys) for template in fitting)
        for url in [u for u in spelled if u][:_WAYS]:
            service = bool(_SERVICE.search(urlsplit(url).path))
            kind = LinkKind.ENDPOINT if service else LinkKind.ANCHOR
            yield replace(item, url=url, kind=kind)


def _words(url: str) -> set[str]:
    """What an address's path speaks of: ``/api/documents?x=1`` of documents, in few letters."""
    path = _HOLE.sub("", url).partition("://")[2].partition("/")[2].partition("?")[0]
    return {word[:5] for word in _WORD.findall(path.lower()) if word not in _EVERYWHERE}


def _filled(template: str, keys: dict[str, str]) -> str:
    filled = template
    for name in _HOLE.findall(template):
        value = keys.get(name.lower()) or _like(name, keys)
        if not value or not re.fullmatch(r"[\w.~-]{1,120}", value):
            return ""
        filled = filled.replace("{" + name + "}", value)
    return filled


def _like(name: str, keys: dict[str, str]) -> str:
    """``docId`` is the id of a doc; a name in a minified script says nothing."""
    if _LIKE_SLUG.fullmatch(name):
        return keys.get("slug") or keys.get("code") or keys.get("alias") or ""
    return keys.get("id", "") if _LIKE_ID.fullmatch(name) or len(name) <= 2 else ""
