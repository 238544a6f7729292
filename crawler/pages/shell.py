"""Is this page an empty shell that only a script fills?"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.pages.page import Page

MAX_WORDS = 30  # beside the site's frame and its notices
MAX_LINKS = 3
MAX_IN_ROOT = 8  # words: "Загрузка…"
MAX_BYTES = 2_000_000
MAX_ROOTS = 300  # places looked at

_UNSEEN = "script,style,template,noscript,head,svg,[hidden]"
_FRAME = "nav,header,footer,aside,[class*=cookie],[id*=cookie],[class*=Cookie],[class*=preloader]"
_ROOT_ID = re.compile(
    r"(?:^|[-_])(?:app|root|spa|mount|vue|react|nuxt|next|application)(?:[-_]|$)", re.I
)
_ROOT_MARK = (
    "ng-app",
    "data-v-app",
    "data-reactroot",
    "data-server-rendered",
    "ng-version",
    "data-api",
    "data-endpoint",
    "data-react-class",
    "data-page",
)
_FILLING = re.compile(
    r"fetch\s*\(|XMLHttpRequest|\.ajax\s*\(|getJSON\s*\(|axios|\.mount\s*\(|createRoot|ReactDOM"
    r"|new Vue|createApp|\.load\s*\(|innerHTML|\.html\s*\(|\bel\s*:"
)
_LIBRARY = re.compile(
    r"metri[ck]a|analytic|counter|captcha|challenge|widget|gtag|jquery", re.IGNORECASE
)
# A wall's page is empty as well, and no browser of ours should try to pass it.
_WALL = re.compile(
    r"ddos-?guard|cdn-cgi/challenge|challenge-platform|__qrator|qrator|servicepipe|variti|captcha"
    r"|checking your browser|just a moment|проверк\w+ (?:вашего )?браузер|access denied|_Incapsula"
    r"|доступ\w* (?:к сайту |к ресурсу )?(?:ограничен|запрещ|заблокирован)|js-challenge|antibot",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"http-equiv\s*=\s*[\"']?refresh|<(?:frame|frameset)\b"
    r"|^\s*(?:window\.|document\.|top\.|self\.)?location(?:\.href)?\s*(?:=|\.(?:replace|assign)\()",
    re.IGNORECASE | re.MULTILINE,
)


def is_shell(page: Page) -> bool:
    """True for HTML with next to no words or links of its own and a place a script fills.

    False for short honest pages, frames, pages that redirect, and the pages of walls: those are
    empty too, but no script of the site's would fill them.
    """
    html = page.text[:MAX_BYTES]
    if not page.is_html or "<script" not in page.lower or page.markup.tree is None:
        return False
    tree = LexborHTMLParser(html)  # its own: what nobody sees is taken out of it
    code = [(n.attributes.get("src") or "", n.text()) for n in tree.css("script")]
    for node in tree.css(_UNSEEN):
        if node.tag != "html" and node.tag != "body":
            node.decompose()
    if not _is_empty(tree) or _WALL.search(html) or _ELSEWHERE.search(_first_code(html)):
        return False
    return any(_is_filled(root, code) for root in _roots(tree))


def _first_code(html: str) -> str:
    """The page without what scripts do later: a redirect is what a script begins with."""
    return html[:20_000]


def _is_empty(tree: LexborHTMLParser) -> bool:
    frame = {node.mem_id for node in tree.css(_FRAME)}
    body = tree.body
    if body is None or tree.css_first("iframe[src],embed,object[data]"):
        return False
    words, links = _outside(body, frame)
    return words <= MAX_WORDS and links <= MAX_LINKS


def _outside(node: LexborNode, frame: set[int]) -> tuple[int, int]:
    """Words and links that are the page's own, not its site's frame's."""
    words = len(node.text(deep=True, separator=" ").split())
    links = len(node.css("a[href]"))
    inner = [n for n in node.css(_FRAME) if not _has_above(n, frame)]
    words -= sum(len(n.text(deep=True, separator=" ").split()) for n in inner)
    links -= sum(len(n.css("a[href]")) for n in inner)
    return words, links


def _has_above(node: LexborNode, frame: set[int]) -> bool:
    parent, depth = node.parent, 0
    while parent is not None and depth < 200:
        if parent.mem_id in frame:
            return True
        parent, depth = parent.parent, depth + 1
    return False


def _roots(tree: LexborHTMLParser) -> list[LexborNode]:
    """Places with nothing in them that a script could fill: named ones, and own elements."""
    named = tree.css("body [id],body [data-api],body [ng-app],body [data-page]")[:MAX_ROOTS]
    own = [n for n in tree.css("body > *, body > div > *")[:MAX_ROOTS] if "-" in (n.tag or "")]
    return [n for n in (*named, *own) if _is_bare(n)]


def _is_bare(node: LexborNode) -> bool:
    if node.tag in ("input", "img", "button", "textarea", "a", "span", "i", "canvas", "form"):
        return False
    return len(node.text(deep=True, separator=" ").split()) <= MAX_IN_ROOT and not node.css(
        "a[href]"
    )


def _is_filled(root: LexborNode, code: list[tuple[str, str]]) -> bool:
    """True when a script of the page is there to fill this place."""
    own = [(src, text) for src, text in code if not _LIBRARY.search(src)]
    name = root.attributes.get("id") or ""
    marked = any(mark in root.attributes for mark in _ROOT_MARK) or "-" in (root.tag or "")
    if marked or _ROOT_ID.search(name):
        return any(src or _FILLING.search(text) for src, text in own)
    named = re.compile(rf"""["'`#]{re.escape(name)}["'`\s]""") if name else None
    return bool(named) and any(
        named.search(text) and _FILLING.search(text) for _, text in own if named
    )
