"""Is a page an empty shell: nothing to read and nowhere to go until its scripts have run?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from crawler.pages.flat import is_bottomless

if TYPE_CHECKING:
    from crawler.pages import Page

# "You need to enable JavaScript to run this app" and a name; a real page says more or leads on.
FEW_WORDS = 30
FEW_ANCHORS = 2
MAX_SHELL = 2_000_000
_UNREAD = "script,style,template,noscript,head,svg"
_SCRIPTS = ("", "module", "text/javascript", "application/javascript")


def is_shell(page: Page) -> bool:
    """True for HTML that runs scripts and shows a reader without them next to nothing."""
    if len(page.text) > MAX_SHELL or "<script" not in page.text.lower() or is_bottomless(page.text):
        return False
    tree = LexborHTMLParser(page.text)
    scripts = tree.css("script")
    if not any((s.attributes.get("type") or "").lower() in _SCRIPTS for s in scripts):
        return False
    if len(tree.css("a[href],area[href],iframe[src],frame[src]")) > FEW_ANCHORS:
        return False
    tree.strip_tags([*_UNREAD.split(",")])
    said = tree.body.text(separator=" ") if tree.body else ""
    return len(said.split()) < FEW_WORDS
