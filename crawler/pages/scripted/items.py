"""A JSON list as links: its addresses, with the titles, dates and words beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice

from crawler.pages.document import is_document
from crawler.pages.flat import hrefs
from crawler.pages.link import Link, LinkKind
from crawler.pages.scripted.constants import is_base
from crawler.pages.start import Start
from crawler.pages.surroundings import MAX_TEXT

MAX_LINKS = 10_000
MAX_NODES = 200_000
MAX_DEPTH = 60
MAX_MARKUP = 2_000_000  # characters of HTML inside JSON
MAX_KEYS = 8

_TITLE = re.compile(
    r"(?:full_?|short_?|page_?|file_?|original_?|display_?|doc\w*_?)?(?:title|name|label|header|heading|caption|subject)"
    r"(?:_?ru)?|наименование|название|заголовок|headline|anons|text",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?i)(?:\w*(?:url|uri|href|link|path|file|src|download|attach\w*|document|doc|pdf|permalink|route|page|source|@id|content)\w*"
    r"|loc|to|ссылка|файл)$"
)
_PAGE = re.compile(r"/(?!/)[\w%.~!$&'()*+,;=:@/?#\[\]-]*[\w%/=-]$")
_KEY = re.compile(r"\w*(?:id|guid|uuid|slug|code|alias|key|uid)$", re.IGNORECASE)
_SERVICE = re.compile(r"(?i)(?:^|[/.])(?:api|rest|v\d)(?:[/.]|$)")
_ITSELF = frozenset({"self", "@context", "$schema", "schema", "first", "last", "prev", "previous"})
_FURTHER = frozenset({"next", "next_page_url", "nextpage", "nextpageurl", "next_url", "nexturl"})
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|ico|bmp)(?:\?|$)", re.IGNORECASE)
_MARKUP = re.compile(r"<a\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the answer a value stands: its key, what is above, how deep."""

    value: object
    key: str
    above: tuple[str, ...]
    around: str
    depth: int


def links(start: Start, data: object) -> Iterator[Link]:
    """Yield the ways on from parsed JSON, in its order, MAX_LINKS at most."""
    yield from islice(_each(start, data), MAX_LINKS)


def _each(start: Start, data: object) -> Iterator[Link]:
    waiting, nodes, markup = [_Place(data, "", (), "", 0)], 0, 0
    while waiting and nodes < MAX_NODES:
        place = waiting.pop()
        nodes += 1
        if isinstance(place.value, str):
            if _MARKUP.search(place.value) and markup < MAX_MARKUP:
                markup += len(place.value)
                yield from _inside(start, place)
            elif link := _link(start, place):
                yield link
        elif place.depth < MAX_DEPTH:
            if isinstance(place.value, dict) and (item := _item(start, place.value, place)):
                yield item
            waiting.extend(reversed(list(_within(place))))


def _within(place: _Place) -> Iterator[_Place]:
    """What a list or an object holds, each with the words that stand around it."""
    if isinstance(place.value, list):
        for one in place.value[:MAX_NODES]:
            yield _Place(one, place.key, place.above, place.around, place.depth + 1)
    elif isinstance(place.value, dict):
        title, around = _title(place.value), _around(place.value)
        above = (*place.above, title) if title else place.above
        if place.above and is_document(title):  # a file's name says less than what it belongs to
            above, around = place.above, f"{place.around} {around}"[:MAX_TEXT]
        for key, value in place.value.items():
            if isinstance(value, str | dict | list):
                yield _Place(value, str(key), above[-4:], around or place.around, place.depth + 1)


def _title(thing: dict[object, object]) -> str:
    for key, value in thing.items():
        if not isinstance(key, str) or not _TITLE.fullmatch(key):
            continue
        if isinstance(value, dict):  # {"title": {"rendered": "…"}}, {"name": {"ru": "…"}}
            value = value.get("rendered") or value.get("ru") or ""
        if isinstance(value, str) and 0 < len(value) <= 2 * MAX_TEXT and not _is_address("", value):
            return _said(value)
    return ""


def _around(thing: dict[object, object]) -> str:
    """The short texts, dates and sizes beside an address, and the names of what they belong to."""
    said: list[str] = []
    for key, value in list(thing.items())[:40]:
        if isinstance(value, dict):
            value = _title(value)
        if isinstance(value, int) and not isinstance(value, bool) and 1990 < value < 2100:
            value = str(value)
        if not isinstance(value, str) or not value or len(value) > MAX_TEXT:
            continue
        if not _is_address(str(key), value) and not _KEY.fullmatch(str(key)):
            said.append(_said(value))
    return " ".join(dict.fromkeys(filter(None, said)))[:MAX_TEXT]


def _said(text: str) -> str:
    if "<" in text or "&" in text:
        text = unescape(re.sub(r"<[^<>]{0,300}>", " ", text))
    return " ".join(text.split())[:MAX_TEXT]


def _is_address(key: str, value: str) -> bool:
    if len(value) < 2 or len(value) > 2_000 or "\n" in value or "{" in value:
        return False
    document = is_document(value)
    if value.startswith(("http://", "https://")):
        return document or " " not in value
    if value.startswith("/"):
        return document or bool(_PAGE.match(value) and not value.startswith("/Date("))
    return document and ("/" in value or bool(_ADDRESS.match(key)))


def _link(start: Start, place: _Place) -> Link | None:
    key, value = place.key.lower(), str(place.value).strip()
    if (
        key in _ITSELF
        or is_base(place.key)
        or not _is_address(place.key, value)
        or _PICTURE.search(value)
    ):
        return None
    url = start.absolute(value)
    if not url:
        return None
    text = place.above[-1] if place.above else ""
    around = place.around if place.around != text else ""
    service = _SERVICE.search(value) and not is_document(value)
    kind = LinkKind.ENDPOINT if service or key in _FURTHER else LinkKind.ANCHOR
    return Link(url, text, around, _heading(place.above[:-1]), kind)


def _heading(above: tuple[str, ...]) -> str:
    return " / ".join(above)[-MAX_TEXT:]


def _inside(start: Start, place: _Place) -> Iterator[Link]:
    """Links of a text with markup: the body of an article."""
    for href, text in hrefs(str(place.value)[:MAX_MARKUP]):
        if url := start.absolute(href):
            yield Link(url, text or _heading(place.above[-1:]), heading=_heading(place.above))


def _item(start: Start, thing: dict[object, object], place: _Place) -> Link | None:
    """A thing with a name and an id, which only the page's script knows to find."""
    title = _title(thing)
    if not title or place.depth == 0:
        return None
    keys = tuple(
        (str(k), str(v))
        for k, v in thing.items()
        if _KEY.fullmatch(str(k)) and isinstance(v, str | int) and 0 < len(str(v)) <= 120
    )[:MAX_KEYS]
    if not keys or any(isinstance(v, str) and _leads_on(str(k), v) for k, v in thing.items()):
        return None
    around = _around(thing)
    return Link(
        start.base,
        title,
        around if around != title else "",
        _heading(place.above),
        LinkKind.ITEM,
        keys=keys,
    )


def _leads_on(key: str, value: str) -> bool:
    return key.lower() not in _ITSELF and _is_address(key, value) and not _PICTURE.search(value)
