"""A link with the words around it: what it says it leads to."""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from scoring.document import PageLink
from scoring.extract.html.flow import flowing
from scoring.extract.spelling import tidy

_AROUND = frozenset({"tr", "li", "p", "dd", "dt", "figure", "article"})
_BOXES = frozenset({"div", "td", "th", "section", "blockquote", "center", "body"})
_LONGEST_CONTEXT = 300
_LONGEST_HREF = 2000
_READ = 3000
MOST_LINKS = 20_000


@dataclass(slots=True)
class OpenLink:
    """A link whose end has not come yet."""

    href: str
    node: LexborNode
    parts: list[str] = field(default_factory=list)


class Surroundings:
    """Texts around links, each read once however many links stand in it."""

    def __init__(self) -> None:
        self._read: dict[int, str] = {}

    def link(self, opened: OpenLink, locator: str) -> PageLink:
        """The finished link with its text and what stands around it."""
        attributes = opened.node.attributes
        named = attributes.get("title") or attributes.get("aria-label") or ""
        text = (tidy("".join(opened.parts)) or tidy(named))[:_LONGEST_CONTEXT]
        return PageLink(opened.href, text, self._around(opened.node, text), locator)

    def _around(self, node: LexborNode, text: str) -> str:
        box = _box(node)
        if box.mem_id not in self._read:
            self._read[box.mem_id] = tidy(flowing(box, _READ))
        whole = self._read[box.mem_id]
        start = max(0, min(whole.find(text) - 120, len(whole) - _LONGEST_CONTEXT))
        return whole[start : start + _LONGEST_CONTEXT] or text


def address(node: LexborNode) -> str:
    """The address as written; "" for anchors on the page, scripts and data."""
    attributes = node.attributes
    href = (attributes.get("href") or attributes.get("src") or attributes.get("data") or "").strip()
    scheme = href[:11].lower()
    if not href or href.startswith("#") or scheme.startswith(("javascript:", "data:", "about:")):
        return ""
    return href if len(href) <= _LONGEST_HREF else ""


def _box(node: LexborNode) -> LexborNode:
    """The row, item or paragraph the link stands in; else the nearest box."""
    parent, nearest = node.parent, None
    for _ in range(10):
        if parent is None or parent.tag == "body":
            break
        if parent.tag in _AROUND:
            return parent
        if nearest is None and parent.tag in _BOXES:
            nearest = parent
        parent = parent.parent
    return nearest or node
