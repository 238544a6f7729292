"""Links of a page no parser should be given: found by pattern, without surroundings."""

import re
from collections.abc import Iterator
from html import unescape

# HTML parsers take time in the square of the depth: 50,000 nested <div> hold one for 5 seconds,
# a hostile page of 16 MB for hours. Browsers stop nesting at 512.
MANY_TAGS = 10_000
MAX_DEPTH = 2_000

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_ENDS_BY_ITSELF = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr", "li", "p", "dt", "dd", "option"),
        *("tr", "td", "th", "thead", "tbody", "tfoot"),
    }
)
_HREF = re.compile(
    r"""<a\s[^>]{0,2000}?href\s*=\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))"""
    r"""[^>]{0,2000}>([^<]{0,300})""",
    re.IGNORECASE,
)


def is_bottomless(html: str) -> bool:
    """True for a page nested deeper than any browser would follow."""
    if html.count("<") < MANY_TAGS:
        return False
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() in _ENDS_BY_ITSELF:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > MAX_DEPTH:
            return True
    return False


def hrefs(html: str) -> Iterator[tuple[str, str]]:
    """Yield each anchor's address and words as they stand in the text."""
    for found in _HREF.finditer(html):
        href = found[1] or found[2] or found[3] or ""
        yield unescape(href), " ".join(unescape(found[4]).split())
