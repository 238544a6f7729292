"""What a card, a tab or an accordion says of the bare link inside it."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.pages.surroundings import MAX_TEXT

_CLIMB = 9  # ancestors that may be the link's card
_DEEP = 40  # ancestors that may be a tab
_TITLE = (
    "h2,h3,h4,h5,h6,summary,[class*=title],[class*=Title],[class*=__name],[class*=-name],[class*=_name],"
    "[class*=__head],[class*=-head],[class*=caption],[class*=subject],[itemprop=name],dt,strong,b"
)
_DATE = "time,[class*=date],[class*=Date],[class*=year]"
_SIZE = "[class*=size],[class*=ext],[class*=format],[class*=meta],[class*=info],small"
_WHOLE = frozenset({"body", "main", "html", "ul", "ol", "tbody", "table", "form"})
_PANEL = re.compile(r"^[\w:.-]{1,100}$")
_PANELS = re.compile(
    r"(?:^|[\s_-])(?:pane|panel|collapse|content|body|answer|inner|text)(?:$|[\s_-])", re.I
)


def said(node: LexborNode) -> str:
    """Title, date and size of the card a link stands in; "" when it stands in none."""
    here, own = node.parent, _words(node)
    for _ in range(_CLIMB):
        if here is None or here.tag in _WHOLE:
            return ""
        titles = _titles(here)
        if len(titles) > 1:  # a list of cards, no card
            return ""
        if titles:
            beside = [_words(n) for n in here.css(f"{_DATE},{_SIZE}")[:4]]
            kept = [t for t in titles if t != own]
            kept += [t for t in dict.fromkeys(beside) if not any(t in k for k in kept)]
            return " ".join(t for t in kept if t not in own)[:MAX_TEXT]
        here = here.parent
    return ""


def _titles(node: LexborNode) -> list[str]:
    """What names a card; a title inside a title is one."""
    found: list[str] = []
    for title in node.css(_TITLE)[:12]:
        text = _words(title)
        if len(text) > 2 and not any(text in f for f in found):
            found.append(text)
    return found


class Labels:
    """The buttons of a page's tabs and accordions, by what they open."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._of: dict[str, str] = {}
        names = (
            "href",
            "data-target",
            "data-bs-target",
            "aria-controls",
            "data-tab",
            "for",
            "data-id",
        )
        selector = '[href^="#"],' + ",".join(f"[{name}]" for name in names[1:])
        for node in tree.css(selector)[:2_000]:
            text = _words(node)
            for name in names:
                key = (node.attributes.get(name) or "").lstrip("#")
                if text and _PANEL.match(key):
                    self._of.setdefault(key, text)

    def above(self, node: LexborNode) -> str:
        """The labels of the tabs and accordions a link lies in, outermost first."""
        found: list[str] = []
        here = node.parent
        for _ in range(_DEEP):
            if here is None or here.tag == "body":
                break
            if label := self._label(here):
                found.append(label)
            here = here.parent
        return " / ".join(dict.fromkeys(reversed(found)))[-MAX_TEXT:]

    def _label(self, panel: LexborNode) -> str:
        attributes = panel.attributes
        for name in ("id", "data-tab", "data-id", "data-tab-content", "data-content"):
            if (value := attributes.get(name)) and value in self._of:
                return self._of[value]
        marks = f"{attributes.get('class') or ''} {attributes.get('role') or ''}"
        return _button(panel) if _PANELS.search(marks) else ""


def _button(panel: LexborNode) -> str:
    """An accordion's button is often just the element before its content."""
    before = panel.prev
    while before is not None and before.tag in ("-text", "-comment"):
        before = before.prev
    if before is None or before.css("a[href]") or before.tag in ("ul", "table", "p", "a"):
        return ""
    if before.attributes.get("class") == panel.attributes.get("class"):  # the item before it
        return ""
    text = _words(before)
    return text if 0 < len(text) <= 200 else ""


def _words(node: LexborNode) -> str:
    return " ".join(node.text(deep=True, separator=" ")[: 4 * MAX_TEXT].split())[:MAX_TEXT]
