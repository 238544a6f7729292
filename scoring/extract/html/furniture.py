"""What on a page is furniture: menus, headers, footers, side columns, cookie bars."""

import re

from selectolax.lexbor import LexborNode

_TAGS = frozenset({"nav", "footer", "aside", "header"})
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog"}
)
_WORDS = frozenset(
    """
    menu nav navbar navigation navi topmenu leftmenu rightmenu mainmenu submenu sitemenu
    breadcrumb breadcrumbs crumbs header head topbar topline top footer foot bottom sidebar side
    aside leftcol rightcol cookie cookies gdpr banner banners social socials share sharing
    pagination pager paginator search searchform login auth copyright copyrights counter counters
    lang langs language popup modal widget widgets accessibility vision skiplink subscribe
    toolbar related similar recommend
    """.split()  # noqa: SIM905  # words read as words
)
_CONTENT = frozenset(
    """
    content main article body text page news detail post entry wrapper wrap accordion tab card
    panel collapse spoiler faq section title heading
    """.split()  # noqa: SIM905  # words read as words
)
# What these name is never the page's own, whatever stands beside them: "related-news".
_NEVER_CONTENT = frozenset(
    """
    breadcrumb breadcrumbs crumbs cookie cookies gdpr share sharing social socials related similar
    recommend recommended pagination
    """.split()  # noqa: SIM905  # words read as words
)
_SPLIT = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")
_MOST_SIZED = 2000


class Furniture:
    """Judges elements of one page; an element that holds most of the page never is furniture."""

    def __init__(self, body: LexborNode) -> None:
        self._all = len(body.text(deep=True))
        self._sized = 0

    def owns(self, node: LexborNode) -> bool:
        """Is this element furniture, with all that stands in it?"""
        tag = node.tag
        if tag in _TAGS:
            return not (tag == "header" and _inside_content(node)) and not self._is_most(node)
        attributes = node.attributes
        if not attributes:
            return False
        if attributes.get("role") in _ROLES:
            return not self._is_most(node)
        named = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
        return bool(named.strip()) and _named_so(named) and not self._is_most(node)

    def _is_most(self, node: LexborNode) -> bool:
        # Sizing an element reads all its text: a page of nested "menus" must not be squared.
        self._sized += 1
        if self._sized > _MOST_SIZED:
            return True
        return len(node.text(deep=True)) * 2 > self._all > 400 or _holds_content(node)


def _named_so(named: str) -> bool:
    for name in named[:500].split():
        words = {word.lower() for word in _SPLIT.split(name) if word}
        if words & _NEVER_CONTENT or (words & _WORDS and not words & _CONTENT):
            return True
    return False


def _inside_content(node: LexborNode) -> bool:
    parent = node.parent
    for _ in range(50):
        if parent is None:
            return False
        if parent.tag in ("main", "article"):
            return True
        parent = parent.parent
    return False


def _holds_content(node: LexborNode) -> bool:
    return node.tag != "footer" and node.css_first("main, article") is not None
