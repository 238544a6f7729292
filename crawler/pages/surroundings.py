"""What stands around a link: the item or row it is in, the headings above, the site's frame."""

import re

from selectolax.lexbor import LexborNode

MAX_TEXT = 300
_NEAR = 4  # ancestors that may be the link's own item
_ITEM_LINKS = 3  # a document in three formats is still one item
_LINKS = "a,[data-href],[data-url],[onclick]"
_DEEP = 60  # ancestors that may be the site's frame
_FRAMES = frozenset({"nav", "header", "footer", "aside"})
_WHOLE = frozenset({"body", "main", "ul", "ol", "table", "tbody", "select", "html", "form"})
_FRAME_CLASS = re.compile(
    r"(?:^|[\s_-])(?:menu|nav|navbar|navigation|sidebar|breadcrumbs?|topbar)(?:$|[\s_-])"
    r"|(?:^|\s)(?:site-|page-|main-|top-|b-)?(?:header|footer|bottom)(?:$|\s)",
    re.IGNORECASE,
)


def words(node: LexborNode) -> str:
    """Return what a reader reads on a link: its words, its title, its pictures' descriptions."""
    attributes = node.attributes
    said = [_squeezed(node.text(deep=True, separator=" "))]
    said += [attributes.get("title") or "", attributes.get("aria-label") or ""]
    if len(said[0]) < 3:
        said += [image.attributes.get("alt") or "" for image in node.css("img[alt]")[:3]]
    kept = dict.fromkeys(_squeezed(one) for one in said if one)
    return " ".join(one for one in kept if one)[:MAX_TEXT]


class Surroundings:
    """What has been passed on the way down a page; ask about its nodes in their order."""

    def __init__(self) -> None:
        self._headings: list[tuple[int, str]] = []
        self._texts: dict[int, str] = {}
        self._framed: dict[int, bool] = {}

    @property
    def above(self) -> str:
        """The headings that stand above, outermost first."""
        return " / ".join(text for _, text in self._headings)[-MAX_TEXT:]

    def heading(self, level: int, node: LexborNode) -> None:
        """Pass a heading; ``level`` 7 is a caption or a list's term."""
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        text = _squeezed(node.text(deep=True, separator=" "))[:MAX_TEXT]
        if text and not self.is_menu(node):
            self._headings.append((level, text))

    def context(self, node: LexborNode) -> str:
        """The words of the smallest item or row around a link that says more than the link."""
        text, parent = _squeezed(node.text(deep=True, separator=" ")), node.parent
        for _ in range(_NEAR):
            if parent is None or parent.tag in _WHOLE:
                return ""
            around = self._text(parent)
            if len(around) > MAX_TEXT:
                return ""
            if len(around) > len(text):
                return around
            parent = parent.parent
        return ""

    def is_menu(self, node: LexborNode) -> bool:
        """True inside the site's frame: menus, header, footer, side columns."""
        passed: list[int] = []
        here, found = node.parent, False
        while here is not None and len(passed) < _DEEP:
            known = self._framed.get(here.mem_id)
            found = _is_frame(here) if known is None else known
            if found or known is not None:
                break
            passed.append(here.mem_id)
            here = here.parent
        self._framed.update(dict.fromkeys(passed, found))
        return found

    def _text(self, node: LexborNode) -> str:
        known = self._texts.get(node.mem_id)
        if known is None:
            known = _squeezed(node.text(deep=True, separator=" ")[: 4 * MAX_TEXT])
            if len(known) <= MAX_TEXT and len(node.css(_LINKS)) > _ITEM_LINKS:
                known += " " * MAX_TEXT  # a list, not an item: too long to be one
            self._texts[node.mem_id] = known
        return known


def _is_frame(node: LexborNode) -> bool:
    if node.tag in _FRAMES:
        return True
    if node.tag in ("html", "body"):
        return False
    attributes = node.attributes
    return any(
        value and _FRAME_CLASS.search(value)
        for value in (attributes.get("class"), attributes.get("id"))
    )


def _squeezed(text: str) -> str:
    return " ".join(text.split())
