"""The parts of one edition: its table of contents, links named like chapters, "read on"."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from crawler.pages.document import is_document
from crawler.pages.link import Link, LinkKind
from crawler.pages.page import Page
from crawler.pages.surroundings import words

_CHAPTER = re.compile(
    r"^\s*(?:\d+[.)]?\s*)?(?:глава|раздел|часть|слайд|страница)\b|доход|расход|программ|трансферт"
    r"|дефицит|профицит|долг|глоссари|словар|термин|характеристик|параметр|показател|социальн|проект"
    r"|прогноз|налог|бюджетн\w+ процесс|введени|что такое|основн|вводн|контакт|обращени|межбюджет"
    r"|источник|сбалансирован|фонд|поступлени|инвестиц",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"читать далее|^\W*далее|следующ|вперед|вперёд|продолжени|^\W*next\b|^[»›→>]+$|к содержанию",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:^|[\s_-])(?:toc|contents|chapters?|oglavlenie|soderzhanie)(?:$|[\s_-])", re.IGNORECASE
)
_NAMED = 3  # links that are named like chapters make a table of contents
_GROUP = 60
_NEXT_LETTERS = 60
_PLACES = 5_000


def links(page: Page) -> Iterator[Link]:
    """Yield the links that lead to other parts of the same edition."""
    host, beside = _host(page.url), dict[str, list[Link]]()
    for link in page.listed:
        if not link.text or is_document(link.url) or _host(link.url) != host:
            continue
        if _NEXT.search(link.text) and len(link.text) <= _NEXT_LETTERS:
            yield _chapter(link)
        elif link.kind in (LinkKind.ANCHOR, LinkKind.SCRIPT):
            beside.setdefault(_shape(link.url), []).append(link)
    for group in beside.values():
        yield from (_chapter(link) for link in _told_by_name(group))
    yield from _contents(page, host)


def _told_by_name(group: Sequence[Link]) -> Sequence[Link]:
    """The chapters among links that are spelled alike; all when most are named like chapters."""
    named = [link for link in group if _CHAPTER.search(link.text)]
    if len({link.url for link in named}) < _NAMED:
        return ()
    return group if len(group) <= _GROUP and 2 * len(named) >= len(group) else named[:_GROUP]


def _contents(page: Page, host: str) -> Iterator[Link]:
    """Whatever a table of contents lists, however it is called."""
    for node in page.markup.select("[class],[id]")[:_PLACES]:
        marks = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if len(marks) > 200 or not _CONTENTS.search(marks):
            continue
        for anchor in node.css("a[href]")[:_GROUP]:
            url = page.markup.start.absolute(anchor.attributes.get("href") or "")
            if url and _host(url) == host and not is_document(url):
                yield Link(url, words(anchor), kind=LinkKind.CHAPTER)


def _chapter(link: Link) -> Link:
    return Link(link.url, link.text, link.context, link.heading, LinkKind.CHAPTER)


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower().removeprefix("www.")
    except ValueError:
        return "?"


def _shape(url: str) -> str:
    """What the parts of one edition have in common: their folder, or their parameters' names."""
    path, _, query = url.partition("#")[0].partition("?")
    names = sorted(p.partition("=")[0] for p in query.split("&")) if query else []
    return f"{path}?{','.join(names)}" if names else path.rstrip("/").rpartition("/")[0]
