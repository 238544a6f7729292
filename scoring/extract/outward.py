"""Links a file holds to addresses outside of it."""

from scoring.document import PageLink
from scoring.extract.spelling import tidy

_LONGEST_CONTEXT = 300
_LONGEST_HREF = 2000
_BEFORE = 120
_ELSEWHERE = ("javascript:", "data:", "about:", "#", "file:")


def outward(href: str, text: str, context: str, locator: str) -> PageLink | None:
    """The link with the words around it, None where it leads to no address a reader could open."""
    href = href.strip()
    if not href or len(href) > _LONGEST_HREF or href.lower().startswith(_ELSEWHERE):
        return None
    said, whole = tidy(text)[:_LONGEST_CONTEXT], tidy(context)
    start = max(0, min(whole.find(said) - _BEFORE, len(whole) - _LONGEST_CONTEXT))
    return PageLink(href, said, whole[start : start + _LONGEST_CONTEXT] or said, locator)
