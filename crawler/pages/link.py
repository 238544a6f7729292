"""A link as a page shows it: where it leads, what it says, and what stands around it."""

from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """How a page sends its reader on.

    The last six are a scripted page's. ENDPOINT is what its script asks for, SCRIPT_FILE a script
    that may hold such an address. CHAPTER is a part of one edition that spreads over pages.
    TEMPLATE is an address with names in braces (``/docs/{id}``, ``{apiUrl}/docs``), ITEM a thing
    that has keys for such names and no address, SETTING a base address under its name.
    """

    ANCHOR = "anchor"
    FRAME = "frame"
    REFRESH = "refresh"
    SCRIPT = "script"
    VIEWER = "viewer"
    MAP = "map"
    SITEMAP = "sitemap"
    CHAPTER = "chapter"
    ENDPOINT = "endpoint"
    SCRIPT_FILE = "script-file"
    TEMPLATE = "template"
    ITEM = "item"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Link:
    """One way on from a page.

    ``url`` is absolute and as the page spells it. ``text`` is what a reader reads: the words
    of the link, its title and its pictures' descriptions. ``context`` is the rest of the row or
    item it stands in, ``heading`` the nearest heading above it. ``menu`` is True for links of
    the site's frame, which says nothing about this page. ``lastmod`` is a sitemap's date, as
    written. ``keys`` are an ITEM's names and values, a SETTING's name.
    """

    url: str
    text: str = ""
    context: str = ""
    heading: str = ""
    kind: LinkKind = LinkKind.ANCHOR
    menu: bool = False
    lastmod: str = ""
    keys: tuple[tuple[str, str], ...] = ()
