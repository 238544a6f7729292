"""A link as a page shows it: where it leads, what it says, and what stands around it."""

from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """How a page sends its reader on."""

    ANCHOR = "anchor"
    FRAME = "frame"
    REFRESH = "refresh"
    SCRIPT = "script"
    VIEWER = "viewer"
    MAP = "map"
    SITEMAP = "sitemap"


@dataclass(frozen=True, slots=True)
class Link:
    """One way on from a page.

    ``url`` is absolute and as the page spells it. ``text`` is what a reader reads: the words
    of the link, its title and its pictures' descriptions. ``context`` is the rest of the row or
    item it stands in, ``heading`` the nearest heading above it. ``menu`` is True for links of
    the site's frame, which says nothing about this page. ``lastmod`` is a sitemap's date, as
    written.
    """

    url: str
    text: str = ""
    context: str = ""
    heading: str = ""
    kind: LinkKind = LinkKind.ANCHOR
    menu: bool = False
    lastmod: str = ""
