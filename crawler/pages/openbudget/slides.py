"""Numbered pages that a viewer turns: ``data-pages="24" data-url="/slides/{n}.html"``."""

import re
from collections.abc import Iterator
from html import unescape

from crawler.pages.link import Link, LinkKind
from crawler.pages.page import Page

MAX_SLIDES = 60
MAX_VIEWERS = 10

_VIEWER = re.compile(r"<[a-z][\w-]{0,30}\s[^<>]{0,2000}>", re.IGNORECASE)
_COUNT = re.compile(
    r"""\sdata-(?:slides|pages|count|total|page-count|slide-count)\s*=\s*["']?(\d{1,3})\b""",
    re.IGNORECASE,
)
_PLACE = r"\{[a-z]{1,8}\}|%d|\[\[n\]\]|#n#"
_NUMBERED = re.compile(
    rf"""\sdata-[\w-]{{2,30}}\s*=\s*["']([^"'<>]{{1,300}}?(?:{_PLACE})[^"'<>]{{0,100}})["']""",
    re.IGNORECASE,
)
_HOLE = re.compile(_PLACE, re.IGNORECASE)


def links(page: Page) -> Iterator[Link]:
    """Yield the pages of each viewer that says how many it has and how they are spelled."""
    viewers = 0
    for element in _VIEWER.finditer(page.markup.html):
        if " data-" not in element[0] or "=" not in element[0]:
            continue
        count, numbered = _COUNT.search(element[0]), _NUMBERED.search(element[0])
        if count and numbered and viewers < MAX_VIEWERS:
            viewers += 1
            for number in range(1, min(int(count[1]), MAX_SLIDES) + 1):
                address = _HOLE.sub(str(number), unescape(numbered[1]))
                if url := page.markup.start.absolute(address):
                    yield Link(url, f"Слайд {number}", kind=LinkKind.CHAPTER)
